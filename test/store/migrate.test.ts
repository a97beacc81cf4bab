// A ledger that an earlier version wrote, with schema 1, is brought to the schema of this one: nothing is lost, and it answers as one that
// was written anew. test/store/schema-1 is such a ledger, as it was written.
import { cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addDocuments } from '../../src/store/add.js'
import { compactLedger } from '../../src/store/compact.js'
import { rowsOf } from '../../src/store/connection.js'
import { examineLedger } from '../../src/store/doctor.js'
import { pathsOf, schemaVersion, type TableName, tableNames, tables } from '../../src/store/layout.js'
import { closeLedger, initLedger, type Ledger, openLedger } from '../../src/store/ledger.js'
import { migrateLedger } from '../../src/store/migrate.js'
import { readCodings, readStored } from '../../src/store/read.js'
import { relationOf } from '../../src/store/relation.js'
import { withSnapshot } from '../../src/store/snapshot.js'
import { lastingActs } from '../ledger/kinds.js'

// A busy machine takes its time; nothing here waits for anything.
vi.setConfig({ testTimeout: 120_000 })

const old = fileURLToPath(new URL('./schema-1', import.meta.url))
const now = Date.UTC(2026, 5, 1)
const knowledge = { lastingActs, actors: [] }
let folder: string

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'ledger-')), 'desk')
  await cp(old, folder, { recursive: true })
})
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }))

const rowsIn = (ledger: Ledger, table: TableName) =>
  withSnapshot(ledger, snapshot =>
    rowsOf(
      ledger.connection,
      `SELECT * EXCLUDE (segment, entry${table === 'documents' ? ', added_at, publisher_actor' : ''}) FROM ${relationOf(ledger, snapshot.seals, table)} ORDER BY ALL`,
    ),
  )

test('an older ledger is refused with the remedy; migrated, it holds what the same codings written anew would', async () => {
  await expect(openLedger(folder)).rejects.toThrow(/ledger-older: .*demarche migrate/)
  expect(await migrateLedger(folder, now)).toEqual({ from: 1, to: schemaVersion, segments: 2, damaged: [] })
  const ledger = await openLedger(folder)
  expect(await examineLedger(ledger, knowledge, now)).toMatchObject({
    clean: true,
    findings: [],
    documents: 6,
    claims: 11,
  })
  const codings = await withSnapshot(ledger, async snapshot =>
    readCodings(ledger, snapshot, await readStored(ledger, snapshot)),
  )
  const judged = await withSnapshot(ledger, async snapshot => [...snapshot.effects.reviews.values()])
  expect(judged).toEqual(['right'])

  const again = join(folder, '../again')
  await initLedger(again, now)
  const anew = await openLedger(again)
  await addDocuments(anew, codings, knowledge, now)
  for (const table of Object.keys(tables) as TableName[])
    expect(await rowsIn(ledger, table)).toEqual(await rowsIn(anew, table))
  closeLedger(anew)

  await compactLedger(ledger, now)
  expect(await withSnapshot(ledger, async snapshot => snapshot.seals.length)).toBe(1)
  closeLedger(ledger)
  expect(await migrateLedger(folder, now)).toMatchObject({ from: schemaVersion, segments: 0 })
})

test('a migration that was stopped goes on', async () => {
  await migrateLedger(folder, now)
  // As if it had been stopped after the first segment: the other is still of the old schema, and so is the folder's own file.
  const [first] = await readdir(join(old, 'segments'))
  for (const table of tableNames)
    await cp(
      pathsOf(old).table(table, first!.replace('.json', '')),
      pathsOf(folder).table(table, first!.replace('.json', '')),
    )
  for (const name of await readdir(join(folder, 'segments'))) {
    const seal = JSON.parse(await readFile(join(folder, 'segments', name), 'utf8'))
    if (seal.replaces[0] === first!.replace('.json', '')) await rm(join(folder, 'segments', name))
  }
  await cp(join(old, 'segments', first!), join(folder, 'segments', first!))
  const half = await openLedger(folder)
  await expect(withSnapshot(half, async () => undefined)).rejects.toThrow('ledger-older')
  closeLedger(half)
  await cp(join(old, 'ledger.json'), join(folder, 'ledger.json'))
  expect(await migrateLedger(folder, now)).toMatchObject({ from: 1, segments: 1 })
  const ledger = await openLedger(folder)
  expect(await examineLedger(ledger, knowledge, now)).toMatchObject({ clean: true, documents: 6, claims: 11 })
  closeLedger(ledger)
})

test('a damaged segment is set aside and named; the rest is brought up', async () => {
  const [name] = await readdir(join(folder, 'positions'))
  await truncate(join(folder, 'positions', name!), 60)
  const segment = name!.replace('.parquet', '')
  expect(await migrateLedger(folder, now)).toMatchObject({ segments: 1, damaged: [segment] })
  expect(await readdir(join(folder, 'aside'))).toEqual([segment])
  const ledger = await openLedger(folder)
  expect(await examineLedger(ledger, knowledge, now)).toMatchObject({ clean: true, documents: 2 })
  closeLedger(ledger)
})

test('a ledger of a newer schema is refused', async () => {
  await writeFile(
    join(folder, 'ledger.json'),
    JSON.stringify({ format: 'demarche-ledger', schema: schemaVersion + 1, created: new Date(now).toISOString() }),
  )
  await expect(openLedger(folder)).rejects.toThrow(/ledger-newer: .*use a newer one/)
  await expect(migrateLedger(folder, now)).rejects.toThrow('ledger-newer')
})
