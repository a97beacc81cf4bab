// A stretch of text in, its Universal Dependencies words out, as the English treebanks EWT and GUM draw them: "do|n't", "can|not",
// "Rahmon|'s", "state|-|owned" but "anti-war". Law: tokens are slices of the text in order, and between them stand gaps alone.
import type { TextLexicon } from './lexicon.js'
import * as shapes from './patterns.js'
import { matchAt } from './patterns.js'
import type { Token } from './types.js'

/** A longer run without white space is read in pieces of this many units, so that work and tokens stay bounded. */
const longestRun = 1000

/** Where the tokens end that begin at `at` of `run`; undefined where the rule does not apply. */
type Rule = (run: string, at: number, lexicon: TextLexicon) => readonly number[] | undefined

const whole =
  (...patterns: readonly RegExp[]): Rule =>
  (run, at) => {
    for (const pattern of patterns) {
      const found = matchAt(pattern, run, at)
      if (found !== undefined) return [at + found[0].length]
    }
    return undefined
  }

/** Could "town.The" be the end of a sentence and the begin of another? */
const opensSentence = (last: string): boolean => /^\p{Lu}\p{Ll}/u.test(last) && !/^(?:Com|Org|Edu)$/.test(last)

const ending: Rule = (run, at, lexicon) => {
  const found = matchAt(shapes.addressEnd, run, at) ?? matchAt(shapes.fileEnding, run, at)
  return found !== undefined && lexicon.isNameEnding(found[1]!) ? [at + found[0].length] : undefined
}

const address: Rule = (run, at, lexicon) => {
  const found = matchAt(shapes.webAddress, run, at) ?? matchAt(shapes.mailAddress, run, at)
  const host = found ?? matchAt(shapes.hostName, run, at)
  if (host === undefined || (found === undefined && (opensSentence(host[1]!) || !lexicon.isNameEnding(host[1]!)))) {
    return ending(run, at, lexicon) ?? whole(shapes.handle, shapes.lowerParts)(run, at, lexicon)
  }
  const trimmed = host[0].replace(shapes.afterAddress, tail => (/^[)/]/.test(tail) && host[0].includes('(') ? ')' : ''))
  return trimmed === '' ? undefined : [at + trimmed.length]
}

/** Only a run of its own is an emoticon: ":)" after a word in brackets closes them. */
const emoticon: Rule = (run, at, lexicon) => (at === 0 ? whole(shapes.emoticon)(run, at, lexicon) : undefined)

const number: Rule = (run, at, lexicon) => {
  const hyphened = matchAt(shapes.hyphenedNumber, run, at)
  if (hyphened !== undefined) return [at + hyphened[0].length]
  const generation = matchAt(shapes.generation, run, at)
  if (generation !== undefined) return [at + generation[0].length]
  const found =
    matchAt(shapes.ratio, run, at) ??
    matchAt(shapes.number, run, at) ??
    (at === 0 || /\p{Sc}/u.test(run[at - 1]!) ? matchAt(shapes.decimalPart, run, at) : undefined)
  if (found === undefined) return undefined
  const end = at + found[0].length
  const ordinal = matchAt(shapes.ordinalEnding, run, end)
  if (ordinal !== undefined) return [end + ordinal[0].length]
  const unit = matchAt(shapes.letters, run, end)
  // "7.2xyz" has a figure before a unit that no list holds; "7xyz" may be a name.
  if (unit === undefined || lexicon.isUnit(unit[0]) || /\D/.test(found[0])) return [end]
  return [wordEnd(run, at, lexicon) ?? end]
}

const abbreviation: Rule = (run, at, lexicon) => {
  const initials = matchAt(shapes.initials, run, at) ?? matchAt(shapes.openInitials, run, at)
  if (initials !== undefined) return [at + initials[0].length]
  const dotted = matchAt(shapes.dotted, run, at)
  if (dotted !== undefined && lexicon.abbreviation(dotted[0]) !== undefined) {
    const end = at + dotted[0].length
    return [run[end] === '.' ? end + 1 : end]
  }
  if (run[at + 2] === '.') return undefined
  return whole(shapes.initial)(run, at, lexicon)
}

/** The end of the word at `at`, hyphens of prefixes and suffixes included; undefined where there is none. */
const wordEnd = (run: string, at: number, lexicon: TextLexicon): number | undefined => {
  const found = matchAt(shapes.word, run, at)
  if (found === undefined) return undefined
  const end = at + found[0].length
  if (run[end] !== '-') return end
  const next = matchAt(shapes.word, run, end + 1)
  if (next === undefined) return end
  const nextEnd = end + 1 + next[0].length
  const afterHyphen = run[at - 1] === '-'
  if (!afterHyphen && lexicon.isPrefix(found[0])) return nextEnd
  return lexicon.isSuffix(next[0]) && run[nextEnd] !== '-' ? nextEnd : end
}

/** The ends of the words in [at, end) where clitics are written to their host. */
const cliticEnds = (run: string, at: number, end: number): readonly number[] => {
  const form = run.slice(at, end)
  const found = shapes.negation.exec(form) ?? shapes.clitic.exec(form)
  if (found === null || found.index === 0) return [end]
  return [...cliticEnds(run, at, at + found.index), end]
}

/** Does the stop at `end` belong to `form`? In "Inc.." it does and the sentence has its own; "no.." trails off. */
const isAbbreviated = (run: string, end: number, form: string, lexicon: TextLexicon): boolean => {
  const kind = lexicon.abbreviation(form)
  if (kind === undefined || run[end] !== '.') return false
  return run[end + 1] !== '.' || (end + 2 === run.length && (kind === 'after-name' || kind === 'any'))
}

const word: Rule = (run, at, lexicon) => {
  const joined =
    matchAt(shapes.ampersandName, run, at) ??
    matchAt(shapes.withSlash, run, at) ??
    matchAt(shapes.slashedLetters, run, at) ??
    matchAt(shapes.brokenWord, run, at)
  if (joined !== undefined) return [at + joined[0].length]
  const money = matchAt(shapes.beforeFigure, run, at)
  if (money !== undefined && lexicon.isMoney(money[0])) return [at + money[0].length]
  const end = wordEnd(run, at, lexicon)
  if (end === undefined) return undefined
  const form = run.slice(at, end)
  if (isAbbreviated(run, end, form, lexicon)) return [end + 1]
  if (run[end] === '!' && lexicon.isMarkedName(`${form}!`)) return [end + 1]
  const lengths = lexicon.fusedLengths(form)
  if (lengths === undefined) return cliticEnds(run, at, end)
  return lengths.map((_, index) => at + lengths.slice(0, index + 1).reduce((sum, length) => sum + length, 0))
}

const apostrophe: Rule = (run, at, lexicon) => {
  const lone = matchAt(shapes.loneClitic, run, at)
  if (lone !== undefined && (at > 0 || lone[0].length === run.length)) return [at + lone[0].length]
  if (at > 0 && /[\p{L}\p{N}]/u.test(run[at - 1]!)) return undefined
  const elided = matchAt(shapes.elidedWord, run, at)
  if (elided !== undefined && lexicon.isElided(elided[1]!)) return [at + elided[0].length]
  return whole(shapes.shortYear)(run, at, lexicon)
}

const rules: readonly Rule[] = [
  address,
  emoticon,
  whole(shapes.emoji, shapes.drawing, shapes.marks, shapes.currency),
  number,
  abbreviation,
  word,
  apostrophe,
]

/** Where the tokens end that begin at `at`; at least one character is taken. */
const endsAt: (...of: Parameters<Rule>) => readonly number[] = (run, at, lexicon) => {
  for (const rule of rules) {
    const ends = rule(run, at, lexicon)
    if (ends !== undefined) return ends
  }
  return [at + (run.codePointAt(at)! > 0xffff ? 2 : 1)]
}

const runs = new RegExp(`[^${shapes.gapCharacters}]{1,${longestRun}}`, 'gu')
const plain = /^[A-Za-z]+$/

/** Behind these, or with nothing before it, a word opens a sentence. */
const endsSentence = /[.!?…”"([:]$/

/** "its not" is "it's not", misspelt: the treebanks part such an "its" too. */
const withContractionsParted = (tokens: readonly Token[], lexicon: TextLexicon): Token[] =>
  tokens.flatMap((token, index) => {
    const { start, end, form } = token
    if (!lexicon.mayBeContracted(form)) return [token]
    const opens = index === 0 || endsSentence.test(tokens[index - 1]!.form)
    // "its not-so-secret plan" is one thing's plan.
    const next = tokens.slice(index + 1, index + 3).map(each => each.form)
    const length =
      (next[1] === '-' ? undefined : lexicon.contractedLength(form, next)) ??
      (opens ? lexicon.openingContractedLength(form) : undefined)
    if (length === undefined) return [token]
    return [
      { start, end: start + length, form: form.slice(0, length) },
      { start: start + length, end, form: form.slice(length) },
    ]
  })

/** The words of `text` from `start` to `end`, offsets counted in `text`. */
export const tokenise = (text: string, start: number, end: number, lexicon: TextLexicon): Token[] => {
  const tokens: Token[] = []
  for (const { 0: run, index } of text.slice(start, end).matchAll(runs)) {
    const offset = start + index
    const add = (from: number, to: number): void => {
      tokens.push({ start: offset + from, end: offset + to, form: run.slice(from, to) })
    }
    if (plain.test(run) && lexicon.fusedLengths(run) === undefined) {
      add(0, run.length)
      continue
    }
    for (let at = 0; at < run.length; ) {
      for (const tokenEnd of endsAt(run, at, lexicon)) {
        add(at, tokenEnd)
        at = tokenEnd
      }
    }
  }
  return withContractionsParted(tokens, lexicon)
}
