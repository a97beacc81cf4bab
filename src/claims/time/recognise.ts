// One sentence's words in, its time expressions out, as word ranges with their shapes. Recognised by the words alone, so that a bad parse
// loses no date.
import type { Word } from '../../syntax/types.js'
import { isDay, isoDay, isoDecade, isoMonth } from './calendar.js'
import type { DateLexicon } from './lexicon.js'
import type { Shape } from './types.js'

export interface Found {
  readonly first: number
  readonly last: number
  readonly shape: Shape
  readonly since: boolean
}

/** The words of a sentence, lower-case, with what the recognisers ask of them. */
interface Line {
  readonly forms: readonly string[]
  readonly words: readonly Word[]
  readonly lexicon: DateLexicon
}

const at = (line: Line, index: number): string => line.forms[index] ?? ''

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

type Recogniser = (line: Line, index: number) => Found | null

const found = (first: number, last: number, shape: Shape): Found => ({ first, last, shape, since: false })

/** "September 8, 2021", "Sept. 8", "September 2021", "last September", "September". */
const monthFirst: Recogniser = (line, index) => {
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
const dayFirst: Recogniser = (line, index) => {
  const day = dayNumber(at(line, index))
  if (day === null) return null
  const next = at(line, index + 1) === 'of' ? index + 2 : index + 1
  const month = isMonth(line, next)
  if (month === null) return null
  if (dayNumber(at(line, next + 1)) !== null && yearNumber(at(line, next + 1)) === null) return null
  const year = yearAfter(line, next + 1)
  return found(index, year?.last ?? next, monthDay(month, day, year?.year ?? null))
}

const iso: Recogniser = (line, index) => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(at(line, index))
  if (match === null) return null
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  return isDay(day) ? found(index, index, { kind: 'absolute', value: isoDay(day), grain: 'day' }) : null
}

/** "Wednesday", "last Wednesday", "Wednesday evening", "Wednesday, September 8". */
const weekday: Recogniser = (line, index) => {
  const day = line.lexicon.weekdays.get(at(line, index))
  if (day === undefined || !/^\p{Lu}/u.test(line.words[index]!.form)) return null
  const beyond = at(line, index + 1) === ',' ? index + 2 : index + 1
  const date = monthFirst(line, beyond) ?? dayFirst(line, beyond)
  if (date !== null && (date.shape.kind === 'absolute' || date.shape.kind === 'month-day'))
    return { ...date, first: index }
  const shift = at(line, index - 1) === 'the' ? undefined : line.lexicon.shifts.get(at(line, index - 1))
  const last = line.lexicon.dayParts.has(at(line, index + 1)) ? index + 1 : index
  const first = shift === undefined ? index : index - 1
  return found(withPart(line, first), last, { kind: 'weekday', weekday: day, which: shift ?? null })
}

/** "earlier on Wednesday", "late Wednesday": the words before belong to it. */
const withPart = (line: Line, first: number): number => {
  if (['earlier', 'later'].includes(at(line, first - 2)) && ['on', 'in'].includes(at(line, first - 1))) return first - 2
  return ['earlier', 'later', 'early', 'late'].includes(at(line, first - 1)) ? first - 1 : first
}

/** "in 1997", "(2014)", "early 2019", "the 1990s", "1996-2001". */
const year: Recogniser = (line, index) => {
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

const relative: Recogniser = (line, index) => {
  const amount = line.lexicon.relative.get(at(line, index))
  if (amount === undefined) return null
  const last = line.lexicon.dayParts.has(at(line, index + 1)) ? index + 1 : index
  return found(withPart(line, index), last, { kind: 'offset', ...amount })
}

/** "last week", "this year", "next month", "the past week". */
const shiftedUnit: Recogniser = (line, index) => {
  const which = line.lexicon.shifts.get(at(line, index))
  const unit = line.lexicon.units.get(at(line, index + 1))
  if (which === undefined || unit === undefined || at(line, index) === 'the' || /s$/.test(at(line, index + 1)))
    return null
  const part = line.lexicon.dayParts.has(at(line, index + 1))
  if (part && which !== 0 && at(line, index + 1) !== 'night') return null
  const first =
    at(line, index - 1) === 'earlier' ||
    at(line, index - 1) === 'later' ||
    at(line, index - 1) === 'late' ||
    at(line, index - 1) === 'early'
      ? index - 1
      : index
  return found(first, index + 1, { kind: 'offset', unit: part ? 'day' : unit, amount: part && which === 0 ? 0 : which })
}

const amountOf = (line: Line, index: number): number | null => {
  const form = at(line, index)
  if (/^\d{1,3}$/.test(form)) return Number(form)
  return line.lexicon.numbers.get(form) ?? null
}

/** "two days ago", "a year earlier", "for twenty years", "over the past decade". */
const counted: Recogniser = (line, index) => {
  const unit = line.lexicon.units.get(at(line, index))
  if (unit === undefined || line.lexicon.dayParts.has(at(line, index))) return null
  const single = amountOf(line, index - 1)
  const ofCouple = at(line, index - 1) === 'of' ? amountOf(line, index - 2) : null
  const amount = single ?? ofCouple
  const before = at(line, index - 1)
  const start = amount === null ? index : ofCouple !== null ? index - 2 : index - 1
  const next = at(line, index + 1)
  if (next === 'ago') {
    if (amount === null || !isExact(line, start)) return found(start, index + 1, { kind: 'vague' })
    const half = at(line, index - 1)
    return found(
      start,
      index + 1,
      half === 'several' || half === 'few' ? { kind: 'vague' } : { kind: 'offset', unit, amount: -amount },
    )
  }
  if (line.lexicon.ahead.has(next) || ['earlier', 'before', 'previously'].includes(next))
    return found(start, index + 1, { kind: 'vague' })
  const measure = [
    'for',
    'over',
    'during',
    'within',
    'past',
    'last',
    'throughout',
    'recent',
    'more',
    'than',
    'after',
    'nearly',
    'almost',
  ]
  if (
    (amount !== null || /s$/.test(at(line, index))) &&
    (measure.includes(at(line, start - 1)) || measure.includes(before))
  )
    return found(start, index, { kind: 'duration' })
  return null
}

const isExact = (line: Line, start: number): boolean =>
  !['several', 'some', 'few', 'many', 'about', 'around', 'roughly'].includes(at(line, start - 1)) &&
  !['several', 'few', 'dozen', 'hundred'].includes(at(line, start))

const matches = (line: Line, index: number, words: readonly string[]): boolean =>
  words.every((word, offset) => at(line, index + offset).replace('’', "'") === word)

/** "Independence Day", "the eve of Tajikistan's Independence Day", "Christmas". */
const holiday: Recogniser = (line, index) => {
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

/** "that day", "the same year". */
const same: Recogniser = (line, index) => {
  const unit = line.lexicon.units.get(at(line, index))
  if (unit === undefined || line.lexicon.dayParts.has(at(line, index))) return null
  const before = at(line, index - 1)
  if (before !== 'that' && before !== 'same') return null
  return found(index - 1, index, { kind: 'same', before: null })
}

const vague: Recogniser = (line, index) => {
  const phrase = (line.lexicon.vague.get(at(line, index)) ?? []).find(words => matches(line, index, words))
  return phrase === undefined ? null : found(index, index + phrase.length - 1, { kind: 'vague' })
}

const recognisers: readonly Recogniser[] = [
  iso,
  holiday,
  weekday,
  dayFirst,
  monthFirst,
  year,
  shiftedUnit,
  same,
  counted,
  relative,
  vague,
]

/** Every time expression of a sentence, in order; of two that overlap the one that says more stays. */
export const recogniseDates = (words: readonly Word[], lexicon: DateLexicon): readonly Found[] => {
  const line: Line = { words, lexicon, forms: words.map(word => word.form.toLowerCase()) }
  const all: Found[] = []
  for (let index = 0; index < words.length; index++) {
    const hit = recognisers.map(recognise => recognise(line, index)).find(one => one !== null)
    if (hit === undefined) continue
    const last = all.at(-1)
    if (last !== undefined && hit.first <= last.last) {
      if (hit.last - hit.first > last.last - last.first) all[all.length - 1] = hit
      continue
    }
    all.push(hit)
  }
  return all.map(one => ({
    ...one,
    since: lexicon.since.has(at(line, one.first - 1)) && at(line, one.first - 1) === 'since',
  }))
}
