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

/** Is it told in the present perfect, of what holds when it is told: "has recognised", "have been at odds"? */
export const isPresentPerfect = (reading: Reading, word: number, depth = 0): boolean => {
  const auxiliaries = dependents(reading, word, 'aux').map(child => reading.words[child]!)
  const have = auxiliaries.find(aux => aux.lemma === 'have')
  if (have !== undefined) return auxiliaries[0] === have && /^(has|have|['’]ve|['’]s)$/i.test(have.form)
  const node = reading.words[word]!
  const isOwn = auxiliaries.length > 0 || node.feats.VerbForm === 'Fin' || dependents(reading, word, 'cop').length > 0
  if (isOwn || node.head < 0 || depth > 6 || !clausal.has(baseOf(node.deprel))) return false
  return isPresentPerfect(reading, node.head, depth + 1)
}

/** The clause in which `word` stands, up to the one that somebody says; null where nobody says it. */
const reportedClause = (reading: Reading, word: number): number | null => {
  for (let at = word; reading.words[at]!.head >= 0; at = reading.words[at]!.head) {
    const { deprel, head } = reading.words[at]!
    if (deprel === 'acl:relcl') return null
    if (['ccomp', 'parataxis'].includes(baseOf(deprel))) return tenseOf(reading, head) === 'past' ? at : null
  }
  return null
}

/** "said that it was at odds", "announced it was cutting ties": a present that stands in the past only because the saying does. */
export const isBackshifted = (reading: Reading, word: number): boolean => {
  const clause = reportedClause(reading, word)
  if (clause === null) return false
  const [first] = dependents(reading, clause, 'aux', 'cop').map(child => reading.words[child]!)
  if (first === undefined || !/^(was|were)$/i.test(first.form)) return false
  const isPassive = dependents(reading, clause, 'aux:pass').length > 0
  return !isPassive || dependents(reading, clause, 'aux').length > 1
}

/** Is the predicate in the past tense or the perfect? */
export const isPast = (reading: Reading, word: number): boolean => tenseOf(reading, word) === 'past'
