// From entries of the knowledge to the actors that claims name: roll-up of organs and mouthpieces, what an agent noun makes of its
// owner ("Syrian rebels" → syr-rebels), and who governs whom on the document's day (codebook rules 8 and 14).
import type { ActorEntry, AgentNoun } from '../knowledge/actor-schema.js'
import type { ActorIndex, EntryVia } from './actor-index.js'
import { fold } from './fold.js'
import type { Actor, ActorKind, Sector } from './types.js'

/** An actor before the words that name it are put beside it. */
export type Referent = Omit<Actor, 'surface'>

const union = <T>(left: readonly T[], right: readonly T[]): readonly T[] =>
  right.every(item => left.includes(item)) ? left : [...new Set([...left, ...right])]

const countryOf = (entry: ActorEntry): string | null => (entry.kind === 'state' ? entry.id : entry.country)

const plainReferent = (entry: ActorEntry): Referent => ({
  id: entry.id,
  name: entry.name,
  kind: entry.kind,
  country: countryOf(entry),
  sectors: entry.sectors,
  agent: null,
})

/** The people of a state, or the state's dissenters, as an actor of its own: `afg-people`. */
export const partOfState = (
  state: { readonly id: string; readonly name: string },
  slug: string,
  kind: ActorKind,
  sectors: readonly Sector[],
): Referent => ({
  id: `${state.id.toLowerCase()}-${slug}`,
  name: `${state.name}: ${slug}`,
  kind,
  country: state.id,
  sectors,
  agent: null,
})

/** The actor that a name of `entry` stands for; `words` are the name as it stands in the text. */
export const referentOf = (actors: ActorIndex, entry: ActorEntry, via: EntryVia, words: string): Referent => {
  if (via === 'people' && entry.kind === 'state') return partOfState(entry, 'people', 'people', ['CVL'])
  const above = entry.speaksFor === undefined ? undefined : actors.entries.get(entry.speaksFor)
  if (above !== undefined)
    return {
      ...plainReferent(above),
      sectors: union(above.sectors, entry.sectors),
      agent: { name: entry.name, office: null },
    }
  const plain = plainReferent(entry)
  if (via !== 'organ') return plain
  return {
    ...plain,
    sectors: union(plain.sectors, entry.kind === 'state' ? ['GOV'] : []),
    agent: { name: words, office: null },
  }
}

/** True where `day` (ISO, any grain) lies in [from, to]; null bounds are open. */
export const within = (day: string, from: string | null, to: string | null): boolean =>
  (from === null || day >= from.slice(0, day.length)) && (to === null || day.slice(0, to.length) <= to)

/** The body that governs `id` on `day`, where that is another actor than the state itself. */
export const governorOf = (actors: ActorIndex, id: string, day: string | null): ActorEntry | undefined => {
  if (day === null) return undefined
  const row = actors.governing.find(({ state, from, to }) => state === id && within(day, from, to))
  return row === undefined ? undefined : actors.entries.get(row.by)
}

const kindOfOpposition = (noun: AgentNoun): ActorKind => {
  if (noun.sectors.includes('REB')) return 'armed-group'
  return noun.sectors.includes('OPP') || noun.sectors.includes('PTY') ? 'party' : 'people'
}

/** Words of the text for an agent noun: its own spelling and the words as they stand. */
export interface NamedNoun {
  readonly noun: AgentNoun
  readonly words: string
}

/** The part of a state that a noun of class people or opposition names: "rebels" of Syria → syr-rebels. */
export const partByNoun = (
  state: { readonly id: string; readonly name: string },
  { noun, words }: NamedNoun,
): Referent =>
  partOfState(
    state,
    noun.slug ?? fold(words).replaceAll(' ', '-'),
    noun.class === 'people' ? 'people' : kindOfOpposition(noun),
    noun.sectors,
  )

const stateSectors: readonly Sector[] = ['GOV', 'MIL', 'LEG', 'JUD', 'COP', 'SPY']

/** Whether an office may act for a state: a minister does, a candidate, a cleric or a rebel leader does not. */
const actsForState = (actors: ActorIndex, noun: AgentNoun): boolean =>
  noun.sectors.length === 0
    ? actors.lexicon.stateOffices.has(noun.noun)
    : noun.sectors.some(sector => stateSectors.includes(sector))

/** The forces of a people inside a state: "Amhara forces" → eth-amhara-forces. */
const forcesOfPeople = (people: Referent, noun: AgentNoun): Referent | undefined => {
  if (people.kind !== 'people' || people.country === null) return undefined
  const country = people.country.toLowerCase()
  const own = people.id.startsWith(`${country}-`) ? people.id.slice(country.length + 1) : people.id
  return {
    ...people,
    id: `${country}-${own}-${noun.plural ?? `${noun.noun}s`}`.replaceAll(' ', '-'),
    name: `${people.name}: ${noun.noun}`,
    kind: 'armed-group',
    sectors: noun.sectors,
  }
}

/**
 * What `noun` makes of its owner, or undefined where the phrase is no actor ("EU citizens").
 * @param day the document's day; decides who a state's government is.
 */
export const applyNoun = (
  actors: ActorIndex,
  owner: Referent,
  { noun, words }: NamedNoun,
  day: string | null,
): Referent | undefined => {
  const governs = noun.class === 'office' || noun.class === 'organ' || noun.class === 'forces'
  const governor = governs && owner.kind === 'state' ? governorOf(actors, owner.id, day) : undefined
  const holder = governor === undefined ? owner : plainReferent(governor)
  const sectors = union(holder.sectors, noun.sectors)
  switch (noun.class) {
    case 'office':
      if (holder.kind === 'state' && holder.agent === null && !actsForState(actors, noun)) return undefined
      return { ...holder, sectors, agent: { name: null, office: fold(words) } }
    case 'organ':
    case 'forces':
      if (noun.class === 'forces') {
        const own = forcesOfPeople(holder, noun)
        if (own !== undefined) return own
      }
      return { ...holder, sectors, agent: { name: words, office: null } }
    case 'people':
    case 'opposition': {
      if (owner.kind === 'state') return partByNoun(owner, { noun, words })
      const own = owner.kind === 'armed-group' || owner.kind === 'party' || owner.kind === 'people'
      return own ? { ...owner, sectors } : undefined
    }
    case 'group':
      return owner.kind === 'state' || owner.kind === 'region' ? undefined : { ...owner, sectors }
    case 'country':
      if (owner.kind === 'igo') return { ...owner, sectors, agent: { name: words, office: null } }
      if (owner.kind === 'state' || owner.kind === 'region') return { ...owner, agent: null }
      return owner.kind === 'person' && owner.country !== null ? stateOf(actors, owner.country) : undefined
  }
}

/** The state of an alpha-3 code, or undefined where the knowledge has none. */
export const stateOf = (actors: ActorIndex, code: string): Referent | undefined => {
  const entry = actors.entries.get(code)
  return entry === undefined ? undefined : plainReferent(entry)
}

/** One referent for each id, in order of first naming. */
export const distinct = (referents: readonly Referent[]): readonly Referent[] =>
  referents.length < 2
    ? referents
    : referents.filter((referent, index) => referents.findIndex(other => other.id === referent.id) === index)
