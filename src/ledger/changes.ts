// What changed between two moments: the cells whose standing is another, and the claims that moved it.
import { isoOf } from './days.js'
import { type Lineage, noLineage } from './origins.js'
import { type CellRange, cellsOf, type PositionTable, undated } from './position-table.js'
import { describeStanding, rowFilter, type Stance, type StanceFilter } from './stances.js'
import { type Standing, standingOn } from './standing.js'

/**
 * `appeared`: nothing was known before. `turned`: the direction is another. `confirmed`: it is current again. `lapsed`: not confirmed
 * since. `disputed`, `settled`: sources began or ceased to disagree. `withdrawn`: what it rested on no longer counts. `weighed`: status alone.
 */
export type ChangeKind =
  | 'appeared'
  | 'turned'
  | 'confirmed'
  | 'lapsed'
  | 'disputed'
  | 'settled'
  | 'withdrawn'
  | 'weighed'

export interface Change {
  readonly kind: ChangeKind
  readonly before: Stance | null
  readonly after: Stance | null
  /** The latest day among the claims that moved it, or the later moment where none did (a lapse). */
  readonly day: string
  /** Ids of the claims that moved it, latest first. */
  readonly movedBy: readonly string[]
}

/** A moment: a day in the world, and how much of the ledger was known. */
export interface Moment {
  readonly day: number
  /** Milliseconds since 1970; everything where it is not given. */
  readonly knownBy?: number | undefined
}

const kindOf = (
  table: PositionTable,
  before: Standing | undefined,
  after: Standing | undefined,
): ChangeKind | undefined => {
  if (before === undefined && after === undefined) return undefined
  if (before === undefined) return 'appeared'
  if (after === undefined) return 'withdrawn'
  const direction = ({ deciding }: Standing) => (deciding === undefined ? undefined : table.direction[deciding])
  if (direction(before) !== direction(after)) return 'turned'
  if (before.status !== after.status) {
    if (after.status === 'unconfirmed') return 'lapsed'
    return after.status === 'current' ? 'confirmed' : 'weighed'
  }
  if (before.disputed !== after.disputed) return after.disputed ? 'disputed' : 'settled'
  return undefined
}

const movers = (table: PositionTable, cell: CellRange, from: Moment, to: Moment): readonly number[] => {
  const rows: number[] = []
  for (let row = cell.from; row < cell.to; row++) {
    const last = table.last[row]!
    const added = table.documents[table.document[row]!]!.added
    const known = to.knownBy === undefined || added <= to.knownBy
    const newsOfDay = last > from.day && last <= to.day
    const newlyKnown = from.knownBy !== undefined && added > from.knownBy && (last === undated || last <= to.day)
    if (known && (newsOfDay || newlyKnown)) rows.push(row)
  }
  return rows.sort(
    (one, other) => table.last[other]! - table.last[one]! || (table.claim(one) < table.claim(other) ? -1 : 1),
  )
}

/** The changes of every cell of a table between two moments, the latest first. */
export const changesBetween = (
  table: PositionTable,
  from: Moment,
  to: Moment,
  filter: StanceFilter = {},
  lineage: Lineage = noLineage,
): readonly Change[] => {
  const countsAt = (moment: Moment) => rowFilter(table, { ...filter, knownBy: moment.knownBy })
  const [countsBefore, countsAfter] = [countsAt(from), countsAt(to)]
  const changes: Change[] = []
  for (const cell of cellsOf(table)) {
    const before = standingOn(table, cell, from.day, countsBefore)
    const after = standingOn(table, cell, to.day, countsAfter)
    const kind = kindOf(table, before, after)
    if (kind === undefined) continue
    const moved = movers(table, cell, from, to)
    const dated = moved.find(row => table.last[row] !== undated)
    changes.push({
      kind,
      before: before === undefined ? null : describeStanding(table, cell, before, lineage),
      after: after === undefined ? null : describeStanding(table, cell, after, lineage),
      day: isoOf(dated === undefined ? to.day : table.last[dated]!),
      movedBy: [...new Set(moved.map(row => table.claim(row)))],
    })
  }
  return changes.sort((one, other) => (one.day > other.day ? -1 : one.day < other.day ? 1 : 0))
}
