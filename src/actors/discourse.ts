// What has been spoken of so far in a document: who, where, how prominently. Pronouns and descriptions ask it for their antecedent.
// It belongs to one document and one call; a wrong antecedent is worse than none, so a doubtful one is not given.
import { distinct, type Referent } from './referents.js'
import type { ActorKind } from './types.js'

/** A phrase that was spoken of; `referents` is empty for a subject that is no actor, which may still be what "it" means. */
export interface Entity {
  readonly referents: readonly Referent[]
  readonly sentence: number
  /** Index of its head in the sentence's tree. */
  readonly word: number
  readonly subject: boolean
  /** Subject of the sentence's main clause. */
  readonly main: boolean
  /** One human being: named, or in an office. */
  readonly person: boolean
  readonly plural: boolean
  readonly place: boolean
}

export interface Antecedent {
  readonly referents: readonly Referent[]
  readonly score: number
}

export interface Discourse {
  push(entity: Entity): void
  /** Adds those coordinated with the entity whose head is `word`: "Iran and Oman" is one subject of two. */
  join(sentence: number, word: number, referents: readonly Referent[]): void
  /** The entity whose head is `word` of `sentence`. */
  at(sentence: number, word: number): Entity | undefined
  /** Entities before (`sentence`, `word`), latest first, no further back than `reach` sentences. */
  before(sentence: number, word: number, reach: number): readonly Entity[]
  /** How often an actor has been spoken of. */
  count(id: string): number
}

export const openDiscourse = (): Discourse => {
  const entities: Entity[] = []
  const counts = new Map<string, number>()
  const at = (sentence: number, word: number): Entity | undefined =>
    entities.findLast(entity => entity.sentence === sentence && entity.word === word)
  return {
    push(entity) {
      entities.push(entity)
      for (const { id } of entity.referents) counts.set(id, (counts.get(id) ?? 0) + 1)
    },
    join(sentence, word, referents) {
      const first = at(sentence, word)
      if (first === undefined || first.referents.length === 0) return
      const together = distinct([...first.referents, ...referents])
      entities.push({ ...first, referents: together, person: false, plural: true })
    },
    at,
    before(sentence, word, reach) {
      const found: Entity[] = []
      for (let index = entities.length - 1; index >= 0; index--) {
        const entity = entities[index]!
        if (entity.sentence < sentence - reach) break
        if (entity.sentence < sentence || entity.word < word) found.push(entity)
      }
      return found
    },
    count: id => counts.get(id) ?? 0,
  }
}

const weightOf = (entity: Entity, sentence: number): number =>
  1 / (1 + (sentence - entity.sentence)) + (entity.main ? 0.35 : entity.subject ? 0.2 : 0) - (entity.place ? 0.15 : 0)

/**
 * The one actor that stands out among those allowed, by recency, subjecthood and frequency; undefined where two are close.
 * @param margin how far, in weight, the best must be ahead of the next.
 */
export const mostSalient = (
  discourse: Discourse,
  where: { readonly sentence: number; readonly word: number; readonly reach: number; readonly margin: number },
  allows: (referent: Referent) => boolean,
): Antecedent | undefined => {
  const weights = new Map<string, { referent: Referent; weight: number }>()
  for (const entity of discourse.before(where.sentence, where.word, where.reach)) {
    for (const referent of entity.referents) {
      if (!allows(referent)) continue
      const weight = weightOf(entity, where.sentence)
      const known = weights.get(referent.id)
      if (known === undefined) weights.set(referent.id, { referent, weight })
      else known.weight = Math.max(known.weight, weight) + 0.08
    }
  }
  const ranked = [...weights.values()]
    .map(({ referent, weight }) => ({
      referent,
      weight: weight + Math.min(0.3, 0.04 * discourse.count(referent.id)),
    }))
    .sort((left, right) => right.weight - left.weight)
  const [best, next] = ranked
  if (best === undefined) return undefined
  const ahead = best.weight - (next?.weight ?? 0)
  if (next !== undefined && ahead < where.margin) return undefined
  return { referents: [best.referent], score: next === undefined ? 0.6 : Math.min(0.6, 0.4 + ahead / 4) }
}

/** Where a description stands: actors in `barred` are not what it means, being named as subjects beside it. */
export interface Place {
  readonly sentence: number
  readonly word: number
  readonly barred: ReadonlySet<string>
}

/** "the group", "the country": the most salient actor of one of `kinds`. */
export const describedActor = (
  discourse: Discourse,
  { sentence, word, barred }: Place,
  kinds: readonly ActorKind[],
): Antecedent | undefined =>
  mostSalient(
    discourse,
    { sentence, word, reach: 4, margin: 0.1 },
    ({ id, kind }) => kinds.includes(kind) && !barred.has(id),
  )

/** "the government", "the rebels" of a text about one state: that state, where no other comes near it. */
export const dominantState = (discourse: Discourse, { sentence, word, barred }: Place): Antecedent | undefined =>
  mostSalient(
    discourse,
    { sentence, word, reach: 3, margin: 0.35 },
    ({ id, kind }) => kind === 'state' && !barred.has(id),
  )

/** "both countries", "the two leaders": the last two states that one sentence names, no more and no fewer. */
export const lastPair = (discourse: Discourse, sentence: number, word: number): Antecedent | undefined => {
  const bySentence = new Map<number, Map<string, Referent>>()
  const together = new Map<string, Referent>()
  for (const entity of discourse.before(sentence, word, 4)) {
    if (entity.place) continue
    const named = bySentence.get(entity.sentence) ?? new Map<string, Referent>()
    bySentence.set(entity.sentence, named)
    for (const referent of entity.referents) {
      if (referent.kind !== 'state' && referent.kind !== 'region' && referent.kind !== 'armed-group') continue
      if (!named.has(referent.id)) named.set(referent.id, referent)
      if (!together.has(referent.id)) together.set(referent.id, referent)
    }
  }
  for (const named of bySentence.values())
    if (named.size === 2) return { referents: [...named.values()].reverse(), score: 0.55 }
  if (together.size === 2) return { referents: [...together.values()].reverse(), score: 0.5 }
  const ranked = [...together.values()].sort((left, right) => discourse.count(right.id) - discourse.count(left.id))
  const [first, second, third] = ranked
  if (first === undefined || second === undefined || third === undefined) return undefined
  return discourse.count(second.id) >= 2 * discourse.count(third.id)
    ? { referents: [first, second], score: 0.4 }
    : undefined
}

/** "the leaders", "the ministers": those last named together, or the people of the last sentence that has several. */
export const lastTogether = (discourse: Discourse, sentence: number, word: number): Antecedent | undefined => {
  const bySentence = new Map<number, Map<string, Referent>>()
  for (const entity of discourse.before(sentence, word, 3)) {
    if (entity.referents.length > 1) return { referents: entity.referents, score: 0.5 }
    const [referent] = entity.referents
    if (referent === undefined || !entity.person) continue
    const named = bySentence.get(entity.sentence) ?? new Map<string, Referent>()
    bySentence.set(entity.sentence, named.set(referent.id, referent))
  }
  for (const named of bySentence.values())
    if (named.size > 1) return { referents: [...named.values()].reverse(), score: 0.45 }
  return undefined
}
