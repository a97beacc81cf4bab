// Gold sentences and a parser in, its accuracies with the treebanks' own tokens out.
// LAS counts relations with their subtypes and every word, punctuation too; CLAS counts content words, subtypes left out.
import type { Parser, Word } from '../src/syntax/types.js'
import { type DoubtBand, doubtBands } from './syntax-doubt.js'
import { commonestErrors, type ErrorKind } from './syntax-errors.js'
import { variants } from './syntax-robust.js'
import type { GoldSentence, GoldWord } from './treebanks.js'

/** Percent of words, with the gold tokens. */
export interface GoldTokenScores {
  readonly words: number
  readonly upos: number
  readonly feats: number
  readonly lemma: number
  readonly uas: number
  readonly las: number
  readonly clas: number
  /** Percent F1 of arc and relation; `negation` is every word with Polarity=Neg. */
  readonly relations: Readonly<Record<string, number>>
  /** The commonest first. */
  readonly errors: readonly ErrorKind[]
  /** Whether scores can be used as doubt. */
  readonly doubt: readonly DoubtBand[]
}

/** LAS by the name of the variant. */
export type VariantScores = Readonly<Record<string, number>>

const SHOWN_ERRORS = 25

export async function goldTokenScores(parser: Parser, sentences: readonly GoldSentence[]): Promise<GoldTokenScores> {
  const trees = await parser.parse(sentences.map(({ words }) => words))
  const pairs = paired(sentences, trees)
  const share = (right: (pair: WordPair) => boolean): number => percent(pairs.filter(right).length, pairs.length)
  return {
    words: pairs.length,
    upos: share(({ gold, own }) => gold.upos === own.upos),
    feats: share(({ gold, own }) => gold.feats === bundle(own)),
    lemma: share(({ gold, own }) => gold.lemma === own.lemma),
    uas: share(({ gold, own }) => gold.head === own.head),
    las: share(sameArc),
    clas: contentScore(pairs),
    relations: relationScores(pairs),
    errors: commonestErrors(sentences, trees, SHOWN_ERRORS),
    doubt: doubtBands(pairs),
  }
}

/** How well the sentences are read where news prints them in other ways. */
export async function variantScores(parser: Parser, sentences: readonly GoldSentence[]): Promise<VariantScores> {
  const scores: Record<string, number> = {}
  for (const [name, variant] of Object.entries(variants)) {
    const varied = sentences.map(variant)
    const pairs = paired(varied, await parser.parse(varied.map(({ words }) => words)))
    scores[name] = percent(pairs.filter(sameArc).length, pairs.length)
  }
  return scores
}

const paired = (
  sentences: readonly GoldSentence[],
  trees: readonly { readonly words: readonly Word[] }[],
): WordPair[] =>
  sentences.flatMap(({ words }, at) => words.map((gold, index) => ({ gold, own: trees[at]!.words[index]! })))

interface WordPair {
  readonly gold: GoldWord
  readonly own: Word
}

const FUNCTION_RELATIONS: ReadonlySet<string> = new Set(['aux', 'case', 'cc', 'clf', 'cop', 'det', 'mark', 'punct'])

export const universal = (deprel: string): string => deprel.split(':')[0]!

/** Is a word of this relation neither a function word nor a mark? */
export const isContent = (deprel: string): boolean => !FUNCTION_RELATIONS.has(universal(deprel))

export const isFunction = (deprel: string): boolean => universal(deprel) !== 'punct' && !isContent(deprel)

const sameArc = ({ gold, own }: WordPair): boolean => gold.head === own.head && gold.deprel === own.deprel

function contentScore(pairs: readonly WordPair[]): number {
  const right = pairs.filter(
    ({ gold, own }) =>
      isContent(gold.deprel) && gold.head === own.head && universal(gold.deprel) === universal(own.deprel),
  )
  const gold = pairs.filter(pair => isContent(pair.gold.deprel)).length
  const own = pairs.filter(pair => isContent(pair.own.deprel)).length
  return f1(right.length, gold, own)
}

function relationScores(pairs: readonly WordPair[]): Record<string, number> {
  const names = [...new Set(pairs.map(({ gold }) => gold.deprel))].sort()
  const scores = Object.fromEntries(
    names.map(name => {
      const gold = pairs.filter(pair => pair.gold.deprel === name)
      const own = pairs.filter(pair => pair.own.deprel === name)
      return [name, f1(gold.filter(sameArc).length, gold.length, own.length)]
    }),
  )
  const negated = pairs.filter(({ gold }) => gold.feats.includes('Polarity=Neg'))
  const taken = pairs.filter(({ own }) => own.feats.Polarity === 'Neg')
  const right = negated.filter(pair => pair.own.feats.Polarity === 'Neg' && sameArc(pair))
  return { ...scores, negation: f1(right.length, negated.length, taken.length) }
}

/** Features as CoNLL-U writes them. */
export function bundle({ feats }: Word | GoldWord): string {
  if (typeof feats === 'string') return feats
  const pairs = Object.entries(feats).map(([name, value]) => `${name}=${value}`)
  return pairs.length === 0 ? '_' : pairs.join('|')
}

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole)

const f1 = (right: number, gold: number, own: number): number => percent(2 * right, gold + own)
