// What a new reading of some documents would do to the cells: each cell whose standing would be another, with the claims that make it so.
import type { Claim } from '../claims/types.js'
import { type ChangeKind, changesBetween } from '../ledger/changes.js'
import { spanOf } from '../ledger/days.js'
import { applyHand, handOf } from '../ledger/hand.js'
import { contentOf } from '../ledger/identity.js'
import { positionRows } from '../ledger/position-row.js'
import { type DocumentFacts, type FoldedRow, type PositionTable, tableOf, undated } from '../ledger/position-table.js'
import type { ClaimDifference } from '../ledger/recoding.js'
import { describeStanding, type Stance } from '../ledger/stances.js'
import { bases, dimensions, directions, modalities, rungs } from '../ledger/vocabulary.js'
import { type AddKnowledge, mediaByName } from './add.js'
import type { Ledger } from './ledger.js'
import { readPositions } from './position-table.js'
import type { Rereading } from './recode.js'
import { paragraphAround } from './rows.js'
import { type Snapshot, withSnapshot } from './snapshot.js'

export interface CellDifference {
  readonly kind: ChangeKind
  readonly before: Stance | null
  readonly after: Stance | null
  /** The claims that bear on the cell and are read otherwise. */
  readonly claims: readonly ClaimDifference[]
}

const named = (table: PositionTable, place: number): string | null => (place === 0 ? null : table.actors[place - 1]!)

/** A row of a table in words again. */
const unpack = (table: PositionTable, row: number): FoldedRow => ({
  holder: table.actors[table.holder[row]!]!,
  target: table.actors[table.target[row]!]!,
  dimension: dimensions[table.dimension[row]!]!,
  direction: directions[table.direction[row]!]!,
  rung: table.rung[row] === 0 ? null : rungs[table.rung[row]! - 1]!,
  firstDay: table.first[row] === undated ? null : table.first[row]!,
  lastDay: table.last[row] === undated ? null : table.last[row]!,
  modality: modalities[table.modality[row]!]!,
  basis: bases[table.basis[row]!]!,
  lasting: table.lasting[row] === 0 ? null : table.kinds[table.lasting[row]! - 1]!,
  ends: table.ends[row] === 0 ? null : table.kinds[table.ends[row]! - 1]!,
  confidence: table.confidence[row]!,
  claim: table.claim(row),
  entry: table.entry(row),
  paragraph: String(table.paragraph[row]),
  via: named(table, table.via[row]!),
})

/** The rows that the new readings give, as the hand leaves them, by holder. */
const freshRows = (
  rereadings: readonly Rereading[],
  { effects }: Snapshot,
  knowledge: AddKnowledge,
): ReadonlyMap<string, readonly FoldedRow[]> => {
  const handOn = handOf(effects.byClaim)
  const same = (id: string): string => effects.merged.get(id) ?? id
  const rows = rereadings.flatMap(({ stored, document, claims }) =>
    claims.flatMap((claim): readonly FoldedRow[] => {
      const hand = handOn(claim.id, contentOf(claim), stored.family)
      if (hand?.verdict?.verdict === 'wrong' || (hand?.setAside.length ?? 0) > 0) return []
      const counted = hand === undefined ? claim : applyHand(claim, hand)
      const paragraph = paragraphAround(document, claim.quote)
      const { entry, issuer, publishedOn } = stored
      return positionRows(counted, { entry, issuer, publishedOn, paragraph }, knowledge.lastingActs).map(row => ({
        ...row,
        holder: same(row.holder),
        target: same(row.target),
      }))
    }),
  )
  const byHolder = new Map<string, FoldedRow[]>()
  for (const row of rows) {
    if (row.holder === row.target) continue
    const own = byHolder.get(row.holder)
    if (own) own.push(row)
    else byHolder.set(row.holder, [row])
  }
  return byHolder
}

const cellName = (cell: { readonly holder: string; readonly target: string; readonly dimension: string }): string =>
  `${cell.holder}\t${cell.target}\t${cell.dimension}`

/** The differences by every cell that one of their claims bears on. */
const differencesByCell = (
  rereadings: readonly Rereading[],
  merged: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly ClaimDifference[]> => {
  const found = new Map<string, ClaimDifference[]>()
  const same = (id: string): string => merged.get(id) ?? id
  const cellsOf = (claim: Claim | undefined): readonly string[] =>
    (claim?.positions ?? []).map(each => cellName({ ...each, holder: same(each.holder), target: same(each.target) }))
  for (const difference of rereadings.flatMap(({ differences }) => differences))
    for (const cell of new Set([...cellsOf(difference.before), ...cellsOf(difference.after)]))
      found.set(cell, [...(found.get(cell) ?? []), difference])
  return found
}

const factsOf = (rereadings: readonly Rereading[], knowledge: AddKnowledge): readonly DocumentFacts[] => {
  const media = mediaByName(knowledge.actors)
  return rereadings.map(({ stored: { entry, publishedOn, publisher } }) => ({
    entry,
    published: (publishedOn === null ? undefined : spanOf(publishedOn)?.last) ?? undated,
    publisher: publisher === null ? null : (media.get(publisher.toLowerCase()) ?? null),
  }))
}

/** The cells whose standing on a day the new readings would change; holder by holder, so that a large ledger is never held whole. */
export const compareCells = (
  ledger: Ledger,
  rereadings: readonly Rereading[],
  knowledge: AddKnowledge,
  day: number,
): Promise<readonly CellDifference[]> =>
  withSnapshot(ledger, async snapshot => {
    const fresh = freshRows(rereadings, snapshot, knowledge)
    const differences = differencesByCell(rereadings, snapshot.effects.merged)
    const reread = new Set(rereadings.map(({ stored }) => stored.entry))
    const entered = new Set(snapshot.hand.flatMap(row => (row.act === 'claim' ? [row.claim.id] : [])))
    const rereadFacts = factsOf(rereadings, knowledge)
    const holders = [...new Set([...differences.keys()].map(cell => cell.split('\t')[0]!))].sort()
    const found: CellDifference[] = []
    for (const holder of holders) {
      const table = await readPositions(ledger, snapshot, { holders: [holder] }, knowledge.lastingActs)
      const rows = Array.from({ length: table.size }, (_, row) => row)
      const facts = rows.map(row => ({
        entry: table.entry(row),
        published: table.published[row]!,
        publisher: named(table, table.publisher[row]!),
      }))
      const kept = rows
        .map(row => unpack(table, row))
        .filter(({ entry, claim }) => !reread.has(entry) || entered.has(claim))
      const after = tableOf([...kept, ...(fresh.get(holder) ?? [])], [...facts, ...rereadFacts])
      for (const change of changesBetween({ table, day }, { table: after, day })) {
        const [old, next] = [change.before, change.after]
        const before = old === undefined ? null : describeStanding(table, old.cell, old.standing)
        const then = next === undefined ? null : describeStanding(after, next.cell, next.standing)
        const claims = differences.get(cellName((then ?? before)!)) ?? []
        found.push({ kind: change.kind, before, after: then, claims })
      }
    }
    return found
  })
