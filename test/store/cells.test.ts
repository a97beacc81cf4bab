// The files of cells say what the Parquet files of positions say, whatever is asked for, however many segments hold it and whatever the
// analyst's hand has put together.
import { mkdtemp, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { dayOf } from '../../src/ledger/days.js'
import { type FoldedRow, type PositionTable, tableOf, undated } from '../../src/ledger/position-table.js'
import { addDocuments } from '../../src/store/add.js'
import { compactLedger } from '../../src/store/compact.js'
import { examineLedger } from '../../src/store/doctor.js'
import { writeHand } from '../../src/store/judgements.js'
import { pathsOf } from '../../src/store/layout.js'
import { closeLedger, initLedger, type Ledger, openLedger } from '../../src/store/ledger.js'
import { readPositions, type Scope } from '../../src/store/position-table.js'
import { relationOf } from '../../src/store/relation.js'
import { ask, withSnapshot } from '../../src/store/snapshot.js'
import { lastingActs } from '../ledger/kinds.js'
import { type ClaimWords, coding, document } from '../ledger/make.js'

// A busy machine takes its time; nothing here waits for anything.
vi.setConfig({ testTimeout: 240_000 })

const now = Date.UTC(2026, 10, 24)
const knowledge = { lastingActs, actors: [] }
const actors = ['FRA', 'MLI', 'NER', 'taliban', 'wagner']

const withLedger = async <T>(use: (ledger: Ledger) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-'))
  await initLedger(folder, now)
  const ledger = await openLedger(folder)
  try {
    return await use(ledger)
  } finally {
    closeLedger(ledger)
    await rm(folder, { recursive: true })
  }
}

const claimWords = fc.record({
  pair: fc.shuffledSubarray(actors, { minLength: 2, maxLength: 2 }),
  kind: fc.constantFrom('recognition+', 'recognition-', 'engagement+', 'force0'),
  date: fc.constantFrom(null, '2021', '2021-09', '2021-09-07', '2019-01-01'),
  modality: fc.constantFrom('actual', 'planned'),
})
const batches = fc.array(fc.array(claimWords, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })

const codingOf = (
  claims: readonly { pair: string[]; kind: string; date: string | null; modality: string }[],
  at: number,
) => {
  const text = `Report number ${at} of what was said.`
  const words = claims.map(({ pair: [holder, target], kind, date, modality }) => ({
    position: `${holder} ${kind} ${target}`,
    date,
    modality,
  })) as [ClaimWords, ...ClaimWords[]]
  return coding(document(`report ${at}`, text, { publishedOn: `2021-10-0${at + 1}` }), ...words)
}

/** The rows of a table in words, in the table's order. */
const inWords = (table: PositionTable) =>
  Array.from({ length: table.size }, (_, row) => [
    table.actors[table.holder[row]!],
    table.actors[table.target[row]!],
    table.claim(row),
    table.entry(row),
    ...[table.dimension, table.direction, table.rung, table.first, table.last, table.modality, table.basis].map(
      column => column[row],
    ),
    ...[table.confidence, table.published, table.paragraph, table.via].map(column => column[row]),
  ])

/** The positions that the Parquet files hold, put together by the ledger's own fold. */
const fromParquet = (ledger: Ledger, merged: ReadonlyMap<string, string>, isWanted: (row: FoldedRow) => boolean) =>
  withSnapshot(ledger, async snapshot => {
    const rows = await ask(
      ledger,
      `SELECT holder, target, dimension, direction, rung, first_day - DATE '1970-01-01' AS "firstDay", last_day - DATE '1970-01-01' AS "lastDay",
        modality, basis, lasting, ends, confidence, claim, entry, paragraph::VARCHAR AS paragraph, via
      FROM ${relationOf(ledger, snapshot.seals, 'positions')}`,
    )
    const day = (value: unknown): number | null => (value === null ? null : Number(value))
    const folded = rows
      .map(row => ({
        ...(row as unknown as FoldedRow),
        firstDay: day(row.firstDay),
        lastDay: day(row.lastDay),
        holder: merged.get(row.holder as string) ?? (row.holder as string),
        target: merged.get(row.target as string) ?? (row.target as string),
      }))
      .filter(row => row.holder !== row.target)
    const documents = await ask(ledger, `SELECT entry, published FROM ${snapshot.documents} WHERE state = 'live'`)
    const facts = documents.map(row => ({
      entry: row.entry as string,
      published: (row.published as number | null) ?? undated,
      publisher: null,
    }))
    return inWords(tableOf(folded.filter(isWanted), facts))
  })

test('any scope of any ledger is read as its Parquet files have it, before and after a compaction', async () => {
  await fc.assert(
    fc.asyncProperty(batches, fc.boolean(), async (made, isMerged) => {
      await withLedger(async ledger => {
        for (const [at, claims] of made.entries())
          await addDocuments(ledger, [codingOf(claims, at)], knowledge, now + at)
        const common = { at: '2026-01-01T00:00:00Z', who: 'me', reason: null }
        if (isMerged) await writeHand(ledger.folder, [{ ...common, act: 'merge', actor: 'wagner', into: 'MLI' }], now)
        const merged = new Map(isMerged ? [['wagner', 'MLI']] : [])
        const same = (actor: string): string => merged.get(actor) ?? actor
        const read = (scope: Scope) =>
          withSnapshot(ledger, async snapshot => inWords(await readPositions(ledger, snapshot, scope, lastingActs)))
        const scopes: readonly (readonly [Scope, (row: FoldedRow) => boolean])[] = [
          [{}, () => true],
          [{ holders: ['FRA', 'wagner'] }, ({ holder }) => ['FRA', same('wagner')].includes(holder)],
          [{ targets: ['MLI'] }, ({ target }) => target === 'MLI'],
          [
            { either: ['NER'], dimensions: ['force'] },
            row => [row.holder, row.target].includes('NER') && row.dimension === 'force',
          ],
          [{ holders: ['nobody'] }, () => false],
        ]
        for (const [scope, isWanted] of scopes)
          expect(await read(scope)).toEqual(await fromParquet(ledger, merged, isWanted))
        const before = await read({})
        await compactLedger(ledger, now)
        expect(await read({})).toEqual(before)
        const all = { touched: [{ from: dayOf('2019-01-01'), to: dayOf('2021-12-31') }] }
        const dated = new Set(before.filter(row => row[8] !== undated).map(row => `${row[0]} ${row[1]} ${row[4]}`))
        expect(await read(all)).toEqual(before.filter(row => dated.has(`${row[0]} ${row[1]} ${row[4]}`)))
      })
    }),
    { numRuns: 12 },
  )
})

test('a torn file of cells is named and made again from what it was made of', async () => {
  await withLedger(async ledger => {
    const claims = [{ pair: ['FRA', 'MLI'], kind: 'force0', date: '2021', modality: 'actual' }]
    for (const at of [0, 1]) await addDocuments(ledger, [codingOf(claims, at)], knowledge, now + at)
    const segment = await withSnapshot(ledger, async ({ seals }) => seals[0]!.segment)
    await truncate(pathsOf(ledger.folder).cells(segment), 40)
    closeLedger(ledger)
    const again = await openLedger(ledger.folder)
    const size = (of: Ledger) =>
      withSnapshot(of, async snapshot => ({
        messages: snapshot.messages.map(({ place }) => place),
        rows: (await readPositions(of, snapshot, {}, lastingActs)).size,
      }))
    expect(await size(again)).toEqual({ messages: [segment], rows: 1 })
    expect(await examineLedger(again, knowledge, now)).toMatchObject({
      clean: true,
      findings: [{ rule: 'hash-differs', place: `cells/${segment}.bin`, outcome: 'repaired' }],
    })
    expect(await size(again)).toEqual({ messages: [], rows: 2 })
    closeLedger(again)
  })
})
