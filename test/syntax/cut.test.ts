// Cutting over-long sentences: where it happens, that nothing is lost, and how the parts are joined.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinParts, partsOf } from '../../src/syntax/cut.js'
import type { Word } from '../../src/syntax/types.js'

const limits = { words: 10, pieces: 30 }

const forms = (text: string): string[] => text.split(' ')

const ones = (words: readonly string[]): number[] => words.map(() => 1)

test('a sentence that fits is one part', () => {
  const words = forms('one two three , four five six seven eight .')
  expect(partsOf(words, ones(words), limits)).toEqual([0])
  expect(partsOf([], [], limits)).toEqual([0])
})

test('cuts after a semicolon rather than a later comma', () => {
  const words = forms('a b c d ; e f , g h i j k l')
  expect(partsOf(words, ones(words), limits)).toEqual([0, 5])
})

test('cuts where it must when no mark is there, also for many pieces', () => {
  const words = new Array<string>(25).fill('word')
  expect(partsOf(words, ones(words), limits)).toEqual([0, 10, 20])
  expect(partsOf(words.slice(0, 8), new Array<number>(8).fill(6), limits)).toEqual([0, 5])
})

test('parts cover the sentence in order and keep the limits', () => {
  const words = fc.array(fc.constantFrom('word', ',', ';', ':'), { maxLength: 80 })
  fc.assert(
    fc.property(words, sentence => {
      const starts = partsOf(sentence, ones(sentence), limits)
      const ends = [...starts.slice(1), sentence.length]
      starts.forEach((start, place) => {
        expect(ends[place]! - start).toBeLessThanOrEqual(limits.words)
        if (place > 0) expect(start).toBeGreaterThan(starts[place - 1]!)
      })
    }),
  )
})

test('later parts hang on the first root as parataxis', () => {
  const word = (index: number, head: number, deprel: string): Word => ({
    index,
    start: index,
    end: index + 1,
    form: 'x',
    lemma: 'x',
    upos: 'NOUN',
    feats: {},
    head,
    deprel,
    score: 1,
  })
  const joined = joinParts([
    [word(0, 1, 'nsubj'), word(1, -1, 'root')],
    [word(0, -1, 'root'), word(1, 0, 'obj')],
  ])
  expect(joined.map(({ index, head, deprel }) => [index, head, deprel])).toEqual([
    [0, 1, 'nsubj'],
    [1, -1, 'root'],
    [2, 1, 'parataxis'],
    [3, 2, 'obj'],
  ])
  expect(joined[2]?.score).toBe(0)
})
