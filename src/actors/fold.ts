// Spelling apart: words in, keys under which spellings of one name meet out. Case, diacritics, curly marks, hyphens and the dots
// of abbreviations make no difference to a key; what case a word had is kept beside it.

/** A stretch of a word between hyphens, as names are compared. */
export interface Piece {
  readonly key: string
  /** It begins with an upper-case letter or a digit. */
  readonly capital: boolean
  /** It is longer than one letter and none is lower case. */
  readonly upper: boolean
  /** Index of the word it is part of. */
  readonly word: number
}

const plain = /^[a-z]+$/
const letters = /^[A-Za-z]+$/
const ascii = /^[\u0020-\u007e]*$/
const dotted = /^(\p{L}\.)+\p{L}?$/u
const unmarked: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ə: 'a' }

/** The key of one word: "Séléka" → "seleka", "U.S." → "us", "’s" → "'s". */
export const fold = (form: string): string => {
  if (plain.test(form)) return form
  let folded = form
  if (!ascii.test(form)) {
    folded = form
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[’‘ʼʻ`´]/gu, "'")
      .toLowerCase()
      .replace(/[øłđıßæœə]/gu, letter => unmarked[letter] ?? letter)
  }
  folded = folded.toLowerCase()
  if (!folded.includes('.')) return folded
  return dotted.test(folded) ? folded.replaceAll('.', '') : folded.length > 1 ? folded.replace(/\.$/, '') : folded
}

const lower = /\p{Ll}/u
const digit = /^\d/

/** It begins with an upper-case letter or a digit. */
export const beginsUpper = (form: string): boolean => {
  const code = form.charCodeAt(0)
  if (code < 128) return (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
  const first = form.slice(0, code >= 0xd800 && code < 0xdc00 ? 2 : 1)
  return first !== first.toLowerCase() || digit.test(first)
}

const pieceOf = (form: string, key: string, word: number): Piece => {
  const capital = beginsUpper(form)
  return { key, capital, upper: capital && form.length > 1 && !lower.test(form), word }
}

const hyphen = /[-‐‑–]/u

/** The pieces of a sentence's words and their keys, in order; hyphens standing alone are left out. */
export const piecesOf = (forms: readonly string[], keys: readonly string[]): Piece[] => {
  const pieces: Piece[] = []
  for (let word = 0; word < forms.length; word++) {
    const form = forms[word]!
    if (!hyphen.test(form)) pieces.push(pieceOf(form, keys[word]!, word))
    else for (const part of form.split(hyphen)) if (part !== '') pieces.push(pieceOf(part, fold(part), word))
  }
  return pieces
}

const nameBreak = /[\s\u00a0]+|[-‐‑–]|(?=['’]s?$)|(?=['’]s?\s)/u

/** The Arabic article is written with either case: "Al-Qaeda", "al-Qaeda". */
const article = 'al'

/** The pieces of a name as knowledge spells it: "People's Republic of China" → people, 's, republic, of, china. */
export const piecesOfName = (name: string): Piece[] =>
  name
    .split(nameBreak)
    .filter(part => part !== '')
    .map((part, index) => pieceOf(part, fold(part), index))
    .map(piece => (piece.key === article ? { ...piece, capital: false } : piece))

/** The key of the first piece of a name. */
export const firstKey = (name: string): string => {
  let end = 0
  while (end < name.length && name[end] !== ' ' && name[end] !== '-') end++
  const first = name.slice(0, end)
  if (letters.test(first)) return first.toLowerCase()
  return piecesOfName(end === 0 ? name : first)[0]?.key ?? ''
}

/** "Popular Front for the Liberation of X" → "popular-front-for-the-liberation-of-x": the id of a name that has none. */
export const slugOf = (name: string): string =>
  name
    .split(/\s+/)
    .map(fold)
    .join('-')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^(the|a|an)-/, '')
    .replace(/^-|-$/g, '')
