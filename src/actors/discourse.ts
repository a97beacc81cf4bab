// What has been spoken of so far in a document: who or what, where, how prominently. Pronouns and descriptions ask it for their
// antecedent. It belongs to one document and one call.
import { distinct, type Referent } from './referents.js'

/** What a phrase speaks of, as far as its words tell: an actor's sort, a name or a noun that is no actor, or a pronoun's. */
export type Sort =
  | 'state'
  | 'body'
  | 'group'
  | 'people'
  | 'human'
  | 'name'
  | 'noun'
  | 'he'
  | 'she'
  | 'it'
  | 'they'
  | 'speaker'

/** What a phrase does in its sentence. */
export type Part = 'main' | 'subject' | 'object' | 'oblique' | 'possessor' | 'nmod' | 'modifier' | 'other'

/** A phrase that was spoken of; `referents` is empty for what is no actor, which may still be what "it" means. */
export interface Entity {
  readonly referents: readonly Referent[]
  readonly sentence: number
  /** Index of its head in the sentence's tree. */
  readonly word: number
  readonly sort: Sort
  readonly part: Part
  readonly form: 'name' | 'definite' | 'indefinite' | 'bare' | 'pronoun'
  /** One human being: named, or in an office. */
  readonly person: boolean
  readonly plural: boolean
  readonly place: boolean
  /** Several phrases as one: coordinated, the one at `word` first, or the two sides of a meeting. */
  readonly joint: boolean
  readonly company: boolean
  /** The same for phrases known to mean the same. */
  readonly key: string
}

export interface Antecedent {
  readonly referents: readonly Referent[]
  readonly score: number
}

/** True for the subject of any clause. */
export const isSubject = ({ part }: Entity): boolean => part === 'main' || part === 'subject'

export interface Discourse {
  push(entity: Entity): void
  /** Makes one entity of that whose head is `word` and those coordinated with it: "Iran and Oman" is one subject of two. */
  join(sentence: number, word: number, referents: readonly Referent[]): void
  /** The entity whose head is `word` of `sentence`. */
  at(sentence: number, word: number): Entity | undefined
  /** Entities before (`sentence`, `word`), latest first, no further back than `reach` sentences. */
  before(sentence: number, word: number, reach: number): readonly Entity[]
  /** Those who met last. */
  company(): Entity | undefined
  /** How often an actor has been spoken of. */
  count(id: string): number
  /** How often what has this key has been spoken of. */
  mentioned(key: string): number
}

/** The key of actors: their ids, and who acts for them. */
export const keyOf = (referents: readonly Referent[]): string =>
  referents.map(({ id, agent }) => `${id} ${agent?.name ?? ''}`).join('+')

const increase = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

export const openDiscourse = (): Discourse => {
  const entities: Entity[] = []
  const counts = new Map<string, number>()
  const keys = new Map<string, number>()
  const at = (sentence: number, word: number): Entity | undefined =>
    entities.findLast(entity => entity.sentence === sentence && entity.word === word)
  return {
    push(entity) {
      entities.push(entity)
      for (const { id } of entity.referents) increase(counts, id)
      increase(keys, entity.key)
    },
    join(sentence, word, referents) {
      const first = at(sentence, word)
      if (first === undefined) return
      const together = first.referents.length === 0 ? [] : distinct([...first.referents, ...referents])
      const key = together.length === 0 ? `${first.key}, ` : keyOf(together)
      entities.push({ ...first, referents: together, person: false, plural: true, joint: true, key })
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
    company: () => entities.findLast(({ company }) => company),
    count: id => counts.get(id) ?? 0,
    mentioned: key => keys.get(key) ?? 0,
  }
}
