// A sentence's words as the recognisers of dates ask them: lower-case, by place, with the lexicon of time beside them.
import type { Word } from '../../syntax/types.js'
import type { DateLexicon } from './lexicon.js'
import type { Shape } from './types.js'

export interface Found {
  readonly first: number
  readonly last: number
  readonly shape: Shape
  readonly since: boolean
}

/** The words of a sentence, lower-case, with what the recognisers ask of them. */
export interface Line {
  readonly forms: readonly string[]
  readonly words: readonly Word[]
  readonly lexicon: DateLexicon
}

export const at = (line: Line, index: number): string => line.forms[index] ?? ''

export type Recogniser = (line: Line, index: number) => Found | null

export const found = (first: number, last: number, shape: Shape): Found => ({ first, last, shape, since: false })

/** Do `words` stand from `index` on? */
export const matches = (line: Line, index: number, words: readonly string[]): boolean =>
  words.every((word, offset) => at(line, index + offset).replace('’', "'") === word)

/** "earlier on Wednesday", "late Wednesday": the words before belong to it. */
export const withPart = (line: Line, first: number): number => {
  if (['earlier', 'later'].includes(at(line, first - 2)) && ['on', 'in'].includes(at(line, first - 1))) return first - 2
  return ['earlier', 'later', 'early', 'late'].includes(at(line, first - 1)) ? first - 1 : first
}
