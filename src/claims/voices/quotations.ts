// Direct quotations, matched within each block by their marks alone, whatever the parser makes of them. A paragraph that opens a quotation
// and does not close it hands it on to the next block, which opens with a mark of its own.
import type { Block, Document, Span } from '../../text/types.js'

/** A quotation with its marks. `continues`: the same words go on from the block before. */
export interface Quotation extends Span {
  readonly block: number
  readonly continues: boolean
  /** Words between the marks; short ones are mere mentions of words. */
  readonly length: number
}

const openers = '“„«'
const closers = '”»'

const isWordUnit = (unit: string | undefined): boolean => unit !== undefined && /[\p{L}\p{N}]/u.test(unit)

/** Is the straight mark at `at` an opening one? By its neighbours: a gap or bracket before, a word after. */
const opens = (text: string, at: number): boolean => !isWordUnit(text[at - 1]) && !/[.,!?]/.test(text[at - 1] ?? ' ')

const countWords = (text: string): number =>
  text.split(/\s+/).filter(part => isWordUnit(part.match(/[\p{L}\p{N}]/u)?.[0])).length

interface Mark {
  readonly start: number
  readonly end: number
  readonly turn: 'open' | 'close'
}

/** The quotation mark at `at`, if one stands there: curly, straight, or two single ones for a double. */
const markAt = (text: string, at: number, inside: boolean): Mark | null => {
  const unit = text[at]!
  if (openers.includes(unit)) return { start: at, end: at + 1, turn: 'open' }
  if (closers.includes(unit)) return { start: at, end: at + 1, turn: 'close' }
  const pair = text.slice(at, at + 2)
  const width = pair === "''" || pair === '``' || pair === '’’' || pair === '‘‘' ? 2 : unit === '"' ? 1 : 0
  if (width === 0) return null
  const leads = opens(text, at)
  return { start: at, end: at + width, turn: !inside && leads ? 'open' : 'close' }
}

const inBlock = (
  text: string,
  block: Block,
  index: number,
  carried: boolean,
): { found: Quotation[]; open: boolean } => {
  const found: Quotation[] = []
  let start: number | null = null
  const close = (end: number) => {
    if (start === null) return
    found.push({
      start,
      end,
      block: index,
      continues: carried && found.length === 0 && text.slice(block.start, start).trim() === '',
      length: countWords(text.slice(start + 1, end - 1)),
    })
    start = null
  }
  for (let at = block.start; at < block.end; at++) {
    const mark = markAt(text, at, start !== null)
    if (mark === null) continue
    if (mark.turn === 'close') close(mark.end)
    else if (start === null) start = mark.start
    at = mark.end - 1
  }
  const open = start !== null
  if (start !== null && countWords(text.slice(start, block.end)) >= 4) close(block.end)
  return { found, open }
}

/** All quotations of a document, in the order of the text. */
export const findQuotations = (document: Document): readonly Quotation[] => {
  const all: Quotation[] = []
  let carried = false
  for (const [index, block] of document.blocks.entries()) {
    const { found, open } = inBlock(document.text, block, index, carried)
    all.push(...found)
    carried = open && found.length > 0
  }
  return all
}
