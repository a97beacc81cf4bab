// Coded documents in, a sealed segment out. The same text again adds nothing; a text of the same family with other words is a new
// version; a claim whose quotation is not in its text is refused and named, the rest is kept.
import type { CodedDocument } from '../claims/types.js'
import type { Knowledge } from '../knowledge/sources.js'
import type { Message } from '../text/types.js'
import { findCopies } from './copies.js'
import type { Ledger } from './ledger.js'
import { type AddedDocument, entryOf, type SegmentRows, segmentRows } from './rows.js'
import { newSegmentName, writeSegment } from './segments.js'
import { ask, relationOf, type Snapshot, withSnapshot } from './snapshot.js'
import { quoteList } from './sql.js'
import { nameWriteFailure } from './trouble.js'

/** What adding needs of the knowledge. */
export type AddKnowledge = Pick<Knowledge, 'lastingActs' | 'actors'>

export interface AddReport {
  /** Name of the segment; undefined where nothing was new. */
  readonly segment: string | undefined
  readonly added: readonly {
    readonly entry: string
    readonly name: string
    readonly claims: number
    readonly newVersion: boolean
  }[]
  /** Names of the documents that were there already. */
  readonly unchanged: readonly string[]
  readonly messages: readonly Message[]
}

/** Actor ids of media by every name, folded to lower case. */
export const mediaByName = (actors: Knowledge['actors']): ReadonlyMap<string, string> =>
  new Map(
    actors
      .filter(actor => actor.kind === 'media')
      .flatMap(actor => [actor.name, ...actor.names].map(name => [name.toLowerCase(), actor.id] as const)),
  )

/** Leaves out the claims whose quotation does not stand in the text. */
const verify = (added: AddedDocument): { readonly added: AddedDocument; readonly messages: readonly Message[] } => {
  const { coded, document } = added
  if (document === undefined) return { added, messages: [] }
  const holds = ({ quote }: CodedDocument['claims'][number]) =>
    document.text.slice(quote.start, quote.end) === quote.exact
  const refused = coded.claims.filter(claim => !holds(claim))
  if (refused.length === 0) return { added, messages: [] }
  return {
    added: { ...added, coded: { ...coded, claims: coded.claims.filter(holds) } },
    messages: refused.map(({ id, quote }) => ({
      place: `${coded.document.name}, chars ${quote.start}–${quote.end}`,
      rule: 'quotation-lost',
      reason: `the text does not hold the quotation of claim ${id}; the claim was not added`,
    })),
  }
}

const knownTexts = async (ledger: Ledger, snapshot: Snapshot, shas: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set(
    (await ask(ledger, `SELECT DISTINCT sha256 FROM ${snapshot.documents} WHERE sha256 IN ${quoteList(shas)}`)).map(
      row => row.sha256 as string,
    ),
  )

const knownFamilies = async (ledger: Ledger, snapshot: Snapshot, rows: SegmentRows): Promise<ReadonlySet<string>> => {
  const families = rows.documents.map(row => (row as { family: string }).family)
  const found = await ask(
    ledger,
    `SELECT DISTINCT family FROM ${snapshot.documents} WHERE family IN ${quoteList(families)}`,
  )
  return new Set(found.map(row => row.family as string))
}

/** Writes codings as one segment, their near-copies in the ledger found. @returns the rows written. */
export const writeCodings = async (
  ledger: Ledger,
  snapshot: Snapshot,
  codings: readonly AddedDocument[],
  knowledge: AddKnowledge,
  now: number,
): Promise<{ readonly segment: string; readonly rows: SegmentRows }> => {
  const segment = newSegmentName(now)
  const context = { kinds: knowledge.lastingActs, media: mediaByName(knowledge.actors), now, segment }
  const rows = segmentRows(codings, context)
  try {
    const documents = await findCopies(ledger, relationOf(ledger, snapshot.seals, 'documents'), rows.documents)
    await writeSegment(ledger.connection, ledger.folder, segment, { ...rows, documents }, now)
  } catch (error) {
    throw nameWriteFailure(error, ledger.folder)
  }
  return { segment, rows }
}

/**
 * Adds codings. When it returns they are on the disk, whole; when it throws, nothing of this call is there.
 * @param now milliseconds since 1970.
 * @throws LedgerTrouble for a full disk or a folder that cannot be written.
 */
export const addDocuments = (
  ledger: Ledger,
  codings: readonly AddedDocument[],
  knowledge: AddKnowledge,
  now: number,
): Promise<AddReport> =>
  withSnapshot(ledger, async snapshot => {
    const distinct = [...new Map(codings.map(added => [added.coded.document.sha256, added])).values()]
    const known = await knownTexts(
      ledger,
      snapshot,
      distinct.map(added => added.coded.document.sha256),
    )
    const fresh = distinct.filter(added => !known.has(added.coded.document.sha256)).map(verify)
    const unchanged = distinct
      .filter(added => known.has(added.coded.document.sha256))
      .map(added => added.coded.document.name)
    const messages = fresh.flatMap(each => each.messages)
    if (fresh.length === 0) return { segment: undefined, added: [], unchanged, messages }

    const kept = fresh.map(each => each.added)
    const { segment, rows } = await writeCodings(ledger, snapshot, kept, knowledge, now)
    const families = await knownFamilies(ledger, snapshot, rows)
    const added = kept.map((each, index) => ({
      entry: entryOf(each),
      name: each.coded.document.name,
      claims: each.coded.claims.length,
      newVersion: families.has((rows.documents[index] as { family: string }).family),
    }))
    return { segment, added, unchanged, messages }
  })
