// time.yml and holidays.yml in; out, tables by lower-case word.
import type { Knowledge } from '../../knowledge/sources.js'
import type { TimeUnit } from '../../knowledge/time-schema.js'

export interface Holiday {
  /** Lower-case words as they stand, "’" as "'". */
  readonly words: readonly string[]
  /** Null where it moves from year to year. */
  readonly month: number | null
  readonly day: number | null
}

export interface DateLexicon {
  readonly months: ReadonlyMap<string, number>
  readonly doubtfulMonths: ReadonlySet<string>
  readonly weekdays: ReadonlyMap<string, number>
  readonly relative: ReadonlyMap<string, { readonly unit: TimeUnit; readonly amount: number }>
  readonly units: ReadonlyMap<string, TimeUnit>
  readonly dayParts: ReadonlySet<string>
  readonly shifts: ReadonlyMap<string, number>
  readonly ago: ReadonlySet<string>
  readonly ahead: ReadonlySet<string>
  readonly parts: ReadonlySet<string>
  readonly numbers: ReadonlyMap<string, number>
  readonly decades: ReadonlyMap<string, number>
  /** By first word, the longest first. */
  readonly vague: ReadonlyMap<string, readonly (readonly string[])[]>
  readonly yearPrepositions: ReadonlySet<string>
  readonly since: ReadonlySet<string>
  readonly openings: ReadonlySet<string>
  /** Lengths of time follow these: "for twenty years". */
  readonly measures: ReadonlySet<string>
  /** "the next day", "a day later" → days from the one named before. */
  readonly nextDays: ReadonlyMap<string, number>
  readonly besideDay: ReadonlyMap<string, number>
  readonly holidays: ReadonlyMap<string, readonly Holiday[]>
}

const invert = (table: Readonly<Partial<Record<string, readonly string[]>>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(table).flatMap(([key, words]) => (words ?? []).map(word => [word, Number(key)] as const)))

const byFirst = <T>(
  items: readonly T[],
  wordsOf: (item: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> => {
  const index = new Map<string, T[]>()
  for (const item of items) {
    const first = wordsOf(item)[0]!
    index.set(first, [...(index.get(first) ?? []), item])
  }
  for (const list of index.values()) list.sort((a, b) => wordsOf(b).length - wordsOf(a).length)
  return index
}

/** Splits a name as tokens split it: "Tajikistan's" is "tajikistan", "'s". */
const wordsOfName = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .replace(/'s\b/g, " 's")
    .replace(/s'(?=\s|$)/g, "s '")
    .split(/\s+/)

/** Binds the compiled tables once. */
export const bindDates = (knowledge: Pick<Knowledge, 'time' | 'holidays'>): DateLexicon => {
  const { time, holidays } = knowledge
  const national = holidays.national.flatMap(({ state, adjective, month, day }) =>
    holidays['national-day-names'].flatMap(name =>
      [`${state}'s ${name}`, `${adjective} ${name}`, `${name} of ${state}`].map(full => ({
        words: wordsOfName(full),
        month,
        day,
      })),
    ),
  )
  const common = holidays.common.flatMap(({ names, month, day }) =>
    names.map(name => ({ words: wordsOfName(name), month, day })),
  )
  return {
    months: invert(time.months),
    doubtfulMonths: new Set(time['doubtful-months']),
    weekdays: invert(time.weekdays),
    relative: new Map(Object.entries(time.relative)),
    units: new Map(
      Object.entries(time.units).flatMap(([unit, words]) => words.map(word => [word, unit as TimeUnit] as const)),
    ),
    dayParts: new Set(time['day-parts']),
    shifts: invert(time.shifts),
    ago: new Set(time.ago),
    ahead: new Set(time.ahead),
    parts: new Set(time.parts),
    numbers: new Map(Object.entries(time.numbers)),
    decades: new Map(Object.entries(time.decades)),
    vague: byFirst(
      time.vague.map(phrase => phrase.split(' ')),
      words => words,
    ),
    yearPrepositions: new Set(time['year-prepositions']),
    since: new Set(time.since),
    openings: new Set(time.openings),
    measures: new Set(time.measures),
    nextDays: invert(time['next-days']),
    besideDay: invert(time['beside-day']),
    holidays: byFirst([...national, ...common], holiday => holiday.words),
  }
}
