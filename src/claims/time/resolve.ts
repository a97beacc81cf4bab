// A shape of time words, the document's day and the tense of the verb in; an ISO date with its grain out, or null where it cannot be told.
// Nothing falls back to the document's day in silence.
import type { Tense } from '../factuality/tense.js'
import type { Grain } from '../types.js'
import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  isDay,
  isoDay,
  isoDecade,
  isoMonth,
  parseDay,
  weekdayOf,
} from './calendar.js'
import type { Shape } from './types.js'

export interface Resolved {
  readonly value: string
  readonly grain: Grain
}

const dayValue = (day: Day): Resolved => ({ value: isoDay(day), grain: 'day' })

const resolveMonthDay = (
  { month, day, shift, year }: Extract<Shape, { kind: 'month-day' }>,
  today: Day | null,
  tense: Tense | null,
): Resolved | null => {
  const base = year ?? today?.year
  if (base === undefined) return null
  const inYear = (of: number): Day | null =>
    isDay({ year: of, month, day }) ? addDays({ year: of, month, day }, shift) : null
  const here = inYear(base)
  if (here === null) return null
  if (year !== null || today === null) return dayValue(here)
  const away = daysBetween(today, here)
  if (tense === 'future') return dayValue(away < 0 ? (inYear(base + 1) ?? here) : here)
  if (tense === 'past') return dayValue(away > 0 ? (inYear(base - 1) ?? here) : here)
  const other = away > 183 ? inYear(base - 1) : away < -183 ? inYear(base + 1) : here
  return dayValue(other ?? here)
}

const resolveMonth = (
  { month, which, year }: Extract<Shape, { kind: 'month' }>,
  today: Day | null,
  tense: Tense | null,
): Resolved | null => {
  if (year !== null) return { value: isoMonth(year, month), grain: 'month' }
  if (today === null) return null
  const ahead = tense === 'future' || which === 1
  if (ahead) return { value: isoMonth(month < today.month ? today.year + 1 : today.year, month), grain: 'month' }
  const before = which === -1 ? month >= today.month : month > today.month
  return { value: isoMonth(before ? today.year - 1 : today.year, month), grain: 'month' }
}

const resolveWeekday = (
  { weekday, which }: Extract<Shape, { kind: 'weekday' }>,
  today: Day | null,
  tense: Tense | null,
): Resolved | null => {
  if (today === null) return null
  const now = weekdayOf(today)
  if (which === 1 || (tense === 'future' && which !== -1)) {
    const ahead = (weekday - now + 7) % 7
    return dayValue(addDays(today, ahead === 0 && which === 1 ? 7 : ahead))
  }
  const back = (now - weekday + 7) % 7
  return dayValue(addDays(today, -(back === 0 && which === -1 ? 7 : back)))
}

const resolveOffset = ({ unit, amount }: Extract<Shape, { kind: 'offset' }>, today: Day | null): Resolved | null => {
  if (today === null) return null
  switch (unit) {
    case 'day':
      return dayValue(addDays(today, amount))
    case 'week': {
      const day = addDays(today, amount * 7)
      return { value: isoMonth(day.year, day.month), grain: 'month' }
    }
    case 'month': {
      const { year, month } = addMonths(today, amount)
      return { value: isoMonth(year, month), grain: 'month' }
    }
    case 'year':
      return { value: String(today.year + amount), grain: 'year' }
    case 'decade':
      return { value: isoDecade(today.year + amount * 10), grain: 'decade' }
    case 'century':
      return null
  }
}

const resolveSame = ({ before, shift }: Extract<Shape, { kind: 'same' }>, today: Day | null): Resolved | null => {
  const named = before === null ? null : resolveShape(before, today, 'past')
  if (named === null || shift === 0) return named
  const day = parseDay(named.value)
  return day === null ? null : dayValue(addDays(day, shift))
}

/** Resolves `shape`; `today` is the document's (or the post's) day, null where unknown. */
export const resolveShape = (shape: Shape, today: Day | null, tense: Tense | null): Resolved | null => {
  switch (shape.kind) {
    case 'absolute':
      return { value: shape.value, grain: shape.grain }
    case 'month-day':
      return resolveMonthDay(shape, today, tense)
    case 'month':
      return resolveMonth(shape, today, tense)
    case 'weekday':
      return resolveWeekday(shape, today, tense)
    case 'offset':
      return resolveOffset(shape, today)
    case 'ahead':
      return tense === 'past' || (shape.future && tense !== 'future')
        ? null
        : resolveOffset({ kind: 'offset', unit: shape.unit, amount: shape.amount }, today)
    case 'same':
      return resolveSame(shape, today)
    case 'vague':
    case 'duration':
      return null
  }
}
