// What the caller named in, documents out, one after the other. Laws: an input that cannot be read becomes a document with a message and
// the others go on; memory is bounded by one document, however large the input.
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import type { Document, Message } from '../text/types.js'
import { type Bytes, openBytes, readBytes } from './bytes.js'
import { type Decoded, decodePage, decodeText } from './decode.js'
import { type Draft, documentOf, type Particulars, unreadDocument } from './document.js'
import { type BadInput, type Input, type InputForm, resolveInputs } from './inputs.js'
import { type Desk, shippedDesk } from './knowledge.js'
import { linesOf } from './lines.js'
import { readMarkdown } from './markdown.js'
import { readPage } from './page/read-page.js'
import { dayOf, type Fields, fieldsOf, particularsOf, stringField } from './particulars.js'
import { Trouble, troubleOf } from './trouble.js'

export interface ReadOptions {
  /** Read where an input is "-"; without it that input is empty. */
  readonly input?: Readable | undefined
  /** Day of publication, ISO 8601; it goes before what inputs say. */
  readonly date?: string | undefined
  /** Goes before what inputs say. */
  readonly publisher?: string | undefined
  /** A JSON Lines file of particulars, joined by name; it goes before what inputs say. */
  readonly metadata?: string | undefined
  readonly desk?: Desk | undefined
}

/** Bytes of a file or of a line, and UTF-16 units of a text, that are read at most. */
const limits = { bytes: 16_000_000, text: 1_000_000 }

interface Setting {
  readonly options: ReadOptions
  readonly desk: Desk
  readonly metadata: ReadonlyMap<string, Particulars>
}

const messageOf = (path: string, trouble: Trouble, line = trouble.line): Message => ({
  place: line === undefined ? path : `${path}:${line}`,
  rule: trouble.rule,
  reason: trouble.message,
})

/** The text up to the limit, cut between words, and a message where it was cut. */
const bounded = (text: string, isCut: boolean, place: string): { text: string; messages: Message[] } => {
  if (text.length <= limits.text && !isCut) return { text, messages: [] }
  const kept = text.slice(0, limits.text)
  const cut = text.length > limits.text ? Math.max(kept.search(/\s\S*$/), limits.text - 1000) : kept.length
  const reason = `is too long; the first ${cut} characters were read. Split it into articles`
  return { text: kept.slice(0, cut), messages: [{ place, rule: 'too-long', reason }] }
}

const replacedMessages = ({ replaced }: Decoded, path: string): Message[] => {
  if (replaced === undefined) return []
  const { count, firstByte, line } = replaced
  const reason = `byte ${firstByte} is not UTF-8; ${count} ${count === 1 ? 'character was' : 'characters were'} replaced. Save the file as UTF-8`
  return [{ place: `${path}:${line}`, rule: 'invalid-utf-8', reason }]
}

/** The document of a draft, with what the caller and the metadata say before what the input says. */
const settle = (draft: Draft, { options, desk, metadata }: Setting): Document => {
  const said = metadata.get(draft.name)
  const publisher = options.publisher ?? said?.publisher ?? draft.publisher
  return documentOf(
    {
      ...draft,
      title: said?.title ?? draft.title,
      url: said?.url ?? draft.url,
      publisher,
      issuer: said?.issuer ?? draft.issuer,
      publishedOn: options.date ?? said?.publishedOn ?? draft.publishedOn,
    },
    desk,
  )
}

/** The draft of a text in any form but JSON Lines. */
const draftOf = (name: string, place: string, source: string, form: InputForm, isCut: boolean, desk: Desk): Draft => {
  if (form === 'plain') return { name, place, ...bounded(source, isCut, place) }
  const page = form === 'page' ? readPage(source, desk) : readMarkdown(source, desk)
  if (page.text === '') throw new Trouble('no-text', 'holds no text to read')
  const { text, messages } = bounded(page.text, isCut, place)
  const blocks = page.blocks.filter(({ start }) => start < text.length)
  const fitting = blocks.map(block => ({ ...block, end: Math.min(block.end, text.length) }))
  const day = page.particulars.publishedOn
  const publishedOn = day ? (desk.calendar.dayIn(day)?.day ?? null) : null
  return { name, place, ...page.particulars, publishedOn, text, blocks: fitting, messages }
}

const sniffed = (text: string): InputForm => {
  const start = text.slice(0, 1000).trimStart()
  return /^(?:<!doctype html|<html|<head|<body|<article|<div|<p>|<\?xml)/i.test(start) ? 'page' : 'plain'
}

async function* readWhole({ path, name, form }: Input, bytes: Bytes, setting: Setting): AsyncGenerator<Document> {
  const { bytes: held, isCut } = await readBytes(bytes, limits.bytes)
  if (held.length === 0) throw new Trouble('empty-file', 'is empty')
  const decoded = form === 'page' ? decodePage(held) : decodeText(held)
  if (decoded.text.trim() === '') throw new Trouble('empty-file', 'holds nothing but white space')
  const draft = draftOf(name, path, decoded.text, form ?? sniffed(decoded.text), isCut, setting.desk)
  yield settle({ ...draft, messages: [...replacedMessages(decoded, path), ...(draft.messages ?? [])] }, setting)
}

const draftOfRow = (fields: Fields, name: string, place: string, desk: Desk): Draft => {
  const text = stringField(fields, 'text')
  const html = stringField(fields, 'html')
  if (text === null && html === null) throw new Trouble('no-text', 'has neither "text" nor "html"')
  const own = particularsOf(fields, desk.calendar)
  const draft = draftOf(name, place, text ?? html!, text === null ? 'page' : 'plain', false, desk)
  const stated = Object.entries(own).filter(([, value]) => value !== null)
  return { ...draft, ...Object.fromEntries(stated) }
}

async function* readRows({ path, name }: Input, bytes: Bytes, setting: Setting): AsyncGenerator<Document> {
  let count = 0
  for await (const line of linesOf(bytes, limits.bytes)) {
    count++
    const place = `${path}:${line.number}`
    let rowName = `${name}-${line.number}`
    try {
      if (line.bytes === undefined)
        throw new Trouble('too-long', `is longer than ${limits.bytes} bytes and was skipped`)
      const decoded = decodeText(line.bytes)
      if (decoded.text.trim() === '') continue
      const fields = fieldsOf(decoded.text)
      rowName = stringField(fields, 'name') ?? rowName
      const draft = draftOfRow(fields, rowName, place, setting.desk)
      const replaced = replacedMessages(decoded, path).map(message => ({ ...message, place }))
      yield settle({ ...draft, messages: [...replaced, ...(draft.messages ?? [])] }, setting)
    } catch (error) {
      yield unreadDocument(rowName, messageOf(path, troubleOf(error), line.number), setting.desk)
    }
  }
  if (count === 0) throw new Trouble('empty-file', 'is empty')
}

/** Standard input may be JSON Lines too; its first byte tells. */
async function* readUnknown(input: Input, bytes: Bytes, setting: Setting): AsyncGenerator<Document> {
  const chunks = bytes[Symbol.asyncIterator]()
  const first = await chunks.next()
  const start = first.done ? '' : Buffer.from(first.value.subarray(0, 200)).toString('latin1')
  async function* whole(): AsyncGenerator<Uint8Array> {
    if (first.done) return
    yield first.value
    yield* { [Symbol.asyncIterator]: () => chunks }
  }
  if (/^\s*\{\s*"/.test(start)) yield* readRows(input, whole(), setting)
  else yield* readWhole(input, whole(), setting)
}

async function* readInput(input: Input | BadInput, setting: Setting): AsyncGenerator<Document> {
  try {
    if ('trouble' in input) throw input.trouble
    const bytes = openBytes(input.path, setting.options.input ?? Readable.from([]))
    if (input.form === 'json-lines') yield* readRows(input, bytes, setting)
    else if (input.form === undefined) yield* readUnknown(input, bytes, setting)
    else yield* readWhole(input, bytes, setting)
  } catch (error) {
    yield unreadDocument(input.name, messageOf(input.path, troubleOf(error)), setting.desk)
  }
}

/** Particulars by name; what cannot be read of the file is told as documents with a message. */
const readMetadata = async (
  path: string,
  desk: Desk,
): Promise<{ byName: Map<string, Particulars>; unread: Document[] }> => {
  const byName = new Map<string, Particulars>()
  const unread: Document[] = []
  const tell = (error: unknown, line?: number): void => {
    unread.push(unreadDocument(basename(path), messageOf(path, troubleOf(error), line), desk))
  }
  try {
    for await (const { number, bytes } of linesOf(openBytes(path, Readable.from([])), limits.bytes)) {
      const line = bytes === undefined ? '' : decodeText(bytes).text
      if (line.trim() === '') continue
      try {
        const fields = fieldsOf(line)
        const name = stringField(fields, 'name')
        if (name === null) throw new Trouble('no-name', 'has no "name" by which it could be joined')
        byName.set(name, particularsOf(fields, desk.calendar))
      } catch (error) {
        tell(error, number)
      }
    }
  } catch (error) {
    tell(error)
  }
  return { byName, unread }
}

/** Says once, at the first document that it holds for, that no day is known. */
async function* withDateNotice(documents: AsyncIterable<Document>): AsyncGenerator<Document> {
  let isSaid = false
  for await (const document of documents) {
    const isUndated: boolean =
      !isSaid && document.publishedOn === null && document.text !== '' && document.language === 'en'
    const reason =
      'no day of publication is known, so that words such as "yesterday" cannot be read; give one with --date. Said once'
    isSaid ||= isUndated
    const notice: Message = { place: document.name, rule: 'date-unknown', reason }
    yield isUndated ? { ...document, messages: [...document.messages, notice] } : document
  }
}

async function* readAll(inputs: readonly string[], options: ReadOptions): AsyncGenerator<Document> {
  const desk = options.desk ?? shippedDesk()
  const metadata = options.metadata === undefined ? undefined : await readMetadata(options.metadata, desk)
  const date = options.date === undefined ? undefined : dayOf(options.date, desk.calendar)
  yield* metadata?.unread ?? []
  const setting: Setting = { options: { ...options, date }, desk, metadata: metadata?.byName ?? new Map() }
  for await (const input of resolveInputs(inputs)) yield* readInput(input, setting)
}

/**
 * Reads files, globs and standard input ("-"): .txt, .md, .html and .jsonl, packed with gzip or not. Documents come in the order of the
 * inputs, the files of a glob sorted; an input that cannot be read comes as a document with an empty text and a message.
 */
export const readDocuments = (inputs: readonly string[], options: ReadOptions = {}): AsyncIterable<Document> =>
  withDateNotice(readAll(inputs, options))
