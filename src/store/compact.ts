// Many small segments into few large ones, and many small files of the hand into one. What is taken over is removed only after what
// takes it over is sealed, so a crash at any moment loses nothing and doubles nothing.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from './files.js'
import { handFileEnding, readHand } from './judgements.js'
import { pathsOf, type Seal, type TableName, tableNames } from './layout.js'
import type { Ledger } from './ledger.js'
import { relationOf } from './relation.js'
import { commitSegment, newSegmentName, openStaging, readSeals, removeSegment, standingSeals } from './segments.js'
import { type Snapshot, withSnapshot } from './snapshot.js'
import { copySorted } from './sorted-copy.js'
import { quoteText } from './sql.js'
import { nameWriteFailure } from './trouble.js'

/** A segment with so many claims is left as it is; a merged one has at most about twice as many. */
const largeSegment = 500_000

export interface CompactReport {
  readonly before: number
  readonly after: number
  readonly judgementFiles: { readonly before: number; readonly after: number }
}

/** Groups small segments, in the order of their names, into lots that make one segment each. */
const lotsOf = (seals: readonly Seal[]): readonly (readonly Seal[])[] => {
  const lots: Seal[][] = []
  let room = 0
  for (const sealed of seals.filter(({ rows }) => rows.claims < largeSegment)) {
    if (lots.length === 0 || room < sealed.rows.claims) {
      lots.push([])
      room = 2 * largeSegment
    }
    lots.at(-1)!.push(sealed)
    room -= sealed.rows.claims
  }
  return lots.filter(lot => lot.length > 1)
}

const mergeLot = async (ledger: Ledger, snapshot: Snapshot, lot: readonly Seal[], now: number): Promise<void> => {
  const segment = newSegmentName(now)
  const staging = await openStaging(ledger.folder, segment)
  const kept = `(SELECT entry, segment FROM ${snapshot.documents})`
  const rowsOfLot = (table: TableName): string =>
    `(SELECT * REPLACE (${quoteText(segment)} AS segment) FROM ${relationOf(ledger, lot, table)} SEMI JOIN ${kept} USING (entry, segment))`
  try {
    for (const table of tableNames)
      await copySorted(ledger.connection, table, rowsOfLot(table), join(staging, `${table}.parquet`))
    await commitSegment(
      ledger.connection,
      ledger.folder,
      staging,
      segment,
      now,
      lot.map(sealed => sealed.segment),
    )
  } catch (error) {
    await removeSegment(ledger.folder, segment)
    await rm(staging, { recursive: true, force: true }).catch(() => undefined)
    throw nameWriteFailure(error, ledger.folder)
  }
  for (const sealed of lot) await removeSegment(ledger.folder, sealed.segment)
}

const compactHand = async (folder: string, now: number): Promise<CompactReport['judgementFiles']> => {
  const { rows, files, messages } = await readHand(folder)
  if (files.length < 2 || messages.length > 0) return { before: files.length, after: files.length }
  const distinct = [...new Map(rows.map(row => [row.id, row])).values()]
  const { judgements } = pathsOf(folder)
  const text = distinct.map(row => `${JSON.stringify(row)}\n`).join('')
  await writeWhole(join(judgements, `${newSegmentName(now)}${handFileEnding}`), text)
  for (const name of files) await rm(join(judgements, name), { force: true })
  return { before: files.length, after: 1 }
}

/** Merges what is small. Others may add, ask and compact meanwhile. */
export const compactLedger = async (ledger: Ledger, now: number): Promise<CompactReport> => {
  const before = standingSeals((await readSeals(ledger.folder)).seals).length
  const lots = await withSnapshot(ledger, async snapshot => lotsOf(snapshot.seals))
  for (const lot of lots) {
    await withSnapshot(ledger, async snapshot => {
      const here = new Set(snapshot.seals.map(sealed => sealed.segment))
      if (lot.every(sealed => here.has(sealed.segment))) await mergeLot(ledger, snapshot, lot, now)
    })
  }
  const judgementFiles = await compactHand(ledger.folder, now)
  return { before, after: standingSeals((await readSeals(ledger.folder)).seals).length, judgementFiles }
}
