// Questions of standing: stances, timeline, changes, contradictions.
import { z } from 'zod'
import { changesBetween } from '../../ledger/changes.js'
import { contradictionsOn } from '../../ledger/contradictions.js'
import { dayOf, isoOf, monthsBefore } from '../../ledger/days.js'
import { stancesOn } from '../../ledger/stances.js'
import { windowMonths } from '../../ledger/standing.js'
import { timelineUntil } from '../../ledger/timeline.js'
import type { Scope } from '../../store/position-table.js'
import { withSnapshot } from '../../store/snapshot.js'
import {
  dayAsked,
  filterOf,
  nameOf,
  nameStance,
  narrowByName,
  pageOf,
  positionsOf,
  resolveActor,
  scopeOf,
} from './desk.js'
import { heads } from './heads.js'
import { define } from './question.js'
import { beside, dimension, message, namedStance, paged } from './schemas.js'

const nothingThrough = new Map()

export const stances = define(
  heads.stances,
  z.object({ on: z.string(), ...paged, stances: z.array(namedStance), messages: z.array(message) }),
  (desk, input) =>
    withSnapshot(desk.ledger, async snapshot => {
      const day = dayAsked(desk, input.on)
      const { scope, through } = scopeOf(desk, input, day)
      const table = await positionsOf(desk, snapshot, await narrowByName(desk, snapshot, scope, input.words))
      const found = stancesOn(table, day, { ...filterOf(input), statuses: input.status }, snapshot.lineage)
      const { items, ...page } = pageOf(found, input.offset, input.limit)
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
      const { entries, turns } = timelineUntil(table, day, filterOf(input), snapshot.lineage)
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

export const changes = define(
  heads.changes,
  z.object({ since: z.string(), until: z.string(), ...paged, changes: z.array(change), messages: z.array(message) }),
  (desk, input) =>
    withSnapshot(desk.ledger, async snapshot => {
      const [since, until] = [dayOf(input.since), dayAsked(desk, input.until)]
      const { scope: asked, through } = scopeOf(desk, input, until)
      const scope = await narrowByName(desk, snapshot, asked, input.words)
      const byDate = input.by === 'date'
      const narrowed = [scope.holders, scope.targets, scope.either].some(ids => ids !== undefined)
      const table = await positionsOf(desk, snapshot, byDate && !narrowed ? movedScope(scope, since, until) : scope)
      const endOf = (day: number) => (day + 1) * 86_400_000 - 1
      const from = byDate ? { day: since } : { day: until, knownBy: endOf(since) }
      const found = changesBetween(table, from, { day: until }, filterOf(input), snapshot.lineage)
      const { items, ...page } = pageOf(found, input.offset, input.limit)
      return {
        since: input.since,
        until: isoOf(until),
        ...page,
        changes: items.map(({ kind, before, after, day, movedBy }) => ({
          kind,
          before: before === null ? null : nameStance(desk, before, through),
          after: after === null ? null : nameStance(desk, after, through),
          day,
          movedBy: [...movedBy],
        })),
        messages: [...snapshot.messages],
      }
    }),
)

const contradiction = z.object({
  id: z.string(),
  kind: z.enum(['disagreement', 'denial', 'reversal']),
  state: z.enum(['open', 'explained', 'resolved']),
  stance: namedStance,
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
      const table = await positionsOf(desk, snapshot, scope)
      const found = contradictionsOn(table, day, snapshot.hand, {}, snapshot.lineage).filter(
        each => input.state?.includes(each.state) !== false && input.kind?.includes(each.kind) !== false,
      )
      const { items, ...page } = pageOf(found, input.offset, input.limit)
      return {
        on: isoOf(day),
        ...page,
        contradictions: items.map(each => ({ ...each, stance: nameStance(desk, each.stance, through) })),
      }
    }),
)
