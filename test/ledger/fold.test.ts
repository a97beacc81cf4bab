// The fold is order-free and idempotent: shuffled, repeated and split input gives the same answers to the byte.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesBetween } from '../../src/ledger/changes.js'
import { contradictionsOn } from '../../src/ledger/contradictions.js'
import { dayOf, isoOf, monthsBefore } from '../../src/ledger/days.js'
import { cellsOf, type FoldedRow, tableOf } from '../../src/ledger/position-table.js'
import { stancesOn } from '../../src/ledger/stances.js'
import { windowMonths } from '../../src/ledger/standing.js'
import { timelineUntil } from '../../src/ledger/timeline.js'
import { bases, modalities } from '../../src/ledger/vocabulary.js'
import { facts, row } from './make.js'

const entries = ['a', 'b', 'c', 'd']
const documents = entries.map((entry, place) => facts(entry, `2021-0${place + 1}-15`, place === 0 ? 'reuters' : null))
const today = dayOf('2022-06-30')

const anyRow = fc
  .record({
    said: fc.constantFrom(
      'IRN recognition+ taliban',
      'IRN recognition- taliban',
      'IRN endorsement+ taliban',
      'IRN endorsement- taliban',
      'PAK force0 taliban',
    ),
    day: fc.option(fc.integer({ min: dayOf('2018-01-01'), max: dayOf('2022-12-31') }).map(isoOf), { nil: null }),
    basis: fc.constantFrom(...bases),
    modality: fc.constantFrom(...modalities, 'actual' as const, 'actual' as const),
    entry: fc.constantFrom(...entries),
    lasting: fc.constantFrom(null, null, 'recognition'),
    ends: fc.constantFrom(null, null, 'recognition'),
    via: fc.constantFrom(null, null, 'reuters'),
    confidence: fc.constantFrom(0.5, 0.9),
    paragraph: fc.constantFrom('11', '12', '13'),
  })
  .map(({ said, day, ...over }): FoldedRow => row(said, day, over))

const answers = (rows: readonly FoldedRow[]): string => {
  const table = tableOf(rows, documents)
  return JSON.stringify([
    stancesOn(table, today),
    timelineUntil(table, today),
    changesBetween({ table, day: dayOf('2021-06-30') }, { table, day: today }),
    contradictionsOn(table, today),
  ])
}

test('the same answers to the byte for shuffled and repeated rows', () => {
  fc.assert(
    fc.property(
      fc
        .array(anyRow, { maxLength: 14 })
        .chain(rows =>
          fc.tuple(
            fc.constant(rows),
            fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length }),
            fc.subarray(rows),
          ),
        ),
      ([rows, shuffled, repeated]) => {
        expect(answers([...shuffled, ...repeated])).toBe(answers(rows))
      },
    ),
    { numRuns: 150 },
  )
})

test('rows of other cells and later days never change a standing', () => {
  const other = (each: FoldedRow): FoldedRow => ({ ...each, target: 'elsewhere' })
  const later = (each: FoldedRow): FoldedRow => ({
    ...each,
    modality: 'actual',
    firstDay: today + 1,
    lastDay: today + 1,
  })
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1, maxLength: 8 }), fc.array(anyRow, { maxLength: 5 }), (rows, more) => {
      const alone = stancesOn(tableOf(rows, documents), today)
      const among = stancesOn(tableOf([...rows, ...more.map(other), ...more.map(later)], documents), today)
      expect(among.filter(stance => stance.target === 'taliban')).toEqual(alone)
    }),
    { numRuns: 100 },
  )
})

test('a standing rests on actual, dated, undenied rows of the strongest tier in the window', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1, maxLength: 10 }), rows => {
      const table = tableOf(rows, documents)
      const stances = stancesOn(table, today)
      expect(stances.length).toBeLessThanOrEqual(cellsOf(table).length)
      for (const stance of stances) {
        if (stance.direction === null) continue
        const deciding = rows.find(each => each.claim === stance.evidence[0])!
        expect(deciding).toMatchObject({ modality: 'actual', direction: stance.direction, basis: stance.basis })
        expect(deciding.basis).not.toBe('denied')
        expect(deciding.lastDay).toBeLessThanOrEqual(today)
        const recent = deciding.lastDay! >= monthsBefore(today, windowMonths)
        if (recent) expect(stance.status).toBe('current')
        if (!recent && deciding.lasting === null) expect(stance.status).toBe('unconfirmed')
      }
    }),
    { numRuns: 150 },
  )
})
