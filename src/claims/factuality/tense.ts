// The tense of a predicate, read from the finite verb of its clause; a noun takes the tense of the verb that governs it.
import { baseOf, dependents, type Reading } from '../frames/reading.js'

export type Tense = 'past' | 'present' | 'future'

const future = new Set(['will', "'ll", '’ll', 'wo', 'shall'])

const clausal = new Set(['xcomp', 'obj', 'obl', 'nmod', 'nsubj', 'compound', 'conj', 'acl', 'advcl', 'amod', 'appos'])

/** The tense of `word`: of its own auxiliaries or inflection, else of what governs it; null where nothing tells. */
export const tenseOf = (reading: Reading, word: number, depth = 0): Tense | null => {
  const auxiliaries = dependents(reading, word, 'aux', 'cop').map(child => reading.words[child]!)
  if (auxiliaries.some(aux => future.has(aux.form.toLowerCase()))) return 'future'
  const finite = auxiliaries.filter(aux => aux.feats.VerbForm === 'Fin' || aux.feats.Tense !== undefined)
  if (auxiliaries.some(aux => aux.lemma === 'have' || aux.feats.Tense === 'Past')) return 'past'
  if (finite.length > 0) return 'present'
  const node = reading.words[word]!
  const { feats } = node
  if (feats.VerbForm === 'Fin') return feats.Tense === 'Past' ? 'past' : 'present'
  if (baseOf(node.deprel) === 'acl' && feats.VerbForm === 'Part' && feats.Tense === 'Past') return 'past'
  if (node.head < 0 || depth > 6 || !clausal.has(baseOf(node.deprel))) return feats.Tense === 'Past' ? 'past' : null
  return tenseOf(reading, node.head, depth + 1)
}

/** Is the predicate in the past tense or the perfect? */
export const isPast = (reading: Reading, word: number): boolean => tenseOf(reading, word) === 'past'
