// Which word of the sentence a time expression dates, and how near that is to a given predicate.
import { baseOf, dependents, prepositionOf, type Reading } from '../frames/reading.js'
import type { DateExpression } from './types.js'

const isClauseHead = (reading: Reading, word: number): boolean => {
  const node = reading.words[word]!
  if (node.head < 0 || node.upos === 'VERB' || node.upos === 'AUX') return true
  return dependents(reading, word, 'cop').length > 0 || ['advcl', 'ccomp', 'parataxis'].includes(baseOf(node.deprel))
}

/** The verb (or predicate noun or adjective) of the clause in which `word` stands. */
export const clauseHead = (reading: Reading, word: number): number => {
  let at = word
  while (!isClauseHead(reading, at) && reading.words[at]!.head >= 0) at = reading.words[at]!.head
  return at
}

/** The word that the expression hangs on: its governor. */
export const anchorOf = (reading: Reading, expression: DateExpression): number => {
  const governor = reading.words[expression.head]!.head
  return governor < 0 ? expression.head : governor
}

const finite = (reading: Reading, word: number): boolean =>
  reading.words[word]!.feats.VerbForm === 'Fin' ||
  dependents(reading, word, 'aux', 'cop').some(child => reading.words[child]!.feats.VerbForm === 'Fin')

const atTheTimeOf = new Set(['since', 'during', 'in', 'at', 'throughout', 'following', 'after'])

/**
 * "since the August 2008 war", "support in its 1971 war": what a noun with a date tells the time of, the clause or the noun that it stands
 * below; null for other nouns.
 */
const dated = (reading: Reading, noun: number): number | null => {
  const { deprel, head, upos } = reading.words[noun]!
  if (upos !== 'NOUN' || head < 0 || !atTheTimeOf.has(prepositionOf(reading, noun) ?? '')) return null
  if (baseOf(deprel) === 'nmod') return head
  return baseOf(deprel) === 'obl' ? clauseHead(reading, head) : null
}

const sameTime = new Set(['when', 'as', 'while'])

const isSimultaneous = (reading: Reading, clause: number): boolean =>
  dependents(reading, clause, 'mark', 'advmod').some(child => sameTime.has(reading.words[child]!.form.toLowerCase()))

/** "signed an accord whereby Chad recognised Mali": done by what the main clause tells. */
const isMeansOf = (reading: Reading, clause: number): boolean =>
  dependents(reading, clause, 'mark', 'advmod').some(child => reading.words[child]!.form.toLowerCase() === 'whereby')

/** Steps from a clause up to the one it leans on; `reported` marks a step out of what somebody says. */
const leansOn = (reading: Reading, clause: number): { readonly clause: number; readonly reported: boolean } | null => {
  const node = reading.words[clause]!
  if (node.head < 0) return null
  const base = baseOf(node.deprel)
  if (base === 'conj' || base === 'xcomp') return { clause: clauseHead(reading, node.head), reported: false }
  if (base === 'advcl' && (!finite(reading, clause) || isSimultaneous(reading, clause)))
    return { clause: clauseHead(reading, node.head), reported: false }
  if (base === 'ccomp' || base === 'parataxis') return { clause: clauseHead(reading, node.head), reported: true }
  if (base === 'acl' && isMeansOf(reading, clause)) return { clause: clauseHead(reading, node.head), reported: false }
  if (base === 'acl' && node.deprel !== 'acl:relcl' && dependents(reading, clause, 'mark').length > 0)
    return { clause: clauseHead(reading, node.head), reported: finite(reading, clause) }
  return null
}

/** "in 1904, when it signed": a relative clause on the date itself. */
const isOnDate = (reading: Reading, clause: number, { first, last }: DateExpression): boolean => {
  const { deprel, head } = reading.words[clause]!
  return deprel === 'acl:relcl' && head >= first && head <= last
}

/** Does the main clause tell `predicate`, as its verb, as a noun right below it, or in a clause that leans on it? */
export const isOfMainClause = (reading: Reading, predicate: number): boolean => {
  let clause = clauseHead(reading, predicate)
  if (predicate !== clause && reading.words[predicate]!.head !== clause) return false
  for (let steps = 0; steps < 6 && reading.words[clause]!.head >= 0; steps++) {
    const next = leansOn(reading, clause)
    if (next === null || next.reported) return false
    clause = next.clause
  }
  return true
}

/**
 * How well `expression` dates `predicate`, 0 for not at all. `reportedToo`: the predicate is a stance held when it is voiced, so that the
 * date of the saying is its date.
 */
export const nearness = (
  reading: Reading,
  expression: DateExpression,
  predicate: number,
  reportedToo: boolean,
): number => {
  const anchor = anchorOf(reading, expression)
  if (anchor === predicate || expression.head === predicate) return 6
  const own = clauseHead(reading, predicate)
  if (isOnDate(reading, own, expression)) return 5
  const occasion = dated(reading, anchor)
  if (occasion !== null && (occasion === own || occasion === predicate)) return 4
  const before = expression.last < anchor && reading.words[anchor]!.upos !== 'VERB'
  const anchorClause = clauseHead(reading, anchor)
  const nominal = anchor !== anchorClause
  if (nominal && before) return 0
  if (anchorClause === own) return nominal ? 3 : 5
  if (nominal) return 0
  let clause = own
  for (let steps = 0; steps < 4; steps++) {
    const next = leansOn(reading, clause)
    if (next === null || (next.reported && !reportedToo)) return 0
    clause = next.clause
    if (clause === anchorClause) return next.reported ? 2 : 4 - Math.min(steps, 2)
  }
  return 0
}
