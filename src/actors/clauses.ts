// Clauses as pronouns need them: which clause a word stands in, how two clauses lie to each other, and whose subject a verb has.
import type { Scene } from './scene.js'

const opens = /^(root|ccomp|xcomp|advcl|acl|csubj|parataxis)/

/** The word that heads the clause in which `index` stands; a coordinated verb heads one of its own. */
export const clauseOf = (scene: Scene, index: number): number => {
  const { words } = scene.tree
  let at = index
  for (let steps = 0; steps < words.length; steps++) {
    const word = words[at]!
    if (word.head < 0 || opens.test(word.deprel)) return at
    if (word.deprel === 'conj' && (word.upos === 'VERB' || word.upos === 'AUX')) return at
    at = word.head
  }
  return at
}

export type ClauseRelation = 'same' | 'above' | 'far above' | 'below' | 'beside'

/** How the clause of `from` lies to the clause of `index`, as seen from `index`. */
export const clauseRelation = (scene: Scene, from: number, index: number): ClauseRelation => {
  const { words } = scene.tree
  const own = clauseOf(scene, index)
  const other = clauseOf(scene, from)
  if (own === other) return 'same'
  let at = own
  for (let steps = 0; steps < 12 && words[at]!.head >= 0; steps++) {
    at = clauseOf(scene, words[at]!.head)
    if (at === other) return steps === 0 ? 'above' : 'far above'
  }
  at = other
  for (let steps = 0; steps < 12 && words[at]!.head >= 0; steps++) {
    at = clauseOf(scene, words[at]!.head)
    if (at === own) return 'below'
  }
  return 'beside'
}

const subjectOf = (scene: Scene, verb: number): number | undefined =>
  scene.children[verb]!.find(child => scene.tree.words[child]!.deprel.startsWith('nsubj'))

/** The subject of the verb itself; for that of a relative clause ("which brought") the noun before it. */
export const ownSubject = (scene: Scene, verb: number): number | undefined => {
  if (verb < 0) return undefined
  const subject = subjectOf(scene, verb)
  const { deprel, head } = scene.tree.words[verb]!
  const isRelative = subject !== undefined && deprel === 'acl:relcl' && scene.tree.words[subject]!.upos === 'PRON'
  return isRelative ? head : subject
}

const objectOf = (scene: Scene, verb: number): number | undefined =>
  scene.children[verb]!.find(child => scene.tree.words[child]!.deprel === 'obj')

/** Who does what the verb says: its own subject, or that of the verb which it goes on from or depends on ("and urged", "asked him to go"). */
export const doerOf = (scene: Scene, verb: number): number | undefined => {
  const { words } = scene.tree
  let at = verb
  for (let steps = 0; steps < 8; steps++) {
    const own = subjectOf(scene, at)
    if (own !== undefined) return own
    const { deprel, head } = words[at]!
    if (head < 0 || !/^(conj|xcomp|advcl)/.test(deprel)) return undefined
    if (deprel === 'xcomp') {
      const controller = objectOf(scene, head)
      if (controller !== undefined) return controller
    }
    at = head
  }
  return undefined
}

/** The subjects of the clauses around a word, innermost first, that stand before it and outside its phrase. */
export const subjectsAround = (scene: Scene, index: number): readonly number[] => {
  const subjects: number[] = []
  let at = scene.tree.words[index]!.head
  for (let steps = 0; at >= 0 && steps < 12; steps++) {
    const subject = subjectOf(scene, at)
    if (subject !== undefined && subject < index && scene.phrases.of[subject] !== scene.phrases.of[index])
      subjects.push(subject)
    at = scene.tree.words[at]!.head
  }
  return subjects
}
