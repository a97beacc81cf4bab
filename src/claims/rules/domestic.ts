// At home: who is meant by those whom nobody owns in an act inside one state ("Peru jailed two activists"). Nouns that act for somebody
// flow in with the state of the other side; the reading with them as that state's own, or as its parts, flows out.
import { type Actor, type Mention, partByNoun } from '../../actors/index.js'
import type { AgentNoun } from '../../knowledge/actor-schema.js'
import type { Knowledge } from '../../knowledge/sources.js'
import type { Word } from '../../syntax/types.js'
import { dependents, prepositionOf, type Reading } from '../frames/reading.js'

interface Spelling {
  /** The words before the last one, in order. */
  readonly before: readonly string[]
  readonly noun: AgentNoun
}

export interface DomesticNouns {
  /** Last word → its nouns, the longest first. */
  readonly byLast: ReadonlyMap<string, readonly Spelling[]>
  /** Words that make somebody an outsider: "foreign", "visiting". */
  readonly foreign: ReadonlySet<string>
  /** Nouns for a place at home: "the capital". */
  readonly places: ReadonlySet<string>
  /** Nouns of what stands in a state without being its own: "embassy". */
  readonly posted: ReadonlySet<string>
  readonly states: ReadonlyMap<string, Actor>
}

const owned: ReadonlySet<AgentNoun['class']> = new Set(['office', 'organ', 'forces', 'people', 'opposition', 'group'])
const stateSectors: ReadonlySet<string> = new Set(['GOV', 'MIL', 'LEG', 'JUD', 'COP', 'SPY'])

/** Does it act for the state, or is it a part of it ("cleric", "activist")? */
const actsForState = ({ class: kind, sectors }: AgentNoun): boolean =>
  kind !== 'people' && kind !== 'opposition' && kind !== 'group' && sectors.some(sector => stateSectors.has(sector))

/** Binds agent-nouns.yml and the states. */
export const bindDomestic = (
  knowledge: Pick<Knowledge, 'agentNouns' | 'actors' | 'constructions' | 'naming'>,
): DomesticNouns => {
  const byLast = new Map<string, Spelling[]>()
  for (const noun of knowledge.agentNouns.filter(({ class: kind }) => owned.has(kind))) {
    const words = noun.noun.split(' ')
    const last = words.at(-1)!
    byLast.set(last, [...(byLast.get(last) ?? []), { before: words.slice(0, -1), noun }])
  }
  for (const row of byLast.values()) row.sort((a, b) => b.before.length - a.before.length)
  const states = knowledge.actors.filter(({ kind }) => kind === 'state')
  return {
    byLast,
    foreign: new Set(knowledge.constructions.foreign),
    places: new Set(knowledge.constructions['home-places']),
    posted: new Set(knowledge.naming.posted),
    states: new Map(
      states.map(({ id, name, kind, sectors }) => [
        id,
        { id, name, surface: name, kind, country: id, sectors, agent: null },
      ]),
    ),
  }
}

const is = ({ form, lemma }: Word, wanted: string): boolean =>
  form.toLowerCase() === wanted || lemma.toLowerCase() === wanted

const nounAt = (words: readonly Word[], at: number, { byLast }: DomesticNouns): Spelling | undefined => {
  const { form, lemma } = words[at]!
  const row = byLast.get(lemma.toLowerCase()) ?? byLast.get(form.toLowerCase())
  return row?.find(({ before }) =>
    before.every((word, index) => {
      const found = words[at - before.length + index]
      return found !== undefined && is(found, word)
    }),
  )
}

/** On which word outer arcs land: the name that the noun stands before ("judge Rivera"), else the noun. */
const headFor = ({ words }: Reading, at: number): number => {
  const { deprel, head } = words[at]!
  return (deprel === 'nmod:desc' || deprel === 'compound') && words[head]?.upos === 'PROPN' ? head : at
}

/** Owned by somebody else, or an outsider by its own words. */
const isForeign = (reading: Reading, at: number, state: Actor, { foreign }: DomesticNouns): boolean =>
  reading.children[at]!.some(child => {
    const of = reading.mentions.get(child) ?? []
    return foreign.has(reading.words[child]!.lemma.toLowerCase()) || of.some(({ actor }) => actor.country !== state.id)
  })

const surfaceOf = (words: readonly Word[]): string =>
  words.map((word, index) => (index > 0 && words[index - 1]!.end < word.start ? ' ' : '') + word.form).join('')

const mentionOf = (reading: Reading, at: number, head: number, { before, noun }: Spelling, state: Actor): Mention => {
  const first = at - before.length
  const last = Math.max(at, head)
  const words = reading.words.slice(first, last + 1)
  const surface = surfaceOf(words)
  const part = !actsForState(noun)
  const actor = part
    ? partByNoun(state, { noun, words: noun.plural ?? `${noun.noun}s` })
    : { ...state, sectors: noun.sectors }
  return {
    start: words[0]!.start,
    end: words.at(-1)!.end,
    sentence: reading.sentence,
    head,
    first,
    last,
    actor: { ...actor, surface, agent: part ? null : { name: null, office: noun.noun } },
    role: 'party',
    via: 'description',
    score: 0.7,
    others: [],
  }
}

/** "in the capital": the state itself, as a place. */
const placeMention = (reading: Reading, at: number, state: Actor): Mention => {
  const { form, start, end } = reading.words[at]!
  return {
    start,
    end,
    sentence: reading.sentence,
    head: at,
    first: at,
    last: at,
    actor: { ...state, surface: form },
    role: 'place',
    via: 'description',
    score: 0.7,
    others: [],
  }
}

const isPosted = ({ actor: { agent } }: Mention, posted: ReadonlySet<string>): boolean =>
  [agent?.name, agent?.office].some(words => posted.has(words?.toLowerCase().split(' ').at(-1) ?? ''))

const onlyState = (mentions: readonly Mention[], states: ReadonlyMap<string, Actor>): Actor | undefined => {
  const countries = new Set(mentions.map(({ actor }) => actor.country))
  const [country] = countries
  return countries.size === 1 && country != null ? states.get(country) : undefined
}

/** The one state in which the sentence places what it tells, or undefined. */
const stateToldOf = ({ mentions }: Reading, { states }: DomesticNouns): Actor | undefined =>
  onlyState(
    [...mentions.values()].flat().filter(({ role }) => role === 'place'),
    states,
  )

/**
 * Where an act between `mentions` and others is at home: the state to which they belong, unless they are posted abroad; for bodies without a
 * state, the place told of.
 */
export const homeOf = (reading: Reading, mentions: readonly Mention[], nouns: DomesticNouns): Actor | undefined => {
  if (mentions.some(mention => isPosted(mention, nouns.posted))) return undefined
  return mentions.every(({ actor }) => actor.country === null)
    ? stateToldOf(reading, nouns)
    : onlyState(mentions, nouns.states)
}

/** "All parties" are the sides of something, and no parties of a state. */
const isSides = ({ words }: Reading, at: number): boolean => words[at]!.form.toLowerCase() === 'parties'

const homes = new WeakMap<Reading, Map<string, Reading>>()

/** The reading with everybody whom nobody owns as `state`'s; the same one when asked again. */
export const atHome = (reading: Reading, state: Actor, nouns: DomesticNouns): Reading => {
  const known = homes.get(reading) ?? new Map<string, Reading>()
  homes.set(reading, known)
  const home = known.get(state.id) ?? readAtHome(reading, state, nouns)
  known.set(state.id, home)
  return home
}

const readAtHome = (reading: Reading, state: Actor, nouns: DomesticNouns): Reading => {
  const mentions = new Map(reading.mentions)
  for (const { index, upos, lemma } of reading.words) {
    if ((upos !== 'NOUN' && upos !== 'PROPN') || mentions.has(index) || isForeign(reading, index, state, nouns))
      continue
    if (nouns.places.has(lemma.toLowerCase()) && prepositionOf(reading, index) !== null)
      mentions.set(index, [placeMention(reading, index, state)])
    const spelling = isSides(reading, index) ? undefined : nounAt(reading.words, index, nouns)
    const head = headFor(reading, index)
    if (spelling === undefined || mentions.has(head) || (head !== index && !actsForState(spelling.noun))) continue
    mentions.set(head, [mentionOf(reading, index, head, spelling, state)])
  }
  return { ...reading, mentions }
}

/**
 * May `mention` stand on the other side from one of the same state? Not where it only takes that one up ("its troops", "they"); but whoever
 * is in an office may ("his minister").
 */
export const standsApart = (reading: Reading, mention: Mention): boolean =>
  mention.via !== 'pronoun' &&
  (mention.actor.agent?.office != null ||
    (reading.words[mention.first]!.upos !== 'PRON' &&
      !dependents(reading, mention.head, 'nmod:poss').some(owner => reading.words[owner]!.upos === 'PRON')))
