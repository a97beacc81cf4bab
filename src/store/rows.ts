// A coded document in, its rows out as lines of JSON: one of `documents`, its claims, their positions and their quotations. Rows become
// text at once, so that a large batch is never held as objects.
import type { Claim, CodedDocument, Quote } from '../claims/types.js'
import type { LastingAct } from '../knowledge/ledger-schema.js'
import { claimSpan, isoOf } from '../ledger/days.js'
import { contentOf, entryId, familyOf } from '../ledger/identity.js'
import { type PositionRow, positionRows } from '../ledger/position-row.js'
import { type Paragraph, readParagraph } from '../ledger/shingles.js'
import type { Document } from '../text/types.js'

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
}

/** The rows of a document in every table, as lines of JSON without the column `segment`. */
export interface DocumentLines {
  readonly documents: string
  readonly claims: string
  readonly quotes: string
  /** Made when they are asked for: paragraphs are read for them, which is most of the work. */
  readonly positions: () => string
}

const lineOf = (row: object): string => `${JSON.stringify(row)}\n`

/** A row with one more column, whose value is JSON already. */
const lineWith = (row: object, column: string, json: string): string =>
  `${JSON.stringify(row).slice(0, -1)},"${column}":${json}}\n`

const unknownCoder = 'unknown'

/** The coder of a coding: what was said, else what its claims say. */
export const coderOf = (added: AddedDocument): string => added.coder ?? added.coded.claims[0]?.coder ?? unknownCoder

/** Claims, each once: of those with one id the last, in the place of the first. */
const distinctOf = (claims: readonly Claim[]): readonly Claim[] => [
  ...new Map(claims.map(claim => [claim.id, claim])).values(),
]

/** The claims of a coding, each once, with their JSON text. */
const distinctClaims = ({ coded }: AddedDocument): readonly (readonly [Claim, string])[] =>
  distinctOf(coded.claims).map(claim => [claim, JSON.stringify(claim)])

/** The entry under which a coding is kept. */
const entryOf = (added: AddedDocument, claims: readonly (readonly [Claim, string])[]): string => {
  const { sha256, title, url, publisher, publishedOn } = added.coded.document
  const metadata = [title, url, publisher, publishedOn, added.document?.issuer ?? null]
  return entryId(
    sha256,
    coderOf(added),
    metadata,
    claims.map(([, json]) => json),
  )
}

/** Finds the paragraph around a quotation: its block, or where there is no text the quotation itself. Each is read once. */
const paragraphFinder = (document: Document | undefined): ((quote: Quote) => Paragraph) => {
  const found = new Map<string, Paragraph>()
  return quote => {
    const block = document?.blocks.find(({ start, end }) => start <= quote.start && quote.end <= end)
    const text =
      document !== undefined && block !== undefined ? document.text.slice(block.start, block.end) : quote.exact
    const paragraph = found.get(text) ?? readParagraph(text)
    found.set(text, paragraph)
    return paragraph
  }
}

/** The paragraph around a quotation of a document. */
export const paragraphAround = (document: Document, quote: Quote): Paragraph => paragraphFinder(document)(quote)

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
  }
}

/** A position row with the names and forms of the Parquet columns. */
const positionColumns = (row: PositionRow, pair: string) => ({
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
  bands: row.bands,
  via: row.via,
})

/** The lines of a claim's quotations. They are many and short, so that only their words need the care of a JSON writer. */
const quoteLines = ({ id, quote, quotes }: Claim, entry: string): string => {
  const whose = JSON.stringify({ claim: id, entry }).slice(0, -1)
  const line = (role: string, { start, end, exact }: Quote): string =>
    `${whose},"role":"${role}","start":${start},"end":${end},"exact":${JSON.stringify(exact)}}\n`
  const { trigger, ...several } = quotes
  let lines = line('claim', quote) + line('trigger', trigger)
  for (const [role, each] of Object.entries(several)) for (const one of each) lines += line(role, one)
  return lines
}

const documentRow = (added: AddedDocument, entry: string, claims: number, context: RowContext) => {
  const { coded, document } = added
  const { publisher } = coded.document
  return {
    entry,
    sha256: coded.document.sha256,
    document: coded.document.id,
    name: coded.document.name,
    title: coded.document.title,
    url: coded.document.url,
    publisher,
    publisher_actor: publisher === null ? null : (context.media.get(publisher.toLowerCase()) ?? null),
    issuer: document?.issuer ?? null,
    published_on: coded.document.publishedOn,
    language: coded.document.language,
    coder: coderOf(added),
    family: familyOf(coded.document),
    added_at: new Date(added.addedAt ?? context.now).toISOString(),
    claims,
    messages: JSON.stringify(coded.messages),
    blocks: document === undefined ? null : JSON.stringify(document.blocks),
    text: document?.text ?? null,
  }
}

/** The rows of one document, and the entry under which it is kept. */
export const documentLines = (
  added: AddedDocument,
  context: RowContext,
): { readonly entry: string; readonly lines: DocumentLines } => {
  const { publishedOn } = added.coded.document
  const distinct = distinctClaims(added)
  const entry = entryOf(added, distinct)
  let [claims, quotes] = ['', '']
  for (const [claim, json] of distinct) {
    claims += lineWith(claimRow(claim, entry, publishedOn), 'json', json)
    quotes += quoteLines(claim, entry)
  }
  const documents = lineOf(documentRow(added, entry, distinct.length, context))
  return { entry, lines: { documents, claims, quotes, positions: () => positionLines(added, entry, context.kinds) } }
}

const positionLines = (added: AddedDocument, entry: string, kinds: readonly LastingAct[]): string => {
  const { coded, document } = added
  const paragraphOf = paragraphFinder(document)
  let lines = ''
  for (const claim of distinctOf(coded.claims)) {
    if (claim.positions.length === 0) continue
    const pair = pairOf(claim)
    const origin = {
      entry,
      issuer: document?.issuer ?? null,
      publishedOn: coded.document.publishedOn,
      paragraph: paragraphOf(claim.quote),
    }
    for (const position of positionRows(claim, origin, kinds)) lines += lineOf(positionColumns(position, pair))
  }
  return lines
}
