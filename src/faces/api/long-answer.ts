// A request whose answer takes long in, its answer out: as JSON when it is there, or, where the caller accepts text/event-stream, told as
// it goes: "progress" events, then one "answer" or one "problem". Law: a caller that hangs up stops the work.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { problemOfError } from './problem.js'
import type { Progress, Watch } from './watch.js'

/** Progress is told at most so often, in milliseconds. */
const tellEvery = 80

/** What a route that answers so says of it in the documents of the API. */
export const streamNote =
  'With "Accept: text/event-stream" it tells how far it is: "progress" events ({step, done, of}), then one "answer" or one "problem".'

const asEvent = (name: string, data: unknown): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`

/** The headers that a reply has gathered, for a stream that is written past it. */
export const streamHeaders = (reply: FastifyReply) =>
  ({ ...reply.getHeaders(), 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' }) as never

const wantsStream = (request: FastifyRequest): boolean =>
  (request.headers.accept ?? '').split(',').some(kind => kind.trim().startsWith('text/event-stream'))

const seldom = (tell: Watch['tell']): Watch['tell'] => {
  let last = Number.NEGATIVE_INFINITY
  return progress => {
    const now = performance.now()
    if (now - last < tellEvery) return
    last = now
    tell(progress)
  }
}

/** Does the work for a caller, who is told of it in the way the request asks for. */
export const answerLong = async <T>(
  request: FastifyRequest,
  reply: FastifyReply,
  work: (watch: Watch) => Promise<T>,
): Promise<T> => {
  const control = new AbortController()
  reply.raw.on('close', () => control.abort())
  const { signal } = control
  if (!wantsStream(request)) return work({ tell: () => undefined, signal })
  reply.hijack()
  reply.raw.writeHead(200, streamHeaders(reply)).flushHeaders()
  const tell = (progress: Progress): void => {
    if (!signal.aborted) reply.raw.write(asEvent('progress', progress))
  }
  try {
    reply.raw.end(asEvent('answer', await work({ tell: seldom(tell), signal })))
  } catch (error) {
    const trouble = problemOfError(error as Error)
    if (trouble.status >= 500 && !signal.aborted) request.log.error(error)
    reply.raw.end(asEvent('problem', trouble))
  }
  return undefined as never
}
