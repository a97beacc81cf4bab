// Days of the proleptic Gregorian calendar as ISO text, and the few sums that dates in news need. No clock.
const dayUnits = 86_400_000

export interface Day {
  readonly year: number
  /** 1–12. */
  readonly month: number
  /** 1–31. */
  readonly day: number
}

const padded = (value: number, width: number): string => String(value).padStart(width, '0')

export const isoDay = ({ year, month, day }: Day): string => `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`
export const isoMonth = (year: number, month: number): string => `${padded(year, 4)}-${padded(month, 2)}`
/** "199X". */
export const isoDecade = (year: number): string => `${padded(Math.floor(year / 10), 3)}X`

/** Reads "2021-09-08" or "2021-09-08T…"; null for anything else or a day that does not exist. */
export const parseDay = (text: string | null): Day | null => {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(text ?? '')
  if (found === null) return null
  const day = { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) }
  return isDay(day) ? day : null
}

const stamp = ({ year, month, day }: Day): number => {
  const date = new Date(Date.UTC(2000, month - 1, day))
  return date.setUTCFullYear(year, month - 1, day)
}

const fromStamp = (at: number): Day => {
  const date = new Date(at)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

export const isDay = (day: Day): boolean => {
  const { year, month, day: number } = fromStamp(stamp(day))
  return year === day.year && month === day.month && number === day.day
}

export const addDays = (day: Day, days: number): Day => fromStamp(stamp(day) + days * dayUnits)

/** The month `months` away, as year and month. */
export const addMonths = (
  { year, month }: Pick<Day, 'year' | 'month'>,
  months: number,
): { year: number; month: number } => {
  const index = year * 12 + month - 1 + months
  return { year: Math.floor(index / 12), month: (index % 12) + 1 }
}

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: Day): number => ((((fromDays(stamp(day)) + 3) % 7) + 7) % 7) + 1
const fromDays = (at: number): number => Math.floor(at / dayUnits)

/** Days from `a` to `b`. */
export const daysBetween = (a: Day, b: Day): number => Math.round((stamp(b) - stamp(a)) / dayUnits)
