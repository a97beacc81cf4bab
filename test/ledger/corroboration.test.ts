// Near-copies and relayed reports are one origin.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countOrigins, kinshipsOf } from '../../src/ledger/origins.js'
import { tableOf } from '../../src/ledger/position-table.js'
import { bandsOf, copiesAmong, copyBands, paragraphKey, similarityOf } from '../../src/ledger/shingles.js'
import { facts, row } from './make.js'

const report =
  'Tajikistan will not recognise a government of the Taliban that leaves other peoples out, its president told a visitor in Dushanbe on Wednesday, and he asked the neighbours to hold back until every people of the country has a seat in it.'
const sharedBands = (one: string, other: string): number => {
  const bands = new Set(bandsOf(one))
  return bandsOf(other).filter(band => bands.has(band)).length
}

test('typography, case and spacing make no difference to a paragraph', () => {
  expect(paragraphKey('“The  Taliban”, he said.')).toBe(paragraphKey('"the taliban" he said'))
  expect(paragraphKey(report)).not.toBe(paragraphKey(`${report} Indeed.`))
})

test('a reprint with a few words changed is a copy; another report of the same event is none', () => {
  const reprint = report.replace('on Wednesday', 'yesterday').replace('asked', 'urged')
  expect(sharedBands(report, reprint)).toBeGreaterThanOrEqual(copyBands)
  const other =
    'President Rahmon has ruled out recognition for the new rulers in Kabul unless all ethnic groups share power, according to a statement that his office put out after he met the Pakistani foreign minister.'
  expect(sharedBands(report, other)).toBe(0)
})

test('sentences too short to be told apart are no copies', () => {
  expect(bandsOf('He said no.')).toEqual([])
})

test('shared bands estimate the similarity of shingle sets', () => {
  const words = Array.from({ length: 400 }, (_, index) => `word${index}`)
  const base = words.slice(0, 300).join(' ')
  for (const kept of [290, 270, 240]) {
    const changed = [...words.slice(0, kept), ...words.slice(300, 300 + (300 - kept))].join(' ')
    const jaccard = (kept - 2) / (2 * 298 - (kept - 2))
    expect(Math.abs(similarityOf(sharedBands(base, changed)) - jaccard)).toBeLessThan(0.3)
  }
})

/** A signature that shares bands with another by their numbers. */
const signature = (...bands: readonly number[]): readonly number[] => bands

test('copies of copies are one group, whatever the order in which they came', () => {
  const paragraphs = [
    [1n, signature(1, 2, 3, 4)],
    [2n, signature(3, 4, 5, 6)],
    [7n, signature(5, 6, 7, 8)],
    [9n, signature(7, 8, 9)],
    // One shared band is chance.
    [10n, signature(9, 11, 12)],
    [20n, signature(21, 22)],
    [21n, signature(21, 22, 23)],
  ] as const
  fc.assert(
    fc.property(fc.shuffledSubarray([...paragraphs], { minLength: paragraphs.length }), shuffled => {
      const groups = copiesAmong(new Map(shuffled))
      expect([1n, 2n, 7n, 9n].map(key => groups.get(key))).toEqual([1n, 1n, 1n, 1n])
      expect([20n, 21n].map(key => groups.get(key))).toEqual([20n, 20n])
      expect(groups.has(10n)).toBe(false)
    }),
  )
})

test('many reprints of one text are told apart as fast as many texts', () => {
  const bands = bandsOf(report)
  const reprints = new Map(Array.from({ length: 20_000 }, (_, key) => [BigInt(key + 1), bands] as const))
  const before = performance.now()
  expect(new Set(copiesAmong(reprints).values())).toEqual(new Set([1n]))
  expect(performance.now() - before).toBeLessThan(10_000)
})

test('each row that is no origin of its own says to which it owes that, and why', () => {
  const said = 'TJK recognition- taliban'
  const table = tableOf(
    [
      row(said, '2021-09-01', { entry: 'first', paragraph: '11' }),
      row(said, '2021-09-02', { entry: 'first', paragraph: '12' }),
      row(said, '2021-09-03', { entry: 'reprint', paragraph: '11' }),
      row(said, '2021-09-04', { entry: 'near', paragraph: '13' }),
      row(said, '2021-09-05', { entry: 'relay', paragraph: '14', via: 'coast-wire' }),
      row(said, '2021-09-06', { entry: 'wire', paragraph: '15' }),
      row(said, '2021-09-07', { entry: 'own', paragraph: '16' }),
    ],
    [
      ...['first', 'reprint', 'near', 'relay', 'own'].map(entry => facts(entry, '2021-09-08')),
      facts('wire', '2021-09-07', 'coast-wire'),
    ],
  )
  const copies = new Map([
    [11n, 11n],
    [13n, 11n],
  ])
  const rows = [0, 1, 2, 3, 4, 5, 6]
  expect([...kinshipsOf(table, rows, copies)].sort()).toEqual([
    [1, { to: 0, by: 'document' }],
    [2, { to: 0, by: 'words' }],
    [3, { to: 0, by: 'copy' }],
    [5, { to: 4, by: 'medium' }],
  ])
  expect(countOrigins(table, rows, copies)).toBe(3)
})

test('“as reported by” is the origin of the medium named, which may be in the ledger itself', () => {
  const said = 'TJK recognition- taliban'
  const rows = [
    row(said, '2021-09-07', { entry: 'gazette', via: 'coast-wire' }),
    row(said, '2021-09-08', { entry: 'herald', via: 'coast-wire' }),
    row(said, '2021-09-07', { entry: 'wire' }),
    row(said, '2021-09-08', { entry: 'own' }),
  ]
  const table = tableOf(rows, [
    facts('gazette', '2021-09-08'),
    facts('herald', '2021-09-08'),
    facts('wire', '2021-09-07', 'coast-wire'),
    facts('own', '2021-09-08', 'hill-gazette'),
  ])
  expect(countOrigins(table, [0, 1, 2, 3])).toBe(2)
  // Two reports of one medium, relayed by nobody, are two.
  const alone = tableOf(
    [row(said, '2021-09-07', { entry: 'a' }), row(said, '2021-09-08', { entry: 'b' })],
    [facts('a', '2021-09-07', 'coast-wire'), facts('b', '2021-09-08', 'coast-wire')],
  )
  expect(countOrigins(alone, [0, 1])).toBe(2)
})
