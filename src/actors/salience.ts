// Who stands out among those spoken of: for descriptions such as "the group", "both countries", "the leaders". What was spoken of last
// and what the whole document is about count together. A wrong antecedent is worse than none, so a doubtful one is not given.
import { type Antecedent, type Entity, isSubject } from './discourse.js'
import { distinct, type Referent, stateOf } from './referents.js'
import type { Scene } from './scene.js'
import type { ActorKind } from './types.js'

/** An actor and how much it stands out. */
export interface Standing {
  readonly referent: Referent
  readonly weight: number
}

/** Where one asks, how far back, and whom one may mean. */
export interface Search {
  readonly scene: Scene
  readonly word: number
  /** Sentences. */
  readonly reach: number
  readonly allows: (referent: Referent, entity: Entity) => boolean
}

const presence = (entity: Entity, sentence: number): number =>
  1 / (1 + (sentence - entity.sentence)) +
  (entity.part === 'main' ? 0.35 : isSubject(entity) ? 0.2 : 0) -
  (entity.place ? 0.15 : 0)

/** Those allowed by how much they stand out: the last and the most prominent first. */
const standings = ({ scene, word, reach, allows }: Search, frequent: (id: string) => number): readonly Standing[] => {
  const { discourse, sentence } = scene
  const weights = new Map<string, { referent: Referent; weight: number }>()
  for (const entity of discourse.before(sentence, word, reach)) {
    for (const referent of entity.referents) {
      if (!allows(referent, entity)) continue
      const weight = presence(entity, sentence)
      const known = weights.get(referent.id)
      if (known === undefined) weights.set(referent.id, { referent, weight })
      else known.weight = Math.max(known.weight, weight) + 0.08
    }
  }
  return [...weights.values()]
    .map(({ referent, weight }) => ({ referent, weight: weight + frequent(referent.id) }))
    .sort((left, right) => right.weight - left.weight)
}

/** The one actor that stands out by `margin`, in weight, over the next; undefined where two are close. */
export const mostSalient = (search: Search, margin: number): Antecedent | undefined => {
  const { discourse } = search.scene
  const [best, next] = standings(search, id => Math.min(0.3, 0.04 * discourse.count(id)))
  if (best === undefined) return undefined
  const ahead = best.weight - (next?.weight ?? 0)
  if (next !== undefined && ahead < margin) return undefined
  return { referents: [best.referent], score: next === undefined ? 0.6 : Math.min(0.6, 0.4 + ahead / 4) }
}

/** How much a document is about an actor: by how often it names it, before and after. */
const aboutness = (scene: Scene, id: string): number =>
  0.45 * Math.log2(1 + Math.max(scene.survey.counts.get(id) ?? 0, scene.discourse.count(id)))

const partyKinds: readonly ActorKind[] = ['state', 'region', 'armed-group', 'government', 'party']
const landKinds: readonly ActorKind[] = ['state', 'region']

/** How two are spoken of: as countries, or as sides that need not be countries. */
export type Pairing = 'lands' | 'parties'

const pairMargin = 0.2

/** Names of a state in a document that is about it. */
const often = 2

/** The states that a document is about, by how much it is, where it has not told of them yet. */
const statesOf = (scene: Scene, barred: ReadonlySet<string>): readonly Standing[] =>
  [...scene.survey.counts]
    .flatMap(([id, count]) => {
      const referent = barred.has(id) || count < often ? undefined : stateOf(scene.actors, id)
      return referent?.kind === 'state' ? [{ referent, weight: aboutness(scene, id) }] : []
    })
    .sort((left, right) => right.weight - left.weight)

/** Is somebody named so much oftener than the next one that a whole document is about the former? */
export const isProminent = (times: number, next: number): boolean => times >= 1.5 * next

/** The two states that a document is about from end to end; undefined where there are more, or fewer. */
const protagonists = (scene: Scene, barred: ReadonlySet<string>): Antecedent | undefined => {
  const [first, second, third] = statesOf(scene, barred)
  if (first === undefined || second === undefined) return undefined
  const times = ({ referent }: Standing): number => scene.survey.counts.get(referent.id) ?? 0
  const isAbout = isProminent(times(second), third === undefined ? 1 : times(third))
  return isAbout ? { referents: [first.referent, second.referent], score: 0.45 } : undefined
}

/** Two spoken of as one in what was just said: as a subject, or as two. */
const isPair = (entity: Entity, kinds: readonly ActorKind[], barred: ReadonlySet<string>): boolean =>
  entity.referents.length === 2 &&
  (isSubject(entity) || entity.sort === 'they' || entity.form === 'definite') &&
  entity.referents.every(({ id, kind }) => kinds.includes(kind) && !barred.has(id))

/**
 * "both countries", "the two sides": countries are those whom the document is about, else the two that stand out; sides the latter, else the
 * former. Undefined where a third comes near.
 */
export const salientPair = (
  scene: Scene,
  word: number,
  pairing: Pairing,
  barred: ReadonlySet<string>,
): Antecedent | undefined => {
  const kinds = pairing === 'lands' ? landKinds : partyKinds
  const last = scene.discourse
    .before(scene.sentence, word, 1)
    .find(entity => isPair(entity, kinds, barred) && scene.discourse.at(entity.sentence, entity.word) === entity)
  if (last !== undefined) return { referents: last.referents, score: 0.55 }
  const about = pairing === 'lands' ? protagonists(scene, barred) : undefined
  if (about !== undefined) return about
  const ranked = standings(
    {
      scene,
      word,
      reach: 5,
      allows: ({ id, kind }, { place }) => kinds.includes(kind) && !place && !barred.has(id),
    },
    id => aboutness(scene, id),
  )
  const [first, second, third] = ranked.length < 2 ? statesOf(scene, barred) : ranked
  if (first === undefined || second === undefined) return undefined
  const ahead = second.weight - (third?.weight ?? 0)
  if (third !== undefined && ahead < pairMargin) return protagonists(scene, barred)
  return {
    referents: [first.referent, second.referent],
    score: third === undefined ? 0.55 : Math.min(0.55, 0.4 + ahead / 4),
  }
}

/** The other one of a pair: "its neighbour", "our two countries". */
export const salientOther = (scene: Scene, word: number, than: readonly Referent[]): Antecedent | undefined => {
  const own = new Set(than.map(({ id }) => id))
  const [first, second] = standings(
    {
      scene,
      word,
      reach: 5,
      allows: ({ id, kind }, { place }) => landKinds.includes(kind) && !place && !own.has(id),
    },
    id => aboutness(scene, id),
  )
  if (first === undefined || first.weight - (second?.weight ?? 0) < pairMargin) return undefined
  return { referents: [first.referent], score: 0.5 }
}

/** "the leaders", "the ministers": those who met, those last named together, or the people of the last sentence that has several. */
export const lastTogether = (scene: Scene, word: number): Antecedent | undefined => {
  const { discourse, sentence } = scene
  const before = discourse.before(sentence, word, 3)
  const met = discourse.before(sentence, word, 6).find(({ company }) => company)
  if (met !== undefined) return { referents: met.referents, score: 0.55 }
  const bySentence = new Map<number, Map<string, Referent>>()
  for (const entity of before) {
    if (entity.referents.length > 1) return { referents: entity.referents, score: 0.5 }
    const [referent] = entity.referents
    if (referent === undefined || !entity.person) continue
    const named = bySentence.get(entity.sentence) ?? new Map<string, Referent>()
    bySentence.set(entity.sentence, named.set(referent.id, referent))
  }
  for (const named of bySentence.values())
    if (named.size > 1) return { referents: distinct([...named.values()].reverse()), score: 0.45 }
  return undefined
}

/** "the two men": the people of the last sentence that names people, where they are two. */
export const peopleTogether = (scene: Scene, word: number): Antecedent | undefined => {
  const bySentence = new Map<number, readonly Referent[]>()
  for (const { referents, person, sentence } of scene.discourse.before(scene.sentence, word, 3))
    if (person) bySentence.set(sentence, distinct([...referents, ...(bySentence.get(sentence) ?? [])]))
  const together = [...bySentence.values()].find(people => people.length > 1)
  return together?.length === 2 ? { referents: together, score: 0.55 } : undefined
}

const stateMargin = 0.35

/** What a state gains by the document's being at home there. */
const homely = 0.3

/** "the government", "the army" of a text about one state: that state, where no other comes near it; at home, the home state sooner. */
export const stateTold = (
  scene: Scene,
  word: number,
  barred: ReadonlySet<string>,
  home: string | null = scene.survey.home,
): Antecedent | undefined => {
  const [best, next] = standings(
    { scene, word, reach: 4, allows: ({ id, kind }) => kind === 'state' && !barred.has(id) },
    id => aboutness(scene, id) + (id === home ? homely : 0),
  )
  if (best === undefined) return undefined
  const ahead = best.weight - (next?.weight ?? 0)
  if (next !== undefined && ahead < stateMargin) return undefined
  return { referents: [best.referent], score: next === undefined ? 0.6 : Math.min(0.6, 0.4 + ahead / 4) }
}
