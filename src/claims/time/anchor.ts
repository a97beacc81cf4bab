// Which word of the sentence a time expression dates, and how near that is to a given predicate.
import { baseOf, dependents, type Reading } from '../frames/reading.js'
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

/** Steps from a clause up to the one it leans on; `reported` marks a step out of what somebody says. */
const leansOn = (reading: Reading, clause: number): { readonly clause: number; readonly reported: boolean } | null => {
  const node = reading.words[clause]!
  if (node.head < 0) return null
  const base = baseOf(node.deprel)
  if (base === 'conj' || base === 'xcomp') return { clause: clauseHead(reading, node.head), reported: false }
  if (base === 'advcl' && !finite(reading, clause)) return { clause: clauseHead(reading, node.head), reported: false }
  if (base === 'ccomp' || base === 'parataxis') return { clause: clauseHead(reading, node.head), reported: true }
  if (base === 'acl' && node.deprel !== 'acl:relcl' && dependents(reading, clause, 'mark').length > 0)
    return { clause: clauseHead(reading, node.head), reported: true }
  return null
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
  const before = expression.last < anchor && reading.words[anchor]!.upos !== 'VERB'
  const anchorClause = clauseHead(reading, anchor)
  const nominal = anchor !== anchorClause
  if (nominal && before) return 0
  const own = clauseHead(reading, predicate)
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
