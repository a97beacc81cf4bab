// A predicate in; out, whether the text presents it as done, refused, meant, called for, possible or foreseen, with the words that say so.
// The walk starts at the word and goes outward, one embedding word at a time, until a voice, a factive or the root stops it.
import type { Effect } from '../../knowledge/embedding-schema.js'
import { baseOf, dependents, prepositionOf, type Reading } from '../frames/reading.js'
import type { Modality, Polarity } from '../types.js'
import { applyClause, determiners, fire, type Walk } from './apply.js'
import { bearingOf, isCourtesy, purpose } from './bearing.js'
import { type Clause, clauseOf, type Firing } from './clause.js'
import { type Embedding, embeddingOf, entryOf } from './embedding.js'
import type { FactualityLexicon, HostEntry } from './lexicon.js'
import { isImperative, isQuestion } from './mood.js'
import { applyEffect, negate, plain, shift } from './state.js'
import { isPast } from './tense.js'

/** How one predicate is presented. Word indexes are of the sentence. */
export interface Factuality {
  readonly polarity: Polarity
  readonly modality: Modality
  /** Refused now: "will not", "has no plans to". The polarity is then `negated`, the modality `actual`. */
  readonly refused: boolean
  /** Brought to an end: "suspended", "lifted", "no longer". */
  readonly ended: boolean
  /** Neither done nor called for nor foreseen by anybody: "did not call for", "nobody demanded that". */
  readonly notDone: boolean
  /** A bare "will" or "would" alone makes it planned: where a speaker other than the doer says it, it is foreseen. */
  readonly future: boolean
  readonly question: boolean
  readonly imperative: boolean
  /** The clause is in the past tense or the perfect. */
  readonly past: boolean
  readonly polarityWords: readonly number[]
  readonly modalityWords: readonly number[]
  readonly conditionWords: readonly number[]
  /** Every lexicon entry that fired, from the inside outward. */
  readonly trace: readonly Firing[]
}

/** "will never go there and blames it": an inflected finite verb is not under the auxiliary of a plain one. */
const standsOnItsOwn = (reading: Reading, word: number): boolean => {
  const { head, feats, form, lemma } = reading.words[word]!
  const inflected = feats.VerbForm === 'Fin' && form.toLowerCase() !== lemma.toLowerCase()
  return inflected && reading.words[head]!.feats.VerbForm === 'Inf'
}

/** A conjunct that shares its left neighbour's subject shares what stands before both: "will not recognise or fund". */
const sharesLeft = (reading: Reading, word: number): boolean =>
  dependents(reading, word, 'nsubj', 'csubj', 'expl').length === 0 &&
  dependents(reading, word, 'aux').length === 0 &&
  !standsOnItsOwn(reading, word)

/** The words by which an entry of several words stands: children of the host, or the word right behind it. */
const entryWords = (reading: Reading, host: number, entry: HostEntry): readonly number[] =>
  [...reading.children[host]!, host + 1].filter(
    (word, index, all) =>
      all.indexOf(word) === index && entry.more.includes(reading.words[word]?.form.toLowerCase() ?? ''),
  )

const hostFiring = (
  reading: Reading,
  { host }: Embedding,
  entry: HostEntry,
  effect: Effect,
  negated: boolean,
): Firing => ({
  entry: `${entry.axis}/${entry.trigger} + ${entry.frame}`,
  words: [host, ...entryWords(reading, host, entry)],
  effect,
  negated,
})

/** What the entry does here: some words settle the matter where they are told of the past. */
const effectOf = (reading: Reading, host: number, entry: HostEntry, clause: Clause): Effect =>
  entry.past !== entry.effect && clause.modal === null && isPast(reading, host) ? entry.past : entry.effect

/** Verbs whose clause is somebody's word or thought: their own negation does not reach into it. */
const stopsAtClause = (embedding: Embedding): boolean =>
  embedding.frames[0] === 'that' || embedding.frames[0] === 'whether'

const isNominal = (reading: Reading, word: number): boolean => {
  const { upos } = reading.words[word]!
  return (upos === 'NOUN' || upos === 'PROPN') && dependents(reading, word, 'cop').length === 0
}

/** What negates `word`: words on its clause, and "no" before it where it is a noun. */
const negationsOn = (reading: Reading, word: number, clause: Clause, lexicon: FactualityLexicon): readonly Firing[] => {
  const own = determiners(reading, word, lexicon)
  return isNominal(reading, word) && own.length > 0
    ? own
    : [
        ...clause.negations,
        ...own.filter(firing => !clause.negations.some(known => known.words[0] === firing.words[0])),
      ]
}

/** A noun whose "no" was its own and is not that of the verb above: the verb's negation by this argument must not count twice. */
const without = (negations: readonly Firing[], inner: readonly Firing[]): readonly Firing[] =>
  negations.filter(firing => !inner.some(known => known.words.some(word => firing.words.includes(word))))

const climb = (reading: Reading, start: number, from: Walk, lexicon: FactualityLexicon, depth: number): Walk => {
  const walk = { ...from, reached: start }
  if (depth > 12) return walk
  const node = reading.words[start]!
  if (node.head < 0) return walk
  if (baseOf(node.deprel) === 'conj') {
    const shared = sharesLeft(reading, start)
    const left = clauseOf(reading, node.head, lexicon)
    const coordinator = dependents(reading, start, 'cc').map(child => reading.words[child]!.form.toLowerCase())
    const own = walk.trace.some(firing => firing.effect === 'not')
    const scope = own || coordinator.includes('but') || isNominal(reading, start) ? [] : left.negations
    const next = shared
      ? applyClause(walk, { ...left, adverbs: [], marker: null }, reading, node.head, lexicon, scope)
      : walk
    return shared
      ? climb(reading, node.head, next, lexicon, depth + 1)
      : outward(reading, node.head, next, lexicon, depth)
  }
  return outward(reading, start, walk, lexicon, depth)
}

const outward = (reading: Reading, start: number, walk: Walk, lexicon: FactualityLexicon, depth: number): Walk => {
  const embedding = embeddingOf(reading, start)
  if (embedding === null) return walk
  const { host } = embedding
  if (isCourtesy(reading, start, host, lexicon)) return walk
  const clause = clauseOf(reading, host, lexicon)
  const entry = entryOf(reading, embedding, lexicon)
  const spent =
    entry !== null &&
    entryWords(reading, host, entry).some(word => walk.trace.some(firing => firing.words.includes(word)))
  if (spent) return climb(reading, host, walk, lexicon, depth + 1)
  const counted =
    entry === null || entry.more.length === 0
      ? walk.trace
      : [...walk.trace, hostFiring(reading, embedding, entry, entry.effect, false)]
  const negations = without(negationsOn(reading, host, clause, lexicon), counted)
  if (entry === null) return withoutEntry(reading, start, embedding, clause, negations, walk, lexicon, depth)
  const negated = negations.length % 2 === 1
  const effect = effectOf(reading, host, entry, clause)
  const firing = hostFiring(reading, embedding, entry, effect, negated)
  const embedded = fire(walk, state => applyEffect(state, effect, negated), firing, ...negations)
  if (effect === 'fact') return embedded
  if (effect === 'tell') return isNominal(reading, host) ? judged(reading, host, embedded, lexicon, depth) : embedded
  const modal = clause.modal !== null && negated && clause.modal.effect === 'possible' ? null : clause.modal
  const next = applyClause(embedded, { ...clause, modal }, reading, host, lexicon, [])
  if (stopsAtClause(embedding) && (effect === 'believe' || effect === 'open')) return next
  return climb(reading, host, next, lexicon, depth + 1)
}

/** "Reports that … are false": what is said of a report holds of what it tells; what is done with it does not. */
const judged = (reading: Reading, report: number, walk: Walk, lexicon: FactualityLexicon, depth: number): Walk =>
  embeddingOf(reading, report)?.frames[0] === 'subject' ? outward(reading, report, walk, lexicon, depth + 1) : walk

const into: ReadonlySet<string> = new Set(['into', 'in', 'to'])

/** Does the host, a word without an entry, lend its clause to a noun: "held talks", "enter into talks"? */
const lends = (reading: Reading, noun: number, host: number, lexicon: FactualityLexicon): boolean => {
  const { upos, lemma } = reading.words[host]!
  const base = baseOf(reading.words[noun]!.deprel)
  if (upos !== 'VERB') return upos === 'AUX'
  if (base === 'obl') return lexicon.obliqueSupport.has(lemma) && into.has(prepositionOf(reading, noun) ?? '')
  return lexicon.support.has(lemma) && base !== 'nsubj'
}

/** "will not join any sanctions": what "any" names is there only where the verb above is done. */
const isUnspecific = (reading: Reading, noun: number): boolean =>
  dependents(reading, noun, 'det').some(det => reading.words[det]!.form.toLowerCase() === 'any')

/** Hosts that the lexicon does not name. */
const withoutEntry = (
  reading: Reading,
  start: number,
  embedding: Embedding,
  clause: Clause,
  negations: readonly Firing[],
  walk: Walk,
  lexicon: FactualityLexicon,
  depth: number,
): Walk => {
  const { host } = embedding
  const onward = (from: Walk, scope: readonly Firing[]): Walk =>
    climb(reading, host, applyClause(from, clause, reading, host, lexicon, scope), lexicon, depth + 1)
  if (isNominal(reading, start))
    return lends(reading, start, host, lexicon) || isUnspecific(reading, start) ? onward(walk, negations) : walk
  const meant = (): Walk => fire(walk, state => shift(state, 'planned'), purpose(start))
  const isNegated = negations.length % 2 === 1
  switch (bearingOf(reading, start, embedding, clause, isNegated, lexicon)) {
    case 'free':
      return walk
    case 'meant':
      return meant()
    case 'meant and shares':
      return onward(meant(), [])
    case 'missed':
      return onward(fire(walk, negate, purpose(start)), negations)
    case 'coming':
      return fire(walk, state => shift(state, 'planned'), clause.modal!)
    case 'told':
      return isNegated ? fire(walk, state => applyEffect(state, 'tell', true), ...negations) : walk
    case 'shares':
      return onward(walk, negations)
  }
}

const polarityEffects = new Set(['not', 'prevents', 'refuse', 'forgo', 'end', 'unreal'])

/** Reads how the text presents the predicate `word` (a verb, a noun or an adjective). */
export const readFactuality = (reading: Reading, word: number, lexicon: FactualityLexicon): Factuality => {
  const clause = clauseOf(reading, word, lexicon)
  const indirect = embeddingOf(reading, word)?.frames.includes('whether') ?? false
  const own = applyClause(
    { state: plain, trace: [], reached: word },
    indirect ? { ...clause, condition: null } : clause,
    reading,
    word,
    lexicon,
    negationsOn(reading, word, clause, lexicon),
  )
  const { state, trace, reached } = climb(reading, word, own, lexicon, 0)
  const imperative = isImperative(reading, word) || isImperative(reading, reached)
  const modality = imperative && state.modality === 'actual' && !state.ended ? 'demanded' : state.modality
  const meant = trace.filter(firing => firing.effect === 'plan')
  const wordsOf = (firings: readonly Firing[]) =>
    [...new Set(firings.flatMap(firing => firing.words))].sort((a, b) => a - b)
  const ofPolarity = (firing: Firing) => polarityEffects.has(firing.effect) || firing.negated
  return {
    polarity: state.polarity,
    modality,
    refused: state.refused,
    ended: state.ended,
    notDone: state.idle,
    future: modality === 'planned' && meant.length > 0 && meant.every(firing => firing.entry.includes('/modal: ')),
    question: trace.every(firing => firing.effect !== 'fact') && isQuestion(reading, word),
    imperative,
    past: isPast(reading, word),
    polarityWords: wordsOf(trace.filter(ofPolarity)),
    modalityWords: wordsOf(
      trace.filter(firing => !ofPolarity(firing) && firing.effect !== 'condition' && firing.effect !== 'does'),
    ),
    conditionWords: wordsOf(trace.filter(firing => firing.effect === 'condition')),
    trace,
  }
}
