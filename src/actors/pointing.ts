// How a noun phrase without a name points back: by its determiners, by words that make it somebody else, and by who cannot be meant.
import type { AgentNoun } from '../knowledge/actor-schema.js'
import type { Chain } from './chain.js'
import { subjectsAround } from './clauses.js'
import { markersOf, type Scene } from './scene.js'

export interface Pointing {
  /** "the", "these". */
  readonly definite: boolean
  /** "both", "the two". */
  readonly pair: boolean
  /** Nothing but the agent noun and its determiner: a further word would make it somebody of its own. */
  readonly bare: boolean
}

/** Undefined where the phrase points to nobody known: "a group of", "another country", "three officials", "the CEOX federation". */
export const pointingOf = (scene: Scene, chain: Chain, head: number): Pointing | undefined => {
  const { lexicon } = scene.actors
  const phrase = scene.phrases.of[head]
  const noun = chain.nouns[0]
  if (phrase === undefined || noun === undefined) return undefined
  const keys = scene.keys.slice(phrase.first, chain.last)
  const pair = keys.includes('both') || keys.includes('two')
  let definite = keys.includes('both')
  let bare = chain.nouns.length === 1
  for (let index = phrase.first; index < chain.last; index++) {
    const key = scene.keys[index]!
    if (scene.isInNoun(index)) continue
    const determiner = scene.tree.words[index]!.deprel.startsWith('det')
    if (lexicon.indefinite.has(key) && determiner) return undefined
    if (lexicon.numbers.has(key)) return undefined
    if (pair && lexicon.fraternal.has(key)) continue
    if (lexicon.other.has(key)) return undefined
    if (scene.tree.words[index]!.upos === 'PROPN') return undefined
    if (lexicon.pointing.has(key) || (pair && lexicon.pronouns.get(key) === 'several')) definite = true
    if (!determiner && index < noun.first && !lexicon.light.has(key)) bare = false
  }
  return { definite, pair, bare }
}

/** "the body with experience", "is a country": words that define and do not point back. */
export const defines = (scene: Scene, head: number): boolean =>
  scene.children[head]!.some(child => {
    const { deprel } = scene.tree.words[child]!
    return deprel === 'cop' || (child > head && /^(acl|nmod$)/.test(deprel))
  })

/** Subjects, and what only says where, may mean whom the clause around them speaks of. */
const standsFree = (scene: Scene, head: number): boolean => {
  const { deprel } = scene.tree.words[head]!
  if (deprel.startsWith('nsubj')) return true
  return markersOf(scene, head).some(marker => scene.actors.lexicon.locative.has(marker))
}

/**
 * Ids of those whom a description cannot mean: the subject of its own clause ("Iran warned the country" is not Iran), and for peoples and
 * dissenters the subjects of all clauses around it ("he said the rebels" are not his own).
 */
export const barredBy = (scene: Scene, noun: AgentNoun, head: number): ReadonlySet<string> => {
  const around = subjectsAround(scene, head)
  const strangers = noun.class === 'opposition' || noun.class === 'people'
  const subjects = strangers ? around : standsFree(scene, head) ? [] : around.slice(0, 1)
  const ids = subjects.flatMap(subject => scene.discourse.at(scene.sentence, subject)?.referents ?? [])
  return new Set(ids.map(({ id }) => id))
}
