// The positions of a segment once more, as records of one length, cell by cell: what questions of standing read. A cell is looked up in a
// directory and its records are read from where they lie, so that an answer costs what its cells cost, however large the ledger is.
//
//   records     of `recordWords` 32-bit words each, little-endian: see `Word`; the rows of a cell in the order of a table of positions
//   days        pairs (day, place of a cell in the directory), sorted: on which days a cell has a dated position
//   directory   five words a cell, in the order of the records: holder, target (places in `actors`), dimension, first record, number of records
//   entries     of the segment's documents, in the order of their file, each in `entryBytes` bytes
//   head        JSON, then its length in bytes as one word
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { z } from 'zod'
import { bandCount } from '../ledger/shingles.js'
import { EngineTrouble } from './connection.js'

/** Where in a record, in 32-bit words from its start, a value lies. */
export const Word = {
  /** Days since 1970-01-01, signed, or `undated`. */
  first: 0,
  last: 1,
  /** A 32-bit float. */
  confidence: 2,
  /** Row of the document in the segment's `documents`, from 0, or `noDocument`. */
  document: 3,
  /** 64 bits, the lower half first. */
  paragraph: 4,
  /** 0 = none, else one more than the place in `actors`. */
  via: 6,
  /** Four bytes: direction, rung, modality, basis. */
  code: 7,
  /** Three bytes: lasting, ends (0 = none, else one more than the place in `kinds`), and how many bands there are. */
  acts: 8,
  bands: 9,
  /** UTF-8, filled up with zeros. */
  claim: 9 + bandCount,
} as const

/** Stands for the document of a position that has none in its segment. */
export const noDocument = 0xffff_ffff

/** Words of a cell in the directory, and of a pair of `days`. */
export const [cellWords, dayWords] = [5, 2]

export const cellHead = z.strictObject({
  rows: z.int(),
  days: z.int(),
  cells: z.int(),
  documents: z.int(),
  /** Bytes of the longest claim id and of the longest entry. */
  claimBytes: z.int(),
  entryBytes: z.int(),
  actors: z.array(z.string()),
  kinds: z.array(z.string()),
})
export type CellHead = z.infer<typeof cellHead>

export const recordWords = ({ claimBytes }: Pick<CellHead, 'claimBytes'>): number =>
  Word.claim + Math.ceil(claimBytes / 4)

/** Where the parts of a file begin, in bytes. */
const placesOf = (head: CellHead) => {
  const days = head.rows * recordWords(head) * 4
  const directory = days + head.days * dayWords * 4
  const entries = directory + head.cells * cellWords * 4
  return { days, directory, entries, head: entries + head.documents * head.entryBytes }
}

/** What is kept of a file between questions; the directory of a million positions takes some megabytes. */
export interface CellFile {
  readonly path: string
  readonly head: CellHead
  readonly directory: Uint32Array
  readonly entries: Buffer
}

/** Fills an array from a place in a file. Read at once and not by turns: what is read is short, and mostly in the system's memory. */
const fill = <Into extends Uint32Array | Int32Array | Buffer>(file: number, into: Into, at: number): Into => {
  for (let done = 0; done < into.byteLength; ) {
    const bytes = readSync(file, into, done, into.byteLength - done, at + done)
    if (bytes === 0) throw new EngineTrouble('the file ends too early')
    done += bytes
  }
  return into
}

const withFile = <T>(path: string, use: (file: number) => T): T => {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    return use(file)
  } catch (error) {
    throw new EngineTrouble(`${path}: ${(error as Error).message}`, { cause: error })
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** Reads what is kept of a file. @throws EngineTrouble where it is gone or torn. */
export const openCells = (path: string): CellFile =>
  withFile(path, file => {
    const { size } = fstatSync(file)
    const [length] = fill(file, new Uint32Array(1), size - 4)
    const text = fill(file, Buffer.alloc(Math.min(length!, size)), size - 4 - length!)
    const head = cellHead.parse(JSON.parse(text.toString()))
    const places = placesOf(head)
    if (places.head + length! + 4 !== size) throw new EngineTrouble('the file is not as long as its head says')
    return {
      path,
      head,
      directory: fill(file, new Uint32Array(head.cells * cellWords), places.directory),
      entries: fill(file, Buffer.alloc(head.documents * head.entryBytes), places.entries),
    }
  })

/** How many records a cell has, by its place in the directory. */
export const rowsOfCell = ({ directory }: Pick<CellFile, 'directory'>, cell: number): number =>
  directory[cell * cellWords + 4]!

/** How much is read ahead where most of a file is wanted, in bytes. */
const aheadBytes = 1 << 20

/**
 * Gives the records of some cells, one cell after another.
 * @param cells places in the directory, in its order.
 * @param use is given the place in `cells`, and records that are overwritten afterwards.
 */
export const withCells = (
  { path, head, directory }: CellFile,
  cells: Uint32Array,
  use: (place: number, records: Uint32Array) => void,
): void => {
  if (cells.length === 0) return
  const words = recordWords(head)
  const ahead = cells.length * 4 > head.cells ? Math.ceil(aheadBytes / (words * 4)) : 1
  let window = new Uint32Array(0)
  let [start, end] = [0, 0]
  withFile(path, file => {
    for (const [place, cell] of cells.entries()) {
      const from = directory[cell * cellWords + 3]!
      const to = from + rowsOfCell({ directory }, cell)
      if (from < start || to > end) {
        ;[start, end] = [from, Math.min(Math.max(to, from + ahead), head.rows)]
        const length = (end - start) * words
        if (window.length < length) window = new Uint32Array(length)
        fill(file, window.subarray(0, length), start * words * 4)
      }
      use(place, window.subarray((from - start) * words, (to - start) * words))
    }
  })
}

/** Place of the first of `count` ascending values that is not below a value; `count` where all are. */
export const firstFrom = (count: number, valueAt: (place: number) => number, least: number): number => {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (valueAt(middle) < least) low = middle + 1
    else high = middle
  }
  return low
}

/** Days, both ends inclusive; days since 1970-01-01. */
export interface Days {
  readonly from: number
  readonly to: number
}

/** Places in the directory of the cells that have a position dated in one of some spans of days; some more than once. */
export const cellsDated = ({ path, head }: CellFile, spans: readonly Days[]): Uint32Array =>
  withFile(path, file => {
    const { days } = placesOf(head)
    const pairs = (from: number, count: number) =>
      fill(file, new Int32Array(count * dayWords), days + from * dayWords * 4)
    const pairFrom = (day: number): number => firstFrom(head.days, place => pairs(place, 1)[0]!, day)
    const found = spans.map(span => {
      const from = pairFrom(span.from)
      return pairs(from, Math.max(0, pairFrom(span.to + 1) - from)).filter((_, place) => place % dayWords === 1)
    })
    return Uint32Array.from(found.flatMap(cells => [...cells]))
  })

/** Text of a field of so many bytes that is filled up with zeros. */
export const textAt = (bytes: Buffer, from: number, length: number): string => {
  let end = from + length
  while (end > from && bytes[end - 1] === 0) end -= 1
  return bytes.toString('utf8', from, end)
}
