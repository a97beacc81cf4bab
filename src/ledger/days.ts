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

const [daysOfEra, yearsOfEra] = [146_097, 400]

/** ISO day of a day number, of the years 0 to 9999. Counts in eras of 400 years that begin on 1 March. */
export const isoOf = (day: number): string => {
  const sinceEra = day + 719_468
  const era = Math.floor(sinceEra / daysOfEra)
  const dayOfEra = sinceEra - era * daysOfEra
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * yearsOfEra + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
}

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
