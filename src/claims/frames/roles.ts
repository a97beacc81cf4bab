// The roles around a predicate, and what its obliques and clauses add to them whatever its part of speech.
import type { Constructions } from './constructions.js'
import { dependents, prepositionOf, type Reading } from './reading.js'
import { antecedent, isControlling, isInfinitive, isVerbal } from './subjects.js'

/**
 * Role → heads of the phrases that fill it. Roles: `subject` (who does it, in the active voice), `object`, `indirect`, `complement`
 * (predicates of infinitive and that-clauses), `infinitive` (of the former alone), `predicative` (what the object is
 * called or held to be), `manner` (adverbs), `location` (the place that somebody is said to be in), `possessor`, `modifier` (adjectives and nouns before the noun), `copula-of` (what a
 * predicate noun is said of), `apposition`, `receiver` (at whose end a supported noun arrives), `attender` (who acts at the
 * occasion named), `bearer` (who acts with what is named), `self` (the word's own phrase), `owner` (who does or has the noun that an adjective modifies), `above` (the subject of the
 * verb whose object the noun is), `clause` (the doer of the nearest verb above), `participle` (a clause of manner or circumstance without a
 * marker: "marched, demanding"), a marked clause under its marker ("to-clause"), and each preposition under its own name ("with", "on behalf of").
 */
export type Arguments = ReadonlyMap<string, readonly number[]>

/** Adds the words that fill a role, each once, in the order found; a role that nothing fills stays absent. */
export const add = (roles: Map<string, number[]>, role: string, words: readonly number[]): void => {
  if (words.length === 0) return
  const known = roles.get(role) ?? []
  roles.set(role, [...known, ...words.filter(word => !known.includes(word))])
}

/** Adds each oblique of `head` under its preposition. */
export const addObliques = (reading: Reading, head: number, roles: Map<string, number[]>): void => {
  for (const word of dependents(reading, head, 'obl', 'nmod')) {
    const preposition = prepositionOf(reading, word)
    if (preposition !== null && reading.words[word]!.deprel !== 'nmod:poss')
      add(roles, preposition, [antecedent(reading, word)])
  }
}

/**
 * A phrase attached one noun too deep ("a port in Djibouti", "attacks by them on it") still names a party, where no nearer one does; `only`
 * names the prepositions that are looked for.
 */
export const adoptObliques = (
  reading: Reading,
  inner: readonly number[],
  roles: Map<string, number[]>,
  only?: ReadonlySet<string>,
): void => {
  const own = new Set(roles.keys())
  for (const word of inner.flatMap(noun => dependents(reading, noun, 'nmod', 'obl'))) {
    const preposition = prepositionOf(reading, word)
    const free =
      preposition !== null && preposition !== 'of' && !own.has(preposition) && (only?.has(preposition) ?? true)
    if (free && reading.words[word]!.deprel !== 'nmod:poss') add(roles, preposition, [antecedent(reading, word)])
  }
}

/** "reduced sanctions against Chad", with the opponent read as the verb's: it is the noun's as well. */
export const adoptFrom = (reading: Reading, verb: number, roles: Map<string, number[]>): void => {
  for (const word of dependents(reading, verb, 'obl')) {
    const preposition = prepositionOf(reading, word) ?? ''
    if ((preposition === 'against' || preposition === 'on') && !roles.has(preposition))
      add(roles, preposition, [antecedent(reading, word)])
  }
}

/** The infinitive clauses that hang on `head` by `relation`. */
export const infinitives = (reading: Reading, head: number, relation: string): readonly number[] =>
  dependents(reading, head, relation).filter(clause => isInfinitive(reading, clause))

/** An infinitive of purpose hangs now on the verb, now on its object ("blocked a road to protest", "took steps to ease"): it serves both. */
export const adoptPurpose = (clauses: readonly number[], roles: Map<string, number[]>): void => {
  if (!roles.has('to-clause') && !roles.has('complement')) add(roles, 'to-clause', clauses)
}

/** Adds what `head` governs as a clause: its complements, its marked clauses under their markers, its participles. */
export const addComplements = (
  reading: Reading,
  head: number,
  constructions: Constructions,
  roles: Map<string, number[]>,
): void => {
  const controlled = isControlling(reading, head, constructions) ? infinitives(reading, head, 'advcl') : []
  const clauses = [...dependents(reading, head, 'xcomp', 'ccomp'), ...controlled]
  add(
    roles,
    'complement',
    clauses.flatMap(clause => [
      clause,
      ...dependents(reading, clause, 'conj').filter(word => isVerbal(reading.words[word]!)),
    ]),
  )
  add(
    roles,
    'infinitive',
    clauses.filter(clause => isInfinitive(reading, clause)),
  )
  for (const clause of dependents(reading, head, 'acl', 'advcl')) {
    const markers = dependents(reading, clause, 'mark').map(word => reading.words[word]!.form.toLowerCase())
    add(roles, markers.length > 0 ? `${markers.join(' ')}-clause` : 'participle', [clause])
  }
}
