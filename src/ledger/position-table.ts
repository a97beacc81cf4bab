// Positions as columns of small numbers, sorted by cell: (holder, target, dimension), then by last day. A million of them are folded
// in a fraction of a second. The order is a function of the rows alone, whatever order they arrived in; a row that arrives twice is kept once.
import type { PositionRow } from './position-row.js'
import { bases, dimensions, directions, modalities, rungs } from './vocabulary.js'

/** Stands for "no date known" in day columns; below every real day. */
export const undated = -2_147_483_648

/** What the fold reads of a position; the signature of its paragraph is not among it. */
export type FoldedRow = Omit<PositionRow, 'bands'>

/** What the fold needs of a stored document. */
export interface DocumentFacts {
  readonly entry: string
  /** Day of publication, or `undated`. */
  readonly published: number
  /** Actor id of the medium that published it; null where unknown. */
  readonly publisher: string | null
}

export type Review = 'none' | 'right' | 'unsure'
export const reviews = ['none', 'right', 'unsure'] as const satisfies Review[]

/** Number columns hold places in the lists of vocabulary.ts, or in `actors`, `kinds`; where marked, 0 is none and n + 1 the place. */
export interface PositionTable {
  readonly size: number
  readonly holder: Uint32Array
  readonly target: Uint32Array
  readonly dimension: Uint8Array
  readonly direction: Uint8Array
  /** 0 = none. */
  readonly rung: Uint8Array
  readonly first: Int32Array
  readonly last: Int32Array
  readonly modality: Uint8Array
  readonly basis: Uint8Array
  /** 0 = none. */
  readonly lasting: Uint8Array
  /** 0 = none. */
  readonly ends: Uint8Array
  readonly confidence: Float32Array
  /** Equal numbers are one stored document; the number itself means nothing. */
  readonly document: Uint32Array
  /** Day on which the document was published, or `undated`. */
  readonly published: Int32Array
  /** The medium that published it; 0 = none or unknown. */
  readonly publisher: Uint32Array
  readonly paragraph: BigUint64Array
  /** 0 = none. */
  readonly via: Uint32Array
  readonly review: Uint8Array
  /** Sorted. */
  readonly actors: readonly string[]
  readonly kinds: readonly string[]
  readonly claim: (row: number) => string
  /** The stored document's name in the ledger. */
  readonly entry: (row: number) => string
}

/** The rows [from, to) of a table that make one cell. */
export interface CellRange {
  readonly from: number
  readonly to: number
}

/** A table of so many rows, its columns all zero. */
export const emptyColumns = (size: number) => ({
  size,
  holder: new Uint32Array(size),
  target: new Uint32Array(size),
  dimension: new Uint8Array(size),
  direction: new Uint8Array(size),
  rung: new Uint8Array(size),
  first: new Int32Array(size),
  last: new Int32Array(size),
  modality: new Uint8Array(size),
  basis: new Uint8Array(size),
  lasting: new Uint8Array(size),
  ends: new Uint8Array(size),
  confidence: new Float32Array(size),
  document: new Uint32Array(size),
  published: new Int32Array(size),
  publisher: new Uint32Array(size),
  paragraph: new BigUint64Array(size),
  via: new Uint32Array(size),
  review: new Uint8Array(size),
})

export type Columns = ReturnType<typeof emptyColumns>

/** What a row's words are as numbers, besides the closed lists. */
interface RowPlaces {
  readonly actorPlace: (actor: string) => number
  readonly kinds: readonly string[]
  /** Number of the document, its day of publication or `undated`, and the medium that published it. */
  readonly document: number
  readonly published: number
  readonly publisher: string | null
  readonly review: Review
}

/** Writes a row into columns. */
export const setRow = (columns: Columns, at: number, row: FoldedRow, places: RowPlaces): void => {
  const { actorPlace, kinds, publisher } = places
  columns.holder[at] = actorPlace(row.holder)
  columns.target[at] = actorPlace(row.target)
  columns.dimension[at] = dimensions.indexOf(row.dimension)
  columns.direction[at] = directions.indexOf(row.direction)
  columns.rung[at] = (rungs as readonly (string | null)[]).indexOf(row.rung) + 1
  columns.first[at] = row.firstDay ?? undated
  columns.last[at] = row.lastDay ?? undated
  columns.modality[at] = modalities.indexOf(row.modality)
  columns.basis[at] = bases.indexOf(row.basis)
  columns.lasting[at] = row.lasting === null ? 0 : kinds.indexOf(row.lasting) + 1
  columns.ends[at] = row.ends === null ? 0 : kinds.indexOf(row.ends) + 1
  columns.confidence[at] = row.confidence
  columns.document[at] = places.document
  columns.published[at] = places.published
  columns.publisher[at] = publisher === null ? 0 : actorPlace(publisher) + 1
  columns.paragraph[at] = BigInt(row.paragraph)
  columns.via[at] = row.via === null ? 0 : actorPlace(row.via) + 1
  columns.review[at] = reviews.indexOf(places.review)
}

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const keyOf = (row: FoldedRow): string =>
  [
    row.holder,
    row.target,
    row.dimension,
    row.claim,
    row.entry,
    row.direction,
    row.rung,
    row.firstDay,
    row.lastDay,
  ].join('\t')

const compareRows = (one: FoldedRow, other: FoldedRow): number =>
  compareText(one.holder, other.holder) ||
  compareText(one.target, other.target) ||
  dimensions.indexOf(one.dimension) - dimensions.indexOf(other.dimension) ||
  (one.lastDay ?? undated) - (other.lastDay ?? undated) ||
  compareText(one.claim, other.claim) ||
  compareText(keyOf(one), keyOf(other))

/** Builds a table from rows of any order, repeated or not. Rows of documents that are not given are left out. */
export const tableOf = (
  rows: readonly FoldedRow[],
  documents: readonly DocumentFacts[],
  reviewOf: (claim: string) => Review = () => 'none',
): PositionTable => {
  const places = new Map(documents.map((facts, place) => [facts.entry, { ...facts, place }]))
  const distinct = new Map(rows.filter(row => places.has(row.entry)).map(row => [keyOf(row), row]))
  const sorted = [...distinct.values()].sort(compareRows)
  const named = sorted.flatMap(row => [row.holder, row.target, row.via, places.get(row.entry)!.publisher])
  const actors = [...new Set(named)].filter(name => name !== null).sort(compareText)
  const actorPlace = new Map(actors.map((actor, place) => [actor, place]))
  const kinds = [...new Set(sorted.flatMap(row => [row.lasting, row.ends]))]
    .filter(kind => kind !== null)
    .sort(compareText)
  const columns = emptyColumns(sorted.length)
  for (const [place, row] of sorted.entries()) {
    const { place: document, published, publisher } = places.get(row.entry)!
    const review = reviewOf(row.claim)
    setRow(columns, place, row, {
      actorPlace: id => actorPlace.get(id)!,
      kinds,
      document,
      published,
      publisher,
      review,
    })
  }
  return { ...columns, actors, kinds, claim: row => sorted[row]!.claim, entry: row => sorted[row]!.entry }
}

/** The cells of a table in its order. */
export const cellsOf = (table: PositionTable): readonly CellRange[] => {
  const { holder, target, dimension } = table
  const cells: CellRange[] = []
  let from = 0
  for (let row = 1; row <= table.size; row++) {
    const same =
      row < table.size &&
      holder[row] === holder[from] &&
      target[row] === target[from] &&
      dimension[row] === dimension[from]
    if (same) continue
    cells.push({ from, to: row })
    from = row
  }
  return cells
}
