// Two at once: "both countries", "the two sides", "the leaders", "our two nations", and the other one of two: "its neighbour".
import type { Chain, Owner } from './chain.js'
import { ownSubject, subjectsAround } from './clauses.js'
import type { Antecedent } from './discourse.js'
import type { NounHit } from './name-hits.js'
import { baseRelation } from './noun-phrases.js'
import { defines, type Pointing } from './pointing.js'
import { distinct } from './referents.js'
import { lastTogether, type Pairing, salientOther, salientPair } from './salience.js'
import { markersOf, type Scene } from './scene.js'

const pairingOf = (scene: Scene, hit: NounHit): Pairing | 'people' | undefined => {
  const noun = hit.keys.at(-1)!
  const { pairs } = scene.actors.lexicon
  if (!hit.plural) return undefined
  if (pairs.lands.has(noun)) return 'lands'
  if (pairs.parties.has(noun)) return 'parties'
  return pairs.people.has(noun) || (hit.noun.class === 'office' && hit.keys.length > 1) ? 'people' : undefined
}

/** Who does something to the two or has it with them is neither ("Cuba thanked both countries"); one further off, unless he is two himself. */
const barredFrom = (scene: Scene, head: number): ReadonlySet<string> => {
  const relation = baseRelation(scene.tree.words[head]!.deprel)
  const isObject = relation === 'obj' || relation === 'iobj'
  const faced = markersOf(scene, head).some(marker => scene.actors.lexicon.facing.has(marker))
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
    const together = lastTogether(scene, head)
    return together === undefined || (pointing.pair && together.referents.length !== 2) ? undefined : together
  }
  if (!pointing.pair && (!pointing.bare || pairing !== 'lands')) return undefined
  return salientPair(scene, head, pairing, barredFrom(scene, head))
}

/** "the two", "both" standing alone. */
export const resolvePair = (scene: Scene, head: number): Owner | undefined => {
  const key = scene.keys[head]!
  const phrase = scene.phrases.of[head]!
  const alone = phrase.last === head && phrase.last - phrase.first < 2
  if (!alone || (key !== 'both' && (key !== 'two' || scene.keys[phrase.first] !== 'the'))) return undefined
  if (!/^(nsubj|obj|iobj|obl|nmod)/.test(scene.tree.words[head]!.deprel)) return undefined
  const pair = salientPair(scene, head, 'parties', barredFrom(scene, head))
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
