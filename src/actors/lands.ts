// Which states a description can mean by its words alone: "the kingdom" no republic, "the North African country" none in Asia.
import type { Scene } from './scene.js'

const holds = (keys: readonly string[], words: readonly string[]): boolean =>
  keys.some((_, at) => words.every((word, offset) => keys[at + offset] === word))

/** Ids of the states that the words of the phrase at `head` fit; undefined where they exclude none. The longest words decide. */
export const landsFitting = (scene: Scene, head: number): ReadonlySet<string> | undefined => {
  const phrase = scene.phrases.of[head]
  if (phrase === undefined) return undefined
  const keys = scene.keys.slice(phrase.first, phrase.last + 1)
  return scene.actors.lexicon.lands.find(({ words }) => holds(keys, words))?.states
}
