// A pasted text or a fetched page in, the document that ingest makes of it out; nothing of it is coded yet.
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { decodeBuffer } from 'encoding-sniffer'
import { z } from 'zod'
import { readDocuments } from '../../ingest/index.js'
import type { Document } from '../../text/types.js'
import type { FetchedPage } from './fetch-page.js'
import { longestText } from './limits.js'

const metadata = {
  title: z.string().max(500).nullable().default(null),
  url: z.string().max(2_000).nullable().default(null),
  publisher: z.string().max(200).nullable().default(null),
  publishedOn: z.iso
    .date()
    .nullable()
    .default(null)
    .describe('The day of publication; relative dates are read from it'),
}

export const pastedText = z.strictObject({
  text: z.string().min(1).max(longestText).describe('The article, as plain text or as HTML'),
  form: z.enum(['plain', 'html']).default('plain'),
  ...metadata,
})
export type PastedText = z.infer<typeof pastedText>

export const webAddress = z.strictObject({ url: z.url().max(2_000), publishedOn: metadata.publishedOn })

/** A row of JSON Lines as ingest reads it. */
interface TextRow {
  readonly name: string
  readonly text?: string
  readonly html?: string
  readonly title?: string | null
  readonly url?: string | null
  readonly publisher?: string | null
  readonly publishedOn?: string | null
}

const readRow = async (row: TextRow): Promise<Document> => {
  const given = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
  for await (const document of readDocuments(['-'], {
    input: Readable.from([Buffer.from(`${JSON.stringify(given)}\n`)]),
  }))
    return document
  throw new Error('document-missing: one row in, no document out')
}

/** "capitals-keep-the-taliban-waiting" of a title; a name made of the text where there is none. */
const nameOf = (title: string | null, text: string): string => {
  const slug = (title ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return slug === '' ? `text-${createHash('sha256').update(text).digest('hex').slice(0, 8)}` : slug.slice(0, 80)
}

const nameOfAddress = (url: string): string => {
  const { host, pathname } = new URL(url)
  return nameOf(`${host}${pathname}`, url)
}

const wordsOf = ({ body, contentType }: FetchedPage): string => {
  const label = /charset=["']?([^"';\s]+)/i.exec(contentType)?.[1]
  return decodeBuffer(body, label === undefined ? {} : { transportLayerEncodingLabel: label })
}

export const readPasted = ({ text, form, ...particulars }: PastedText): Promise<Document> =>
  readRow({
    name: nameOf(particulars.title, text),
    ...particulars,
    ...(form === 'html' ? { html: text } : { text }),
  })

export const readFetched = (page: FetchedPage, publishedOn: string | null): Promise<Document> => {
  const words = wordsOf(page)
  const isHtml = page.mediaType === 'text/html' || page.mediaType === 'application/xhtml+xml'
  const row = { name: nameOfAddress(page.url), url: page.url, publishedOn }
  return readRow({ ...row, ...(isHtml ? { html: words } : { text: words }) })
}
