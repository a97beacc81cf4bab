// The form of knowledge/lexicon/en/loaded.yml.
import { z } from 'zod'

const words = z.array(z.string().min(2))
const leaning = z.strictObject({ harsh: words, warm: words })

export const loadedLexicon = z.strictObject({
  nouns: leaning,
  adjectives: leaning,
  manner: words,
  comment: words,
  conclusions: words,
  phrases: words,
  verbs: words,
})
