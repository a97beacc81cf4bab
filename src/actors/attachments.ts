// What stands after a noun phrase and belongs to it: its owner ("the government of Sudan", "forces loyal to Haftar"), those it lists
// ("countries like Pakistan and China") and its appositions. Owners are absorbed, the listed and the apposed keep mentions of their own.
import type { AgentNoun } from '../knowledge/actor-schema.js'
import type { Owner } from './chain.js'
import { baseRelation, type NounPhrase } from './noun-phrases.js'
import { distinct, type Referent } from './referents.js'
import { coordinated, markersOf, type PhraseReading, type Reading, type Scene } from './scene.js'

/** Reads the phrase that a word heads; given by the reader of phrases, which calls back here. */
export type ReadAt = (scene: Scene, head: number) => PhraseReading | undefined

const readAll = (scene: Scene, head: number, read: ReadAt): Reading[] =>
  coordinated(scene, head).flatMap(member => {
    const own = read(scene, member)?.own
    return own === undefined ? [] : [own]
  })

const joined = (readings: readonly Reading[]): Owner | undefined => {
  const [first] = readings
  if (first === undefined) return undefined
  return {
    ...first,
    referents: distinct(readings.flatMap(reading => reading.referents)),
    plural: readings.length > 1 || first.plural,
    last: readings.at(-1)!.last,
  }
}

const absorb = (scene: Scene, head: number): void => {
  for (const member of coordinated(scene, head)) {
    const phrase = scene.phrases.of[member]
    if (phrase !== undefined) scene.absorbed.add(phrase)
  }
}

/** Children of the words of a phrase that stand outside it and after it. */
const outside = (scene: Scene, head: number): number[] => {
  const phrase = scene.phrases.of[head]
  if (phrase === undefined) return []
  const found: number[] = []
  for (let index = phrase.first; index <= phrase.last; index++)
    for (const child of scene.children[index]!) if (child > phrase.last) found.push(child)
  return found
}

const named = new Set([
  'name',
  'abbreviation',
  'seat',
  'people',
  'adjective',
  'learned',
  'organ',
  'description',
  'pronoun',
  'person',
])

const belongs = (scene: Scene, index: number): boolean =>
  scene.actors.lexicon.belonging.has(scene.tree.words[index]!.lemma.toLowerCase())

const complementOf = (scene: Scene, index: number): number | undefined =>
  scene.children[index]!.find(child => /^(obl|nmod|obj)/.test(scene.tree.words[child]!.deprel))

/** A determiner stands before the noun: "in front of" is no front. */
const isDetermined = (scene: Scene, head: number): boolean =>
  scene.children[head]!.some(child => /^(det|nummod|amod|nmod:poss)/.test(scene.tree.words[child]!.deprel))

/** A state, a region or a seat of theirs: what stands after "in" when it owns ("the regime in Damascus"); a mere town does not. */
const isLand = (owner: Owner): boolean =>
  !owner.onlyPlace &&
  (owner.via === 'name' || owner.via === 'seat' || owner.via === 'abbreviation' || owner.via === 'description') &&
  owner.referents.every(({ kind, agent }) => agent === null && (kind === 'state' || kind === 'region'))

/** "its ambassador from Chile": who has a possessor has no other owner behind it. */
const isPossessed = (scene: Scene, head: number): boolean =>
  scene.children[head]!.some(child => scene.tree.words[child]!.deprel === 'nmod:poss')

/** The owner that a preposition names after an agent noun, absorbed into the phrase; undefined for none. */
export const ownerAfter = (scene: Scene, head: number, noun: AgentNoun, read: ReadAt): Owner | undefined => {
  const prepositions = scene.actors.lexicon.ownerPrepositions[noun.class]
  const { words } = scene.tree
  for (const child of outside(scene, head)) {
    const word = words[child]!
    const relation = baseRelation(word.deprel)
    if (belongs(scene, word.head) || belongs(scene, child)) {
      const complement = belongs(scene, child) ? complementOf(scene, child) : child
      const owner = complement === undefined ? undefined : joined(readAll(scene, complement, read))
      if (owner === undefined) continue
      absorb(scene, complement!)
      return owner
    }
    if (relation === 'nmod' || relation === 'obl') {
      const marker = markersOf(scene, child).at(-1)
      if (marker === undefined || !prepositions.has(marker)) continue
      if (marker !== 'of' && isPossessed(scene, head)) continue
      const owner = joined(readAll(scene, child, read))
      if (owner === undefined || !named.has(owner.via)) continue
      const dwells = noun.class === 'people' || noun.class === 'opposition'
      if (marker === 'in' && (scene.actors.lexicon.posted.has(noun.noun) || !(dwells || isLand(owner)))) continue
      if (marker === 'for' && owner.person) continue
      if (noun.class === 'group' && !isDetermined(scene, head)) continue
      absorb(scene, child)
      return owner
    }
  }
  return undefined
}

/** The state that is named right behind `head`, as where they are: "in Chad"; undefined where none is. */
export const landBehind = (scene: Scene, head: number, read: ReadAt): string | undefined => {
  const place = scene.keys[head + 1] === 'in' ? scene.phrases.of[head + 2] : undefined
  const land = place === undefined ? undefined : joined(readAll(scene, place.head, read))
  return land !== undefined && isLand(land) && land.referents.length === 1 ? land.referents[0]!.id : undefined
}

const below = (scene: Scene, head: number): readonly number[] =>
  scene.children[head]!.flatMap(child => [child, ...below(scene, child)])

/** "any government which lacks the support of all in Chad": a regime of no name is that of the land that its clause names. */
const landInClause = (scene: Scene, head: number, read: ReadAt): Owner | undefined => {
  const { words } = scene.tree
  const named = scene.children[head]!.filter(child => words[child]!.deprel === 'acl:relcl')
    .flatMap(clause => below(scene, clause))
    .filter(word => markersOf(scene, word).at(-1) === 'in')
    .flatMap(word => joined(readAll(scene, word, read)) ?? [])
    .filter(isLand)
  return named.length === 1 ? named[0] : undefined
}

/** The owner of a regime that only its relative clause places; undefined for a regime that is pointed at or owned. */
export const ownerInClause = (scene: Scene, head: number, noun: AgentNoun, read: ReadAt): Owner | undefined => {
  const isIndefinite = scene.children[head]!.some(child => scene.actors.lexicon.indefinite.has(scene.keys[child]!))
  return noun.class === 'organ' && isIndefinite ? landInClause(scene, head, read) : undefined
}

const inHead = (readings: readonly Reading[], head: number): readonly Reading[] =>
  readings.map(reading => ({ ...reading, head, score: Math.min(reading.score, 0.8) }))

const isList = (scene: Scene, head: number): boolean => {
  const noun = scene.agentNounAt(head)
  if (noun !== undefined) return noun.plural || noun.noun.class === 'group'
  const { feats, lemma } = scene.tree.words[head]!
  return feats.Number === 'Plur' && scene.actors.lexicon.listHeads.has(lemma.toLowerCase())
}

/** "countries such as A, B and C", where the tree hangs B on the countries. */
const strayMembers = (scene: Scene, head: number, after: number, read: ReadAt): readonly Reading[] =>
  scene.children[head]!.filter(child => child > after && scene.tree.words[child]!.deprel === 'conj').flatMap(child => {
    const own = read(scene, child)?.own
    return own === undefined || scene.tree.words[child]!.upos !== 'PROPN' ? [] : [own]
  })

/** Those whom a phrase lists: "countries such as A and B", "neighbours A and B". */
export const listedAfter = (scene: Scene, head: number, read: ReadAt): readonly Reading[] => {
  const { words } = scene.tree
  if (!isList(scene, head)) return []
  const listed: Reading[] = []
  for (const child of outside(scene, head)) {
    const relation = baseRelation(words[child]!.deprel)
    const isListed =
      relation === 'nmod' && markersOf(scene, child).some(marker => scene.actors.lexicon.listing.has(marker))
    if (isListed) listed.push(...readAll(scene, child, read), ...strayMembers(scene, head, child, read))
    if (relation === 'appos') listed.push(...readAll(scene, child, read))
  }
  return inHead(distinctReadings(listed), head)
}

const distinctReadings = (readings: readonly Reading[]): readonly Reading[] =>
  readings.filter((reading, index) => readings.findIndex(({ head }) => head === reading.head) === index)

/** True where a phrase of members names some of them: "EU members such as A and B" are not the EU. */
export const listsSome = (scene: Scene, head: number): boolean =>
  scene.actors.lexicon.members.has(scene.keys[head]!) &&
  scene.children[head]!.some(child => markersOf(scene, child).some(marker => scene.actors.lexicon.listing.has(marker)))

const counting: ReadonlySet<string> = new Set(['no', 'some', 'several', 'many', 'few', 'individual'])

/** "Three members of the Union", "no member": single states, and not the body that they are members of. */
export const countsMembers = (scene: Scene, head: number, of: readonly Referent[]): boolean =>
  scene.actors.lexicon.members.has(scene.keys[head]!) &&
  of.every(({ kind }) => kind === 'igo') &&
  scene.children[head]!.some(
    child => scene.tree.words[child]!.deprel === 'nummod' || (child < head && counting.has(scene.keys[child]!)),
  )

/** "A, along with B and C, …": those who do the same as the phrase. */
export const companionsOf = (scene: Scene, phrase: NounPhrase, read: ReadAt): readonly Reading[] => {
  const { keys } = scene
  const at = phrase.last + 1
  if (keys[at] !== ',' || !scene.actors.lexicon.companion.has(keys[at + 1] ?? '') || keys[at + 2] !== 'with') return []
  const next = scene.phrases.list.find(({ first }) => first >= at + 3)
  return next === undefined || next.first > at + 4 ? [] : inHead(readAll(scene, next.head, read), phrase.head)
}

/** The appositions of a phrase: "John Doe, the foreign minister of Syria". */
export const appositionsOf = (scene: Scene, head: number): readonly number[] => {
  const phrase = scene.phrases.of[head]
  return outside(scene, head).filter(
    child => baseRelation(scene.tree.words[child]!.deprel) === 'appos' && scene.phrases.of[child] !== phrase,
  )
}

/** The verb of a relative clause on a phrase with its object's head: "who leads the front". */
export const ledBy = (scene: Scene, head: number): number | undefined => {
  const { words } = scene.tree
  for (const child of outside(scene, head)) {
    const word = words[child]!
    if (word.deprel !== 'acl:relcl' || !scene.actors.lexicon.leading.has(word.lemma.toLowerCase())) continue
    const relative = scene.children[child]!.some(
      grandchild => words[grandchild]!.deprel === 'nsubj' && scene.keys[grandchild] === 'who',
    )
    const object = scene.children[child]!.find(grandchild => words[grandchild]!.deprel === 'obj')
    if (relative && object !== undefined) return object
  }
  return undefined
}
