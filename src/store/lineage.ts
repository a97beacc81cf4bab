// The near-copies among the paragraphs of some cells, read when they are to be told: the signatures of the paragraphs that may copy one
// another in, their groups out.
import { copyGroups, type Lineage, mayHoldCopies, noLineage } from '../ledger/origins.js'
import type { CellRange, PositionTable } from '../ledger/position-table.js'
import type { Paragraphs } from '../ledger/shingles.js'
import { chunksOf } from './connection.js'
import type { Ledger } from './ledger.js'
import { withMerged } from './merged.js'
import { relationOf } from './relation.js'
import type { Snapshot } from './snapshot.js'
import { quoteList } from './sql.js'

/** A list column of unsigned numbers: its values one after another, and where each row's lie among them. */
interface NumberLists {
  getEntryOffset(row: number): number
  getEntryLength(row: number): number
  readonly childVector: { readonly items: Uint32Array }
}

const namesOf = (table: PositionTable, column: Uint32Array, cells: readonly CellRange[]): readonly string[] => [
  ...new Set(cells.map(({ from }) => table.actors[column[from]!]!)),
]

/** So many paragraphs are asked for by key; of more, all between the parties are read. */
const mostListed = 20_000

const paragraphsOf = (table: PositionTable, cells: readonly CellRange[]): ReadonlySet<bigint> => {
  const keys = new Set<bigint>()
  for (const { from, to } of cells) for (let row = from; row < to; row++) keys.add(table.paragraph[row]!)
  return keys
}

/** The signatures of at least the paragraphs of some cells, and of what was entered by hand. */
const readSignatures = async (
  ledger: Ledger,
  snapshot: Snapshot,
  table: PositionTable,
  cells: readonly CellRange[],
): Promise<Paragraphs> => {
  const { merged, counted } = snapshot.effects
  const [holders, targets] = [table.holder, table.target].map(column =>
    quoteList(withMerged(namesOf(table, column, cells), merged)),
  )
  const wanted = paragraphsOf(table, cells)
  const only = wanted.size > mostListed ? '' : `AND paragraph IN (${[...wanted].join(', ')})`
  const sorted = new Set(cells.map(({ from }) => table.target[from])).size === 1 ? 'positions_by_target' : 'positions'
  const chunks = chunksOf(
    ledger.connection,
    `SELECT paragraph, bands FROM ${relationOf(ledger, snapshot.seals, sorted)}
    WHERE holder IN ${holders} AND target IN ${targets} ${only} AND len(bands) > 0`,
  )
  const signatures = new Map<bigint, ArrayLike<number>>()
  for await (const chunk of chunks) {
    const keys = (chunk.getColumnVector(0) as unknown as { readonly items: BigUint64Array }).items
    const lists = chunk.getColumnVector(1) as unknown as NumberLists
    const { items } = lists.childVector
    for (let row = 0; row < chunk.rowCount; row++) {
      const start = lists.getEntryOffset(row)
      signatures.set(keys[row]!, items.subarray(start, start + lists.getEntryLength(row)))
    }
  }
  for (const { paragraph } of counted)
    if (paragraph.bands.length > 0) signatures.set(BigInt(paragraph.key), paragraph.bands)
  return signatures
}

export interface TracedLineage {
  readonly lineage: Lineage
  /** The signature of a paragraph that was read; none where it is too short or nothing was to be compared. */
  readonly bandsOf: (paragraph: bigint) => ArrayLike<number>
}

/** The lineage of some cells of a table; of any other cell it says that nothing is a copy. */
export const readLineage = async (
  ledger: Ledger,
  snapshot: Snapshot,
  table: PositionTable,
  cells: readonly CellRange[],
): Promise<TracedLineage> => {
  const doubtful = cells.filter(cell => mayHoldCopies(table, cell))
  if (doubtful.length === 0) return { lineage: noLineage, bandsOf: () => [] }
  const signatures = await readSignatures(ledger, snapshot, table, doubtful)
  const groups = new Map(doubtful.map(cell => [cell.from, copyGroups(table, cell, signatures)]))
  return {
    lineage: cell => groups.get(cell.from) ?? noLineage(cell),
    bandsOf: paragraph => signatures.get(paragraph) ?? [],
  }
}
