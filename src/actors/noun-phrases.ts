// A tree in, its base noun phrases out: a head with what stands before it and belongs to its name ("Pakistan's foreign minister",
// "Russian and Turkish presidents"), cut at possessive marks. What follows with a preposition is a phrase of its own.
import type { Tree, Word } from '../syntax/types.js'
import type { Hits } from './name-hits.js'

/** Word range (both ends in) with the word on which outer edges land. */
export interface Segment {
  readonly first: number
  readonly last: number
  readonly head: number
}

/** A base noun phrase; the segments before the last one are its possessors. */
export interface NounPhrase extends Segment {
  readonly segments: readonly Segment[]
}

export interface Phrases {
  readonly list: readonly NounPhrase[]
  /** The phrase that a word stands in, by the word's index. */
  readonly of: readonly (NounPhrase | undefined)[]
}

const inner = new Set(['compound', 'flat', 'amod', 'det', 'nummod', 'goeswith'])
const carried = new Set(['conj', 'cc', 'punct', 'advmod', 'obl', 'nmod', 'dep', 'compound', 'case'])
const nominal = new Set(['NOUN', 'PROPN', 'PRON', 'ADJ', 'NUM', 'X', 'SYM', 'DET'])
/** Words that open no noun phrase: what stands before a possessive mark does not reach over them. */
const closed = new Set(['PUNCT', 'ADP', 'AUX', 'SCONJ', 'CCONJ', 'PRON', 'DET', 'PART'])
const hyphens = new Set(['-', '‐', '‑', '–'])

/** True for the mark of the possessive: "'s", "’". */
export const isPossessiveMark = (word: Word): boolean =>
  (word.upos === 'PART' || word.deprel === 'case') && /^['’](s|S)?$/u.test(word.form)

export const baseRelation = (deprel: string): string => {
  const colon = deprel.indexOf(':')
  return colon < 0 ? deprel : deprel.slice(0, colon)
}

const glued = (words: readonly Word[], left: number): boolean => words[left]?.end === words[left + 1]?.start

/** "US" and "-", "-" and "led": two words that a hyphen joins without a blank. */
const joinedByHyphen = (words: readonly Word[], left: number): boolean =>
  glued(words, left) && (hyphens.has(words[left]!.form) || hyphens.has(words[left + 1]!.form))

const rootsOf = (words: readonly Word[], hitAt: readonly number[]): number[] => {
  const roots = new Array<number>(words.length).fill(-1)
  const isInner = (index: number): boolean => {
    const word = words[index]!
    if (word.head < 0) return false
    if (hitAt[index]! >= 0 && hitAt[index] === hitAt[word.head]) return true
    const relation = baseRelation(word.deprel)
    if (word.deprel === 'compound:prt') return false
    if (word.deprel === 'nmod:poss') return index < word.head
    if (inner.has(relation) || word.deprel === 'nmod:desc') return true
    if (isPossessiveMark(word)) return true
    if (relation === 'appos' && index > 0 && words[index - 1]!.upos !== 'PUNCT' && word.upos === 'PROPN')
      return rootOf(index - 1) === rootOf(word.head) && index > word.head
    if (!carried.has(relation)) return false
    const above = rootOf(word.head)
    return above !== word.head && index < above
  }
  const rootOf = (index: number): number => {
    if (roots[index]! >= 0) return roots[index]!
    roots[index] = index
    roots[index] = isInner(index) ? rootOf(words[index]!.head) : index
    return roots[index]!
  }
  for (let index = 0; index < words.length; index++) rootOf(index)
  return roots
}

const light = new Set(['PUNCT', 'DET', 'ADP', 'PART'])

/** The word of a range on which outer edges land: the first that hangs outside it, words of some weight before others, appositions last. */
const headOf = (words: readonly Word[], first: number, last: number): number => {
  let found: number | undefined
  let apposed: number | undefined
  for (let index = first; index <= last; index++) {
    const word = words[index]!
    if (word.head >= first && word.head <= last) continue
    if (!light.has(word.upos)) {
      if (word.deprel !== 'appos') return index
      apposed ??= index
      continue
    }
    if (word.upos !== 'PUNCT' && !isPossessiveMark(word)) found ??= index
  }
  return apposed ?? found ?? last
}

/** Cuts at possessive marks, but not at those inside a name ("People's Republic"). */
const segmentsOf = (words: readonly Word[], first: number, last: number, hitAt: readonly number[]): Segment[] => {
  const segments: Segment[] = []
  let from = first
  for (let index = first; index <= last; index++) {
    if (!isPossessiveMark(words[index]!) || index === from || index === last) continue
    if (hitAt[index]! >= 0 && hitAt[index] === hitAt[index + 1]) continue
    segments.push({ first: from, last: index - 1, head: headOf(words, from, index - 1) })
    from = index + 1
  }
  const end = isPossessiveMark(words[last]!) && last > from ? last - 1 : last
  segments.push({ first: from, last: end, head: headOf(words, from, end) })
  return segments
}

const isName = ({ upos, form, deprel }: Word): boolean =>
  upos === 'PROPN' && /^\p{Lu}/u.test(form) && !deprel.endsWith(':unmarked')

/** The base noun phrases of a sentence in text order. Words of one name or agent noun never part. */
export const phrasesOf = (tree: Tree, hits: Hits): Phrases => {
  const { words } = tree
  const hitAt = new Array<number>(words.length).fill(-1)
  for (const [number, hit] of [...hits.names, ...hits.nouns].entries()) hitAt.fill(number, hit.first, hit.last + 1)
  const roots = rootsOf(words, hitAt)
  const offices = new Set(
    hits.nouns
      .filter(({ noun, plural }) => !plural && (noun.class === 'office' || noun.class === 'opposition'))
      .map(({ last }) => last),
  )
  const things = new Set(
    hits.names.filter(({ senses }) => senses.some(({ of }) => of === 'entry')).map(({ first }) => first),
  )
  /** "opposition leader" and the name after it, wherever the tree hangs the two. */
  const titled = (last: number): boolean => offices.has(last) && isName(words[last + 1]!) && !things.has(last + 1)
  const list: NounPhrase[] = []
  const of = new Array<NounPhrase | undefined>(words.length).fill(undefined)
  let first = 0
  while (first < words.length) {
    let last = first
    const belongs = (next: number): boolean =>
      roots[next] === roots[first] ||
      (hitAt[last]! >= 0 && hitAt[next] === hitAt[last]) ||
      isPossessiveMark(words[next]!) ||
      joinedByHyphen(words, last) ||
      titled(last) ||
      (isPossessiveMark(words[last]!) && last > first && !closed.has(words[next]!.upos)) ||
      (last > first && roots[next] === roots[last])
    while (last + 1 < words.length && belongs(last + 1)) last++
    while (first < last && words[first]!.upos === 'PUNCT') first++
    const named = hitAt[first]! >= 0 || hitAt[last]! >= 0
    const head = headOf(words, first, last)
    if (nominal.has(words[head]!.upos) || named) {
      const phrase = { first, last, head, segments: segmentsOf(words, first, last, hitAt) }
      list.push(phrase)
      of.fill(phrase, first, last + 1)
    }
    first = last + 1
  }
  return { list, of }
}
