// Who deals with whom in a sentence: the two sides of a meeting, a call or talks. "They", "the leaders" and "both sides" of what follows
// are these, though no phrase names them together.
import type { Word } from '../syntax/types.js'
import { doerOf } from './clauses.js'
import { type Entity, isSubject } from './discourse.js'
import { distinct, type Referent } from './referents.js'
import { coordinated, markersOf, type Scene } from './scene.js'

/** Sentences for which those who met stay "they". */
const reach = 9

/** Those who met, as one party, and the word that says so. */
export interface Company {
  readonly referents: readonly Referent[]
  readonly word: number
}

const referentsAt = (scene: Scene, head: number): readonly Referent[] =>
  coordinated(scene, head).flatMap(member => {
    const phrase = scene.phrases.of[member]
    const read = phrase === undefined ? undefined : scene.readings.get(phrase)
    return read === undefined
      ? []
      : [...(read.own?.referents ?? []), ...read.listed.flatMap(({ referents }) => referents)]
  })

const childrenWith = (scene: Scene, word: number, relation: RegExp): number[] =>
  scene.children[word]!.filter(child => relation.test(scene.tree.words[child]!.deprel))

const partnersOf = (scene: Scene, word: number): readonly Referent[] =>
  childrenWith(scene, word, /^(obl|nmod)/)
    .filter(child => markersOf(scene, child).some(marker => scene.actors.lexicon.accompanying.has(marker)))
    .flatMap(child => referentsAt(scene, child))

/** The owner of a meeting: "President Meyer's call with", "talks of A with B". */
const ownersOf = (scene: Scene, noun: number): readonly Referent[] => {
  const phrase = scene.phrases.of[noun]
  const read = phrase === undefined ? undefined : scene.readings.get(phrase)
  return [...(read?.owners ?? []), ...(read?.modifiers ?? [])].flatMap(({ referents }) => referents)
}

const sidesOf = (scene: Scene, index: number): readonly (readonly Referent[])[] => {
  const { lexicon } = scene.actors
  const word = scene.tree.words[index]!
  const lemma = word.lemma.toLowerCase()
  if (word.upos === 'NOUN' && lexicon.meetings.has(lemma)) {
    const verb = word.deprel === 'obj' || word.deprel.startsWith('obl') ? word.head : undefined
    const doer = verb === undefined ? undefined : doerOf(scene, verb)
    const owners = doer === undefined ? ownersOf(scene, index) : referentsAt(scene, doer)
    const partners = partnersOf(scene, index)
    return [owners, partners.length > 0 || verb === undefined ? partners : partnersOf(scene, verb)]
  }
  if (word.upos !== 'VERB' || !lexicon.meeting.has(lemma)) return []
  const doer = doerOf(scene, index)
  if (doer === undefined) return []
  const objects = lexicon.meetingDirectly.has(lemma) ? childrenWith(scene, index, /^i?obj$/) : []
  return [
    referentsAt(scene, doer),
    [...objects.flatMap(object => referentsAt(scene, object)), ...partnersOf(scene, index)],
  ]
}

/** The last meeting that a sentence tells of with both its sides; undefined for none. */
export const companyIn = (scene: Scene): Company | undefined => {
  for (let index = scene.tree.words.length - 1; index >= 0; index--) {
    const sides = sidesOf(scene, index)
    if (sides.length < 2 || sides.some(side => side.length === 0)) continue
    const referents = distinct(sides.flat())
    if (referents.length > 1) return { referents, word: index }
  }
  return undefined
}

const isSeveralDoers = (entity: Entity): boolean =>
  isSubject(entity) &&
  entity.plural &&
  !entity.company &&
  (entity.joint || entity.sort !== 'noun') &&
  entity.sort !== 'they'

/**
 * Those who met, as the "they" that agreed, discussed or reaffirmed: a readout goes on about them whatever one of them says in between.
 * Undefined where others have done something together since.
 */
export const companyAgain = (scene: Scene, word: Word): Entity | undefined => {
  const met = scene.discourse.company()
  if (met === undefined || scene.sentence - met.sentence > reach || word.deprel !== 'nsubj') return undefined
  if (!scene.actors.lexicon.jointActs.has(scene.tree.words[word.head]!.lemma.toLowerCase())) return undefined
  const since = scene.discourse.before(scene.sentence, word.index, scene.sentence - met.sentence)
  return since.some(entity => entity.sentence > met.sentence && isSeveralDoers(entity)) ? undefined : met
}
