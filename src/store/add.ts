// Coded documents in, a sealed segment out. The same text again adds nothing; a text of the same family with other words is a new
// version; a claim whose quotation is not in its text is refused and named, the rest is kept.
import type { CodedDocument } from '../claims/types.js'
import type { Knowledge } from '../knowledge/sources.js'
import { familyOf } from '../ledger/identity.js'
import type { Message } from '../text/types.js'
import type { Seal } from './layout.js'
import type { Ledger } from './ledger.js'
import { relationOf } from './relation.js'
import { type AddedDocument, documentLines } from './rows.js'
import { newSegmentName, writeSegment } from './segments.js'
import { ask, withSegments } from './snapshot.js'
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
  /** The documents that were there already, by the entry that is there. */
  readonly unchanged: readonly { readonly entry: string; readonly name: string }[]
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

/** Says whether the metadata of a document that is there already are told otherwise now; what is not said now is no change. */
const saysOtherwise = (stored: Readonly<Record<string, unknown>>, { coded, document }: AddedDocument): boolean => {
  const { title, url, publisher, publishedOn } = coded.document
  const now = { title, url, publisher, published_on: publishedOn, issuer: document?.issuer ?? null }
  return Object.entries(now).some(([column, value]) => value !== null && value !== stored[column])
}

/**
 * Which of the documents are there already: those whose text is known, unless it is the same document (name and text) of which
 * other metadata are told now, such as a day that was missing.
 */
const knownAmong = async (ledger: Ledger, seals: readonly Seal[], added: readonly AddedDocument[]) => {
  const texts = added.map(({ coded }) => coded.document.sha256)
  const families = added.map(({ coded }) => familyOf(coded.document))
  const rows = (await ask(
    ledger,
    `SELECT entry, sha256, document, family, title, url, publisher, published_on, issuer FROM ${relationOf(ledger, seals, 'documents')}
    WHERE sha256 IN ${quoteList(texts)} OR family IN ${quoteList(families)} ORDER BY added_at, entry`,
  )) as unknown as readonly Readonly<Record<'entry' | 'sha256' | 'document' | 'family', string>>[]
  const latestOf = new Map(rows.map(row => [row.document, row]))
  const textOf = new Map(rows.map(row => [row.sha256, row]))
  return {
    /** The entry of a document that is there already. */
    knownAs: (each: AddedDocument): string | undefined => {
      const latest = latestOf.get(each.coded.document.id)
      if (latest === undefined) return textOf.get(each.coded.document.sha256)?.entry
      return saysOtherwise(latest, each) ? undefined : latest.entry
    },
    isVersion: ({ coded }: AddedDocument): boolean =>
      rows.some(row => row.family === familyOf(coded.document) || row.document === coded.document.id),
  }
}

/** Writes codings as one segment. @returns its name, and the entries under which they are kept, in their order. */
export const writeCodings = async (
  ledger: Ledger,
  codings: readonly AddedDocument[],
  knowledge: AddKnowledge,
  now: number,
): Promise<{ readonly segment: string; readonly entries: readonly string[] }> => {
  const segment = newSegmentName(now)
  const context = { kinds: knowledge.lastingActs, media: mediaByName(knowledge.actors), now }
  const entries: string[] = []
  const documents = function* () {
    for (const coding of codings) {
      const { entry, lines } = documentLines(coding, context)
      entries.push(entry)
      yield lines
    }
  }
  try {
    await writeSegment(ledger.connection, ledger.folder, segment, documents(), now)
  } catch (error) {
    throw nameWriteFailure(error, ledger.folder)
  }
  return { segment, entries }
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
  withSegments(ledger, async seals => {
    const distinct = [...new Map(codings.map(added => [added.coded.document.sha256, added])).values()]
    const { knownAs, isVersion } = await knownAmong(ledger, seals, distinct)
    const fresh = distinct.filter(each => knownAs(each) === undefined).map(verify)
    const unchanged = distinct.flatMap(each => {
      const entry = knownAs(each)
      return entry === undefined ? [] : [{ entry, name: each.coded.document.name }]
    })
    const messages = fresh.flatMap(each => each.messages)
    if (fresh.length === 0) return { segment: undefined, added: [], unchanged, messages }

    const kept = fresh.map(each => each.added)
    const { segment, entries } = await writeCodings(ledger, kept, knowledge, now)
    const added = kept.map((each, place) => ({
      entry: entries[place]!,
      name: each.coded.document.name,
      claims: each.coded.claims.length,
      newVersion: isVersion(each),
    }))
    return { segment, added, unchanged, messages }
  })
