// Quotations are matched by their marks within each block, and carried on by paragraphs that do not close them.
import { describe, expect, it } from 'vitest'
import { findQuotations } from '../../../src/claims/voices/quotations.js'
import type { Document } from '../../../src/text/types.js'

const quotationsIn = (...paragraphs: readonly string[]) => {
  const text = paragraphs.join('\n\n')
  let start = 0
  const blocks = paragraphs.map(paragraph => {
    const block = { start, end: start + paragraph.length, kind: 'paragraph' as const, author: null, date: null }
    start += paragraph.length + 2
    return block
  })
  const found = findQuotations({ text, blocks } as unknown as Document)
  return found.map(quotation => ({ exact: text.slice(quotation.start, quotation.end), continues: quotation.continues }))
}

const exact = (...paragraphs: readonly string[]) => quotationsIn(...paragraphs).map(quotation => quotation.exact)

describe('findQuotations', () => {
  it('knows curly, straight and doubled marks', () => {
    expect(exact('He said “we will go” and left.')).toEqual(['“we will go”'])
    expect(exact('He said "we will go" and left.')).toEqual(['"we will go"'])
    expect(exact("He said ''we will go'' and left.")).toEqual(["''we will go''"])
  })

  it('tells two quotations in one paragraph apart', () => {
    expect(exact('"We go," he said. "You stay."')).toEqual(['"We go,"', '"You stay."'])
  })

  it('leaves apostrophes alone', () => {
    expect(exact("The minister's aides don't know.")).toEqual([])
  })

  it('carries an unclosed quotation into the next paragraph', () => {
    expect(quotationsIn('He said: “We will not go there at all.', '“We stay here,” he said.')).toEqual([
      { exact: '“We will not go there at all.', continues: false },
      { exact: '“We stay here,”', continues: true },
    ])
  })

  it('does not carry over a stray mark', () => {
    expect(quotationsIn('A pipe 5" wide.', 'It broke.')).toEqual([])
  })
})
