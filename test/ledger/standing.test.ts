// One worked example for each sentence of the definition of standing; docs/standing.md tells them in the same order.
import { describe, expect, test } from 'vitest'
import { dayOf } from '../../src/ledger/days.js'
import { type DocumentFacts, type FoldedRow, tableOf } from '../../src/ledger/position-table.js'
import { type Stance, type StanceFilter, stancesOn } from '../../src/ledger/stances.js'
import { facts, row } from './make.js'

/** The stance of the only cell on a day; every document is published on the last day of its row unless facts are given. */
const stanceOn = (
  day: string,
  rows: readonly FoldedRow[],
  published: Readonly<Record<string, string>> = {},
  filter: StanceFilter = {},
): Stance | undefined => {
  const entries = [...new Set(rows.map(each => each.entry))]
  const documents: DocumentFacts[] = entries.map(entry => {
    const last = rows.find(each => each.entry === entry)!.lastDay
    return {
      ...facts(entry, published[entry] ?? '2000-01-01'),
      ...(published[entry] === undefined && last !== null ? { published: last } : {}),
    }
  })
  return stancesOn(tableOf(rows, documents), dayOf(day), filter)[0]
}

const recognised = { lasting: 'recognition', ends: 'withdrawal-of-recognition' }
const refused = { ends: 'recognition' }

describe('a history with bases, strongest first', () => {
  test('the holder’s own voice and a deed told as fact are one tier: the later of them stands', () => {
    const rows = [
      row('IRN endorsement+ taliban', '2021-08-01', { basis: 'declared' }),
      row('IRN endorsement- taliban', '2021-09-01', { basis: 'acted' }),
    ]
    expect(stanceOn('2021-10-01', rows)).toMatchObject({ direction: '-', basis: 'acted', status: 'current' })
  })

  test.each([
    ['declared', 'attributed'],
    ['acted', 'attributed'],
    ['attributed', 'hearsay'],
    ['attributed', 'opinion'],
  ] as const)('%s stands against a later %s', (strong, weak) => {
    const rows = [
      row('IRN endorsement+ taliban', '2021-08-01', { basis: strong }),
      row('IRN endorsement- taliban', '2021-09-01', { basis: weak }),
    ]
    expect(stanceOn('2021-10-01', rows)).toMatchObject({ direction: '+', basis: strong })
  })

  test('hearsay and opinion are one tier', () => {
    const rows = [
      row('IRN endorsement+ taliban', '2021-08-01', { basis: 'hearsay' }),
      row('IRN endorsement- taliban', '2021-09-01', { basis: 'opinion' }),
    ]
    expect(stanceOn('2021-10-01', rows)).toMatchObject({ direction: '-', basis: 'opinion' })
  })
})

describe('origins, not rows, are counted', () => {
  test('three rows of one document are one origin, two documents are two', () => {
    const one = { entry: 'one' }
    const rows = ['2021-08-01', '2021-08-02', '2021-08-03'].map(day => row('IRN endorsement+ taliban', day, one))
    expect(stanceOn('2021-10-01', rows)).toMatchObject({ origins: 1, claims: 3 })
    const more = [...rows, row('IRN endorsement+ taliban', '2021-08-04', { entry: 'two' })]
    expect(stanceOn('2021-10-01', more)).toMatchObject({ origins: 2, claims: 4 })
  })
})

describe('standing on day D', () => {
  const rows = [
    row('TJK recognition- taliban', '2021-09-07', { basis: 'declared', ...refused }),
    row('TJK recognition+ taliban', '2025-03-01', { basis: 'declared', ...recognised }),
  ]
  test('positions after D do not count', () => {
    expect(stanceOn('2021-09-06', rows)).toBeUndefined()
    expect(stanceOn('2021-09-07', rows)).toMatchObject({ direction: '-', lastConfirmed: '2021-09-07' })
    expect(stanceOn('2025-03-01', rows)).toMatchObject({
      direction: '+',
      before: { direction: '-', date: '2021-09-07' },
    })
  })

  test('the strongest tier counts only while it is inside the last 24 months; the day itself is inside', () => {
    const both = [
      row('IRN endorsement+ taliban', '2021-09-07', { basis: 'declared' }),
      row('IRN endorsement- taliban', '2022-06-01', { basis: 'attributed' }),
    ]
    expect(stanceOn('2023-09-07', both)).toMatchObject({ direction: '+', basis: 'declared' })
    expect(stanceOn('2023-09-08', both)).toMatchObject({ direction: '-', basis: 'attributed' })
  })

  test('failing these, the latest older one stands, not confirmed since', () => {
    const old = [
      row('IRN endorsement+ taliban', '2010-01-01', { basis: 'declared' }),
      row('IRN endorsement- taliban', '2012-01-01', { basis: 'opinion' }),
    ]
    expect(stanceOn('2021-01-01', old)).toMatchObject({
      status: 'unconfirmed',
      direction: '-',
      lastConfirmed: '2012-01-01',
    })
  })

  test('a coarse date counts once all of it has passed', () => {
    const decade = [row('IRN endorsement+ taliban', '199X', { entry: 'e' })]
    expect(stanceOn('1999-12-30', decade, { e: '2021-01-01' })).toBeUndefined()
    expect(stanceOn('1999-12-31', decade, { e: '2021-01-01' })).toMatchObject({ direction: '+', since: '199X' })
  })

  test('a position of unknown date is never dated to its publication: it is shown beside', () => {
    const unknown = [row('IRN material+ taliban', null, { entry: 'e' })]
    expect(stanceOn('2021-09-07', unknown, { e: '2021-09-08' })).toBeUndefined()
    expect(stanceOn('2021-09-08', unknown, { e: '2021-09-08' })).toMatchObject({
      status: 'undated',
      direction: null,
      since: null,
      beside: [{ direction: '+', date: null, modality: 'actual' }],
    })
  })
})

describe('what is not actual is shown beside, never as the standing', () => {
  test.each(['planned', 'conditional', 'possible', 'demanded', 'predicted'] as const)('%s', modality => {
    const rows = [
      row('PAK recognition- taliban', '2021-09-01', { basis: 'declared', ...refused }),
      row('PAK recognition+ taliban', '2022-05-01', { modality, entry: 'e' }),
    ]
    expect(stanceOn('2021-10-01', rows, { e: '2021-09-20' })).toMatchObject({
      direction: '-',
      disputed: false,
      beside: [{ modality, direction: '+', date: '2022-05-01' }],
    })
    expect(stanceOn('2021-10-01', rows.slice(1), { e: '2021-09-20' })).toMatchObject({
      status: 'beside',
      direction: null,
      origins: 0,
    })
    expect(stanceOn('2021-09-10', rows.slice(1), { e: '2021-09-20' })).toBeUndefined()
  })
})

describe('lasting acts and passing ones', () => {
  test('recognition lasts until an opposite act', () => {
    const rows = [
      row('PAK recognition+ taliban', '1997-05-25', recognised),
      row('PAK recognition- taliban', '2001-11-22', refused),
    ]
    expect(stanceOn('2001-11-01', rows)).toMatchObject({ direction: '+', status: 'current', since: '1997-05-25' })
    expect(stanceOn('2002-11-01', rows)).toMatchObject({ direction: '-', status: 'current' })
    expect(stanceOn('2010-11-01', rows)).toMatchObject({ direction: '-', status: 'unconfirmed' })
  })

  test('a word weaker than the act does not end it, and makes it disputed while it is fresh', () => {
    const rows = [
      row('PAK recognition+ taliban', '1997-05-25', recognised),
      row('PAK recognition- taliban', '2000-01-01', { basis: 'hearsay', ...refused }),
    ]
    expect(stanceOn('2001-01-01', rows)).toMatchObject({ direction: '+', status: 'current', disputed: true })
    expect(stanceOn('2003-01-01', rows)).toMatchObject({ direction: '+', status: 'current', disputed: false })
  })

  test('an alliance outlasts a clash; a clash speaks for its time', () => {
    const rows = [row('GRC force+ TUR', '1990-01-01', { lasting: 'alliance' }), row('GRC force- TUR', '2020-08-12')]
    expect(stanceOn('2020-09-01', rows)).toMatchObject({ direction: '-' })
    expect(stanceOn('2023-09-01', rows)).toMatchObject({ direction: '+', status: 'current' })
  })

  test('a meeting does not last', () => {
    const rows = [row('IND engagement+ taliban', '2018-11-09')]
    expect(stanceOn('2019-01-01', rows)).toMatchObject({ status: 'current' })
    expect(stanceOn('2021-01-01', rows)).toMatchObject({ status: 'unconfirmed' })
  })
})

describe('denials', () => {
  const denial = row('KEN material+ tcd-rebels', '2021-03-02', { basis: 'denied' })
  test('a cell that rests on denials alone reads alleged, denied', () => {
    expect(stanceOn('2021-04-01', [denial])).toMatchObject({
      status: 'denied',
      direction: null,
      disputed: false,
      origins: 1,
    })
  })

  test('an allegation that the holder denies stands and is disputed, even inside one document', () => {
    const alleged = row('KEN material+ tcd-rebels', '2021-03-01', { basis: 'attributed', entry: denial.entry })
    expect(stanceOn('2021-04-01', [alleged, denial])).toMatchObject({
      status: 'current',
      direction: '+',
      basis: 'attributed',
      disputed: true,
      disagreeing: [denial.claim],
    })
  })
})

describe('sources that disagree', () => {
  test('recognised and not recognised at one time, by two documents told as fact: disputed', () => {
    const rows = [
      row('PAK recognition+ taliban', '2022', recognised),
      row('PAK recognition- taliban', '2022-12-31', { entry: 'other', ...refused }),
    ]
    expect(stanceOn('2023-01-01', rows)).toMatchObject({ direction: '-', disputed: true })
  })

  test('the same two in one document are one source', () => {
    const one = { entry: 'one' }
    const rows = [row('PAK recognition+ taliban', '2022', one), row('PAK recognition- taliban', '2022-12-31', one)]
    expect(stanceOn('2023-01-01', rows)).toMatchObject({ disputed: false })
  })

  test('a turn in time is a reversal, no dispute', () => {
    const rows = [row('IRN endorsement+ taliban', '2021-01-01'), row('IRN endorsement- taliban', '2021-06-01')]
    expect(stanceOn('2021-07-01', rows)).toMatchObject({ direction: '-', disputed: false, before: { direction: '+' } })
  })

  test('beyond the window they no longer disagree', () => {
    const rows = [
      row('IRN endorsement+ taliban', '2021-06-01', { basis: 'declared' }),
      row('IRN endorsement- taliban', '2021-07-01', { basis: 'hearsay' }),
    ]
    expect(stanceOn('2022-07-01', rows)).toMatchObject({ status: 'current', disputed: true })
    expect(stanceOn('2024-07-01', rows)).toMatchObject({ status: 'unconfirmed', disputed: false })
  })
})

test('a later claim never erases an earlier one: the past reads as it did', () => {
  const early = [row('IRN endorsement+ taliban', '2021-01-01')]
  const all = [...early, row('IRN endorsement- taliban', '2021-06-01'), row('IRN endorsement- taliban', '2024-06-01')]
  expect(stanceOn('2021-03-01', all)).toEqual(stanceOn('2021-03-01', early))
})

describe('filters leave rows out before the fold', () => {
  const rows = [
    row('IRN endorsement+ taliban', '2021-01-01', { basis: 'declared', confidence: 0.95 }),
    row('IRN endorsement- taliban', '2021-06-01', { basis: 'acted', confidence: 0.4 }),
  ]
  test('by basis, by confidence, by number of origins', () => {
    expect(stanceOn('2021-07-01', rows, {}, { bases: ['declared'] })).toMatchObject({ direction: '+' })
    expect(stanceOn('2021-07-01', rows, {}, { minConfidence: 0.95 })).toMatchObject({ direction: '+' })
    expect(stanceOn('2021-07-01', rows, {}, { minOrigins: 2 })).toBeUndefined()
  })
})
