// Is the predicate asked or ordered? Read from the sentence's last mark and from the verb's own form.
import { baseOf, dependents, type Reading } from '../frames/reading.js'

/** Does the sentence ask, and is the predicate in what it asks? A question quoted inside a statement is not the sentence's own. */
export const isQuestion = (reading: Reading, word: number): boolean => {
  const last = reading.words.findLast(node => !/^["'”’»)\]]+$/.test(node.form))
  if (last === undefined || !/^\?+!?$|^!\?$/.test(last.form)) return false
  for (let at = word; at >= 0; at = reading.words[at]!.head) if (at === last.head) return true
  return reading.words[last.head]?.head === -1
}

/** An order: a verb in the imperative without a subject. */
export const isImperative = (reading: Reading, word: number): boolean => {
  const node = reading.words[word]!
  if (node.upos !== 'VERB' || !['root', 'parataxis', 'ccomp', 'conj'].includes(baseOf(node.deprel))) return false
  if (node.feats.Mood !== 'Imp') return false
  return dependents(reading, word, 'nsubj', 'csubj', 'expl', 'aux').every(child =>
    /^(do|let)$/i.test(reading.words[child]!.form),
  )
}
