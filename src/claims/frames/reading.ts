// One sentence as the claims stage sees it: its tree, the children of each word, and the mentions by the word that heads them.
// Built once a sentence; every later step asks it and changes nothing.
import type { Mention } from '../../actors/types.js'
import type { Tree, Word } from '../../syntax/types.js'

export interface Reading {
  readonly sentence: number
  readonly words: readonly Word[]
  /** Indexes of each word's dependents, in the order of the text. */
  readonly children: readonly (readonly number[])[]
  readonly mentions: ReadonlyMap<number, readonly Mention[]>
}

export const readingOf = (
  sentence: number,
  tree: Tree,
  mentions: ReadonlyMap<number, readonly Mention[]> = new Map(),
): Reading => {
  const children: number[][] = tree.words.map(() => [])
  for (const word of tree.words) if (word.head >= 0) children[word.head]!.push(word.index)
  return { sentence, words: tree.words, children, mentions }
}

/** The relation without its subtype: `nmod` of `nmod:poss`. */
export const baseOf = (deprel: string): string => {
  const colon = deprel.indexOf(':')
  return colon < 0 ? deprel : deprel.slice(0, colon)
}

/** Dependents of `word` whose relation is one of `relations`, compared whole or, where no subtype is asked for, by base. */
export const dependents = (reading: Reading, word: number, ...relations: readonly string[]): number[] =>
  reading.children[word]!.filter(child => {
    const deprel = reading.words[child]!.deprel
    return relations.includes(deprel) || relations.includes(baseOf(deprel))
  })

/** `word` and the words coordinated with it, in the order of the text. */
export const coordinated = (reading: Reading, word: number): number[] => [word, ...dependents(reading, word, 'conj')]

/** The words that `word` dominates, itself included, in the order of the text; `skip` names relations not entered. */
export const subtree = (reading: Reading, word: number, skip: ReadonlySet<string> = new Set()): number[] => {
  const found: number[] = []
  const pending = [word]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    found.push(next)
    for (const child of reading.children[next]!)
      if (!skip.has(baseOf(reading.words[child]!.deprel))) pending.push(child)
  }
  return found.sort((a, b) => a - b)
}

/** The preposition that introduces `word`, lower-case, of several words joined by spaces ("because of"); null where there is none. */
export const prepositionOf = (reading: Reading, word: number): string | null => {
  const all = dependents(reading, word, 'case')
  const apart = all.findIndex((marker, index) => index > 0 && marker !== all[index - 1]! + 1)
  const markers = apart < 0 ? all : all.slice(0, apart)
  if (markers.length === 0) return null
  const parts = markers.flatMap(marker => [marker, ...dependents(reading, marker, 'fixed')])
  const text = parts
    .sort((a, b) => a - b)
    .map(index => reading.words[index]!.form.toLowerCase())
    .join(' ')
  return spellings.get(text) ?? text
}
const spellings = new Map([
  ['toward', 'towards'],
  ['upon', 'on'],
  ['onto', 'on'],
  ['amongst', 'among'],
])

/** Of "part of the pact", "a group of countries": the word before "of" that `noun` hangs on; null where it hangs on nothing so. */
export const wordBeforeOf = (reading: Reading, noun: number): Word | null => {
  const { deprel, head } = reading.words[noun]!
  return deprel === 'nmod' && head >= 0 && prepositionOf(reading, noun) === 'of' ? reading.words[head]! : null
}
