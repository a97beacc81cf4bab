// A tree whose arcs are moved one at a time, and the words about words that every rule of mending uses.
import type { Tree, Word } from '../types.js'

type Arc = Pick<Word, 'head' | 'deprel'>

export const baseOf = (deprel: string): string => deprel.split(':', 1)[0]!

/** Relations of what stands before a name as a title or a part of it. */
export const titles: ReadonlySet<string> = new Set(['nmod:desc', 'compound', 'amod', 'flat', 'nmod:unmarked'])

export const isNominal = ({ upos }: Word): boolean => upos === 'NOUN' || upos === 'PROPN'

/** Words that only tell when or how long; a phrase about an opponent or a partner never hangs on one. */
export const spells: ReadonlySet<string> = new Set([
  ...['second', 'minute', 'hour', 'day', 'night', 'week', 'weekend', 'month', 'year', 'decade', 'morning', 'afternoon'],
  ...['evening', 'today', 'yesterday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  ...[
    'january',
    'february',
    'march',
    'april',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ],
])

/** The arcs of a tree while they are mended; head and relation change, words do not. */
export class Mender {
  readonly arcs: Arc[]
  changed = false
  /** Of each word, the words that hang on it, in the order of the text. */
  private readonly below: number[][]
  constructor(readonly words: readonly Word[]) {
    this.arcs = words.map(({ head, deprel }) => ({ head, deprel }))
    this.below = words.map(() => [])
    for (const [word, { head }] of this.arcs.entries()) this.below[head]?.push(word)
  }

  /** A copy, so that words may be moved while it is gone through. */
  children(head: number): number[] {
    return [...this.below[head]!]
  }

  move(word: number, head: number, deprel: string): void {
    const before = this.arcs[word]!.head
    if (before !== head) {
      const left = this.below[before]
      left?.splice(left.indexOf(word), 1)
      const joined = this.below[head]
      joined?.splice(joined.filter(other => other < word).length, 0, word)
    }
    this.arcs[word] = { head, deprel }
    this.changed = true
  }

  has(head: number, ...relations: readonly string[]): boolean {
    return this.below[head]!.some(child => relations.includes(baseOf(this.arcs[child]!.deprel)))
  }

  /** Is `word` that other word, or does it hang on it? */
  isUnder(word: number, other: number): boolean {
    for (let up = word; up >= 0; up = this.arcs[up]!.head) if (up === other) return true
    return false
  }

  /** The last word of the phrase that `head` heads. */
  last(head: number): number {
    return Math.max(head, ...this.children(head).map(child => this.last(child)))
  }

  /** The first word of the phrase that `head` heads. */
  first(head: number): number {
    return Math.min(head, ...this.children(head).map(child => this.first(child)))
  }
}

/** One rule: looks at one word and moves arcs where it finds what it puts right. */
export type Mend = (tree: Mender, word: number) => void

/** The tree with its arcs as the rules leave them, each word taken through all of them; the same tree where nothing moved. */
export const mendedBy =
  (rules: readonly Mend[]) =>
  (tree: Tree): Tree => {
    const mender = new Mender(tree.words)
    for (const { index } of tree.words) for (const rule of rules) rule(mender, index)
    if (!mender.changed) return tree
    return { ...tree, words: tree.words.map((word, index) => ({ ...word, ...mender.arcs[index]! })) }
  }
