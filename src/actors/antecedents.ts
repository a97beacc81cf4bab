// A pronoun in, what it may mean out, each choice with the marks by which a reader would weigh it. Whatever grammar forbids is no choice;
// how much each mark counts is data (lexicon/en/antecedents.yml). One choice is nobody: "it rained".
import type { Word } from '../syntax/types.js'
import { type ClauseRelation, clauseRelation, doerOf } from './clauses.js'
import type { Entity } from './discourse.js'
import { baseRelation } from './noun-phrases.js'
import { partOf } from './remembering.js'
import type { Scene } from './scene.js'

/** Pronouns of the third person by number and by whom they can mean. */
export type Third = 'person' | 'thing' | 'several'

export interface Choice {
  /** Undefined for nobody. */
  readonly entity: Entity | undefined
  readonly marks: readonly string[]
}

/** The odds of each choice; they add up to one. `at` is where the pronoun stands. */
export type Weigh = (
  choices: readonly Choice[],
  at: { readonly sentence: number; readonly word: number },
) => readonly number[]

/** Sentences that a pronoun reaches back, and phrases in them. */
const reach = 3
const mostPhrases = 32

const isPossessive = (word: Word): boolean => word.deprel === 'nmod:poss'
const isReflexive = (key: string): boolean => key.endsWith('self') || key.endsWith('selves')

const fits = (entity: Entity, kind: Third): boolean => {
  const isActor = entity.referents.length > 0
  if (kind === 'person')
    return (isActor ? entity.person : entity.sort !== 'it' && entity.sort !== 'they') && !entity.plural
  if (kind === 'several') return entity.sort !== 'it' && !(entity.person && !entity.plural && isActor)
  if (entity.sort === 'he' || entity.sort === 'she' || entity.sort === 'they' || entity.person) return false
  return !entity.plural || entity.sort === 'state' || entity.sort === 'body' || entity.sort === 'group'
}

/** Words that stand for what their verb or preposition takes, and so never for the doer of the same verb. */
const barred = (scene: Scene, word: Word): ReadonlySet<number> => {
  const none = new Set<number>()
  if (isPossessive(word) || isReflexive(scene.keys[word.index]!) || word.head < 0) return none
  const relation = baseRelation(word.deprel)
  if (relation !== 'obj' && relation !== 'iobj' && relation !== 'obl' && relation !== 'nsubj') return none
  const { words } = scene.tree
  const beside = scene.children[word.head]!.filter(child => /^(nsubj|obj|iobj|obl)/.test(words[child]!.deprel))
  const doer = relation === 'nsubj' ? undefined : doerOf(scene, word.head)
  const heads = doer === undefined ? beside : [...beside, doer]
  return new Set(
    heads.flatMap(head => [head, ...scene.children[head]!.filter(child => words[child]!.deprel === 'conj')]),
  )
}

const bucket = (count: number, steps: readonly number[]): string => {
  const step = steps.findIndex(limit => count <= limit)
  return step < 0 ? 'more' : String(steps[step])
}

const isGenderClash = (key: string, entity: Entity, feminine: ReadonlySet<string>): boolean =>
  (entity.sort === 'he' && feminine.has(key)) || (entity.sort === 'she' && !feminine.has(key))

/** What speaks for an "it" that means nothing: "it is clear that", "made it clear". */
const emptinessOf = (scene: Scene, word: Word): string => {
  if (word.deprel.startsWith('expl')) return 'expletive'
  if (word.head < 0) return 'root'
  const governor = scene.tree.words[word.head]!
  const clause = scene.children[governor.index]!.some(
    child => /^(csubj|ccomp|xcomp|advcl|acl)/.test(scene.tree.words[child]!.deprel) && child > word.index,
  )
  const verb = governor.upos === 'VERB' || governor.upos === 'AUX'
  const typical = verb && scene.actors.lexicon.emptyItHeads.has(governor.lemma.toLowerCase())
  const head = verb ? (typical ? 'typical verb' : word.deprel === 'nsubj:pass' ? 'passive' : 'verb') : governor.upos
  return `${baseRelation(word.deprel)} of ${head}${clause ? ' with clause' : ''}`
}

const marksOfNobody = (scene: Scene, word: Word, kind: Third): string[] => {
  const marks = [`${kind} nobody`, `${kind} nobody: ${partOf(scene, word.index)}`]
  const demand = demandOf(scene, word)
  if (demand !== undefined) marks.push(`nobody ${demand}`)
  return kind === 'thing' ? [...marks, `nobody: ${emptinessOf(scene, word)}`] : marks
}

/** What the place of a pronoun asks of what it means: who says, or who has a government, is somebody. */
const demandOf = (scene: Scene, word: Word): string | undefined => {
  if (word.head < 0) return undefined
  const governor = scene.tree.words[word.head]!
  const says = governor.upos === 'VERB' && scene.actors.lexicon.speech.has(governor.lemma.toLowerCase())
  if (says && word.deprel === 'nsubj') return 'says'
  return isPossessive(word) && scene.agentNounAt(governor.index) !== undefined ? 'has an agent' : undefined
}

/** "the council and its envoy": the owner is in one list with what it owns. */
const isBeside = (scene: Scene, { head }: Word, entity: Entity): boolean => {
  if (entity.sentence !== scene.sentence || head < 0) return false
  const { words } = scene.tree
  const listed = words[head]!.deprel === 'conj' ? words[head]!.head : head
  return listed === entity.word || (words[entity.word]!.deprel === 'conj' && words[entity.word]!.head === listed)
}

const marksOf = (scene: Scene, word: Word, kind: Third, entity: Entity, rank: number): string[] => {
  const back = scene.sentence - entity.sentence
  const own = partOf(scene, word.index)
  const where = back === 0 ? 'here' : 'before'
  const key = scene.keys[word.index]!
  const marks = [
    `${kind} ${entity.sort}`,
    `${kind} ${entity.joint ? 'joint' : entity.plural ? 'plural' : 'singular'} ${entity.sort}`,
    `${where}: ${own} after ${entity.part}`,
    `${kind} ${where}: ${entity.part}`,
    `${kind} form ${entity.form}`,
    `${where}: ${bucket(rank, [0, 1, 2, 4, 8, 16])} between`,
    `${kind} mentioned ${bucket(scene.discourse.mentioned(entity.key), [1, 2, 3, 5])}`,
  ]
  if (back > 0) marks.push(`${kind} back ${back}`)
  else {
    const relation: ClauseRelation = clauseRelation(scene, entity.word, word.index)
    marks.push(`clause ${relation}`, `clause ${relation}: ${own} after ${entity.part}`)
  }
  if (entity.place) marks.push(`${kind} place`)
  if (entity.company) marks.push(`${kind} company`)
  if (isPossessive(word) && isBeside(scene, word, entity)) marks.push(`${kind} beside what it owns`)
  if (kind === 'person' && isGenderClash(key, entity, scene.actors.lexicon.feminine)) marks.push('gender')
  const demand = demandOf(scene, word)
  if (demand !== undefined) marks.push(`${demand}: ${entity.sort}`)
  if (isReflexive(key)) marks.push(`reflexive after ${entity.part}`)
  return marks
}

/** "until it was annexed": what a power takes is a land. */
const isTaken = (scene: Scene, word: Word): boolean =>
  (word.deprel === 'obj' || word.deprel === 'nsubj:pass') &&
  word.head >= 0 &&
  scene.actors.lexicon.taking.has(scene.tree.words[word.head]!.lemma.toLowerCase())

/** Phrases that a pronoun may mean by its number and by grammar, latest first; of a land that is taken, the lands told of. */
const candidatesFor = (scene: Scene, word: Word, kind: Third): readonly Entity[] => {
  const forbidden = barred(scene, word)
  const keys = new Set([...forbidden].map(index => scene.discourse.at(scene.sentence, index)?.key))
  const candidates = scene.discourse
    .before(scene.sentence, word.index, reach)
    .filter(entity => fits(entity, kind) && !keys.has(entity.key))
    .filter(entity => !(entity.sentence === scene.sentence && forbidden.has(entity.word)))
    .slice(0, mostPhrases)
  const lands = isTaken(scene, word)
    ? candidates.filter(({ place, sentence }) => place && sentence === scene.sentence)
    : []
  return lands.length > 0 ? lands : candidates
}

/** What a pronoun may mean, nearest first; nobody comes last. */
export const choicesFor = (scene: Scene, word: Word, kind: Third): readonly Choice[] => {
  const choices: Choice[] = []
  for (const entity of candidatesFor(scene, word, kind)) {
    choices.push({ entity, marks: marksOf(scene, word, kind, entity, choices.length) })
  }
  choices.push({ entity: undefined, marks: marksOfNobody(scene, word, kind) })
  return choices
}

/** Weighs by the sum of the marks' weights, as odds. */
export const weighBy =
  (weights: ReadonlyMap<string, number>): Weigh =>
  choices => {
    const sums = choices.map(({ marks }) => marks.reduce((sum, mark) => sum + (weights.get(mark) ?? 0), 0))
    const most = Math.max(...sums)
    const odds = sums.map(sum => Math.exp(sum - most))
    const all = odds.reduce((sum, odd) => sum + odd, 0)
    return odds.map(odd => odd / all)
  }
