// What text/ hands on: a document whose text never changes, its blocks, its sentences and their tokens.
// Every span is half-open and counts UTF-16 units of Document.text.

export interface Span {
  readonly start: number
  readonly end: number
}

/** Trouble met while reading a document; it never stops the run. `place` is a file, `file:line` or a span such as `chars 10–20`. */
export interface Message {
  readonly place: string
  readonly rule: string
  readonly reason: string
}

/** How a stretch of text stands in its document (codebook rule 12). Only `paragraph`, `quotation`, `post` and `heading` carry claims. */
export type BlockKind = 'heading' | 'paragraph' | 'quotation' | 'post' | 'link' | 'caption' | 'advert'

export interface Block extends Span {
  readonly kind: BlockKind
  /** For a quotation or a post: whose words it holds, as named in the text; null where nobody is named. */
  readonly author: string | null
  /** For a post: the day it carries, ISO 8601; null where none is given. */
  readonly date: string | null
}

export interface Document {
  readonly id: string
  readonly name: string
  readonly title: string | null
  readonly url: string | null
  readonly publisher: string | null
  /** The actor id of the government or body whose own notice this is ("we" = the issuer); null for a news text. */
  readonly issuer: string | null
  /** ISO 8601 day; null where unknown. */
  readonly publishedOn: string | null
  /** ISO 639-1 code as recognised; `en` is read, others give a message and no claims. */
  readonly language: string
  readonly sha256: string
  readonly text: string
  readonly blocks: readonly Block[]
  readonly messages: readonly Message[]
}

/** One Universal Dependencies word: "don't" is two tokens, "do" and "n't". */
export interface Token extends Span {
  readonly form: string
}

export interface Sentence extends Span {
  /** Index into Document.blocks. */
  readonly block: number
  readonly tokens: readonly Token[]
  /** True where it is one of the parts of a sentence that was too long to read whole. */
  readonly isPart?: boolean
}
