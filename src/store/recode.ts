// A new version of the coder over the stored texts: what would change is told cell by cell, with the claims gained and lost, before
// anything is taken. Taking it writes new codings; the old stay as superseded, and judgements find their claims again.
import type { CodedDocument } from '../claims/types.js'
import { contentOf } from '../ledger/identity.js'
import type { PositionRow } from '../ledger/position-row.js'
import { positionRows } from '../ledger/position-row.js'
import { cellsOf, type PositionTable, tableOf, undated } from '../ledger/position-table.js'
import { describeStanding, type Stance } from '../ledger/stances.js'
import { standingOn } from '../ledger/standing.js'
import { bases, dimensions, directions, modalities, rungs } from '../ledger/vocabulary.js'
import type { Document } from '../text/types.js'
import { type AddKnowledge, writeCodings } from './add.js'
import type { Ledger } from './ledger.js'
import { readPositions } from './position-table.js'
import { readClaimsIn, readDocuments, readStored } from './read.js'
import type { AddedDocument } from './rows.js'
import { paragraphAround } from './rows.js'
import { type Snapshot, withSnapshot } from './snapshot.js'

export interface CellChange {
  readonly before: Stance | null
  readonly after: Stance | null
  /** Ids of the cell's claims that only the old, or only the new, coding has. */
  readonly lost: readonly string[]
  readonly gained: readonly string[]
}

export interface Recoding {
  /** Documents coded anew, and those without a stored text, which cannot be. */
  readonly documents: number
  readonly withoutText: number
  readonly claimsLost: number
  readonly claimsGained: number
  readonly changes: readonly CellChange[]
  /** Codings to write; empty where the coder is the one that coded them. */
  readonly codings: readonly AddedDocument[]
}

/** The rows of a table in words again. */
const unpack = (table: PositionTable): readonly PositionRow[] =>
  Array.from({ length: table.size }, (_, row) => ({
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
    entry: table.documents[table.document[row]!]!.entry,
    paragraph: String(table.paragraph[row]),
    via: table.via[row] === 0 ? null : table.actors[table.via[row]! - 1]!,
  }))

const cellKey = (row: Pick<PositionRow, 'holder' | 'target' | 'dimension'>): string =>
  `${row.holder}\t${row.target}\t${row.dimension}`

const stancesByCell = (table: PositionTable, day: number): ReadonlyMap<string, Stance> => {
  const found = new Map<string, Stance>()
  for (const cell of cellsOf(table)) {
    const standing = standingOn(table, cell, day)
    if (standing === undefined) continue
    const stance = describeStanding(table, cell, standing)
    found.set(cellKey(stance), stance)
  }
  return found
}

const claimsByCell = (rows: readonly PositionRow[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>()
  for (const row of rows) found.set(cellKey(row), (found.get(cellKey(row)) ?? new Set()).add(row.claim))
  return found
}

const differs = (one: Stance | undefined, other: Stance | undefined): boolean =>
  one?.direction !== other?.direction || one?.status !== other?.status || one?.disputed !== other?.disputed

const compareCells = (
  before: readonly PositionRow[],
  after: readonly PositionRow[],
  snapshot: Snapshot,
  day: number,
): readonly CellChange[] => {
  const [old, fresh] = [before, after].map(rows => stancesByCell(tableOf(rows, snapshot.facts), day)) as [
    ReadonlyMap<string, Stance>,
    ReadonlyMap<string, Stance>,
  ]
  const [oldClaims, freshClaims] = [claimsByCell(before), claimsByCell(after)]
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .sort()
    .filter(key => differs(old.get(key), fresh.get(key)))
    .map(key => {
      const had = oldClaims.get(key) ?? new Set<string>()
      const has = freshClaims.get(key) ?? new Set<string>()
      return {
        before: old.get(key) ?? null,
        after: fresh.get(key) ?? null,
        lost: [...had].filter(claim => !has.has(claim)).sort(),
        gained: [...has].filter(claim => !had.has(claim)).sort(),
      }
    })
}

/**
 * Codes the stored texts anew and compares; writes nothing.
 * @param day the day whose standings are compared.
 */
export const recodeLedger = (
  ledger: Ledger,
  code: (document: Document) => Promise<CodedDocument>,
  knowledge: AddKnowledge,
  day: number,
): Promise<Recoding> =>
  withSnapshot(ledger, async snapshot => {
    const live = await readStored(ledger, snapshot, "state = 'live'")
    const documents = await readDocuments(
      ledger,
      snapshot,
      live.map(({ entry }) => entry),
    )
    const coded: {
      readonly entry: string
      readonly document: Document
      readonly coded: CodedDocument
      readonly coder: string
    }[] = []
    for (const stored of live) {
      const document = documents.get(stored.entry)
      if (document !== undefined)
        coded.push({ entry: stored.entry, document, coded: await code(document), coder: stored.coder })
    }
    const coder = coded.flatMap(each => each.coded.claims.map(claim => claim.coder))[0]
    const changed = coder === undefined ? [] : coded.filter(each => each.coder !== coder)
    const entries = new Set(changed.map(({ entry }) => entry))
    const left = leftOutContents(snapshot)
    const fresh = changed.flatMap(({ entry, document, coded }) =>
      coded.claims
        .filter(claim => !snapshot.effects.leftOut.has(claim.id) && !left.has(contentOf(claim)))
        .flatMap(claim =>
          positionRows(
            claim,
            {
              entry,
              issuer: document.issuer,
              publishedOn: document.publishedOn,
              paragraph: paragraphAround(document, claim.quote),
            },
            knowledge.lastingActs,
          ),
        ),
    )
    const stands = unpack(await readPositions(ledger, snapshot, {}, knowledge.lastingActs))
    const after = [...stands.filter(row => !entries.has(row.entry)), ...fresh]
    const before = new Set((await readClaimsIn(ledger, snapshot, [...entries])).map(({ claim }) => claim.id))
    const now = new Set(changed.flatMap(each => each.coded.claims.map(claim => claim.id)))
    return {
      documents: coded.length,
      withoutText: live.length - coded.length,
      claimsLost: [...before].filter(id => !now.has(id)).length,
      claimsGained: [...now].filter(id => !before.has(id)).length,
      changes: compareCells(stands, after, snapshot, day),
      codings: changed.map(({ document, coded }) => ({ document, coded, coder })),
    }
  })

/** What the claims say that the hand has left out, so that they are left out again under another id. */
const leftOutContents = (snapshot: Snapshot): ReadonlySet<string> =>
  new Set(
    [...snapshot.effects.byClaim.values()].flatMap(hand => [
      ...(hand.verdict?.verdict === 'wrong' ? [hand.verdict.claim.content] : []),
      ...hand.setAside.flatMap(row => row.setAside.map(({ content }) => content)),
    ]),
  )

/** Writes what `recodeLedger` has found. */
export const takeRecoding = async (
  ledger: Ledger,
  recoding: Recoding,
  knowledge: AddKnowledge,
  now: number,
): Promise<void> => {
  if (recoding.codings.length === 0) return
  await withSnapshot(ledger, snapshot => writeCodings(ledger, snapshot, recoding.codings, knowledge, now))
}
