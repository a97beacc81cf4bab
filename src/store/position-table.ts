// The positions of a scope (some holders, some targets, a dimension; or all) as the table that the fold reads: records of cells out of every
// segment, and the rows of claims that the hand has changed or entered, put together cell by cell.
import type { LastingAct } from '../knowledge/ledger-schema.js'
import { spanOf } from '../ledger/days.js'
import { positionRows } from '../ledger/position-row.js'
import { type FoldedRow, type PositionTable, reviews, setRow, undated } from '../ledger/position-table.js'
import { dimensions } from '../ledger/vocabulary.js'
import { recordWords, rowsOfCell, textAt, Word, withCells } from './cell-file.js'
import {
  type CellScope,
  cellOf,
  cellsInScope,
  keyOf,
  type LiveDocuments,
  notLive,
  type SourceCells,
  scopeFilter,
  viewOf,
} from './cell-view.js'
import {
  claimsOf,
  closeGaps,
  emptyFilling,
  type Filling,
  placeSlots,
  type Slots,
  slotsOf,
  sortShared,
} from './filling.js'
import type { CountedClaim } from './hand-effects.js'
import type { Ledger } from './ledger.js'
import type { Snapshot } from './snapshot.js'

/** What is asked for; what is not said is not narrowed. */
export interface Scope extends CellScope {
  /** Also what a settled contradiction has set aside. */
  readonly withSetAside?: boolean | undefined
}

/** A row of a claim that the hand has changed or entered; actors as they count. */
interface HandRow {
  readonly key: number
  readonly row: FoldedRow
  readonly counted: CountedClaim
}

const handRowsIn = (snapshot: Snapshot, scope: Scope, kinds: readonly LastingAct[]): readonly HandRow[] => {
  const { actors, effects } = snapshot
  const isInScope = scopeFilter(snapshot, scope)
  const same = (actor: string): string => effects.merged.get(actor) ?? actor
  return effects.counted
    .filter(({ isSetAside }) => !isSetAside || scope.withSetAside === true)
    .flatMap(counted =>
      positionRows(counted.claim, counted, kinds).flatMap(({ bands: _, ...told }): readonly HandRow[] => {
        const row = { ...told, holder: same(told.holder), target: same(told.target) }
        const [holder, target] = [actors.indexOf(row.holder), actors.indexOf(row.target)]
        const dimension = dimensions.indexOf(row.dimension)
        if (holder === target || !isInScope({ holder, target, dimension })) return []
        return [{ key: keyOf(snapshot, holder, target, dimension), row, counted }]
      }),
    )
}

/** What turning records into rows needs to know. */
interface Reading {
  readonly snapshot: Snapshot
  readonly documents: LiveDocuments
  readonly kinds: readonly string[]
  readonly leftOut: ReadonlySet<string>
}

/**
 * Fills the slots of some cells, from the given slot on, with their records. Rows that do not count fall away: of documents that are not
 * live, or left out by hand.
 */
const fillStored = (
  { columns, claims, claimWords }: Filling,
  slots: Slots,
  first: number,
  { source: { file, placeOf, actorOf }, cells, keys }: SourceCells,
  { snapshot, documents, kinds, leftOut }: Reading,
): void => {
  const { claimBytes } = file.head
  const words = recordWords(file.head)
  const kindOf = [0, ...file.head.kinds.map(kind => kinds.indexOf(kind) + 1)]
  const paragraphs = new Uint32Array(columns.paragraph.buffer)
  const confidences = new Uint32Array(columns.confidence.buffer)
  const isLeftOut = (records: Uint32Array, at: number): boolean =>
    leftOut.has(textAt(Buffer.from(records.buffer), records.byteOffset + (at + Word.claim) * 4, claimBytes))
  withCells(file, cells, (place, records) => {
    const { holder, target, dimension } = cellOf(snapshot, keys[place]!)
    const start = slots.at[first + place]!
    let row = start
    for (let at = 0; at < records.length; at += words) {
      const document = placeOf[records[at + Word.document]!] ?? notLive
      if (document === notLive || (leftOut.size > 0 && isLeftOut(records, at))) continue
      const [code, acts, via] = [records[at + Word.code]!, records[at + Word.acts]!, records[at + Word.via]!]
      columns.holder[row] = holder
      columns.target[row] = target
      columns.dimension[row] = dimension
      columns.direction[row] = code & 0xff
      columns.rung[row] = (code >> 8) & 0xff
      columns.modality[row] = (code >> 16) & 0xff
      columns.basis[row] = code >>> 24
      columns.lasting[row] = kindOf[acts & 0xff]!
      columns.ends[row] = kindOf[(acts >> 8) & 0xff]!
      columns.first[row] = records[at + Word.first]!
      columns.last[row] = records[at + Word.last]!
      confidences[row] = records[at + Word.confidence]!
      columns.document[row] = document
      columns.published[row] = documents.published[document]!
      columns.publisher[row] = documents.publisher[document]!
      paragraphs[row * 2] = records[at + Word.paragraph]!
      paragraphs[row * 2 + 1] = records[at + Word.paragraph + 1]!
      columns.via[row] = via === 0 ? 0 : actorOf[via - 1]! + 1
      for (let word = 0; word < words - Word.claim; word++)
        claims[row * claimWords + word] = records[at + Word.claim + word]!
      row += 1
    }
    slots.count[first + place] = row - start
  })
}

const fillByHand = (
  { columns, claims, claimWords }: Filling,
  at: number,
  { row, counted }: HandRow,
  { snapshot: { actors }, kinds }: Reading,
): void => {
  const { place: document, publishedOn, publisher } = counted
  const published = (publishedOn === null ? undefined : spanOf(publishedOn)?.last) ?? undated
  const actorPlace = (actor: string): number => actors.indexOf(actor)
  setRow(columns, at, row, { actorPlace, kinds, document, published, publisher, review: 'none' })
  Buffer.from(claims.buffer).write(row.claim, at * claimWords * 4)
}

/** A slot for each stored cell and for each row of the hand, in this order. */
const slotsFor = (stored: readonly SourceCells[], byHand: readonly HandRow[]): Slots => {
  const size = stored.reduce((sum, { cells }) => sum + cells.length, byHand.length)
  const [key, count] = [new Float64Array(size), new Uint32Array(size).fill(1)]
  let slot = 0
  for (const { source, cells, keys } of stored) {
    key.set(keys, slot)
    for (const cell of cells) count[slot++] = rowsOfCell(source.file, cell)
  }
  key.set(
    byHand.map(each => each.key),
    slot,
  )
  return slotsOf(key, count)
}

/** Reads the positions of a scope. Rows of documents that are not live, or that the hand has left out, are not in it. */
export const readPositions = async (
  ledger: Ledger,
  snapshot: Snapshot,
  scope: Scope,
  kinds: readonly LastingAct[],
): Promise<PositionTable> => {
  const view = await viewOf(ledger, snapshot)
  const { leftOut, setAside, counted, reviews: reviewed } = snapshot.effects
  const cellsOfHand = counted.flatMap(({ claim }) => claim.positions)
  const stored = cellsInScope(snapshot, view, scope, cellsOfHand)
  const byHand = handRowsIn(snapshot, scope, kinds)
  const slots = slotsFor(stored, byHand)
  const longestClaim = Math.max(
    0,
    ...view.sources.map(({ file }) => file.head.claimBytes),
    ...byHand.map(({ row }) => Buffer.byteLength(row.claim)),
  )
  const filling = emptyFilling(placeSlots(slots), longestClaim)
  const reading: Reading = {
    snapshot,
    documents: view.documents,
    kinds: kinds.map(kind => kind.name),
    leftOut: new Set([...leftOut].filter(id => scope.withSetAside !== true || !setAside.has(id))),
  }
  let slot = 0
  for (const each of stored) {
    fillStored(filling, slots, slot, each, reading)
    slot += each.cells.length
  }
  for (const each of byHand) fillByHand(filling, slots.at[slot++]!, each, reading)

  const columns = closeGaps(filling, slots)
  const entryByHand = new Map(counted.map(({ place, entry }) => [place, entry]))
  const entry = (row: number): string => {
    const document = columns.document[row]!
    return entryByHand.get(document) ?? view.documents.entry(document)
  }
  sortShared(filling, slots, entry)
  const claim = claimsOf(filling)
  if (reviewed.size > 0)
    for (let row = 0; row < columns.size; row++)
      columns.review[row] = reviews.indexOf(reviewed.get(claim(row)) ?? 'none')
  return { ...columns, actors: snapshot.actors, kinds: reading.kinds, claim, entry }
}
