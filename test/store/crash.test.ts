// Nothing that was acknowledged is ever lost: adders killed at random moments, a full disk, a folder that cannot be written, a torn
// segment, adders and a compactor at once. DEMARCHE_KILLS says how often to kill (100 for the whole run).
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, mkdtemp, readdir, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { addDocuments } from '../../src/store/add.js'
import { compactLedger } from '../../src/store/compact.js'
import { examineLedger } from '../../src/store/doctor.js'
import { closeLedger, initLedger, openLedger } from '../../src/store/ledger.js'
import { readPositions } from '../../src/store/position-table.js'
import { readStored } from '../../src/store/read.js'
import { withSnapshot } from '../../src/store/snapshot.js'
import { lastingActs } from '../ledger/kinds.js'
import { coding, document } from '../ledger/make.js'

// A busy machine takes its time; what is waited for is other processes.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 })

const kills = Number(process.env.DEMARCHE_KILLS ?? 3)
const knowledge = { lastingActs, actors: [] }
const adder = fileURLToPath(new URL('../../dist/test/store/adder.js', import.meta.url))
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-'))
  await initLedger(folder, Date.now())
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A process at work on the folder, and the documents that it has acknowledged so far. */
const start = (name: string, ...rest: string[]) => {
  const child = spawn(process.execPath, [adder, folder, name, ...rest], { stdio: ['ignore', 'pipe', 'inherit'] })
  return watch(child)
}
const watch = (child: ChildProcess) => {
  const acknowledged: string[] = []
  const troubles: string[] = []
  const lines = createInterface({ input: child.stdout! })
  const ready = once(lines, 'line')
  lines.on('line', line => {
    if (line.startsWith('trouble ')) troubles.push(line)
    else if (line !== 'ready') acknowledged.push(line)
  })
  const ended = once(child, 'close')
  return { child, acknowledged, troubles, ready, ended }
}
const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

/** What the ledger holds after its doctor has seen it. */
const examine = async () => {
  const ledger = await openLedger(folder)
  try {
    const report = await examineLedger(ledger, knowledge, Date.now())
    return await withSnapshot(ledger, async snapshot => ({
      report,
      names: (await readStored(ledger, snapshot)).map(stored => stored.name).sort(),
      positions: (await readPositions(ledger, snapshot, {}, lastingActs)).size,
    }))
  } finally {
    closeLedger(ledger)
  }
}

const addSome = async (names: readonly string[]) => {
  const ledger = await openLedger(folder)
  for (const name of names) {
    const text = `${name} praised the movement on Monday.`
    await addDocuments(ledger, [coding(document(name, text), { date: '2021-09-06' })], knowledge, Date.now())
  }
  closeLedger(ledger)
}

test(`an adder killed at ${kills} random moments loses nothing that it acknowledged`, {
  timeout: 30_000 + kills * 6000,
}, async () => {
  const acknowledged: string[] = []
  for (let round = 0; round < kills; round++) {
    const adding = start(`round${round}`)
    await adding.ready
    await pause(Math.random() * 1200)
    adding.child.kill('SIGKILL')
    await adding.ended
    acknowledged.push(...adding.acknowledged)
  }
  const { report, names, positions } = await examine()
  expect(report.clean).toBe(true)
  expect(names).toEqual(expect.arrayContaining(acknowledged))
  expect(new Set(names).size).toBe(names.length)
  // A document written but not yet acknowledged may be there too: at most one a round.
  expect(names.length - acknowledged.length).toBeLessThanOrEqual(kills)
  expect(positions).toBe(names.length)
})

test('two adders and a compactor at once, the compactor killed: every document once', async () => {
  const adding = [start('left', 'add', '6'), start('right', 'add', '6')]
  const compacting = start('third', 'compact')
  await compacting.ready
  await pause(1200)
  compacting.child.kill('SIGKILL')
  await Promise.all([...adding, compacting].map(each => each.ended))
  expect(adding.flatMap(each => each.troubles)).toEqual([])
  const ledger = await openLedger(folder)
  await compactLedger(ledger, Date.now())
  closeLedger(ledger)
  const { report, names, positions } = await examine()
  expect(report.clean).toBe(true)
  expect(report.segments).toBe(1)
  expect(names).toEqual(adding.flatMap(each => each.acknowledged).sort())
  expect(names).toHaveLength(12)
  expect(positions).toBe(12)
})

test('a full disk refuses the batch with its remedy and keeps what was there', async () => {
  await addSome(['before'])
  // No file may grow beyond two blocks: what a full disk does, without filling one.
  const child = spawn(
    'sh',
    ['-c', `ulimit -f 2; exec "$0" "$@"`, process.execPath, adder, folder, 'full', 'add', '3'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const adding = watch(child)
  await adding.ended
  expect(adding.acknowledged).toEqual([])
  expect(adding.troubles).toMatchObject([expect.stringContaining('ledger-full')])
  const { report, names } = await examine()
  expect(report.clean).toBe(true)
  expect(names).toEqual(['before'])
})

describe('a folder that cannot be written', () => {
  const asNobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  test('is read, and refuses to be added to', async () => {
    await addSome(['before'])
    await chmod(folder, 0o555)
    for (const name of await readdir(folder)) await chmod(join(folder, name), name.includes('.') ? 0o444 : 0o555)
    const child = spawn(process.execPath, [adder, folder, 'locked', 'add', '1'], {
      ...asNobody,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const adding = watch(child)
    await adding.ended
    await chmod(folder, 0o755)
    for (const name of await readdir(folder)) await chmod(join(folder, name), name.includes('.') ? 0o644 : 0o755)
    expect(adding.troubles).toMatchObject([expect.stringContaining('ledger-read-only')])
    expect((await examine()).names).toEqual(['before'])
  })
})

describe('a torn segment', () => {
  const tear = async (table: string): Promise<string> => {
    const [name] = await readdir(join(folder, table))
    await truncate(join(folder, table, name!), 100)
    return name!.replace('.parquet', '')
  }

  test('is left out and named while the rest serves, and the doctor sets it aside', async () => {
    await addSome(['first', 'second'])
    const segment = await tear('documents')
    const ledger = await openLedger(folder)
    const { names, messages } = await withSnapshot(ledger, async snapshot => ({
      names: (await readStored(ledger, snapshot)).map(stored => stored.name),
      messages: snapshot.messages,
    }))
    closeLedger(ledger)
    expect(names).toEqual(['second'])
    expect(messages).toMatchObject([{ place: segment, rule: 'segment-damaged' }])
    const { report } = await examine()
    expect(report.findings).toMatchObject([{ rule: 'hash-differs', outcome: 'set aside' }])
    expect(await readdir(join(folder, 'aside'))).toEqual([segment])
    expect((await examine()).report).toMatchObject({ clean: true, findings: [], documents: 1 })
  })

  test('is made whole again where documents and claims are whole', async () => {
    await addSome(['first', 'second'])
    await tear('positions')
    const { report, names, positions } = await examine()
    expect(report.findings).toMatchObject([{ rule: 'hash-differs', outcome: 'repaired' }])
    expect(report.clean).toBe(true)
    expect(names).toEqual(['first', 'second'])
    expect(positions).toBe(2)
  })
})

test('a copy of the folder is a backup', async () => {
  await addSome(['first', 'second'])
  const copy = `${folder}-copy`
  await cp(folder, copy, { recursive: true })
  await rm(folder, { recursive: true })
  await cp(copy, folder, { recursive: true })
  await rm(copy, { recursive: true })
  expect(await examine()).toMatchObject({ names: ['first', 'second'], positions: 2 })
})
