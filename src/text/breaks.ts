// Where a sentence begins though none ended with a stop before it: after a rule of signs, a stamp of date and time, a salutation, a
// letter's last words, a dateline; before a note on a picture, the next file of a list, a capital that nothing but a sentence begins with.
import type { TextLexicon } from './lexicon.js'
import { type Opening, openingOf } from './opening.js'
import type { Token } from './types.js'

const signRule = /^([-=*_~#+])\1{4,}$/
const figureDate = /^\d{1,2}\/\d{1,2}\/\d{2,4}$/
const clock = /^\d{1,2}:\d{2}(?::\d{2})?$/
const halfDay = /^[ap]\.?m\.?$/i
const address = /^https?:|.@.+\../i
const fileName = /\p{L}\.\p{Ll}{3,4}$/u
const isName = (form: string): boolean => /^\p{Lu}[\p{L}\p{N}.&’'-]+$/u.test(form)
const face = /^>?[:;=]['’]?-?[)(\][DPpOo/\\|*3]+$/

/** How many words a stamp such as "08/16/2000 12:05 PM" takes that ends before `index`; 0 for none. */
const stampBefore = (tokens: readonly Token[], index: number): number => {
  const half = halfDay.test(tokens[index - 1]?.form ?? '') ? 1 : 0
  const isStamp =
    clock.test(tokens[index - half - 1]?.form ?? '') && figureDate.test(tokens[index - half - 2]?.form ?? '')
  return isStamp ? half + 2 : 0
}

const isStampAt = (tokens: readonly Token[], index: number): boolean =>
  stampBefore(tokens, index + 3) === 3 || stampBefore(tokens, index + 2) === 2

/** "- first.pdf - second.pdf": does an item begin at `index`? */
const isNextFile = (tokens: readonly Token[], index: number): boolean => {
  const isFile = (form: string | undefined): boolean =>
    form !== undefined && (address.test(form) || fileName.test(form) || /^>+$/.test(form))
  const before = tokens[index - 1]!.form
  return tokens[index]!.form === '-' && (before === ')' || isFile(before)) && isFile(tokens[index + 1]?.form)
}

/** "ext. 39938 If you", "the BBC This article": no name goes on with such a word, and a headline would go on with capitals. */
const isClauseBehindName = (
  tokens: readonly Token[],
  index: number,
  current: readonly Token[],
  lexicon: TextLexicon,
): boolean => {
  const last = current.at(-1)!.form
  if (!lexicon.isClauseOpener(tokens[index]!.form) || openingOf(tokens[index + 1]?.form ?? '') !== 'lower') return false
  const opening = openingOf(last)
  // A figure or an abbreviation ("PS.") that stands alone belongs to what follows.
  if (opening === 'digit' || /.\.$/.test(last)) return current.length > 1
  return opening === 'upper' && last !== 'I' && !lexicon.isOpener(last)
}

/** In words. The bounds also keep a sentence without end from being read anew at each of its words. */
const mostSource = 12
const mostDateline = 16

/** "(Example Post) The army": the source before its words. */
const isBehindSource = (current: readonly Token[], opening: Opening): boolean => {
  if (current.length > mostSource) return false
  const forms = current.map(({ form }) => form)
  const names = forms.slice(1, -1)
  return opening === 'upper' && forms[0] === '(' && forms.at(-1) === ')' && names.every(isName) && names.length > 0
}

/** "TEHRAN (AFP) -": the place, perhaps the day, and the agency. */
const isBehindDateline = (current: readonly Token[], opening: Opening): boolean => {
  if (current.length > mostDateline) return false
  const forms = current.map(({ form }) => form)
  const agency = forms.at(-3) ?? ''
  const isPlaced = forms.slice(0, -4).every(form => /^[\p{Lu}\d]|^,$/u.test(form)) && forms.length > 4
  return (
    isPlaced &&
    opening === 'upper' &&
    /^(?:[-–—]|--)$/.test(forms.at(-1)!) &&
    forms.at(-2) === ')' &&
    forms.at(-4) === '(' &&
    /^\p{Lu}{2}|^\p{Lu}\p{Ll}{3}/u.test(agency)
  )
}

/** "Time:" behind "Date: …"; "Jane" behind "Jane", who signed. */
const isListed = (tokens: readonly Token[], index: number, current: readonly Token[]): boolean => {
  const { form } = tokens[index]!
  const next = tokens[index + 1]?.form
  if (!isName(form)) return false
  if (next === ':' && current.length > 2 && current[1]!.form === ':' && isName(current[0]!.form)) return true
  const goesOn = openingOf(next ?? '') !== 'lower' && form !== next
  return goesOn && current.length <= 2 && form === current[0]!.form && current.every(each => isName(each.form))
}

/** "Thursday, May 7, 2015" and nothing more. */
const isDate = (words: string): boolean => /^(?:\p{Lu}\p{Ll}+ , )?\p{Lu}\p{Ll}+\.? \d{1,2} , \d{4}$/u.test(words)

const mostSalutation = 5

/** Does a sentence begin at `index`, given the words of the sentence so far? */
export const beginsWithoutStop = (
  tokens: readonly Token[],
  index: number,
  current: readonly Token[],
  lexicon: TextLexicon,
): boolean => {
  const { form } = tokens[index]!
  if (current.length === 0 || halfDay.test(form)) return false
  const last = current.at(-1)!.form
  if (signRule.test(form) || signRule.test(last)) return true
  if (lexicon.isLabel(form) && tokens[index + 1]?.form === ':' && openingOf(form) === 'upper') return last !== ':'
  const afterAddress = address.test(last) || /^>+$/.test(last)
  if (isStampAt(tokens, index)) return openingOf(last) === 'upper' || afterAddress
  if (/^>{2,}$/.test(last) && /^<{2,}$/.test(form)) return true
  if (isBehindSource(current, openingOf(form)) || isBehindDateline(current, openingOf(form))) return true
  if (isListed(tokens, index, current)) return true
  if (isNextFile(tokens, index) || isClauseBehindName(tokens, index, current, lexicon)) return true
  if (afterAddress && (address.test(form) || figureDate.test(form))) return true
  if (openingOf(form) !== 'upper') return stampBefore(tokens, index) > 0 && openingOf(form) === 'lower'
  if (stampBefore(tokens, index) > 0 || face.test(last)) return true
  if (afterAddress) return true
  if (current.length > mostSalutation) return false
  const before = current.map(token => token.form)
  if (isDate(before.join(' '))) return true
  const opening = /^[,:-]$/.test(last) ? before.slice(0, -1) : before
  if (opening.length < before.length && lexicon.isSignOff(opening.join(' '))) return true
  return (
    opening.length === 1 &&
    before.length === 2 &&
    form !== 'I' &&
    openingOf(opening[0]!) === 'upper' &&
    !lexicon.isOpener(opening[0]!) &&
    lexicon.isOpener(form)
  )
}

/** A face drawn with signs belongs to the sentence that ends before it. */
export const isFace = (form: string): boolean => face.test(form)

export const isAddress = (form: string): boolean => address.test(form)
