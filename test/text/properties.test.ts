// Laws of segmentation over any text: nothing lost, nothing changed, no border crossed.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gapCharacters } from '../../src/text/patterns.js'
import { messagesOnCuts, segment, segmentText } from '../../src/text/segment.js'
import type { Block } from '../../src/text/types.js'
import { knowledge } from './knowledge.js'

const pieces = fc.constantFrom(
  ...(
    "Mr. U.S. don't cannot end. Next “quoted” ‘one’ \" ' ( ) [6] ... … — -- - / , ; : ? ! $5 12% 3.5 8/9/21 Sept. a.m. https://ex.org/a. " +
    'a@b.org @handle #tag anti-war state-owned No. 5 X. '
  ).split(' '),
  ' ',
  '\u00A0',
  '\u2009',
  '\u200B',
  '\n',
  '\u{1F54A}\uFE0F',
  '\u{1F1F9}\u{1F1EF}',
  'e\u0301',
)
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map(parts => parts.join('')),
  fc.array(pieces, { maxLength: 60 }).map(parts => parts.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
)
const gap = new RegExp(`^[${gapCharacters}]*$`, 'u')

describe('any text', () => {
  it('is rebuilt from its words and the gaps between them, which hold white space alone', () => {
    fc.assert(
      fc.property(texts, text => {
        let at = 0
        let rebuilt = ''
        for (const { tokens, start, end } of segmentText(text, knowledge)) {
          expect(start).toBe(tokens[0]!.start)
          expect(end).toBe(tokens.at(-1)!.end)
          for (const token of tokens) {
            expect(token.start).toBeGreaterThanOrEqual(at)
            expect(token.end).toBeGreaterThan(token.start)
            expect(token.form).toBe(text.slice(token.start, token.end))
            const before = text.slice(at, token.start)
            expect(before).toMatch(gap)
            rebuilt += before + token.form
            at = token.end
          }
        }
        expect(text.slice(at)).toMatch(gap)
        expect(rebuilt + text.slice(at)).toBe(text)
      }),
      { numRuns: 400 },
    )
  })

  it('has no sentence across the border of two blocks', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(200), { maxLength: 5 }), (text, cuts) => {
        const borders = [0, ...cuts.map(cut => Math.min(cut, text.length)).sort((a, b) => a - b), text.length]
        const blocks = borders.slice(1).map(
          (end, index): Block => ({
            start: borders[index]!,
            end,
            kind: index % 2 === 0 ? 'paragraph' : 'heading',
            author: null,
            date: null,
          }),
        )
        for (const { start, end, block } of segment(text, blocks, knowledge)) {
          expect(start).toBeGreaterThanOrEqual(blocks[block]!.start)
          expect(end).toBeLessThanOrEqual(blocks[block]!.end)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('a sentence without end', () => {
  it('is cut at punctuation into parts that a reader can hold, and says so', () => {
    const text = 'The army attacked the town, and '.repeat(3000)
    const sentences = segmentText(text, knowledge)
    expect(Math.max(...sentences.map(({ tokens }) => tokens.length))).toBeLessThanOrEqual(180)
    expect(sentences.slice(0, -1).every(({ tokens }) => tokens.at(-1)!.form === ',')).toBe(true)
    expect(messagesOnCuts(sentences)).toMatchObject([{ rule: 'long-sentence' }])
  })

  it('is left whole where it is not too long', () => {
    expect(messagesOnCuts(segmentText('They left. '.repeat(300), knowledge))).toEqual([])
  })

  it('may be one run without white space', () => {
    const sentences = segmentText('x'.repeat(50_000), knowledge)
    expect(sentences.flatMap(({ tokens }) => tokens).every(({ form }) => form.length <= 1000)).toBe(true)
  })
})
