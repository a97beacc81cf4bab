import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dayOf, isoOf } from '../../src/ledger/days.js'
import { cellsOf } from '../../src/ledger/position-table.js'
import { addDocuments, writeCodings } from '../../src/store/add.js'
import { rowsOf } from '../../src/store/connection.js'
import { closeLedger, initLedger, type Ledger, openLedger } from '../../src/store/ledger.js'
import { readPositions } from '../../src/store/position-table.js'
import { readClaims } from '../../src/store/read.js'
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
  expect(again).toMatchObject({
    segment: undefined,
    added: [],
    unchanged: [{ entry: report.added[0]!.entry, name: 'dushanbe' }],
  })
  expect((await positions()).size).toBe(2)
})

test('of a cell that a span of days touches every row is read, from whichever segment, and of no other cell any', async () => {
  const older = document('older', 'Tajikistan once recognised the movement.\n\nIran had praised it as well.')
  await addDocuments(ledger, [added], knowledge, now)
  await addDocuments(
    ledger,
    [
      coding(
        older,
        { position: 'TJK recognition+ taliban', date: '1997-05-25' },
        { position: 'IRN endorsement+ taliban', date: '1998-01-01', words: 'Iran had praised it as well.' },
      ),
    ],
    knowledge,
    now + 1,
  )
  const read = (from: string, to: string) =>
    withSnapshot(ledger, async snapshot => {
      const touched = [{ from: dayOf(from), to: dayOf(to) }]
      const table = await readPositions(ledger, snapshot, { touched }, lastingActs)
      return Array.from({ length: table.size }, (_, row) => [table.actors[table.holder[row]!], isoOf(table.last[row]!)])
    })
  const [iran, tajikistan] = [
    [
      ['IRN', '1998-01-01'],
      ['IRN', '2021-09-06'],
    ],
    [
      ['TJK', '1997-05-25'],
      ['TJK', '2021-09-07'],
    ],
  ]
  expect(await read('2021-09-07', '2021-09-30')).toEqual(tajikistan)
  expect(await read('1998-01-01', '1998-01-01')).toEqual(iran)
  expect(await read('1997-01-01', '1998-12-31')).toEqual([...iran, ...tajikistan])
  expect(await read('2000-01-01', '2000-12-31')).toEqual([])
})

test('what does not fit in memory finds a place, also in a copy without staging/ and where none can be made', async () => {
  const staging = join(folder, 'staging')
  const sort = 'SELECT max(id) FROM (SELECT hash(range)::VARCHAR AS id FROM range(3000000) ORDER BY id)'
  for (const hinder of [async () => undefined, () => writeFile(staging, '')]) {
    await rm(staging, { recursive: true, force: true })
    await hinder()
    const small = await openLedger(folder, { memory: '100MB' })
    expect(await rowsOf(small.connection, sort)).toHaveLength(1)
    closeLedger(small)
  }
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

test('the same text told with a day or a publisher that was missing is a new version; told with less, it is there already', async () => {
  const words = { position: 'TJK recognition- taliban', date: '2021-09-07' }
  const bare = document('dushanbe', text)
  await addDocuments(ledger, [coding(bare, words)], knowledge, now)
  const dated = await addDocuments(ledger, [coding(first, words)], knowledge, now + 1000)
  expect(dated.added).toMatchObject([{ name: 'dushanbe', newVersion: true }])
  expect((await positions()).published).toEqual(Int32Array.of(dayOf('2021-09-08')))
  const again = await addDocuments(ledger, [coding(bare, words)], knowledge, now + 2000)
  expect(again).toMatchObject({ added: [], unchanged: [{ entry: dated.added[0]!.entry }] })
})

test('the same words under another name are there already; added by two at once, they count once', async () => {
  const words = { position: 'TJK recognition- taliban', date: '2021-09-07' }
  const renamed = document('reprint', text, { publishedOn: '2021-09-09', publisher: 'Hill Gazette' })
  await addDocuments(ledger, [added], knowledge, now)
  expect(await addDocuments(ledger, [coding(renamed, words)], knowledge, now + 1000)).toMatchObject({ added: [] })
  // What another process wrote between this one's look and its own writing.
  await writeCodings(ledger, [coding(renamed, words)], knowledge, now + 2000)
  expect((await positions()).size).toBe(1)
})

test('a claim comes out of the ledger as it went in, to the byte, whatever its words', async () => {
  const odd = 'Tajikistan “will not” recognise\tthe 😀 movement \\ "ever" é\u0001, its president said at length.'
  const from = document('odd', odd, { publishedOn: '2021-09-08' })
  const made = coding(from, { position: 'TJK recognition- taliban', date: '2021-09-07', confidence: 0.1 + 0.2 })
  const figures = made.coded.claims.map(claim => ({
    ...claim,
    figure: { value: 1e-7, unit: 'percent of 1e21', approximation: 'about' as const, of: null },
  }))
  await addDocuments(ledger, [{ ...made, coded: { ...made.coded, claims: figures } }], knowledge, now)
  const [stored] = await withSnapshot(ledger, snapshot => readClaims(ledger, snapshot, [figures[0]!.id]))
  expect(stored!.claim).toEqual(figures[0])
  expect(JSON.stringify(stored!.claim)).toBe(JSON.stringify(figures[0]))
})
