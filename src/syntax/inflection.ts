// A regularly inflected form in, the words it may come from out. It mends lemmas that an edit script got wrong: what is no word of the
// vocabulary gives way to a regular base that is one ("imposed": not "impos" but "impose").
import type { Upos } from './types.js'

const closed = /^[^aeiou]*[aeiou][^aeiouwxy]$/

/** Stems that English spelling does not end a word with: "denounc", "receiv", "promis", "negotiat". */
const lacksE = /([cuvz]|[^s]s|[aeiou][^aeiou]+[aeiou]*at)$/
const doubled = /([^aeiou])\1$/

/** The bases of a stem left by "-ed" or "-ing". One vowel and one consonant would have doubled: "stag|ed" can only be "stage". */
const basesOf = (stem: string): readonly string[] => {
  if (closed.test(stem)) return [`${stem}e`, stem]
  return doubled.test(stem) ? [stem, stem.slice(0, -1)] : [stem, `${stem}e`]
}

const endings: readonly (readonly [RegExp, (form: string) => readonly string[]])[] = [
  [/[^aeiou]ied$/, form => [`${form.slice(0, -3)}y`]],
  [/ed$/, form => basesOf(form.slice(0, -2))],
  [/.ing$/, form => basesOf(form.slice(0, -3))],
]
const plurals: readonly (readonly [RegExp, (form: string) => readonly string[]])[] = [
  [/[^aeiou]ies$/, form => [`${form.slice(0, -3)}y`]],
  [/(s|x|z|ch|sh)es$/, form => [form.slice(0, -2), form.slice(0, -1)]],
  [/[^su]s$/, form => [form.slice(0, -1)]],
]

/**
 * Chooses between the scripted lemma and the regular bases of a lower-case verb or noun form.
 * @param isWord whether the vocabulary has a word whole
 * @returns the scripted lemma where it is a word of the right shape, else the first regular base that is one, else the scripted lemma.
 */
export const mendLemma = (form: string, scripted: string, upos: Upos, isWord: (word: string) => boolean): string => {
  const rules = upos === 'VERB' ? [...endings, ...plurals] : upos === 'NOUN' ? plurals : []
  const bases = rules.find(([ending]) => ending.test(form))?.[1](form) ?? []
  if (bases.length === 0) return scripted
  const regular = bases.filter(isWord)
  if (regular.length === 0) {
    const [bare, other] = bases
    const better = other !== undefined && (other.length < bare!.length || lacksE.test(bare!))
    return better ? other : scripted
  }
  return isWord(scripted) && scripted !== form && scripted !== bases[1] ? scripted : regular[0]!
}
