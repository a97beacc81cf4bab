// DuckDB, in memory, over the ledger's Parquet files. Loaded only when a ledger is opened: coding a text never needs it.
import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api'
import { quoteText } from './sql.js'

/** What a connection may use. */
export interface Limits {
  /** Such as "700MB". */
  readonly memory: string
  readonly threads: number
  /** Folder for what does not fit in memory. */
  readonly spill: string
}

export type Row = Readonly<Record<string, unknown>>

/** The engine could not do what was asked: a file is gone or damaged, the disk is full, or the words are wrong. */
export class EngineTrouble extends Error {}

const named = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw new EngineTrouble(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

/** A private, empty, in-memory database. */
export const connect = async (limits: Limits): Promise<DuckDBConnection> => {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: limits.memory,
    threads: String(limits.threads),
    temp_directory: limits.spill,
    preserve_insertion_order: 'true',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  await run(connection, `SET TimeZone = 'UTC'; SET parquet_metadata_cache = true`)
  return connection
}

/** Does what a statement says. @throws EngineTrouble */
export const run = async (connection: DuckDBConnection, sql: string): Promise<void> => {
  await named(() => connection.run(sql))
}

/** Rows of a query as objects of JSON values: dates and 64-bit numbers as text. @throws EngineTrouble */
export const rowsOf = (connection: DuckDBConnection, sql: string): Promise<Row[]> =>
  named(async () => (await connection.runAndReadAll(sql)).getRowObjectsJson() as Row[])

/** The chunks of a query as they come, for columns of numbers read in bulk. @throws EngineTrouble */
export async function* chunksOf(connection: DuckDBConnection, sql: string): AsyncGenerator<DuckDBDataChunk> {
  const result = await named(() => connection.stream(sql))
  for (;;) {
    const chunk = await named(() => result.fetchChunk())
    if (chunk === null || chunk.rowCount === 0) return
    yield chunk
  }
}

/** `read_parquet` over files, or an empty relation of the given columns where there are none; both have `file_row_number`. */
export const parquet = (files: readonly string[], columns: Readonly<Record<string, string>>): string =>
  files.length > 0
    ? `read_parquet([${files.map(quoteText).join(', ')}])`
    : `(SELECT ${Object.entries({ ...columns, file_row_number: 'BIGINT' })
        .map(([name, type]) => `NULL::${type} AS "${name}"`)
        .join(', ')} WHERE false)`
