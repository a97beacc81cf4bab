// Two copies of a ledger into one: what the other has and this one lacks is written here. Asking twice changes nothing, and it makes no
// difference which is merged into which.
import { copyFile } from 'node:fs/promises'
import { type AddKnowledge, writeCodings } from './add.js'
import { readIfThere } from './files.js'
import { type NewHandRow, readHand, writeHand } from './judgements.js'
import { pathsOf } from './layout.js'
import type { Ledger } from './ledger.js'
import { readCodings, readStored } from './read.js'
import { ask, withSnapshot } from './snapshot.js'

export interface MergeReport {
  readonly documents: number
  readonly judgements: number
  /** What the two hold differently and a person must settle. */
  readonly messages: readonly string[]
}

const lot = 2000

const mergeDocuments = async (into: Ledger, from: Ledger, knowledge: AddKnowledge, now: number): Promise<number> => {
  const here = await withSnapshot(into, async snapshot => {
    const rows = await ask(into, `SELECT entry FROM ${snapshot.documents}`)
    return new Set(rows.map(row => row.entry as string))
  })
  const missing = await withSnapshot(from, async snapshot =>
    (await readStored(from, snapshot)).filter(({ entry }) => !here.has(entry)),
  )
  for (let start = 0; start < missing.length; start += lot) {
    const part = missing.slice(start, start + lot)
    const codings = await withSnapshot(from, snapshot => readCodings(from, snapshot, part))
    await writeCodings(into, codings, knowledge, now)
  }
  return missing.length
}

const mergeHand = async (into: Ledger, from: Ledger, now: number): Promise<number> => {
  const here = new Set((await readHand(into.folder)).rows.map(row => row.id))
  const missing = (await readHand(from.folder)).rows.filter(row => !here.has(row.id))
  const rows = missing.map(({ id: _, ...row }) => row as NewHandRow)
  if (rows.length > 0) await writeHand(into.folder, rows, now)
  return rows.length
}

const mergeActors = async (into: Ledger, from: Ledger): Promise<readonly string[]> => {
  const [here, there] = [pathsOf(into.folder).actors, pathsOf(from.folder).actors]
  const [own, other] = [await readIfThere(here), await readIfThere(there)]
  if (other === undefined || other === own) return []
  if (own !== undefined) return [`${there} differs from ${here}: put together by hand what should count`]
  await copyFile(there, here)
  return []
}

/** Writes into one ledger what another has more. */
export const mergeLedger = async (
  into: Ledger,
  from: Ledger,
  knowledge: AddKnowledge,
  now: number,
): Promise<MergeReport> => {
  const documents = await mergeDocuments(into, from, knowledge, now)
  const judgements = await mergeHand(into, from, now)
  return { documents, judgements, messages: await mergeActors(into, from) }
}
