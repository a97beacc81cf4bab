// A ledger of an older schema into the one that this program reads. Each segment is written anew and sealed before the old one is removed,
// so a migration that was stopped goes on where it was; the folder's own file says the new schema last.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { connect, EngineTrouble } from './connection.js'
import { writeWhole } from './files.js'
import { pathsOf, type Seal, schemaVersion, type TableName, tableNames } from './layout.js'
import { readFormat } from './ledger.js'
import {
  commitSegment,
  newSegmentName,
  openStaging,
  readSeals,
  removeSegment,
  setAside,
  standingSeals,
} from './segments.js'
import { copySorted } from './sorted-copy.js'
import { quoteText } from './sql.js'
import { nameWriteFailure } from './trouble.js'

export interface MigrationReport {
  readonly from: number
  readonly to: number
  /** Segments written anew. */
  readonly segments: number
  /** Segments that could not be read; they are in aside/. */
  readonly damaged: readonly string[]
}

/** How the tables of one schema are read as those of the next: a query for each table that differs, over relations of the old ones. */
type Step = Partial<Record<TableName, (old: Readonly<Record<TableName, string>>) => string>>

const withSignatures: NonNullable<Step[TableName]> = ({ documents, positions }) =>
  `SELECT p.* EXCLUDE (via), coalesce(b.bands, []) AS bands, p.via FROM ${positions} p
  LEFT JOIN (SELECT DISTINCT entry, key, bands FROM (SELECT entry, unnest(paragraphs, recursive := true) FROM ${documents})) b
    ON p.entry = b.entry AND p.paragraph = b.key`

/** By the schema that a step starts from. */
const steps: Readonly<Record<number, Step>> = {
  // 1 → 2: near-copies are told apart cell by cell, by signatures beside the positions; before, documents carried paragraphs and copies.
  1: {
    documents: ({ documents }) => `SELECT * EXCLUDE (paragraphs, copies) FROM ${documents}`,
    positions: withSignatures,
  },
  // 2 → 3: positions lie cell by cell in a file of their own, which every segment is given as it is sealed; before, they lay by target too.
}

/** Queries for the tables of a segment as they are in the schema of this program. */
const queriesOf = (folder: string, { schema, segment }: Seal): Readonly<Record<TableName, string>> => {
  let queries = Object.fromEntries(
    tableNames.map(table => [table, `SELECT * FROM read_parquet(${quoteText(pathsOf(folder).table(table, segment))})`]),
  ) as Record<TableName, string>
  for (let from = schema; from < schemaVersion; from++) {
    const old = Object.fromEntries(tableNames.map(table => [table, `(${queries[table]})`])) as Record<TableName, string>
    queries = Object.fromEntries(
      tableNames.map(table => [table, steps[from]?.[table]?.(old) ?? queries[table]]),
    ) as Record<TableName, string>
  }
  return queries
}

const migrateSegment = async (
  connection: DuckDBConnection,
  folder: string,
  sealed: Seal,
  now: number,
): Promise<void> => {
  const segment = newSegmentName(now)
  const staging = await openStaging(folder, segment)
  const queries = queriesOf(folder, sealed)
  try {
    for (const table of tableNames)
      await copySorted(
        connection,
        table,
        `(SELECT * REPLACE (${quoteText(segment)} AS segment) FROM (${queries[table]}))`,
        join(staging, `${table}.parquet`),
      )
    await commitSegment(connection, folder, staging, segment, now, [sealed.segment])
  } catch (error) {
    await removeSegment(folder, segment)
    await rm(staging, { recursive: true, force: true }).catch(() => undefined)
    throw nameWriteFailure(error, folder)
  }
  await removeSegment(folder, sealed.segment)
}

/** Brings a ledger to the schema of this program. One that has it is left as it is. @param now milliseconds since 1970. */
export const migrateLedger = async (folder: string, now: number): Promise<MigrationReport> => {
  const format = await readFormat(folder)
  const seals = standingSeals((await readSeals(folder)).seals).filter(({ schema }) => schema < schemaVersion)
  const from = Math.min(format.schema, ...seals.map(({ schema }) => schema))
  const spill = `${pathsOf(folder).staging}/spill-${process.pid}`
  const connection = await connect({ memory: '700MB', threads: 2, spill })
  const damaged: string[] = []
  try {
    for (const sealed of seals) {
      try {
        await migrateSegment(connection, folder, sealed, now)
      } catch (error) {
        if (!(error instanceof EngineTrouble)) throw error
        await setAside(folder, sealed.segment, error.message)
        damaged.push(sealed.segment)
      }
    }
    if (format.schema < schemaVersion)
      await writeWhole(pathsOf(folder).ledger, `${JSON.stringify({ ...format, schema: schemaVersion })}\n`)
    return { from, to: schemaVersion, segments: seals.length - damaged.length, damaged }
  } catch (error) {
    throw nameWriteFailure(error, folder)
  } finally {
    connection.closeSync()
  }
}
