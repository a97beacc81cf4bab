// From a graph's numbers to a tree, with a graph made up: what is asked of it, and what its answers become.
import { expect, test } from 'vitest'
import { LemmaLexicon } from '../../src/syntax/lemma.js'
import { type Model, parseSentence } from '../../src/syntax/parse.js'
import type { SentenceInput, SentenceScores } from '../../src/syntax/session.js'
import { Vocabulary } from '../../src/syntax/wordpiece.js'
import type { Token } from '../../src/text/types.js'

const DEAR = -9

/** Arcs as given, and for relations the number of the head that was asked for. */
const modelOf = (rows: readonly (readonly number[])[], asked: (readonly number[] | undefined)[]): Model => ({
  session: {
    runtime: 'node',
    async run({ words }: SentenceInput, heads?: Int32Array): Promise<SentenceScores> {
      asked.push(heads === undefined ? undefined : [...heads])
      const size = words.length / 2
      return {
        arcs: Float32Array.from(rows.flat()),
        relations: heads ?? new Int32Array(size),
        relationScores: new Float32Array(size).fill(heads === undefined ? -1 : -2),
        tags: new Int32Array(3 * size),
      }
    },
    close: async () => undefined,
  },
  vocabulary: new Vocabulary(['[CLS]', '[SEP]', '[UNK]']),
  inventory: { relations: ['none', 'first', 'second', 'third'], upos: ['X'], feats: [{}], scripts: [form => form] },
  lemmas: new LemmaLexicon([], { isWord: () => false, isBase: () => false }),
  positions: 512,
})

const tokens: Token[] = ['a', 'b', 'c'].map((form, index) => ({ start: 2 * index, end: 2 * index + 1, form }))

test('the likeliest heads are taken where they make a tree, with one run', async () => {
  const asked: (readonly number[] | undefined)[] = []
  const rows = [
    [DEAR, DEAR, -1, DEAR],
    [-1, DEAR, DEAR, DEAR],
    [DEAR, DEAR, -1, DEAR],
  ]
  const { words } = await parseSentence(modelOf(rows, asked), tokens)
  expect(asked).toEqual([undefined])
  expect(words.map(({ head, deprel }) => [head, deprel])).toEqual([
    [1, 'none'],
    [-1, 'root'],
    [1, 'none'],
  ])
  expect(words[0]!.score).toBeCloseTo(Math.exp(-2))
  expect(words[1]!.score).toBeCloseTo(Math.exp(-1))
})

test('a repaired arc takes the relation of its new head', async () => {
  const asked: (readonly number[] | undefined)[] = []
  // The first two words want each other; the second gives way.
  const rows = [
    [-5, DEAR, -1, DEAR],
    [-2, -1, DEAR, DEAR],
    [DEAR, -1, DEAR, DEAR],
  ]
  const { words } = await parseSentence(modelOf(rows, asked), tokens)
  expect(asked).toEqual([undefined, [2, 0, 1]])
  expect(words.map(({ head, deprel }) => [head, deprel])).toEqual([
    [1, 'second'],
    [-1, 'root'],
    [0, 'first'],
  ])
  expect(words[0]!.score).toBeCloseTo(Math.exp(-3))
})
