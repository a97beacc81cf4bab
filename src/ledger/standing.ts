// Standing on a day (codebook section 4): the rows of one cell in, where its holder stands out. Each sentence of the definition has a
// worked example in docs/standing.md. A pure fold: the rows' order of arrival does not matter, and nothing is ever erased.
import { monthsBefore } from './days.js'
import { type CellRange, type PositionTable, undated } from './position-table.js'
import { bases, directions, modalities } from './vocabulary.js'

/** How long a passing position speaks, in months. The day itself, so many months before, is still inside. */
export const windowMonths = 24

/**
 * `current`: confirmed within the window, or a lasting act still in force. `unconfirmed`: not confirmed since. `denied`: alleged,
 * denied: it rests on denials alone. `undated`: told as done, no one knows when. `beside`: nothing actual; only planned, possible … ones.
 */
export type Status = 'current' | 'unconfirmed' | 'denied' | 'undated' | 'beside'

export interface Standing {
  readonly status: Status
  /** Sources disagree within the window. */
  readonly disputed: boolean
  /** The row that decides; undefined for `denied`, `undated` and `beside`. */
  readonly deciding: number | undefined
  /** Rows of the deciding direction that support it, latest last; for `denied` and `undated` those rows. */
  readonly supporting: readonly number[]
  /** Rows within the window that disagree with it, denials included. */
  readonly disagreeing: readonly number[]
  /** First day of the unbroken run of the deciding direction. */
  readonly since: number | undefined
  /** The row of the other direction before that run, the position that was left. */
  readonly before: number | undefined
  /** Latest row of each modality and direction that is not `actual`, and the undated ones: shown beside, never as the standing. */
  readonly beside: readonly number[]
}

const deniedBasis = bases.indexOf('denied')
const actualModality = modalities.indexOf('actual')
const [plus, minus] = [directions.indexOf('+'), directions.indexOf('-')]
const recognitionDimension = 0
/** Tier by place of the basis; 4 for a denial, which has none. */
const tiers = [1, 1, 2, 3, 3, 4]

const opposite = (one: number, other: number): boolean =>
  (one === plus && other === minus) || (one === minus && other === plus)

/** Earlier and weaker before later and stronger; ties by confidence, then by claim, so that the answer never depends on order. */
const compareInTime = (table: PositionTable, one: number, other: number): number =>
  table.last[one]! - table.last[other]! ||
  table.first[one]! - table.first[other]! ||
  tiers[table.basis[other]!]! - tiers[table.basis[one]!]! ||
  table.basis[other]! - table.basis[one]! ||
  table.confidence[one]! - table.confidence[other]! ||
  (table.claim(one) < table.claim(other) ? 1 : -1)

const latest = (table: PositionTable, rows: readonly number[]): number | undefined => {
  let found: number | undefined
  for (const row of rows) if (found === undefined || compareInTime(table, row, found) > 0) found = row
  return found
}

/** The latest day, by kind of lasting act and tier of the act that ends it, on which such an act was ended. */
const endings = (table: PositionTable, rows: readonly number[]): ReadonlyMap<number, readonly number[]> => {
  const days = new Map<number, number[]>()
  for (const row of rows) {
    const kind = table.ends[row]!
    if (kind === 0) continue
    const byTier = days.get(kind) ?? [undated, undated, undated, undated]
    const tier = tiers[table.basis[row]!]!
    byTier[tier] = Math.max(byTier[tier]!, table.last[row]!)
    days.set(kind, byTier)
  }
  return days
}

const isInForce = (table: PositionTable, row: number, ended: ReadonlyMap<number, readonly number[]>): boolean => {
  const kind = table.lasting[row]!
  if (kind === 0) return false
  const byTier = ended.get(kind)
  if (byTier === undefined) return true
  const tier = tiers[table.basis[row]!]!
  return byTier.every((day, endingTier) => endingTier > tier || day <= table.last[row]!)
}

/**
 * Do sources disagree with the deciding row? Opposite within the window, of another document, and not a turn in time: either at the
 * same time, or later on a weaker word. Within one tier only recognition, a matter of yes or no, can be disputed: in the others
 * a holder may well do both.
 */
const disagrees = (table: PositionTable, row: number, deciding: number): boolean => {
  if (!opposite(table.direction[row]!, table.direction[deciding]!)) return false
  if (table.document[row] === table.document[deciding]) return false
  const sameTier = tiers[table.basis[row]!] === tiers[table.basis[deciding]!]
  if (sameTier && table.dimension[deciding] !== recognitionDimension) return false
  return table.last[row]! >= table.first[deciding]!
}

const latestOfEachKind = (table: PositionTable, rows: readonly number[]): readonly number[] => {
  const found = new Map<number, number>()
  for (const row of rows) {
    const key = table.modality[row]! * 4 + table.direction[row]!
    const earlier = found.get(key)
    if (earlier === undefined || compareInTime(table, row, earlier) > 0) found.set(key, row)
  }
  return [...found.entries()].sort(([one], [other]) => one - other).map(([, row]) => row)
}

interface Sorted {
  readonly dated: number[]
  readonly denials: number[]
  readonly withoutDate: number[]
  readonly notActual: number[]
}

/** Sorts the rows that count on the day by what they can do. What is planned or foreseen counts from the day it was published. */
const sortRows = (table: PositionTable, cell: CellRange, day: number, counts: (row: number) => boolean): Sorted => {
  const sorted: Sorted = { dated: [], denials: [], withoutDate: [], notActual: [] }
  for (let row = cell.from; row < cell.to; row++) {
    if (!counts(row)) continue
    const last = table.last[row]!
    const published = table.published[row]!
    if (table.modality[row] !== actualModality) {
      if (published === undated ? last <= day : published <= day) sorted.notActual.push(row)
    } else if (last > day || (last === undated && published > day)) continue
    else if (table.basis[row] === deniedBasis) sorted.denials.push(row)
    else if (last === undated) sorted.withoutDate.push(row)
    else sorted.dated.push(row)
  }
  return sorted
}

const everyRow = (): boolean => true

/**
 * Where the holder of one cell stands on a day; undefined where nothing is dated at or before it.
 * @param counts leaves rows out: a filter on basis or confidence, or what was known by a day.
 */
export const standingOn = (
  table: PositionTable,
  cell: CellRange,
  day: number,
  counts: (row: number) => boolean = everyRow,
): Standing | undefined => {
  const { dated, denials, withoutDate, notActual } = sortRows(table, cell, day, counts)
  const beside = latestOfEachKind(table, [...withoutDate, ...notActual])
  if (dated.length === 0) {
    const [status, supporting] =
      denials.length > 0 && withoutDate.length === 0
        ? (['denied', denials] as const)
        : withoutDate.length > 0
          ? (['undated', withoutDate] as const)
          : (['beside', []] as const)
    if (supporting.length === 0 && beside.length === 0) return undefined
    const disputed = status === 'undated' && denials.length > 0
    const disagreeing = disputed ? denials : []
    return {
      status,
      disputed,
      deciding: undefined,
      supporting,
      disagreeing,
      since: undefined,
      before: undefined,
      beside,
    }
  }

  const ended = endings(table, dated)
  const opens = monthsBefore(day, windowMonths)
  const inWindow = dated.filter(row => table.last[row]! >= opens || isInForce(table, row, ended))
  const strongest = inWindow.reduce((tier, row) => Math.min(tier, tiers[table.basis[row]!]!), 4)
  const status: Status = inWindow.length > 0 ? 'current' : 'unconfirmed'
  const eligible = inWindow.length > 0 ? inWindow.filter(row => tiers[table.basis[row]!] === strongest) : dated
  const deciding = latest(table, eligible)!
  const direction = table.direction[deciding]!

  const comparable = dated.filter(row => tiers[table.basis[row]!]! <= tiers[table.basis[deciding]!]!)
  const before = latest(
    table,
    comparable.filter(row => table.direction[row] !== direction && compareInTime(table, row, deciding) < 0),
  )
  const run = comparable.filter(
    row => table.direction[row] === direction && (before === undefined || compareInTime(table, row, before) > 0),
  )
  const since = run.reduce((first, row) => Math.min(first, table.first[row]!), table.first[deciding]!)
  const supporting = (status === 'current' ? inWindow : dated).filter(row => table.direction[row] === direction)
  const disagreeing =
    status === 'current'
      ? [
          ...inWindow.filter(row => disagrees(table, row, deciding)),
          ...denials.filter(
            row =>
              table.direction[row] === direction &&
              bases[table.basis[deciding]!] !== 'declared' &&
              (table.last[row] === undated || table.last[row]! >= Math.max(opens, table.first[deciding]!)),
          ),
        ]
      : []
  return { status, disputed: disagreeing.length > 0, deciding, supporting, disagreeing, since, before, beside }
}
