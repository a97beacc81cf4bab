// A tracker table compared with the ledger's stances, and its rows entered by hand where that is asked for.
import type { Dimension, Direction } from '../../claims/types.js'
import { emptyQuote, handClaim } from '../../ledger/hand-claim.js'
import { stancesOn } from '../../ledger/stances.js'
import { compareTracker, readTracker, type TrackerDifference, type TrackerRow } from '../../ledger/tracker.js'
import { rungs } from '../../ledger/vocabulary.js'
import { type NewHandRow, writeHand } from '../../store/judgements.js'
import { withSnapshot } from '../../store/snapshot.js'
import type { Message } from '../../text/types.js'
import { parsePositionWords, positionPhrases } from '../exports/words.js'
import { dayAsked, positionsOf, resolveActor } from './desk.js'
import { partyOf } from './hand.js'
import type { Desk } from './question.js'

export interface ComparedRow {
  readonly row: TrackerRow
  readonly holder: string
  readonly target: string
  readonly dimension: Dimension
  readonly direction: Direction
  readonly modality: string
  readonly difference: TrackerDifference
  /** The ledger's own direction and beginning; null where it has none. */
  readonly ledger: {
    readonly direction: Direction | null
    readonly since: string | null
    readonly origins: number
  } | null
}

export interface TrackerReport {
  readonly name: string
  readonly rows: readonly ComparedRow[]
  readonly messages: readonly Message[]
}

type Read = Omit<ComparedRow, 'difference' | 'ledger'>

const readPosition = (desk: Desk, row: TrackerRow, target: string | undefined): Read | string => {
  const { cells } = row
  const parsed = cells.position === undefined ? undefined : parsePositionWords(cells.position)
  const toward = cells.target ?? parsed?.target ?? target
  const dimension = cells.dimension ?? parsed?.dimension
  const direction = cells.direction ?? parsed?.direction
  if (dimension === undefined || direction === undefined || !(dimension in positionPhrases))
    return `“${cells.position ?? ''}” is no position; write it as “recognises X” or give the columns dimension and direction`
  if (toward === undefined) return 'does not say toward whom; give --target'
  return {
    row,
    holder: resolveActor(desk, cells.holder!),
    target: resolveActor(desk, toward),
    dimension: dimension as Dimension,
    direction: direction as Direction,
    modality: parsed?.modality ?? 'actual',
  }
}

/** Reads a table and compares each row with the ledger's cell today. */
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
    const holders = [...new Set(good.map(each => each.holder))]
    const table = await positionsOf(desk, snapshot, { holders: holders.length === 0 ? [''] : holders })
    const stances = new Map(
      stancesOn(table, dayAsked(desk, undefined), {}, snapshot.lineage).map(stance => [
        `${stance.holder}\t${stance.target}\t${stance.dimension}`,
        stance,
      ]),
    )
    return {
      name,
      rows: good.map(each => {
        const stance = stances.get(`${each.holder}\t${each.target}\t${each.dimension}`)
        const own =
          stance === undefined ? null : { direction: stance.direction, since: stance.since, origins: stance.origins }
        return {
          ...each,
          ledger: own,
          difference: compareTracker({ direction: each.direction, since: each.row.since }, own ?? undefined),
        }
      }),
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

const rowOf = (desk: Desk, compared: ComparedRow, date: string | null, name: string, who: string): NewHandRow => {
  const { row, holder, target, dimension, direction, modality } = compared
  const { cells } = row
  const rung = rungs.find(each => each === cells.rung) ?? null
  const [from, toward] = [partyOf(desk, holder), partyOf(desk, target)]
  const isAddress = cells.source !== undefined && /^https?:\/\//.test(cells.source)
  return {
    at: new Date(desk.now).toISOString(),
    who,
    reason: `imported from ${name}, line ${row.line}`,
    act: 'claim',
    claim: handClaim({
      position: { holder, target, dimension, direction, rung },
      holder: from,
      target: toward,
      date,
      modality: modality as never,
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

/** Enters the rows that the ledger does not say the same of. @returns how many. */
export const takeTracker = async (desk: Desk, report: TrackerReport, who: string): Promise<number> => {
  const rows = report.rows.filter(({ difference }) => difference !== 'same')
  if (rows.length > 0)
    await writeHand(
      desk.ledger.folder,
      rows.flatMap(compared => datesOf(compared.row).map(date => rowOf(desk, compared, date, report.name, who))),
      desk.now,
    )
  return rows.length
}
