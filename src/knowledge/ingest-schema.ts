// The form of what reading documents needs: furniture.yml, issuers.yml and languages.yml.
import { z } from 'zod'

const phrases = z.array(z.string().min(1))

/** Openings and marks of lines that are no part of what an article says; lower case. */
export const furnitureLexicon = z.strictObject({
  'link-openings': phrases,
  'caption-openings': phrases,
  'caption-marks': phrases,
  'advert-openings': phrases,
  'byline-openings': phrases,
  'published-openings': phrases,
})
export type FurnitureLexicon = z.infer<typeof furnitureLexicon>

export const issuerLexicon = z.strictObject({
  /** Actor id → names of its publishers. */
  publishers: z.record(z.string(), phrases),
  /** Words that make a publisher the organ of the state it names; lower case. */
  organs: phrases,
})
export type IssuerLexicon = z.infer<typeof issuerLexicon>

const language = z.string().regex(/^[a-z]{2}$/)

export const languageProfiles = z.strictObject({
  /** ISO 639-1 → commonest words, lower case. */
  words: z.record(language, phrases),
  scripts: z.array(z.strictObject({ script: z.string(), language, others: z.record(language, phrases) })),
})
export type LanguageProfiles = z.infer<typeof languageProfiles>
