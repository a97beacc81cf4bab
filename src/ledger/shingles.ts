// Near-copies of paragraphs: words to shingles, shingles to a MinHash signature, the signature to bands. Two paragraphs that share
// enough bands are copies of one another. All of it is a function of the words alone.
import { createHash } from 'node:crypto'

const shingleWords = 3
/** A text of fewer words is too short to be called a copy. */
const leastWords = 8
const rowsPerBand = 3
/** Bands of a paragraph. */
export const bandCount = 16
/**
 * Shared bands from which two paragraphs count as one origin. A pair with Jaccard similarity s shares 16·s³ bands on average: two
 * stand for s = 0.5, a reprint with some words changed; pairs with s = 0.2 share two in one case of a hundred.
 */
export const copyBands = 2

/** The words of a text, folded so that typography, case and spacing make no difference. */
export const foldWords = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** A 64-bit key of the words, as a decimal number; equal words have equal keys. Never "0", which stands for no text. */
export const paragraphKey = (text: string): string => {
  const key = createHash('sha256').update(foldWords(text).join(' ')).digest().readBigUInt64BE()
  return String(key === 0n ? 1n : key)
}

const hashText = (text: string): number => {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

/** A permutation of 32-bit numbers (the finaliser of MurmurHash3), another for each seed. */
const mix = (value: number, seed: number): number => {
  let hash = (value ^ seed) >>> 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
const seeds = Array.from({ length: bandCount * rowsPerBand }, (_, index) => mix(index + 1, 0x9e3779b9))

/** The bands of a paragraph's signature, 32-bit each; none for a text of fewer than eight words. */
export const bandsOf = (text: string): readonly number[] => {
  const words = foldWords(text)
  if (words.length < leastWords) return []
  const least = new Uint32Array(seeds.length).fill(0xffffffff)
  for (let start = 0; start + shingleWords <= words.length; start++) {
    const shingle = hashText(words.slice(start, start + shingleWords).join(' '))
    for (let index = 0; index < seeds.length; index++) {
      const value = mix(shingle, seeds[index]!)
      if (value < least[index]!) least[index] = value
    }
  }
  return Array.from({ length: bandCount }, (_, band) => {
    let hash = mix(band, 0x51ed270b)
    for (let row = 0; row < rowsPerBand; row++) hash = mix(hash ^ least[band * rowsPerBand + row]!, 0x27d4eb2f)
    return hash
  })
}

/** Estimated Jaccard similarity of two paragraphs that share so many bands. */
export const similarityOf = (shared: number): number => Math.cbrt(Math.min(shared, bandCount) / bandCount)

/** Two paragraphs found to be near-copies. */
export interface Copy {
  readonly one: bigint
  readonly other: bigint
}

/** Joins copies of copies: each paragraph of a group maps to the least key of its group. Order and repetition make no difference. */
export const joinCopies = (copies: Iterable<Copy>): ReadonlyMap<bigint, bigint> => {
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
