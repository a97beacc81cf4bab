// Claims, documents and position rows for tests, said in as few words as the case needs.
import { createHash } from 'node:crypto'
import type { Actor } from '../../src/actors/types.js'
import type { Claim, CodedDocument, Position, Quote, VoiceLink } from '../../src/claims/types.js'
import { dayOf, spanOf } from '../../src/ledger/days.js'
import type { DocumentFacts, FoldedRow } from '../../src/ledger/position-table.js'
import type { Document } from '../../src/text/types.js'

export const actor = (id: string, over: Partial<Actor> = {}): Actor => ({
  id,
  name: id,
  surface: id,
  kind: /^[A-Z]{3}$/.test(id) ? 'state' : 'armed-group',
  country: /^[A-Z]{3}$/.test(id) ? id : null,
  sectors: [],
  agent: null,
  ...over,
})

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A document of paragraphs parted by an empty line. */
export const document = (name: string, text: string, over: Partial<Document> = {}): Document => {
  const blocks = [...text.matchAll(/[^\n]+/g)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
    kind: 'paragraph' as const,
    author: null,
    date: null,
  }))
  return {
    id: digest(`${name}\n${text}`).slice(0, 16),
    name,
    title: null,
    url: null,
    publisher: null,
    issuer: null,
    publishedOn: null,
    language: 'en',
    sha256: digest(text),
    text,
    blocks,
    messages: [],
    ...over,
  }
}

/** The quotation of words that stand in a text. */
export const quote = (text: string, exact: string): Quote => {
  const start = text.indexOf(exact)
  if (start < 0) throw new Error(`the text does not hold "${exact}"`)
  const end = start + exact.length
  return { start, end, exact, prefix: text.slice(Math.max(0, start - 32), start), suffix: text.slice(end, end + 32) }
}

/** "TJK recognition- taliban" as a position. */
export const position = (words: string, rung: string | null = null): Position => {
  const [holder, kind, target] = words.split(' ') as [string, string, string]
  return {
    holder,
    target,
    dimension: kind.slice(0, -1) as Position['dimension'],
    direction: kind.at(-1) as Position['direction'],
    rung,
  }
}

export interface ClaimWords extends Partial<Omit<Claim, 'date' | 'quote' | 'positions'>> {
  readonly position?: string
  readonly rung?: string
  readonly date?: string | null
  /** Words of the text that are the quotation; the whole first paragraph where not given. */
  readonly words?: string
  readonly voice?: string
  readonly form?: VoiceLink['form']
}

export const claim = (text: string, given: ClaimWords): Claim => {
  const { position: said = 'TJK endorsement+ taliban', rung = null, date = null, words, voice, form, ...over } = given
  const made = position(said, rung)
  const cut = quote(text, words ?? text.split('\n')[0]!)
  const speaker = voice === undefined ? 'author' : voice === 'unnamed' ? 'unnamed' : actor(voice)
  const grain =
    date === null
      ? null
      : date.endsWith('X')
        ? 'decade'
        : (['year', 'month', 'day'] as const)[date.split('-').length - 1]!
  return {
    id: digest(`${cut.exact}${said}${date}${voice}${form}${JSON.stringify(over)}`).slice(0, 16),
    kind: 'event',
    actors: [actor(made.holder)],
    recipients: [actor(made.target)],
    event: { type: made.direction === '-' ? 'REJECT' : 'SUPPORT', mode: null, contexts: ['diplomatic'], cameo: '050' },
    relation: null,
    figure: null,
    polarity: 'affirmed',
    modality: 'actual',
    attribution: [{ speaker, form: form ?? (voice === undefined ? 'reported' : 'said'), cue: null }],
    hearsay: voice === 'unnamed',
    opinion: false,
    date: { value: date, grain, words: date, basis: date === null ? 'unknown' : 'text' },
    positions: [made],
    quote: cut,
    quotes: { trigger: cut, actor: [], recipient: [], cue: [], date: [], polarity: [], modality: [] },
    confidence: 0.9,
    rule: 'example/rule',
    coder: 'coder 1',
    ...over,
  }
}

export const coded = (from: Document, claims: readonly Claim[]): CodedDocument => {
  const { id, name, title, url, publisher, publishedOn, language, sha256, messages } = from
  return { document: { id, name, title, url, publisher, publishedOn, language, sha256 }, claims, messages }
}

/** A coding ready to be added. */
export const coding = (from: Document, ...claims: readonly ClaimWords[]) => ({
  coded: coded(
    from,
    claims.map(words => {
      const made = claim(from.text, words)
      return { ...made, id: digest(`${from.id}${made.id}`).slice(0, 16) }
    }),
  ),
  document: from,
  coder: 'coder 1',
})

/** One position row; `on` is an ISO date of any grain, null for none. */
export const row = (said: string, on: string | null, over: Partial<FoldedRow> = {}): FoldedRow => {
  const made = position(said)
  const span = on === null ? undefined : spanOf(on)!
  const entry = over.entry ?? `document of ${on} ${over.basis ?? 'acted'}`
  return {
    ...made,
    firstDay: span?.first ?? null,
    lastDay: span?.last ?? null,
    modality: 'actual',
    basis: 'acted',
    lasting: null,
    ends: null,
    confidence: 0.9,
    claim: digest(JSON.stringify([said, on, over])).slice(0, 16),
    entry,
    paragraph: String(BigInt(`0x${digest(entry).slice(0, 15)}`)),
    via: null,
    ...over,
  }
}

export const facts = (entry: string, published: string, publisher: string | null = null): DocumentFacts => ({
  entry,
  published: dayOf(published),
  publisher,
})
