// A coded document in, the rows of a segment out: one of `documents`, its claims, their positions and their quotations.
import type { Claim, CodedDocument, Quote } from '../claims/types.js'
import type { LastingAct } from '../knowledge/ledger-schema.js'
import { claimSpan, isoOf } from '../ledger/days.js'
import { contentOf, entryId, familyOf } from '../ledger/identity.js'
import { type PositionRow, positionRows } from '../ledger/position-row.js'
import { bandsOf, paragraphKey } from '../ledger/shingles.js'
import type { Document } from '../text/types.js'
import type { TableName } from './layout.js'

/** What is added: a coding, and the text it was made from where there is one. */
export interface AddedDocument {
  readonly coded: CodedDocument
  /** Without it quotations cannot be verified and the document cannot be coded anew. */
  readonly document?: Document | undefined
  /** Version of the coder; taken from the claims where it is not given. */
  readonly coder?: string | undefined
  /** When it first came into a ledger, milliseconds since 1970; now where it is not given. */
  readonly addedAt?: number | undefined
}

/** What turning documents into rows needs to know. */
export interface RowContext {
  readonly kinds: readonly LastingAct[]
  /** Actor id of a publisher by its name, folded to lower case. */
  readonly media: ReadonlyMap<string, string>
  /** When it is added, milliseconds since 1970. */
  readonly now: number
  readonly segment: string
}

export type SegmentRows = Readonly<Record<TableName, readonly object[]>>

const unknownCoder = 'unknown'

/** The coder of a coding: what was said, else what its claims say. */
export const coderOf = (added: AddedDocument): string => added.coder ?? added.coded.claims[0]?.coder ?? unknownCoder

/** The entry under which a coding is kept. */
export const entryOf = (added: AddedDocument): string => entryId(added.coded.document.sha256, coderOf(added))

interface Paragraph {
  readonly start: number
  readonly end: number
  readonly key: string
  readonly bands: readonly number[]
}

/** Finds the paragraph around a quotation: its block, or where there is no text the quotation itself. */
const paragraphFinder = (document: Document | undefined) => {
  const found = new Map<string, Paragraph>()
  const read = (start: number, end: number, text: string): Paragraph => {
    const place = `${start}-${end}`
    const paragraph = found.get(place) ?? { start, end, key: paragraphKey(text), bands: bandsOf(text) }
    found.set(place, paragraph)
    return paragraph
  }
  const around = (quote: Quote): Paragraph => {
    const block = document?.blocks.find(({ start, end }) => start <= quote.start && quote.end <= end)
    if (document !== undefined && block !== undefined)
      return read(block.start, block.end, document.text.slice(block.start, block.end))
    return read(quote.start, quote.end, quote.exact)
  }
  return { around, all: () => [...found.values()].sort((one, other) => one.start - other.start || one.end - other.end) }
}

/** Key of the paragraph around a quotation of a document. */
export const paragraphAround = (document: Document, quote: Quote): string => paragraphFinder(document).around(quote).key

/** Claims of one pair lie together: the parties of its first position, else its first actor and recipient. */
export const pairOf = (claim: Claim): string => {
  const [position] = claim.positions
  return position
    ? `${position.holder}>${position.target}`
    : `${claim.actors[0]?.id ?? ''}>${claim.recipients[0]?.id ?? ''}`
}

const dayOrNull = (day: number | null | undefined): string | null =>
  day === null || day === undefined ? null : isoOf(day)

const claimRow = (claim: Claim, entry: string, publishedOn: string | null) => {
  const span = claimSpan(claim.date, claim.modality === 'actual', publishedOn)
  return {
    pair: pairOf(claim),
    id: claim.id,
    entry,
    content: contentOf(claim),
    kind: claim.kind,
    event_type: claim.event?.type ?? null,
    event_mode: claim.event?.mode ?? null,
    cameo: claim.event?.cameo ?? null,
    relation: claim.relation?.name ?? null,
    actors: claim.actors.map(actor => actor.id),
    recipients: claim.recipients.map(actor => actor.id),
    polarity: claim.polarity,
    modality: claim.modality,
    hearsay: claim.hearsay,
    opinion: claim.opinion,
    date: claim.date.value,
    first_day: dayOrNull(span?.first),
    last_day: dayOrNull(span?.last),
    confidence: claim.confidence,
    rule: claim.rule,
    start: claim.quote.start,
    end: claim.quote.end,
    json: JSON.stringify(claim),
  }
}

/** A position row with the names and forms of the Parquet columns. */
export const positionColumns = (row: PositionRow, pair: string) => ({
  holder: row.holder,
  target: row.target,
  dimension: row.dimension,
  direction: row.direction,
  rung: row.rung,
  first_day: dayOrNull(row.firstDay),
  last_day: dayOrNull(row.lastDay),
  modality: row.modality,
  basis: row.basis,
  lasting: row.lasting,
  ends: row.ends,
  confidence: row.confidence,
  claim: row.claim,
  entry: row.entry,
  pair,
  paragraph: row.paragraph,
  via: row.via,
})

const quoteRows = (claim: Claim, entry: string) => {
  const rowOf = (role: string, { start, end, exact }: Quote) => ({ claim: claim.id, entry, role, start, end, exact })
  const parts = Object.entries(claim.quotes).flatMap(([role, quotes]: [string, Quote | readonly Quote[]]) =>
    [quotes].flat().map(quote => rowOf(role, quote)),
  )
  return [rowOf('claim', claim.quote), ...parts]
}

const documentRows = (added: AddedDocument, context: RowContext): SegmentRows => {
  const { coded, document } = added
  const { publisher, publishedOn } = coded.document
  const entry = entryOf(added)
  const paragraphs = paragraphFinder(document)
  const claims = [...new Map(coded.claims.map(claim => [claim.id, claim])).values()]
  const origin = { entry, issuer: document?.issuer ?? null, publishedOn }
  const positions = claims.flatMap(claim => {
    const paragraph = paragraphs.around(claim.quote).key
    return positionRows(claim, { ...origin, paragraph }, context.kinds).map(row => positionColumns(row, pairOf(claim)))
  })
  const row = {
    entry,
    sha256: coded.document.sha256,
    document: coded.document.id,
    name: coded.document.name,
    title: coded.document.title,
    url: coded.document.url,
    publisher,
    publisher_actor: publisher === null ? null : (context.media.get(publisher.toLowerCase()) ?? null),
    issuer: document?.issuer ?? null,
    published_on: publishedOn,
    language: coded.document.language,
    coder: coderOf(added),
    family: familyOf(coded.document),
    added_at: new Date(added.addedAt ?? context.now).toISOString(),
    claims: claims.length,
    paragraphs: paragraphs.all().map(({ key, start, end, bands }) => ({ key, start, end, bands })),
    messages: JSON.stringify(coded.messages),
    blocks: document === undefined ? null : JSON.stringify(document.blocks),
    text: document?.text ?? null,
  }
  return {
    documents: [row],
    claims: claims.map(claim => claimRow(claim, entry, publishedOn)),
    positions,
    quotes: claims.flatMap(claim => quoteRows(claim, entry)),
  }
}

/** The rows of one segment, table by table. */
export const segmentRows = (added: readonly AddedDocument[], context: RowContext): SegmentRows => {
  const all = added.map(document => documentRows(document, context))
  const gather = (table: TableName) =>
    all.flatMap(rows => rows[table].map(row => ({ segment: context.segment, ...row })))
  return {
    documents: gather('documents'),
    claims: gather('claims'),
    positions: gather('positions'),
    quotes: gather('quotes'),
  }
}
