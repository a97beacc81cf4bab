// A predicate and the dates of its document in; its date out, with the words it came from. The law kept here (codebook rule 11): a past act
// told without a date is unknown and never dated to publication; what is held, said or foreseen in the text has the document's day, marked so.
import type { Span } from '../../text/types.js'
import type { Tense } from '../factuality/tense.js'
import type { Reading } from '../frames/reading.js'
import type { ClaimDate } from '../types.js'
import { isOfMainClause, nearness } from './anchor.js'
import { type Day, daysBetween, isoDay, parseDay } from './calendar.js'
import { type Resolved, resolveShape } from './resolve.js'
import type { DateBook, DateExpression } from './types.js'

export interface Occasion {
  readonly tense: Tense | null
  /** A stance that is held when it is voiced: present, planned, refused, demanded, or done by saying it. */
  readonly stance: boolean
  /** Done by saying it: "welcomes the agreement of 2 December" is of the day on which it is said. */
  readonly spoken: boolean
  /** What the document tells of the past without a date is of its own day: the present perfect, and a government's own notice. */
  readonly current: boolean
  /** The document's day, or the post's; null where unknown. */
  readonly documentDate: string | null
}

export interface DatedBy {
  readonly date: ClaimDate
  /** The words of the date; null where it has none. */
  readonly span: Span | null
}

const unknown: ClaimDate = { value: null, grain: null, words: null, basis: 'unknown' }

const fallback = ({ tense, stance, current, documentDate }: Occasion): DatedBy => {
  const day = parseDay(documentDate)
  if (day === null || (tense === 'past' && !stance && !current)) return { date: unknown, span: null }
  return { date: { value: isoDay(day), grain: 'day', words: null, basis: 'document' }, span: null }
}

const best = (
  expressions: readonly DateExpression[],
  reading: Reading,
  predicate: number,
  reportedToo: boolean,
): DateExpression | null => {
  let found: { readonly expression: DateExpression; readonly near: number; readonly gap: number } | null = null
  for (const expression of expressions) {
    if (expression.shape.kind === 'duration') continue
    const near = nearness(reading, expression, predicate, reportedToo) - (expression.shape.kind === 'vague' ? 0.5 : 0)
    const gap = Math.min(Math.abs(expression.first - predicate), Math.abs(expression.last - predicate))
    if (near <= 0) continue
    if (found === null || near > found.near || (near === found.near && gap < found.gap))
      found = { expression, near, gap }
  }
  return found?.expression ?? null
}

const longestLag = 7

/**
 * Is the date that of what is spoken of? What is said in the present on the document's day is not of another day that its words name, and
 * what was done is not of a day to come.
 */
const isOfAnotherThing = (
  { tense, spoken }: Occasion,
  expression: DateExpression,
  { value }: Resolved,
  today: Day | null,
): boolean => {
  if (today === null || expression.since) return false
  const day = parseDay(value)
  if (tense === 'past') return value > isoDay(today)
  if (!spoken || tense !== 'present') return false
  return day === null ? value.slice(0, 4) !== isoDay(today).slice(0, 4) : Math.abs(daysBetween(day, today)) > longestLag
}

/** Dates `predicate`. `words` is the slice of `text` that `span` covers. */
export const dateOf = (
  book: DateBook,
  reading: Reading,
  predicate: number,
  occasion: Occasion,
  text: string,
): DatedBy => {
  const today = parseDay(occasion.documentDate)
  const own = best(book.bySentence[reading.sentence] ?? [], reading, predicate, occasion.stance)
  const goesOn = own === null && occasion.tense === 'past' && isOfMainClause(reading, predicate)
  const carried = goesOn ? (book.carried[reading.sentence] ?? null) : null
  const expression = own ?? carried
  if (expression === null) return fallback(occasion)
  const span = { start: expression.start, end: expression.end }
  const words = text.slice(span.start, span.end)
  const resolved = resolveShape(expression.shape, today, occasion.tense)
  const strange = resolved !== null && isOfAnotherThing(occasion, expression, resolved, today)
  if (strange) return fallback(occasion)
  if (resolved !== null) return { date: { ...resolved, words, basis: 'text' }, span }
  if (occasion.stance && occasion.tense !== 'past') return fallback(occasion)
  return { date: { ...unknown, words }, span }
}
