// The words of one block in, its sentences out. Law: every token comes out once and in order; only an abbreviation that turns out to
// end a sentence is parted from its stop.
import { beginsWithoutStop, isAddress, isAttached, isFace } from './breaks.js'
import type { TextLexicon } from './lexicon.js'
import { openingOf } from './opening.js'
import type { Token } from './types.js'

const closers = new Set(['”', '’', '"', "'", "''", '’’', ')', ']', '}', '»'])
const openers = new Set([
  '“',
  '‘',
  '"',
  "'",
  '``',
  '(',
  '[',
  '{',
  '«',
  '-',
  '–',
  '—',
  '--',
  '*',
  '•',
  '·',
  '>',
  '#',
  '@',
])

type Stop = 'stop' | 'mark' | 'ellipsis' | 'abbreviation'

const stopOf = (form: string): Stop | undefined => {
  const last = form.at(-1)!
  if (form === '.') return 'stop'
  if (last === '…' || /^\.{2,}$|^\[(?:\.{3}|…)\]$|^…\.+$/.test(form)) return 'ellipsis'
  if (/^[.!?…]+$/.test(form)) return 'mark'
  return last === '.' ? 'abbreviation' : undefined
}

interface Stretch {
  readonly tokens: readonly Token[]
  readonly lexicon: TextLexicon
}

/** How many words a note such as "[6]" or "[citation needed]" takes from `index` on; 0 where none stands. */
const noteLength = (tokens: readonly Token[], index: number): number => {
  if (tokens[index]?.form !== '[') return 0
  const length = tokens.slice(index, index + 5).findIndex(({ form }) => form === ']') + 1
  const inside = tokens.slice(index + 1, index + length - 1).map(({ form }) => form)
  return length > 2 && (/^\d+$/.test(inside.join('')) || inside.at(-1) === 'needed') ? length : 0
}

/** More marks, a face, or a quotation mark turned the wrong way. */
const isTail = (tokens: readonly Token[], index: number): boolean => {
  const { form, end } = tokens[index]!
  if (stopOf(form) === 'mark' || form === '.' || isFace(form)) return true
  return (form === '“' || form === '‘') && isAttached(tokens, index) && tokens[index + 1]?.start !== end
}

/** The index behind the closing marks and note numbers ("[6]") that belong to the stop before `index`. */
const behindClosers = (tokens: readonly Token[], index: number, openQuote: boolean): number => {
  let at = index
  let quoteIsOpen = openQuote
  while (at < tokens.length) {
    const { form } = tokens[at]!
    if (form === '"') {
      const next = tokens[at + 1]
      const touchesNext = next !== undefined && next.start === tokens[at]!.end && openingOf(next.form) !== 'other'
      if (touchesNext ? !(quoteIsOpen && isAttached(tokens, at)) : !(quoteIsOpen || isAttached(tokens, at))) return at
      quoteIsOpen = false
    } else if (closers.has(form) && isAttached(tokens, at)) {
      const next = tokens[at + 1]
      if (form === "'" && next !== undefined && next.start === tokens[at]!.end && openingOf(next.form) !== 'other')
        return at
    } else {
      const taken = isTail(tokens, at) ? 1 : noteLength(tokens, at)
      if (taken === 0) return at
      at += taken - 1
    }
    at++
  }
  return at
}

/** Does the abbreviation at `index` end its sentence, given the word that opens what follows? */
const abbreviationEnds = ({ tokens, lexicon }: Stretch, index: number, next: string): boolean => {
  const bare = tokens[index]!.form.slice(0, -1)
  const opens = openingOf(next)
  const kind = lexicon.abbreviation(bare)
  if (kind === 'before-name' || kind === 'within') return false
  if (kind === 'before-number') return opens === 'upper'
  return opens === 'upper' && lexicon.isOpener(next)
}

const capitalised = (form: string): string => form.charAt(0).toUpperCase() + form.slice(1)

const stopEnds = (stretch: Stretch, stop: Stop, index: number, behind: number): boolean => {
  const { tokens, lexicon } = stretch
  let opening = behind
  while (opening < tokens.length - 1 && openers.has(tokens[opening]!.form)) opening++
  const next = tokens[opening]!.form
  const opens = openingOf(next)
  if (stop === 'abbreviation') return abbreviationEnds(stretch, index, next)
  if (isAttached(tokens, behind)) {
    const begins =
      opens === 'upper' ||
      (opens === 'lower' && (stop === 'mark' || (stop === 'stop' && lexicon.isOpener(capitalised(next)))))
    return begins && (stop === 'ellipsis' || /\p{L}{2}$|["”’)]$/u.test(tokens[index - 1]?.form ?? ''))
  }
  if (stop === 'ellipsis') return opens === 'upper' || isAddress(next)
  // “Go!” he said; but "They left.) then" and "good. :) only".
  if (opens === 'lower') {
    return tokens.slice(index + 1, behind).every(({ form }) => isFace(form) || (form === ')' && stop === 'stop'))
  }
  return true
}

/** An abbreviation that only ends in a stop because the sentence does: "plan B.", "said no.", and "etc.", as the treebanks have it. */
const isPartable = (form: string, lexicon: TextLexicon): boolean => {
  if (stopOf(form) !== 'abbreviation') return false
  const bare = form.slice(0, -1)
  if (/^etc$/i.test(bare)) return true
  const kind = lexicon.abbreviation(bare)
  return kind === undefined ? /^\p{L}$/u.test(bare) : kind !== 'calendar' && kind !== 'any'
}

const partStop = ({ start, end, form }: Token): Token[] => [
  { start, end: end - 1, form: form.slice(0, -1) },
  { start: end - 1, end, form: '.' },
]

/** In "...?", "U.S.?" and "Inc.." the second sign tells what the first is. */
const isBeforeMark = (tokens: readonly Token[], index: number): boolean => {
  const next = tokens[index + 1]
  if (next === undefined || !/^[.!?]+$/.test(next.form) || !isAttached(tokens, index + 1)) return false
  const stop = stopOf(tokens[index]!.form)
  return stop === 'abbreviation' || (stop === 'ellipsis' && next.form !== '.')
}

/** "2." or "*2." before an item's words is its number; "..." before any word trails in. */
const isBeforeWords = (current: readonly Token[], stop: Stop): boolean => {
  if (stop === 'ellipsis') return current.length === 0
  const isNumber = stop === 'stop' && /^\d{1,3}$/.test(current.at(-1)?.form ?? '')
  return isNumber && current.slice(0, -1).every(({ form }) => openers.has(form))
}

/** Gathers the tokens of one block into sentences. */
export const splitSentences = (tokens: readonly Token[], lexicon: TextLexicon): Token[][] => {
  const stretch = { tokens, lexicon }
  const sentences: Token[][] = []
  let current: Token[] = []
  let quotes = 0
  const close = (): void => {
    if (current.length > 0) sentences.push(current)
    current = []
  }
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index]!
    if (beginsWithoutStop(tokens, index, current, lexicon)) close()
    if (token.form === '"') quotes++
    const stop = isBeforeMark(tokens, index) ? undefined : stopOf(token.form)
    const behind = stop === undefined ? index + 1 : behindClosers(tokens, index + 1, quotes % 2 === 1)
    const isLast = behind >= tokens.length
    const ends =
      stop !== undefined && (isLast || (!isBeforeWords(current, stop) && stopEnds(stretch, stop, index, behind)))
    current.push(...(ends && isPartable(token.form, lexicon) ? partStop(token) : [token]))
    for (let at = index + 1; at < behind; at++) {
      if (tokens[at]!.form === '"') quotes++
      current.push(tokens[at]!)
    }
    index = behind
    if (ends) close()
  }
  close()
  return sentences
}
