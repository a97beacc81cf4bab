// A predicate or a sentence in; out, the words by which the text judges, loads or concludes there instead of reporting.
// Descriptive: the words are shown.
import { baseOf, type Reading } from '../frames/reading.js'
import type { SlantLexicon } from './lexicon.js'

/** How a word judges: by what it calls a deed, how it says that it was done, or what it makes of a whole clause. */
export type OpinionKind = 'verb' | 'epithet' | 'manner' | 'comment' | 'conclusion' | 'phrase'

/** Words of one sentence that judge, in order. */
export interface JudgingWords {
  readonly kind: OpinionKind
  readonly words: readonly number[]
}

export interface Opinion {
  readonly opinion: boolean
  /** Word indexes of the sentence, in order. */
  readonly words: readonly number[]
}

const formOf = (reading: Reading, word: number): string => reading.words[word]?.form.toLowerCase() ?? ''

/** The phrase of the lexicon that begins at `start`; null for none. */
const phraseAt = (reading: Reading, start: number, lexicon: SlantLexicon): JudgingWords | null => {
  const found = (lexicon.phrases.get(formOf(reading, start)) ?? []).find(({ words }) =>
    words.every((word, offset) => formOf(reading, start + offset) === word),
  )
  return found === undefined ? null : { kind: found.kind, words: found.words.map((_, offset) => start + offset) }
}

const loads = (reading: Reading, word: number, lexicon: SlantLexicon): boolean =>
  reading.words[word]!.upos === 'VERB' && lexicon.verbs.has(reading.words[word]!.lemma.toLowerCase())

/** Words of manner and epithets right below `word`. */
const ofManner = (reading: Reading, word: number, lexicon: SlantLexicon): readonly JudgingWords[] =>
  reading.children[word]!.flatMap((child): readonly JudgingWords[] => {
    const base = baseOf(reading.words[child]!.deprel)
    if (base === 'advmod' && lexicon.manner.has(formOf(reading, child))) return [{ kind: 'manner', words: [child] }]
    return base === 'amod' && lexicon.adjectives.has(formOf(reading, child))
      ? [{ kind: 'epithet', words: [child] }]
      : []
  })

/** All words of a sentence that judge, in order. */
export const opinionWordsIn = (reading: Reading, lexicon: SlantLexicon): readonly JudgingWords[] =>
  reading.words
    .flatMap(({ index }): readonly JudgingWords[] => {
      const phrase = phraseAt(reading, index, lexicon)
      return [
        ...(loads(reading, index, lexicon) ? [{ kind: 'verb' as const, words: [index] }] : []),
        ...ofManner(reading, index, lexicon),
        ...(phrase === null ? [] : [phrase]),
      ]
    })
    .sort((a, b) => a.words[0]! - b.words[0]!)

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

/** Does the text judge in what it says of `predicate`? */
export const opinionOf = (reading: Reading, predicate: number, lexicon: SlantLexicon): Opinion => {
  const line = new Set(governors(reading, predicate))
  const bears = ({ kind, words }: JudgingWords): boolean => {
    if (kind === 'verb') return words[0] === predicate
    const heads = words.map(word => reading.words[word]!.head)
    if (kind === 'manner' || kind === 'epithet') return line.has(heads[0]!)
    return words.some((word, index) => line.has(word) || line.has(heads[index]!))
  }
  const words = opinionWordsIn(reading, lexicon)
    .filter(bears)
    .flatMap(judging => judging.words)
  const sorted = [...new Set(words)].sort((a, b) => a - b)
  return { opinion: sorted.length > 0, words: sorted }
}
