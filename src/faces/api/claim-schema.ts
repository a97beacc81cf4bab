// The schemas of a coded document, for OpenAPI and for checking what goes out. The types in claims/types.ts are the contract; `Same` below
// fails the type check where the two part.
import { z } from 'zod'
import type { CodedDocument } from '../../claims/types.js'
import type { Block } from '../../text/types.js'

const span = { start: z.int().nonnegative(), end: z.int().nonnegative() }
const quote = z
  .object({ ...span, exact: z.string(), prefix: z.string(), suffix: z.string() })
  .describe('A quotation: UTF-16 units [start, end) of the text, its words, and up to 32 units around them')
const quotes = z.array(quote)

const actor = z.object({
  id: z.string().describe('ISO 3166 alpha-3 for states, else a lower-case slug'),
  name: z.string(),
  surface: z.string().describe('The words of the text that name it'),
  kind: z.enum([
    'state',
    'government',
    'armed-group',
    'party',
    'igo',
    'ngo',
    'people',
    'region',
    'company',
    'media',
    'person',
  ]),
  country: z.string().nullable(),
  sectors: z.array(
    z.enum([
      ...(['GOV', 'MIL', 'LEG', 'JUD', 'PTY', 'OPP', 'REB', 'COP', 'CVL', 'IGO', 'NGO'] as const),
      ...(['MED', 'BUS', 'REL', 'SPY', 'UAF', 'JEW', 'MNC', 'EDU', 'LAB', 'REF', 'ELI'] as const),
    ]),
  ),
  agent: z.object({ name: z.string().nullable(), office: z.string().nullable() }).nullable(),
})

const event = z.object({
  type: z
    .enum([
      ...(['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST'] as const),
      ...(['ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'] as const),
    ])
    .nullable(),
  mode: z.string().nullable(),
  contexts: z.array(z.string()),
  cameo: z.string(),
})

export const claimSchema = z.object({
  id: z.string(),
  kind: z.enum(['event', 'relation', 'figure']),
  actors: z.array(actor),
  recipients: z.array(actor),
  event: event.nullable(),
  relation: z.object({ name: z.string() }).nullable(),
  figure: z
    .object({
      value: z.number(),
      unit: z.string(),
      approximation: z.enum(['exact', 'about', 'at least', 'at most', 'rank']),
      of: z.string().nullable(),
    })
    .nullable(),
  polarity: z.enum(['affirmed', 'negated']),
  modality: z.enum(['actual', 'planned', 'conditional', 'possible', 'demanded', 'predicted']),
  attribution: z.array(
    z.object({
      speaker: z.union([z.enum(['author', 'unnamed']), actor]),
      form: z.enum(['said', 'denied', 'asked', 'reported', 'believed', 'posted']),
      cue: quote.nullable(),
    }),
  ),
  hearsay: z.boolean(),
  opinion: z.boolean(),
  date: z.object({
    value: z.string().nullable(),
    grain: z.enum(['day', 'month', 'year', 'decade']).nullable(),
    words: z.string().nullable(),
    basis: z.enum(['text', 'document', 'unknown']),
  }),
  positions: z.array(
    z.object({
      holder: z.string(),
      target: z.string(),
      dimension: z.enum(['recognition', 'endorsement', 'engagement', 'material', 'force']),
      direction: z.enum(['+', '-', '0']),
      rung: z.string().nullable(),
    }),
  ),
  quote,
  quotes: z.object({
    trigger: quote,
    actor: quotes,
    recipient: quotes,
    cue: quotes,
    date: quotes,
    polarity: quotes,
    modality: quotes,
  }),
  confidence: z.number().min(0).max(1),
  rule: z.string(),
  coder: z.string(),
})

const nullableText = z.string().nullable()

/** A coded document with the text that its quotations point into. */
export const readingSchema = z.object({
  document: z.object({
    id: z.string(),
    name: z.string(),
    title: nullableText,
    url: nullableText,
    publisher: nullableText,
    publishedOn: nullableText,
    language: z.string(),
    sha256: z.string(),
  }),
  claims: z.array(claimSchema),
  messages: z.array(z.object({ place: z.string(), rule: z.string(), reason: z.string() })),
  text: z.string(),
  blocks: z.array(
    z.object({
      ...span,
      kind: z.enum(['heading', 'paragraph', 'quotation', 'post', 'link', 'caption', 'advert']),
      author: nullableText,
      date: nullableText,
    }),
  ),
})
export type ReadingAnswer = z.infer<typeof readingSchema>

type Loose<T> = T extends readonly (infer Item)[]
  ? Loose<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Loose<T[Key]> }
    : T
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : never) : never
/** Holds only while the schema and the contract are one; nobody reads it.
 * @public */
export const schemaFitsContract: Same<
  ReadingAnswer,
  Loose<CodedDocument & { readonly text: string; readonly blocks: readonly Block[] }>
> = true
