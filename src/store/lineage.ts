// The near-copies among the paragraphs of some cells, read when they are to be told: the signatures of the paragraphs that may copy one
// another in, their groups out.
import { type Copies, copyGroups, type Lineage, mayHoldCopies, noLineage } from '../ledger/origins.js'
import type { CellRange, PositionTable } from '../ledger/position-table.js'
import type { Paragraphs } from '../ledger/shingles.js'
import { recordWords, Word, withCells } from './cell-file.js'
import { cellsOfKeys, keyOf, viewOf } from './cell-view.js'
import type { Ledger } from './ledger.js'
import type { Snapshot } from './snapshot.js'

/** The signatures of at least the paragraphs of some cells, by the key of the cell. */
const readSignatures = async (
  ledger: Ledger,
  snapshot: Snapshot,
  cells: ReadonlySet<number>,
): Promise<ReadonlyMap<number, Paragraphs>> => {
  const found = new Map<number, Map<bigint, ArrayLike<number>>>()
  for (const { source, cells: places, keys } of cellsOfKeys(snapshot, await viewOf(ledger, snapshot), cells)) {
    const words = recordWords(source.file.head)
    withCells(source.file, places, (place, records) => {
      const signatures = found.get(keys[place]!) ?? new Map<bigint, ArrayLike<number>>()
      found.set(keys[place]!, signatures)
      for (let at = 0; at < records.length; at += words) {
        const bands = (records[at + Word.acts]! >> 16) & 0xff
        const [low, high] = [records[at + Word.paragraph]!, records[at + Word.paragraph + 1]!]
        if (bands > 0)
          signatures.set((BigInt(high) << 32n) | BigInt(low), records.slice(at + Word.bands, at + Word.bands + bands))
      }
    })
  }
  return found
}

export interface TracedLineage {
  readonly lineage: Lineage
  /** The signature of a paragraph that has a near-copy; none of any other. */
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
  const keyOfCell = ({ from }: CellRange): number =>
    keyOf(snapshot, table.holder[from]!, table.target[from]!, table.dimension[from]!)
  const stored = await readSignatures(ledger, snapshot, new Set(doubtful.map(keyOfCell)))
  const byHand = snapshot.effects.counted
    .filter(({ paragraph }) => paragraph.bands.length > 0)
    .map(({ paragraph }) => [BigInt(paragraph.key), paragraph.bands] as const)
  const groups = new Map<number, Copies>()
  const copied = new Map<bigint, ArrayLike<number>>()
  for (const cell of doubtful) {
    const signatures = new Map([...(stored.get(keyOfCell(cell)) ?? []), ...byHand])
    const copies = copyGroups(table, cell, signatures)
    groups.set(cell.from, copies)
    for (const paragraph of copies.keys()) copied.set(paragraph, signatures.get(paragraph)!)
  }
  return {
    lineage: cell => groups.get(cell.from) ?? noLineage(cell),
    bandsOf: paragraph => copied.get(paragraph) ?? [],
  }
}
