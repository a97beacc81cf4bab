// Gold sentences and a parser's own in, the commonest ways to go wrong out, each with an example to read.
import type { Word } from '../src/syntax/types.js'
import type { GoldSentence, GoldWord } from './treebanks.js'

export interface ErrorKind {
  /** `ccomp → parataxis` where the relation is wrong, `conj: other head` where only the head is. */
  readonly what: string
  readonly count: number
  /** The first such word with its sentence: the word in guillemets, its head in gold and its own. */
  readonly example: string
}

const FUNCTION_WORDS: ReadonlySet<string> = new Set(['punct', 'det', 'aux', 'aux:pass', 'case', 'cc', 'mark'])

/** The `most` commonest kinds among words whose gold relation is not punctuation's or a function word's. */
export function commonestErrors(
  sentences: readonly GoldSentence[],
  trees: readonly { readonly words: readonly Word[] }[],
  most: number,
): ErrorKind[] {
  const kinds = new Map<string, { count: number; example: string }>()
  sentences.forEach(({ words }, at) => {
    for (const [index, gold] of words.entries()) {
      const own = trees[at]!.words[index]!
      if (FUNCTION_WORDS.has(gold.deprel) || (gold.deprel === own.deprel && gold.head === own.head)) continue
      const what = gold.deprel === own.deprel ? `${gold.deprel}: other head` : `${gold.deprel} → ${own.deprel}`
      const kind = kinds.get(what) ?? { count: 0, example: exampleOf(words, index, own) }
      kinds.set(what, { ...kind, count: kind.count + 1 })
    }
  })
  return [...kinds]
    .map(([what, { count, example }]) => ({ what, count, example }))
    .sort((one, other) => other.count - one.count || (one.what < other.what ? -1 : 1))
    .slice(0, most)
}

/** So many words are shown on each side. */
const REACH = 8

function exampleOf(words: readonly GoldWord[], index: number, own: Word): string {
  const headOf = (head: number): string => (head === -1 ? 'root' : words[head]!.form)
  const shown = words
    .slice(Math.max(0, index - REACH), index + REACH + 1)
    .map(word => (word === words[index] ? `«${word.form}»` : word.form))
  return `${shown.join(' ')} (head: ${headOf(words[index]!.head)}; read: ${headOf(own.head)})`
}
