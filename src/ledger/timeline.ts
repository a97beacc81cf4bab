// The whole history of a pair: every position in time with its standing at that day, and the standing's turns. A later claim never
// erases an earlier one: each stays in the line.
import type { Dimension } from '../claims/types.js'
import { isoOf } from './days.js'
import { type Lineage, noLineage, originsOf } from './origins.js'
import { cellsOf, type PositionTable, undated } from './position-table.js'
import {
  type BesidePosition,
  describeRow,
  describeStanding,
  rowFilter,
  type Stance,
  type StanceFilter,
} from './stances.js'
import { standingOn } from './standing.js'
import { dimensions } from './vocabulary.js'

export interface TimelineEntry extends BesidePosition {
  readonly dimension: Dimension
  readonly confidence: number
  /** What it is where it lasts until an opposite act; null where it speaks for its time. */
  readonly lasting: string | null
  /** Number of the origin among those of its cell, from 1: equal numbers are one origin. */
  readonly origin: number
  readonly entry: string
}

export interface TimelineTurn {
  readonly day: string
  readonly stance: Stance
}

export interface Timeline {
  readonly entries: readonly TimelineEntry[]
  /** The days on which the direction or status of a standing was another than before. */
  readonly turns: readonly TimelineTurn[]
}

/** The history of every cell of the table up to a day, oldest first; undated positions come first. */
export const timelineUntil = (
  table: PositionTable,
  day: number,
  filter: StanceFilter = {},
  lineage: Lineage = noLineage,
): Timeline => {
  const counts = rowFilter(table, filter) ?? (() => true)
  const entries: (TimelineEntry & { readonly order: number })[] = []
  const turns: TimelineTurn[] = []
  for (const cell of cellsOf(table)) {
    const rows = Array.from({ length: cell.to - cell.from }, (_, index) => cell.from + index).filter(
      row => counts(row) && (table.last[row]! <= day || table.modality[row] !== 0),
    )
    for (const [number, group] of originsOf(table, rows, lineage(cell)).entries()) {
      for (const row of group)
        entries.push({
          ...describeRow(table, row),
          dimension: dimensions[table.dimension[row]!]!,
          confidence: Math.round(table.confidence[row]! * 1000) / 1000,
          lasting: table.lasting[row] === 0 ? null : table.kinds[table.lasting[row]! - 1]!,
          origin: number + 1,
          entry: table.entry(row),
          order: table.last[row]!,
        })
    }
    let earlier = ''
    const days = [...new Set(rows.map(row => table.last[row]!))]
      .filter(last => last !== undated && last <= day)
      .sort((one, other) => one - other)
    for (const last of days) {
      const standing = standingOn(table, cell, last, counts)
      if (standing === undefined) continue
      const stance = describeStanding(table, cell, standing, lineage)
      if (stance.origins < (filter.minOrigins ?? 0)) continue
      const now = `${stance.direction} ${stance.status}`
      if (now !== earlier) turns.push({ day: isoOf(last), stance })
      earlier = now
    }
  }
  const compare = (
    one: { order: number; claim: string; dimension: string },
    other: { order: number; claim: string; dimension: string },
  ) =>
    one.order - other.order ||
    (one.claim < other.claim ? -1 : one.claim > other.claim ? 1 : one.dimension < other.dimension ? -1 : 1)
  return {
    entries: entries.sort(compare).map(({ order: _, ...entry }) => entry),
    turns: turns.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0)),
  }
}
