// Stored documents and claims out of the ledger again, as they went in.
import type { Claim } from '../claims/types.js'
import type { Block, Document, Message } from '../text/types.js'
import type { Ledger } from './ledger.js'
import { relationOf } from './relation.js'
import type { AddedDocument } from './rows.js'
import { ask, type Snapshot } from './snapshot.js'
import { quoteList, quoteText } from './sql.js'

export type DocumentState = 'live' | 'superseded' | 'withdrawn'

/** A stored document without its text. */
export interface StoredDocument {
  readonly entry: string
  readonly sha256: string
  readonly document: string
  readonly name: string
  readonly title: string | null
  readonly url: string | null
  readonly publisher: string | null
  readonly issuer: string | null
  readonly publishedOn: string | null
  readonly language: string
  readonly coder: string
  readonly family: string
  readonly state: DocumentState
  /** ISO 8601, UTC. */
  readonly addedAt: string
  readonly claims: number
}

const storedColumns = `d.entry, sha256, document, name, title, url, publisher, issuer, published_on AS "publishedOn", language, coder,
  family, state, strftime(added_at, '%Y-%m-%dT%H:%M:%S.%gZ') AS "addedAt", claims`

/** Stored documents that fit a condition on the columns of `documents`, oldest first. */
export const readStored = async (
  ledger: Ledger,
  snapshot: Snapshot,
  condition = 'true',
  limit?: number,
): Promise<readonly StoredDocument[]> =>
  (await ask(
    ledger,
    `SELECT ${storedColumns} FROM ${snapshot.documents} d WHERE ${condition} ORDER BY added_at, d.entry ${limit === undefined ? '' : `LIMIT ${limit}`}`,
  )) as unknown as readonly StoredDocument[]

/** A claim with the document that it stands in. */
export interface StoredClaim {
  readonly claim: Claim
  readonly content: string
  readonly document: StoredDocument
}

const claimRows = async (ledger: Ledger, snapshot: Snapshot, condition: string): Promise<readonly StoredClaim[]> => {
  const rows = await ask(
    ledger,
    `WITH found AS (SELECT id, content, entry, segment, json FROM ${relationOf(ledger, snapshot.seals, 'claims')} WHERE ${condition})
    SELECT json, content, ${storedColumns}
    FROM found JOIN ${snapshot.documents} d ON found.entry = d.entry AND found.segment = d.segment ORDER BY added_at, d.entry, id`,
  )
  return rows.map(({ json, content, ...document }) => ({
    claim: JSON.parse(json as string) as Claim,
    content: content as string,
    document: document as unknown as StoredDocument,
  }))
}

/** Claims by id, in every state of their documents. */
export const readClaims = (
  ledger: Ledger,
  snapshot: Snapshot,
  ids: readonly string[],
): Promise<readonly StoredClaim[]> =>
  ids.length === 0 ? Promise.resolve([]) : claimRows(ledger, snapshot, `id IN ${quoteList(ids)}`)

/**
 * Claims by id where the cell is known that they bear on: looks only where claims of those parties lie.
 */
export const readClaimsOf = async (
  ledger: Ledger,
  snapshot: Snapshot,
  holder: string,
  target: string,
  ids: readonly string[],
): Promise<readonly StoredClaim[]> => {
  if (ids.length === 0) return []
  const pairs = await ask(
    ledger,
    `SELECT DISTINCT pair FROM ${relationOf(ledger, snapshot.seals, 'positions')}
    WHERE holder = ${quoteText(holder)} AND target = ${quoteText(target)}`,
  )
  const near = quoteList(pairs.map(row => row.pair as string))
  return claimRows(ledger, snapshot, `pair IN ${near} AND id IN ${quoteList(ids)}`)
}

/** All claims of some entries, document by document. */
export const readClaimsIn = (
  ledger: Ledger,
  snapshot: Snapshot,
  entries: readonly string[],
): Promise<readonly StoredClaim[]> => claimRows(ledger, snapshot, `entry IN ${quoteList(entries)}`)

/** The stored document as it came from ingest; undefined where its text was not stored. */
export const readDocument = async (ledger: Ledger, snapshot: Snapshot, entry: string): Promise<Document | undefined> =>
  (await readDocuments(ledger, snapshot, [entry])).get(entry)

/** The documents of some entries by entry; those without a stored text are left out. */
export const readDocuments = async (
  ledger: Ledger,
  snapshot: Snapshot,
  entries: readonly string[],
): Promise<ReadonlyMap<string, Document>> => {
  const rows = await ask(
    ledger,
    `SELECT d.*, published_on AS "publishedOn" FROM ${relationOf(ledger, snapshot.seals, 'documents')} d
    WHERE entry IN ${quoteList(entries)} AND text IS NOT NULL`,
  )
  return new Map(
    rows.map(row => {
      const {
        document: id,
        name,
        title,
        url,
        publisher,
        issuer,
        publishedOn,
        language,
        sha256,
        text,
      } = row as Record<string, string>
      const blocks = JSON.parse(row.blocks as string) as readonly Block[]
      const messages = JSON.parse(row.messages as string) as readonly Message[]
      return [
        row.entry as string,
        { id, name, title, url, publisher, issuer, publishedOn, language, sha256, text, blocks, messages } as Document,
      ]
    }),
  )
}

/** The codings of some entries, ready to be written again. */
export const readCodings = async (
  ledger: Ledger,
  snapshot: Snapshot,
  stored: readonly StoredDocument[],
): Promise<readonly AddedDocument[]> => {
  const entries = stored.map(({ entry }) => entry)
  const documents = await readDocuments(ledger, snapshot, entries)
  const claims = new Map<string, Claim[]>()
  for (const { claim, document } of await readClaimsIn(ledger, snapshot, entries))
    claims.set(document.entry, [...(claims.get(document.entry) ?? []), claim])
  return stored.map(each => {
    const { name, title, url, publisher, publishedOn, language, sha256 } = each
    const document = documents.get(each.entry)
    return {
      coded: {
        document: { id: each.document, name, title, url, publisher, publishedOn, language, sha256 },
        claims: claims.get(each.entry) ?? [],
        messages: document?.messages ?? [],
      },
      document,
      coder: each.coder,
      addedAt: Date.parse(each.addedAt),
    }
  })
}
