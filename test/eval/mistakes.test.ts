// Kinds of mistakes, on a document made up for the purpose.
import { expect, it } from 'vitest'
import type { GoldRow, JudgedDocument, KeyOf } from '../../eval/judged.js'
import { commonestKinds, conflictsIn, extraMistakes, missedMistakes } from '../../eval/mistakes.js'
import type { Position } from '../../src/claims/types.js'

const keyOf: KeyOf = ({ holder, target, dimension, direction }) => [holder, target, dimension, direction].join(' ')
const position = (text: string): Position => {
  const [holder, target, stance] = text.split(' ') as [string, string, string]
  return { holder, target, dimension: stance.slice(0, -1), direction: stance.slice(-1), rung: null } as Position
}
const row = (text: string, start: number, end: number): GoldRow => ({
  ...position(text),
  doc: 'd',
  start,
  end,
  quote: text,
})

const claim = (rule: string, ...positions: readonly string[]) => ({
  rule,
  positions: positions.map(position),
  quote: { exact: rule },
})

const document = (
  claims: readonly ReturnType<typeof claim>[],
  rows: readonly GoldRow[],
  named: readonly string[] = ['TCD', 'MLI'],
  misses = 0,
): JudgedDocument =>
  ({
    coded: { claims },
    traces: [
      {
        sentence: { start: 0, end: 50 },
        mentions: named.map(id => ({ actor: { id } })),
        nearMisses: Array(misses).fill({}),
        claims,
      },
    ],
    rows,
    claims: claims.map(one => ({ claim: one })),
  }) as unknown as JudgedDocument

const kinds = (mistakes: readonly { readonly kind: string }[]) => mistakes.map(({ kind }) => kind)

it('tells what the gold has where a position is extra', () => {
  const read = [claim('meet/meet', 'TCD MLI engagement+'), claim('aid/aid', 'TCD NER material+')]
  expect(kinds(extraMistakes(document(read, [row('TCD MLI endorsement-', 0, 9)]), keyOf))).toEqual([
    'meet/meet engagement+: the gold has endorsement-',
    'aid/aid material+: nothing between them in the gold',
  ])
  expect(
    extraMistakes(
      document(
        read,
        read.flatMap(({ positions }) => positions.map(one => row(keyOf(one).replace(/ (.)$/, '$1'), 0, 9))),
      ),
      keyOf,
    ),
  ).toEqual([])
})

it('tells why a position was missed', () => {
  const gold = [row('TCD MLI force-', 0, 9)]
  const why = (...given: [Parameters<typeof document>[0], (readonly string[])?, number?]) =>
    kinds(missedMistakes(document(given[0], gold, given[1], given[2]), keyOf))[0]
  expect(why([], [])).toBe('force-: neither party is named in the sentence')
  expect(why([], ['MLI'])).toBe('force-: the holder is not named in the sentence')
  expect(why([], ['TCD'])).toBe('force-: the target is not named in the sentence')
  expect(why([])).toBe('force-: both are named, no trigger is there')
  expect(why([], ['TCD', 'MLI'], 1)).toBe('force-: both are named, a trigger is there, no rule fired')
  expect(why([claim('meet/meet', 'TCD MLI engagement+')])).toBe('force-: read as engagement+')
  expect(why([claim('attack/attack', 'TCD MLI force-')])).toBeUndefined()
})

it('finds claims of one sentence that contradict each other', () => {
  const read = [claim('b/y', 'TCD MLI force+'), claim('a/x', 'TCD MLI force-'), claim('c/z', 'TCD MLI material+')]
  expect(kinds(conflictsIn(document(read, [])))).toEqual(['a/x against b/y'])
})

it('lists the commonest kinds first, with words that show them', () => {
  const mistakes = ['a', 'b', 'b', 'b', 'c', 'c'].map((kind, index) => ({ kind, words: `w${index}` }))
  expect(commonestKinds(mistakes, 2)).toEqual([
    { kind: 'b', times: 3, shown: ['w1', 'w2'] },
    { kind: 'c', times: 2, shown: ['w4', 'w5'] },
  ])
})
