// A chain in, whom it denotes out: the owner with its agent nouns applied, one after the other ("Syrian | rebel | leader"), the name of
// a stranger put in his office, or what a chain without an owner points back to.
import { ownerAfter, ownerInClause, type ReadAt } from './attachments.js'
import type { Chain, Owner } from './chain.js'
import { asCounterpart, resolveDescription } from './descriptions.js'
import { kinAbroad } from './kin.js'
import type { NounHit } from './name-hits.js'
import { otherThan, withOther } from './pairs.js'
import { holderBySurname, privatePerson } from './persons.js'
import { applyNoun, distinct, type NamedNoun, type Referent, stateOf } from './referents.js'
import { stateTold } from './salience.js'
import { type Reading, type Scene, wordsOf } from './scene.js'
import type { Via } from './types.js'

const viaOf = (hit: NounHit): Via => {
  switch (hit.noun.class) {
    case 'office':
      return 'office'
    case 'organ':
    case 'forces':
      return 'organ'
    case 'people':
    case 'opposition':
      return 'people'
    case 'group':
    case 'country':
      return 'name'
  }
}

const namedNoun = (scene: Scene, hit: NounHit): NamedNoun => ({
  noun: hit.noun,
  words: wordsOf(scene, hit.first, hit.last),
})

const strangerOf = (scene: Scene, { stranger }: Chain): string | undefined =>
  stranger === undefined ? undefined : wordsOf(scene, stranger.first, stranger.last)

/** Applies the agent nouns of a chain to its owner, from the first to the last. */
const applyNouns = (scene: Scene, owner: Owner, { nouns, former }: Chain): readonly Referent[] =>
  distinct(
    owner.referents.flatMap(start => {
      let referent: Referent | undefined = start
      for (const hit of nouns) {
        if (referent === undefined) return []
        referent = applyNoun(scene.actors, referent, namedNoun(scene, hit), former ? null : scene.day)
      }
      return referent === undefined ? [] : [referent]
    }),
  )

const named = (referents: readonly Referent[], name: string): readonly Referent[] =>
  referents.map(referent => ({ ...referent, agent: { name, office: referent.agent?.office ?? null } }))

const isCounterpart = (scene: Scene, hit: NounHit): boolean => scene.actors.lexicon.counterparts.has(hit.keys.at(-1)!)

/** The owner of a coordinated office: "Iran's president and foreign minister". */
const sharedOwner = (scene: Scene, head: number): Owner | undefined => {
  const word = scene.tree.words[head]!
  if (word.deprel !== 'conj') return undefined
  const before = scene.phrases.of[word.head]
  const own = before === undefined ? undefined : scene.readings.get(before)?.own
  if (own === undefined || (own.via !== 'office' && own.via !== 'organ')) return undefined
  return { ...own, referents: own.referents.map(referent => ({ ...referent, agent: null })) }
}

/** "A Labour prime minister": who governs for a party holds the office of its state. */
const inOffice = (scene: Scene, owner: Owner, { noun }: NounHit): Owner => {
  const [party, ...others] = owner.referents
  if (party?.kind !== 'party' || others.length > 0 || owner.via !== 'adjective') return owner
  const governs = scene.actors.lexicon.chiefs.has(noun.noun) || noun.noun === 'foreign minister'
  const state = party.country === null || !governs ? undefined : stateOf(scene.actors, party.country)
  return state === undefined ? owner : { ...owner, referents: [state] }
}

/** Who owns the agent nouns of a chain: its own beginning, what follows it, or what it points back to. */
const ownerOf = (scene: Scene, chain: Chain, head: number, read: ReadAt | undefined): Owner | undefined => {
  const noun = chain.nouns.at(-1)
  if (noun === undefined) return chain.owner
  const after = read === undefined ? undefined : ownerAfter(scene, head, noun.noun, read)
  if (chain.owner !== undefined) {
    const better =
      after !== undefined && noun.noun.class === 'office' && chain.owner.via === 'adjective' && !after.person
    const own = better && after.referents.every(referent => referent.kind !== 'state') ? after : chain.owner
    return inOffice(scene, own, noun)
  }
  return (
    after ?? sharedOwner(scene, head) ?? (read === undefined ? undefined : ownerInClause(scene, head, noun.noun, read))
  )
}

/** Somebody in an office, or at the head of an opposition: such a one speaks for it, though he be in exile. */
const leads = ({ noun }: NounHit): boolean => noun.class === 'office' || noun.slug === 'opposition'

const isFormer = ({ former }: Chain, noun: NounHit): boolean => former && noun.noun.class !== 'opposition'

/** A stranger whom nothing introduces: the holder of that office by surname, else an office-holder of the state told of or of the publisher's. */
const unowned = (scene: Scene, chain: Chain, noun: NounHit, name: string): NamedReading | undefined => {
  if (noun.plural) return undefined
  if (isFormer(chain, noun)) return { referents: [privatePerson(name, null)], score: 0.6 }
  const known = holderBySurname(scene.actors, name, noun.keys.join(' '), scene.day)
  if (known !== undefined) return known
  const told = stateTold(scene, chain.first, new Set())
  const home = told?.referents[0] ?? stateOf(scene.actors, scene.survey.home ?? '')
  if (isOwnMinded(scene, noun)) return { referents: [privatePerson(name, home?.country ?? null)], score: 0.45 }
  const own = home === undefined ? undefined : applyNoun(scene.actors, home, namedNoun(scene, noun), scene.day)
  return own === undefined || !leads(noun) ? undefined : { referents: named([own], name), score: 0.45 }
}

interface NamedReading {
  readonly referents: readonly Referent[]
  readonly score: number
}

const asReading = (range: Range, given: NamedReading, noun: NounHit): Reading => ({
  ...range,
  ...given,
  via: 'person',
  others: [],
  person: true,
  plural: noun.plural,
  onlyPlace: false,
})

/** "Foreign Secretary welcomes …" in a government's own notice: the office is its own. */
const ofIssuer = (scene: Scene, chain: Chain, noun: NounHit): Omit<Reading, keyof Range> | undefined => {
  const issuer = scene.document.issuer === null ? undefined : stateOf(scene.actors, scene.document.issuer)
  const { words } = scene.tree
  const named = words.some(({ head, deprel }) => deprel === 'appos' && head >= noun.first && head <= noun.last)
  const whole = !named && !/^[-‑–]/.test(words[noun.last + 1]?.form ?? '')
  const bare = whole && chain.first === noun.first && /^\p{Lu}/u.test(words[noun.first]!.form)
  if (issuer === undefined || !bare || noun.plural || noun.noun.class !== 'office' || chain.former) return undefined
  const own = applyNoun(scene.actors, issuer, namedNoun(scene, noun), scene.day)
  if (own === undefined) return undefined
  return { referents: [own], score: 0.6, via: 'office', others: [], person: true, plural: false, onlyPlace: false }
}

type Range = Pick<Reading, 'first' | 'last' | 'head'>

const readUnowned = (
  scene: Scene,
  chain: Chain,
  range: Range,
  noun: NounHit,
  read: ReadAt | undefined,
): Reading | undefined => {
  const described = resolveDescription(scene, chain, range.head, read)
  const name = strangerOf(scene, chain)
  if (name === undefined) {
    const own = described ?? ofIssuer(scene, chain, noun)
    return own === undefined ? undefined : { ...own, ...range }
  }
  const isSomebodyElse = described?.referents.some(({ kind }) => kind === 'person') === true
  if (described !== undefined && !isSomebodyElse && !isFormer(chain, noun) && !isOwnMinded(scene, noun)) {
    scene.learn({ name, referent: named(described.referents, name)[0]!, surname: true })
    return { ...described, ...range, referents: named(described.referents, name) }
  }
  const given = unowned(scene, chain, noun, name)
  if (given === undefined) return undefined
  scene.learn({ name, referent: given.referents[0]!, surname: true })
  return asReading(range, given, noun)
}

/** "senator": one of many, who speaks for himself. */
const isOwnMinded = (scene: Scene, noun: NounHit | undefined): boolean =>
  noun !== undefined && scene.actors.lexicon.ownMinded.has(noun.keys.join(' '))

/** "The Republican nominee": one of a party who speaks for himself, and whom no name tells. */
const isOneOfParty = (scene: Scene, { referents }: Owner, noun: NounHit): boolean =>
  !noun.plural && isOwnMinded(scene, noun) && referents.every(({ kind }) => kind === 'party')

/** A stranger in an office, among rebels, among many or among former holders of one: for the owner, or for nobody. */
const readStranger = (
  scene: Scene,
  chain: Chain,
  owner: Owner,
  referents: readonly Referent[],
  name: string,
): readonly Referent[] => {
  const [referent] = referents
  const country = owner.referents[0]?.country ?? null
  const rebels = referent?.kind === 'armed-group' && referent.id !== owner.referents[0]?.id
  const past = chain.former && referent?.kind !== 'party'
  if (past || rebels || isOwnMinded(scene, chain.nouns.at(-1)) || referent === undefined)
    return [privatePerson(name, country)]
  return named(referents, name)
}

/**
 * Whom a chain denotes; undefined where it is no actor.
 * @param read reads what follows the phrase; absent for a possessor, which nothing follows.
 */
export const readChain = (scene: Scene, chain: Chain, head: number, read: ReadAt | undefined): Reading | undefined => {
  const noun = chain.nouns.at(-1)
  const owner = ownerOf(scene, chain, head, read)
  const range = { first: chain.first, last: chain.last, head }
  if (noun === undefined) {
    if (owner === undefined) return undefined
    const ruler = strangerOf(scene, chain)
    if (ruler !== undefined) scene.learn({ name: ruler, referent: named(owner.referents, ruler)[0]!, surname: true })
    return { ...owner, ...range }
  }
  if (owner === undefined) return readUnowned(scene, chain, range, noun, read)
  if (isOneOfParty(scene, owner, noun) && strangerOf(scene, chain) === undefined) return undefined
  if (isCounterpart(scene, noun)) {
    const counterpart = asCounterpart(scene, owner, chain)
    return counterpart === undefined ? undefined : { ...counterpart, ...range, via: 'office' }
  }
  if (chain.former && noun.noun.class === 'country') return undefined
  const both = withOther(scene, owner, chain, head)
  if (both !== undefined) return { ...both, ...range }
  if (noun.noun.class === 'country' && scene.actors.lexicon.opposite.has(noun.keys.at(-1)!)) {
    const other = otherThan(scene, owner, chain, head)
    return other === undefined ? undefined : { ...other, ...range }
  }
  const kin = read === undefined ? undefined : kinAbroad(scene, owner, noun, head, read)
  const applied = kin === undefined ? applyNouns(scene, owner, chain) : [kin]
  const name = strangerOf(scene, chain)
  const referents = name === undefined ? applied : readStranger(scene, chain, owner, applied, name)
  if (referents.length === 0) return undefined
  if (name !== undefined) scene.learn({ name, referent: referents[0]!, surname: true })
  const after = chain.owner === undefined && owner.first > chain.last ? owner.last : 0
  return {
    ...owner,
    ...range,
    referents,
    via: name === undefined ? viaOf(noun) : 'person',
    score: Math.min(owner.score, 0.9),
    person: leads(noun) && !noun.plural,
    plural: noun.plural,
    onlyPlace: false,
    last: Math.max(chain.last, noun.last, after),
  }
}
