// What a word's own clause makes of it: auxiliary and negation together, adverbs, attributes, conditions and markers, in that order.
import { baseOf, dependents, type Reading } from '../frames/reading.js'
import { type Clause, type Firing, quantifierOf } from './clause.js'
import type { FactualityLexicon } from './lexicon.js'
import { applyEffect, negate, refuse, type State, shift } from './state.js'
import { tenseOf } from './tense.js'

/** How far the walk has come, and what has fired. */
export interface Walk {
  readonly state: State
  readonly trace: readonly Firing[]
  /** The outermost word whose own clause bears on the predicate. */
  readonly reached: number
}

export const fire = (walk: Walk, turn: (state: State) => State, ...firings: readonly Firing[]): Walk => ({
  ...walk,
  state: turn(walk.state),
  trace: [...walk.trace, ...firings],
})

const pastForms = new Set(['would', "'d", '’d'])

/** Above "would": is it told from a past point of view ("said it would"), so that it is a plan and not a mere supposition? */
const isReportedFuture = (reading: Reading, word: number): boolean => {
  for (let at = word; reading.words[at]!.head >= 0; at = reading.words[at]!.head) {
    const base = baseOf(reading.words[at]!.deprel)
    if (base === 'ccomp' || base === 'parataxis' || base === 'xcomp' || base === 'acl') return true
  }
  return reading.words.some(child => baseOf(child.deprel) === 'parataxis' && child.head === word)
}

const hasPerfect = (reading: Reading, word: number): boolean =>
  dependents(reading, word, 'aux').some(child => reading.words[child]!.form.toLowerCase() === 'have')

/** Negation and auxiliary of one clause, together: "will not" refuses, "may not" leaves open, "must not" forbids. */
const applyModal = (walk: Walk, clause: Clause, reading: Reading, word: number, negations: readonly Firing[]): Walk => {
  const { modal } = clause
  const negated = negations.length % 2 === 1
  if (modal === null) {
    return negations.length === 0 ? walk : fire(walk, state => (negated ? negate(state) : state), ...negations)
  }
  const form = reading.words[modal.words[0]!]!.form.toLowerCase()
  const firings = [modal, ...negations]
  const perfect = hasPerfect(reading, word)
  if (modal.effect === 'plan') {
    if (pastForms.has(form) && perfect && clause.condition !== null)
      return fire(walk, state => shift(negate(state), 'conditional'), ...firings)
    if (negated) return fire(walk, refuse, ...firings)
    const supposed = pastForms.has(form) && !isReportedFuture(reading, word)
    return fire(walk, state => shift(state, supposed ? 'conditional' : 'planned'), ...firings)
  }
  if (modal.effect === 'possible') {
    if (negated && ['can', 'ca', 'could'].includes(form) && !perfect) return fire(walk, negate, ...firings)
    return fire(walk, state => shift(negated ? negate(state) : state, 'possible'), ...firings)
  }
  if (modal.effect === 'demand' && perfect) {
    const wished = form === 'must' ? 'possible' : 'demanded'
    return fire(walk, state => shift(negated || form === 'must' ? state : negate(state), wished), ...firings)
  }
  return fire(walk, state => applyEffect(negated ? negate(state) : state, modal.effect, false), ...firings)
}

export const applyClause = (
  walk: Walk,
  clause: Clause,
  reading: Reading,
  word: number,
  lexicon: FactualityLexicon,
  negations: readonly Firing[],
): Walk => {
  let next = applyModal(walk, clause, reading, word, negations)
  for (const adverb of ahead(clause.adverbs, reading, word))
    next = fire(next, state => applyEffect(state, adverb.effect, false), adverb)
  next = applyAttributes(next, reading, word, lexicon)
  next = applyScheduled(next, reading, word)
  const { condition } = clause
  if (condition !== null) {
    if (!clause.isTerm || clause.modal !== null || next.state.refused || next.state.modality === 'planned') {
      next = fire(next, state => conditional(state), condition)
    }
  }
  if (clause.marker !== null) {
    const marker = clause.marker
    next = fire(next, state => applyEffect(state, marker.effect, false), marker)
  }
  return next
}

/** Words of a coming day ("next week") make a plan of the present tense alone: "visits Chad next week". */
const ahead = (adverbs: readonly Firing[], reading: Reading, word: number): readonly Firing[] =>
  adverbs.filter(adverb => adverb.effect !== 'plan' || tenseOf(reading, word) === 'present')

/** A refusal that hangs on a condition stays a refusal in direction: negated, conditional, refused. */
const conditional = (state: State): State => ({ ...state, modality: 'conditional' })

const applyAttributes = (walk: Walk, reading: Reading, word: number, lexicon: FactualityLexicon): Walk => {
  let next = walk
  const node = reading.words[word]!
  if (node.upos !== 'NOUN' && node.upos !== 'PROPN') return next
  for (const child of dependents(reading, word, 'amod')) {
    const attribute = lexicon.attributes.get(reading.words[child]!.form.toLowerCase())
    if (attribute === undefined) continue
    const negated = dependents(reading, child, 'advmod').some(at => ['not', 'never'].includes(reading.words[at]!.form))
    const firing: Firing = {
      entry: `${attribute.axis}/attribute: ${attribute.words.join(' ')}`,
      words: [child],
      effect: attribute.effect,
      negated,
    }
    next = fire(next, state => applyEffect(state, attribute.effect, negated), firing)
  }
  return next
}

/** "is to visit": an infinitive after "be" is arranged. */
const applyScheduled = (walk: Walk, reading: Reading, word: number): Walk => {
  const be = dependents(reading, word, 'cop', 'aux').find(child => reading.words[child]!.lemma === 'be')
  const to = dependents(reading, word, 'mark').find(child => reading.words[child]!.form.toLowerCase() === 'to')
  if (be === undefined || to === undefined || be > to || reading.words[word]!.upos !== 'VERB') return walk
  const firing: Firing = { entry: 'planning/be to', words: [be, to], effect: 'plan', negated: false }
  return fire(walk, state => shift(state, 'planned'), firing)
}

/** "no" before a noun: "held no talks", "no plans". */
export const determiners = (reading: Reading, word: number, lexicon: FactualityLexicon): readonly Firing[] => {
  const quantifier = quantifierOf(reading, word, lexicon)
  return quantifier === null || quantifier.words.includes(word) ? [] : [quantifier]
}
