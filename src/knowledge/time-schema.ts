// The form of knowledge/lexicon/en/time.yml and knowledge/codebook/holidays.yml.
import { z } from 'zod'

const words = z.array(z.string().min(1))
const unit = z.enum(['day', 'week', 'month', 'year', 'decade', 'century'])
export type TimeUnit = z.infer<typeof unit>

export const timeLexicon = z.strictObject({
  /** Month 1–12 → spellings, lower-case. */
  months: z.record(z.string().regex(/^([1-9]|1[0-2])$/), words),
  'doubtful-months': words,
  /** ISO weekday 1–7 → spellings, lower-case. */
  weekdays: z.record(z.string().regex(/^[1-7]$/), words),
  relative: z.record(z.string(), z.strictObject({ unit, amount: z.number().int() })),
  units: z.record(unit, words),
  'day-parts': words,
  shifts: z.record(z.enum(['-1', '0', '1']), words),
  ago: words,
  ahead: words,
  parts: words,
  numbers: z.record(z.string(), z.number().int().positive()),
  decades: z.record(z.string(), z.number().int().min(1).max(9)),
  vague: words,
  'year-prepositions': words,
  since: words,
  openings: words,
  measures: words,
  /** Days from the day named before: "the next day". */
  'next-days': z.record(z.enum(['-1', '1']), words),
  /** The same, after the noun: "a day later". */
  'beside-day': z.record(z.enum(['-1', '1']), words),
})
export type TimeLexicon = z.infer<typeof timeLexicon>

/** Null where the day moves from year to year. */
const month = z.number().int().min(1).max(12).nullable()
const day = z.number().int().min(1).max(31).nullable()

export const holidays = z.strictObject({
  common: z.array(z.strictObject({ names: words, month, day })),
  'national-day-names': words,
  national: z.array(z.strictObject({ state: z.string(), adjective: z.string(), month, day })),
})
