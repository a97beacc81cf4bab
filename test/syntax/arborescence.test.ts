// Best trees: hand-made cases where greedy heads fail, and the law on random scores against brute force.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ArcScores, greedyHeads, isTree, maximumTree } from '../../src/syntax/arborescence.js'

const scores = (rows: readonly (readonly number[])[]): ArcScores => ({ size: rows.length, values: rows.flat() })

const total = ({ size, values }: ArcScores, heads: readonly number[]): number =>
  heads.reduce((sum, head, word) => sum + values[word * (size + 1) + head]!, 0)

/** Every way to give each word a head, trees only. */
function allTrees(size: number): number[][] {
  const choices = Array.from({ length: size + 1 }, (_, head) => head)
  let partial: number[][] = [[]]
  for (let word = 0; word < size; word++) {
    partial = partial.flatMap(heads => choices.filter(head => head !== word + 1).map(head => [...heads, head]))
  }
  return partial.filter(isTree)
}

const randomScores = (least: number, most: number) =>
  fc
    .integer({ min: least, max: most })
    .chain(size =>
      fc
        .array(fc.integer({ min: -1000, max: 0 }), { minLength: size * (size + 1), maxLength: size * (size + 1) })
        .map((values): ArcScores => ({ size, values: values.map(value => value / 64) })),
    )

test('takes greedy heads where they make a tree', () => {
  expect(
    maximumTree(
      scores([
        [-9, -9, -1],
        [-1, -9, -9],
      ]),
    ),
  ).toEqual([2, 0])
})

test('breaks a cycle where it costs least', () => {
  // Words 1 and 2 want each other; entering at word 1 loses 4, at word 2 loses 1.
  expect(
    maximumTree(
      scores([
        [-5, -99, -1],
        [-2, -1, -99],
      ]),
    ),
  ).toEqual([2, 0])
})

test('leaves one root where two words want it', () => {
  expect(
    maximumTree(
      scores([
        [-0.1, -99, -3],
        [-0.1, -2, -99],
      ]),
    ),
  ).toEqual([0, 1])
})

test('a sentence of no word and of one word', () => {
  expect(maximumTree(scores([]))).toEqual([])
  expect(maximumTree(scores([[-7, -1]]))).toEqual([0])
})

test.each([
  [[0, 1, 2], true],
  [[0, 0], false],
  [[2, 1], false],
  [[0, 3, 2], false],
  [[], true],
])('isTree(%j) is %s', (heads, expected) => {
  expect(isTree(heads)).toBe(expected)
})

test('no tree with one root scores higher', () => {
  fc.assert(
    fc.property(randomScores(1, 5), given => {
      const heads = maximumTree(given)
      const best = Math.max(...allTrees(given.size).map(tree => total(given, tree)))
      expect(isTree(heads)).toBe(true)
      expect(total(given, heads)).toBeCloseTo(best, 6)
    }),
    { numRuns: 300 },
  )
})

test('greedy heads that make a tree are the best tree', () => {
  fc.assert(
    fc.property(randomScores(1, 6), given => {
      const heads = greedyHeads(given)
      fc.pre(isTree(heads))
      expect(total(given, maximumTree(given))).toBeCloseTo(total(given, heads), 6)
    }),
  )
})

test('is a tree for long sentences too, ties included', () => {
  fc.assert(
    fc.property(randomScores(20, 60), given => isTree(maximumTree(given))),
    { numRuns: 60 },
  )
  const size = 40
  expect(isTree(maximumTree({ size, values: new Float32Array(size * (size + 1)) }))).toBe(true)
})
