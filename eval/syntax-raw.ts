// Raw text of treebank documents in, accuracies of words and their arcs out, as CoNLL 2018 scores them but with subtypes:
// a word counts where its span, its value and, for arcs, its head's span are gold's. Paragraphs are given.
import type { Parser, Word } from '../src/syntax/types.js'
import type { SegmentationKnowledge } from '../src/text/lexicon.js'
import { segment } from '../src/text/segment.js'
import { paragraphsOf, type SegmentationScores, scoreSegmentation } from './segmentation.js'
import type { GoldDocument, GoldWord } from './treebanks.js'

/** Percent F1. */
export interface RawTextScores extends SegmentationScores {
  readonly upos: number
  readonly lemma: number
  readonly uas: number
  readonly las: number
}

interface ReadWord {
  readonly word: Word | GoldWord
  readonly headSpan: string
}

export async function rawTextScores(
  parser: Parser,
  documents: readonly GoldDocument[],
  knowledge: SegmentationKnowledge,
): Promise<RawTextScores> {
  const right = { upos: 0, lemma: 0, uas: 0, las: 0 }
  let all = 0
  for (const document of documents) {
    const sentences = segment(document.text, paragraphsOf(document.text), knowledge)
    const trees = await parser.parse(sentences.map(({ tokens }) => tokens))
    const own = bySpan(trees.map(({ words }) => words))
    const gold = bySpan(document.sentences.map(({ words }) => words))
    all += own.size + gold.size
    for (const [span, { word, headSpan }] of gold) {
      const found = own.get(span)
      if (found === undefined) continue
      if (found.word.upos === word.upos) right.upos++
      if (found.word.lemma === word.lemma) right.lemma++
      if (found.headSpan !== headSpan) continue
      right.uas++
      if (found.word.deprel === word.deprel) right.las++
    }
  }
  const f1 = (count: number): number => (all === 0 ? 0 : (200 * count) / all)
  return {
    ...scoreSegmentation(documents, knowledge),
    upos: f1(right.upos),
    lemma: f1(right.lemma),
    uas: f1(right.uas),
    las: f1(right.las),
  }
}

function bySpan(sentences: readonly (readonly (Word | GoldWord)[])[]): Map<string, ReadWord> {
  const spanOf = ({ start, end }: Word | GoldWord): string => `${start} ${end}`
  return new Map(
    sentences.flatMap(words =>
      words.map(word => [spanOf(word), { word, headSpan: word.head === -1 ? 'root' : spanOf(words[word.head]!) }]),
    ),
  )
}
