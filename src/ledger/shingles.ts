// Near-copies of paragraphs: words to shingles, shingles to a MinHash signature, the signature to bands. Two paragraphs that share
// enough bands are copies of one another. All of it is a function of the words alone.
import { hash as digest } from 'node:crypto'

const shingleWords = 3
/** A text of fewer words is too short to be called a copy. */
const leastWords = 8
const rowsPerBand = 3
/** Bands of a paragraph. */
export const bandCount = 16
/**
 * Shared bands from which two paragraphs count as one origin; `sharedPairs` relies on its being two. A pair with Jaccard similarity s
 * shares 16·s³ bands on average: two stand for s = 0.5, a reprint with some words changed; pairs with s = 0.2 share two in one case of
 * a hundred.
 */
export const copyBands = 2

const isPlain = (text: string): boolean => /^[\0-\x7f]*$/.test(text)

/** The words of a text, folded so that typography, case and spacing make no difference. */
export const foldWords = (text: string): readonly string[] => {
  // Most of English is plain already, and plain text need not be taken apart.
  if (isPlain(text)) return text.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

const keyOf = (words: readonly string[]): string => {
  const key = BigInt(`0x${digest('sha256', words.join(' ')).slice(0, 16)}`)
  return String(key === 0n ? 1n : key)
}

/** A 64-bit key of the words, as a decimal number; equal words have equal keys. Never "0", which stands for no text. */
export const paragraphKey = (text: string): string => keyOf(foldWords(text))

/** FNV-1a of the units [from, to) of a text. */
const hashText = (text: string, from: number, to: number): number => {
  let hash = 0x811c9dc5
  for (let index = from; index < to; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

/** A permutation of 32-bit numbers (the finaliser of MurmurHash3), another for each seed. */
const mix = (value: number, seed: number): number => {
  let hash = (value ^ seed) >>> 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
const seeds = Int32Array.from({ length: bandCount * rowsPerBand }, (_, index) => mix(index + 1, 0x9e3779b9))

/** The bands of a paragraph's signature, 32-bit each; none for a text of fewer than eight words. */
export const bandsOf = (text: string): readonly number[] => signatureOf(foldWords(text))

/** Flips the order of 32-bit numbers between signed, in which they are compared, and unsigned, in which the least is meant. */
const signBit = 0x80000000 | 0

/** The least of the shingles' hashes, each mixed with a seed; this is most of the cost of adding, so `mix` is written out. */
const leastMixed = (shingles: Int32Array, seed: number): number => {
  let least = 0x7fffffff
  for (let place = 0; place < shingles.length; place++) {
    let hash = shingles[place]! ^ seed
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    hash = hash ^ (hash >>> 16) ^ signBit
    if (hash < least) least = hash
  }
  return least ^ signBit
}

/** Hashes of every run of `shingleWords` words. */
const shinglesOf = (words: readonly string[]): Int32Array => {
  const text = words.join(' ')
  const shingles = new Int32Array(words.length - shingleWords + 1)
  const ends = new Int32Array(words.length)
  for (let word = 0, end = -1; word < words.length; word++) {
    end += words[word]!.length + 1
    ends[word] = end
  }
  for (let first = 0; first < shingles.length; first++)
    shingles[first] = hashText(text, first === 0 ? 0 : ends[first - 1]! + 1, ends[first + shingleWords - 1]!)
  return shingles
}

const signatureOf = (words: readonly string[]): readonly number[] => {
  if (words.length < leastWords) return []
  const shingles = shinglesOf(words)
  const bands: number[] = []
  for (let band = 0; band < bandCount; band++) {
    let hash = mix(band, 0x51ed270b)
    for (let row = 0; row < rowsPerBand; row++)
      hash = mix(hash ^ leastMixed(shingles, seeds[band * rowsPerBand + row]!), 0x27d4eb2f)
    bands.push(hash)
  }
  return bands
}

/** Estimated Jaccard similarity of two paragraphs that share so many bands. */
export const similarityOf = (shared: number): number => Math.cbrt(Math.min(shared, bandCount) / bandCount)

/** A paragraph by which origins are told apart: its key, and its bands. */
export interface Paragraph {
  readonly key: string
  readonly bands: readonly number[]
}

/** The paragraph that a text is; of a text without words, "0" and no bands: it is nobody's copy. */
export const readParagraph = (text: string): Paragraph => {
  if (text === '') return { key: '0', bands: [] }
  const words = foldWords(text)
  return { key: keyOf(words), bands: signatureOf(words) }
}

/** Two paragraphs found to be near-copies. */
interface Copy {
  readonly one: bigint
  readonly other: bigint
}

/** Joins copies of copies: each paragraph of a group maps to the least key of its group. Order and repetition make no difference. */
const joinCopies = (copies: Iterable<Copy>): ReadonlyMap<bigint, bigint> => {
  const parent = new Map<bigint, bigint>()
  const rootOf = (key: bigint): bigint => {
    let root = key
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up
    return root
  }
  for (const { one, other } of copies) {
    const [left, right] = [rootOf(one), rootOf(other)]
    const [least, greater] = left < right ? [left, right] : [right, left]
    parent.set(greater, least)
    if (!parent.has(least)) parent.set(least, least)
  }
  return new Map([...parent.keys()].map(key => [key, rootOf(key)]))
}

/** Paragraphs by key, each with the bands of its signature. */
export type Paragraphs = ReadonlyMap<bigint, ArrayLike<number>>

/** The bands that more than one paragraph may have: what is not in it, no two share. */
const repeatedBands = (paragraphs: Paragraphs): ReadonlySet<number> => {
  const all = new Uint32Array([...paragraphs.values()].reduce((sum, bands) => sum + bands.length, 0))
  let filled = 0
  for (const bands of paragraphs.values()) {
    all.set(bands, filled)
    filled += bands.length
  }
  all.sort()
  const repeated = new Set<number>()
  for (let place = 1; place < all.length; place++) if (all[place] === all[place - 1]) repeated.add(all[place]!)
  return repeated
}

/** Each pair of bands that two paragraphs share, with the two. Many reprints of one text cost no more than few of many. */
function* sharedPairs(paragraphs: Paragraphs, repeated: ReadonlySet<number>): Generator<Copy> {
  const seen = new Map<number, Map<number, bigint>>()
  for (const [key, bands] of paragraphs) {
    const shared = Array.from(bands).filter(band => repeated.has(band))
    for (const [place, band] of shared.entries()) {
      const partners = seen.get(band) ?? new Map<number, bigint>()
      seen.set(band, partners)
      for (const partner of shared.slice(place + 1)) {
        const earlier = partners.get(partner)
        if (earlier === undefined) partners.set(partner, key)
        else if (earlier !== key) yield { one: earlier, other: key }
      }
    }
  }
}

/**
 * Which of the paragraphs copy one another (they share at least `copyBands` bands), copies of copies included: each maps to the least key
 * of its group; a paragraph that copies none is not in it. Order makes no difference.
 */
export const copiesAmong = (paragraphs: Paragraphs): ReadonlyMap<bigint, bigint> => {
  const repeated = repeatedBands(paragraphs)
  return repeated.size < copyBands ? new Map() : joinCopies(sharedPairs(paragraphs, repeated))
}

/** How many bands two signatures share. */
export const countShared = (one: ArrayLike<number>, other: ArrayLike<number>): number => {
  const bands = new Set(Array.from(one))
  return Array.from(other).filter(band => bands.has(band)).length
}
