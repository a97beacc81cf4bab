// Quotations: spans of the document's text with their context, exact to the character.
import type { Span } from '../text/types.js'
import type { Quote } from './types.js'

const contextUnits = 32

/** Quotes `span` of `text`. The quotation's `exact` is the slice itself, whatever stands there. */
export const quoteOf = (text: string, span: Span): Quote => ({
  start: span.start,
  end: span.end,
  exact: text.slice(span.start, span.end),
  prefix: text.slice(Math.max(0, span.start - contextUnits), span.start),
  suffix: text.slice(span.end, span.end + contextUnits),
})

/** The smallest span that covers all of `spans`; there must be at least one. */
export const cover = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(span => span.start)),
  end: Math.max(...spans.map(span => span.end)),
})

/** The indexes of the words from `first` to `last`, both ends in. */
export const wordsIn = ({ first, last }: { readonly first: number; readonly last: number }): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at)
