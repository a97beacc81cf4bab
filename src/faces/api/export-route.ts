// The export question as a file to download: its body as it is, with its media type and a name.
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { exported } from '../questions/export.js'
import type { AtDesk } from './at-desk.js'
import { readQuery } from './question-routes.js'

export const addExport = (server: FastifyInstance, atDesk: AtDesk): void => {
  server.withTypeProvider<ZodTypeProvider>().route({
    method: 'GET',
    url: '/api/export',
    handlerTimeout: 120_000,
    preValidation: async request => {
      request.query = readQuery(exported.head.fields, request.query) as never
    },
    schema: { summary: exported.head.summary, tags: ['ledger'], querystring: exported.input },
    handler: async (request, reply) => {
      const { format, mediaType, extension, encoding, body } = await atDesk(desk =>
        exported.answer(desk, request.query),
      )
      return reply
        .type(encoding === 'utf8' && mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType)
        .header('content-disposition', `attachment; filename="demarche-${format}.${extension}"`)
        .serializer((given: unknown) => given as string)
        .send(encoding === 'base64' ? Buffer.from(body, 'base64') : body)
    },
  })
}
