// Server-sent events: tells the pages that the ledger's folder has changed, whoever changed it.
// Law: the folder is looked at only while somebody listens.
import type { FastifyInstance, FastifyReply } from 'fastify'
import { fingerprintOf } from '../../store/ledger.js'
import { streamHeaders } from './long-answer.js'
import { ApiTrouble } from './problem.js'

const lookEvery = 1_000
const beatEvery = 15_000
const mostListeners = 50

/** @param folder of the ledger; undefined where none is open, so that only the beat is heard. */
export const addEvents = (server: FastifyInstance, folder: string | undefined): void => {
  const listeners = new Set<FastifyReply>()
  const tell = (words: string): void => {
    for (const { raw } of listeners) raw.write(words)
  }
  let last: string | undefined
  let looking: NodeJS.Timeout | undefined
  let beating: NodeJS.Timeout | undefined
  const look = async (): Promise<void> => {
    if (folder === undefined) return
    const now = await fingerprintOf(folder).catch(() => last)
    if (last !== undefined && now !== last) tell('event: changed\ndata: {}\n\n')
    last = now
  }
  const begin = (): void => {
    looking = setInterval(() => void look(), lookEvery)
    beating = setInterval(() => tell(': beat\n\n'), beatEvery)
  }
  const rest = (): void => {
    clearInterval(looking)
    clearInterval(beating)
    last = undefined
  }
  server.addHook('preClose', async () => {
    rest()
    for (const { raw } of listeners) raw.end()
  })
  server.route({
    method: 'GET',
    url: '/api/events',
    schema: { summary: 'Server-sent events: "changed" whenever the ledger has changed', tags: ['ledger'] },
    handlerTimeout: 0x7fffffff,
    handler: async (request, reply) => {
      if (listeners.size >= mostListeners)
        throw new ApiTrouble('too-many-listeners', 503, 'Fifty pages are listening already.', 'Close one of them.')
      reply.hijack()
      reply.raw.writeHead(200, streamHeaders(reply))
      reply.raw.write('retry: 2000\n\n')
      listeners.add(reply)
      if (listeners.size === 1) {
        await look()
        begin()
      }
      request.raw.on('close', () => {
        listeners.delete(reply)
        if (listeners.size === 0) rest()
      })
    },
  })
}
