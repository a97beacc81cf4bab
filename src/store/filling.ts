// A table of positions that is being filled from several places: columns with room for every row that may come, then without the gaps that
// rows have left which fell away, then each cell in order.
import { type Columns, emptyColumns, type PositionTable } from '../ledger/position-table.js'
import { textAt } from './cell-file.js'

/** Columns, and the ids of the claims in so many words of 32 bits each, filled up with zeros. */
export interface Filling {
  readonly columns: Columns
  readonly claims: Uint32Array<ArrayBuffer>
  readonly claimWords: number
}

export const emptyFilling = (size: number, claimBytes: number): Filling => {
  const claimWords = Math.ceil(claimBytes / 4)
  return { columns: emptyColumns(size), claims: new Uint32Array(size * claimWords), claimWords }
}

/** Gives the claim of a row. */
export const claimsOf = ({ claims, claimWords }: Filling): ((row: number) => string) => {
  const [bytes, length] = [Buffer.from(claims.buffer), claimWords * 4]
  return row => textAt(bytes, row * length, length)
}

/** Rows of one cell that come from one place, as columns: those that do not count fall away as they are read. */
export interface Slots {
  /** The key of the cell. */
  readonly key: Float64Array
  /** The first row, and how many there are. */
  readonly at: Uint32Array
  readonly count: Uint32Array
  /** The slots by key, and of one key by their number. */
  readonly order: Uint32Array
}

export const slotsOf = (key: Float64Array, count: Uint32Array): Slots => {
  const isSorted = key.every((each, slot) => slot === 0 || key[slot - 1]! <= each)
  const order = isSorted ? key.keys() : Array.from(key.keys()).sort((one, other) => key[one]! - key[other]!)
  return { key, at: new Uint32Array(key.length), count, order: Uint32Array.from(order) }
}

/** Gives the slots their rows: in the order of cells, one after another. @returns the number of rows. */
export const placeSlots = ({ at, count, order }: Slots): number => {
  let rows = 0
  for (const slot of order) {
    at[slot] = rows
    rows += count[slot]!
  }
  return rows
}

type Column = Exclude<Columns[keyof Columns], number>

const arraysOf = (columns: Columns): readonly Column[] =>
  Object.values(columns).filter((column): column is Column => typeof column !== 'number')

/** Moves the rows of the slots to where `placeSlots` puts them now that some have fallen away. @returns the columns of those left. */
export const closeGaps = ({ columns, claims, claimWords }: Filling, slots: Slots): Columns => {
  const before = slots.at.slice()
  const size = placeSlots(slots)
  if (size === columns.size) return columns
  const arrays = arraysOf(columns)
  for (const slot of slots.order) {
    const [from, at, count] = [before[slot]!, slots.at[slot]!, slots.count[slot]!]
    if (from === at) continue
    for (const array of arrays) array.copyWithin(at, from, from + count)
    claims.copyWithin(at * claimWords, from * claimWords, (from + count) * claimWords)
  }
  const kept = Object.entries(columns).map(([name, column]) => [
    name,
    typeof column === 'number' ? size : column.subarray(0, size),
  ])
  return Object.fromEntries(kept) as Columns
}

/** A column as bytes or as words of 32 bits, so many a row. */
interface Plain {
  readonly array: Uint8Array | Uint32Array
  readonly width: number
}

/** The columns and the claims as bytes and words, which are moved fastest. */
const plainOf = ({ columns, claims, claimWords }: Filling): readonly Plain[] => [
  ...arraysOf(columns).map(({ buffer, BYTES_PER_ELEMENT: bytes }) =>
    bytes === 1 ? { array: new Uint8Array(buffer), width: 1 } : { array: new Uint32Array(buffer), width: bytes / 4 },
  ),
  { array: claims, width: claimWords },
]

/** Takes the rows of a column in another order, from the given one on. */
const permute = ({ array, width }: Plain, from: number, order: readonly number[]): void => {
  const before = array.slice(from * width, (from + order.length) * width)
  for (let place = 0; place < order.length; place++) {
    const [to, row] = [(from + place) * width, (order[place]! - from) * width]
    for (let value = 0; value < width; value++) array[to + value] = before[row + value]!
  }
}

/** Puts the rows [from, to) of one cell in order: by last day, claim, entry and direction. */
const sortCell = (
  { columns, claims, claimWords }: Filling,
  plain: readonly Plain[],
  from: number,
  to: number,
  entry: PositionTable['entry'],
): void => {
  const [bytes, length] = [Buffer.from(claims.buffer), claimWords * 4]
  const compareClaims = (one: number, other: number): number =>
    bytes.compare(bytes, other * length, (other + 1) * length, one * length, (one + 1) * length)
  const compareEntries = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
  const order = Array.from({ length: to - from }, (_, place) => from + place).sort(
    (one, other) =>
      columns.last[one]! - columns.last[other]! ||
      compareClaims(one, other) ||
      compareEntries(entry(one), entry(other)) ||
      columns.direction[one]! - columns.direction[other]!,
  )
  if (order.some((row, place) => row !== from + place)) for (const column of plain) permute(column, from, order)
}

/** Puts the rows of every cell in order that come from more than one place; those from one are in order already. */
export const sortShared = (filling: Filling, { key, at, count, order }: Slots, entry: PositionTable['entry']): void => {
  const plain = plainOf(filling)
  for (let first = 0; first < order.length; ) {
    let next = first + 1
    while (next < order.length && key[order[next]!] === key[order[first]!]) next += 1
    const last = order[next - 1]!
    if (next > first + 1) sortCell(filling, plain, at[order[first]!]!, at[last]! + count[last]!, entry)
    first = next
  }
}
