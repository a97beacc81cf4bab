// What the answers share: actors by id or name, the day asked about, and the positions of a question's scope, read through whoever
// governed a state on the day.
import type { Dimension } from '../../claims/types.js'
import type { ActorEntry } from '../../knowledge/actor-schema.js'
import { dayOf } from '../../ledger/days.js'
import { type CellRange, cellsOf, type PositionTable } from '../../ledger/position-table.js'
import { governorsOn, knownTies, type Tie } from '../../ledger/relations.js'
import {
  type CellStanding,
  describeStanding,
  type Stance,
  type StanceFilter,
  standingsOn,
} from '../../ledger/stances.js'
import { dimensions } from '../../ledger/vocabulary.js'
import { readLineage, type TracedLineage } from '../../store/lineage.js'
import { readPositions, type Scope } from '../../store/position-table.js'
import type { Snapshot } from '../../store/snapshot.js'
import type { Desk } from './question.js'
import type { NamedStance } from './schemas.js'

interface ActorNames {
  readonly byId: ReadonlyMap<string, ActorEntry>
  readonly idOf: ReadonlyMap<string, string>
}
const namesOf = new WeakMap<Desk['knowledge'], ActorNames>()

const actorNames = (knowledge: Desk['knowledge']): ActorNames => {
  const kept = namesOf.get(knowledge)
  if (kept !== undefined) return kept
  const byId = new Map(knowledge.actors.map(actor => [actor.id, actor]))
  const idOf = new Map<string, string>()
  for (const actor of knowledge.actors)
    for (const name of [actor.id, actor.name, ...actor.names, ...actor.abbreviations])
      if (!idOf.has(name.toLowerCase())) idOf.set(name.toLowerCase(), actor.id)
  const names = { byId, idOf }
  namesOf.set(knowledge, names)
  return names
}

/** The id that a word of the asker means; a word that names nobody known is an id itself. */
export const resolveActor = (desk: Desk, word: string): string => {
  const { byId, idOf } = actorNames(desk.knowledge)
  if (byId.has(word)) return word
  const folded = word.toLowerCase()
  return idOf.get(folded) ?? idOf.get(folded.replace(/^the /, '')) ?? word
}

/** The name that tables show; the id where none is known. */
export const nameOf = (desk: Desk, id: string): string => actorNames(desk.knowledge).byId.get(id)?.name ?? id

export const actorOf = (desk: Desk, id: string): ActorEntry | undefined => actorNames(desk.knowledge).byId.get(id)

/** The day asked about, as a day number. */
export const dayAsked = (desk: Desk, on: string | undefined): number =>
  on === undefined ? Math.floor(desk.now / 86_400_000) : dayOf(on)

export const filterOf = (input: {
  readonly basis?: StanceFilter['bases']
  readonly confidence?: number | undefined
  readonly origins?: number | undefined
  readonly reviewed?: boolean | undefined
}): StanceFilter => ({
  bases: input.basis,
  minConfidence: input.confidence,
  minOrigins: input.origins,
  reviewedOnly: input.reviewed,
})

/** The ties that hold apart from claims. */
export const tiesKnown = (desk: Desk): readonly Tie[] => knownTies(desk.knowledge)

export interface AskedScope {
  readonly scope: Scope
  /** For each actor that answers for a state asked about: the tie by which it does. */
  readonly through: ReadonlyMap<string, Tie>
}

/** The actors asked about, and with a state those who governed it on the day. */
const widen = (desk: Desk, words: readonly string[] | undefined, day: number, through: Map<string, Tie>) => {
  if (words === undefined) return undefined
  const asked = words.map(word => resolveActor(desk, word))
  const governors = asked.flatMap(id => governorsOn(tiesKnown(desk), id, day))
  for (const tie of governors) if (!asked.includes(tie.subject)) through.set(tie.subject, tie)
  return [...new Set([...asked, ...governors.map(tie => tie.subject)])]
}

export const scopeOf = (
  desk: Desk,
  input: {
    readonly holder?: readonly string[] | undefined
    readonly target?: readonly string[] | undefined
    readonly dimension?: readonly Dimension[] | undefined
  },
  day: number,
): AskedScope => {
  const through = new Map<string, Tie>()
  const holders = widen(desk, input.holder, day, through)
  const targets = widen(desk, input.target, day, through)
  return { scope: { holders, targets, dimensions: input.dimension }, through }
}

/** Ids in the ledger of which the words are the id or part of a name. */
const idsNamed = (desk: Desk, { actors }: Snapshot, words: string): readonly string[] => {
  const sought = words.toLowerCase()
  return actors.filter(
    id =>
      id.toLowerCase() === sought ||
      [nameOf(desk, id), ...(actorOf(desk, id)?.names ?? [])].some(name => name.toLowerCase().includes(sought)),
  )
}

/** The scope, and of it only the cells whose holder or target has the words in its name. */
export const narrowByName = (desk: Desk, snapshot: Snapshot, scope: Scope, words: string | undefined): Scope =>
  words === undefined ? scope : { ...scope, either: idsNamed(desk, snapshot, words) }

/** A stance with its names, and by whom it answers for a state. */
export const nameStance = (desk: Desk, stance: Stance, through: ReadonlyMap<string, Tie>): NamedStance => {
  const tie = through.get(stance.target) ?? through.get(stance.holder)
  return {
    ...stance,
    beside: [...stance.beside],
    evidence: [...stance.evidence],
    disagreeing: [...stance.disagreeing],
    holderName: nameOf(desk, stance.holder),
    targetName: nameOf(desk, stance.target),
    through: tie === undefined ? null : { actor: tie.subject, governs: tie.object, since: tie.from },
  }
}

/** The positions of a scope. */
export const positionsOf = (desk: Desk, snapshot: Snapshot, scope: Scope): Promise<PositionTable> =>
  readPositions(desk.ledger, snapshot, scope, desk.knowledge.lastingActs)

/** The near-copies among the paragraphs of some cells of a table; of all where none are named. */
export const lineageOf = (
  desk: Desk,
  snapshot: Snapshot,
  table: PositionTable,
  cells: readonly CellRange[] = cellsOf(table),
): Promise<TracedLineage> => readLineage(desk.ledger, snapshot, table, cells)

/** Cells by the names of holder and target, as a reader looks for them; then by dimension, as the table has them. */
const inOrderOfNames = (desk: Desk, table: PositionTable, found: readonly CellStanding[]): readonly CellStanding[] => {
  const shown = [...new Set(found.flatMap(({ cell: { from } }) => [table.holder[from]!, table.target[from]!]))]
  const byName = shown
    .map(place => ({ place, name: nameOf(desk, table.actors[place]!) }))
    .sort((one, other) => collator.compare(one.name, other.name) || one.place - other.place)
  const rank = new Map(byName.map(({ place }, at) => [place, at]))
  const rankOf = (column: Uint32Array, { cell }: CellStanding): number => rank.get(column[cell.from]!)!
  return found.toSorted(
    (one, other) =>
      rankOf(table.holder, one) - rankOf(table.holder, other) ||
      rankOf(table.target, one) - rankOf(table.target, other) ||
      one.cell.from - other.cell.from,
  )
}

const collator = new Intl.Collator('en')

/** Some standings of a table in words; origins are told apart in their cells only. */
export const describeCells = async (
  desk: Desk,
  snapshot: Snapshot,
  table: PositionTable,
  some: readonly CellStanding[],
): Promise<readonly Stance[]> => {
  const { lineage } = await lineageOf(
    desk,
    snapshot,
    table,
    some.map(({ cell }) => cell),
  )
  return some.map(({ cell, standing }) => describeStanding(table, cell, standing, lineage))
}

/** The standings of a table on a day that the filter lets through, in the table's order. */
export const standingsAsked = async (
  desk: Desk,
  snapshot: Snapshot,
  table: PositionTable,
  day: number,
  filter: StanceFilter,
): Promise<readonly CellStanding[]> => {
  const found = standingsOn(table, day, filter)
  const least = filter.minOrigins
  if (least === undefined) return found
  const described = await describeCells(desk, snapshot, table, found)
  return found.filter((_, place) => described[place]!.origins >= least)
}

/** One page of the stances of a table on a day. */
export const stancePage = async (
  desk: Desk,
  snapshot: Snapshot,
  table: PositionTable,
  day: number,
  filter: StanceFilter,
  asked: { readonly offset: number; readonly limit: number },
) => {
  const found = inOrderOfNames(desk, table, await standingsAsked(desk, snapshot, table, day, filter))
  const { items, ...page } = pageOf(found, asked.offset, asked.limit)
  return { ...page, items: await describeCells(desk, snapshot, table, items) }
}

/** HOLDER:TARGET:DIMENSION as a cell; undefined where the words are no cell. */
export const parseCell = (
  desk: Desk,
  words: string,
): { readonly holder: string; readonly target: string; readonly dimension: Dimension } | undefined => {
  const parts = words.split(':')
  const dimension = dimensions.find(each => each === parts[2])
  if (parts.length !== 3 || dimension === undefined) return undefined
  return { holder: resolveActor(desk, parts[0]!), target: resolveActor(desk, parts[1]!), dimension }
}

/** One page of a list. */
export const pageOf = <T>(all: readonly T[], offset: number, limit: number) => ({
  total: all.length,
  offset,
  limit,
  items: all.slice(offset, offset + limit),
})
