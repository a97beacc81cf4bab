// Pasted texts and fetched pages in, codings out: the river of one document, as the server uses it.
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { decodeBuffer } from 'encoding-sniffer'
import { readDocuments } from '../../ingest/index.js'
import type { ActorEntry } from '../../knowledge/actor-schema.js'
import type { Tier } from '../../syntax/types.js'
import type { Document } from '../../text/types.js'
import { openCrew } from '../workers/crew.js'
import type { TextCoder } from './code-routes.js'
import type { FetchedPage } from './fetch-page.js'

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

const textOf = ({ body, contentType }: FetchedPage): string => {
  const label = /charset=["']?([^"';\s]+)/i.exec(contentType)?.[1]
  return decodeBuffer(body, label === undefined ? {} : { transportLayerEncodingLabel: label })
}

/** Opens a coder of pasted texts and pages. Close it when the server closes. */
export const openTextCoder = async (
  tier: Tier,
  overrides: readonly ActorEntry[],
  onFallback: (reason: string) => void,
): Promise<TextCoder> => {
  const crew = await openCrew({ tier, overrides }, 1, onFallback)
  const code = async (document: Document) => ({ document, coded: await crew.code(document) })
  return {
    code,
    codeText: async ({ text, form, ...particulars }) =>
      code(
        await readRow({
          name: nameOf(particulars.title, text),
          ...particulars,
          ...(form === 'html' ? { html: text } : { text }),
        }),
      ),
    codePage: async (page, publishedOn) => {
      const words = textOf(page)
      const isHtml = page.mediaType === 'text/html' || page.mediaType === 'application/xhtml+xml'
      const row = { name: nameOfAddress(page.url), url: page.url, publishedOn }
      return code(await readRow({ ...row, ...(isHtml ? { html: words } : { text: words }) }))
    },
    close: () => crew.close(),
  }
}
