// Predicate–argument structure, normalised: a rule names a role once, and active, passive, participial, relative, infinitival,
// coordinated and nominal constructions all fill it. Words in, words out; who they denote is decided later.
import type { Word } from '../../syntax/types.js'
import { belongingTo } from './belonging.js'
import type { Constructions } from './constructions.js'
import { nounArguments } from './noun-arguments.js'
import { dependents, type Reading } from './reading.js'
import { type Arguments, add, addComplements, addObliques, adoptObliques, adoptPurpose, infinitives } from './roles.js'
import {
  acting,
  agents,
  antecedent,
  isPassive,
  isRelativiser,
  isVerbal,
  nominalSubjects,
  predicationSubjects,
  surfaceSubjects,
} from './subjects.js'

/** Prepositions of a partner or an opponent, which hang on a verb rather than on a place or a time beside it. */
const partners: ReadonlySet<string> = new Set(['with', 'against', 'alongside'])

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

const quotation = /^["“„«'‘]$/

/** "branded the leader, Ali, “a liar”": words in quotation marks after the object say what it is called. */
const quotedBehind = (reading: Reading, verb: number): readonly number[] =>
  dependents(reading, verb, 'obj')
    .flatMap(object => dependents(reading, object, 'appos'))
    .filter(word => dependents(reading, word, 'punct').some(mark => quotation.test(reading.words[mark]!.form)))

/** What a verb of calling or holding says its object is: "called it a mistake", "described it as illegal", "considers it an enemy". */
const predicatives = (reading: Reading, verb: number): readonly number[] =>
  [
    ...quotedBehind(reading, verb),
    ...dependents(reading, verb, 'xcomp').filter(word => !isVerbal(reading.words[word]!)),
    ...dependents(reading, verb, 'obl', 'advcl', 'xcomp').filter(word =>
      dependents(reading, word, 'case', 'mark').some(marker => reading.words[marker]!.form.toLowerCase() === 'as'),
    ),
  ].flatMap(word => [word, ...dependents(reading, word, 'conj', 'amod', 'compound')])

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
