// The sorted positions of a segment in, its file of cells out; in bounded memory, for the records go to the disk as they are read.
import { open } from 'node:fs/promises'
import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api'
import { undated } from '../ledger/position-table.js'
import { bandCount } from '../ledger/shingles.js'
import { bases, dimensions, directions, modalities, rungs } from '../ledger/vocabulary.js'
import { type CellHead, cellWords, dayWords, noDocument, recordWords, Word } from './cell-file.js'
import { chunksOf, rowsOf } from './connection.js'
import { enumOf, quoteText } from './sql.js'

/** Place of a column's value in a list, and 0 for none. */
const orNone = (column: string, words: readonly string[]): string =>
  words.length === 0 ? '0::UTINYINT' : `coalesce(enum_code(${column}::${enumOf(words)}) + 1, 0)::UTINYINT`
const dayNumber = (column: string): string => `coalesce(${column} - DATE '1970-01-01', ${undated})::INTEGER`

const queryOf = (positions: string, { actors, kinds }: CellHead): string => {
  const actorType = enumOf(actors.length === 0 ? [''] : actors)
  const actor = (column: string): string => `enum_code(${column}::${actorType})::UINTEGER`
  return `SELECT ${actor('holder')}, ${actor('target')}, dimension::${enumOf(dimensions)}, ${dayNumber('first_day')}, ${dayNumber('last_day')},
    confidence, paragraph, coalesce(${actor('via')} + 1, 0)::UINTEGER, direction::${enumOf(directions)}, ${orNone('rung', rungs)},
    modality::${enumOf(modalities)}, basis::${enumOf(bases)}, ${orNone('lasting', kinds)}, ${orNone('ends', kinds)},
    coalesce(bands, []::UINTEGER[]), claim, entry FROM ${positions}`
}

/** A list column of unsigned numbers: its values one after another, and where each row's lie among them. */
interface NumberLists {
  getEntryOffset(row: number): number
  getEntryLength(row: number): number
  readonly childVector: { readonly items: Uint32Array }
}

/** The columns of `queryOf` in a chunk. */
const columnsOf = (chunk: DuckDBDataChunk) => {
  const numbers = <Items>(column: number): Items =>
    (chunk.getColumnVector(column) as unknown as { readonly items: Items }).items
  const text = (column: number) => {
    const vector = chunk.getColumnVector(column)
    return (row: number): string => vector.getItem(row) as string
  }
  return {
    holder: numbers<Uint32Array>(0),
    target: numbers<Uint32Array>(1),
    dimension: numbers<Uint8Array>(2),
    first: numbers<Int32Array>(3),
    last: numbers<Int32Array>(4),
    confidence: numbers<Float32Array>(5),
    paragraph: numbers<BigUint64Array>(6),
    via: numbers<Uint32Array>(7),
    /** In the order of the bytes of `Word.code` and `Word.acts`. */
    codes: [8, 9, 10, 11, 12, 13].map(column => numbers<Uint8Array>(column)),
    bands: chunk.getColumnVector(14) as unknown as NumberLists,
    claim: text(15),
    entry: text(16),
  }
}
type ChunkColumns = ReturnType<typeof columnsOf>

/** The rows of a chunk as records. @param documentOf the row of a document, by its entry. */
const packRecords = (
  columns: ChunkColumns,
  rows: number,
  words: number,
  documentOf: ReadonlyMap<string, number>,
): Buffer => {
  const records = Buffer.alloc(rows * words * 4)
  const [unsigned, signed, floats] = [Uint32Array, Int32Array, Float32Array].map(
    type => new type(records.buffer, records.byteOffset, rows * words),
  ) as [Uint32Array, Int32Array, Float32Array]
  const { items: bands } = columns.bands.childVector
  for (let row = 0; row < rows; row++) {
    const at = row * words
    signed[at + Word.first] = columns.first[row]!
    signed[at + Word.last] = columns.last[row]!
    floats[at + Word.confidence] = columns.confidence[row]!
    unsigned[at + Word.document] = documentOf.get(columns.entry(row)) ?? noDocument
    records.writeBigUInt64LE(columns.paragraph[row]!, (at + Word.paragraph) * 4)
    unsigned[at + Word.via] = columns.via[row]!
    for (const [place, codes] of columns.codes.entries()) records[(at + Word.code) * 4 + place] = codes[row]!
    const start = columns.bands.getEntryOffset(row)
    const count = Math.min(bandCount, columns.bands.getEntryLength(row))
    records[(at + Word.acts) * 4 + 2] = count
    unsigned.set(bands.subarray(start, start + count), at + Word.bands)
    records.write(columns.claim(row), (at + Word.claim) * 4)
  }
  return records
}

/** So far apart are the days of `datedCells` as numbers, to leave room for the place of a cell; both fit into a number's 53 bits. */
const dayStep = 2 ** 28

/** The directory of rows that come cell by cell, and the days of their positions. */
const gatherCells = () => {
  const directory: number[] = []
  /** Days and the places of their cells, each pair as one number, so that they sort as numbers do. */
  const datedCells: number[] = []
  let [rows, at, lastDay] = [0, -cellWords, undated]
  return {
    take: ({ holder, target, dimension, last }: ChunkColumns, count: number): void => {
      for (let row = 0; row < count; row++, rows++) {
        const isSame =
          directory[at] === holder[row] && directory[at + 1] === target[row] && directory[at + 2] === dimension[row]
        if (isSame) directory[at + 4]! += 1
        else at = directory.push(holder[row]!, target[row]!, dimension[row]!, rows, 1) - cellWords
        if (last[row] !== undated && !(isSame && last[row] === lastDay))
          datedCells.push(last[row]! * dayStep + at / cellWords)
        lastDay = last[row]!
      }
    },
    gathered: (): { readonly directory: Uint32Array; readonly days: Int32Array } => {
      const days = new Int32Array(datedCells.length * dayWords)
      for (const [place, dated] of Float64Array.from(datedCells).sort().entries()) {
        const day = Math.floor(dated / dayStep)
        days.set([day, dated - day * dayStep], place * dayWords)
      }
      return { directory: Uint32Array.from(directory), days }
    },
  }
}

/** Texts one after another, in so many bytes each. */
const fixedTexts = (texts: readonly string[], bytes: number): Buffer => {
  const fixed = Buffer.alloc(texts.length * bytes)
  for (const [place, text] of texts.entries()) fixed.write(text, place * bytes)
  return fixed
}

/**
 * Writes the file of cells of a segment.
 * @param positions, documents Parquet files of the segment, sorted as they lie in a ledger.
 * @param actors every actor that the positions name.
 */
export const writeCells = async (
  connection: DuckDBConnection,
  positions: string,
  documents: string,
  actors: readonly string[],
  path: string,
): Promise<void> => {
  const from = (file: string): string => `read_parquet(${quoteText(file)})`
  const entries: string[] = []
  for await (const chunk of chunksOf(connection, `SELECT entry FROM ${from(documents)}`))
    for (const entry of chunk.getColumnVector(0).toArray()) entries.push(entry as string)
  const documentOf = new Map(entries.map((entry, row) => [entry, row]))
  const [facts] = await rowsOf(
    connection,
    `SELECT count(*)::INTEGER AS rows, coalesce(max(strlen(claim)), 0)::INTEGER AS claim,
      list_distinct(coalesce(list(DISTINCT lasting), []) || coalesce(list(DISTINCT ends), [])) AS kinds FROM ${from(positions)}`,
  )
  const head = {
    rows: facts!.rows as number,
    documents: entries.length,
    claimBytes: facts!.claim as number,
    entryBytes: entries.reduce((most, entry) => Math.max(most, Buffer.byteLength(entry)), 0),
    actors: [...actors],
    kinds: (facts!.kinds as string[]).toSorted(),
    days: 0,
    cells: 0,
  }
  const { take, gathered } = gatherCells()
  const file = await open(path, 'wx')
  try {
    for await (const chunk of chunksOf(connection, queryOf(from(positions), head))) {
      const columns = columnsOf(chunk)
      take(columns, chunk.rowCount)
      await file.appendFile(packRecords(columns, chunk.rowCount, recordWords(head), documentOf))
    }
    const { directory, days } = gathered()
    const [dayCount, cellCount] = [days.length / dayWords, directory.length / cellWords]
    const text = Buffer.from(JSON.stringify({ ...head, days: dayCount, cells: cellCount } satisfies CellHead))
    const names = fixedTexts(entries, head.entryBytes)
    for (const { buffer, byteOffset, byteLength } of [days, directory, names, text, Uint32Array.of(text.length)])
      await file.appendFile(Buffer.from(buffer, byteOffset, byteLength))
  } finally {
    await file.close()
  }
}
