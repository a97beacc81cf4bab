// What the measurements of the parsers show besides accuracies: errors by kind, scores as doubt, news as it may be printed.
import { expect, test } from 'vitest'
import { doubtBands } from '../../eval/syntax-doubt.js'
import { commonestErrors } from '../../eval/syntax-errors.js'
import { rawTextScores } from '../../eval/syntax-raw.js'
import { variants } from '../../eval/syntax-robust.js'
import type { GoldSentence, GoldWord } from '../../eval/treebanks.js'
import { loadKnowledge } from '../../src/knowledge/load.js'
import type { Parser, Upos, Word } from '../../src/syntax/types.js'

const goldWord = (form: string, head: number, deprel: string, upos = 'NOUN'): GoldWord => ({
  start: 0,
  end: form.length,
  form,
  lemma: form,
  upos,
  feats: '_',
  head,
  deprel,
  misc: '_',
})

const ownWord = (index: number, head: number, deprel: string, score: number): Word => ({
  index,
  start: 0,
  end: 1,
  form: 'x',
  lemma: 'x',
  upos: 'NOUN',
  feats: {},
  head,
  deprel,
  score,
})

const sentence: GoldSentence = {
  document: 'made up',
  words: [
    goldWord('Kabul', 1, 'nsubj', 'PROPN'),
    goldWord('said', -1, 'root', 'VERB'),
    goldWord('"', 3, 'punct', 'PUNCT'),
    goldWord('no', 1, 'obj'),
    goldWord('"', 3, 'punct', 'PUNCT'),
    goldWord('.', 1, 'punct', 'PUNCT'),
  ],
}

test('errors are counted by what was taken for what, with the word and both heads', () => {
  const own = [
    ownWord(0, 3, 'nsubj', 1),
    ownWord(1, -1, 'root', 1),
    ownWord(2, 0, 'dep', 1),
    ownWord(3, 1, 'ccomp', 1),
    ownWord(4, 3, 'punct', 1),
    ownWord(5, 1, 'punct', 1),
  ]
  expect(commonestErrors([sentence, sentence], [{ words: own }, { words: own }], 10)).toEqual([
    { what: 'nsubj: other head', count: 2, example: '«Kabul» said " no " . (head: said; read: no)' },
    { what: 'obj → ccomp', count: 2, example: 'Kabul said " «no» " . (head: said; read: said)' },
  ])
})

test('scores fall into bands that say how often they were right', () => {
  const gold = goldWord('x', 0, 'obj')
  const bands = doubtBands([
    { gold, own: ownWord(1, 0, 'obj', 1) },
    { gold, own: ownWord(1, 0, 'obj', 0.3) },
    { gold, own: ownWord(1, 2, 'obj', 0.1) },
  ])
  expect(bands.reduce((sum, { words }) => sum + words, 0)).toBe(3)
  expect(bands[0]).toMatchObject({ from: 0, words: 2, right: 50 })
  expect(bands.at(-1)).toMatchObject({ to: 1, words: 1, right: 100, said: 100 })
})

test.each([
  ['as it is', 'Kabul said " no " .'],
  ['in capitals', 'KABUL SAID " NO " .'],
  ['in title case', 'Kabul Said " No " .'],
  ['without its stop', 'Kabul said " no "'],
  ['curly quotes', 'Kabul said “ no ” .'],
])('%s', (name, text) => {
  const varied = variants[name]!(sentence)
  expect(varied.words.map(({ form }) => form).join(' ')).toBe(text)
  expect(varied.words.map(({ head }) => head)).toEqual(
    sentence.words.slice(0, varied.words.length).map(({ head }) => head),
  )
})

test('an invented name is always the same and touches nothing else', () => {
  const [once, again] = [variants['unknown names']!(sentence), variants['unknown names']!(sentence)]
  expect(once).toEqual(again)
  expect(once.words[0]!.form).not.toBe('Kabul')
  expect(once.words.slice(1)).toEqual(sentence.words.slice(1))
})

test('from raw text, words are right by their spans, and content words by their function words too', async () => {
  const text = 'The envoy left.'
  const gold = [
    goldWord('The', 1, 'det', 'DET'),
    goldWord('envoy', 2, 'nsubj'),
    goldWord('left', -1, 'root', 'VERB'),
    goldWord('.', 2, 'punct', 'PUNCT'),
  ].map((word, index) => ({ ...word, start: [0, 4, 10, 14][index]!, end: [3, 9, 14, 15][index]! }))
  const scoresOf = (change: (word: Word) => Word) => {
    const parser: Parser = {
      name: 'made up',
      parse: async sentences =>
        sentences.map(tokens => ({
          words: tokens.map((token, index) =>
            change({ ...gold[index]!, ...token, index, upos: gold[index]!.upos as Upos, feats: {}, score: 1 }),
          ),
        })),
      close: async () => {},
    }
    const document = { id: 'made up', text, sentences: [{ document: 'made up', words: gold }] }
    return rawTextScores(parser, [document], loadKnowledge())
  }
  expect(await scoresOf(word => word)).toMatchObject({ words: 100, sentences: 100, las: 100, mlas: 100, blex: 100 })
  const determinerTaken = await scoresOf(word => (word.deprel === 'det' ? { ...word, upos: 'PRON' } : word))
  expect(determinerTaken).toMatchObject({ upos: 75, las: 100, clas: 100, mlas: 50, blex: 100 })
  const subtyped = await scoresOf(word =>
    word.deprel === 'nsubj' ? { ...word, deprel: 'nsubj:pass', lemma: 'x' } : word,
  )
  expect(subtyped).toMatchObject({ las: 75, lemma: 75, clas: 100, mlas: 100, blex: 50 })
})
