// Where sources disagree, a holder denies, or a position was reversed: each contradiction with both sides. A reversal is explained by
// time; the others are open until a person settles them.
import { createHash } from 'node:crypto'
import { type HandRow, type HandRowOf, rowsOfAct } from './hand.js'
import { type Lineage, noLineage } from './origins.js'
import { cellsOf, type PositionTable } from './position-table.js'
import {
  type BesidePosition,
  describeRow,
  describeStanding,
  rowFilter,
  type Stance,
  type StanceFilter,
} from './stances.js'
import { standingOn } from './standing.js'
import { bases } from './vocabulary.js'

export type ContradictionKind = 'disagreement' | 'denial' | 'reversal'

export interface Contradiction {
  /** The same two claims about the same cell always have the same id. */
  readonly id: string
  readonly kind: ContradictionKind
  /** `explained`: by time, or by a person who lets both stand. `resolved`: a side was set aside. */
  readonly state: 'open' | 'explained' | 'resolved'
  readonly stance: Stance
  readonly one: BesidePosition
  readonly other: BesidePosition
  /** Who settled it and why; null while nobody has. */
  readonly resolution: { readonly who: string; readonly at: string; readonly reason: string | null } | null
}

const idOf = (stance: Stance, kind: ContradictionKind, one: string, other: string): string =>
  createHash('sha256')
    .update([stance.holder, stance.target, stance.dimension, kind, ...[one, other].sort()].join('\t'))
    .digest('hex')
    .slice(0, 12)

/** Every contradiction of a table's cells on a day. */
export const contradictionsOn = (
  table: PositionTable,
  day: number,
  hand: readonly HandRow[] = [],
  filter: StanceFilter = {},
  lineage: Lineage = noLineage,
): readonly Contradiction[] => {
  const resolutions = new Map(rowsOfAct(hand, 'resolve').map(row => [row.contradiction, row]))
  const counts = rowFilter(table, filter)
  const found: Contradiction[] = []
  for (const cell of cellsOf(table)) {
    const standing = standingOn(table, cell, day, counts)
    if (standing === undefined) continue
    const { deciding, disagreeing, before, supporting } = standing
    const against = deciding ?? supporting[0]
    if (against === undefined || (disagreeing.length === 0 && before === undefined)) continue
    const stance = describeStanding(table, cell, standing, lineage)
    const add = (kind: ContradictionKind, row: number): void => {
      const [one, other] = [describeRow(table, against), describeRow(table, row)]
      const id = idOf(stance, kind, one.claim, other.claim)
      const settled = resolutions.get(id)
      found.push({
        id,
        kind,
        state: settled === undefined ? (kind === 'reversal' ? 'explained' : 'open') : stateOf(settled),
        stance,
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
