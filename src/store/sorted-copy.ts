// A table of rows in any order in, one sorted Parquet file out, in bounded memory: the rows are sorted range by range of their first key,
// each range into a file of its own, and the files are joined without looking at them again.
import { rm } from 'node:fs/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import { rowsOf } from './connection.js'
import { orderOf, sortKeys, type TableName, tables } from './layout.js'
import { copyTable } from './segments.js'
import { quoteText } from './sql.js'

/** So many rows of each table are sorted at once; their texts must fit in memory together. */
const rowsAtOnce: Readonly<Record<TableName, number>> = {
  documents: 4000,
  claims: 50_000,
  positions: 400_000,
  quotes: 400_000,
}

interface Counted {
  readonly key: string
  readonly rows: number
}

/** Neighbouring keys in groups of at most so many rows; a key with more is a group alone. @returns the first key of each group. */
export const rangesOf = (keys: readonly Counted[], most: number): readonly string[] => {
  const starts: string[] = []
  let room = 0
  for (const { key, rows } of keys) {
    if (starts.length === 0 || rows > room) {
      starts.push(key)
      room = most
    }
    room -= rows
  }
  return starts
}

/**
 * Writes the rows of a relation, which has the columns of the table, as one sorted file.
 * @param path of the file; the ranges are written beside it and removed.
 */
export const copySorted = async (
  connection: DuckDBConnection,
  table: TableName,
  relation: string,
  path: string,
): Promise<void> => {
  const [first] = sortKeys[table]
  const column = `"${first}"`
  const type = (tables[table] as Readonly<Record<string, string>>)[first!]!
  const counted = (await rowsOf(
    connection,
    `SELECT ${column}::VARCHAR AS key, count(*)::INTEGER AS rows FROM ${relation} GROUP BY ${column} ORDER BY ${column}`,
  )) as unknown as readonly Counted[]
  const starts = rangesOf(counted, rowsAtOnce[table])
  if (starts.length < 2) {
    await copyTable(connection, table, `SELECT * FROM ${relation} ORDER BY ${orderOf(table)}`, path, 'zstd')
    return
  }
  const parts = starts.map((_, place) => `${path}.${place}`)
  try {
    for (const [place, start] of starts.entries()) {
      const next = starts[place + 1]
      const bounds = [
        `${column} >= ${quoteText(start)}::${type}`,
        ...(next === undefined ? [] : [`${column} < ${quoteText(next)}::${type}`]),
      ]
      const query = `SELECT * FROM ${relation} WHERE ${bounds.join(' AND ')} ORDER BY ${orderOf(table)}`
      await copyTable(connection, table, query, parts[place]!, 'snappy')
    }
    await copyTable(connection, table, `SELECT * FROM read_parquet([${parts.map(quoteText).join(', ')}])`, path, 'zstd')
  } finally {
    for (const part of parts) await rm(part, { force: true })
  }
}
