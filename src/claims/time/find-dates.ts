// Document, sentences and trees in; out, every time expression, and what a sentence without one inherits from the sentence before.
import type { Mention } from '../../actors/types.js'
import type { Tree } from '../../syntax/types.js'
import type { Document, Sentence } from '../../text/types.js'
import { isPresentPerfect, tenseOf } from '../factuality/tense.js'
import { dependents, type Reading, readingOf } from '../frames/reading.js'
import { cover } from '../quote.js'
import { anchorOf } from './anchor.js'
import { type Day, daysBetween, parseDay } from './calendar.js'
import type { DateLexicon } from './lexicon.js'
import type { Found } from './line.js'
import { recogniseDates } from './recognise.js'
import { resolveShape } from './resolve.js'
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

const isPoint = ({ shape }: DateExpression): boolean => !['vague', 'duration', 'ahead'].includes(shape.kind)

/** The date on the main clause of a sentence told in the past; null where it has none. */
const mainDate = (reading: Reading, expressions: readonly DateExpression[]): DateExpression | null => {
  const root = rootOf(reading)
  if (root < 0 || tenseOf(reading, root) !== 'past') return null
  return expressions.find(one => isPoint(one) && !one.since && anchorOf(reading, one) === root) ?? null
}

const actorsIn = (mentions: readonly Mention[]): ReadonlySet<string> => new Set(mentions.map(({ actor }) => actor.id))

/** What a narrative has come to: its last date, and who took part in what was dated. */
interface Scene {
  readonly date: DateExpression
  readonly actors: ReadonlySet<string>
  readonly block: number
}

/** Does the sentence go on telling of the scene: of its actors, in the plain past, without a date of its own? */
const goesOn = (reading: Reading, expressions: readonly DateExpression[], scene: Scene): boolean => {
  const root = rootOf(reading)
  if (root < 0 || expressions.some(isPoint) || tenseOf(reading, root) !== 'past') return false
  const before = dependents(reading, root, 'aux').some(child => reading.words[child]!.form.toLowerCase() === 'had')
  if (before || isPresentPerfect(reading, root)) return false
  const subject = dependents(reading, root, 'nsubj')[0]
  const opening = reading.words[0]?.form ?? ''
  if (continuing.test(subject === undefined ? '' : reading.words[subject]!.form) || continuing.test(opening))
    return true
  return subject !== undefined && (reading.mentions.get(subject) ?? []).some(({ actor }) => scene.actors.has(actor.id))
}

const longestAgo = 31

/** A scene of the last weeks goes on from paragraph to paragraph; an older one ends with its own. */
const isRecent = ({ date }: Scene, today: Day | null): boolean => {
  const resolved = resolveShape(date.shape, today, 'past')
  const day = parseDay(resolved?.value ?? null)
  return today !== null && day !== null && daysBetween(day, today) <= longestAgo && daysBetween(day, today) >= 0
}

/** In blocks: how far a scene of the last weeks reaches. */
const furthest = 3

/** Finds the dates of a document; `sentences` and `trees` run in parallel. */
export const findDates = (
  document: Document,
  sentences: readonly Sentence[],
  trees: readonly Tree[],
  mentions: ReadonlyMap<number, ReadonlyMap<number, readonly Mention[]>>,
  lexicon: DateLexicon,
): DateBook => {
  const bySentence: (readonly DateExpression[])[] = []
  const carried: (DateExpression | null)[] = []
  const today = parseDay(document.publishedOn)
  let year: number | null = null
  let previous: Shape | null = null
  let scene: Scene | null = null
  for (const [index, tree] of trees.entries()) {
    const { block } = sentences[index]!
    if (block !== sentences[index - 1]?.block) {
      year = null
      if (scene !== null && (block - scene.block > furthest || !isRecent(scene, today))) scene = null
    }
    const expressions: DateExpression[] = []
    for (const found of recogniseDates(tree.words, lexicon)) {
      const shape: Shape =
        found.shape.kind === 'same' ? { ...found.shape, before: previous } : withYear(found.shape, year)
      const expression = toExpression(found, tree, index, shape)
      expressions.push(expression)
      if (!isPoint(expression)) continue
      const told = yearOf(shape)
      if (told !== null) year = told === today?.year ? null : told
      else if (shape.kind === 'weekday' || shape.kind === 'offset') year = null
      if (shape.kind !== 'same') previous = shape
    }
    const heads = mentions.get(index) ?? new Map<number, readonly Mention[]>()
    const reading = readingOf(index, tree, heads)
    const own = mainDate(reading, expressions)
    bySentence.push(expressions)
    carried.push(scene !== null && goesOn(reading, expressions, scene) ? scene.date : null)
    if (own !== null) scene = { date: own, actors: actorsIn([...heads.values()].flat()), block }
    else if (expressions.some(isPoint)) scene = null
  }
  return { bySentence, carried }
}
