// Who "we" and "I" are: the issuer of a notice, or inside quotation marks the subject of the nearest verb of speech, in the sentence
// itself or just before it. Outside quotations of a news text they are nobody.
import type { Tree, Word } from '../syntax/types.js'
import type { Block, Document, Sentence } from '../text/types.js'
import type { ActorIndex } from './actor-index.js'
import type { Antecedent, Discourse } from './discourse.js'
import { stateOf } from './referents.js'

/** Whom the phrase at a word of the sentence being read denotes. */
export type Denote = (word: number) => Antecedent | undefined

export interface Speakers {
  speakerOf(sentence: number, word: Word, discourse: Discourse, denote: Denote): Antecedent | undefined
}

const opening = new Set(['“', '„', '«', '``'])
const closing = new Set(['”', '»', "''"])

/** For each word of each sentence: does it stand inside quotation marks? A block begins outside. */
const quotedWords = (sentences: readonly Sentence[], trees: readonly Tree[], blocks: readonly Block[]): boolean[][] => {
  let inside = false
  let block = -1
  return trees.map((tree, index) => {
    const of = sentences[index]?.block ?? block
    if (of !== block) {
      block = of
      inside = false
    }
    const whole = blocks[of]?.kind === 'quotation' || blocks[of]?.kind === 'post'
    return tree.words.map(({ form }) => {
      if (opening.has(form)) inside = true
      else if (closing.has(form)) inside = false
      else if (form === '"') inside = !inside
      return inside || whole
    })
  })
}

/** The subject of the sentence's verb of speech that stands outside quotation marks, nearest to `near`. */
const speechSubject = (
  tree: Tree,
  quoted: readonly boolean[],
  speech: ReadonlySet<string>,
  near: number,
): number | undefined => {
  let best: number | undefined
  let distance = Number.POSITIVE_INFINITY
  for (const word of tree.words) {
    if (!word.deprel.startsWith('nsubj') || word.head < 0 || quoted[word.index]) continue
    const verb = tree.words[word.head]!
    if (verb.upos !== 'VERB' || !speech.has(verb.lemma.toLowerCase()) || quoted[verb.index]) continue
    if (Math.abs(verb.index - near) < distance) {
      distance = Math.abs(verb.index - near)
      best = word.index
    }
  }
  return best
}

const reach = 4

export const openSpeakers = (
  document: Document,
  sentences: readonly Sentence[],
  trees: readonly Tree[],
  actors: ActorIndex,
): Speakers => {
  const quoted = quotedWords(sentences, trees, document.blocks)
  const issuer = document.issuer === null ? undefined : stateOf(actors, document.issuer)
  const { speech } = actors.lexicon
  return {
    speakerOf(sentence, word, discourse, denote) {
      if (quoted[sentence]?.[word.index] !== true)
        return issuer === undefined ? undefined : { referents: [issuer], score: 0.85 }
      const subject = speechSubject(trees[sentence]!, quoted[sentence]!, speech, word.index)
      if (subject !== undefined) {
        const here = discourse.at(sentence, subject) ?? denote(subject)
        return here === undefined || here.referents.length === 0
          ? undefined
          : { referents: here.referents, score: 0.65 }
      }
      for (let back = sentence - 1; back >= 0 && back >= sentence - reach; back--) {
        const tree = trees[back]!
        const before = speechSubject(tree, quoted[back]!, speech, tree.words.length)
        if (before === undefined) continue
        const entity = discourse.at(back, before)
        return entity === undefined || entity.referents.length === 0
          ? undefined
          : { referents: entity.referents, score: 0.55 }
      }
      return issuer === undefined ? undefined : { referents: [issuer], score: 0.6 }
    },
  }
}
