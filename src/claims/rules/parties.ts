// From a role of a frame to the actors that fill it: follows a path over the tree ("object>possessor") and gives the mentions there.
import type { Mention } from '../../actors/types.js'
import { type Discourse, noDiscourse } from '../discourse.js'
import { argumentsOf } from '../frames/arguments.js'
import type { Constructions } from '../frames/constructions.js'
import { type Accepts, doersOf, reachedOf, undergoersOf } from '../frames/macroroles.js'
import { isQuantity } from '../frames/quantities.js'
import { coordinated, dependents, prepositionOf, type Reading } from '../frames/reading.js'
import type { Arguments } from '../frames/roles.js'

/** A word that fills a role, and the path that led to it. */
export interface Filler {
  readonly word: number
  readonly path: string
  readonly mentions: readonly Mention[]
}

/** Of "dozens of rebels", "tens of thousands of them": those who are counted; else the word itself. */
const counted = (reading: Reading, word: number): readonly number[] => {
  if (reading.mentions.has(word) || !isQuantity(reading.words[word]!)) return [word]
  const of = dependents(reading, word, 'nmod', 'obl').filter(below => prepositionOf(reading, below) === 'of')
  return of.length === 0 ? [word] : of.flatMap(below => counted(reading, below))
}

/**
 * Mentions headed by `word` or by a word coordinated with it. Who stands in apposition stands for a phrase that names nobody ("Ali Rida, the
 * Syrian envoy"), and several for a plural ("two leaders, A and B").
 */
const mentionsAt = (reading: Reading, found: number): readonly Mention[] =>
  counted(reading, found).flatMap(word => mentionsUnder(reading, word))

const mentionsUnder = (reading: Reading, word: number): readonly Mention[] => {
  const named = dependents(reading, word, 'appos').flatMap(index => coordinated(reading, index))
  const people = named.flatMap(index => reading.mentions.get(index) ?? [])
  if (people.length > 1 && reading.words[word]!.feats.Number === 'Plur') return people
  const own = coordinated(reading, word)
    .flatMap(index => counted(reading, index))
    .flatMap(index => reading.mentions.get(index) ?? [])
  return own.length > 0 ? own : people
}

/** Steps that are no role of a frame: from a phrase to who answers for it or whom it touches, from a clause to whom it reaches. */
const macroroles: ReadonlyMap<string, typeof doersOf> = new Map([
  ['doer', doersOf],
  ['undergoer', undergoersOf],
  ['reached', reachedOf],
])

/** Paths on which a name that only locates is no party. */
const acting = /(^|>)(subject|modifier)$/

/** Words at the end of a path that starts from a frame's arguments. */
export const follow = (
  reading: Reading,
  roles: Arguments,
  path: string,
  constructions: Constructions,
  accepts: Accepts = () => true,
): readonly number[] => {
  const [first, ...steps] = path.split('>')
  let words: readonly number[] = roles.get(first!) ?? []
  for (const step of steps) {
    const macrorole = macroroles.get(step)
    words = words
      .flatMap(word => coordinated(reading, word))
      .flatMap(word => {
        if (macrorole !== undefined) return macrorole(reading, word, constructions, accepts)
        const upos = reading.words[word]!.upos
        const category = upos === 'VERB' ? 'verb' : upos === 'ADJ' ? 'adjective' : 'noun'
        return argumentsOf(reading, word, category, constructions).get(step) ?? []
      })
  }
  return words
}

/**
 * The first path of `paths` that leads to at least one acceptable mention wins. A name that only locates ("in Moscow", "the Oslo accords")
 * is no party as subject or before a noun; elsewhere the path itself says that a place will do. Where a noun's doer is not in the sentence, the context may tell.
 */
export const fillersOf = (
  reading: Reading,
  roles: Arguments,
  paths: readonly string[],
  accepts: Accepts,
  constructions: Constructions,
  discourse: Discourse = noDiscourse,
): readonly Filler[] => {
  for (const path of paths) {
    const found = follow(reading, roles, path, constructions, accepts)
      .map(word => ({
        word,
        path,
        mentions: mentionsAt(reading, word).filter(
          mention => accepts(mention) && !(mention.role === 'place' && acting.test(path)),
        ),
      }))
      .filter(filler => filler.mentions.length > 0)
    if (found.length > 0) return found
    if (!path.endsWith('>doer')) continue
    const taken = follow(reading, roles, path.slice(0, -'>doer'.length), constructions)
      .flatMap(word => coordinated(reading, word))
      .map(word => ({ word, path, mentions: discourse.meant(reading, word, accepts) }))
      .filter(filler => filler.mentions.length > 0)
    if (taken.length > 0) return taken
  }
  return []
}
