import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { cellsOf } from '../../src/ledger/position-table.js'
import { addDocuments } from '../../src/store/add.js'
import { closeLedger, initLedger, type Ledger, openLedger } from '../../src/store/ledger.js'
import { readPositions } from '../../src/store/position-table.js'
import { withSnapshot } from '../../src/store/snapshot.js'
import { lastingActs } from '../ledger/kinds.js'
import { coding, document } from '../ledger/make.js'

// A busy machine takes its time; nothing here waits for anything.
vi.setConfig({ testTimeout: 120_000 })

const now = Date.UTC(2026, 10, 24)
const knowledge = { lastingActs, actors: [] }
let folder: string
let ledger: Ledger

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-'))
  await initLedger(folder, now)
  ledger = await openLedger(folder)
})
afterEach(async () => {
  closeLedger(ledger)
  await rm(folder, { recursive: true })
})

const positions = () => withSnapshot(ledger, snapshot => readPositions(ledger, snapshot, {}, lastingActs))

const text = 'Tajikistan will not recognise the movement, its president said.\n\nIran praised the movement on Monday.'
const first = document('dushanbe', text, { publishedOn: '2021-09-08', publisher: 'Example Post' })
const added = coding(
  first,
  { position: 'TJK recognition- taliban', date: '2021-09-07', voice: 'TJK' },
  { position: 'IRN endorsement+ taliban', date: '2021-09-06', words: 'Iran praised the movement on Monday.' },
)

test('what was added is there, and the same document again adds nothing', async () => {
  const report = await addDocuments(ledger, [added], knowledge, now)
  expect(report.added).toMatchObject([{ name: 'dushanbe', claims: 2, newVersion: false }])
  const table = await positions()
  expect(table.size).toBe(2)
  expect(cellsOf(table)).toHaveLength(2)
  expect(table.actors).toEqual(['IRN', 'TJK', 'taliban'])
  const again = await addDocuments(ledger, [added], knowledge, now + 1000)
  expect(again).toMatchObject({ segment: undefined, added: [], unchanged: ['dushanbe'] })
  expect((await positions()).size).toBe(2)
})

test('a changed document is a new version; the old one is kept and no longer counts', async () => {
  await addDocuments(ledger, [added], knowledge, now)
  const second = document('dushanbe', `${text}\n\nCorrected.`, { publishedOn: '2021-09-08', publisher: 'Example Post' })
  const report = await addDocuments(
    ledger,
    [coding(second, { position: 'TJK recognition- taliban', date: '2021-09-07' })],
    knowledge,
    now + 1000,
  )
  expect(report.added).toMatchObject([{ newVersion: true }])
  expect((await positions()).size).toBe(1)
})

test('a claim whose quotation is not in the text is refused and named; the rest is kept', async () => {
  const [kept, lost] = added.coded.claims
  const broken = {
    ...added,
    coded: { ...added.coded, claims: [kept!, { ...lost!, quote: { ...lost!.quote, start: 3, end: 9 } }] },
  }
  const report = await addDocuments(ledger, [broken], knowledge, now)
  expect(report.messages).toMatchObject([{ rule: 'quotation-lost', place: 'dushanbe, chars 3–9' }])
  expect((await positions()).size).toBe(1)
})
