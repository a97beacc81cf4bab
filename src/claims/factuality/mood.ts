// Is the predicate asked or ordered? Read from question marks, from the word order of the clause that they close, and from the verb's form.
import { baseOf, dependents, type Reading } from '../frames/reading.js'

/** Does the clause of `word` have the form of a question: its auxiliary before its subject, or a question word? */
const isInterrogative = (reading: Reading, word: number): boolean => {
  const subject = dependents(reading, word, 'nsubj', 'csubj', 'expl')[0] ?? word
  const auxiliary = dependents(reading, word, 'aux', 'cop')[0]
  const asks = (child: number): boolean => reading.words[child]!.feats.PronType === 'Int'
  return (
    (auxiliary !== undefined && subject !== word && auxiliary < subject) ||
    asks(word) ||
    reading.children[word]!.some(child => asks(child) || reading.children[child]!.some(asks))
  )
}

/** The clause that a question mark makes a question: of the clauses strung together before it, the last that has the form of one. */
const askedBy = (reading: Reading, mark: number): number => {
  const { head } = reading.words[mark]!
  const strung = dependents(reading, head, 'parataxis', 'conj').filter(child => reading.words[child]!.upos !== 'NOUN')
  return [...strung.toReversed(), head].find(clause => isInterrogative(reading, clause)) ?? head
}

const told = new Set(['after', 'because', 'since', 'although', 'though', 'while', 'when', 'as'])

/** Does the text take for granted what `word` heads: a relative clause, or "after", "because" and their like? */
const isTakenForGranted = (reading: Reading, word: number): boolean => {
  const { deprel } = reading.words[word]!
  if (deprel === 'acl:relcl') return true
  return (
    baseOf(deprel) === 'advcl' &&
    dependents(reading, word, 'mark', 'advmod').some(child => told.has(reading.words[child]!.form.toLowerCase()))
  )
}

/** Is the predicate in what a question asks, and not merely in what the question takes for granted? */
export const isQuestion = (reading: Reading, word: number): boolean => {
  const asked = reading.words.filter(({ form, head }) => /^\?+!?$|^!\?$/.test(form) && head >= 0)
  if (asked.length === 0) return false
  const clauses = new Set(asked.map(({ index }) => askedBy(reading, index)))
  for (let at = word; at >= 0; at = reading.words[at]!.head) {
    if (clauses.has(at)) return true
    if (isTakenForGranted(reading, at)) return false
  }
  return false
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
