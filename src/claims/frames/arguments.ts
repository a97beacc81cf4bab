// Predicate–argument structure, normalised: a rule names a role once, and active, passive, participial, relative, infinitival,
// coordinated and nominal constructions all fill it. Words in, words out; who they denote is decided later.
import type { Word } from '../../syntax/types.js'
import { belongingTo } from './belonging.js'
import type { Constructions } from './constructions.js'
import { dependents, prepositionOf, type Reading } from './reading.js'
import {
  acting,
  agents,
  antecedent,
  isControlling,
  isInfinitive,
  isPassive,
  isRelativiser,
  isVerbal,
  nominalSubjects,
  obliques,
  predicationSubjects,
  premodifiers,
  supportVerb,
  surfaceSubjects,
} from './subjects.js'

/**
 * Role → heads of the phrases that fill it. Roles: `subject` (who does it, in the active voice), `object`, `indirect`, `complement`
 * (predicates of infinitive and that-clauses), `predicative` (what the object is
 * called or held to be), `manner` (adverbs), `location` (the place that somebody is said to be in), `possessor`, `modifier` (adjectives and nouns before the noun), `copula-of` (what a
 * predicate noun is said of), `apposition`, `receiver` (at whose end a supported noun arrives), `attender` (who acts at the
 * occasion named), `bearer` (who acts with what is named), `self` (the word's own phrase), `owner` (who does or has the noun that an adjective modifies), `above` (the subject of the
 * verb whose object the noun is), `clause` (the doer of the nearest verb above), `participle` (a clause of manner or circumstance without a
 * marker: "marched, demanding"), a marked clause under its marker ("to-clause"), and each preposition under its own name ("with", "on behalf of").
 */
export type Arguments = ReadonlyMap<string, readonly number[]>

const add = (roles: Map<string, number[]>, role: string, words: readonly number[]): void => {
  if (words.length === 0) return
  const known = roles.get(role) ?? []
  roles.set(role, [...known, ...words.filter(word => !known.includes(word))])
}

const addObliques = (reading: Reading, head: number, roles: Map<string, number[]>): void => {
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
const adoptObliques = (
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
const adoptFrom = (reading: Reading, verb: number, roles: Map<string, number[]>): void => {
  for (const word of dependents(reading, verb, 'obl')) {
    const preposition = prepositionOf(reading, word) ?? ''
    if ((preposition === 'against' || preposition === 'on') && !roles.has(preposition))
      add(roles, preposition, [antecedent(reading, word)])
  }
}

/** Prepositions of a partner or an opponent, which hang on a verb rather than on a place or a time beside it. */
const partners: ReadonlySet<string> = new Set(['with', 'against', 'alongside'])

const infinitives = (reading: Reading, head: number, relation: string): readonly number[] =>
  dependents(reading, head, relation).filter(clause => isInfinitive(reading, clause))

/** An infinitive of purpose hangs now on the verb, now on its object ("blocked a road to protest", "took steps to ease"): it serves both. */
const adoptPurpose = (clauses: readonly number[], roles: Map<string, number[]>): void => {
  if (!roles.has('to-clause') && !roles.has('complement')) add(roles, 'to-clause', clauses)
}

const addComplements = (
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
  for (const clause of dependents(reading, head, 'acl', 'advcl')) {
    const markers = dependents(reading, clause, 'mark').map(word => reading.words[word]!.form.toLowerCase())
    add(roles, markers.length > 0 ? `${markers.join(' ')}-clause` : 'participle', [clause])
  }
}

/** "degrade and defeat it": a verb without an object shares that of the verb coordinated right after it. */
const sharedObjects = (reading: Reading, verb: number): readonly number[] => {
  const next = dependents(reading, verb, 'conj')[0]
  if (next === undefined || next - verb > 3 || !isVerbal(reading.words[next]!)) return []
  return dependents(reading, next, 'obj').map(found => antecedent(reading, found))
}

/** What a relative clause with a subject of its own says is done to: "the aid that they promised (and sent)"; null for other clauses. */
const relativeGap = (reading: Reading, verb: number): number | null => {
  const { deprel, head } = reading.words[verb]!
  const own = dependents(reading, verb, 'nsubj')
  if (deprel === 'conj' && own.length === 0 && head >= 0) return relativeGap(reading, head)
  return deprel === 'acl:relcl' && own.some(found => !isRelativiser(reading.words[found]!)) ? head : null
}

/** "the region where they live": the place that a relative clause tells of. */
const whereabouts = (reading: Reading, verb: number): readonly number[] => {
  const { deprel, head } = reading.words[verb]!
  const tells = dependents(reading, verb, 'advmod').some(word => reading.words[word]!.form.toLowerCase() === 'where')
  return deprel === 'acl:relcl' && tells ? [head] : []
}

const verbArguments = (reading: Reading, verb: number, constructions: Constructions): Map<string, number[]> => {
  const roles = new Map<string, number[]>()
  const objects = dependents(reading, verb, 'obj').map(found => antecedent(reading, found))
  const surface = surfaceSubjects(reading, verb, constructions)
  add(roles, 'subject', agents(reading, verb, constructions))
  if (isPassive(reading, verb)) {
    add(roles, objects.length > 0 ? 'indirect' : 'object', surface)
    add(roles, 'object', objects)
  } else {
    add(roles, 'object', objects.length > 0 ? objects : sharedObjects(reading, verb))
    const gap = relativeGap(reading, verb)
    if (gap !== null && objects.length === 0 && dependents(reading, verb, 'ccomp', 'xcomp').length === 0)
      add(roles, 'object', [gap])
  }
  const receivers = dependents(reading, verb, 'iobj').map(found => antecedent(reading, found))
  add(roles, roles.has('object') ? 'indirect' : 'object', receivers)
  addObliques(reading, verb, roles)
  add(roles, 'in', whereabouts(reading, verb))
  adoptObliques(reading, dependents(reading, verb, 'obj'), roles)
  adoptObliques(reading, dependents(reading, verb, 'obl'), roles, partners)
  addComplements(reading, verb, constructions, roles)
  adoptPurpose(
    dependents(reading, verb, 'obj').flatMap(noun => infinitives(reading, noun, 'acl')),
    roles,
  )
  add(roles, 'manner', dependents(reading, verb, 'advmod'))
  add(roles, 'modifier', dependents(reading, verb, 'amod', 'compound', 'nmod:unmarked'))
  add(roles, 'predicative', predicatives(reading, verb))
  return roles
}

/** What a verb of calling or holding says its object is: "called it a mistake", "described it as illegal", "considers it an enemy". */
const predicatives = (reading: Reading, verb: number): readonly number[] =>
  [
    ...dependents(reading, verb, 'xcomp').filter(word => !isVerbal(reading.words[word]!)),
    ...dependents(reading, verb, 'obl', 'advcl', 'xcomp').filter(word =>
      dependents(reading, word, 'case', 'mark').some(marker => reading.words[marker]!.form.toLowerCase() === 'as'),
    ),
  ].flatMap(word => [word, ...dependents(reading, word, 'conj'), ...dependents(reading, word, 'amod')])

/** Of "one of its allies", "part of the pact": the word that says how many, in whose place the noun stands; else the noun itself. */
const partitive = (reading: Reading, noun: number): number => {
  const { deprel, head } = reading.words[noun]!
  if (deprel !== 'nmod' || head < 0 || prepositionOf(reading, noun) !== 'of') return noun
  const { upos, lemma } = reading.words[head]!
  return upos === 'NUM' || parts.has(lemma) ? head : noun
}
const parts: ReadonlySet<string> = new Set(['part', 'some', 'many', 'most', 'several', 'few', 'member', 'number'])

const linking: ReadonlySet<string> = new Set(['become', 'remain', 'stay', 'prove', 'be'])

/** Is the word said of a subject: "is an ally", "became the largest supplier"? */
const isPredicative = (reading: Reading, word: number): boolean => {
  const { deprel, head } = reading.words[word]!
  return (
    dependents(reading, word, 'cop').length > 0 ||
    ((deprel === 'xcomp' || deprel === 'obj') && head >= 0 && linking.has(reading.words[head]!.lemma))
  )
}

/** "its provision of aid to the displaced", "the imposition of sanctions on it": what stands on the first noun holds for the second. */
const addNominalSupport = (
  reading: Reading,
  noun: number,
  constructions: Constructions,
  roles: Map<string, number[]>,
): void => {
  const { deprel, head } = reading.words[noun]!
  if (deprel !== 'nmod' || head < 0 || prepositionOf(reading, noun) !== 'of') return
  if (!constructions.nominalSupport.has(reading.words[head]!.lemma.toLowerCase())) return
  add(
    roles,
    'possessor',
    dependents(reading, head, 'nmod:poss').map(found => antecedent(reading, found)),
  )
  add(
    roles,
    'subject',
    nominalSubjects(reading, head, constructions, 0).filter(word => word !== noun),
  )
  for (const word of dependents(reading, head, 'nmod')) {
    const preposition = prepositionOf(reading, word)
    if (word !== noun && preposition !== null && reading.words[word]!.deprel !== 'nmod:poss')
      add(roles, preposition, [antecedent(reading, word)])
  }
}

/** "the sanctions (that) it has kept on Chad": a relative clause that says what is done with its noun. */
const isGapped = (reading: Reading, clause: number): boolean => {
  const { deprel, lemma } = reading.words[clause]!
  if (deprel !== 'acl:relcl' || lemma === 'sign') return false
  const own = dependents(reading, clause, 'nsubj').filter(word => !isRelativiser(reading.words[word]!))
  const others = dependents(reading, clause, 'obj').filter(word => !isRelativiser(reading.words[word]!))
  return own.length > 0 && others.length === 0 && !isPassive(reading, clause)
}

const judging: ReadonlySet<string> = new Set(
  'accuse blame condemn criticise criticize denounce punish sanction praise thank commend fault suspect'.split(' '),
)

/** "blamed Chad for strikes", "accused it of attacks": who is judged answers for what the noun after "for" or "of" names. */
const answerable = (reading: Reading, noun: number): readonly number[] => {
  const { deprel, head } = reading.words[noun]!
  if (deprel !== 'obl' || head < 0 || !judging.has(reading.words[head]!.lemma)) return []
  if (!['for', 'of', 'over'].includes(prepositionOf(reading, noun) ?? '')) return []
  if (dependents(reading, noun, 'nmod:poss').length > 0) return []
  const relations = isPassive(reading, head) ? ['nsubj:pass'] : ['obj']
  return dependents(reading, head, ...relations).map(word => antecedent(reading, word))
}

/** "received aid", "came under attack"; but "came out in support". */
const receives = (reading: Reading, noun: number): boolean =>
  reading.words[noun]!.deprel !== 'obl' || ['under', 'into'].includes(prepositionOf(reading, noun) ?? '')

const nounArguments = (reading: Reading, noun: number, constructions: Constructions): Map<string, number[]> => {
  const roles = new Map<string, number[]>()
  add(
    roles,
    'possessor',
    dependents(reading, noun, 'nmod:poss').map(found => antecedent(reading, found)),
  )
  add(roles, 'modifier', premodifiers(reading, noun))
  add(roles, 'apposition', dependents(reading, noun, 'appos'))
  add(roles, 'complement', dependents(reading, noun, 'xcomp', 'ccomp'))
  add(roles, 'self', [noun])
  addObliques(reading, noun, roles)
  adoptObliques(reading, dependents(reading, noun, 'nmod'), roles)
  addComplements(reading, noun, constructions, roles)
  if (reading.words[noun]!.deprel === 'appos') add(roles, 'copula-of', [reading.words[noun]!.head])
  const predicate = partitive(reading, noun)
  const copular = isPredicative(reading, predicate)
  if (copular && ['in', 'at'].includes(prepositionOf(reading, noun) ?? '')) add(roles, 'location', [noun])
  if (copular) add(roles, 'copula-of', predicationSubjects(reading, predicate, constructions, 0))
  add(roles, 'subject', answerable(reading, noun))
  const support = supportVerb(reading, noun, constructions)
  if (support !== null) {
    const verb = reading.words[support]!
    if (constructions.receiving.has(verb.lemma) && receives(reading, noun)) {
      add(roles, 'receiver', surfaceSubjects(reading, support, constructions))
    } else {
      add(roles, 'subject', agents(reading, support, constructions))
      add(
        roles,
        'receiver',
        dependents(reading, support, 'iobj').map(found => antecedent(reading, found)),
      )
      if (reading.words[noun]!.deprel === 'obj' && isPassive(reading, support)) {
        add(roles, 'receiver', surfaceSubjects(reading, support, constructions))
      }
    }
    addObliques(reading, support, roles)
  } else if (copular) {
    add(roles, 'subject', predicationSubjects(reading, predicate, constructions, 0))
  }
  add(roles, 'subject', obliques(reading, noun, 'by'))
  addNominalSupport(reading, noun, constructions, roles)
  for (const clause of dependents(reading, noun, 'acl')) {
    if (isGapped(reading, clause) && constructions.support.has(reading.words[clause]!.lemma)) {
      add(roles, 'subject', agents(reading, clause, constructions))
      addObliques(reading, clause, roles)
    }
    if (!isPassive(reading, clause)) continue
    add(roles, 'by', agents(reading, clause, constructions))
    if (constructions.support.has(reading.words[clause]!.lemma)) addObliques(reading, clause, roles)
  }
  addSurroundings(reading, noun, constructions, roles)
  const { deprel, head } = reading.words[noun]!
  if (deprel === 'obj') {
    adoptFrom(reading, head, roles)
    add(roles, 'above', agents(reading, head, constructions))
    adoptPurpose(infinitives(reading, head, 'advcl'), roles)
  }
  return roles
}

/** Roles by which the clause around a noun's phrase bears on it: "raised it in a call with Oman", "acted as a mediator", "with the backing of Iran". */
const surroundings: ReadonlyMap<string, 'attender' | 'copula-of' | 'bearer'> = new Map([
  ...['in', 'at', 'during', 'after', 'following', 'on', 'before'].map(
    preposition => [preposition, 'attender'] as const,
  ),
  ['as', 'copula-of'],
  ['with', 'bearer'],
])

const addSurroundings = (
  reading: Reading,
  noun: number,
  constructions: Constructions,
  roles: Map<string, number[]>,
): void => {
  const { deprel, head } = reading.words[noun]!
  const measured = deprel === 'nmod' && prepositionOf(reading, noun) === 'of' && head >= 0
  if (measured && constructions.measure.has(reading.words[head]!.lemma)) {
    addSurroundings(reading, head, constructions, roles)
    return
  }
  if ((deprel !== 'obl' && deprel !== 'obj') || head < 0) return
  if (constructions.bringing.has(reading.words[head]!.lemma) && isPassive(reading, head))
    add(roles, 'attender', surfaceSubjects(reading, head, constructions))
  const preposition = prepositionOf(reading, noun) ?? ''
  const above = reading.words[head]!
  const attends = preposition === 'for' && (above.upos === 'ADJ' || constructions.assembling.has(above.lemma))
  const role = attends ? 'attender' : surroundings.get(preposition)
  if (role === undefined) return
  if (isVerbal(reading.words[head]!)) add(roles, role, agents(reading, head, constructions))
  else if (reading.words[head]!.upos === 'ADJ') add(roles, role, predicationSubjects(reading, head, constructions, 0))
}

/** Who does, has or is of the noun that an adjective modifies; of an object that nobody else has, the one whose object it is. */
const ownersBeside = (reading: Reading, adjective: number, constructions: Constructions): readonly number[] => {
  const noun = reading.words[adjective]!.head
  const members = belongingTo(reading, noun, constructions)
  if (members.length > 0) return members
  const owners = nominalSubjects(reading, noun, constructions, 0).filter(word => word !== adjective)
  const { deprel, head } = reading.words[noun]!
  return owners.length > 0 || deprel !== 'obj' ? owners : agents(reading, head, constructions)
}

const adjectiveArguments = (
  reading: Reading,
  adjective: number,
  constructions: Constructions,
): Map<string, number[]> => {
  const roles = new Map<string, number[]>()
  add(roles, 'self', [adjective])
  add(roles, 'subject', predicationSubjects(reading, adjective, constructions, 0))
  if (reading.words[adjective]!.deprel === 'amod') add(roles, 'owner', ownersBeside(reading, adjective, constructions))
  add(roles, 'modifier', dependents(reading, adjective, 'compound', 'obl:unmarked', 'nmod:unmarked', 'obl'))
  addObliques(reading, adjective, roles)
  addComplements(reading, adjective, constructions, roles)
  return roles
}

export type Category = 'verb' | 'noun' | 'adjective'

const leaning = /^(anti|pro)[-‑]./i

/** "UN-backed" as one word: a name and what its bearer does. */
const compounded = /^\p{Lu}.*[-‑](backed|supported|sponsored|aligned)$/u

/** Under what a word is looked up as a predicate: its category and lemma; "anti-" and "pro-" words by their prefix. Null for words that do not predicate. */
export const predicateKey = (word: Word): { readonly category: Category; readonly lemma: string } | null => {
  const prefix = leaning.exec(word.form)?.[1]
  if (prefix !== undefined) return { category: 'adjective', lemma: `${prefix.toLowerCase()}-` }
  const deed = compounded.exec(word.form)?.[1]
  if (deed !== undefined) return { category: 'adjective', lemma: deed }
  const category = categoryOf(word)
  return category === null ? null : { category, lemma: word.lemma.toLowerCase() }
}

/** How a word predicates, by its part of speech; null for words that do not. */
export const categoryOf = (word: Word): Category | null => {
  if (word.upos === 'VERB') return 'verb'
  if (word.upos === 'NOUN' || word.upos === 'PROPN') return 'noun'
  return word.upos === 'ADJ' || word.upos === 'ADV' ? 'adjective' : null
}

const categories: readonly Category[] = ['verb', 'noun', 'adjective']

/** What has been read of a sentence: a path leads to the same words again and again. */
const known = new WeakMap<Reading, Map<number, Arguments>>()

/** The arguments of the predicate `word`, read as `category`. */
export const argumentsOf = (
  reading: Reading,
  word: number,
  category: Category,
  constructions: Constructions,
): Arguments => {
  const read = known.get(reading) ?? new Map<number, Arguments>()
  known.set(reading, read)
  const key = word * categories.length + categories.indexOf(category)
  const found = read.get(key) ?? readArguments(reading, word, category, constructions)
  read.set(key, found)
  return found
}

const readArguments = (reading: Reading, word: number, category: Category, constructions: Constructions): Arguments =>
  withClause(
    reading,
    word,
    constructions,
    category === 'verb'
      ? verbArguments(reading, word, constructions)
      : category === 'noun'
        ? nounArguments(reading, word, constructions)
        : adjectiveArguments(reading, word, constructions),
  )

/** Adds who does what the nearest verb above says, unless somebody else is said to act: "to punish individuals supplying it". */
const withClause = (
  reading: Reading,
  word: number,
  constructions: Constructions,
  roles: Map<string, number[]>,
): Arguments => {
  const acts = (subject: number): boolean =>
    !reading.mentions.has(subject) && acting.has(reading.words[subject]!.lemma.toLowerCase())
  if (roles.get('subject')?.some(acts)) return roles
  for (let above = reading.words[word]!.head; above >= 0; above = reading.words[above]!.head) {
    if (reading.words[above]!.upos !== 'VERB') continue
    add(roles, 'clause', agents(reading, above, constructions))
    break
  }
  return roles
}
