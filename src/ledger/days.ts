// Dates of claims as whole days since 1970-01-01, and spans of days for dates of a coarser grain. Days are proleptic Gregorian, UTC.
import type { ClaimDate } from '../claims/types.js'

/** First and last day that a date may mean, both inclusive. */
export interface DaySpan {
  readonly first: number
  readonly last: number
}

const [daysOfEra, yearsOfEra, daysBeforeEpoch] = [146_097, 400, 719_468]

/** Day of a date of the calendar; months and days beyond their bounds count on. Counts in eras of 400 years that begin on 1 March. */
const fromParts = (year: number, month: number, day: number): number => {
  const months = year * 12 + month - 3
  const [marchYear, marchMonth] = [Math.floor(months / 12), ((months % 12) + 12) % 12]
  const era = Math.floor(marchYear / yearsOfEra)
  const yearOfEra = marchYear - era * yearsOfEra
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * daysOfEra + dayOfEra - daysBeforeEpoch
}

/** The days that an ISO day, month, year or decade ("199X") covers; undefined for anything else. */
export const spanOf = (iso: string): DaySpan | undefined => {
  const parts = /^(\d{3})(?:X|(\d)(?:-(\d{2})(?:-(\d{2}))?)?)$/.exec(iso)
  if (!parts) return undefined
  const [, decade, digit, monthDigits, dayDigits] = parts
  if (digit === undefined)
    return { first: fromParts(Number(decade) * 10, 1, 1), last: fromParts(Number(decade) * 10 + 9, 12, 31) }
  const [year, month, day] = [Number(decade + digit), Number(monthDigits ?? 1), Number(dayDigits ?? 1)]
  if (month < 1 || month > 12) return undefined
  const [first, next] = [fromParts(year, month, day), fromParts(year, month + 1, 1)]
  if (dayDigits !== undefined) return day >= 1 && first < next ? { first, last: first } : undefined
  return { first, last: monthDigits === undefined ? fromParts(year, 12, 31) : next - 1 }
}

/** The day of an ISO day; of a coarser date its last day. @throws RangeError for anything else. */
export const dayOf = (iso: string): number => {
  const span = spanOf(iso)
  if (span === undefined)
    throw new RangeError(`date-invalid: "${iso}" is no ISO date; write it as 2021-09-08, 2021-09 or 2021`)
  return span.last
}

/** ISO day of a day number, of the years 0 to 9999. Counts in eras of 400 years that begin on 1 March. */
export const isoOf = (day: number): string => {
  const sinceEra = day + daysBeforeEpoch
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
  const [year, month, date] = isoOf(day).split('-').map(Number) as [number, number, number]
  return Math.min(fromParts(year, month - months, date), fromParts(year, month - months + 1, 1) - 1)
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
