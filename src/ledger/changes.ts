// What changed between two moments: the cells whose standing is another, and the claims that moved it. A moment is a day in the world
// and a table of what was known; where both are of one table, only the world has moved.
import { countOrigins, type Lineage, noLineage } from './origins.js'
import { type CellRange, cellsOf, type PositionTable, undated } from './position-table.js'
import { type CellStanding, rowFilter, type StanceFilter } from './stances.js'
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

/** What was known, and the day in the world that is asked about. */
export interface Moment {
  readonly table: PositionTable
  readonly day: number
  /** Needed only where the filter asks for a number of origins. */
  readonly lineage?: Lineage | undefined
}

/** Each side is a cell of its own moment's table. */
export interface Change {
  readonly kind: ChangeKind
  readonly before: CellStanding | undefined
  readonly after: CellStanding | undefined
  /** The latest day among the claims that moved it, or the later moment where none did (a lapse). */
  readonly day: number
  /** Ids of the claims that moved it, latest first: those that came, and those that no longer count. */
  readonly movedBy: readonly string[]
}

const kindOf = (
  from: PositionTable,
  before: CellStanding | undefined,
  to: PositionTable,
  after: CellStanding | undefined,
) => {
  if (before === undefined) return after === undefined ? undefined : ('appeared' as const)
  if (after === undefined) return 'withdrawn' as const
  const [old, fresh] = [before.standing, after.standing]
  const direction = (table: PositionTable, { deciding }: Standing) =>
    deciding === undefined ? undefined : table.direction[deciding]
  if (direction(from, old) !== direction(to, fresh)) return 'turned' as const
  if (old.status !== fresh.status) {
    if (fresh.status === 'unconfirmed') return 'lapsed' as const
    return fresh.status === 'current' ? ('confirmed' as const) : ('weighed' as const)
  }
  if (old.disputed !== fresh.disputed) return fresh.disputed ? ('disputed' as const) : ('settled' as const)
  return undefined
}

const cellName = (table: PositionTable, { from }: CellRange): string =>
  `${table.actors[table.holder[from]!]}\t${table.actors[table.target[from]!]}\t${table.dimension[from]}`

type CellPair = readonly [CellRange | undefined, CellRange | undefined]

/** Pairs the cells of two tables; within one table each is its own pair. */
const pairCells = (from: PositionTable, to: PositionTable): readonly CellPair[] => {
  if (from === to) return cellsOf(to).map(cell => [cell, cell] as const)
  const earlier = new Map(cellsOf(from).map(cell => [cellName(from, cell), cell]))
  const pairs = cellsOf(to).map((cell): CellPair => {
    const name = cellName(to, cell)
    const before = earlier.get(name)
    earlier.delete(name)
    return [before, cell]
  })
  return [...pairs, ...[...earlier.values()].map((cell): CellPair => [cell, undefined])]
}

interface Mover {
  readonly claim: string
  readonly last: number
}

const rowsOf = (cell: CellRange | undefined): readonly number[] =>
  cell === undefined ? [] : Array.from({ length: cell.to - cell.from }, (_, place) => cell.from + place)

/** What tells two rows of one claim apart: a correction keeps the claim and changes what it says. */
const rowName = (table: PositionTable, row: number): string =>
  [
    table.claim(row),
    table.entry(row),
    table.direction[row],
    table.modality[row],
    table.basis[row],
    table.last[row],
  ].join('\t')

const moversOf = (from: Moment, before: CellRange | undefined, to: Moment, after: CellRange | undefined) => {
  const described = ({ table }: Moment, row: number): Mover => ({ claim: table.claim(row), last: table.last[row]! })
  const happened = rowsOf(after).filter(row => {
    const last = to.table.last[row]!
    return last > from.day && last <= to.day
  })
  const movers = happened.map(row => described(to, row))
  if (from.table !== to.table) {
    const had = new Set(rowsOf(before).map(row => rowName(from.table, row)))
    const has = new Set(rowsOf(after).map(row => rowName(to.table, row)))
    for (const row of rowsOf(after)) if (!had.has(rowName(to.table, row))) movers.push(described(to, row))
    for (const row of rowsOf(before)) if (!has.has(rowName(from.table, row))) movers.push(described(from, row))
  }
  return movers
    .filter(({ last }) => last <= to.day)
    .sort((one, other) => other.last - one.last || (one.claim < other.claim ? -1 : 1))
}

/** The changes of every cell between two moments, the latest first. A standing of fewer origins than the filter asks for is none. */
export const changesBetween = (from: Moment, to: Moment, filter: StanceFilter = {}): readonly Change[] => {
  const [countsBefore, countsAfter] = [rowFilter(from.table, filter), rowFilter(to.table, filter)]
  const sideOf = (
    moment: Moment,
    cell: CellRange | undefined,
    counts: typeof countsBefore,
  ): CellStanding | undefined => {
    const { table, day, lineage = noLineage } = moment
    if (cell === undefined) return undefined
    const standing = standingOn(table, cell, day, counts)
    if (standing === undefined) return undefined
    const isBacked =
      filter.minOrigins === undefined || countOrigins(table, standing.supporting, lineage(cell)) >= filter.minOrigins
    return isBacked ? { cell, standing } : undefined
  }
  const changes: Change[] = []
  for (const [cellBefore, cellAfter] of pairCells(from.table, to.table)) {
    const before = sideOf(from, cellBefore, countsBefore)
    const after = sideOf(to, cellAfter, countsAfter)
    const kind = kindOf(from.table, before, to.table, after)
    if (kind === undefined) continue
    const movers = moversOf(from, cellBefore, to, cellAfter)
    const dated = movers.find(({ last }) => last !== undated)
    changes.push({
      kind,
      before,
      after,
      day: dated?.last ?? to.day,
      movedBy: [...new Set(movers.map(({ claim }) => claim))],
    })
  }
  return changes.sort((one, other) => other.day - one.day)
}
