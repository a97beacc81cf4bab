// A pronoun in, the actor it stands for out. The subject of its own clause is asked first, then those of the clauses around it, then
// the sentence before. A subject that is no actor stops the search: "it" may well mean that.
import type { Word } from '../syntax/types.js'
import type { Owner } from './chain.js'
import type { Antecedent, Entity } from './discourse.js'
import type { PronounKind } from './lexicon.js'
import type { Scene } from './scene.js'

const fits = (entity: Entity, kind: PronounKind): boolean => {
  if (kind === 'person') return entity.person && !entity.plural
  if (kind === 'thing')
    return !entity.person && !(entity.plural && entity.referents.every(({ kind }) => kind === 'people'))
  return (
    entity.plural ||
    entity.referents.length > 1 ||
    entity.referents.some(({ kind }) => kind === 'armed-group' || kind === 'people')
  )
}

/** True where `entity` may be what a pronoun of this kind means although it is no actor; it then blocks the search. */
const blocks = (entity: Entity, kind: PronounKind): boolean => {
  if (entity.referents.length > 0) return false
  if (kind === 'person') return entity.person
  return kind === 'several' ? entity.plural : !entity.plural
}

/** "it is clear that", "made it clear": an "it" that means nothing. */
const isEmptyIt = (scene: Scene, word: Word): boolean => {
  if (word.deprel.startsWith('expl')) return true
  if (word.head < 0) return true
  const governor = scene.tree.words[word.head]!
  const clause = scene.children[governor.index]!.some(
    child => /^(csubj|ccomp|xcomp|advcl|acl|mark)/.test(scene.tree.words[child]!.deprel) && child > word.index,
  )
  if (governor.upos === 'ADJ' || governor.upos === 'NOUN' || governor.upos === 'ADV' || governor.upos === 'NUM')
    return word.deprel.startsWith('nsubj')
  if (clause && word.deprel === 'nsubj:pass') return true
  return clause && scene.actors.lexicon.emptyItHeads.has(governor.lemma.toLowerCase())
}

const subjectOf = (scene: Scene, verb: number): number | undefined =>
  scene.children[verb]!.find(child => scene.tree.words[child]!.deprel.startsWith('nsubj'))

/** The subjects of the clauses around a word, innermost first. */
export const subjectsAround = (scene: Scene, word: Word): number[] => {
  const subjects: number[] = []
  let at = word.head
  for (let steps = 0; at >= 0 && steps < 12; steps++) {
    const subject = subjectOf(scene, at)
    if (subject !== undefined && subject < word.index && scene.phrases.of[subject] !== scene.phrases.of[word.index])
      subjects.push(subject)
    at = scene.tree.words[at]!.head
  }
  return subjects
}

const inClauses = (scene: Scene, word: Word, kind: PronounKind): Antecedent | 'blocked' | undefined => {
  for (const subject of subjectsAround(scene, word)) {
    const entity = scene.discourse.at(scene.sentence, subject)
    if (entity === undefined) continue
    if (blocks(entity, kind)) return 'blocked'
    if (entity.referents.length > 0 && fits(entity, kind)) return { referents: entity.referents, score: 0.7 }
  }
  return undefined
}

const inText = (scene: Scene, word: Word, kind: PronounKind): Antecedent | undefined => {
  const reach = kind === 'person' ? 3 : 1
  const earlier = scene.discourse.before(scene.sentence, word.index, reach)
  for (let distance = 0; distance <= reach; distance++) {
    const here = earlier.filter(entity => entity.sentence === scene.sentence - distance)
    const main = here.find(entity => entity.main && (fits(entity, kind) || blocks(entity, kind)))
    if (main !== undefined && distance > 0) {
      if (main.referents.length === 0) return undefined
      if (fits(main, kind)) return { referents: main.referents, score: 0.6 - 0.08 * distance }
    }
    const possible = here.filter(entity => entity.referents.length > 0 && fits(entity, kind) && !entity.place)
    const ids = new Set(
      possible.map(entity => `${entity.referents.map(({ id, agent }) => `${id} ${agent?.name}`).join()}`),
    )
    if (ids.size === 1) return { referents: possible[0]!.referents, score: 0.5 - 0.06 * distance }
    if (ids.size > 1) {
      const subject = possible.find(entity => entity.subject)
      return subject === undefined || kind === 'thing' ? undefined : { referents: subject.referents, score: 0.4 }
    }
  }
  return undefined
}

const antecedentOf = (scene: Scene, word: Word, kind: PronounKind): Antecedent | undefined => {
  if (kind === 'speaker' || kind === 'lone-speaker') return scene.speakerOf(word)
  if (kind === 'thing' && isEmptyIt(scene, word)) return undefined
  const near = inClauses(scene, word, kind)
  if (near === 'blocked') return undefined
  return near ?? inText(scene, word, kind)
}

/** Whom a pronoun means; undefined for no actor, an empty "it", or doubt. */
export const resolvePronoun = (scene: Scene, word: Word): Owner | undefined => {
  const kind = scene.actors.lexicon.pronouns.get(scene.keys[word.index]!)
  if (kind === undefined) return undefined
  const antecedent = antecedentOf(scene, word, kind)
  if (antecedent === undefined) return undefined
  const issued = (kind === 'speaker' || kind === 'lone-speaker') && scene.document.issuer !== null
  return {
    referents: antecedent.referents,
    via: issued ? 'issuer' : 'pronoun',
    score: antecedent.score,
    others: [],
    person: kind === 'person' || kind === 'lone-speaker',
    plural: kind === 'several' || kind === 'speaker',
    onlyPlace: false,
    first: word.index,
    last: word.index,
    head: word.index,
  }
}
