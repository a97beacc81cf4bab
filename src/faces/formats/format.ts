// What a format is: coded documents in, text out, one document at a time, so that a long run holds one document and no more.
// Law: a format sees nothing but the readings and its own layout; it never prints.
import type { CodedDocument } from '../../claims/types.js'
import type { Block } from '../../text/types.js'

export const formatNames = ['table', 'jsonl', 'csv', 'html'] as const
export type FormatName = (typeof formatNames)[number]

/** A coded document with the text that its quotations point into. */
export interface Reading {
  readonly coded: CodedDocument
  readonly text: string
  readonly blocks: readonly Block[]
}

/** How much room and colour there is. */
export interface Layout {
  /** Columns of the terminal, at least 40. */
  readonly width: number
  readonly colour: boolean
}

/** `head`, then `document` for each reading in order, then `tail`, joined without separators, are the whole output. */
export interface Format {
  head(): string
  document(reading: Reading): string
  tail(): string
}

/** Loads one format and no other, so that a start pays for what it uses. */
export const loadFormat = async (name: FormatName, layout: Layout): Promise<Format> => {
  switch (name) {
    case 'table':
      return (await import('./table.js')).tableFormat(layout)
    case 'jsonl':
      return (await import('./jsonl.js')).jsonlFormat()
    case 'csv':
      return (await import('./csv.js')).csvFormat()
    case 'html':
      return (await import('./html.js')).htmlFormat()
  }
}
