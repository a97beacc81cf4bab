// What a phrase leaves behind in the discourse: an entity for whom it denotes, for those named inside it, and for what is no actor but
// may still be what a pronoun means.
import type { Word } from '../syntax/types.js'
import { companyIn } from './company.js'
import { type Entity, keyOf, type Part, type Sort } from './discourse.js'
import { baseRelation, type NounPhrase } from './noun-phrases.js'
import type { PhraseReading, Reading, Scene } from './scene.js'
import type { ActorKind } from './types.js'

const sortOfKind: Readonly<Record<ActorKind, Sort>> = {
  state: 'state',
  region: 'state',
  government: 'body',
  igo: 'body',
  ngo: 'body',
  company: 'body',
  media: 'body',
  'armed-group': 'group',
  party: 'group',
  people: 'people',
  person: 'human',
}

const isMain = (scene: Scene, word: Word): boolean => word.head >= 0 && scene.tree.words[word.head]!.head < 0

/** What the phrase headed by a word does: a member of a list does what its first member does. */
export const partOf = (scene: Scene, head: number, depth = 0): Part => {
  const word = scene.tree.words[head]!
  const relation = baseRelation(word.deprel)
  if (relation === 'nsubj') return isMain(scene, word) ? 'main' : 'subject'
  if (relation === 'obj' || relation === 'iobj') return 'object'
  if (relation === 'obl') return 'oblique'
  if (word.deprel === 'nmod:poss') return 'possessor'
  if (relation === 'nmod') return 'nmod'
  if (relation === 'compound' || relation === 'amod') return 'modifier'
  return relation === 'conj' && word.head >= 0 && depth < 8 ? partOf(scene, word.head, depth + 1) : 'other'
}

const isOffice = (scene: Scene, head: number): boolean => scene.agentNounAt(head)?.noun.class === 'office'

const pronounSort = (scene: Scene, head: number): Sort | undefined => {
  const key = scene.keys[head]!
  switch (scene.actors.lexicon.pronouns.get(key)) {
    case 'person':
      return scene.actors.lexicon.feminine.has(key) ? 'she' : 'he'
    case 'thing':
      return 'it'
    case 'several':
      return 'they'
    case 'speaker':
    case 'lone-speaker':
      return 'speaker'
    default:
      return undefined
  }
}

const sortOfWord = (scene: Scene, head: number): Sort => {
  const word = scene.tree.words[head]!
  const pronoun = word.upos === 'PRON' || word.upos === 'DET' ? pronounSort(scene, head) : undefined
  if (pronoun !== undefined) return pronoun
  if (scene.actors.lexicon.humans.has(word.lemma.toLowerCase()) || isOffice(scene, head)) return 'human'
  return word.upos === 'PROPN' ? 'name' : 'noun'
}

const formOf = (scene: Scene, head: number): Entity['form'] => {
  const { upos } = scene.tree.words[head]!
  if (upos === 'PRON') return 'pronoun'
  if (upos === 'PROPN') return 'name'
  const { lexicon } = scene.actors
  const determiners = scene.children[head]!.filter(child => /^(det|nmod:poss)/.test(scene.tree.words[child]!.deprel))
  if (determiners.length === 0) return 'bare'
  return determiners.some(child => lexicon.indefinite.has(scene.keys[child]!)) ? 'indefinite' : 'definite'
}

const entityOf = (scene: Scene, reading: Reading, place: boolean): Entity => {
  const key = keyOf(reading.referents)
  const pronoun = reading.via === 'pronoun' || reading.via === 'issuer' ? pronounSort(scene, reading.head) : undefined
  return {
    referents: reading.referents,
    sentence: scene.sentence,
    word: reading.head,
    sort: pronoun ?? (reading.person ? 'human' : sortOfKind[reading.referents[0]!.kind]),
    part: partOf(scene, reading.head),
    form: formOf(scene, reading.head),
    person: reading.person,
    plural: reading.plural || reading.referents.length > 1,
    place,
    joint: false,
    company: false,
    key,
  }
}

/** What is no actor: known again by its noun, so that "the report" and "the report" count as one. */
const otherEntity = (scene: Scene, head: number): Entity => {
  const word = scene.tree.words[head]!
  const sort = sortOfWord(scene, head)
  return {
    referents: [],
    sentence: scene.sentence,
    word: head,
    sort,
    part: partOf(scene, head),
    form: formOf(scene, head),
    person: sort === 'human' || sort === 'he' || sort === 'she',
    plural: word.feats.Number === 'Plur',
    place: false,
    joint: false,
    company: false,
    key: scene.meant.get(head) ?? `${sort} ${word.lemma.toLowerCase()}`,
  }
}

/** Makes the discourse know one reading. */
export const remember = (scene: Scene, reading: Reading, place: boolean): void => {
  scene.discourse.push(entityOf(scene, reading, place))
}

/** Words that stand for no thing of their own: "which", "this", and the names of days and months. */
const isNothing = (scene: Scene, head: number): boolean => {
  const { upos } = scene.tree.words[head]!
  const key = scene.keys[head]!
  if (upos === 'PRON' || upos === 'DET') return !scene.actors.lexicon.pronouns.has(key)
  return scene.actors.lexicon.calendar.has(key)
}

/** Makes the discourse know what is no actor in a phrase: its head, and its possessors. */
export const rememberOthers = (scene: Scene, phrase: NounPhrase, read: PhraseReading): void => {
  const known = new Set([...read.modifiers, ...read.owners].map(({ head }) => head))
  const heads = phrase.segments.slice(0, -1).map(({ head }) => head)
  if (read.own === undefined && read.listed.length === 0) heads.push(phrase.head)
  for (const head of heads)
    if (!known.has(head) && !isNothing(scene, head)) scene.discourse.push(otherEntity(scene, head))
}

/** Makes one entity of a list, when its next member has been read. */
export const rememberList = (scene: Scene, phrase: NounPhrase, read: PhraseReading): void => {
  const { deprel, head } = scene.tree.words[phrase.head]!
  if (deprel === 'conj') scene.discourse.join(scene.sentence, head, read.own?.referents ?? [])
}

/** Makes one entity of those who met, when the sentence has been read. */
export const rememberCompany = (scene: Scene): void => {
  const company = companyIn(scene)
  if (company === undefined) return
  const { referents, word } = company
  scene.discourse.push({
    referents,
    sentence: scene.sentence,
    word,
    sort: 'human',
    part: 'main',
    form: 'name',
    person: false,
    plural: true,
    place: false,
    joint: true,
    company: true,
    key: keyOf(referents),
  })
}
