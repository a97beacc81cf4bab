// What the page asks of the server, and what it makes of an answer that is a problem.
import type { Problem } from '../../src/faces/api/problem.js'
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

const readProblem = async (response: Response): Promise<Trouble> => {
  const problem = (await response.json().catch(() => undefined)) as Problem | undefined
  if (problem?.detail === undefined) return new Trouble(words.states.unknown, '', '', 'unknown')
  return new Trouble(problem.title, problem.detail, problem.remedy, problem.type.replace('urn:demarche:problem:', ''))
}

const send = async (path: string, init: RequestInit): Promise<Response> => {
  const response = await fetch(path, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Trouble(words.states.offlineTitle, words.states.offline, '', offline)
  })
  if (!response.ok) throw await readProblem(response)
  return response
}

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
  const response = await send(`/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  })
  return (await response.json()) as Answer
}
