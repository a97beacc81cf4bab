// The form of the lexicons that tell words and sentences apart: abbreviations.yml and words.yml.
import { z } from 'zod'

const spellings = z.array(z.string().min(1))

/** Words written with a stop, without it here; the keys say where they stand. */
export const abbreviationLexicon = z.strictObject({
  'before-name': spellings,
  'before-number': spellings,
  calendar: spellings,
  'after-name': spellings,
  within: spellings,
  any: spellings,
  /** Capitalised words that end the sentence before them where an abbreviation leaves that open. */
  openers: spellings,
  /** Capitalised words that begin a sentence behind a name even where no stop was put. */
  'clause-openers': spellings,
})
export type AbbreviationLexicon = z.infer<typeof abbreviationLexicon>

const parted = z.string().regex(/^[^|]+(\|[^|]+)+$/)

/** Where one spelling holds several words, and several marks one. */
export const wordLexicon = z.strictObject({
  prefixes: spellings,
  suffixes: spellings,
  /** Parts joined by "|". */
  fused: z.array(parted),
  contracted: z.array(z.strictObject({ word: z.string().regex(/^[^|]+\|[^|]+$/), before: spellings })),
  /** Parts joined by "|". */
  'contracted-openings': z.array(z.string().regex(/^[^|]+\|[^|]+$/)),
  'marked-names': spellings,
  elided: spellings,
  units: spellings,
  money: spellings,
  'name-endings': spellings,
  'sign-offs': spellings,
  'comma-sign-offs': spellings,
  greetings: spellings,
  announcements: spellings,
  labels: spellings,
  figures: spellings,
})
export type WordLexicon = z.infer<typeof wordLexicon>
