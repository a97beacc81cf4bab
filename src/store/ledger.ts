// A ledger's folder in, an open ledger out: the connection and, anew whenever the folder has changed, a snapshot of what it holds.
// Other processes may add and compact meanwhile; a snapshot sees whole segments only.
import { mkdir, stat } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { connect } from './connection.js'
import { readIfThere, writeWhole } from './files.js'
import { type LedgerFile, ledgerFile, pathsOf, type Seal, schemaVersion } from './layout.js'
import { namesIn } from './segments.js'
import type { Snapshot } from './snapshot.js'
import { LedgerTrouble, nameWriteFailure } from './trouble.js'

export interface Ledger {
  readonly folder: string
  readonly connection: DuckDBConnection
  /** What was read of the folder, kept between questions; replaced, never changed in place. */
  readonly memory: {
    seals: ReadonlyMap<string, Seal>
    damaged: ReadonlyMap<string, string>
    snapshot: Snapshot | undefined
    building: { readonly fingerprint: string; readonly snapshot: Promise<Snapshot> } | undefined
    names: number
    /** Temporary tables of the last snapshots. */
    tables: readonly string[]
  }
}

export interface OpenOptions {
  /** DuckDB's share of memory; 700 MB where nothing is said. */
  readonly memory?: string
}

/** What the folder says of itself. @throws LedgerTrouble where it is no ledger, or one of a newer schema. */
export const readFormat = async (folder: string): Promise<LedgerFile> => {
  const { ledger } = pathsOf(folder)
  const text = await readIfThere(ledger)
  if (text === undefined)
    throw new LedgerTrouble('ledger-missing', folder, 'no ledger is here; make one with "demarche init"')
  const format = parseFormat(text)
  if (format === undefined)
    throw new LedgerTrouble('ledger-missing', ledger, 'the file does not describe a ledger; bring it back from a copy')
  if (format.schema > schemaVersion)
    throw new LedgerTrouble(
      'ledger-newer',
      folder,
      `schema ${format.schema} is newer than this program reads (${schemaVersion}); use a newer one`,
    )
  return format
}

const parseFormat = (text: string): LedgerFile | undefined => {
  try {
    return ledgerFile.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Makes an empty ledger. @throws LedgerTrouble where one is there already. */
export const initLedger = async (folder: string, now: number): Promise<void> => {
  const { ledger } = pathsOf(folder)
  if ((await readIfThere(ledger)) !== undefined)
    throw new LedgerTrouble('ledger-there', folder, 'a ledger is here already; use it, or choose another folder')
  const created = new Date(now).toISOString()
  try {
    await writeWhole(ledger, `${JSON.stringify({ format: 'demarche-ledger', schema: schemaVersion, created })}\n`)
  } catch (error) {
    throw nameWriteFailure(error, folder)
  }
}

/** True where a ledger is. */
export const isLedger = async (folder: string): Promise<boolean> =>
  (await stat(pathsOf(folder).ledger).catch(() => undefined)) !== undefined

/** A folder for what does not fit in memory: in the ledger's own staging/, or the system's where nothing can be made there. */
const spillFolder = async (folder: string): Promise<string> => {
  const { staging } = pathsOf(folder)
  const parent = await mkdir(staging, { recursive: true }).then(
    () => staging,
    () => tmpdir(),
  )
  return join(parent, `spill-${process.pid}`)
}

/** Opens a ledger for questions and for adding. Close it with `closeLedger`. */
export const openLedger = async (folder: string, options: OpenOptions = {}): Promise<Ledger> => {
  const { schema } = await readFormat(folder)
  if (schema < schemaVersion)
    throw new LedgerTrouble(
      'ledger-older',
      folder,
      `schema ${schema} is older than this program reads (${schemaVersion}); copy the folder, then bring it up with "demarche migrate"`,
    )
  const connection = await connect({
    memory: options.memory ?? '700MB',
    threads: Math.max(1, Math.min(4, cpus().length)),
    spill: await spillFolder(folder),
  })
  return {
    folder,
    connection,
    memory: { seals: new Map(), damaged: new Map(), snapshot: undefined, building: undefined, names: 0, tables: [] },
  }
}

export const closeLedger = (ledger: Ledger): void => ledger.connection.closeSync()

/** A name for a temporary table that no other question of this ledger uses. */
export const temporaryName = (ledger: Ledger, stem: string): string => {
  ledger.memory.names += 1
  return `${stem}_${ledger.memory.names}`
}

/** Names of the files that decide what a snapshot holds. */
export const fingerprintOf = async (folder: string): Promise<string> => {
  const paths = pathsOf(folder)
  const names = [...(await namesIn(paths.seals)), ...(await namesIn(paths.judgements))]
  return names.filter(name => !name.startsWith('.')).join('\n')
}
