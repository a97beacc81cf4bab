// The built page in, its files served; an address that is a view of the page gets the page itself, any other a problem.
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { problemOf, sendProblem } from './problem.js'

/** Addresses that belong to the API or name a file are never answered with the page. */
const isView = (path: string): boolean => !path.startsWith('/api/') && !path.startsWith('/docs') && !path.includes('.')

export const addPages = async (server: FastifyInstance, folder: string | undefined): Promise<void> => {
  if (folder !== undefined)
    await server.register(fastifyStatic, {
      root: folder,
      cacheControl: false,
      setHeaders: (response, path) => {
        // File names of the build carry a hash of their content.
        response.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  server.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?')
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
    if (folder !== undefined && wantsPage && isView(path))
      return reply.header('cache-control', 'no-cache').sendFile('index.html')
    return sendProblem(reply, problemOf(404, 'no-such-address', `${request.method} ${path} is no address here.`))
  })
}
