// A noun phrase without a name in, the actor it points back to out: "the group", "both countries", "the president", "the rebels",
// "his Omani counterpart". An indefinite phrase ("a group of") points to nobody.
import type { AgentNoun } from '../knowledge/actor-schema.js'
import type { ReadAt } from './attachments.js'
import type { Chain, Owner } from './chain.js'
import type { Antecedent } from './discourse.js'
import { peopleOf } from './dissenters.js'
import { beginsUpper } from './fold.js'
import { landsFitting } from './lands.js'
import type { NounHit } from './name-hits.js'
import { describedPair } from './pairs.js'
import { barredBy, defines, type Pointing, pointingOf } from './pointing.js'
import { applyNoun, type Referent, stateOf } from './referents.js'
import { mostSalient, stateTold } from './salience.js'
import { type Scene, wordsOf } from './scene.js'
import type { ActorKind } from './types.js'

const groupKinds: readonly ActorKind[] = ['armed-group', 'party']

/** The last actor spoken of in the same office, organ or part of a state, no further back than `reach` sentences. */
const sameBefore = (scene: Scene, hit: NounHit, head: number, reach: number): Antecedent | undefined => {
  const words = hit.keys.join(' ')
  const isWhole = hit.noun.class !== 'people' || scene.actors.lexicon.wholePeople.has(hit.keys.at(-1)!)
  for (const entity of scene.discourse.before(scene.sentence, head, reach)) {
    const [referent] = entity.referents
    if (referent === undefined || entity.referents.length > 1) continue
    const { agent } = referent
    const office = hit.noun.class === 'office' && agent?.office?.toLowerCase().endsWith(hit.noun.noun) === true
    const organ = agent?.name?.toLowerCase().includes(words) === true && hit.noun.class !== 'office'
    const part = isWhole && hit.noun.slug !== undefined && referent.id.endsWith(`-${hit.noun.slug}`)
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

/** "the group", "the organisation": the most salient of the kinds that the noun may stand for. */
const describedGroup = (scene: Scene, head: number, kinds: readonly ActorKind[], barred: ReadonlySet<string>) =>
  mostSalient({ scene, word: head, reach: 4, allows: ({ id, kind }) => kinds.includes(kind) && !barred.has(id) }, 0.1)

/** "the country", "the kingdom", "the North African country": the most salient state that the words fit. */
const describedLand = (
  scene: Scene,
  hit: NounHit,
  head: number,
  barred: ReadonlySet<string>,
): Antecedent | undefined => {
  const { lexicon } = scene.actors
  const kinds = lexicon.kinds.get(hit.keys.at(-1)!) ?? ['state']
  const fitting = landsFitting(scene, head)
  return mostSalient(
    {
      scene,
      word: head,
      reach: fitting === undefined ? 4 : 8,
      allows: ({ id, kind }) => kinds.includes(kind) && !barred.has(id) && fitting?.has(id) !== false,
    },
    0.1,
  )
}

/** An organ that without an owner is its state's: "the foreign ministry", "riot police". */
const isOrganOfState = (scene: Scene, { keys }: NounHit): boolean => {
  const { organsOfState } = scene.actors.lexicon
  const of = keys.findIndex(key => key === 'of' || key === 'for')
  const heads = of < 0 ? keys : keys.slice(0, of)
  return heads.some((_, at) => organsOfState.has(heads.slice(at).join(' ')))
}

/** Spelled as a name at home: "the Foreign Ministry", "the President". */
const isSpelledAsName = (scene: Scene, hit: NounHit): boolean => beginsUpper(scene.tree.words[hit.last]!.form)

const isEstranged = (scene: Scene, hit: NounHit): boolean => scene.actors.lexicon.estranged.has(hit.keys.at(-1)!)

/** "the Ministry of Silly Walks" is one of a kind that only its complement names. */
const hasComplement = (scene: Scene, head: number): boolean =>
  scene.children[head]!.some(child => child > head && /^(nmod$|cop)/.test(scene.tree.words[child]!.deprel))

/** The state at home, unless the noun is one that nobody uses of his own. */
const atHome = (scene: Scene, hit: NounHit): Antecedent | undefined => {
  const home =
    isEstranged(scene, hit) || scene.survey.home === null ? undefined : stateOf(scene.actors, scene.survey.home)
  return home === undefined ? undefined : { referents: [home], score: 0.55 }
}

/** The state whose organ it is: the last one with such an organ, the home of what is spelled as a name, or the state told of. */
const ownerOfOrgan = (
  scene: Scene,
  hit: NounHit,
  head: number,
  barred: ReadonlySet<string>,
): Antecedent | undefined => {
  const near = sameBefore(scene, hit, head, 2)
  if (near !== undefined) return near
  const words = hit.keys.join(' ')
  const home = isSpelledAsName(scene, hit) ? atHome(scene, hit) : undefined
  const own = applied(scene, home, hit.noun, words) ?? sameBefore(scene, hit, head, 8)
  if (own !== undefined) return own
  if (!isEstranged(scene, hit)) return applied(scene, stateTold(scene, head, barred), hit.noun, words)
  const others = scene.document.issuer === null ? barred : new Set([...barred, scene.document.issuer])
  return applied(scene, stateTold(scene, head, others, null), hit.noun, words)
}

const describe = (scene: Scene, chain: Chain, head: number, pointing: Pointing): Antecedent | undefined => {
  const hit = chain.nouns.at(-1)!
  const { noun } = hit
  const pair = describedPair(scene, hit, head, pointing)
  if (pair !== undefined || !pointing.definite) return pair
  const isNamed = isOrganOfState(scene, hit) && isSpelledAsName(scene, hit)
  if (defines(scene, head) && !(isNamed && chain.nouns.length === 1 && !hasComplement(scene, head))) return undefined
  const barred = barredBy(scene, noun, head)
  const { kinds: known, wholePeople } = scene.actors.lexicon
  const isDissent = noun.class === 'opposition' && noun.sectors.includes('OPP')
  const kinds = known.get(noun.noun) ?? (isDissent ? undefined : known.get(noun.noun.split(' ').at(-1)!))
  const grouped = noun.class === 'group' || (noun.class === 'opposition' && kinds !== undefined)
  if (grouped && hit.plural && noun.class === 'group') return undefined
  if (grouped) return describedGroup(scene, head, kinds ?? groupKinds, barred)
  if (hit.plural && (noun.class === 'country' || noun.class === 'office')) return undefined
  if (noun.class === 'country') return describedLand(scene, hit, head, barred)
  if (pointing.bare && isOrganOfState(scene, hit)) return ownerOfOrgan(scene, hit, head, barred)
  const before = sameBefore(scene, hit, head, 8)
  if (before !== undefined) return before
  if ((noun.class !== 'people' && noun.class !== 'opposition') || !pointing.bare) return undefined
  if (noun.class === 'people' && !wholePeople.has(hit.keys.at(-1)!)) return undefined
  const fighters = noun.class === 'opposition' && noun.sectors.includes('REB')
  const group = fighters ? describedGroup(scene, head, ['armed-group'], barred) : undefined
  return group ?? applied(scene, stateTold(scene, head, barred), noun, hit.keys.join(' '))
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

/** "a foreign ministry spokesman", "riot police": an organ of the state that needs no determiner, with those who act for it. */
const organUnmarked = (scene: Scene, chain: Chain, head: number): Antecedent | undefined => {
  const [organ, ...others] = chain.nouns
  if (organ === undefined || organ.plural || !isOrganOfState(scene, organ)) return undefined
  if (others.length === 0 && !scene.actors.lexicon.bareOrgans.has(organ.keys.join(' '))) return undefined
  let found = ownerOfOrgan(scene, organ, head, barredBy(scene, organ.noun, head))
  for (const hit of others) found = applied(scene, found, hit.noun, hit.keys.join(' '))
  return found
}

/**
 * The actor that a phrase without a name or an owner points to, or undefined.
 * @param read reads the phrases around it; absent for a possessor.
 */
export const resolveDescription = (
  scene: Scene,
  chain: Chain,
  head: number,
  read: ReadAt | undefined,
): Owner | undefined => {
  const hit = chain.nouns.at(-1)
  if (hit === undefined) return undefined
  const unmarked = organUnmarked(scene, chain, head)
  if (unmarked !== undefined) return asOwner(unmarked, chain, head, hit)
  const pointing = pointingOf(scene, chain, head)
  const antecedent = pointing === undefined ? undefined : describe(scene, chain, head, pointing)
  if (antecedent !== undefined) return asOwner(antecedent, chain, head, hit)
  const [first] = chain.nouns
  const state = read === undefined ? undefined : peopleOf(scene, first!, head, pointing !== undefined, read)
  const there = applied(scene, state, first!.noun, first!.keys.join(' '))
  return there === undefined ? undefined : asOwner(there, chain, head, first!)
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
