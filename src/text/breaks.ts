// Where a sentence begins though none ended with a stop before it: after a rule of signs, a stamp of date and time, a salutation, a
// letter's last words, a dateline; before a letter's sender, a note on a picture, the next file or number of a list, the day under a title,
// a capital that nothing but a sentence begins with.
import type { TextLexicon } from './lexicon.js'
import { type Opening, openingOf } from './opening.js'
import type { Token } from './types.js'

const signRule = /^([-=*_~#+])\1{4,}$/
const figureDate = /^\d{1,2}\/\d{1,2}\/\d{2,4}$/
const clock = /^\d{1,2}:\d{2}(?::\d{2})?$/
const halfDay = /^[ap]\.?m\.?$/i
const address = /^https?:|.@.+\../i
/** Of the web or of mail. */
export const isAddress = (form: string): boolean => address.test(form)

const fileName = /\p{L}\.\p{Ll}{3,4}$/u
const isName = (form: string): boolean => /^\p{Lu}[\p{L}\p{N}.&’'-]+$/u.test(form)
const face = /^(?:>?[:;=]['’]?-?[)(\][DPpOo/\\|*3]+|\^_+\^)$/

/** Does no white space stand before the token at `index`? */
export const isAttached = (tokens: readonly Token[], index: number): boolean =>
  tokens[index]!.start === tokens[index - 1]?.end

/** How many words a stamp such as "08/16/2000 12:05 PM" takes that ends before `index`; 0 for none. */
const stampBefore = (tokens: readonly Token[], index: number): number => {
  const half = halfDay.test(tokens[index - 1]?.form ?? '') ? 1 : 0
  const isStamp =
    clock.test(tokens[index - half - 1]?.form ?? '') && figureDate.test(tokens[index - half - 2]?.form ?? '')
  return isStamp ? half + 2 : 0
}

const isStampAt = (tokens: readonly Token[], index: number): boolean =>
  stampBefore(tokens, index + 3) === 3 || stampBefore(tokens, index + 2) === 2

/** "Jane Doe 03/27/2001 09:11 AM", "John Q Doe@EXAMPLE 03/27/2001 09:11 AM": does the sender of a letter stand at `index`? */
const isSenderAt = (tokens: readonly Token[], index: number): boolean => {
  if (tokens[index - 1]!.form === ':') return false
  const initials = /^\p{Lu}\.?$/u.test(tokens[index + 1]?.form ?? '') ? 1 : 0
  const { form } = tokens[index]!
  const surname = tokens[index + 1 + initials]?.form ?? ''
  return isStampAt(tokens, index + 2 + initials) && isName(form) && !isAddress(form) && /^\p{Lu}\p{L}/u.test(surname)
}

/** "- first.pdf - second.pdf": does an item begin at `index`? */
const isNextFile = (tokens: readonly Token[], index: number): boolean => {
  const isFile = (form: string | undefined): boolean =>
    form !== undefined && (address.test(form) || fileName.test(form) || /^>+$/.test(form))
  const before = tokens[index - 1]!.form
  return tokens[index]!.form === '-' && (before === ')' || isFile(before)) && isFile(tokens[index + 1]?.form)
}

/** In words. How far back the item before may stand. */
const mostItem = 100

/** "Check these: 1. The tank"; "1) what it costs 2) where it is"; but "either 1) pay or 2) leave". */
const isNumberedItem = (tokens: readonly Token[], index: number): boolean => {
  const { form } = tokens[index]!
  const mark = tokens[index + 1]?.form
  if (!/^[1-9]\d?$/.test(form) || (mark !== '.' && mark !== ')') || !isAttached(tokens, index + 1)) return false
  const next = tokens[index + 2]
  if (next === undefined || isAttached(tokens, index + 2)) return false
  const before = tokens[index - 1]!.form
  if (form === '1') return before === ':' && (mark === ')' || openingOf(next.form) === 'upper')
  if (mark === '.' || !/[\p{L}\p{N}]$/u.test(before) || /^(?:and|or)$/.test(before)) return false
  const previous = String(Number(form) - 1)
  return tokens
    .slice(Math.max(0, index - mostItem), index - 1)
    .some((token, at, near) => token.form === previous && near[at + 1]?.form === mark)
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

/** "(Example Post) The army", "[https://example.org/a] The army": the source before its words. */
const isBehindSource = (current: readonly Token[], opening: Opening): boolean => {
  if (current.length > mostSource || opening !== 'upper') return false
  const forms = current.map(({ form }) => form)
  const inside = forms.slice(1, -1)
  if (inside.length === 0) return false
  if (forms[0] === '(' && forms.at(-1) === ')') return inside.every(isName)
  return forms[0] === '[' && forms.at(-1) === ']' && inside.every(isAddress)
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
const isDate = (tokens: readonly Token[]): boolean =>
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day , )?\p{Lu}\p{Ll}+\.? \d{1,2} , \d{4}$/u.test(
    tokens.map(({ form }) => form).join(' '),
  )

/** In words, with the day of the week. */
const dateLength = 6

/** "A talk with the minister Thursday, May 7, 2015": the day under a title, which no preposition makes part of it. */
const isDayOfTitle = (tokens: readonly Token[], index: number): boolean =>
  tokens.length === index + dateLength &&
  /[\p{L}'’”)]$/u.test(tokens[index - 1]!.form) &&
  !/^\p{Ll}{1,2}$|^(?:from|until|till|since|before|after|for|and|dated)$/u.test(tokens[index - 1]!.form) &&
  isDate(tokens.slice(index))

/** "Figure 1.5", before what the figure shows. */
const isFigure = (forms: readonly string[], lexicon: TextLexicon): boolean =>
  forms.length === 2 && lexicon.isFigure(forms[0]!) && /^\d+(?:\.\d+)*$/.test(forms[1]!)

/** In words, of what stands alone before a sentence. */
const mostOpening = 6

/** "Dear all, My name is", "Hi there, Please send". */
const isBehindGreeting = (
  tokens: readonly Token[],
  index: number,
  current: readonly Token[],
  lexicon: TextLexicon,
): boolean => {
  const greeting = current[0]!.form
  if (!lexicon.isGreeting(greeting) || current.at(-1)!.form !== ',') return false
  return (tokens[index]!.form !== 'I' || greeting === 'Dear') && openingOf(tokens[index + 1]?.form ?? '') === 'lower'
}

/** "Thanks Jane" and the end, a number or another sentence. */
const isSignature = (tokens: readonly Token[], index: number, words: string, lexicon: TextLexicon): boolean => {
  const { form } = tokens[index]!
  const next = tokens[index + 1]?.form
  if (!lexicon.isSignOff(words) || lexicon.isOpener(form) || !isName(form)) return false
  return next === undefined || next === form || lexicon.isOpener(next) || openingOf(next) === 'digit'
}

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
  // "*****NOTE*****" is a word with its frame.
  if (signRule.test(form) || signRule.test(last)) return !isAttached(tokens, index)
  if (lexicon.isLabel(form) && tokens[index + 1]?.form === ':' && openingOf(form) === 'upper') return last !== ':'
  const afterAddress = address.test(last) || /^>+$/.test(last)
  if (isStampAt(tokens, index)) return openingOf(last) === 'upper' || afterAddress
  if (isBehindSource(current, openingOf(form)) || isBehindDateline(current, openingOf(form))) return true
  if (isListed(tokens, index, current)) return true
  if (isNumberedItem(tokens, index) || isNextFile(tokens, index) || isClauseBehindName(tokens, index, current, lexicon))
    return true
  if (afterAddress && (address.test(form) || figureDate.test(form))) return true
  if (openingOf(form) !== 'upper') return stampBefore(tokens, index) > 0 && openingOf(form) === 'lower'
  if (isSenderAt(tokens, index) || isDayOfTitle(tokens, index)) return true
  if (stampBefore(tokens, index) > 0 || face.test(last)) return true
  if (afterAddress) return true
  if (current.length > mostOpening) return false
  const before = current.map(token => token.form)
  if (isDate(current) || isFigure(before, lexicon) || isBehindGreeting(tokens, index, current, lexicon)) return true
  const opening = /^[,:-]$/.test(last) ? before.slice(0, -1) : before
  if (opening.length === before.length) return isSignature(tokens, index, before.join(' '), lexicon)
  if (lexicon.isSignOff(opening.join(' ')) || lexicon.isCommaSignOff(opening.join(' '))) return true
  return (
    opening.length === 1 &&
    before.length === 2 &&
    form !== 'I' &&
    openingOf(opening[0]!) === 'upper' &&
    !lexicon.isOpener(opening[0]!) &&
    !(last === ':' && lexicon.isAnnouncement(opening[0]!)) &&
    lexicon.isOpener(form)
  )
}

/** A face drawn with signs belongs to the sentence that ends before it. */
export const isFace = (form: string): boolean => face.test(form)
