// Words of a date in, an ISO day out. Only whole dates count: a day, a month and a year that stand together.
import type { TimeLexicon } from '../knowledge/time-schema.js'
import type { Span } from '../text/types.js'

export interface DatedSpan extends Span {
  /** ISO 8601 day. */
  readonly day: string
}

export interface Calendar {
  /** The first whole date that `text` names; undefined for none. */
  dayIn(text: string): DatedSpan | undefined
  isWeekday(word: string): boolean
}

/** The ISO day, undefined where the calendar has no such day. */
const isoDay = (year: number, month: number, day: number): string | undefined => {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000 && year <= 2999
  return exists ? date.toISOString().slice(0, 10) : undefined
}

/** 26/07/2022 has one reading, 05/07/2022 two and therefore none. */
const fromFigures = (first: number, second: number, year: number): string | undefined => {
  if (first > 12) return isoDay(year, second, first)
  return second > 12 ? isoDay(year, first, second) : undefined
}

export const bindCalendar = (time: TimeLexicon): Calendar => {
  const monthOf = new Map(
    Object.entries(time.months).flatMap(([month, names]) =>
      names.map(name => [name.replace(/\.$/, ''), Number(month)] as const),
    ),
  )
  const weekdays = new Set(
    Object.values(time.weekdays)
      .flat()
      .map(name => name.replace(/\.$/, '')),
  )
  const name = [...monthOf.keys()].sort((a, b) => b.length - a.length).join('|')
  const patterns: readonly (readonly [RegExp, (parts: readonly string[]) => string | undefined])[] = [
    [
      /(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/,
      ([, year, month, day]) => isoDay(Number(year), Number(month), Number(day)),
    ],
    [
      new RegExp(
        `(?<![\\p{L}])(${name})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*\\(\\p{L}+\\.?\\))?,?\\s+(\\d{4})(?!\\d)`,
        'iu',
      ),
      ([, month, day, year]) => isoDay(Number(year), monthOf.get(month!.toLowerCase())!, Number(day)),
    ],
    [
      new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[\\s-](?:of\\s+)?(${name})\\.?,?[\\s-]+(\\d{4})(?!\\d)`, 'iu'),
      ([, day, month, year]) => isoDay(Number(year), monthOf.get(month!.toLowerCase())!, Number(day)),
    ],
    [
      /(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/,
      ([, first, second, year]) => fromFigures(Number(first), Number(second), Number(year)),
    ],
  ]
  return {
    dayIn: text => {
      const found = patterns.flatMap(([pattern, read]) => {
        const match = pattern.exec(text)
        const day = match === null ? undefined : read(match)
        return day === undefined ? [] : [{ day, start: match!.index, end: match!.index + match![0].length }]
      })
      return found.sort((a, b) => a.start - b.start)[0]
    },
    isWeekday: word => weekdays.has(word.toLowerCase().replace(/\.$/, '')),
  }
}
