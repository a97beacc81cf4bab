// Words with the parser's own scores in, a table out that shows whether a score can be used as doubt: of the arcs that it calls so
// likely, so many are right.
import type { Word } from '../src/syntax/types.js'
import type { GoldWord } from './treebanks.js'

/** Words whose score lies in [from, to), and the last band's also at `to`. */
export interface DoubtBand {
  readonly from: number
  readonly to: number
  readonly words: number
  /** Percent with the right head and relation; 0 where there are no words. */
  readonly right: number
  /** Mean score, in percent; 0 where there are no words. */
  readonly said: number
}

const BORDERS = [0, 0.5, 0.7, 0.9, 0.97, 1]

export function doubtBands(pairs: readonly { readonly gold: GoldWord; readonly own: Word }[]): DoubtBand[] {
  return BORDERS.slice(1).map((to, place) => {
    const from = BORDERS[place]!
    const inside = pairs.filter(({ own: { score } }) => score >= from && (score < to || to === 1))
    const right = inside.filter(({ gold, own }) => gold.head === own.head && gold.deprel === own.deprel)
    const mean = (sum: number): number => (inside.length === 0 ? 0 : (100 * sum) / inside.length)
    return {
      from,
      to,
      words: inside.length,
      right: mean(right.length),
      said: mean(inside.reduce((sum, { own }) => sum + own.score, 0)),
    }
  })
}
