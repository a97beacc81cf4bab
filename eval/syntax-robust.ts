// Gold sentences in, the same as news may print them out: in capitals, in title case, without a stop, with curly quotes, with names
// that nobody has heard of. Law: the tree of a variant is gold's.
import type { GoldSentence, GoldWord } from './treebanks.js'

export type Variant = (sentence: GoldSentence) => GoldSentence

const withForms =
  (formOf: (word: GoldWord, words: readonly GoldWord[]) => string): Variant =>
  sentence => ({
    ...sentence,
    words: sentence.words.map(word => ({ ...word, form: formOf(word, sentence.words) })),
  })

const CURLY: Readonly<Record<string, string>> = { "'": '’', '``': '“', "''": '”' }

/** An even number of straight quotes before it opens a quotation. */
const curled = (word: GoldWord, words: readonly GoldWord[]): string => {
  if (word.form !== '"') return CURLY[word.form] ?? word.form.replaceAll("'", '’')
  const before = words.slice(0, words.indexOf(word)).filter(({ form }) => form === '"').length
  return before % 2 === 0 ? '“' : '”'
}

const withoutStop: Variant = sentence => {
  const { words } = sentence
  const last = words.at(-1)
  const isNeeded = last?.form !== '.' || last.head === -1 || words.some(({ head }) => head === words.length - 1)
  return isNeeded || words.length < 2 ? sentence : { ...sentence, words: words.slice(0, -1) }
}

const STARTS = ['Qu', 'Zh', 'Mbo', 'Tch', 'Or', 'Vel', 'Ksa', 'Dju', 'Hla', 'Wre']
const MIDDLES = ['ra', 'ndi', 'ol', 'shke', 'uma', 'vit', 'ezo', 'kpa']
const ENDS = ['vic', 'ngu', 'lli', 'sk', 'dze', 'mur', 'oth', 'jara']

/** A name made up of the letters of a real one, always the same for the same. */
const inventedName = (form: string): string => {
  const sum = Array.from(form).reduce((total, letter) => (31 * total + letter.codePointAt(0)!) % 1_000_003, 7)
  const pick = (list: readonly string[], by: number): string => list[Math.floor(sum / by) % list.length]!
  return pick(STARTS, 1) + pick(MIDDLES, 10) + pick(ENDS, 80)
}

export const variants: Readonly<Record<string, Variant>> = {
  'as it is': sentence => sentence,
  'in capitals': withForms(({ form }) => form.toUpperCase()),
  'in title case': withForms(({ form }) => form.slice(0, 1).toUpperCase() + form.slice(1)),
  'without its stop': withoutStop,
  'curly quotes': withForms(curled),
  'unknown names': withForms(({ form, upos }) =>
    upos === 'PROPN' && /^\p{Lu}\p{Ll}+$/u.test(form) ? inventedName(form) : form,
  ),
}
