// The line under a pasted or embedded post in, who posted and when out: "— Name (@handle) September 8, 2021".
import type { Calendar } from './calendar.js'

export interface Signature {
  readonly author: string
  /** ISO 8601 day; null where none is given. */
  readonly date: string | null
  /** Where in the line it begins. */
  readonly start: number
}

const shape = /(?:^|\s)(?:[—–―]|--?|&mdash;)\s*(?<author>[^()\n—–]{1,80}?)\s*\(@\w{1,30}\)\s*(?<rest>.{0,60})$/u

/** The signature that ends `line`; undefined where none does. */
export const signatureIn = (line: string, calendar: Calendar): Signature | undefined => {
  const found = shape.exec(line)
  if (found === null) return undefined
  const { author, rest } = found.groups as { author: string; rest: string }
  const day = calendar.dayIn(rest)
  if (rest.trim() !== '' && day === undefined) return undefined
  return { author: author.trim(), date: day?.day ?? null, start: found.index }
}
