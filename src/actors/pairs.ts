// Two at once: "both countries", "the two sides", "the leaders", "our two nations", and the other one of two: "its neighbour".
import type { Chain, Owner } from './chain.js'
import { ownSubject, subjectsAround } from './clauses.js'
import type { Antecedent } from './discourse.js'
import type { NounHit } from './name-hits.js'
import { baseRelation, type NounPhrase } from './noun-phrases.js'
import { defines, type Pointing } from './pointing.js'
import { distinct } from './referents.js'
import { lastTogether, type Pairing, peopleTogether, salientOther, salientPair } from './salience.js'
import { markersOf, type Scene } from './scene.js'

const pairingOf = (scene: Scene, hit: NounHit): Pairing | 'people' | undefined => {
  const noun = hit.keys.at(-1)!
  const { pairs } = scene.actors.lexicon
  if (!hit.plural) return undefined
  if (pairs.lands.has(noun)) return 'lands'
  if (pairs.parties.has(noun)) return 'parties'
  return pairs.people.has(noun) || (hit.noun.class === 'office' && hit.keys.length > 1) ? 'people' : undefined
}

/** "a facilitator between the two", "hosted talks between them": whoever does so is neither. */
const isMediated = (scene: Scene, head: number): boolean => {
  const { words } = scene.tree
  const governor = words[words[head]!.head]
  return [governor, words[governor?.head ?? -1]].some(
    word => word !== undefined && scene.actors.lexicon.mediating.has(word.lemma.toLowerCase()),
  )
}

/** Who does something to the two or has it with them is neither ("Cuba thanked both countries"); one further off, unless he is two himself. */
const barredFrom = (scene: Scene, head: number): ReadonlySet<string> => {
  const relation = baseRelation(scene.tree.words[head]!.deprel)
  const isObject = relation === 'obj' || relation === 'iobj'
  const markers = markersOf(scene, head)
  const faced =
    markers.some(marker => scene.actors.lexicon.facing.has(marker)) ||
    (markers.includes('between') && isMediated(scene, head))
  if (!isObject && !faced) return new Set()
  const own = ownSubject(scene, scene.tree.words[head]!.head)
  const [subject] = own === undefined ? subjectsAround(scene, head) : [own]
  const doers = subject === undefined ? [] : (scene.discourse.at(scene.sentence, subject)?.referents ?? [])
  return new Set(doers.length === 1 || own !== undefined ? doers.map(({ id }) => id) : [])
}

/** Whom a plural description means; undefined where it is no pair. */
export const describedPair = (scene: Scene, hit: NounHit, head: number, pointing: Pointing): Antecedent | undefined => {
  const pairing = pairingOf(scene, hit)
  if (pairing === undefined || !pointing.definite || defines(scene, head)) return undefined
  if (pairing === 'people') {
    if (!pointing.bare && !pointing.pair) return undefined
    const together = lastTogether(scene, head)
    if (pointing.pair && together?.referents.some(({ kind }) => kind === 'igo' || kind === 'person')) return undefined
    return together === undefined || (pointing.pair && together.referents.length !== 2) ? undefined : together
  }
  if (!pointing.pair && (!pointing.bare || pairing !== 'lands')) return undefined
  return salientPair(scene, head, pairing, barredFrom(scene, head))
}

const isArgument = (scene: Scene, head: number): boolean =>
  /^(nsubj|obj|iobj|obl|nmod)/.test(scene.tree.words[head]!.deprel)

/** "the two", "both" standing alone. */
const pairAlone = (scene: Scene, head: number, { first, last }: NounPhrase): Antecedent | undefined => {
  const key = scene.keys[head]!
  if (last !== head || last - first > 1) return undefined
  if (key !== 'both' && (key !== 'two' || scene.keys[first] !== 'the')) return undefined
  return salientPair(scene, head, 'parties', barredFrom(scene, head))
}

/** "the two men", "both women": the two people named last in one sentence. */
const pairOfPeople = (scene: Scene, head: number, { first, last }: NounPhrase): Antecedent | undefined => {
  const before = scene.keys.slice(first, head).join(' ')
  if (last !== head || !humans.has(scene.keys[head]!)) return undefined
  return before === 'the two' || before === 'both' ? peopleTogether(scene, head) : undefined
}
const humans: ReadonlySet<string> = new Set(['men', 'women'])

/** Two in one phrase that is no name: "the two", "both", "the two men". */
export const resolvePair = (scene: Scene, head: number): Owner | undefined => {
  const phrase = scene.phrases.of[head]!
  if (!isArgument(scene, head)) return undefined
  const pair = pairOfPeople(scene, head, phrase) ?? pairAlone(scene, head, phrase)
  if (pair === undefined) return undefined
  const { first, last } = phrase
  return { ...pair, via: 'description', others: [], person: false, plural: true, onlyPlace: false, first, last, head }
}

/** "our two countries": the speaker's and the other's. Undefined where the owner stands alone. */
export const withOther = (scene: Scene, owner: Owner, chain: Chain, head: number): Owner | undefined => {
  const hit = chain.nouns.at(-1)
  const speaks = scene.actors.lexicon.pronouns.get(scene.keys[owner.head]!) === 'speaker'
  if (hit === undefined || !speaks || pairingOf(scene, hit) !== 'lands') return undefined
  const other = salientOther(scene, head, owner.referents)
  if (other === undefined) return undefined
  const referents = distinct([...owner.referents, ...other.referents].map(referent => ({ ...referent, agent: null })))
  return { ...owner, referents, score: Math.min(owner.score, other.score), plural: true, person: false }
}

/** "its neighbour", "their common foe": not the owner but the other one of two; undefined where none stands out. */
export const otherThan = (scene: Scene, owner: Owner, chain: Chain, head: number): Owner | undefined => {
  const hit = chain.nouns.at(-1)!
  const other = hit.plural ? undefined : salientOther(scene, head, owner.referents)
  return other === undefined ? undefined : { ...owner, ...other, via: 'description', plural: false, person: false }
}
