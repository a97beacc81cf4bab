// Near-copies among paragraphs: which of the new ones share enough bands with one another or with a stored one. What is found does not
// depend on which of the two came first.
import { copyBands } from '../ledger/shingles.js'
import { type Row, rowsOf } from './connection.js'
import { type Ledger, temporaryName } from './ledger.js'

interface DocumentRow {
  readonly paragraphs: readonly { readonly key: string; readonly bands: readonly number[] }[]
}

/** A relation of (key, band) from a relation with a column `paragraphs`. */
export const bandsOfDocuments = (documents: string): string =>
  `(SELECT DISTINCT key, unnest(bands) AS band FROM (SELECT unnest(paragraphs, recursive := true) FROM ${documents} WHERE len(paragraphs) > 0))`

/** A query for the pairs of paragraphs of which one is in `fresh`, the other in one of `others`, and that share enough bands. */
export const copyQuery = (fresh: string, others: readonly string[]): string => {
  const met = others.map(
    other => `SELECT least(f.key, o.key) AS one, greatest(f.key, o.key) AS other, f.band
      FROM ${fresh} f JOIN ${other} o ON f.band = o.band AND f.key <> o.key`,
  )
  return `SELECT one, other, count(DISTINCT band)::UTINYINT AS shared FROM (${met.join(' UNION ALL ')})
    GROUP BY one, other HAVING count(DISTINCT band) >= ${copyBands} ORDER BY one, other`
}

const chunkRows = 2048

/** Makes a temporary table of (key, band). */
const fillBands = async (
  ledger: Ledger,
  table: string,
  keys: readonly bigint[],
  bands: readonly number[],
): Promise<void> => {
  const { DuckDBDataChunk, UBIGINT, UINTEGER } = await import('@duckdb/node-api')
  await ledger.connection.run(`CREATE TEMP TABLE ${table} (key UBIGINT, band UINTEGER)`)
  const appender = await ledger.connection.createAppender(table)
  for (let from = 0; from < keys.length; from += chunkRows) {
    const to = Math.min(keys.length, from + chunkRows)
    const chunk = DuckDBDataChunk.create([UBIGINT, UINTEGER], to - from)
    chunk.setColumnValues(0, keys.slice(from, to))
    chunk.setColumnValues(1, bands.slice(from, to))
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}

/** Gives each document row the pairs in which its paragraphs take part. */
export const findCopies = async (
  ledger: Ledger,
  stored: string,
  rows: readonly object[],
): Promise<readonly object[]> => {
  const documents = rows as readonly DocumentRow[]
  const bandsOf = new Map(documents.flatMap(row => row.paragraphs.map(({ key, bands }) => [key, bands] as const)))
  const pairs = [...bandsOf].map(([key, bands]) => ({ key: BigInt(key), bands }))
  const table = temporaryName(ledger, 'bands')
  try {
    await fillBands(
      ledger,
      table,
      pairs.flatMap(({ key, bands }) => bands.map(() => key)),
      pairs.flatMap(({ bands }) => bands),
    )
    const copies = await rowsOf(ledger.connection, copyQuery(table, [table, bandsOfDocuments(stored)]))
    const byKey = new Map<string, Row[]>()
    for (const copy of copies)
      for (const side of ['one', 'other'])
        byKey.set(copy[side] as string, [...(byKey.get(copy[side] as string) ?? []), copy])
    return documents.map(row => ({
      ...row,
      copies: [...new Set(row.paragraphs.flatMap(({ key }) => byKey.get(key) ?? []))],
    }))
  } finally {
    await ledger.connection.run(`DROP TABLE IF EXISTS ${table}`)
  }
}
