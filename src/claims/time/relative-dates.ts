// Dates counted from another day: the document's ("last week", "two days ago") or the one named before ("that day", "a day later").
import { at, found, type Line, matches, type Recogniser, withPart } from './line.js'

export const relative: Recogniser = (line, index) => {
  const amount = line.lexicon.relative.get(at(line, index))
  if (amount === undefined) return null
  const last = line.lexicon.dayParts.has(at(line, index + 1)) ? index + 1 : index
  return found(withPart(line, index), last, { kind: 'offset', ...amount })
}

/** "last week", "this year", "next month", "the past week". */
export const shiftedUnit: Recogniser = (line, index) => {
  const which = line.lexicon.shifts.get(at(line, index))
  const unit = line.lexicon.units.get(at(line, index + 1))
  if (which === undefined || unit === undefined || at(line, index) === 'the' || /s$/.test(at(line, index + 1)))
    return null
  // "over the last year" ends now; "last year" is the one before.
  if (which < 0 && at(line, index - 1) === 'the') return found(index - 1, index + 1, { kind: 'duration' })
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
export const counted: Recogniser = (line, index) => {
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
  if (amount !== null && ['within', 'in'].includes(at(line, start - 1)) && next !== 'of')
    return found(start, index, { kind: 'ahead', unit, amount, future: at(line, start - 1) === 'in' })
  const { measures } = line.lexicon
  if ((amount !== null || /s$/.test(at(line, index))) && (measures.has(at(line, start - 1)) || measures.has(before)))
    return found(start, index, { kind: 'duration' })
  return null
}

const isExact = (line: Line, start: number): boolean =>
  !['several', 'some', 'few', 'many', 'about', 'around', 'roughly'].includes(at(line, start - 1)) &&
  !['several', 'few', 'dozen', 'hundred'].includes(at(line, start))

/** "that day", "the same year", "since then". */
export const same: Recogniser = (line, index) => {
  if (at(line, index) === 'then' && at(line, index - 1) === 'since')
    return { ...found(index - 1, index, { kind: 'same', before: null, shift: 0 }), since: true }
  const unit = line.lexicon.units.get(at(line, index))
  if (unit === undefined || line.lexicon.dayParts.has(at(line, index))) return null
  const before = at(line, index - 1)
  if (before !== 'that' && before !== 'same') return null
  return found(index - 1, index, { kind: 'same', before: null, shift: 0 })
}

/** "the next day", "the day before", "a day later": counted from what was named before. */
export const besideThat: Recogniser = (line, index) => {
  if (at(line, index) !== 'day') return null
  const determined = ['the', 'a', 'one'].includes(at(line, index - 1))
  const shift = at(line, index - 2) === 'the' ? line.lexicon.nextDays.get(at(line, index - 1)) : undefined
  if (shift !== undefined) return found(index - 2, index, { kind: 'same', before: null, shift })
  const beside = determined ? line.lexicon.besideDay.get(at(line, index + 1)) : undefined
  const follows = /^[,.;]?$/.test(at(line, index + 2))
  return beside === undefined || !follows
    ? null
    : found(index - 1, index + 1, { kind: 'same', before: null, shift: beside })
}

export const vague: Recogniser = (line, index) => {
  const phrase = (line.lexicon.vague.get(at(line, index)) ?? []).find(words => matches(line, index, words))
  return phrase === undefined ? null : found(index, index + phrase.length - 1, { kind: 'vague' })
}
