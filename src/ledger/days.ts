// Dates of claims as whole days since 1970-01-01, and spans of days for dates of a coarser grain. Days are proleptic Gregorian, UTC.
import type { ClaimDate } from '../claims/types.js'

/** First and last day that a date may mean, both inclusive. */
export interface DaySpan {
  readonly first: number
  readonly last: number
}

const millisecondsPerDay = 86_400_000
const fromParts = (year: number, month: number, day: number): number => {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return Math.floor(date.getTime() / millisecondsPerDay)
}

/** The days that an ISO day, month, year or decade ("199X") covers; undefined for anything else. */
export const spanOf = (iso: string): DaySpan | undefined => {
  const decade = /^(\d{3})X$/.exec(iso)
  if (decade)
    return { first: fromParts(Number(decade[1]) * 10, 1, 1), last: fromParts(Number(decade[1]) * 10 + 9, 12, 31) }
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso)
  if (!parts) return undefined
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)]
  const first = fromParts(year, month, day)
  if (parts[3] !== undefined) return isoOf(first) === iso ? { first, last: first } : undefined
  if (month < 1 || month > 12) return undefined
  const last = parts[2] !== undefined ? fromParts(year, month + 1, 1) - 1 : fromParts(year, 12, 31)
  return { first, last }
}

/** The day of an ISO day; of a coarser date its last day. @throws RangeError for anything else. */
export const dayOf = (iso: string): number => {
  const span = spanOf(iso)
  if (span === undefined)
    throw new RangeError(`date-invalid: "${iso}" is no ISO date; write it as 2021-09-08, 2021-09 or 2021`)
  return span.last
}

/** ISO day of a day number. */
export const isoOf = (day: number): string => new Date(day * millisecondsPerDay).toISOString().slice(0, 10)

/** The same day of the month so many months before; the month's last day where it is shorter. */
export const monthsBefore = (day: number, months: number): number => {
  const date = new Date(day * millisecondsPerDay)
  const index = date.getUTCFullYear() * 12 + date.getUTCMonth() - months
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
  return Math.min(fromParts(year, month, date.getUTCDate()), fromParts(year, month + 1, 1) - 1)
}

/**
 * The days that a claim's date covers; undefined where unknown. What is told as done cannot lie after the day the text appeared, so a
 * coarse date ("in 2021") ends there.
 */
export const claimSpan = (date: ClaimDate, actual: boolean, publishedOn: string | null): DaySpan | undefined => {
  const span = date.value === null ? undefined : spanOf(date.value)
  const published = publishedOn === null ? undefined : spanOf(publishedOn)?.last
  if (span === undefined || !actual || published === undefined || published < span.first) return span
  return { first: span.first, last: Math.min(span.last, published) }
}

/** A span in the finest grain that begins with it and holds it: "2021-09-08", "2021-09", "2021", "202X"; else "2021-03-05/2021-09-08". */
export const spanWords = (first: number, last: number): string => {
  const [from, to] = [isoOf(first), isoOf(last)]
  if (from === to) return from
  for (const words of [from.slice(0, 7), from.slice(0, 4), `${from.slice(0, 3)}X`]) {
    const span = spanOf(words)
    if (span?.first === first && last <= span.last) return words
  }
  return `${from}/${to}`
}
