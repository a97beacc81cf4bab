// Questions of standing: stances, timeline, changes, contradictions.
import { z } from 'zod'
import { changesBetween, type Moment } from '../../ledger/changes.js'
import { contradictionsOn } from '../../ledger/contradictions.js'
import { dayOf, isoOf, monthsBefore } from '../../ledger/days.js'
import type { PositionTable } from '../../ledger/position-table.js'
import type { Tie } from '../../ledger/relations.js'
import { type CellStanding, describeStanding, type Stance, stancesOn } from '../../ledger/stances.js'
import { windowMonths } from '../../ledger/standing.js'
import { timelineUntil } from '../../ledger/timeline.js'
import type { Scope } from '../../store/position-table.js'
import { type Snapshot, withSnapshot, withSnapshotAsOf } from '../../store/snapshot.js'
import {
  dayAsked,
  filterOf,
  lineageOf,
  nameOf,
  nameStance,
  narrowByName,
  pageOf,
  positionsOf,
  resolveActor,
  scopeOf,
  stancePage,
} from './desk.js'
import { heads } from './heads.js'
import { type Desk, define, QuestionTrouble } from './question.js'
import { beside, dimension, message, type NamedStance, namedStance, paged } from './schemas.js'

const nothingThrough = new Map()

export const stances = define(
  heads.stances,
  z.object({ on: z.string(), ...paged, stances: z.array(namedStance), messages: z.array(message) }),
  (desk, input) =>
    withSnapshot(desk.ledger, async snapshot => {
      const day = dayAsked(desk, input.on)
      const { scope, through } = scopeOf(desk, input, day)
      const table = await positionsOf(desk, snapshot, narrowByName(desk, snapshot, scope, input.words))
      const filter = { ...filterOf(input), statuses: input.status }
      const { items, ...page } = await stancePage(desk, snapshot, table, day, filter, input)
      return {
        on: isoOf(day),
        ...page,
        stances: items.map(stance => nameStance(desk, stance, through)),
        messages: [...snapshot.messages],
      }
    }),
)

const named = z.object({ id: z.string(), name: z.string() })

const timelineEntry = beside.extend({
  dimension,
  confidence: z.number(),
  lasting: z.string().nullable(),
  origin: z.int().describe('equal numbers within a dimension are one origin'),
  entry: z.string(),
})

export const timeline = define(
  heads.timeline,
  z.object({
    holder: named,
    target: named,
    until: z.string(),
    ...paged,
    entries: z.array(timelineEntry),
    turns: z.array(z.object({ day: z.string(), stance: namedStance })),
  }),
  (desk, input) =>
    withSnapshot(desk.ledger, async snapshot => {
      const day = dayAsked(desk, input.on)
      const [holder, target] = [resolveActor(desk, input.holder), resolveActor(desk, input.target)]
      const scope: Scope = { holders: [holder], targets: [target], dimensions: input.dimension }
      const table = await positionsOf(desk, snapshot, scope)
      const { lineage } = await lineageOf(desk, snapshot, table)
      const { entries, turns } = timelineUntil(table, day, filterOf(input), lineage)
      const { items, ...page } = pageOf(entries, input.offset, input.limit)
      return {
        holder: { id: holder, name: nameOf(desk, holder) },
        target: { id: target, name: nameOf(desk, target) },
        until: isoOf(day),
        ...page,
        entries: [...items],
        turns: turns.map(turn => ({ day: turn.day, stance: nameStance(desk, turn.stance, nothingThrough) })),
      }
    }),
)

const change = z.object({
  kind: z.enum(['appeared', 'turned', 'confirmed', 'lapsed', 'disputed', 'settled', 'withdrawn', 'weighed']),
  before: namedStance.nullable(),
  after: namedStance.nullable(),
  day: z.string(),
  movedBy: z.array(z.string()).describe('ids of the claims that moved it, the latest first'),
})

/** Cells that may have moved by date: those touched in between, and those whose positions the window has left in between. */
const movedScope = (scope: Scope, from: number, to: number): Scope => ({
  ...scope,
  touched: [
    { from: from + 1, to },
    { from: monthsBefore(from, windowMonths), to: monthsBefore(to, windowMonths) },
  ],
})

interface SeenMoment extends Moment {
  readonly snapshot: Snapshot
}

/** Answers from the two moments that are compared: two days of what is known now, or of one day what was known then and what is now. */
const betweenMoments = async <T>(
  desk: Desk,
  snapshot: Snapshot,
  scope: Scope,
  { since, until, by }: { readonly since: number; readonly until: number; readonly by: 'date' | 'added' },
  answer: (from: SeenMoment, to: SeenMoment) => Promise<T>,
): Promise<T> => {
  if (by === 'date') {
    const narrowed = [scope.holders, scope.targets, scope.either].some(ids => ids !== undefined)
    const table = await positionsOf(desk, snapshot, narrowed ? scope : movedScope(scope, since, until))
    return answer({ snapshot, table, day: since }, { snapshot, table, day: until })
  }
  const table = await positionsOf(desk, snapshot, scope)
  return withSnapshotAsOf(desk.ledger, snapshot, (since + 1) * 86_400_000 - 1, async then =>
    answer(
      { snapshot: then, table: await positionsOf(desk, then, scope), day: until },
      { snapshot, table, day: until },
    ),
  )
}

/** How the cells of a moment's table are put in words: the near-copies of all that are wanted are looked for once. */
const describing = async (
  desk: Desk,
  { snapshot, table }: SeenMoment,
  sides: readonly (CellStanding | undefined)[],
  through: ReadonlyMap<string, Tie>,
) => {
  const cells = new Map(sides.flatMap(side => (side === undefined ? [] : [[side.cell.from, side.cell]])))
  const { lineage } = await lineageOf(desk, snapshot, table, [...cells.values()])
  return (side: CellStanding | undefined): NamedStance | null =>
    side === undefined ? null : nameStance(desk, describeStanding(table, side.cell, side.standing, lineage), through)
}

export const changes = define(
  heads.changes,
  z.object({ since: z.string(), until: z.string(), ...paged, changes: z.array(change), messages: z.array(message) }),
  (desk, input) =>
    withSnapshot(desk.ledger, async snapshot => {
      const [since, until] = [dayOf(input.since), dayAsked(desk, input.until)]
      if (since > until)
        throw new QuestionTrouble('not-clear', `since (${input.since}) is later than until (${isoOf(until)})`)
      const { scope: asked, through } = scopeOf(desk, input, until)
      const scope = narrowByName(desk, snapshot, asked, input.words)
      const filter = filterOf(input)
      const counted = async (moment: SeenMoment): Promise<Moment> =>
        filter.minOrigins === undefined
          ? moment
          : { ...moment, lineage: (await lineageOf(desk, moment.snapshot, moment.table)).lineage }
      return betweenMoments(desk, snapshot, scope, { since, until, by: input.by }, async (from, to) => {
        const found = changesBetween(await counted(from), await counted(to), filter)
        const { items, ...page } = pageOf(found, input.offset, input.limit)
        const [earlier, later] = [items.map(item => item.before), items.map(item => item.after)]
        const isOne = from.table === to.table
        const describe = await describing(desk, to, isOne ? [...earlier, ...later] : later, through)
        const describeEarlier = isOne ? describe : await describing(desk, from, earlier, through)
        return {
          since: input.since,
          until: isoOf(until),
          ...page,
          changes: items.map(({ kind, before, after, day, movedBy }) => ({
            kind,
            before: describeEarlier(before),
            after: describe(after),
            day: isoOf(day),
            movedBy: [...movedBy],
          })),
          messages: [...snapshot.messages],
        }
      })
    }),
)

const cellKey = ({ holder, target, dimension }: Stance): string => `${holder}\t${target}\t${dimension}`

const stancesByCell = (table: PositionTable, day: number): ReadonlyMap<string, Stance> =>
  new Map(stancesOn(table, day).map(stance => [cellKey(stance), stance]))

const contradiction = z.object({
  id: z.string(),
  kind: z.enum(['disagreement', 'denial', 'reversal']),
  state: z.enum(['open', 'explained', 'resolved']),
  stance: namedStance.describe('where the cell stands; of a resolved contradiction, without what was set aside'),
  one: beside,
  other: beside,
  resolution: z.object({ who: z.string(), at: z.string(), reason: z.string().nullable() }).nullable(),
})

export const contradictions = define(
  heads.contradictions,
  z.object({ on: z.string(), ...paged, contradictions: z.array(contradiction) }),
  (desk, input) =>
    withSnapshot(desk.ledger, async snapshot => {
      const day = dayAsked(desk, input.on)
      const { scope, through } = scopeOf(desk, input, day)
      const whole = await positionsOf(desk, snapshot, { ...scope, withSetAside: true })
      const found = contradictionsOn(whole, day, snapshot.hand).filter(
        each => input.state?.includes(each.state) !== false && input.kind?.includes(each.kind) !== false,
      )
      const { items, ...page } = pageOf(found, input.offset, input.limit)
      const { lineage } = await lineageOf(
        desk,
        snapshot,
        whole,
        items.map(({ cell }) => cell),
      )
      const settled = items.some(({ state }) => state === 'resolved')
        ? stancesByCell(await positionsOf(desk, snapshot, scope), day)
        : new Map<string, Stance>()
      return {
        on: isoOf(day),
        ...page,
        contradictions: items.map(({ cell, standing, ...each }) => {
          const told = describeStanding(whole, cell, standing, lineage)
          const stands = each.state === 'resolved' ? (settled.get(cellKey(told)) ?? told) : told
          return { ...each, stance: nameStance(desk, stands, through) }
        }),
      }
    }),
)
