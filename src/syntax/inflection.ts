// An inflected form and a scripted lemma in, a better lemma out. It mends what an edit script got wrong: what is no word of the
// vocabulary gives way to a regular base ("imposed": not "impos" but "impose") or to the form itself ("footage": not "footag").
import type { Upos } from './types.js'

/** One vowel and one consonant: English would have doubled it, so that "stag|ed" can only be "stage". */
const closed = /^[^aeiou]*[aeiou][^aeiouwxy]$/
/** Stems that English spelling does not end a word with: "denounc", "receiv", "promis", "negotiat", "prosecut", "besieg". */
const lacksE = /([cuvz]|[^s]s|[aeiou][^aeiou]+[aeiou]*at|[^aeiou][aeiou][cl]ut|[aeiou]g|[aeiou]r[gs]|[^aeioulr]l)$/
const doubled = /([^aeiousz])\1$/
const doubledInOneSyllable = /^[^aeiou]*[aeiou](ll|ff)$/

/** The bases of a stem left by "-ed", "-ing", "-es", "-er" or "-est", the likelier first. */
const basesOf = (stem: string): readonly string[] => {
  if (closed.test(stem)) return [`${stem}e`]
  if (doubledInOneSyllable.test(stem)) return [stem, stem.slice(0, -1)]
  if (doubled.test(stem) || /[aeiou].*ick$/.test(stem)) return [stem.slice(0, -1), stem]
  return lacksE.test(stem) ? [`${stem}e`, stem] : [stem, `${stem}e`]
}

/** An ending, and the bases of a form that has it, the likelier first. */
type Ending = readonly [RegExp, (form: string) => readonly string[]]

const cut =
  (length: number, ...endings: readonly string[]) =>
  (form: string): readonly string[] =>
    endings.map(ending => form.slice(0, -length) + ending)

const stemmed =
  (length: number) =>
  (form: string): readonly string[] =>
    basesOf(form.slice(0, -length))

const plurals: readonly Ending[] = [
  [/[^aeiou]ies$/, cut(3, 'y', 'ie')],
  [/(s|x|z|ch|sh)es$/, stemmed(2)],
  [/[^sui]s$/, cut(1, '')],
]
const endings: Partial<Readonly<Record<Upos, readonly Ending[]>>> = {
  VERB: [[/[^aeiou]ied$/, cut(3, 'y')], [/ed$/, stemmed(2)], [/.ing$/, stemmed(3)], ...plurals],
  NOUN: [[/[a-z]men$/, cut(2, 'an')], ...plurals],
  ADJ: [
    [/[^aeiou]iest$/, cut(4, 'y')],
    [/est$/, stemmed(3)],
    [/[^aeiou]ier$/, cut(3, 'y')],
    [/er$/, stemmed(2)],
  ],
}

/** Forms that look regular and are not: no spelling rule leads from them to their bases. */
const irregular: ReadonlyMap<string, string> = new Map([
  ['fled', 'flee'],
  ['bred', 'breed'],
  ['flown', 'fly'],
  ['freed', 'free'],
  ['shed', 'shed'],
])

/** What is known of words: those that exist whole, and those that are the base of a part of speech. */
export interface KnownWords {
  /** Does the vocabulary have the word whole? */
  readonly isWord: (word: string) => boolean
  /** Is the word listed as a base form of the part of speech? */
  readonly isBase: (word: string, upos: Upos) => boolean
}

/**
 * Chooses between the scripted lemma and the regular bases of a form in lower case.
 * @returns the listed base that spelling makes likeliest, else the scripted lemma where it can be right, else the likeliest base that is
 * a word, else what spelling tells.
 */
export const mendLemma = (form: string, scripted: string, upos: Upos, { isWord, isBase }: KnownWords): string => {
  const base = upos === 'VERB' ? irregular.get(form) : undefined
  if (base !== undefined) return base
  const rules = endings[upos]
  if (rules === undefined || !/^\p{L}+$/u.test(form)) return scripted
  const lower = scripted.toLowerCase()
  const bases = rules.find(([ending]) => ending.test(form))?.[1](form) ?? []
  const listed = bases.filter(base => isBase(base, upos))
  if (listed.length > 0) return listed.includes(lower) ? lower : listed[0]!
  const known = bases.filter(isWord)
  const isCut = form.startsWith(lower)
  if (upos === 'ADJ') {
    if (lower === form || isWord(lower)) return scripted
    return known[0] ?? (bases.includes(lower) ? bases[0]! : form)
  }
  if (bases.length === 0) return isWord(lower) || !isCut ? scripted : form
  if (known.includes(lower) || (known.length === 0 && lower === bases[0])) return scripted
  const isIrregular = isWord(lower) && !isCut
  if (isIrregular || (known.length === 0 && upos === 'NOUN' && isWord(form))) return scripted
  return known[0] ?? bases[0]!
}
