// Who stands out among those spoken of: for descriptions such as "the group", "both countries", "the leaders". A wrong antecedent is
// worse than none, so a doubtful one is not given.
import { type Antecedent, type Discourse, type Entity, isSubject } from './discourse.js'
import type { Referent } from './referents.js'
import type { ActorKind } from './types.js'

const weightOf = (entity: Entity, sentence: number): number =>
  1 / (1 + (sentence - entity.sentence)) +
  (entity.part === 'main' ? 0.35 : isSubject(entity) ? 0.2 : 0) -
  (entity.place ? 0.15 : 0)

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
