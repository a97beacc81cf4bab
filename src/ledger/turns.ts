// The days on which standings turned: a table in, for each day how many of its cells had another direction, status or dispute from it on.
// A lapse, which no claim brings about but the passing of time, is none of them.
import { cellsOf, type PositionTable, undated } from './position-table.js'
import { rowFilter, type StanceFilter } from './stances.js'
import { standingOn } from './standing.js'

/** Cells that turned, by day number, up to a day; in the order of the days. */
export const turnsUntil = (
  table: PositionTable,
  day: number,
  filter: StanceFilter = {},
): readonly (readonly [day: number, cells: number])[] => {
  const counts = rowFilter(table, filter) ?? (() => true)
  const turned = new Map<number, number>()
  for (const cell of cellsOf(table)) {
    const days = new Set<number>()
    for (let row = cell.from; row < cell.to; row++) {
      const last = table.last[row]!
      if (counts(row) && last !== undated && last <= day) days.add(last)
    }
    let earlier: string | undefined
    for (const at of [...days].sort((one, other) => one - other)) {
      const standing = standingOn(table, cell, at, counts)
      if (standing === undefined) continue
      const { deciding, status, disputed } = standing
      const now = `${deciding === undefined ? '' : table.direction[deciding]} ${status} ${disputed}`
      if (now !== earlier) turned.set(at, (turned.get(at) ?? 0) + 1)
      earlier = now
    }
  }
  return [...turned].sort(([one], [other]) => one - other)
}
