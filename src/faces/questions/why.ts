// Why a cell reads as it does, or what a claim is: every claim with its words, voices, rule and judgements, those that no longer count
// included; and what to judge next.
import { z } from 'zod'
import { isoOf } from '../../ledger/days.js'
import { rowsOfAct } from '../../ledger/hand.js'
import { kinshipsOf, originsOf } from '../../ledger/origins.js'
import { cellsOf, type PositionTable } from '../../ledger/position-table.js'
import { countShared, similarityOf } from '../../ledger/shingles.js'
import { stancesOn } from '../../ledger/stances.js'
import type { TracedLineage } from '../../store/lineage.js'
import { readClaims, readClaimsOf, readDocuments, type StoredClaim } from '../../store/read.js'
import { relationOf } from '../../store/relation.js'
import { ask, type Snapshot, withSnapshot } from '../../store/snapshot.js'
import { quoteText } from '../../store/sql.js'
import { dayAsked, lineageOf, nameStance, pageOf, parseCell, positionsOf, scopeOf } from './desk.js'
import { describeClaim, type EvidenceOrigin } from './evidence.js'
import { heads } from './heads.js'
import { type Desk, define, QuestionTrouble } from './question.js'
import { type Evidence, evidence, message, namedStance, paged } from './schemas.js'

/** Stored claims as evidence, in the order given, and the hand-entered ones among the ids. */
export const evidenceOf = async (
  desk: Desk,
  snapshot: Snapshot,
  stored: readonly StoredClaim[],
  ids: readonly string[],
  originOf: (claim: string) => EvidenceOrigin | null,
): Promise<readonly Evidence[]> => {
  const entries = [...new Set(stored.map(({ document }) => document.entry))]
  const texts = await readDocuments(desk.ledger, snapshot, entries)
  const entered = rowsOfAct(snapshot.hand, 'claim').filter(row => ids.includes(row.claim.id))
  const described = [
    ...stored.map(each =>
      describeClaim(each, {
        desk,
        text: texts.get(each.document.entry)?.text,
        hand: snapshot.effects.byClaim.get(each.claim.id),
        origin: originOf(each.claim.id),
      }),
    ),
    ...entered.map(row =>
      describeClaim(
        { claim: row.claim, content: '', document: undefined },
        {
          desk,
          text: undefined,
          hand: snapshot.effects.byClaim.get(row.claim.id),
          origin: originOf(row.claim.id),
          entered: row,
        },
      ),
    ),
  ]
  const order = new Map(ids.map((id, place) => [id, place]))
  return described.sort(
    (one, other) =>
      (order.get(one.claim) ?? 0) - (order.get(other.claim) ?? 0) ||
      (one.document?.addedAt ?? '').localeCompare(other.document?.addedAt ?? ''),
  )
}

/** Ids of every claim of a cell, live or not, the latest first. */
const idsOfCell = async (
  desk: Desk,
  snapshot: Snapshot,
  table: PositionTable,
  cell: { holder: string; target: string; dimension: string },
) => {
  const rows = await ask(
    desk.ledger,
    `SELECT claim, max(last_day) AS day FROM ${relationOf(desk.ledger, snapshot.seals, 'positions')}
    WHERE holder = ${quoteText(cell.holder)} AND target = ${quoteText(cell.target)} AND dimension = ${quoteText(cell.dimension)}
    GROUP BY claim ORDER BY day DESC NULLS LAST, claim`,
  )
  const live = Array.from({ length: table.size }, (_, row) => row).sort(
    (one, other) => table.last[other]! - table.last[one]!,
  )
  return [...new Set([...live.map(row => table.claim(row)), ...rows.map(row => row.claim as string)])]
}

/** The origin of each claim of a cell, and to which earlier claim it owes that it is none of its own. */
const traceOrigins = (
  table: PositionTable,
  { lineage, bandsOf }: TracedLineage,
): ReadonlyMap<string, EvidenceOrigin> => {
  const [cell] = cellsOf(table)
  if (cell === undefined) return new Map()
  const rows = Array.from({ length: table.size }, (_, row) => row)
  const kinships = kinshipsOf(table, rows, lineage(cell))
  const kinOf = (row: number): EvidenceOrigin['kin'] => {
    const kinship = kinships.get(row)
    if (kinship === undefined) return null
    const [one, other] = [row, kinship.to].map(each => bandsOf(table.paragraph[each]!)) as [Bands, Bands]
    const similarity = kinship.by === 'copy' ? Math.round(similarityOf(countShared(one, other)) * 100) / 100 : null
    return { claim: table.claim(kinship.to), by: kinship.by, similarity }
  }
  return new Map(
    originsOf(table, rows, lineage(cell)).flatMap((group, place) =>
      group.map(row => [table.claim(row), { number: place + 1, kin: kinOf(row) }] as const),
    ),
  )
}
type Bands = ArrayLike<number>

const isEntered = (snapshot: Snapshot, id: string): boolean =>
  rowsOfAct(snapshot.hand, 'claim').some(row => row.claim.id === id)

const notesAbout = (snapshot: Snapshot, about: string) =>
  rowsOfAct(snapshot.hand, 'note')
    .filter(row => row.about === about)
    .map(({ id, who, at, text }) => ({ row: id, who, at, text }))

export const why = define(
  heads.why,
  z.object({
    about: z.string(),
    on: z.string(),
    stance: namedStance.nullable(),
    ...paged,
    evidence: z.array(evidence),
    notes: z.array(z.object({ row: z.string(), who: z.string(), at: z.string(), text: z.string() })),
    messages: z.array(message),
  }),
  (desk, input) =>
    withSnapshot(desk.ledger, async snapshot => {
      const day = dayAsked(desk, input.on)
      const cell = parseCell(desk, input.about)
      const shared = {
        about: input.about,
        on: isoOf(day),
        notes: notesAbout(snapshot, input.about),
        messages: [...snapshot.messages],
      }
      if (cell === undefined) {
        const stored = await readClaims(desk.ledger, snapshot, [input.about])
        const found = await evidenceOf(desk, snapshot, stored, [input.about], () => null)
        if (found.length === 0)
          throw new QuestionTrouble(
            'not-found',
            `no claim ${input.about}; ask with a claim's id, or a cell as HOLDER:TARGET:DIMENSION`,
          )
        return { ...shared, stance: null, total: found.length, offset: 0, limit: found.length, evidence: [...found] }
      }
      const { holder, target, dimension } = cell
      const table = await positionsOf(desk, snapshot, { holders: [holder], targets: [target], dimensions: [dimension] })
      const traced = await lineageOf(desk, snapshot, table)
      const [stance] = stancesOn(table, day, {}, traced.lineage)
      const { items, ...page } = pageOf(await idsOfCell(desk, snapshot, table, cell), input.offset, input.limit)
      const near = await readClaimsOf(desk.ledger, snapshot, holder, target, items)
      const there = new Set(near.map(({ claim }) => claim.id))
      const elsewhere = items.filter(id => !there.has(id) && !isEntered(snapshot, id))
      const stored = [...near, ...(await readClaims(desk.ledger, snapshot, elsewhere))]
      const origins = traceOrigins(table, traced)
      const found = await evidenceOf(desk, snapshot, stored, items, claim => origins.get(claim) ?? null)
      return {
        ...shared,
        stance: stance === undefined ? null : nameStance(desk, stance, new Map()),
        ...page,
        evidence: [...found],
      }
    }),
)

/** Doubt of a row, 0–1, and how much hangs on it: a cell that rests on few claims weighs more. */
const urgency = (table: PositionTable, row: number, cellSize: number, by: 'both' | 'doubt' | 'weight'): number => {
  const doubt = 1 - Math.abs(table.confidence[row]! - 0.5)
  const weight = 1 / Math.sqrt(cellSize)
  return by === 'doubt' ? doubt : by === 'weight' ? weight : doubt * weight
}

export const review = define(
  heads.review,
  z.object({ ...paged, judged: z.int(), evidence: z.array(evidence) }),
  (desk, input) =>
    withSnapshot(desk.ledger, async snapshot => {
      const { scope } = scopeOf(desk, input, dayAsked(desk, undefined))
      const table = await positionsOf(desk, snapshot, scope)
      const judged = new Set(
        rowsOfAct(snapshot.hand, 'verdict')
          .filter(row => input.who === undefined || row.who === input.who)
          .map(row => row.claim.id),
      )
      const waiting = new Map<string, number>()
      for (const { from, to } of cellsOf(table)) {
        for (let row = from; row < to; row++) {
          const claim = table.claim(row)
          if (!judged.has(claim))
            waiting.set(claim, Math.max(waiting.get(claim) ?? 0, urgency(table, row, to - from, input.by)))
        }
      }
      const order = [...waiting]
        .sort(([one, left], [other, right]) => right - left || (one < other ? -1 : 1))
        .map(([claim]) => claim)
      const { items, ...page } = pageOf(order, input.offset, input.limit)
      const stored = (await readClaims(desk.ledger, snapshot, items)).filter(
        ({ document }) => document.state === 'live',
      )
      return {
        ...page,
        judged: judged.size,
        evidence: [...(await evidenceOf(desk, snapshot, stored, items, () => null))],
      }
    }),
)
