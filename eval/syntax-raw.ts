// Raw text of treebank documents in, accuracies of words and their arcs out, as CoNLL 2018 scores them but with subtypes in LAS and with
// all features: a word counts where its span, its value and, for arcs, its head's span are gold's. CLAS, MLAS and BLEX count content words
// by their relation without subtype, MLAS with part of speech, features and function words, BLEX with the lemma. Paragraphs are given.
import type { Parser, Word } from '../src/syntax/types.js'
import type { SegmentationKnowledge } from '../src/text/lexicon.js'
import { segment } from '../src/text/segment.js'
import { paragraphsOf, type SegmentationScores, scoreSegmentation } from './segmentation.js'
import { bundle, isContent, isFunction, universal } from './syntax-scores.js'
import type { GoldDocument, GoldWord } from './treebanks.js'

const measures = ['upos', 'feats', 'lemma', 'uas', 'las', 'clas', 'mlas', 'blex'] as const

type Measured = (typeof measures)[number]

/** Percent F1. */
export type RawTextScores = SegmentationScores & Readonly<Record<Measured, number>>

/** What is to be right of a word; absent where the measure does not count it. */
type Reading = Readonly<Partial<Record<Measured, string>>>

export async function rawTextScores(
  parser: Parser,
  documents: readonly GoldDocument[],
  knowledge: SegmentationKnowledge,
): Promise<RawTextScores> {
  const counts = Object.fromEntries(measures.map(name => [name, { right: 0, all: 0 }])) as Record<
    Measured,
    { right: number; all: number }
  >
  for (const document of documents) {
    const sentences = segment(document.text, paragraphsOf(document.text), knowledge)
    const trees = await parser.parse(sentences.map(({ tokens }) => tokens))
    const own = bySpan(trees.map(({ words }) => words))
    const gold = bySpan(document.sentences.map(({ words }) => words))
    for (const name of measures) {
      const counted = (reading: Reading | undefined): number => (reading?.[name] === undefined ? 0 : 1)
      for (const reading of own.values()) counts[name].all += counted(reading)
      for (const [span, reading] of gold) {
        counts[name].all += counted(reading)
        if (counted(reading) === 1 && own.get(span)?.[name] === reading[name]) counts[name].right++
      }
    }
  }
  const f1 = ({ right, all }: { right: number; all: number }): number => (all === 0 ? 0 : (200 * right) / all)
  return {
    ...scoreSegmentation(documents, knowledge),
    ...(Object.fromEntries(measures.map(name => [name, f1(counts[name])])) as Record<Measured, number>),
  }
}

const spanOf = ({ start, end }: Word | GoldWord): string => `${start} ${end}`

/** The readings of all words by their spans. */
function bySpan(sentences: readonly (readonly (Word | GoldWord)[])[]): Map<string, Reading> {
  return new Map(sentences.flatMap(words => words.map(word => [spanOf(word), readingOf(words, word)] as const)))
}

function readingOf(words: readonly (Word | GoldWord)[], word: Word | GoldWord): Reading {
  const { upos, lemma, head, deprel } = word
  const feats = bundle(word)
  const headSpan = head === -1 ? 'root' : spanOf(words[head]!)
  const all = { upos, feats, lemma, uas: headSpan, las: `${headSpan} ${deprel}` }
  if (!isContent(deprel)) return all
  const clas = `${headSpan} ${universal(deprel)}`
  const functions = words
    .filter(each => words[each.head] === word && isFunction(each.deprel))
    .map(each => [spanOf(each), universal(each.deprel), each.upos, bundle(each)].join(' '))
  return { ...all, clas, mlas: [clas, upos, feats, ...functions].join('\n'), blex: `${clas} ${lemma}` }
}
