// Segments: rows in, four Parquet files, a file of cells and their seal out. The seal is renamed into place last, and from that moment the segment is
// there. Whatever happens before leaves only a folder in staging/ and unsealed files, which no reader sees.
import { randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, extname, join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { writeCells } from './cell-write.js'
import { rowsOf, run } from './connection.js'
import { digestOf, readIfThere, settle, writeWhole } from './files.js'
import {
  filesOf,
  orderOf,
  pathsOf,
  type Seal,
  schemaVersion,
  seal,
  type TableName,
  tableNames,
  tables,
} from './layout.js'
import type { DocumentLines } from './rows.js'
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

/** A file of lines that is written part by part. */
interface LineFile {
  readonly path: string
  readonly file: FileHandle
  part: string
  /** An upper bound of the longest line's bytes. */
  longest: number
}

const partLength = 1 << 20

const writePart = async (lines: LineFile): Promise<void> => {
  await lines.file.appendFile(lines.part)
  lines.part = ''
}

/** Writes lines into one file a table. @param lines of a document each. @returns the files, with their longest line. */
const writeLines = async <Table extends TableName>(
  staging: string,
  into: readonly Table[],
  lines: Iterable<Readonly<Record<Table, string>>>,
): Promise<ReadonlyMap<Table, LineFile>> => {
  const files = new Map<Table, LineFile>()
  for (const table of into) {
    const path = join(staging, `${table}.jsonl`)
    files.set(table, { path, file: await open(path, 'wx'), part: '', longest: 0 })
  }
  try {
    for (const each of lines) {
      for (const [table, file] of files) {
        file.part += each[table]
        // A line is no longer than the lines of its document together; a unit of UTF-16 is at most three bytes.
        file.longest = Math.max(file.longest, each[table].length * 3)
        if (file.part.length > partLength) await writePart(file)
      }
    }
    for (const file of files.values()) await writePart(file)
  } finally {
    for (const { file } of files.values()) await file.close()
  }
  return files
}

const parquetOptions: Readonly<Record<TableName, string>> = {
  documents: 'ROW_GROUP_SIZE 2048',
  claims: 'ROW_GROUP_SIZE 4096',
  positions: 'ROW_GROUP_SIZE 24576',
  quotes: 'ROW_GROUP_SIZE 61440',
}

/**
 * Writes the result of a query, which is sorted, as one Parquet file of a table. Positions are for the most part hashes, which no codec
 * shortens by much: they are written as they are, whatever is said of compression.
 */
export const copyTable = async (
  connection: DuckDBConnection,
  table: TableName,
  query: string,
  path: string,
  compression: 'snappy' | 'zstd',
): Promise<void> => {
  const codec = table === 'positions' ? 'uncompressed' : compression
  await run(
    connection,
    `COPY (${query}) TO ${quoteText(path)} (FORMAT parquet, COMPRESSION ${codec}, ${parquetOptions[table]})`,
  )
}

/** DuckDB's own largest size of a JSON object; its buffers are twice as large. */
const usualObjectSize = 1 << 24

/** A query that reads lines of JSON as the rows of a table of a segment; those that are looked up by their parties sorted. */
const jsonQuery = (table: TableName, segment: string, { path, longest }: LineFile): string => {
  const { segment: _, ...told } = tables[table]
  const columns = Object.entries(told).map(([name, type]) => `${quoteText(name)}: ${quoteText(type)}`)
  const size = Math.max(usualObjectSize, longest)
  return `SELECT ${quoteText(segment)} AS segment, * FROM read_json(${quoteText(path)}, format = 'newline_delimited', columns = {${columns.join(', ')}}, maximum_object_size = ${size})
    ${table === 'quotes' ? '' : `ORDER BY ${orderOf(table)}`}`
}

const actorsIn = async (connection: DuckDBConnection, positions: string): Promise<string[]> => {
  const file = quoteText(positions)
  const columns = ['holder', 'target', 'via'].map(
    column => `SELECT DISTINCT ${column} AS id FROM read_parquet(${file})`,
  )
  const rows = await rowsOf(
    connection,
    `SELECT DISTINCT id FROM (${columns.join(' UNION ALL ')}) WHERE id IS NOT NULL ORDER BY id`,
  )
  return rows.map(row => row.id as string)
}

/**
 * Moves finished Parquet files of a staging folder into place, with the file of cells that is made of them, and seals them. After it returns,
 * the segment outlives a loss of power.
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
  const made = (table: TableName): string => join(staging, `${table}.parquet`)
  const cells = join(staging, 'cells.bin')
  const counted = async (table: TableName): Promise<number> => {
    const [row] = await rowsOf(
      connection,
      `SELECT num_rows::INTEGER AS rows FROM parquet_file_metadata(${quoteText(made(table))})`,
    )
    return Number(row!.rows)
  }
  const entries = async <T>(of: (table: TableName) => Promise<T>): Promise<Record<TableName, T>> =>
    Object.fromEntries(await Promise.all(tableNames.map(async table => [table, await of(table)] as const))) as Record<
      TableName,
      T
    >
  const actors = await actorsIn(connection, made('positions'))
  await writeCells(connection, made('positions'), made('documents'), actors, cells)
  const sealed: Seal = {
    schema: schemaVersion,
    segment,
    at: new Date(now).toISOString(),
    rows: await entries(counted),
    sha256: await entries(table => digestOf(made(table))),
    cells: await digestOf(cells),
    actors,
    replaces: [...replaces],
  }
  for (const table of tableNames) await settle(made(table), paths.table(table, segment))
  await settle(cells, paths.cells(segment))
  await writeWhole(paths.seal(segment), `${JSON.stringify(sealed)}\n`)
  await rm(staging, { recursive: true, force: true })
  return sealed
}

/** The tables whose lines are made first; those of positions are most of the work. */
const earlyTables = tableNames.filter((table): table is Exclude<TableName, 'positions'> => table !== 'positions')

/** Waits for all of them, also where one fails. @throws what the first that failed threw. */
const allDone = async (works: readonly Promise<void>[]): Promise<void> => {
  for (const result of await Promise.allSettled(works)) if (result.status === 'rejected') throw result.reason
}

/** Writes the rows of documents as a new segment: it is there whole when this returns, and not at all when it throws. */
export const writeSegment = async (
  connection: DuckDBConnection,
  folder: string,
  segment: string,
  documents: Iterable<DocumentLines>,
  now: number,
): Promise<Seal> => {
  let staging: string | undefined
  try {
    const opened = await openStaging(folder, segment)
    staging = opened
    const made = (table: TableName): string => join(opened, `${table}.parquet`)
    const take = async <Table extends TableName>(files: ReadonlyMap<Table, LineFile>): Promise<void> => {
      for (const [table, file] of files) {
        await copyTable(connection, table, jsonQuery(table, segment, file), made(table), 'snappy')
        await rm(file.path)
      }
    }
    const waiting: DocumentLines['positions'][] = []
    const withoutPositions = function* () {
      for (const { positions, ...lines } of documents) {
        waiting.push(positions)
        yield lines
      }
    }
    const files = await writeLines(opened, earlyTables, withoutPositions())
    const positionsOf = function* () {
      for (const positions of waiting) yield { positions: positions() }
    }
    const takePositions = async () => take(await writeLines(opened, ['positions'], positionsOf()))
    // DuckDB sorts and writes what is there on threads of its own while the lines of the positions are made on this one.
    await allDone([take(files), takePositions()])
    return await commitSegment(connection, folder, opened, segment, now, [])
  } catch (error) {
    await removeSegment(folder, segment)
    if (staging !== undefined) await rm(staging, { recursive: true, force: true }).catch(() => undefined)
    throw nameWriteFailure(error, folder)
  }
}

/** Removes a segment: its seal first, so that no reader meets half of one. */
export const removeSegment = async (folder: string, segment: string): Promise<void> => {
  const paths = pathsOf(folder)
  for (const path of [paths.seal(segment), ...filesOf(segment).map(name => join(folder, name))])
    await rm(path, { force: true }).catch(() => undefined)
}

/** Moves a damaged segment out of the reckoning, with the reason; what is left of its files can still be looked at there. */
export const setAside = async (folder: string, segment: string, reason: string): Promise<void> => {
  const paths = pathsOf(folder)
  const aside = join(paths.aside, segment)
  await mkdir(aside, { recursive: true })
  await writeWhole(join(aside, 'reason.txt'), `${reason}\n`)
  await rename(paths.seal(segment), join(aside, 'seal.json')).catch(() => undefined)
  for (const name of filesOf(segment))
    await rename(join(folder, name), join(aside, `${dirname(name)}${extname(name)}`)).catch(() => undefined)
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
