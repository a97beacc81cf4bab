// Segments: rows in, four Parquet files and their seal out. The seal is renamed into place last, and from that moment the segment is
// there. Whatever happens before leaves only a folder in staging/ and unsealed files, which no reader sees.
import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import { rowsOf } from './connection.js'
import { digestOf, readIfThere, settle, writeWhole } from './files.js'
import { pathsOf, type Seal, schemaVersion, seal, sortKeys, type TableName, tableNames, tables } from './layout.js'
import type { SegmentRows } from './rows.js'
import { quoteText } from './sql.js'
import { nameWriteFailure } from './trouble.js'

/** A new segment's name: sorts by time; no two writers ever choose the same. */
export const newSegmentName = (now: number): string =>
  `${now.toString(36).padStart(9, '0')}-${process.pid.toString(36)}-${randomBytes(5).toString('hex')}`

/** Who is at work in a folder of staging/. */
export interface Owner {
  readonly pid: number
  readonly host: string
}

/** Makes the folder in staging/ that says who is writing the segment. */
export const openStaging = async (folder: string, segment: string): Promise<string> => {
  const staging = join(pathsOf(folder).staging, segment)
  const owner: Owner = { pid: process.pid, host: hostname() }
  await mkdir(staging, { recursive: true })
  await writeFile(join(staging, 'owner.json'), JSON.stringify(owner))
  return staging
}

/** Writes rows as lines of JSON. @returns the an upper bound of the longest line's bytes. */
const writeLines = async (path: string, rows: readonly object[]): Promise<number> => {
  let longest = 0
  const lines = function* () {
    let part = ''
    for (const row of rows) {
      const line = `${JSON.stringify(row)}\n`
      longest = Math.max(longest, line.length * 3)
      part += line
      if (part.length > 1 << 20) {
        yield part
        part = ''
      }
    }
    yield part
  }
  await pipeline(Readable.from(lines()), createWriteStream(path))
  return longest
}

const parquetOptions: Readonly<Record<TableName, string>> = {
  documents: 'ROW_GROUP_SIZE 2048',
  claims: 'ROW_GROUP_SIZE 4096',
  positions: 'ROW_GROUP_SIZE 24576',
  quotes: 'ROW_GROUP_SIZE 61440',
}

/** Writes the result of a query, which is sorted, as one Parquet file of a table. */
export const copyTable = async (
  connection: DuckDBConnection,
  table: TableName,
  query: string,
  path: string,
  compression: 'snappy' | 'zstd',
): Promise<void> => {
  await connection.run(
    `COPY (${query}) TO ${quoteText(path)} (FORMAT parquet, COMPRESSION ${compression}, ${parquetOptions[table]})`,
  )
}

type SortableRow = Readonly<Record<string, string | number | null>>

/** Sorts rows as their table is sorted; absent values come last. */
const sortRows = (table: TableName, rows: readonly object[]): readonly object[] => {
  const keys = sortKeys[table]
  const compare = (one: SortableRow, other: SortableRow): number => {
    for (const key of keys) {
      const left = one[key] ?? null
      const right = other[key] ?? null
      if (left === right) continue
      if (left === null) return 1
      if (right === null) return -1
      return left < right ? -1 : 1
    }
    return 0
  }
  return (rows as readonly SortableRow[]).toSorted(compare)
}

/** DuckDB's own largest size of a JSON object; its buffers are twice as large. */
const usualObjectSize = 1 << 24

/** A query that reads lines of JSON, none longer than `longest` bytes, as rows of a table. */
const jsonQuery = (table: TableName, path: string, longest: number): string => {
  const columns = Object.entries(tables[table]).map(([name, type]) => `${quoteText(name)}: ${quoteText(type)}`)
  return `SELECT * FROM read_json(${quoteText(path)}, format = 'newline_delimited', columns = {${columns.join(', ')}}, maximum_object_size = ${Math.max(usualObjectSize, longest)})`
}

/**
 * Moves finished Parquet files of a staging folder into place and seals them. After it returns, the segment outlives a loss of power.
 * @returns the seal.
 */
export const commitSegment = async (
  connection: DuckDBConnection,
  folder: string,
  staging: string,
  segment: string,
  now: number,
  replaces: readonly string[],
): Promise<Seal> => {
  const paths = pathsOf(folder)
  const counted = async (table: TableName): Promise<number> => {
    const [row] = await rowsOf(
      connection,
      `SELECT num_rows::INTEGER AS rows FROM parquet_file_metadata(${quoteText(join(staging, `${table}.parquet`))})`,
    )
    return Number(row!.rows)
  }
  const entries = async <T>(of: (table: TableName) => Promise<T>): Promise<Record<TableName, T>> =>
    Object.fromEntries(await Promise.all(tableNames.map(async table => [table, await of(table)] as const))) as Record<
      TableName,
      T
    >
  const sealed: Seal = {
    schema: schemaVersion,
    segment,
    at: new Date(now).toISOString(),
    rows: await entries(counted),
    sha256: await entries(table => digestOf(join(staging, `${table}.parquet`))),
    replaces: [...replaces],
  }
  for (const table of tableNames) await settle(join(staging, `${table}.parquet`), paths.table(table, segment))
  await writeWhole(paths.seal(segment), `${JSON.stringify(sealed)}\n`)
  await rm(staging, { recursive: true, force: true })
  return sealed
}

/** Writes rows as a new segment: it is there whole when this returns, and not at all when it throws. */
export const writeSegment = async (
  connection: DuckDBConnection,
  folder: string,
  segment: string,
  rows: SegmentRows,
  now: number,
): Promise<Seal> => {
  let staging: string | undefined
  try {
    staging = await openStaging(folder, segment)
    for (const table of tableNames) {
      const lines = join(staging, `${table}.jsonl`)
      const longest = await writeLines(lines, sortRows(table, rows[table]))
      await copyTable(connection, table, jsonQuery(table, lines, longest), join(staging, `${table}.parquet`), 'snappy')
      await rm(lines)
    }
    return await commitSegment(connection, folder, staging, segment, now, [])
  } catch (error) {
    await removeSegment(folder, segment)
    if (staging !== undefined) await rm(staging, { recursive: true, force: true }).catch(() => undefined)
    throw nameWriteFailure(error, folder)
  }
}

/** Removes a segment: its seal first, so that no reader meets half of one. */
export const removeSegment = async (folder: string, segment: string): Promise<void> => {
  const paths = pathsOf(folder)
  for (const path of [paths.seal(segment), ...tableNames.map(table => paths.table(table, segment))])
    await rm(path, { force: true }).catch(() => undefined)
}

/** The names in a folder; none where it is not there. */
export const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** A seal that cannot be read. */
export interface BrokenSeal {
  readonly segment: string
  readonly reason: string
}

/** Reads every seal of a folder, in the order of their names. */
export const readSeals = async (
  folder: string,
  known: ReadonlyMap<string, Seal> = new Map(),
): Promise<{ readonly seals: readonly Seal[]; readonly broken: readonly BrokenSeal[] }> => {
  const paths = pathsOf(folder)
  const seals: Seal[] = []
  const broken: BrokenSeal[] = []
  for (const name of await namesIn(paths.seals)) {
    if (name.startsWith('.') || !name.endsWith('.json')) continue
    const segment = name.slice(0, -'.json'.length)
    const earlier = known.get(segment)
    if (earlier !== undefined) {
      seals.push(earlier)
      continue
    }
    const text = await readIfThere(paths.seal(segment))
    if (text === undefined) continue
    const read = parseSeal(text)
    if (typeof read === 'string') broken.push({ segment, reason: read })
    else seals.push(read)
  }
  return { seals, broken }
}

const parseSeal = (text: string): Seal | string => {
  try {
    const result = seal.safeParse(JSON.parse(text))
    return result.success ? result.data : `the seal lacks ${result.error.issues[0]?.path.join('.')}`
  } catch {
    return 'the seal is no JSON'
  }
}

/** The segments that count: those that no other has taken over. */
export const standingSeals = (seals: readonly Seal[]): readonly Seal[] => {
  const replaced = new Set(seals.flatMap(sealed => sealed.replaces))
  return seals.filter(sealed => !replaced.has(sealed.segment))
}
