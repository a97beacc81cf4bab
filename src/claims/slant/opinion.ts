// A predicate in; out, the words by which the text judges, loads or concludes there instead of reporting. Descriptive: the words are shown.
import { baseOf, type Reading } from '../frames/reading.js'
import type { SlantLexicon } from './lexicon.js'

export interface Opinion {
  readonly opinion: boolean
  /** Word indexes of the sentence, in order. */
  readonly words: readonly number[]
}

const formOf = (reading: Reading, word: number): string => reading.words[word]?.form.toLowerCase() ?? ''

/** The phrase of the lexicon that begins at `start`, as word indexes. */
const phraseAt = (reading: Reading, start: number, lexicon: SlantLexicon): readonly number[] => {
  const found = (lexicon.phrases.get(formOf(reading, start)) ?? []).find(words =>
    words.every((word, offset) => formOf(reading, start + offset) === word),
  )
  return found === undefined ? [] : found.map((_, offset) => start + offset)
}

const crossing = new Set(['ccomp', 'parataxis', 'acl:relcl', 'acl'])

/** The predicate and the words that govern it inside its own assertion: up to the verb by which somebody says it, exclusive. */
const governors = (reading: Reading, predicate: number): readonly number[] => {
  const found = [predicate]
  for (let at = predicate; found.length < 8; ) {
    const { head, deprel } = reading.words[at]!
    if (head < 0 || crossing.has(deprel) || crossing.has(baseOf(deprel))) break
    found.push(head)
    at = head
  }
  return found
}

const loadsPredicate = (reading: Reading, word: number, lexicon: SlantLexicon): boolean =>
  reading.words[word]!.upos === 'VERB' && lexicon.verbs.has(reading.words[word]!.lemma.toLowerCase())

const ofManner = (reading: Reading, word: number, lexicon: SlantLexicon): readonly number[] =>
  reading.children[word]!.filter(child => {
    const base = baseOf(reading.words[child]!.deprel)
    if (base === 'advmod') return lexicon.manner.has(formOf(reading, child))
    return base === 'amod' && lexicon.adjectives.has(formOf(reading, child))
  })

/** Does the text judge in what it says of `predicate`? */
export const opinionOf = (reading: Reading, predicate: number, lexicon: SlantLexicon): Opinion => {
  const line = new Set(governors(reading, predicate))
  const words = new Set<number>()
  for (const word of line) {
    if (word === predicate && loadsPredicate(reading, word, lexicon)) words.add(word)
    for (const child of ofManner(reading, word, lexicon)) words.add(child)
  }
  for (const { index } of reading.words) {
    const phrase = phraseAt(reading, index, lexicon)
    const touches = phrase.some(word => line.has(word) || line.has(reading.words[word]!.head))
    if (touches) for (const word of phrase) words.add(word)
  }
  const sorted = [...words].sort((a, b) => a - b)
  return { opinion: sorted.length > 0, words: sorted }
}
