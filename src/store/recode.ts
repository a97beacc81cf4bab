// The stored texts read anew: what would change is told before anything is taken. Meanwhile the new readings wait in staging/; taking
// them writes new codings, the old stay as superseded, and judgements find their claims again.
import { createReadStream } from 'node:fs'
import { appendFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Claim, CodedDocument } from '../claims/types.js'
import { type ClaimDifference, compareReadings } from '../ledger/recoding.js'
import type { Document } from '../text/types.js'
import { type AddKnowledge, writeCodings } from './add.js'
import type { Ledger } from './ledger.js'
import { readCodings, readDocuments, readStored, type StoredDocument } from './read.js'
import { type CellDifference, compareCells } from './recode-cells.js'
import type { AddedDocument } from './rows.js'
import { newSegmentName, openStaging } from './segments.js'
import { withSnapshot } from './snapshot.js'

/** A stored document that is read otherwise now. */
export interface Rereading {
  readonly stored: StoredDocument
  readonly document: Document
  readonly claims: readonly Claim[]
  readonly differences: readonly ClaimDifference[]
}

export interface Recoding {
  /** Documents read anew, those of them that are read otherwise, and those without a stored text, which cannot be read. */
  readonly documents: number
  readonly differing: number
  readonly withoutText: number
  readonly claims: Readonly<Record<ClaimDifference['kind'], number>>
  /** The cells whose standing would be another. */
  readonly cells: readonly CellDifference[]
  /** Where the new readings wait to be taken. */
  readonly staging: string
}

/** Reads so many documents at a time. */
const lot = 200
const waitingFile = 'readings.jsonl'

interface Waiting {
  readonly entry: string
  readonly coder: string
  readonly coded: CodedDocument
}

/** Who reads the texts. */
export interface Reader {
  readonly code: (document: Document) => Promise<CodedDocument>
  /** What its claims carry as `coder`. */
  readonly signature: string
}

const rereadLot = async (ledger: Ledger, part: readonly StoredDocument[], reader: Reader) => {
  const codings = await withSnapshot(ledger, snapshot => readCodings(ledger, snapshot, part))
  const rereadings: Rereading[] = []
  const waiting: Waiting[] = []
  let read = 0
  for (const [place, { coded: before, document }] of codings.entries()) {
    if (document === undefined) continue
    read += 1
    const coded = await reader.code(document)
    const differences = compareReadings(before.claims, coded.claims)
    if (differences.length === 0) continue
    const stored = part[place]!
    rereadings.push({ stored, document, claims: coded.claims, differences })
    waiting.push({ entry: stored.entry, coder: reader.signature, coded })
  }
  return { rereadings, waiting, read }
}

/**
 * Reads the live texts anew and compares. Nothing counts before `takeRecoding`; call that or `dropRecoding`.
 * @param day the day whose standings are compared.
 * @param onRead told how many of how many texts are read.
 */
export const recodeLedger = async (
  ledger: Ledger,
  reader: Reader,
  knowledge: AddKnowledge,
  day: number,
  now: number,
  onRead: (read: number, all: number) => void = () => undefined,
): Promise<Recoding> => {
  const live = await withSnapshot(ledger, snapshot => readStored(ledger, snapshot, "state = 'live'"))
  const staging = await openStaging(ledger.folder, `recode-${newSegmentName(now)}`)
  const rereadings: Rereading[] = []
  let documents = 0
  for (let start = 0; start < live.length; start += lot) {
    const { rereadings: found, waiting, read } = await rereadLot(ledger, live.slice(start, start + lot), reader)
    documents += read
    rereadings.push(...found)
    await appendFile(join(staging, waitingFile), waiting.map(each => `${JSON.stringify(each)}\n`).join(''))
    onRead(Math.min(live.length, start + lot), live.length)
  }
  const count = (kind: ClaimDifference['kind']): number =>
    rereadings.reduce((sum, { differences }) => sum + differences.filter(each => each.kind === kind).length, 0)
  return {
    documents,
    differing: rereadings.length,
    withoutText: live.length - documents,
    claims: { gained: count('gained'), lost: count('lost'), changed: count('changed') },
    cells: await compareCells(ledger, rereadings, knowledge, day),
    staging,
  }
}

/** Forgets the new readings. */
export const dropRecoding = ({ staging }: Recoding): Promise<void> => rm(staging, { recursive: true, force: true })

/** Writes the new readings that `recodeLedger` has found. */
export const takeRecoding = async (
  ledger: Ledger,
  recoding: Recoding,
  knowledge: AddKnowledge,
  now: number,
): Promise<void> => {
  const write = async (waiting: readonly Waiting[]): Promise<void> => {
    const documents = await withSnapshot(ledger, snapshot =>
      readDocuments(
        ledger,
        snapshot,
        waiting.map(({ entry }) => entry),
      ),
    )
    const codings = waiting.map(
      ({ entry, coder, coded }): AddedDocument => ({ coded, coder, document: documents.get(entry) }),
    )
    if (codings.length > 0) await writeCodings(ledger, codings, knowledge, now)
  }
  let part: Waiting[] = []
  for await (const line of createInterface({ input: createReadStream(join(recoding.staging, waitingFile)) })) {
    part.push(JSON.parse(line) as Waiting)
    if (part.length < lot) continue
    await write(part)
    part = []
  }
  await write(part)
  await dropRecoding(recoding)
}
