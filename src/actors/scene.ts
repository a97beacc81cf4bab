// One sentence as the readers of phrases see it: its tree, what stands in it, and the document around it. Built anew for each
// sentence; nothing in it outlives the call.
import type { Tree, Word } from '../syntax/types.js'
import type { Document } from '../text/types.js'
import type { ActorIndex } from './actor-index.js'
import type { Antecedent, Discourse } from './discourse.js'
import { beginsUpper } from './fold.js'
import type { Hits, NameHit, NounHit } from './name-hits.js'
import { type NounPhrase, type Phrases, phrasesOf } from './noun-phrases.js'
import type { Referent } from './referents.js'
import type { Survey } from './survey.js'
import type { Via } from './types.js'

/** Whom a phrase denotes. `head` is the word on which outer edges land; the range covers the words that say so. */
export interface Reading {
  readonly referents: readonly Referent[]
  readonly via: Via
  readonly score: number
  readonly others: readonly { readonly id: string; readonly score: number }[]
  readonly first: number
  readonly last: number
  readonly head: number
  readonly plural: boolean
  /** One human being: named, or in an office. */
  readonly person: boolean
  /** The name is that of a mere town or landscape and never acts. */
  readonly onlyPlace: boolean
}

/** A phrase read: whom it denotes, if anybody, and the names inside it that denote somebody else. */
export interface PhraseReading {
  readonly own: Reading | undefined
  readonly modifiers: readonly Reading[]
  /** Those who own what it denotes ("Pakistan's foreign minister"); they have no mention of their own. */
  readonly owners: readonly Reading[]
  /** Actors listed after it ("countries like A and B"); they share its head. */
  readonly listed: readonly Reading[]
}

/** A name that the document teaches. */
export interface Lesson {
  readonly name: string
  readonly referent: Referent
  /** Also by its last word alone, as news goes on with surnames. */
  readonly surname: boolean
}

export interface Scene {
  readonly document: Document
  readonly actors: ActorIndex
  readonly survey: Survey
  readonly discourse: Discourse
  readonly sentence: number
  readonly tree: Tree
  readonly children: readonly (readonly number[])[]
  readonly keys: readonly string[]
  readonly phrases: Phrases
  readonly nameAt: ReadonlyMap<number, NameHit>
  readonly nounAt: ReadonlyMap<number, NounHit>
  /** True for every word of an agent noun. */
  isInNoun(index: number): boolean
  /** The agent noun whose last word this is. */
  agentNounAt(last: number): NounHit | undefined
  /** The day that the sentence speaks of, ISO of any grain; null where unknown. */
  readonly day: string | null
  /** A heading In Which Every Word Has a Capital: capitals tell nothing. */
  readonly titleCase: boolean
  readonly speakerOf: (word: Word) => Antecedent | undefined
  readonly learn: (lesson: Lesson) => void
  /** Readings so far, and phrases that are part of another's name ("the government of Sudan"). */
  readonly readings: Map<NounPhrase, PhraseReading>
  readonly absorbed: Set<NounPhrase>
  /** What each pronoun read so far means, as the key of an entity, be it an actor or not. */
  readonly meant: Map<number, string>
}

const childrenOf = (tree: Tree): number[][] => {
  const children: number[][] = tree.words.map(() => [])
  for (const word of tree.words) if (word.head >= 0) children[word.head]!.push(word.index)
  return children
}

const isTitleCase = (tree: Tree): boolean => {
  let long = 0
  let capital = 0
  for (const { form, upos } of tree.words) {
    if (upos === 'VERB' && !beginsUpper(form)) return false
    if (form.length < 4 || form.charCodeAt(0) < 65) continue
    long++
    if (beginsUpper(form)) capital++
  }
  return long >= 3 && capital / long > 0.75
}

export const openScene = (
  given: Pick<
    Scene,
    'document' | 'actors' | 'survey' | 'discourse' | 'sentence' | 'tree' | 'keys' | 'day' | 'speakerOf' | 'learn'
  > & {
    readonly hits: Hits
  },
): Scene => {
  const { hits, ...rest } = given
  const inNoun = new Array<boolean>(given.tree.words.length).fill(false)
  for (const { first, last } of hits.nouns) inNoun.fill(true, first, last + 1)
  const nounEnding = new Map(hits.nouns.map(hit => [hit.last, hit]))
  return {
    ...rest,
    children: childrenOf(given.tree),
    phrases: phrasesOf(given.tree, hits),
    nameAt: new Map(hits.names.map(hit => [hit.first, hit])),
    nounAt: new Map(hits.nouns.map(hit => [hit.first, hit])),
    isInNoun: index => inNoun[index] === true,
    agentNounAt: last => nounEnding.get(last),
    titleCase: isTitleCase(given.tree),
    readings: new Map(),
    absorbed: new Set(),
    meant: new Map(),
  }
}

/** The text from the first to the last word, as it stands. */
export const wordsOf = (scene: Scene, first: number, last: number): string => {
  const { words } = scene.tree
  return scene.document.text.slice(words[first]!.start, words[last]!.end)
}

/** The case markers of a word, as keys: "in", "such". */
export const markersOf = (scene: Scene, word: number): readonly string[] =>
  scene.children[word]!.filter(child => scene.tree.words[child]!.deprel === 'case' && child < word).map(
    child => scene.keys[child]!,
  )

/** The phrases coordinated with the one at `head`, itself first. */
export const coordinated = (scene: Scene, head: number): readonly number[] => [
  head,
  ...scene.children[head]!.filter(
    child => scene.tree.words[child]!.deprel === 'conj' && scene.phrases.of[child] !== scene.phrases.of[head],
  ),
]
