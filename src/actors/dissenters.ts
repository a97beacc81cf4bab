// Whose people civilians, protesters and dissidents are whom nothing owns: of the state whose organs do something to them, else of the one
// state in which the sentence tells of them.
import type { ReadAt } from './attachments.js'
import { clauseOf, doerOf } from './clauses.js'
import type { Antecedent } from './discourse.js'
import type { NounHit } from './name-hits.js'
import { baseRelation } from './noun-phrases.js'
import { type Referent, stateOf } from './referents.js'
import { markersOf, type Scene } from './scene.js'

/** The state in which a name places what the sentence tells: "violence in Chad", "attacks in Latakia"; undefined for none or several. */
const placeTold = (scene: Scene, counts: (word: number) => boolean): string | undefined => {
  const states = new Set<string>()
  for (const name of scene.nameAt.values()) {
    const [sense] = name.senses
    if (sense?.of !== 'entry' || sense.entry.country === null || sense.via === 'adjective' || !counts(name.first))
      continue
    const isTown = sense.via === 'place'
    if (isTown || markersOf(scene, name.first).some(marker => scene.actors.lexicon.locative.has(marker)))
      states.add(sense.entry.country)
  }
  return states.size === 1 ? [...states][0] : undefined
}

/** Words that do something to the phrase at `head`, or own what is done to it ("the regime's crackdown on protesters"). */
const doersTo = (scene: Scene, head: number): readonly number[] => {
  const { words } = scene.tree
  const { deprel, head: governor } = words[head]!
  if (governor < 0) return []
  if (deprel === 'nsubj:pass') return scene.children[governor]!.filter(child => words[child]!.deprel === 'obl:agent')
  const relation = baseRelation(deprel)
  if (relation === 'obj') {
    const doer = doerOf(scene, governor)
    return doer === undefined ? [] : [doer]
  }
  if (relation === 'conj') return doersTo(scene, governor)
  if (relation !== 'nmod') return []
  return scene.children[governor]!.filter(child => words[child]!.deprel === 'nmod:poss')
}

/** The state whose organ or regime does it; a foreign power is nobody's own state. */
const repressorOf = (scene: Scene, head: number, read: ReadAt): Referent | undefined => {
  const owners = doersTo(scene, head).flatMap(doer => {
    const phrase = read(scene, doer)
    return [...(phrase?.own?.referents ?? []), ...(phrase?.owners ?? []).flatMap(({ referents }) => referents)]
  })
  const [owner] = owners
  const repressive = owner?.agent?.name
    ?.split(' ')
    .some(word => scene.actors.lexicon.repressive.has(word.toLowerCase()))
  return owner?.kind === 'state' && repressive === true && owners.length === 1 ? { ...owner, agent: null } : undefined
}

/** "UFDC rebels" are those of a name, be it unknown. */
const isNamed = (scene: Scene, hit: NounHit, head: number): boolean => {
  const phrase = scene.phrases.of[head]
  if (phrase === undefined) return false
  return scene.tree.words.slice(phrase.first, hit.first).some(({ upos }) => upos === 'PROPN')
}

const isPatient = (scene: Scene, head: number): boolean => /^(obj|nsubj:pass)/.test(scene.tree.words[head]!.deprel)

/**
 * The state that unowned people or dissenters belong to; undefined for doubt.
 * @param definite whether the phrase points at somebody: "some people" are nobody's.
 */
export const peopleOf = (
  scene: Scene,
  hit: NounHit,
  head: number,
  definite: boolean,
  read: ReadAt,
): Antecedent | undefined => {
  const dissents = hit.noun.class === 'opposition'
  const isWhole = hit.noun.class === 'people' && scene.actors.lexicon.wholePeople.has(hit.keys.at(-1)!)
  const suffers = isWhole && definite && isPatient(scene, head)
  if (isNamed(scene, hit, head)) return undefined
  const repressed =
    dissents || isWhole || hit.noun.slug === 'civil-society' ? repressorOf(scene, head, read) : undefined
  if (repressed !== undefined) return { referents: [repressed], score: 0.5 }
  if (!dissents && !suffers) return undefined
  const own = clauseOf(scene, head)
  const place = placeTold(scene, word => dissents || clauseOf(scene, word) === own)
  const state = stateOf(scene.actors, place ?? '')
  return state === undefined ? undefined : { referents: [state], score: 0.5 }
}
