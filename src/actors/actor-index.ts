// Knowledge of actors in, an index of names out: first word → the names that begin with it, longest first. Built once, then frozen;
// nothing of a document is ever put into it.
import type { ActorEntry, AgentNoun, OfficeHolder } from '../knowledge/actor-schema.js'
import type {
  AmbiguousName,
  AntecedentLexicon,
  Governing,
  NamingLexicon,
  PlaceLexicon,
  ReferenceLexicon,
} from '../knowledge/naming-schema.js'
import { type Weigh, weighBy } from './antecedents.js'
import { firstKey, fold, piecesOfName } from './fold.js'
import { type Lexicon, lexiconOf } from './lexicon.js'
import { mergeOverrides } from './overrides.js'
import type { Referent } from './referents.js'

/** The parts of the compiled knowledge that naming needs. */
export interface ActorKnowledge {
  readonly actors: readonly ActorEntry[]
  readonly officeHolders: readonly OfficeHolder[]
  readonly agentNouns: readonly AgentNoun[]
  readonly governing: readonly Governing[]
  readonly ambiguous: readonly AmbiguousName[]
  readonly naming: NamingLexicon
  readonly places: PlaceLexicon
  readonly references: ReferenceLexicon
  readonly antecedents: AntecedentLexicon
}

/** A person known by name, with every office on record. */
export interface Person {
  readonly name: string
  readonly offices: readonly OfficeHolder[]
}

export type EntryVia = 'name' | 'adjective' | 'people' | 'seat' | 'organ' | 'abbreviation' | 'place'

/** What a name may stand for. */
export type Sense =
  | { readonly of: 'entry'; readonly entry: ActorEntry; readonly via: EntryVia; readonly former: boolean }
  | { readonly of: 'person'; readonly person: Person; readonly full: boolean }
  | { readonly of: 'learned'; readonly referent: Referent; readonly full: boolean; readonly person: boolean }

/** A name as a row of keys. */
export interface Pattern {
  readonly keys: readonly string[]
  /** Which of the words must begin with a capital in the text. */
  readonly capitals: readonly boolean[]
  /** The whole name stands in upper case only. */
  readonly upper: boolean
  readonly senses: readonly Sense[]
}

/** An agent noun ("foreign minister") as a row of keys. */
export interface NounPattern {
  readonly keys: readonly string[]
  readonly noun: AgentNoun
  readonly plural: boolean
}

export interface ActorIndex {
  readonly names: Names
  readonly nouns: ReadonlyMap<string, readonly NounPattern[]>
  readonly entries: ReadonlyMap<string, ActorEntry>
  /** True for the first name of somebody on record: "Michael Jordan" is no country. */
  isGivenName(key: string): boolean
  readonly governing: readonly Governing[]
  readonly ambiguous: ReadonlyMap<string, AmbiguousName>
  readonly lexicon: Lexicon
  /** Weighs what a pronoun may mean. */
  readonly weigh: Weigh
}

/** Names by their first word. A row is worked out when it is first asked for, so that building the index costs little. */
export interface Names {
  /** The names that begin with a word of this key, longest first. */
  startingWith(key: string): readonly Pattern[]
}

/** Names of one sense, not yet worked out. */
interface Row {
  readonly names: readonly string[]
  readonly upper: boolean
  readonly sense: Sense
}

const patternsStartingWith = (key: string, rows: readonly Row[]): readonly Pattern[] => {
  const found = new Map<string, { pattern: Omit<Pattern, 'senses'>; senses: Sense[] }>()
  for (const { names, upper, sense } of rows) {
    for (const name of names) {
      if (firstKey(name) !== key) continue
      const pieces = piecesOfName(name)
      const address = `${pieces.map(piece => piece.key + (piece.capital ? '^' : '')).join(' ')}${upper ? '!' : ''}`
      const known = found.get(address)
      if (known === undefined) {
        const pattern = { keys: pieces.map(piece => piece.key), capitals: pieces.map(piece => piece.capital), upper }
        found.set(address, { pattern, senses: [sense] })
      } else if (!known.senses.includes(sense)) known.senses.push(sense)
    }
  }
  return [...found.values()]
    .map(({ pattern, senses }) => ({ ...pattern, senses }))
    .sort((left, right) => right.keys.length - left.keys.length)
}

/** Gathers names; one spelling with several senses is one pattern. */
export const gatherNames = () => {
  const rows = new Map<string, Row[]>()
  const ready = new Map<string, readonly Pattern[]>()
  const none: readonly Pattern[] = []
  const add = (names: readonly string[], upper: boolean, sense: Sense): void => {
    const row: Row = { names, upper, sense }
    for (const name of names) {
      const key = firstKey(name)
      const others = rows.get(key)
      if (others === undefined) rows.set(key, [row])
      else if (others.at(-1) !== row) others.push(row)
    }
  }
  const names: Names = {
    startingWith(key) {
      const waiting = rows.get(key)
      if (waiting === undefined) return none
      const known = ready.get(key)
      if (known !== undefined) return known
      const patterns = patternsStartingWith(key, waiting)
      ready.set(key, patterns)
      return patterns
    },
  }
  return { add, names }
}

const ways: readonly (readonly [keyof ActorEntry & string, EntryVia, boolean])[] = [
  ['names', 'name', false],
  ['former', 'name', true],
  ['adjectives', 'adjective', false],
  ['people', 'people', false],
  ['seats', 'seat', false],
  ['organs', 'organ', false],
  ['places', 'place', false],
  ['abbreviations', 'abbreviation', false],
]

/** "Bin Zayed", "al-Assad" and "Rahmon" are surnames; whatever else has two words is a full name. */
const isFullName = (name: string): boolean => !isSurname(name)
const isSurname = (name: string): boolean =>
  !(name.includes(' ') || name.includes('-')) || /^(al|el|bin|ben|von|van|de)[\s-]\S+$/i.test(name)

const indexNames = (entries: readonly ActorEntry[], people: readonly Person[]): Names => {
  const { add, names } = gatherNames()
  for (const entry of entries) {
    for (const [field, via, former] of ways) {
      const given = entry[field] as readonly string[]
      if (given.length === 0) continue
      const upper = via === 'abbreviation'
      const own =
        upper || entry.abbreviations.length === 0 ? given : given.filter(name => !entry.abbreviations.includes(name))
      add(own, upper, { of: 'entry', entry, via, former })
    }
  }
  for (const person of people) {
    const aliases =
      person.offices.length === 1 ? person.offices[0]!.aliases : person.offices.flatMap(row => row.aliases)
    add([person.name, ...aliases.filter(isFullName)], false, { of: 'person', person, full: true })
    add(aliases.filter(isSurname), false, { of: 'person', person, full: false })
  }
  return names
}

const gatherPeople = (rows: readonly OfficeHolder[]): Person[] => {
  const byName = new Map<string, OfficeHolder[]>()
  for (const row of rows) {
    const offices = byName.get(row.person)
    if (offices === undefined) byName.set(row.person, [row])
    else offices.push(row)
  }
  return [...byName].map(([name, offices]) => ({ name, offices }))
}

const pluralOf = (noun: string): string => {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  if (/(s|x|ch|sh)$/.test(noun)) return `${noun}es`
  return /man$/.test(noun) ? `${noun.slice(0, -3)}men` : `${noun}s`
}

const keysOfNoun = (spelling: string): readonly string[] =>
  /^[a-z ]+$/.test(spelling) ? spelling.split(' ') : piecesOfName(spelling).map(piece => piece.key)

const indexNouns = (nouns: readonly AgentNoun[]): Map<string, NounPattern[]> => {
  const byFirst = new Map<string, NounPattern[]>()
  const seen = new Set<string>()
  for (const noun of nouns) {
    const spellings: (readonly [string, boolean])[] = [
      [noun.noun, noun.plural === noun.noun],
      [noun.plural ?? pluralOf(noun.noun), true],
    ]
    for (const [spelling, plural] of spellings) {
      const keys = keysOfNoun(spelling)
      const address = keys.join(' ')
      if (seen.has(address)) continue
      seen.add(address)
      const row = byFirst.get(keys[0]!)
      if (row === undefined) byFirst.set(keys[0]!, [{ keys, noun, plural }])
      else row.push({ keys, noun, plural })
    }
  }
  for (const row of byFirst.values()) row.sort((left, right) => right.keys.length - left.keys.length)
  return byFirst
}

/** Puts work off until its result is first asked for, so that a command that codes nothing pays nothing. */
const once = <T>(work: () => T): (() => T) => {
  let done: { readonly result: T } | undefined
  return () => {
    done ??= { result: work() }
    return done.result
  }
}

/**
 * Builds the index once per run; the names are gathered when a text is first read.
 * @param overrides the analyst's own entries: an entry whose id is known adds its names to that actor, any other is a new actor.
 * @throws OverrideError naming the entry and the remedy where an override contradicts what is known.
 */
export const indexActors = (knowledge: ActorKnowledge, overrides: readonly ActorEntry[] = []): ActorIndex => {
  const actors = mergeOverrides(knowledge.actors, overrides)
  const people = once(() => gatherPeople(knowledge.officeHolders))
  const names = once(() => indexNames(actors, people()))
  const givenNames = once(() => new Set(people().map(person => firstKey(person.name))))
  return Object.freeze({
    names: { startingWith: (key: string) => names().startingWith(key) },
    nouns: indexNouns(knowledge.agentNouns),
    entries: new Map(actors.map(entry => [entry.id, entry])),
    isGivenName: (key: string) => givenNames().has(key),
    governing: knowledge.governing,
    ambiguous: new Map(knowledge.ambiguous.map(row => [fold(row.name), row])),
    lexicon: lexiconOf({ ...knowledge, actors }),
    weigh: weighBy(new Map(Object.entries(knowledge.antecedents.weights))),
  })
}
