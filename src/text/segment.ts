// A document's text and blocks in, its sentences out, each with its words and exact offsets.
// Laws: no sentence crosses a block's border; a heading is one sentence, a post's line
// ends one; links, captions and adverts are cut like any other block and
// told apart by their block; what stands between words is white space or of no width.
import { cutSentence } from './cut.js'
import { bindLexicon, type SegmentationKnowledge, type TextLexicon } from './lexicon.js'
import { splitSentences } from './sentences.js'
import { tokenise } from './tokenise.js'
import type { Block, Message, Sentence, Span, Token } from './types.js'

const sentenceOf = (tokens: readonly Token[], block: number, isPart: boolean): Sentence => ({
  start: tokens[0]!.start,
  end: tokens.at(-1)!.end,
  block,
  tokens,
  ...(isPart && { isPart }),
})

/** The stretches of a block that no sentence may cross: a post's lines, and a speaker's name before the words ("MINISTER: We …"). */
const stretchesOf = (text: string, { start, end, kind, author }: Block): Span[] => {
  if (kind === 'post') {
    return [...text.slice(start, end).matchAll(/[^\n]+/g)].map(({ 0: line, index }) => ({
      start: start + index,
      end: start + index + line.length,
    }))
  }
  const label = kind === 'quotation' && author !== null ? `${author}:` : ''
  if (label === '' || !text.startsWith(label, start)) return [{ start, end }]
  const words = start + label.length
  return [
    { start, end: words },
    { start: words, end },
  ]
}

const segmentBlock = (text: string, block: Block, index: number, lexicon: TextLexicon): Sentence[] =>
  stretchesOf(text, block).flatMap(({ start, end }) => {
    const tokens = tokenise(text, start, end, lexicon)
    const whole = block.kind !== 'heading' ? splitSentences(tokens, lexicon) : tokens.length === 0 ? [] : [tokens]
    return whole.flatMap(sentence => {
      const parts = cutSentence(sentence)
      return parts.map(part => sentenceOf(part, index, parts.length > 1))
    })
  })

/** Cuts texts into sentences by one binding of the word lists, for any number of documents. */
export type Segmenter = (text: string, blocks: readonly Block[]) => Sentence[]

/** Binds the word lists once. */
export const bindSegmenter = (knowledge: SegmentationKnowledge): Segmenter => {
  const lexicon = bindLexicon(knowledge)
  return (text, blocks) => blocks.flatMap((block, index) => segmentBlock(text, block, index, lexicon))
}

/** The sentences of all blocks in order, offsets into `text`. A block of white space alone has none. */
export const segment = (text: string, blocks: readonly Block[], knowledge: SegmentationKnowledge): Sentence[] =>
  bindSegmenter(knowledge)(text, blocks)

/** The sentences of a text that is one paragraph. */
export const segmentText = (text: string, knowledge: SegmentationKnowledge): Sentence[] =>
  segment(text, [{ start: 0, end: text.length, kind: 'paragraph', author: null, date: null }], knowledge)

/** One message for the sentences of a document that were too long and were cut; none where all are whole. */
export const messagesOnCuts = (sentences: readonly Sentence[]): Message[] => {
  const parts = sentences.filter(sentence => sentence.isPart)
  const first = parts[0]
  if (first === undefined) return []
  return [
    {
      place: `chars ${first.start}–${parts.at(-1)!.end}`,
      rule: 'long-sentence',
      reason: `no sentence ends for very long here; it was read in ${parts.length} parts`,
    },
  ]
}
