// The form of knowledge/lexicon/en/saying.yml: families of words that bring in a voice, by part of speech and frame.
import { z } from 'zod'

const words = z.array(z.string().min(2))
const byFrame = z.record(z.string().regex(/^[a-z]+( [a-z]+)*$/), words)
const voiceForm = z.enum(['said', 'denied', 'asked', 'reported', 'believed', 'posted'])

const family = z.strictObject({
  name: z.string().min(2),
  form: voiceForm,
  /** False for words that take a stance on a thing and bring in no proposition: "criticised". */
  voice: z.boolean(),
  verb: byFrame.optional(),
  noun: byFrame.optional(),
  adjective: byFrame.optional(),
})

export const sayingLexicon = z.strictObject({
  families: z.array(family).min(1),
  adverbs: z.partialRecord(voiceForm, words),
  sourcing: words,
  'sourcing-nouns': words,
  'as-markers': words,
  claims: words,
  unnamed: words,
  empty: words,
  'media-nouns': words,
  representing: words,
  past: words,
  showing: words,
  expressing: words,
  afterthoughts: words,
  titles: words,
})
