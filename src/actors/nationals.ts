// "The Canadians have suspended arms sales": nationals of a state, called by their bare name, in the sentence's tree in; whether they stand for
// their state there out. News says so of what states do and of dealings with them; who votes, flees or is killed are the people.
import { baseRelation } from './noun-phrases.js'
import { coordinated, markersOf, type Scene } from './scene.js'

/** Nothing but an article, a preposition or what is coordinated may hang on them: "the young Canadians", "the Canadians held in Iran" are people. */
const bare = /^(det|case|cc|conj|punct|mark|advmod|appos|parataxis)$/

/** A people that has no state of its own name: "between the Israelis and the Palestinians" is said of peoples. */
const isPeople = (scene: Scene, word: number): boolean => {
  const sense = scene.nameAt.get(word)?.senses[0]
  return sense?.of === 'entry' && sense.entry.kind === 'people'
}

/**
 * Do the nationals named at `head` stand for their state?
 * @param head the word on which the edges of their phrase land; the phrase has the definite article.
 */
export const standForState = (scene: Scene, head: number): boolean => {
  const { words } = scene.tree
  const { deprel, head: governor, feats } = words[head]!
  if (governor < 0 || feats.Number === 'Sing') return false
  const tells = (child: number) => words[child]!.deprel === 'acl:relcl' && words[head + 1]?.form === ','
  if (!scene.children[head]!.every(child => bare.test(words[child]!.deprel) || tells(child))) return false
  if ([governor, ...coordinated(scene, head)].some(word => isPeople(scene, word))) return false
  const { popular, suffered, dealing } = scene.actors.lexicon.nationals
  const lemma = words[governor]!.lemma.toLowerCase()
  const isVerb = words[governor]!.upos === 'VERB'
  const relation = baseRelation(deprel)
  if (relation === 'conj') return standForState(scene, governor)
  if (deprel === 'obl:agent') return !popular.has(lemma)
  if (deprel === 'nsubj') return isVerb && !popular.has(lemma)
  if (relation === 'obj') return isVerb && !popular.has(lemma) && !suffered.has(lemma)
  return (relation === 'obl' || relation === 'nmod') && markersOf(scene, head).some(marker => dealing.has(marker))
}
