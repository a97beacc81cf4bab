// A noun phrase without a name in, the actor it points back to out: "the group", "both countries", "the president", "the rebels",
// "his Omani counterpart". An indefinite phrase ("a group of") points to nobody.
import type { AgentNoun } from '../knowledge/actor-schema.js'
import type { Chain, Owner } from './chain.js'
import { subjectsAround } from './clauses.js'
import type { Antecedent } from './discourse.js'
import type { NounHit } from './name-hits.js'
import { applyNoun, type Referent, stateOf } from './referents.js'
import { describedActor, dominantState, lastPair, lastTogether } from './salience.js'
import { markersOf, type Scene, wordsOf } from './scene.js'
import type { ActorKind } from './types.js'

const groupKinds: readonly ActorKind[] = ['armed-group', 'party']
const stateKinds: readonly ActorKind[] = ['state']

interface Pointing {
  readonly definite: boolean
  readonly pair: boolean
  /** Nothing but the agent noun and its determiner: a further word would make it somebody of its own. */
  readonly bare: boolean
}

/** How the phrase points: its determiners, and the words that make it somebody else. */
const pointingOf = (scene: Scene, chain: Chain, head: number): Pointing | undefined => {
  const { lexicon } = scene.actors
  const phrase = scene.phrases.of[head]
  if (phrase === undefined) return undefined
  let definite = false
  let pair = false
  let bare = chain.nouns.length === 1
  for (let index = phrase.first; index < chain.last; index++) {
    const key = scene.keys[index]!
    const determiner = scene.tree.words[index]!.deprel.startsWith('det')
    if (lexicon.indefinite.has(key) && determiner) return undefined
    if (lexicon.other.has(key)) return undefined
    if (lexicon.pointing.has(key)) definite = true
    if (key === 'both' || key === 'two') pair = true
    if (!determiner && index < chain.nouns[0]!.first && !lexicon.light.has(key)) bare = false
    if (key === 'three' || key === 'four' || key === 'five') return undefined
  }
  return { definite, pair, bare }
}

/** The last actor spoken of in the same office, organ or part of a state. */
const sameBefore = (scene: Scene, hit: NounHit, head: number): Antecedent | undefined => {
  const words = hit.keys.join(' ')
  for (const entity of scene.discourse.before(scene.sentence, head, 8)) {
    const [referent] = entity.referents
    if (referent === undefined || entity.referents.length > 1) continue
    const { agent } = referent
    const office = hit.noun.class === 'office' && agent?.office?.toLowerCase().endsWith(hit.noun.noun) === true
    const organ = agent?.name?.toLowerCase().includes(words) === true && hit.noun.class !== 'office'
    const part = hit.noun.slug !== undefined && referent.id.endsWith(`-${hit.noun.slug}`)
    if (office || organ || part) return { referents: [referent], score: 0.6 }
  }
  return undefined
}

const applied = (
  scene: Scene,
  antecedent: Antecedent | undefined,
  noun: AgentNoun,
  words: string,
): Antecedent | undefined => {
  if (antecedent === undefined) return undefined
  const referents = antecedent.referents
    .map(referent => applyNoun(scene.actors, referent, { noun, words }, scene.day))
    .filter(referent => referent !== undefined)
  return referents.length === 0 ? undefined : { referents, score: antecedent.score - 0.1 }
}

/** "the body with experience", "is a country": words that define and do not point back. */
const defines = (scene: Scene, head: number): boolean =>
  scene.children[head]!.some(child => {
    const { deprel } = scene.tree.words[child]!
    return deprel === 'cop' || (child > head && /^(acl|nmod$)/.test(deprel))
  })

/**
 * Ids of the subjects beside a description: of its own clause ("Iran warned the country" is not Iran), and for peoples and dissenters
 * of all clauses around it ("he said the rebels" are not his own).
 */
const barredBy = (scene: Scene, noun: AgentNoun, head: number): ReadonlySet<string> => {
  const around = subjectsAround(scene, head)
  const subjects = noun.class === 'opposition' || noun.class === 'people' ? around : around.slice(0, 1)
  const ids = subjects.flatMap(subject => scene.discourse.at(scene.sentence, subject)?.referents ?? [])
  return new Set(ids.map(({ id }) => id))
}

const describe = (scene: Scene, hit: NounHit, head: number, pointing: Pointing): Antecedent | undefined => {
  const { noun } = hit
  const { discourse, sentence } = scene
  if (pointing.pair && hit.plural && scene.actors.lexicon.pairs.has(hit.keys.at(-1)!))
    return lastPair(discourse, sentence, head)
  if (!pointing.definite) return undefined
  if (noun.class === 'country' && hit.plural)
    return pointing.bare && scene.actors.lexicon.pairs.has(hit.keys.at(-1)!)
      ? lastPair(discourse, sentence, head)
      : undefined
  if (defines(scene, head)) return undefined
  const place = { sentence, word: head, barred: barredBy(scene, noun, head) }
  const { kinds: known } = scene.actors.lexicon
  const kinds = known.get(noun.noun) ?? known.get(noun.noun.split(' ').at(-1)!)
  const grouped = noun.class === 'group' || (noun.class === 'opposition' && kinds !== undefined)
  if (grouped) return hit.plural ? undefined : describedActor(discourse, place, kinds ?? groupKinds)
  if (noun.class === 'office' && hit.plural)
    return scene.actors.lexicon.pairs.has(hit.keys.at(-1)!) || hit.keys.length > 1
      ? lastTogether(discourse, sentence, head)
      : undefined
  if (noun.class === 'country') return describedActor(discourse, place, kinds ?? stateKinds)
  const before = sameBefore(scene, hit, head)
  if (before !== undefined) return before
  if (noun.class === 'office' || noun.class === 'forces' || !pointing.bare) return undefined
  if (noun.class === 'people' && !scene.actors.lexicon.wholePeople.has(hit.keys.at(-1)!)) return undefined
  const fighters = noun.class === 'opposition' && noun.sectors.includes('REB')
  const group = fighters ? describedActor(discourse, place, ['armed-group']) : undefined
  return group ?? applied(scene, dominantState(discourse, place), noun, hit.keys.join(' '))
}

const asOwner = (antecedent: Antecedent, chain: Chain, head: number, hit: NounHit): Owner => ({
  referents: antecedent.referents,
  via: 'description',
  score: antecedent.score,
  others: [],
  person: hit.noun.class === 'office' && !hit.plural,
  plural: hit.plural,
  onlyPlace: false,
  first: chain.first,
  last: chain.last,
  head,
})

/** The one state in which the sentence places what it tells: "condemned violence in Chad"; undefined for none or several. */
const placeTold = (scene: Scene): string | undefined => {
  const states = new Set<string>()
  for (const name of scene.nameAt.values()) {
    const [sense] = name.senses
    if (sense?.of !== 'entry' || sense.entry.country === null || sense.via === 'adjective') continue
    const located = markersOf(scene, name.first).some(marker => scene.actors.lexicon.locative.has(marker))
    if (located) states.add(sense.entry.country)
  }
  return states.size === 1 ? [...states][0] : undefined
}

/** Rebels, protesters or civilians whom nothing owns are those of the place told of. */
const dissentersThere = (
  scene: Scene,
  chain: Chain,
  head: number,
  pointing: Pointing | undefined,
): Owner | undefined => {
  const first = chain.nouns[0]
  const whole =
    pointing !== undefined && first?.noun.class === 'people' && scene.actors.lexicon.wholePeople.has(first.keys.at(-1)!)
  if (first === undefined || (first.noun.class !== 'opposition' && !whole)) return undefined
  const state = stateOf(scene.actors, placeTold(scene) ?? '')
  if (state === undefined) return undefined
  const there = applied(scene, { referents: [state], score: 0.5 }, first.noun, first.keys.join(' '))
  return there === undefined ? undefined : asOwner(there, chain, head, first)
}

/** The actor that a phrase without a name or an owner points to, or undefined. */
export const resolveDescription = (scene: Scene, chain: Chain, head: number): Owner | undefined => {
  const hit = chain.nouns.at(-1)
  if (hit === undefined) return undefined
  const pointing = pointingOf(scene, chain, head)
  const antecedent = pointing === undefined ? undefined : describe(scene, hit, head, pointing)
  return antecedent === undefined
    ? dissentersThere(scene, chain, head, pointing)
    : asOwner(antecedent, chain, head, hit)
}

/** "the two", "both" standing alone: the last two states named together. */
export const resolvePair = (scene: Scene, head: number): Owner | undefined => {
  const key = scene.keys[head]!
  const phrase = scene.phrases.of[head]!
  const alone = phrase.last === head && phrase.last - phrase.first < 2
  if (!alone || (key !== 'both' && (key !== 'two' || scene.keys[phrase.first] !== 'the'))) return undefined
  const pair = lastPair(scene.discourse, scene.sentence, head)
  if (pair === undefined) return undefined
  const { first, last } = phrase
  return { ...pair, via: 'description', others: [], person: false, plural: true, onlyPlace: false, first, last, head }
}

/** "his Omani counterpart", "his counterpart from Oman": the owner's, in the office of the one before. */
export const asCounterpart = (scene: Scene, owner: Owner, chain: Chain): Owner | undefined => {
  if (owner.via === 'pronoun') return undefined
  const office = scene.discourse
    .before(scene.sentence, chain.first, 2)
    .flatMap(entity => entity.referents)
    .find(referent => referent.agent?.office !== null && referent.agent?.office !== undefined)?.agent?.office
  const name = chain.stranger === undefined ? null : wordsOf(scene, chain.stranger.first, chain.stranger.last)
  const agent = { name, office: office ?? null }
  return { ...owner, referents: owner.referents.map((referent): Referent => ({ ...referent, agent })), person: true }
}
