// The words of a claim: the clause of its predicate with its parties, cut clean at both ends and never so long that nobody would read it.
import type { Span } from '../text/types.js'
import { baseOf, dependents, type Reading } from './frames/reading.js'
import { isVerbal } from './frames/subjects.js'
import { cover } from './quote.js'

const longestClause = 300
const longestQuote = 400

const borders: ReadonlySet<string> = new Set(['parataxis', 'advcl', 'punct', 'discourse', 'acl'])

/** "contribution to ending the war": a noun's own complement, which is no clause beside it. */
const completes = (reading: Reading, word: number): boolean =>
  reading.words[word]!.deprel === 'acl' &&
  dependents(reading, word, 'mark').some(mark => reading.words[mark]!.form.toLowerCase() === 'to')

/** Does the quotation stop before `word`: another clause, strung on or subordinated? What is listed beside an argument stays with it. */
const isBeyond = (reading: Reading, word: number): boolean => {
  const { deprel } = reading.words[word]!
  const base = baseOf(deprel)
  if (completes(reading, word)) return false
  if (base === 'conj')
    return isVerbal(reading.words[word]!) || reading.children[word]!.some(child => isCopula(reading, child))
  return borders.has(base)
}

const isCopula = (reading: Reading, word: number): boolean => baseOf(reading.words[word]!.deprel) === 'cop'

const clauseOf = (reading: Reading, head: number): readonly number[] => [
  head,
  ...reading.children[head]!.filter(child => !isBeyond(reading, child)).flatMap(child => clauseOf(reading, child)),
]

const openers = '“„«"'
const closers = '”»"'

/** Takes in the quotation mark just outside `span` whose other half stands inside. */
const withMarks = (text: string, { start, end }: Span): Span => {
  const inside = text.slice(start, end)
  const opens = openers.includes(text[start - 1] ?? ' ') && [...closers].some(mark => inside.includes(mark))
  const closes = closers.includes(text[end] ?? ' ') && [...openers].some(mark => inside.includes(mark))
  return { start: opens ? start - 1 : start, end: closes && !opens ? end + 1 : end }
}

/** Does `word` merely tie the clause of `head` to what stands before it: "that", "and", the preposition of a noun? */
const isTie = (reading: Reading, head: number, word: number): boolean => {
  const { head: governor, deprel, form } = reading.words[word]!
  if (governor !== head || word > head) return false
  const base = baseOf(deprel)
  return base === 'cc' || base === 'case' || (base === 'mark' && form.toLowerCase() === 'that')
}

const withoutTies = (reading: Reading, words: readonly number[], head: number): readonly number[] => {
  const sorted = [...words].sort((a, b) => a - b)
  const first = sorted.findIndex(word => !isTie(reading, head, word))
  return sorted.slice(Math.max(0, first))
}

/**
 * The span of a claim. `core` covers its trigger and its parties; `predicate` is the word whose clause is quoted, or the verb above it where
 * that lends its subject ("held talks"). The core alone where the clause is long, the trigger alone where that is long too.
 */
export const claimSpan = (reading: Reading, text: string, predicate: number, trigger: Span, core: Span): Span => {
  const governor = reading.words[predicate]!.head
  const isLent = reading.words[predicate]!.upos !== 'VERB' && governor >= 0 && reading.words[governor]!.upos === 'VERB'
  const head = isLent ? governor : predicate
  const clause = withoutTies(reading, clauseOf(reading, head), head)
  const whole = cover([core, ...clause.map(index => reading.words[index]!)])
  const lengthOf = ({ start, end }: Span) => end - start
  const chosen = lengthOf(whole) <= longestClause ? whole : lengthOf(core) <= longestQuote ? core : trigger
  return withMarks(text, chosen)
}
