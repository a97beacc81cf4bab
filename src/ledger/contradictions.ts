// Where sources disagree, a holder denies, or a position was reversed: each contradiction with both sides. A reversal is explained by
// time; the others are open until a person settles them.
import { createHash } from 'node:crypto'
import { type HandRow, type HandRowOf, rowsOfAct } from './hand.js'
import { type CellRange, cellsOf, type PositionTable } from './position-table.js'
import { type BesidePosition, describeRow } from './stances.js'
import { type Standing, standingOn } from './standing.js'
import { bases, dimensions } from './vocabulary.js'

export type ContradictionKind = 'disagreement' | 'denial' | 'reversal'

export interface Contradiction {
  /** The same claim against the same direction of the same cell always has the same id, whatever else confirms that direction. */
  readonly id: string
  readonly kind: ContradictionKind
  /** `explained`: by time, or by a person who lets both stand. `resolved`: a side was set aside. */
  readonly state: 'open' | 'explained' | 'resolved'
  /** The cell, and where it stands. */
  readonly cell: CellRange
  readonly standing: Standing
  readonly one: BesidePosition
  readonly other: BesidePosition
  /** Who settled it and why; null while nobody has. */
  readonly resolution: { readonly who: string; readonly at: string; readonly reason: string | null } | null
}

const idOf = (
  table: PositionTable,
  { from }: CellRange,
  kind: ContradictionKind,
  one: BesidePosition,
  other: BesidePosition,
): string => {
  const cell = [
    table.actors[table.holder[from]!],
    table.actors[table.target[from]!],
    dimensions[table.dimension[from]!],
  ]
  return createHash('sha256')
    .update([...cell, kind, one.direction, other.claim].join('\t'))
    .digest('hex')
    .slice(0, 12)
}

/** Every contradiction of a table's cells on a day. A table that leaves out what was set aside shows no resolved ones. */
export const contradictionsOn = (
  table: PositionTable,
  day: number,
  hand: readonly HandRow[] = [],
): readonly Contradiction[] => {
  const resolutions = new Map(rowsOfAct(hand, 'resolve').map(row => [row.contradiction, row]))
  const found: Contradiction[] = []
  for (const cell of cellsOf(table)) {
    const standing = standingOn(table, cell, day)
    if (standing === undefined) continue
    const { deciding, disagreeing, before, supporting } = standing
    const against = deciding ?? supporting[0]
    if (against === undefined || (disagreeing.length === 0 && before === undefined)) continue
    const add = (kind: ContradictionKind, row: number): void => {
      const [one, other] = [describeRow(table, against), describeRow(table, row)]
      const id = idOf(table, cell, kind, one, other)
      const settled = resolutions.get(id)
      found.push({
        id,
        kind,
        state: settled === undefined ? (kind === 'reversal' ? 'explained' : 'open') : stateOf(settled),
        cell,
        standing,
        one,
        other,
        resolution: settled === undefined ? null : { who: settled.who, at: settled.at, reason: settled.reason },
      })
    }
    for (const row of disagreeing) add(bases[table.basis[row]!] === 'denied' ? 'denial' : 'disagreement', row)
    if (
      before !== undefined &&
      !disagreeing.includes(before) &&
      table.direction[before] !== 2 &&
      table.direction[against] !== 2
    )
      add('reversal', before)
  }
  return found
}

const stateOf = (settled: HandRowOf<'resolve'>): Contradiction['state'] =>
  settled.setAside.length > 0 ? 'resolved' : 'explained'
