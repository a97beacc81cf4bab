// An over-long sentence in, the parts that are parsed one by one out, and their trees joined again.
// Law: every word keeps its place; a part after the first hangs on the first part's root as parataxis, with score 0.
import type { Word } from './types.js'

export interface Limits {
  /** Most words in one run. */
  readonly words: number
  /** Most pieces in one run. */
  readonly pieces: number
}

const STOPS: readonly ReadonlySet<string>[] = [
  new Set(['.', '!', '?', ';']),
  new Set([':', '–', '—', '-', '--']),
  new Set([',']),
]

/**
 * Where each part begins; the first is always 0. A part ends after the last full stop or semicolon that fits, else after
 * a colon or dash, else after a comma, else where it must; a mark in the first third of a part does not count.
 */
export function partsOf(forms: readonly string[], pieceCounts: readonly number[], limits: Limits): number[] {
  const starts = [0]
  for (let start = 0; ; ) {
    const end = furthest(pieceCounts, start, limits)
    if (end >= forms.length) return starts
    start = cutBefore(forms, start, end)
    starts.push(start)
  }
}

/** The first word that no longer fits a part that begins at `start`; always past `start`. */
function furthest(pieceCounts: readonly number[], start: number, limits: Limits): number {
  let pieces = pieceCounts[start] ?? 0
  let end = start + 1
  while (end < pieceCounts.length && end - start < limits.words && pieces + pieceCounts[end]! <= limits.pieces) {
    pieces += pieceCounts[end]!
    end++
  }
  return end
}

function cutBefore(forms: readonly string[], start: number, end: number): number {
  const least = start + Math.ceil((end - start) / 3)
  for (const stops of STOPS) {
    for (let word = end - 1; word >= least; word--) if (stops.has(forms[word]!)) return word + 1
  }
  return end
}

/** Joins the trees of the parts; word indices and heads count from the beginning of the whole sentence. */
export function joinParts(parts: readonly (readonly Word[])[]): Word[] {
  const root = parts[0]?.findIndex(word => word.head === -1) ?? -1
  const joined: Word[] = []
  for (const part of parts) {
    const offset = joined.length
    for (const word of part) {
      const index = word.index + offset
      if (word.head !== -1) joined.push({ ...word, index, head: word.head + offset })
      else if (offset === 0) joined.push(word)
      else joined.push({ ...word, index, head: root, deprel: 'parataxis', score: 0 })
    }
  }
  return joined
}
