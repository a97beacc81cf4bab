// What the server answers beside the questions: examples, what it is, what was added.
import { z } from 'zod'

export const exampleList = z.object({
  examples: z.array(
    z.object({ name: z.string(), title: z.string(), publishedOn: z.string().nullable(), words: z.int() }),
  ),
})
export type ExampleList = z.infer<typeof exampleList>

export const addAnswer = z.object({
  entry: z.string().describe('Where the ledger keeps it'),
  name: z.string(),
  added: z.boolean().describe('False where the ledger held it already'),
  newVersion: z.boolean(),
  claims: z.int(),
  messages: z.array(z.object({ place: z.string(), rule: z.string(), reason: z.string() })),
})
export type AddAnswer = z.infer<typeof addAnswer>

const score = z.object({ value: z.number(), unit: z.string() })
/** What the coder was measured at: figures by set and by name, and how often each rule fired and was right. */
export const scores = z.object({
  figures: z.record(z.string(), z.record(z.string(), score)),
  rules: z.record(z.string(), z.object({ fired: z.int(), right: z.int(), wrong: z.int() })),
})
export type Scores = z.infer<typeof scores>

export const aboutAnswer = z.object({
  version: z.string(),
  coder: z.string().describe('Program, codebook and model, as claims name them'),
  ledger: z.boolean().describe('Is a ledger open?'),
  actors: z.int(),
  officeHolders: z.int(),
  rules: z.array(
    z.object({
      relation: z.string(),
      name: z.string(),
      about: z.string().nullable(),
      gives: z.array(z.string()),
      example: z.string().nullable(),
      never: z.string().nullable().describe('A sentence from which it must read nothing'),
    }),
  ),
  scores: scores.nullable().describe('As last measured; null where the figures did not come along'),
})
export type AboutAnswer = z.infer<typeof aboutAnswer>

/** What a person has said of a claim of a stored document. */
export const judgedClaim = z.object({
  claim: z.string(),
  verdict: z.enum(['right', 'wrong', 'unsure']).nullable(),
  row: z.string().nullable(),
  who: z.string().nullable(),
})
