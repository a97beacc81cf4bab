// The cells of a table that have a standing on a day, each described only when it is wanted: a matrix shows few of very many.
import type { Direction } from '../claims/types.js'
import { type Lineage, noLineage } from './origins.js'
import { cellsOf, type PositionTable } from './position-table.js'
import { describeStanding, rowFilter, type Stance, type StanceFilter } from './stances.js'
import { standingOn } from './standing.js'
import { directions } from './vocabulary.js'

export interface GridCell {
  readonly holder: string
  readonly target: string
  readonly direction: Direction | null
  readonly describe: () => Stance
}

/** The same cells as `stancesOn` gives, in the same order. */
export const gridOn = (
  table: PositionTable,
  day: number,
  filter: StanceFilter = {},
  lineage: Lineage = noLineage,
): readonly GridCell[] => {
  const counts = rowFilter(table, filter)
  const found: GridCell[] = []
  for (const cell of cellsOf(table)) {
    const standing = standingOn(table, cell, day, counts)
    if (standing === undefined || filter.statuses?.includes(standing.status) === false) continue
    const describe = () => describeStanding(table, cell, standing, lineage)
    if (filter.minOrigins !== undefined && describe().origins < filter.minOrigins) continue
    found.push({
      holder: table.actors[table.holder[cell.from]!]!,
      target: table.actors[table.target[cell.from]!]!,
      direction: standing.deciding === undefined ? null : directions[table.direction[standing.deciding]!]!,
      describe,
    })
  }
  return found
}
