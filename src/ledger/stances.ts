// The fold's answer in words: stances of cells on a day, as every face shows them.
import type { Dimension, Direction, Modality } from '../claims/types.js'
import { spanWords } from './days.js'
import { countOrigins, type Lineage, noLineage } from './origins.js'
import { type CellRange, cellsOf, type PositionTable, undated } from './position-table.js'
import { type Standing, type Status, standingOn } from './standing.js'
import { type Basis, bases, dimensions, directions, modalities, rungs } from './vocabulary.js'

/** A position that is shown beside a standing, never as it. */
export interface BesidePosition {
  readonly modality: Modality
  readonly direction: Direction
  readonly basis: Basis
  /** Null where the date is unknown. */
  readonly date: string | null
  readonly claim: string
}

export interface Stance {
  readonly holder: string
  readonly target: string
  readonly dimension: Dimension
  /** Null where nothing dated and actual supports one. */
  readonly direction: Direction | null
  readonly status: Status
  readonly disputed: boolean
  readonly basis: Basis | null
  readonly rung: string | null
  /** First day of the unbroken run of this direction; an ISO date of its grain. */
  readonly since: string | null
  readonly lastConfirmed: string | null
  /** Independent origins that support it; never the number of rows. */
  readonly origins: number
  /** Claims that support it. */
  readonly claims: number
  /** 0–1, of the claim that decides; null where none does. */
  readonly confidence: number | null
  /** A person has judged a supporting claim right. */
  readonly reviewed: boolean
  /** What the holder's position was before. */
  readonly before: { readonly direction: Direction; readonly date: string } | null
  readonly beside: readonly BesidePosition[]
  /** Ids of the claims that support it, the deciding one first, then the latest; at most `evidenceLimit`. */
  readonly evidence: readonly string[]
  readonly disagreeing: readonly string[]
}

export const evidenceLimit = 5

/** Which rows and which stances are wanted; what is not said is not narrowed. */
export interface StanceFilter {
  readonly bases?: readonly Basis[] | undefined
  readonly minConfidence?: number | undefined
  readonly reviewedOnly?: boolean | undefined
  readonly minOrigins?: number | undefined
  readonly statuses?: readonly Status[] | undefined
}

/** The row filter of `standingOn`; undefined where every row counts. */
export const rowFilter = (table: PositionTable, filter: StanceFilter): ((row: number) => boolean) | undefined => {
  const { bases: wanted, minConfidence, reviewedOnly } = filter
  if (wanted === undefined && minConfidence === undefined && reviewedOnly !== true) return undefined
  const places = wanted?.map(basis => bases.indexOf(basis))
  return row =>
    (places === undefined || places.includes(table.basis[row]!)) &&
    (minConfidence === undefined || table.confidence[row]! >= minConfidence - 1e-6) &&
    (reviewedOnly !== true || table.review[row] === 1)
}

const dateOf = (table: PositionTable, row: number): string | null =>
  table.last[row] === undated ? null : spanWords(table.first[row]!, table.last[row]!)

const besideOf = (table: PositionTable, row: number): BesidePosition => ({
  modality: modalities[table.modality[row]!]!,
  direction: directions[table.direction[row]!]!,
  basis: bases[table.basis[row]!]!,
  date: dateOf(table, row),
  claim: table.claim(row),
})

/** A row's share of a cell's answer: what it says and when. */
export const describeRow = besideOf

/** The standing of a cell in words. */
export const describeStanding = (
  table: PositionTable,
  cell: CellRange,
  standing: Standing,
  lineage: Lineage = noLineage,
): Stance => {
  const { deciding, supporting, before } = standing
  const named = supporting.toSorted(
    (one, other) => table.last[other]! - table.last[one]! || (table.claim(one) < table.claim(other) ? -1 : 1),
  )
  const evidence = [...new Set([...(deciding === undefined ? [] : [deciding]), ...named].map(row => table.claim(row)))]
  const rung = supporting.reduce((highest, row) => Math.max(highest, table.rung[row]!), 0)
  const first = standing.since
  return {
    holder: table.actors[table.holder[cell.from]!]!,
    target: table.actors[table.target[cell.from]!]!,
    dimension: dimensions[table.dimension[cell.from]!]!,
    direction: deciding === undefined ? null : directions[table.direction[deciding]!]!,
    status: standing.status,
    disputed: standing.disputed,
    basis: deciding === undefined ? null : bases[table.basis[deciding]!]!,
    rung: rung === 0 ? null : rungs[rung - 1]!,
    since: first === undefined ? null : sinceWords(table, supporting, deciding, first),
    lastConfirmed: deciding === undefined ? null : spanWords(table.last[deciding]!, table.last[deciding]!),
    origins: countOrigins(table, supporting, lineage(cell)),
    claims: new Set(supporting.map(row => table.claim(row))).size,
    confidence: deciding === undefined ? null : Math.round(table.confidence[deciding]! * 1000) / 1000,
    reviewed: supporting.some(row => table.review[row] === 1),
    before:
      before === undefined
        ? null
        : {
            direction: directions[table.direction[before]!]!,
            date: spanWords(table.first[before]!, table.last[before]!),
          },
    beside: standing.beside.map(row => besideOf(table, row)),
    evidence: evidence.slice(0, evidenceLimit),
    disagreeing: [...new Set(standing.disagreeing.map(row => table.claim(row)))],
  }
}

/** "Since" keeps the grain of the row that it comes from. */
const sinceWords = (
  table: PositionTable,
  rows: readonly number[],
  deciding: number | undefined,
  first: number,
): string => {
  const starting = [...(deciding === undefined ? [] : [deciding]), ...rows].filter(row => table.first[row] === first)
  const last = starting.reduce((end, row) => Math.min(end, table.last[row]!), Number.MAX_SAFE_INTEGER)
  return spanWords(first, starting.length === 0 ? first : last)
}

/** A cell that has a standing, before it is put in words. */
export interface CellStanding {
  readonly cell: CellRange
  readonly standing: Standing
}

/** The standing of every cell of a table on a day, in the table's order. `minOrigins` is left to who counts origins. */
export const standingsOn = (table: PositionTable, day: number, filter: StanceFilter = {}): readonly CellStanding[] => {
  const counts = rowFilter(table, filter)
  const found: CellStanding[] = []
  for (const cell of cellsOf(table)) {
    const standing = standingOn(table, cell, day, counts)
    if (standing !== undefined && filter.statuses?.includes(standing.status) !== false) found.push({ cell, standing })
  }
  return found
}

/** Every stance of a table on a day, in the table's order. */
export const stancesOn = (
  table: PositionTable,
  day: number,
  filter: StanceFilter = {},
  lineage: Lineage = noLineage,
): readonly Stance[] =>
  standingsOn(table, day, filter)
    .map(({ cell, standing }) => describeStanding(table, cell, standing, lineage))
    .filter(({ origins }) => origins >= (filter.minOrigins ?? 0))
