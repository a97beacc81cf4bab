// The words of a sentence in, the names and agent nouns that stand in it out: longest match from left to right, none overlapping.
// A name must have the case that its spelling asks for; what it means is not decided here.
import type { ActorIndex, Names, NounPattern, Pattern, Sense } from './actor-index.js'
import type { Piece } from './fold.js'

/** A name in a sentence, as word indices (both ends in). */
export interface NameHit {
  readonly first: number
  readonly last: number
  readonly pattern: Pattern
  readonly senses: readonly Sense[]
}

/** An agent noun in a sentence. */
export interface NounHit extends NounPattern {
  readonly first: number
  readonly last: number
}

export interface Hits {
  readonly names: readonly NameHit[]
  readonly nouns: readonly NounHit[]
}

const fits = (pattern: Pattern, pieces: readonly Piece[], from: number): boolean => {
  const { keys, capitals, upper } = pattern
  if (from + keys.length > pieces.length) return false
  for (let offset = 0; offset < keys.length; offset++) {
    const piece = pieces[from + offset]!
    if (piece.key !== keys[offset]) return false
    if (capitals[offset] && !piece.capital) return false
    if (upper && !piece.upper && piece.key.length > 1) return false
  }
  return true
}

const longest = (names: Names, pieces: readonly Piece[], from: number): Pattern | undefined =>
  names.startingWith(pieces[from]!.key).find(pattern => fits(pattern, pieces, from))

const nounAt = (nouns: ActorIndex['nouns'], pieces: readonly Piece[], from: number): NounPattern | undefined =>
  nouns
    .get(pieces[from]!.key)
    ?.find(
      ({ keys }) =>
        from + keys.length <= pieces.length && keys.every((key, offset) => pieces[from + offset]!.key === key),
    )

/** True where some name may begin in the sentence. */
export const mayHold = (names: Names, pieces: readonly Piece[]): boolean =>
  pieces.some(piece => names.startingWith(piece.key).length > 0)

/**
 * Finds names and agent nouns. `learned` holds the names of this document and wins over the index at equal length; a name wins over a
 * shorter agent noun and leaves one of its own length beside it ("coalition").
 */
export const findHits = (pieces: readonly Piece[], actors: ActorIndex, learned: Names): Hits => {
  const names: NameHit[] = []
  const nouns: NounHit[] = []
  let at = 0
  while (at < pieces.length) {
    const own = longest(learned, pieces, at)
    const known = longest(actors.names, pieces, at)
    const pattern = own !== undefined && own.keys.length >= (known?.keys.length ?? 0) ? own : known
    const noun = nounAt(actors.nouns, pieces, at)
    if (pattern !== undefined && pattern.keys.length >= (noun?.keys.length ?? 0)) {
      const end = at + pattern.keys.length
      names.push({ first: pieces[at]!.word, last: pieces[end - 1]!.word, pattern, senses: pattern.senses })
      if (noun?.keys.length === pattern.keys.length)
        nouns.push({ ...noun, first: pieces[at]!.word, last: pieces[end - 1]!.word })
      at = end
    } else if (noun !== undefined) {
      const end = at + noun.keys.length
      nouns.push({ ...noun, first: pieces[at]!.word, last: pieces[end - 1]!.word })
      at = end
    } else at++
  }
  return { names, nouns }
}
