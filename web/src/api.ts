// What the page asks of the server, and what it makes of an answer that is a problem, or that is told as it goes.
import type { Problem } from '../../src/faces/api/problem.js'
import type { Progress } from '../../src/faces/api/watch.js'
import { words } from './words.js'

/** A request that did not succeed, in words to show. */
export class Trouble extends Error {
  constructor(
    readonly title: string,
    detail: string,
    readonly remedy: string,
    readonly kind: string,
  ) {
    super(detail)
  }
}

export const offline = 'offline'

export type Asked = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

/** "?holder=TJK&holder=PAK&limit=20"; what is undefined or empty is left out. */
export const queryOf = (asked: Asked): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked))
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined && each !== '') query.append(name, String(each))
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

const troubleOf = (problem: Problem | undefined): Trouble =>
  problem?.detail === undefined
    ? new Trouble(words.states.unknown, '', '', 'unknown')
    : new Trouble(problem.title, problem.detail, problem.remedy, problem.type.replace('urn:demarche:problem:', ''))

const away = (error: unknown): never => {
  if (error instanceof DOMException && error.name === 'AbortError') throw error
  throw new Trouble(words.states.offlineTitle, words.states.offline, '', offline)
}

const send = async (path: string, init: RequestInit): Promise<Response> => {
  const response = await fetch(path, init).catch(away)
  if (!response.ok) throw troubleOf((await response.json().catch(() => undefined)) as Problem | undefined)
  return response
}

const posting = (body: object, accept: string, signal: AbortSignal | undefined): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', accept },
  body: JSON.stringify(body),
  ...(signal && { signal }),
})

/** Asks a question. */
export const ask = async <Answer>(name: string, asked: Asked = {}, signal?: AbortSignal): Promise<Answer> => {
  const response = await send(`/api/${name}${queryOf(asked)}`, {
    headers: { accept: 'application/json' },
    ...(signal && { signal }),
  })
  return (await response.json()) as Answer
}

/** Does something: the answer says what was done. */
export const act = async <Answer>(name: string, body: object, signal?: AbortSignal): Promise<Answer> => {
  const response = await send(`/api/${name}`, posting(body, 'application/json', signal))
  return (await response.json()) as Answer
}

/** The events of a stream as they come, each with its name and its data. */
async function* eventsOf(response: Response): AsyncGenerator<readonly [name: string, data: unknown]> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let kept = ''
  for (;;) {
    const { done, value } = await reader.read().catch(away)
    if (done) return
    const events = (kept + value).split('\n\n')
    kept = events.pop() ?? ''
    for (const event of events) {
      const found = /^event: (.+)\ndata: (.+)$/.exec(event)
      if (found !== null) yield [found[1]!, JSON.parse(found[2]!)]
    }
  }
}

/** Does something that takes long, and is told how far it is. Aborting the signal stops the work itself. */
export const actLong = async <Answer>(
  name: string,
  body: object,
  tell: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Answer> => {
  const response = await send(`/api/${name}`, posting(body, 'text/event-stream', signal))
  for await (const [event, data] of eventsOf(response)) {
    if (event === 'progress') tell(data as Progress)
    if (event === 'answer') return data as Answer
    if (event === 'problem') throw troubleOf(data as Problem)
  }
  throw new Trouble(words.states.offlineTitle, words.states.offline, '', offline)
}
