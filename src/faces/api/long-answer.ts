// A request whose answer takes long in, its answer out: as JSON when it is there, or, where the caller accepts text/event-stream, told as
// it goes: "progress" events, then one "answer" or one "problem". Law: a caller that hangs up stops the work.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ApiTrouble, problemOfError } from './problem.js'
import type { Watch } from './watch.js'

/** Where a route does not say how long its work may take, in milliseconds. */
const longest = 120_000
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

/** What is told of work that was stopped; of any other error itself. */
const causeOf = (error: unknown, gone: AbortSignal, late: AbortSignal): unknown => {
  if (gone.aborted)
    return new ApiTrouble(
      'stopped',
      408,
      'The caller hung up, and the work was stopped.',
      'Nothing half done was kept.',
    )
  if (late.aborted)
    return new ApiTrouble(
      'too-long',
      503,
      'This takes longer than it may.',
      'Ask for less at a time. Nothing half done was kept.',
    )
  return error
}

/** Does the work for a caller, who is told of it in the way the request asks for; for as long as the route allows and the caller waits. */
export const answerLong = async <T>(
  request: FastifyRequest,
  reply: FastifyReply,
  work: (watch: Watch) => Promise<T>,
): Promise<T> => {
  const control = new AbortController()
  const gone = control.signal
  reply.raw.on('close', () => control.abort())
  const late = AbortSignal.timeout(request.routeOptions.handlerTimeout ?? longest)
  const signal = AbortSignal.any([gone, late])
  const done = (tell: Watch['tell']): Promise<T> =>
    work({ tell, signal }).catch(error => {
      throw causeOf(error, gone, late)
    })
  if (!wantsStream(request)) return done(() => undefined)
  reply.hijack()
  reply.raw.writeHead(200, streamHeaders(reply)).flushHeaders()
  try {
    const tell = seldom(progress => reply.raw.write(asEvent('progress', progress)))
    reply.raw.end(asEvent('answer', await done(tell)))
  } catch (error) {
    const trouble = problemOfError(error as Error)
    if (trouble.status === 500) request.log.error(error)
    reply.raw.end(asEvent('problem', trouble))
  }
  return undefined as never
}
