// The word lists of naming, places and references as sets and maps, so that a look-up costs one hash. Derived once from the
// knowledge; holds no word of its own.
import type { ActorEntry, AgentNoun } from '../knowledge/actor-schema.js'
import type { AntecedentLexicon, NamingLexicon, PlaceLexicon, ReferenceLexicon } from '../knowledge/naming-schema.js'
import type { ActorKind, Sector } from './types.js'

type Words = ReadonlySet<string>

export type PronounKind = keyof ReferenceLexicon['pronouns']

/** What a noun in its name makes a body: "Front" an armed group. */
export interface Body {
  readonly kind: ActorKind
  readonly sectors: readonly Sector[]
}

export interface Lexicon {
  readonly locative: Words
  readonly directional: Words
  readonly seatLocative: Words
  readonly trusting: Words
  readonly movements: Words
  readonly placeObjects: Words
  readonly placeSubjects: Words
  readonly placeHeads: Words
  /** What a seat before it says where it was held: "the Oslo accords". */
  readonly held: Words
  readonly hyphenOwning: Words
  readonly hyphenPlacing: Words
  readonly hyphenPrefixes: Words
  readonly pronouns: ReadonlyMap<string, PronounKind>
  readonly feminine: Words
  /** Odds above which a pronoun is taken to mean its likeliest antecedent. */
  readonly sureOdds: AntecedentLexicon['sure']
  readonly pointing: Words
  readonly indefinite: Words
  readonly other: Words
  readonly light: Words
  readonly humans: Words
  readonly wholePeople: Words
  readonly repressive: Words
  /** When the nationals of a state stand for it: verbs of what people do themselves, verbs of what is done to people, prepositions of dealings. */
  readonly nationals: { readonly popular: Words; readonly suffered: Words; readonly dealing: Words }
  readonly organsOfState: Words
  readonly bareOrgans: Words
  readonly estranged: Words
  readonly worldwide: Words
  /** Noun → the kinds of actor that it may stand for. */
  readonly kinds: ReadonlyMap<string, readonly ActorKind[]>
  readonly pairs: { readonly lands: Words; readonly parties: Words; readonly people: Words }
  readonly fraternal: Words
  readonly numbers: Words
  /** What words say of the state that they describe, as keys, and the states that they fit. */
  readonly lands: readonly { readonly words: readonly string[]; readonly states: Words }[]
  readonly counterparts: Words
  /** Nouns for another than their owner: "its neighbour". */
  readonly opposite: Words
  readonly sides: Words
  readonly emptyItHeads: Words
  readonly taking: Words
  readonly speech: Words
  readonly calendar: Words
  readonly meeting: Words
  readonly meetingDirectly: Words
  readonly meetings: Words
  readonly accompanying: Words
  readonly jointActs: Words
  readonly facing: Words
  /** Words of one who stands between two others. */
  readonly mediating: Words
  readonly titles: Words
  readonly stateOffices: Words
  /** Offices whose single holder speaks for himself: "senator". */
  readonly ownMinded: Words
  /** Offices whose holders are named by the surname alone. */
  readonly chiefs: Words
  readonly ordinarySurnames: Words
  readonly surnameFirst: Words
  readonly former: Words
  /** Agent nouns whose "in" says where they are posted, not whose they are: "embassy". */
  readonly posted: Words
  readonly ownerPrepositions: Readonly<Record<AgentNoun['class'], Words>>
  readonly belonging: Words
  readonly listing: Words
  readonly listHeads: Words
  readonly members: Words
  readonly companion: Words
  readonly leading: Words
  readonly led: Words
  readonly bodies: ReadonlyMap<string, Body>
  readonly namingHeads: Words
  readonly shipPrefixes: Words
}

const pronounsOf = (references: ReferenceLexicon): Map<string, PronounKind> =>
  new Map(
    Object.entries(references.pronouns).flatMap(([kind, words]) => words.map(word => [word, kind as PronounKind])),
  )

const ownersOf = (naming: NamingLexicon): Lexicon['ownerPrepositions'] => {
  const prepositions = naming['owner-prepositions']
  return {
    office: new Set(prepositions.office),
    organ: new Set(prepositions.organ),
    forces: new Set(prepositions.forces),
    people: new Set(prepositions.people),
    opposition: new Set(prepositions.opposition),
    group: new Set(prepositions.group),
    country: new Set(prepositions.country),
  }
}

const landsOf = (references: ReferenceLexicon, actors: readonly ActorEntry[]): Lexicon['lands'] =>
  references.lands.flatMap(({ words, regions, states, members }) => {
    const within = actors.filter(
      ({ kind, region }) => kind === 'state' && region !== undefined && regions.includes(region),
    )
    const joined = actors.find(({ id }) => id === members)?.members ?? []
    const fitting = new Set([...within.map(({ id }) => id), ...states, ...joined])
    return words.map(spelling => ({ words: spelling.split(' '), states: fitting }))
  })

/** Sets and maps over the word lists; what they say of states is looked up among `actors`. */
export const lexiconOf = (knowledge: {
  readonly naming: NamingLexicon
  readonly places: PlaceLexicon
  readonly references: ReferenceLexicon
  readonly antecedents: AntecedentLexicon
  readonly actors: readonly ActorEntry[]
}): Lexicon => {
  const { naming, places, references } = knowledge
  return {
    locative: new Set(places.locative),
    directional: new Set(places.directional),
    seatLocative: new Set(places['seat-locative']),
    trusting: new Set(places.trusting),
    movements: new Set(places.movements),
    placeObjects: new Set(places['place-objects']),
    placeSubjects: new Set(places['place-subjects']),
    placeHeads: new Set(places['place-heads']),
    held: new Set(places.held),
    hyphenOwning: new Set(places['hyphen-owning']),
    hyphenPlacing: new Set(places['hyphen-placing']),
    hyphenPrefixes: new Set(places['hyphen-prefixes']),
    pronouns: pronounsOf(references),
    feminine: new Set(references.feminine),
    sureOdds: knowledge.antecedents.sure,
    pointing: new Set(references.pointing),
    indefinite: new Set(references.indefinite),
    other: new Set(references.other),
    light: new Set(references.light),
    humans: new Set(references.humans),
    wholePeople: new Set(references['whole-people']),
    repressive: new Set(references.repressive),
    nationals: {
      popular: new Set(references.nationals.popular),
      suffered: new Set(references.nationals.suffered),
      dealing: new Set(references.nationals.dealing),
    },
    organsOfState: new Set(references['organs-of-state']),
    bareOrgans: new Set(references['bare-organs']),
    estranged: new Set(references.estranged),
    worldwide: new Set(references.worldwide),
    kinds: new Map(references.kinds.flatMap(row => row.nouns.map(noun => [noun, row.kinds] as const))),
    pairs: {
      lands: new Set(references.pairs.lands),
      parties: new Set(references.pairs.parties),
      people: new Set(references.pairs.people),
    },
    fraternal: new Set(references.fraternal),
    numbers: new Set(references.numbers),
    lands: landsOf(references, knowledge.actors),
    counterparts: new Set(references.counterparts),
    opposite: new Set(references.opposite),
    sides: new Set(references.sides),
    emptyItHeads: new Set(references['empty-it-heads']),
    taking: new Set(references.taking),
    speech: new Set(references.speech),
    calendar: new Set(references.calendar),
    meeting: new Set([...references.meeting, ...references['meeting-directly']]),
    meetingDirectly: new Set(references['meeting-directly']),
    meetings: new Set(references.meetings),
    accompanying: new Set(references.accompanying),
    jointActs: new Set(references['joint-acts']),
    facing: new Set(references.facing),
    mediating: new Set(references.mediating),
    titles: new Set(naming.titles),
    ownMinded: new Set(naming['own-minded']),
    chiefs: new Set(naming.chiefs),
    ordinarySurnames: new Set(naming['ordinary-surnames']),
    surnameFirst: new Set(naming['surname-first']),
    stateOffices: new Set(naming['state-offices']),
    former: new Set(naming.former),
    posted: new Set(naming.posted),
    ownerPrepositions: ownersOf(naming),
    belonging: new Set(naming.belonging),
    listing: new Set(naming.listing),
    listHeads: new Set(naming['list-heads']),
    members: new Set(naming.members),
    companion: new Set(naming.companion),
    leading: new Set(naming.leading),
    led: new Set(naming.led),
    bodies: new Map(
      naming.bodies.flatMap(row => row.nouns.map(noun => [noun, { kind: row.kind, sectors: row.sectors }] as const)),
    ),
    namingHeads: new Set(naming['naming-heads']),
    shipPrefixes: new Set(naming['ship-prefixes']),
  }
}
