// A tracker table compared with the ledger's stances, and its rows entered by hand where that is asked for.
import type { Dimension, Direction, Modality } from '../../claims/types.js'
import { rowsOfAct } from '../../ledger/hand.js'
import { emptyQuote, handClaim } from '../../ledger/hand-claim.js'
import { stancesOn } from '../../ledger/stances.js'
import { compareTracker, readTracker, type TrackerDifference, type TrackerRow } from '../../ledger/tracker.js'
import { dimensions, directions, modalities, rungs } from '../../ledger/vocabulary.js'
import { type NewHandRow, writeHand } from '../../store/judgements.js'
import { withSnapshot } from '../../store/snapshot.js'
import type { Message } from '../../text/types.js'
import { parsePositionWords } from '../exports/words.js'
import { dayAsked, lineageOf, nameOf, nameStance, positionsOf, resolveActor } from './desk.js'
import { partyOf } from './hand.js'
import type { Desk } from './question.js'
import type { NamedStance } from './schemas.js'

export interface ComparedRow {
  readonly row: TrackerRow
  readonly holder: string
  readonly holderName: string
  readonly target: string
  readonly targetName: string
  readonly dimension: Dimension
  /** Null for what the table says was alleged and denied. */
  readonly direction: Direction | null
  readonly modality: Modality
  readonly difference: TrackerDifference
  /** The ledger's own stance; null where it has none. */
  readonly ledger: NamedStance | null
}

export interface TrackerReport {
  readonly name: string
  readonly rows: readonly ComparedRow[]
  /** What the ledger says of the targets and dimensions of the table and the table does not. */
  readonly ledgerOnly: readonly NamedStance[]
  readonly messages: readonly Message[]
}

type Read = Omit<ComparedRow, 'difference' | 'ledger'>

const readPosition = (desk: Desk, row: TrackerRow, target: string | undefined): Read | string => {
  const { cells } = row
  const parsed = cells.position === undefined ? undefined : parsePositionWords(cells.position)
  const toward = cells.target ?? parsed?.target ?? target
  const dimension = dimensions.find(each => each === (cells.dimension ?? parsed?.dimension))
  const direction =
    cells.direction === undefined ? parsed?.direction : directions.find(each => each === cells.direction)
  if (dimension === undefined || direction === undefined)
    return `“${cells.position ?? cells.direction ?? ''}” is no position; write it as “recognises X”, or give the columns dimension and direction (+, - or 0)`
  if (toward === undefined) return 'does not say toward whom; give --target'
  const [holder, against] = [resolveActor(desk, cells.holder!), resolveActor(desk, toward)]
  return {
    row,
    holder,
    holderName: nameOf(desk, holder),
    target: against,
    targetName: nameOf(desk, against),
    dimension,
    direction,
    modality: modalities.find(each => each === parsed?.modality) ?? 'actual',
  }
}

const cellKey = (cell: { readonly holder: string; readonly target: string; readonly dimension: string }): string =>
  `${cell.holder}\t${cell.target}\t${cell.dimension}`

/** Reads a table and compares each row with the ledger's cell today, and tells what the ledger has and the table lacks. */
export const importTracker = (
  desk: Desk,
  lines: readonly (readonly string[])[],
  name: string,
  target: string | undefined,
): Promise<TrackerReport> =>
  withSnapshot(desk.ledger, async snapshot => {
    const tracker = readTracker(lines, name)
    const read = tracker.rows.map(row => readPosition(desk, row, target))
    const good = read.filter(each => typeof each !== 'string')
    const targets = [...new Set(good.map(each => each.target))]
    const table = await positionsOf(desk, snapshot, {
      targets: targets.length === 0 ? [''] : targets,
      dimensions: [...new Set(good.map(each => each.dimension))],
    })
    const { lineage } = await lineageOf(desk, snapshot, table)
    const stances = new Map(
      stancesOn(table, dayAsked(desk, undefined), {}, lineage).map(stance => [
        cellKey(stance),
        nameStance(desk, stance, new Map()),
      ]),
    )
    const told = new Set(good.map(cellKey))
    return {
      name,
      rows: good.map(each => {
        const ledger = stances.get(cellKey(each))
        const { direction, modality, row } = each
        const rung = rungs.find(known => known === row.cells.rung) ?? null
        const difference = compareTracker({ direction, modality, since: row.since, rung }, ledger)
        return { ...each, ledger: ledger ?? null, difference }
      }),
      ledgerOnly: [...stances].flatMap(([key, stance]) => (told.has(key) ? [] : [stance])),
      messages: [
        ...tracker.messages,
        ...tracker.unknownColumns.map(column => ({
          place: `${name}:1`,
          rule: 'tracker-column',
          reason: `column “${column}” is not known and was not read`,
        })),
        ...read.flatMap((each, at) =>
          typeof each === 'string'
            ? [{ place: `${name}:${tracker.rows[at]!.line}`, rule: 'tracker-row', reason: each }]
            : [],
        ),
      ],
    }
  })

/** One row of the table is a claim of its beginning, and another of its last confirmation where that is another day. */
const datesOf = ({ since, confirmed }: TrackerRow): readonly (string | null)[] =>
  since === null || confirmed === null || since === confirmed ? [since ?? confirmed] : [since, confirmed]

/** A claim of a row on one of its dates, as it is entered by hand. */
const rowOf = (desk: Desk, compared: ComparedRow, date: string | null, name: string, who: string): NewHandRow => {
  const { row, holder, target, dimension, direction, modality } = compared
  const { cells } = row
  const rung = rungs.find(each => each === cells.rung) ?? null
  const isAddress = cells.source !== undefined && /^https?:\/\//.test(cells.source)
  return {
    at: new Date(desk.now).toISOString(),
    who,
    reason: `imported from ${name}, row ${row.line}`,
    act: 'claim',
    claim: handClaim({
      position: { holder, target, dimension, direction: direction!, rung },
      holder: partyOf(desk, holder),
      target: partyOf(desk, target),
      date,
      modality,
      voice: cells.voice === undefined ? null : partyOf(desk, cells.voice),
      quote: { ...emptyQuote, exact: cells.evidence ?? '' },
      who,
      source: cells.source ?? name,
    }),
    entry: null,
    source: {
      title: isAddress ? null : (cells.source ?? name),
      url: isAddress ? cells.source! : null,
      publishedOn: null,
    },
    certainty: cells.certainty ?? null,
    note: null,
  }
}

/** Enters the rows that the ledger does not say the same of, each claim once. @returns how many rows of the table. */
export const takeTracker = (desk: Desk, report: TrackerReport, who: string): Promise<number> =>
  withSnapshot(desk.ledger, async snapshot => {
    const entered = new Set(rowsOfAct(snapshot.hand, 'claim').map(row => row.claim.id))
    const taken = report.rows
      .filter(({ difference, direction }) => difference !== 'same' && direction !== null)
      .map(compared => datesOf(compared.row).map(date => rowOf(desk, compared, date, report.name, who)))
      .map(rows => rows.filter(row => row.act === 'claim' && !entered.has(row.claim.id)))
      .filter(rows => rows.length > 0)
    if (taken.length > 0) await writeHand(desk.ledger.folder, taken.flat(), desk.now)
    return taken.length
  })
