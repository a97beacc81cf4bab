// loaded.yml in; out, the sets and phrases that the readers of slant ask.
import type { Knowledge } from '../../knowledge/sources.js'

export type Leaning = 'harsh' | 'warm'

/** Words that stand in a row and judge what is around them. */
export interface Phrase {
  readonly kind: 'comment' | 'conclusion' | 'phrase'
  readonly words: readonly string[]
}

export interface SlantLexicon {
  readonly nouns: ReadonlyMap<string, Leaning>
  readonly adjectives: ReadonlyMap<string, Leaning>
  readonly manner: ReadonlySet<string>
  readonly verbs: ReadonlySet<string>
  /** Comments, conclusions and judging phrases as lower-case words, by first word, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>
}

const leanings = (table: Readonly<Record<Leaning, readonly string[]>>): ReadonlyMap<string, Leaning> =>
  new Map(
    (['harsh', 'warm'] as const).flatMap(leaning => table[leaning].map(word => [word.toLowerCase(), leaning] as const)),
  )

/** Binds the compiled lexicon once. */
export const bindSlant = ({ loaded }: Pick<Knowledge, 'loaded'>): SlantLexicon => {
  const phrases = new Map<string, Phrase[]>()
  const kinds = [
    ['comment', loaded.comment],
    ['conclusion', loaded.conclusions],
    ['phrase', loaded.phrases],
  ] as const
  for (const [kind, list] of kinds) {
    for (const phrase of list) {
      const words = phrase.split(' ')
      phrases.set(words[0]!, [...(phrases.get(words[0]!) ?? []), { kind, words }])
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length)
  return {
    nouns: leanings(loaded.nouns),
    adjectives: leanings(loaded.adjectives),
    manner: new Set(loaded.manner),
    verbs: new Set(loaded.verbs),
    phrases,
  }
}
