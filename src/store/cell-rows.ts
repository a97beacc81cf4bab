// Where each cell's rows lie in the sorted positions of every segment. A question of some cells is then handed to the Parquet reader as the
// numbers of their rows, and the wide columns of all others are skipped.
import { isoOf } from '../ledger/days.js'
import { dimensions } from '../ledger/vocabulary.js'
import { chunksOf } from './connection.js'
import { pathsOf } from './layout.js'
import type { Ledger } from './ledger.js'
import { canonical } from './merged.js'
import { relationOf } from './relation.js'
import type { Snapshot } from './snapshot.js'
import { enumOf, quoteText } from './sql.js'

/** Days, both ends inclusive; days since 1970-01-01. */
export interface Days {
  readonly from: number
  readonly to: number
}

/** A holder, target and dimension that has changed by hand; the actors as they count. */
export interface NamedCell {
  readonly holder: string
  readonly target: string
  readonly dimension: string
}

/** The cells of one segment in the order of its file; 8 bytes a cell. */
interface SegmentCells {
  readonly segment: string
  /** Which cell it is, as numbered in `CellIndex`. */
  readonly cells: Uint32Array
  /** The first row of each, from 0, and last the number of all rows. */
  readonly starts: Uint32Array
}

interface CellIndex {
  /** The cells from 0, in the order in which they were met, by `keyOf`. */
  readonly numbers: ReadonlyMap<number, number>
  readonly segments: readonly SegmentCells[]
}

/** A cell as one number, by the places of its actors in the snapshot's list. */
const keyOf = ({ actors }: Snapshot, { holder, target, dimension }: NamedCell): number =>
  (actors.indexOf(holder) * actors.length + actors.indexOf(target)) * dimensions.length +
  (dimensions as readonly string[]).indexOf(dimension)

const fileOf = ({ folder }: Ledger, segment: string): string =>
  `read_parquet(${quoteText(pathsOf(folder).table('positions', segment))}, file_row_number = true)`

/** The values of a query's only column, a number, chunk by chunk. */
async function* numbersOf(ledger: Ledger, sql: string): AsyncGenerator<Float64Array> {
  for await (const chunk of chunksOf(ledger.connection, sql))
    yield (chunk.getColumnVector(0) as unknown as { readonly items: Float64Array }).items.subarray(0, chunk.rowCount)
}

const readIndex = async (ledger: Ledger, { seals, actors, actorType, effects }: Snapshot): Promise<CellIndex> => {
  const place = (column: string): string => `enum_code(${canonical(column, effects.merged)}::${actorType})::DOUBLE`
  const key = `(${place('holder')} * ${actors.length} + ${place('target')}) * ${dimensions.length} + enum_code(dimension::${enumOf(dimensions)})`
  const numbers = new Map<number, number>()
  const segments: SegmentCells[] = []
  for (const { segment } of seals) {
    const [cells, starts]: [number[], number[]] = [[], []]
    let [row, last] = [0, -1]
    for await (const keys of numbersOf(ledger, `SELECT ${key} FROM ${fileOf(ledger, segment)}`)) {
      for (let at = 0; at < keys.length; at++, row++) {
        if (keys[at] === last) continue
        last = keys[at]!
        const number = numbers.get(last) ?? numbers.size
        numbers.set(last, number)
        cells.push(number)
        starts.push(row)
      }
    }
    segments.push({ segment, cells: Uint32Array.from(cells), starts: Uint32Array.from([...starts, row]) })
  }
  return { numbers, segments }
}

const kept = new WeakMap<Snapshot, Promise<CellIndex>>()

/** The cells of every segment of a snapshot; read when they are first asked for. */
const indexOf = (ledger: Ledger, snapshot: Snapshot): Promise<CellIndex> => {
  const index = kept.get(snapshot) ?? readIndex(ledger, snapshot)
  kept.set(snapshot, index)
  // What could not be read is tried again when it is asked for again.
  index.catch(() => kept.delete(snapshot))
  return index
}

/** The cell that a row of the file belongs to. */
const cellAt = ({ cells, starts }: SegmentCells, row: number): number => {
  let [low, high] = [0, cells.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= row) low = middle
    else high = middle - 1
  }
  return cells[low]!
}

/** The rows of some cells as a hexadecimal string of one bit a row, the first row first; undefined where there are none. */
const maskOf = ({ cells, starts }: SegmentCells, isWanted: Uint8Array): string | undefined => {
  const bits = Buffer.alloc((starts.at(-1)! + 7) >> 3)
  let any = false
  for (let place = 0; place < cells.length; place++) {
    if (isWanted[cells[place]!] === 0) continue
    any = true
    for (let row = starts[place]!; row < starts[place + 1]!; row++) bits[row >> 3]! |= 0x80 >> (row & 7)
  }
  return any ? bits.toString('hex') : undefined
}

/**
 * The stored positions, as a relation of some of their columns, of the cells that have one dated in some spans of days, and of other cells
 * by name. Of each such cell every row is in it, also those that are stored under an actor that was merged into the cell's.
 */
export const relationOfTouched = async (
  ledger: Ledger,
  snapshot: Snapshot,
  columns: string,
  spans: readonly Days[],
  others: readonly NamedCell[],
): Promise<string> => {
  const { numbers, segments } = await indexOf(ledger, snapshot)
  const isWanted = new Uint8Array(numbers.size)
  for (const cell of others) {
    const number = numbers.get(keyOf(snapshot, cell))
    if (number !== undefined) isWanted[number] = 1
  }
  const days = spans.map(({ from, to }) => `last_day BETWEEN DATE '${isoOf(from)}' AND DATE '${isoOf(to)}'`)
  for (const each of segments) {
    const dated = `SELECT file_row_number::DOUBLE FROM ${fileOf(ledger, each.segment)} WHERE ${days.join(' OR ')}`
    for await (const rows of numbersOf(ledger, dated)) for (const row of rows) isWanted[cellAt(each, row)] = 1
  }
  const parts = segments.flatMap(each => {
    const mask = maskOf(each, isWanted)
    return mask === undefined
      ? []
      : [
          `SELECT ${columns} FROM ${fileOf(ledger, each.segment)} WHERE get_bit(unhex('${mask}')::BIT, file_row_number::INTEGER) = 1`,
        ]
  })
  // Kept apart from the rest of the query, for beside other conditions DuckDB would hold the mask against rows that are read already.
  return parts.length === 0
    ? relationOf(ledger, [], 'positions')
    : `(WITH touched AS MATERIALIZED (${parts.join(' UNION ALL ')}) SELECT * FROM touched)`
}
