// Days are whole numbers; their ISO words are the calendar's.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, isoOf, monthsBefore, spanOf, spanWords } from '../../src/ledger/days.js'

const anyDay = fc.integer({ min: dayOf('0001-01-01'), max: dayOf('9999-12-31') })

test('a day and its ISO words are one, as the platform’s calendar has it', () => {
  fc.assert(
    fc.property(anyDay, day => {
      expect(isoOf(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10))
      expect(dayOf(isoOf(day))).toBe(day)
    }),
    { numRuns: 1000 },
  )
  expect(['1999-12-31', '2000-02-29', '1900-02-28', '2024-03-01'].map(iso => isoOf(dayOf(iso)))).toEqual([
    '1999-12-31',
    '2000-02-29',
    '1900-02-28',
    '2024-03-01',
  ])
})

test('coarser dates cover all of their days, and are written in the finest grain that holds them', () => {
  for (const iso of ['2021-09-08', '2021-09', '2021', '199X']) {
    const { first, last } = spanOf(iso)!
    expect(spanWords(first, last)).toBe(iso)
  }
  expect(['2021-13', '2021-02-30', '21', 'September'].map(spanOf)).toEqual([undefined, undefined, undefined, undefined])
})

test('months before end on the last day of a shorter month', () => {
  expect(isoOf(monthsBefore(dayOf('2024-03-31'), 1))).toBe('2024-02-29')
  expect(isoOf(monthsBefore(dayOf('2023-09-07'), 24))).toBe('2021-09-07')
})
