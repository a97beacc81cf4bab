// Dates by the names of the calendar: days, months, years, decades, weekdays and feasts.
import { isDay, isoDay, isoDecade, isoMonth } from './calendar.js'
import { at, found, type Line, matches, type Recogniser, withPart } from './line.js'
import type { Shape } from './types.js'

const dayNumber = (form: string): number | null => {
  const found = /^(\d{1,2})(st|nd|rd|th)?$/.exec(form)
  const day = found === null ? 0 : Number(found[1])
  return day >= 1 && day <= 31 ? day : null
}

const yearNumber = (form: string): number | null => (/^(1[0-9]|20)\d\d$/.test(form) ? Number(form) : null)

const decadeStart = (line: Line, index: number): number | null => {
  const form = at(line, index)
  const plain = /^((?:1[5-9]|20)\d0)['’]?s$/.exec(form)
  if (plain !== null) return Number(plain[1])
  const short = /^['’‘]?([2-9]0)s$/.exec(form)
  if (short !== null) return 1900 + Number(short[1])
  const spelt = line.lexicon.decades.get(form)
  return spelt !== undefined && at(line, index - 1) === 'the' ? 1900 + spelt * 10 : null
}

const isMonth = (line: Line, index: number): number | null => {
  const month = line.lexicon.months.get(at(line, index))
  if (month === undefined) return null
  if (!/^\p{Lu}/u.test(line.words[index]!.form)) return null
  if (!line.lexicon.doubtfulMonths.has(at(line, index))) return month
  const near = [at(line, index - 1), at(line, index + 1)]
  const told =
    near.some(form => dayNumber(form) !== null || yearNumber(form) !== null) ||
    line.lexicon.yearPrepositions.has(near[0]!) ||
    line.lexicon.shifts.has(near[0]!)
  return told && line.words[index]!.upos !== 'AUX' ? month : null
}

const monthDay = (month: number, day: number, year: number | null): Shape =>
  year !== null && isDay({ year, month, day })
    ? { kind: 'absolute', value: isoDay({ year, month, day }), grain: 'day' }
    : { kind: 'month-day', month, day, shift: 0, year: null }

/** A year right after a date: "8, 2021" or "2021". */
const yearAfter = (line: Line, index: number): { year: number; last: number } | null => {
  const plain = yearNumber(at(line, index))
  if (plain !== null) return { year: plain, last: index }
  const year = at(line, index) === ',' ? yearNumber(at(line, index + 1)) : null
  return year === null ? null : { year, last: index + 1 }
}

/** "September 8, 2021", "Sept. 8", "September 2021", "last September", "September". */
export const monthFirst: Recogniser = (line, index) => {
  const month = isMonth(line, index)
  if (month === null) return null
  const dotted = at(line, index + 1) === '.' ? 1 : 0
  const next = index + 1 + dotted
  const day = dayNumber(at(line, next))
  if (day !== null) {
    const year = yearAfter(line, next + 1)
    return found(index, year?.last ?? next, monthDay(month, day, year?.year ?? null))
  }
  const year = yearAfter(line, at(line, next) === 'of' ? next + 1 : next)
  if (year !== null)
    return found(index, year.last, { kind: 'absolute', value: isoMonth(year.year, month), grain: 'month' })
  const shift = line.lexicon.shifts.get(at(line, index - 1))
  const which = at(line, index - 1) === 'the' ? undefined : shift
  return found(which === undefined ? index : index - 1, index, {
    kind: 'month',
    month,
    which: which ?? null,
    year: null,
  })
}

/** "8 September 2021", "the 2nd of September". */
export const dayFirst: Recogniser = (line, index) => {
  const day = dayNumber(at(line, index))
  if (day === null) return null
  const next = at(line, index + 1) === 'of' ? index + 2 : index + 1
  const month = isMonth(line, next)
  if (month === null) return null
  if (dayNumber(at(line, next + 1)) !== null && yearNumber(at(line, next + 1)) === null) return null
  const year = yearAfter(line, next + 1)
  return found(index, year?.last ?? next, monthDay(month, day, year?.year ?? null))
}

export const iso: Recogniser = (line, index) => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(at(line, index))
  if (match === null) return null
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  return isDay(day) ? found(index, index, { kind: 'absolute', value: isoDay(day), grain: 'day' }) : null
}

/** "Good Friday", "Bloody Sunday": names of one day, and of what is called after it. */
const feasts: ReadonlySet<string> = new Set(['good', 'bloody', 'black', 'super', 'palm', 'holy', 'ash'])

/** "Wednesday", "last Wednesday", "Wednesday evening", "Wednesday, September 8". */
export const weekday: Recogniser = (line, index) => {
  const day = line.lexicon.weekdays.get(at(line, index))
  if (day === undefined || !/^\p{Lu}/u.test(line.words[index]!.form) || feasts.has(at(line, index - 1))) return null
  const beyond = at(line, index + 1) === ',' ? index + 2 : index + 1
  const date = monthFirst(line, beyond) ?? dayFirst(line, beyond)
  if (date !== null && (date.shape.kind === 'absolute' || date.shape.kind === 'month-day'))
    return { ...date, first: index }
  const shift = at(line, index - 1) === 'the' ? undefined : line.lexicon.shifts.get(at(line, index - 1))
  const last = line.lexicon.dayParts.has(at(line, index + 1)) ? index + 1 : index
  const first = shift === undefined ? index : index - 1
  return found(withPart(line, first), last, { kind: 'weekday', weekday: day, which: shift ?? null })
}

/** "in 1997", "(2014)", "early 2019", "the 1990s", "1996-2001". */
export const year: Recogniser = (line, index) => {
  const decade = decadeStart(line, index)
  if (decade !== null)
    return found(at(line, index - 1) === 'the' ? index - 1 : index, index, {
      kind: 'absolute',
      value: isoDecade(decade),
      grain: 'decade',
    })
  const range = /^((?:1[5-9]|20)\d\d)[-–—/](\d{2}|\d{4})$/.exec(at(line, index))
  if (range !== null) return found(index, index, { kind: 'absolute', value: range[1]!, grain: 'year' })
  const plain = yearNumber(at(line, index))
  if (plain === null || plain < 1200) return null
  const before = at(line, index - 1)
  const bracketed = (before === '(' || before === '[') && [')', ']', ',', '–', '-', ';'].includes(at(line, index + 1))
  const dashed = /^[-–—]$/.test(before) && yearNumber(at(line, index - 2)) !== null
  const listed = before === ',' && yearNumber(at(line, index - 2)) !== null
  const node = line.words[index]!
  const modifying =
    node.upos === 'NUM' &&
    line.words[index + 1] !== undefined &&
    /^\p{L}/u.test(line.words[index + 1]!.form) &&
    plain >= 1900 &&
    ['the', 'a', "'s", '’s', 'its', 'their', 'his', 'her'].includes(before)
  if (
    !line.lexicon.yearPrepositions.has(before) &&
    !line.lexicon.parts.has(before) &&
    !bracketed &&
    !dashed &&
    !listed &&
    !modifying
  )
    return null
  const first = line.lexicon.parts.has(before) ? index - 1 : index
  return found(first, index, { kind: 'absolute', value: String(plain), grain: 'year' })
}

/** "Independence Day", "the eve of Tajikistan's Independence Day", "Christmas". */
export const holiday: Recogniser = (line, index) => {
  const entry = (line.lexicon.holidays.get(at(line, index)) ?? []).find(({ words }) => matches(line, index, words))
  if (entry === undefined || !/^\p{Lu}/u.test(line.words[index]!.form)) return null
  const last = index + entry.words.length - 1
  if (entry.month === null || entry.day === null) return found(index, last, { kind: 'vague' })
  const before = at(line, index - 1) === 'the' ? index - 2 : index - 1
  const eve = at(line, before) === 'of' && at(line, before - 1) === 'eve'
  const trailing = at(line, last + 1) === 'eve'
  const first = eve ? before - 1 : index
  return found(first, trailing ? last + 1 : last, {
    kind: 'month-day',
    month: entry.month,
    day: entry.day,
    shift: eve || trailing ? -1 : 0,
    year: null,
  })
}
