// Who answers for what a noun phrase names, and whom it touches: the two macroroles (doer and undergoer, after Role and Reference Grammar)
// of a phrase, however the language puts them: "Iran's attack", "the Iranian attack", "the attack by Iran", "the attack that Iran made";
// and whom a clause reaches, through its object, its phrases and the clauses below it.
// Words in, words out, the nearest first; a word that heads a mention stands for itself.
import type { Mention } from '../../actors/types.js'
import type { Constructions } from './constructions.js'
import { coordinated, dependents, prepositionOf, type Reading } from './reading.js'
import {
  agents,
  antecedent,
  isInfinitive,
  isPassive,
  isRelativiser,
  isVerbal,
  obliques,
  premodifiers,
} from './subjects.js'

const deepest = 4

/** Whom a rule takes: others are looked past. */
export type Accepts = (mention: Mention) => boolean

type Step = (
  reading: Reading,
  noun: number,
  constructions: Constructions,
  accepts: Accepts,
  depth?: number,
) => readonly number[]

const names = (reading: Reading, word: number, accepts: Accepts): boolean =>
  coordinated(reading, word)
    .flatMap(each => reading.mentions.get(each) ?? [])
    .some(mention => mention.role !== 'place' && accepts(mention))

/** What each step finds, in turn, until one finds somebody. */
const firstOf = (
  reading: Reading,
  found: readonly (readonly number[])[],
  constructions: Constructions,
  accepts: Accepts,
  onward: Step,
  depth: number,
): readonly number[] => {
  for (const words of found) {
    const people = words.flatMap(word => onward(reading, word, constructions, accepts, depth + 1))
    if (people.length > 0) return people
  }
  return []
}

const modifiers = (reading: Reading, noun: number): readonly number[] =>
  premodifiers(reading, noun).filter(word => reading.mentions.has(word))

/** "arrests at the hands of the regime", here or on the verb that the noun hangs on. */
const atTheHands = (reading: Reading, noun: number): readonly number[] =>
  [noun, reading.words[noun]!.head]
    .filter(word => word >= 0)
    .flatMap(word => obliques(reading, word, 'at'))
    .filter(word => reading.words[word]!.lemma === 'hand')
    .flatMap(word => obliques(reading, word, 'of'))

/** Nouns of what is done to the one after "of": "the killing of X". There the phrase says who undergoes it. */
const isDoneTo = (reading: Reading, noun: number, constructions: Constructions): boolean =>
  constructions.doneTo.has(reading.words[noun]!.lemma.toLowerCase())

/** Who announces or reports something does not answer for it. */
const telling: ReadonlySet<string> = new Set(
  'announce report allege describe mention cite document denounce condemn criticise criticize witness see fear'.split(
    ' ',
  ),
)

/** "the role assumed by Egypt", "the support it gives", "attacks for which the group claimed responsibility", "news that it has called for". */
const clauseDoers = (reading: Reading, noun: number, constructions: Constructions): readonly number[] =>
  dependents(reading, noun, 'acl').flatMap(clause => {
    if (isPassive(reading, clause))
      return telling.has(reading.words[clause]!.lemma) ? [] : agents(reading, clause, constructions)
    const told = dependents(reading, clause, 'mark').some(mark => reading.words[mark]!.form.toLowerCase() === 'that')
    if (reading.words[clause]!.deprel !== 'acl:relcl' && !told) return []
    return dependents(reading, clause, 'nsubj')
      .filter(subject => !isRelativiser(reading.words[subject]!))
      .map(subject => antecedent(reading, subject))
  })

/** "adopted a resolution that condemns it": who issues a text answers for it. */
const issuing: ReadonlySet<string> = new Set([
  'adopt',
  'pass',
  'issue',
  'publish',
  'release',
  'sign',
  'write',
  'send',
  'post',
])

/** Who answers for what the phrase headed by `noun` names. */
export const doersOf: Step = (reading, noun, constructions, accepts, depth = 0) => {
  if (names(reading, noun, accepts)) return [noun]
  if (depth > deepest) return []
  const own = [
    dependents(reading, noun, 'nmod:poss').map(word => antecedent(reading, word)),
    obliques(reading, noun, 'by', 'on the part of'),
    atTheHands(reading, noun),
    modifiers(reading, noun),
    clauseDoers(reading, noun, constructions),
    obliques(reading, noun, 'from'),
    isDoneTo(reading, noun, constructions) ? [] : obliques(reading, noun, 'of', 'between'),
  ]
  const found = firstOf(reading, own, constructions, accepts, doersOf, depth)
  if (found.length > 0) return found
  const { deprel, head } = reading.words[noun]!
  if (deprel === 'obj' && issuing.has(reading.words[head]!.lemma))
    return firstOf(reading, [agents(reading, head, constructions)], constructions, accepts, doersOf, depth)
  if (deprel === 'conj' && head >= 0) return sharedDoers(reading, head, constructions, accepts)
  const beside = dependents(reading, noun, 'conj').filter(word => !names(reading, word, accepts))
  return beside.flatMap(word =>
    firstOf(reading, [obliques(reading, word, 'of', 'by')], constructions, accepts, doersOf, depth),
  )
}

/** "Iran's crimes and provocations": what stands before the first of several nouns holds for all. */
const sharedDoers = (
  reading: Reading,
  first: number,
  constructions: Constructions,
  accepts: Accepts,
): readonly number[] =>
  names(reading, first, accepts)
    ? []
    : firstOf(
        reading,
        [dependents(reading, first, 'nmod:poss'), modifiers(reading, first)],
        constructions,
        accepts,
        doersOf,
        deepest,
      )

/** Prepositions of the phrases in which stands whom a noun touches, the nearest in meaning first. */
const touching: readonly (readonly string[])[] = [
  ['against', 'on', 'at', 'towards', 'to', 'into', 'upon'],
  ['of'],
  ['in', 'within', 'inside', 'over', 'across', 'between'],
  ['for', 'with', 'among'],
]
/** Prepositions of what a noun only lies by. */
const beside: readonly string[] = ['near', 'around', 'off', 'along']

/** "rounds aimed at a post", "a raid targeting it", "attacks that killed them"; but not "a resolution that imposed sanctions on them". */
const aimedAt = (reading: Reading, noun: number, constructions: Constructions): readonly number[] =>
  dependents(reading, noun, 'acl').flatMap(clause =>
    reading.words[clause]!.feats.VerbForm === 'Inf'
      ? []
      : isPassive(reading, clause)
        ? obliques(reading, clause, 'at', 'against', 'on', 'towards')
        : constructions.support.has(reading.words[clause]!.lemma)
          ? []
          : dependents(reading, clause, 'obj').map(word => antecedent(reading, word)),
  )

const holding: ReadonlySet<string> = new Set(
  'control hold occupy run rule dominate infest flag own register operate use link man staff'.split(' '),
)

/** "targets in Tajik-held areas", "a base used by rebels": who has a place or a thing, by the participle beside it. */
const holders = (reading: Reading, noun: number, constructions: Constructions): readonly number[] => [
  ...dependents(reading, noun, 'amod')
    .filter(word => holding.has(reading.words[word]!.lemma))
    .flatMap(word => modifiers(reading, word)),
  ...dependents(reading, noun, 'acl')
    .filter(word => holding.has(reading.words[word]!.lemma) && isPassive(reading, word))
    .flatMap(word => agents(reading, word, constructions)),
]

/** Whom what the phrase headed by `noun` names touches; `of` counts for what is done to somebody. */
export const undergoersOf: Step = (reading, noun, constructions, accepts, depth = 0) => {
  if ([noun, ...dependents(reading, noun, 'appos')].some(word => (reading.mentions.get(word) ?? []).some(accepts)))
    return [noun]
  if (depth > deepest) return []
  const phrases = dependents(reading, noun, 'nmod', 'obl').filter(
    word => reading.words[word]!.deprel !== 'nmod:poss' && prepositionOf(reading, word) !== null,
  )
  const under = (prepositions: readonly string[]) =>
    phrases.filter(word => prepositions.includes(prepositionOf(reading, word)!)).map(word => antecedent(reading, word))
  const own = [
    holders(reading, noun, constructions),
    ...touching.map(under),
    aimedAt(reading, noun, constructions),
    dependents(reading, noun, 'nmod:poss').map(word => antecedent(reading, word)),
    modifiers(reading, noun),
    under(beside),
  ]
  return firstOf(reading, own, constructions, accepts, undergoersOf, depth)
}

/** Prepositions of the phrases in which stands whom a verb reaches, the nearest in meaning first. */
const reaching: readonly (readonly string[])[] = [
  ['to', 'with', 'against', 'on', 'at', 'into', 'towards', 'for', 'from', 'over', 'between', 'out of'],
  ['in', 'inside', 'across', 'near', 'along'],
]

const lowerClauses = (reading: Reading, verb: number): readonly number[] =>
  dependents(reading, verb, 'xcomp', 'ccomp', 'advcl').filter(
    clause => reading.words[clause]!.deprel !== 'advcl' || isInfinitive(reading, clause),
  )

/**
 * Whom the clause headed by `verb` reaches: whose the thing done is ("block its bid"), those it is done to, then those in its phrases, then those
 * whom the clauses below it reach.
 */
export const reachedOf: Step = (reading, verb, constructions, accepts, depth = 0) => {
  if (!isVerbal(reading.words[verb]!)) return undergoersOf(reading, verb, constructions, accepts, depth)
  if (depth > deepest) return []
  const phrases = dependents(reading, verb, 'obl').filter(word => reading.words[word]!.deprel !== 'obl:agent')
  const things = dependents(reading, verb, ...(isPassive(reading, verb) ? ['nsubj:pass'] : ['obj', 'iobj']))
  const own = [
    things.flatMap(thing => dependents(reading, thing, 'nmod:poss')),
    things,
    ...reaching.map(prepositions => phrases.filter(word => prepositions.includes(prepositionOf(reading, word) ?? ''))),
  ].map(words => words.map(word => antecedent(reading, word)))
  const near = firstOf(reading, own, constructions, accepts, undergoersOf, depth)
  return near.length > 0
    ? near
    : firstOf(reading, [lowerClauses(reading, verb)], constructions, accepts, reachedOf, depth)
}
