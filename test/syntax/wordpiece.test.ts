// The TypeScript word pieces against a table that the training side wrote from the treebanks.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { plainForm, SHAPES, shapeOf, Vocabulary } from '../../src/syntax/wordpiece.js'

const vocabulary = new Vocabulary(readFileSync('models/en/vocabulary.txt', 'utf8').trimEnd().split('\n'))

const cases = JSON.parse(readFileSync('test/syntax/wordpieces.json', 'utf8')) as [string, number[], number][]

test('gives the pieces and shapes that the models were trained on', () => {
  expect(cases.length).toBeGreaterThan(1000)
  for (const [form, ids, shape] of cases) {
    expect({ form, ...vocabulary.piecesOf(form) }).toEqual({ form, ids, shape })
  }
})

test('reads curly and straight quotes alike', () => {
  expect(plainForm('n’t')).toBe("n't")
  expect(vocabulary.piecesOf('n’t').ids).toEqual(vocabulary.piecesOf("n't").ids)
  expect(vocabulary.piecesOf('“').ids).toEqual(vocabulary.piecesOf('"').ids)
  expect(vocabulary.piecesOf('…').ids).toEqual(vocabulary.piecesOf('...').ids)
})

test.each([
  ['said', 'lower'],
  ['Rahmon', 'title'],
  ['I', 'letter'],
  ['NATO', 'upper'],
  ['McDonald', 'mixed'],
  ['2021', 'digits'],
  ['—', 'other'],
  ["Taliban's", 'title'],
])('shape of %s is %s', (form, shape) => {
  expect(shapeOf(form)).toBe(shape)
  expect(SHAPES).toContain(shapeOf(form))
})

test('gives every word at least one piece and at most six', () => {
  for (const form of ['', ' ', '\u200b', '🙂', '🇹🇯', 'x'.repeat(500), '!'.repeat(40), '中文字符']) {
    const { ids } = vocabulary.piecesOf(form)
    expect(ids.length).toBeGreaterThan(0)
    expect(ids.length).toBeLessThanOrEqual(6)
  }
})
