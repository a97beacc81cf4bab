// Holders by targets in one dimension on a day: the rows and columns wanted first, the cells where they meet.
import { z } from 'zod'
import { isoOf } from '../../ledger/days.js'
import type { PositionTable } from '../../ledger/position-table.js'
import type { CellStanding } from '../../ledger/stances.js'
import { turnsUntil } from '../../ledger/turns.js'
import { directions } from '../../ledger/vocabulary.js'
import { withSnapshot } from '../../store/snapshot.js'
import {
  actorOf,
  dayAsked,
  describeCells,
  filterOf,
  nameOf,
  nameStance,
  narrowByName,
  pageOf,
  positionsOf,
  resolveActor,
  scopeOf,
  standingsAsked,
} from './desk.js'
import { heads } from './heads.js'
import { type Desk, define } from './question.js'
import { dimension, message, namedStance, paged } from './schemas.js'

const party = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string().nullable(),
  region: z.string().nullable().describe('UN subregion of a state'),
})

const partyOf = (desk: Desk, id: string): z.infer<typeof party> => {
  const known = actorOf(desk, id)
  return { id, name: nameOf(desk, id), kind: known?.kind ?? null, region: known?.region ?? null }
}

type Side = 'holder' | 'target'

const partyAt = (table: PositionTable, side: Side, { cell }: CellStanding): string =>
  table.actors[table[side][cell.from]!]!

/** From for to against; a cell without a direction counts as neutral. */
const directionRank = { '+': 0, '0': 1, '-': 2 } as const
const rankOf = (table: PositionTable, deciding: number | undefined): number =>
  directionRank[deciding === undefined ? '0' : directions[table.direction[deciding]!]!]

/** Those on one side, in the order asked for: the wanted first, then by how many stances they have, by name, or by where they stand. */
const ranked = (
  desk: Desk,
  table: PositionTable,
  cells: readonly CellStanding[],
  side: Side,
  order: 'weight' | 'name' | 'standing',
  first: readonly string[],
): readonly string[] => {
  const sums = new Map<string, { weight: number; standing: number }>()
  for (const cell of cells) {
    const id = partyAt(table, side, cell)
    const sum = sums.get(id) ?? { weight: 0, standing: 0 }
    sum.weight += 1
    sum.standing += rankOf(table, cell.standing.deciding)
    sums.set(id, sum)
  }
  const rank = new Map(
    [...sums].map(([id, { weight, standing }]) => [
      id,
      { wanted: first.indexOf(id), weight, name: nameOf(desk, id), standing: standing / weight },
    ]),
  )
  const place = (wanted: number): number => (wanted < 0 ? first.length : wanted)
  return [...rank.keys()].sort((one, other) => {
    const [left, right] = [rank.get(one)!, rank.get(other)!]
    const ordered =
      order === 'weight' ? right.weight - left.weight : order === 'standing' ? left.standing - right.standing : 0
    return place(left.wanted) - place(right.wanted) || ordered || left.name.localeCompare(right.name, 'en')
  })
}

export const matrix = define(
  heads.matrix,
  z.object({
    on: z.string(),
    dimension,
    holders: z.array(party),
    targets: z.array(party),
    totalHolders: z.int(),
    totalTargets: z.int(),
    cells: z.array(namedStance).describe('the cells that are not empty; an empty one means that nothing was found'),
    messages: z.array(message),
  }),
  (desk, input) =>
    withSnapshot(desk.ledger, async snapshot => {
      const day = dayAsked(desk, input.on)
      const { scope, through } = scopeOf(desk, { ...input, dimension: [input.dimension] }, day)
      const table = await positionsOf(desk, snapshot, narrowByName(desk, snapshot, scope, input.words))
      const cells = await standingsAsked(desk, snapshot, table, day, filterOf(input))
      const first = (input.first ?? []).map(word => resolveActor(desk, word))
      const holders = ranked(desk, table, cells, 'holder', input.order, first)
      const shownHolders = new Set(holders.slice(0, input.limit))
      const rows = cells.filter(cell => shownHolders.has(partyAt(table, 'holder', cell)))
      // Columns come by weight whatever the order of the rows, so that what many have a stance toward is seen.
      const targets = ranked(desk, table, rows, 'target', 'weight', first)
      const shownTargets = new Set(targets.slice(0, input.columns))
      const shown = rows.filter(cell => shownTargets.has(partyAt(table, 'target', cell)))
      return {
        on: isoOf(day),
        dimension: input.dimension,
        holders: [...shownHolders].map(id => partyOf(desk, id)),
        targets: [...shownTargets].map(id => partyOf(desk, id)),
        totalHolders: holders.length,
        totalTargets: targets.length,
        cells: (await describeCells(desk, snapshot, table, shown)).map(stance => nameStance(desk, stance, through)),
        messages: [...snapshot.messages],
      }
    }),
)

export const turns = define(
  heads.turns,
  z.object({
    until: z.string(),
    ...paged,
    days: z.array(z.object({ day: z.string(), cells: z.int().describe('how many stances turned on it') })),
  }),
  (desk, input) =>
    withSnapshot(desk.ledger, async snapshot => {
      const day = dayAsked(desk, input.on)
      const { scope } = scopeOf(desk, input, day)
      const table = await positionsOf(desk, snapshot, scope)
      const { items, ...page } = pageOf(turnsUntil(table, day, filterOf(input)), input.offset, input.limit)
      return { until: isoOf(day), ...page, days: items.map(([at, cells]) => ({ day: isoOf(at), cells })) }
    }),
)
