// Document, sentences and trees in; out, every time expression, and what a sentence without one inherits from the sentence before.
import type { Tree } from '../../syntax/types.js'
import type { Document, Sentence } from '../../text/types.js'
import { tenseOf } from '../factuality/tense.js'
import { baseOf, type Reading, readingOf } from '../frames/reading.js'
import { cover } from '../quote.js'
import { anchorOf } from './anchor.js'
import type { DateLexicon } from './lexicon.js'
import { type Found, recogniseDates } from './recognise.js'
import type { DateBook, DateExpression, Shape } from './types.js'

/** The word of the range on which the sentence holds: the one whose governor lies outside. */
const headOf = (tree: Tree, first: number, last: number): number => {
  for (let word = first; word <= last; word++) {
    const { head } = tree.words[word]!
    if (head < first || head > last) return word
  }
  return first
}

const yearOf = (shape: Shape): number | null =>
  shape.kind === 'absolute' && shape.grain !== 'decade' ? Number(shape.value.slice(0, 4)) : null

/** A day or month named right after a year is of that year: "In 1997 … On 25 May …". */
const withYear = (shape: Shape, year: number | null): Shape =>
  (shape.kind === 'month-day' || (shape.kind === 'month' && shape.which === null)) && year !== null
    ? { ...shape, year }
    : shape

const toExpression = (found: Found, tree: Tree, sentence: number, shape: Shape): DateExpression => ({
  ...cover(tree.words.slice(found.first, found.last + 1)),
  sentence,
  first: found.first,
  last: found.last,
  head: headOf(tree, found.first, found.last),
  shape,
  since: found.since,
})

const continuing = /^(it|he|she|they|this|these|both|then|also|later|there|during|his|her|their|its|afterwards?)$/i

const rootOf = (reading: Reading): number => reading.words.findIndex(word => word.head < 0)

const isPoint = ({ shape }: DateExpression): boolean => shape.kind !== 'vague' && shape.kind !== 'duration'

/** The date on the main clause of a sentence told in the past; null where it has none. */
const mainDate = (reading: Reading, expressions: readonly DateExpression[]): DateExpression | null => {
  const root = rootOf(reading)
  if (root < 0 || tenseOf(reading, root) !== 'past') return null
  return expressions.find(one => isPoint(one) && !one.since && anchorOf(reading, one) === root) ?? null
}

const subjectOf = (reading: Reading): string => {
  const root = rootOf(reading)
  const subject = reading.children[root]?.find(child => baseOf(reading.words[child]!.deprel) === 'nsubj')
  return subject === undefined ? '' : reading.words[subject]!.form
}

/** Finds the dates of a document; `sentences` and `trees` run in parallel. */
export const findDates = (
  document: Document,
  sentences: readonly Sentence[],
  trees: readonly Tree[],
  lexicon: DateLexicon,
): DateBook => {
  const bySentence: (readonly DateExpression[])[] = []
  const carried: (DateExpression | null)[] = []
  const documentYear = document.publishedOn === null ? null : Number(document.publishedOn.slice(0, 4))
  let year: number | null = null
  let previous: Shape | null = null
  let main: DateExpression | null = null
  for (const [index, tree] of trees.entries()) {
    if (sentences[index]!.block !== sentences[index - 1]?.block) {
      year = null
      previous = null
      main = null
    }
    const expressions: DateExpression[] = []
    for (const found of recogniseDates(tree.words, lexicon)) {
      const shape: Shape =
        found.shape.kind === 'same' ? { kind: 'same', before: previous } : withYear(found.shape, year)
      expressions.push(toExpression(found, tree, index, shape))
      if (shape.kind === 'vague' || shape.kind === 'duration') continue
      const told = yearOf(shape)
      if (told !== null) year = told === documentYear ? null : told
      else if (shape.kind === 'weekday' || shape.kind === 'offset') year = null
      if (shape.kind !== 'same') previous = shape
    }
    const reading = readingOf(index, tree)
    const own = mainDate(reading, expressions)
    const goesOn =
      !expressions.some(isPoint) &&
      rootOf(reading) >= 0 &&
      tenseOf(reading, rootOf(reading)) === 'past' &&
      (continuing.test(subjectOf(reading)) || continuing.test(reading.words[0]?.form ?? ''))
    const inherited: DateExpression | null = goesOn ? main : null
    bySentence.push(expressions)
    carried.push(inherited)
    main = own ?? inherited
  }
  return { bySentence, carried }
}
