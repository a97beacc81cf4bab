// A tracker table that was kept by hand in, positions out; and how they differ from what the ledger holds. Columns are found by their
// header in any order; a row that cannot be read is named and left out, the rest is taken.
import type { Message } from '../text/types.js'
import { spanOf } from './days.js'

/** The columns that are understood, by their folded headers. */
const headers = {
  country: 'holder',
  holder: 'holder',
  state: 'holder',
  position: 'position',
  stance: 'position',
  since: 'since',
  'level of relations': 'rung',
  level: 'rung',
  'said by': 'voice',
  certainty: 'certainty',
  evidence: 'evidence',
  source: 'source',
  'last confirmed': 'confirmed',
  target: 'target',
  dimension: 'dimension',
  direction: 'direction',
} as const
type Column = (typeof headers)[keyof typeof headers]

export interface TrackerRow {
  /** Line of the table, from 1; the header is line 1. */
  readonly line: number
  readonly cells: Readonly<Partial<Record<Column, string>>>
  /** ISO date; null where the cell is empty. */
  readonly since: string | null
  readonly confirmed: string | null
}

export interface Tracker {
  readonly rows: readonly TrackerRow[]
  readonly unknownColumns: readonly string[]
  readonly messages: readonly Message[]
}

const fold = (header: string): string =>
  header
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')

/** A cell that `export` made safe for a spreadsheet, as it was. */
const bare = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, '').trim()

/** Reads the cells of a table whose first line is its header. @param name of the file, for messages. */
export const readTracker = (lines: readonly (readonly string[])[], name: string): Tracker => {
  const [header = [], ...body] = lines
  const columns = header.map(cell => (headers as Readonly<Record<string, Column>>)[fold(cell.replace('\ufeff', ''))])
  const rows: TrackerRow[] = []
  const messages: Message[] = []
  for (const [index, line] of body.entries()) {
    if (line.every(cell => cell.trim() === '')) continue
    const place = `${name}:${index + 2}`
    const cells: Partial<Record<Column, string>> = {}
    for (const [at, column] of columns.entries()) {
      const cell = bare(line[at] ?? '')
      if (column !== undefined && cell !== '') cells[column] = cell
    }
    const bad = (['since', 'confirmed'] as const).find(
      column => cells[column] !== undefined && spanOf(cells[column]) === undefined,
    )
    if (cells.holder === undefined || (cells.position === undefined && cells.dimension === undefined))
      messages.push({ place, rule: 'tracker-row', reason: 'has no country or no position; left out' })
    else if (bad !== undefined)
      messages.push({
        place,
        rule: 'tracker-row',
        reason: `“${cells[bad]}” is no ISO date; left out: write 2021-09-08, 2021-09 or 2021`,
      })
    else rows.push({ line: index + 2, cells, since: cells.since ?? null, confirmed: cells.confirmed ?? null })
  }
  const unknownColumns = header.filter((_, at) => columns[at] === undefined)
  return { rows, unknownColumns, messages }
}

/** How a row of a tracker compares with the ledger's cell. */
export type TrackerDifference = 'same' | 'opposite' | 'other date' | 'other level' | 'only in the table'

/** What a row says and what a cell says, as far as they are compared. */
interface TrackerPosition {
  readonly direction: string | null
  readonly since: string | null
  readonly rung: string | null
}

const meet = (one: string | null, other: string | null): boolean => {
  const [left, right] = [one, other].map(date => (date === null ? undefined : spanOf(date)))
  return left === undefined || right === undefined || (left.first <= right.last && right.first <= left.last)
}

/**
 * Compares a row with the ledger's cell. What is not actual is compared with what the cell shows beside its standing; so is a row of a
 * cell that has none.
 */
export const compareTracker = (
  row: TrackerPosition & { readonly modality: string },
  cell:
    | (TrackerPosition & { readonly beside: readonly { readonly modality: string; readonly direction: string }[] })
    | undefined,
): TrackerDifference => {
  if (cell === undefined) return 'only in the table'
  if (row.modality !== 'actual' || cell.direction === null) {
    const told = cell.beside.some(({ modality, direction }) => modality === row.modality && direction === row.direction)
    return told || (row.direction === null && cell.direction === null) ? 'same' : 'only in the table'
  }
  if (cell.direction !== row.direction) return 'opposite'
  if (!meet(row.since, cell.since)) return 'other date'
  return row.rung !== null && cell.rung !== null && row.rung !== cell.rung ? 'other level' : 'same'
}
