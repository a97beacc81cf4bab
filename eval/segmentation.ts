// Treebanks in, accuracies of words and sentences out, from raw text, as CoNLL 2018 scores them: F1 of character spans.
// Paragraphs are given, as they are in the treebanks' raw text; words written as one ("don't") count one by one.
import { dirname, join } from 'node:path'
import { loadKnowledge } from '../src/knowledge/load.js'
import type { SegmentationKnowledge } from '../src/text/lexicon.js'
import { segment } from '../src/text/segment.js'
import type { Block, Sentence } from '../src/text/types.js'
import type { Measure } from './report.js'
import { type GoldDocument, readTreebank } from './treebanks.js'

/** Percent F1. */
export interface SegmentationScores {
  readonly words: number
  readonly sentences: number
}

/** A stretch that only one of gold and own has. */
export interface SegmentationMiss {
  readonly side: 'missed' | 'extra'
  readonly level: 'word' | 'sentence'
  readonly document: string
  readonly exact: string
}

/** Blocks where the treebanks' paragraphs are. */
export const paragraphsOf = (text: string): Block[] =>
  [...text.matchAll(/[^\n]+(?:\n(?!\n)[^\n]+)*/g)].map(({ 0: exact, index }) => ({
    start: index,
    end: index + exact.length,
    kind: 'paragraph',
    author: null,
    date: null,
  }))

const spanKeys = (spans: readonly { readonly start: number; readonly end: number }[]): Set<string> =>
  new Set(spans.map(({ start, end }) => `${start} ${end}`))

/** Sentence spans end with their last word. */
const goldSpans = ({ sentences }: GoldDocument) => ({
  words: spanKeys(sentences.flatMap(({ words }) => words)),
  sentences: spanKeys(sentences.map(({ words }) => ({ start: words[0]!.start, end: words.at(-1)!.end }))),
})

const ownSpans = (sentences: readonly Sentence[]) => ({
  words: spanKeys(sentences.flatMap(({ tokens }) => tokens)),
  sentences: spanKeys(sentences),
})

/** Scores segmentation of `documents`; `onMiss` hears of every stretch that differs. */
export const scoreSegmentation = (
  documents: readonly GoldDocument[],
  knowledge: SegmentationKnowledge,
  onMiss: (miss: SegmentationMiss) => void = () => undefined,
): SegmentationScores => {
  const counts = { words: { right: 0, all: 0 }, sentences: { right: 0, all: 0 } }
  for (const document of documents) {
    const gold = goldSpans(document)
    const own = ownSpans(segment(document.text, paragraphsOf(document.text), knowledge))
    for (const level of ['words', 'sentences'] as const) {
      counts[level].all += gold[level].size + own[level].size
      counts[level].right += [...own[level]].filter(key => gold[level].has(key)).length
      const tell = (side: SegmentationMiss['side'], key: string): void => {
        const [start, end] = key.split(' ').map(Number)
        const exact = document.text.slice(start, end)
        onMiss({ side, level: level === 'words' ? 'word' : 'sentence', document: document.id, exact })
      }
      for (const key of gold[level]) if (!own[level].has(key)) tell('missed', key)
      for (const key of own[level]) if (!gold[level].has(key)) tell('extra', key)
    }
  }
  const f1 = ({ right, all }: { right: number; all: number }): number => (all === 0 ? 0 : (200 * right) / all)
  return { words: f1(counts.words), sentences: f1(counts.sentences) }
}

/** Scores the test parts of the treebanks below `shared`; GUM's news documents also apart. */
export const segmentationScores = async (
  shared: string,
  knowledge: SegmentationKnowledge,
): Promise<Readonly<Record<string, SegmentationScores>>> => {
  const treebanks = join(shared, 'gold', 'treebanks')
  const ewt = await readTreebank(join(treebanks, 'ewt', 'en_ewt-ud-test.conllu'))
  const gum = await readTreebank(join(treebanks, 'gum', 'gum-test.conllu'))
  const news = gum.filter(({ id }) => id.startsWith('GUM_news'))
  return {
    'EWT test': scoreSegmentation(ewt, knowledge),
    'GUM test': scoreSegmentation(gum, knowledge),
    'GUM test, news': scoreSegmentation(news, knowledge),
  }
}

/** The scores as a table a person reads. */
export const printSegmentationScores = (scores: Readonly<Record<string, SegmentationScores>>): string =>
  [
    `${'raw text, F1'.padEnd(18)}${'words'.padStart(10)}${'sentences'.padStart(12)}`,
    ...Object.entries(scores).map(
      ([name, { words, sentences }]) =>
        `${name.padEnd(18)}${words.toFixed(2).padStart(10)}${sentences.toFixed(2).padStart(12)}`,
    ),
  ].join('\n')

export const measure: Measure = async ({ gold }) => {
  const scores = await segmentationScores(dirname(gold), loadKnowledge())
  const points = (value: number) => ({ value: Math.round(100 * value) / 100, unit: 'points' as const })
  return {
    lines: printSegmentationScores(scores).split('\n'),
    figures: Object.fromEntries(
      Object.entries(scores).flatMap(([name, { words, sentences }]) => [
        [`${name} words F1`, points(words)],
        [`${name} sentences F1`, points(sentences)],
      ]),
    ),
  }
}
