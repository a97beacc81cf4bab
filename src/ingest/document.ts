// A text that was read in, a Document out. Laws: the text is stored as it is given; its id and its hash follow from name and text alone;
// a document that could not be read has an empty text, no blocks and a message.
import { createHash } from 'node:crypto'
import type { Block, Document, Message } from '../text/types.js'
import { datelineOf } from './dateline.js'
import { type Desk, shippedDesk } from './knowledge.js'
import { languageOf } from './language.js'
import { plainBlocks } from './plain-blocks.js'

/** What is known of a document beside its text; absent and null both say that it is not known. */
export interface Particulars {
  readonly title?: string | null | undefined
  readonly url?: string | null | undefined
  readonly publisher?: string | null | undefined
  /** ISO 8601 day. */
  readonly publishedOn?: string | null | undefined
  /** Actor id of the government or body whose own notice this is. */
  readonly issuer?: string | null | undefined
}

export interface Draft extends Particulars {
  readonly name: string
  readonly text: string
  /** Absent: found in the text. */
  readonly blocks?: readonly Block[]
  /** File, `file:line`, or any other name by which messages tell where it stood. */
  readonly place?: string
  readonly messages?: readonly Message[]
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

const describe = (
  draft: Draft,
  blocks: readonly Block[],
  language: string,
  messages: readonly Message[],
  desk: Desk,
): Document => {
  const { name, text, title, url, publisher, issuer, publishedOn } = draft
  return {
    id: sha256(`${name}\n${text}`).slice(0, 16),
    name,
    title: title ?? null,
    url: url ?? null,
    publisher: publisher ?? null,
    issuer: issuer ?? (publisher ? desk.issuerOf(publisher) : null),
    publishedOn: publishedOn ?? datelineOf(text, blocks, desk.calendar, desk.furniture),
    language,
    sha256: sha256(text),
    text,
    blocks,
    messages,
  }
}

const firstHeading = (text: string, blocks: readonly Block[]): string | null => {
  const [first] = blocks
  return first?.kind === 'heading' ? text.slice(first.start, first.end).replace(/\s+/g, ' ') : null
}

/** The document of a text; blocks, day, issuer and title are found in it where they are not given. */
export const documentOf = (draft: Draft, desk: Desk = shippedDesk()): Document => {
  const { name, text, place = name } = draft
  const blocks = draft.blocks ?? plainBlocks(text, desk)
  const language = languageOf(text, desk.languages)
  const foreign: Message[] =
    language === 'en'
      ? []
      : [{ place, rule: 'not-english', reason: `the text is in another language (${language}); only English is read` }]
  const titled = { ...draft, title: draft.title ?? firstHeading(text, blocks) }
  return describe(titled, blocks, language, [...(draft.messages ?? []), ...foreign], desk)
}

/** The document that stands for an input that could not be read. */
export const unreadDocument = (name: string, message: Message, desk: Desk = shippedDesk()): Document =>
  describe({ name, text: '' }, [], 'en', [message], desk)
