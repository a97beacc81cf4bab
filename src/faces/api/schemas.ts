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
    }),
  ),
})
export type AboutAnswer = z.infer<typeof aboutAnswer>

/** What a person has said of a claim of a stored document. */
export const judgedClaim = z.object({
  claim: z.string(),
  verdict: z.enum(['right', 'wrong', 'unsure']).nullable(),
  row: z.string().nullable(),
  who: z.string().nullable(),
})
