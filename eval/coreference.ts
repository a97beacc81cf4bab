// The coreference of a treebank (Entity and SplitAnte in the last column of GUM) in, clusters of phrases out.
// Law: a phrase is known by the word that heads it; of several phrases with one head the shortest comes first.
import type { GoldDocument, GoldSentence } from './treebanks.js'

/** Start of a phrase's head word in the document's text → its cluster. */
export interface Coreference {
  readonly clustersAt: ReadonlyMap<number, readonly string[]>
  /** Clusters that are the sum of others: "they" of him and her. */
  readonly parts: ReadonlyMap<string, readonly string[]>
}

interface Phrase {
  readonly cluster: string
  readonly first: number
  readonly last: number
}

const bracket = /\((\d+)[^()]*(\))?|(\d+)\)/g

const columnPart = (misc: string, name: string): string =>
  misc
    .split('|')
    .find(part => part.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? ''

const phrasesOf = ({ words }: GoldSentence): Phrase[] => {
  const open: { cluster: string; first: number }[] = []
  const phrases: Phrase[] = []
  words.forEach(({ misc }, index) => {
    for (const [, opened, single, closed] of columnPart(misc, 'Entity').matchAll(bracket)) {
      if (opened !== undefined && single !== undefined) phrases.push({ cluster: opened, first: index, last: index })
      else if (opened !== undefined) open.push({ cluster: opened, first: index })
      else {
        const at = open.findLastIndex(({ cluster }) => cluster === closed)
        if (at >= 0) phrases.push({ ...open.splice(at, 1)[0]!, last: index })
      }
    }
  })
  return phrases.sort((left, right) => left.last - left.first - (right.last - right.first))
}

const headOf = ({ words }: GoldSentence, { first, last }: Phrase): number => {
  for (let index = first; index <= last; index++) {
    const { head, deprel } = words[index]!
    if ((head < first || head > last) && deprel !== 'punct') return index
  }
  return last
}

/** The clusters of a document; none where it is not annotated. */
export const coreferenceOf = ({ sentences }: GoldDocument): Coreference => {
  const clustersAt = new Map<number, string[]>()
  const parts = new Map<string, string[]>()
  for (const sentence of sentences) {
    for (const phrase of phrasesOf(sentence)) {
      const { start } = sentence.words[headOf(sentence, phrase)]!
      clustersAt.set(start, [...(clustersAt.get(start) ?? []), phrase.cluster])
    }
    for (const { misc } of sentence.words)
      for (const pair of columnPart(misc, 'SplitAnte').split(',')) {
        const [part, whole] = pair.split('<')
        if (part !== undefined && whole !== undefined) parts.set(whole, [...(parts.get(whole) ?? []), part])
      }
  }
  return { clustersAt, parts }
}
