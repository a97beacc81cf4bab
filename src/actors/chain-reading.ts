// A chain in, whom it denotes out: the owner with its agent nouns applied, one after the other ("Syrian | rebel | leader"), the name of
// a stranger put in his office, or what a chain without an owner points back to.
import { ownerAfter, type ReadAt } from './attachments.js'
import type { Chain, Owner } from './chain.js'
import { asCounterpart, resolveDescription } from './descriptions.js'
import type { NounHit } from './name-hits.js'
import { holderBySurname, privatePerson } from './persons.js'
import { applyNoun, distinct, type NamedNoun, type Referent, stateOf } from './referents.js'
import { dominantState } from './salience.js'
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

/** Who owns the agent nouns of a chain: its own beginning, what follows it, or what it points back to. */
const ownerOf = (scene: Scene, chain: Chain, head: number, read: ReadAt | undefined): Owner | undefined => {
  const noun = chain.nouns.at(-1)
  if (noun === undefined) return chain.owner
  const after = read === undefined ? undefined : ownerAfter(scene, head, noun.noun, read)
  if (chain.owner !== undefined) {
    const better =
      after !== undefined && noun.noun.class === 'office' && chain.owner.via === 'adjective' && !after.person
    return better && after.referents.every(referent => referent.kind !== 'state') ? after : chain.owner
  }
  return after ?? sharedOwner(scene, head)
}

/** A stranger whom nothing introduces: the holder of that office by surname, else an office-holder of the state told of or of the publisher's. */
const unowned = (scene: Scene, chain: Chain, noun: NounHit, name: string): NamedReading | undefined => {
  if (chain.former) return { referents: [privatePerson(name, null)], score: 0.6 }
  const known = holderBySurname(scene.actors, name, noun.keys.join(' '), scene.day)
  if (known !== undefined) return known
  const told = dominantState(scene.discourse, { sentence: scene.sentence, word: chain.first, barred: new Set() })
  const home = told?.referents[0] ?? stateOf(scene.actors, scene.survey.home ?? '')
  const own = home === undefined ? undefined : applyNoun(scene.actors, home, namedNoun(scene, noun), scene.day)
  return own === undefined || noun.noun.class !== 'office' ? undefined : { referents: named([own], name), score: 0.45 }
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

type Range = Pick<Reading, 'first' | 'last' | 'head'>

const readUnowned = (scene: Scene, chain: Chain, range: Range, noun: NounHit): Reading | undefined => {
  const described = resolveDescription(scene, chain, range.head)
  const name = strangerOf(scene, chain)
  if (name === undefined) return described === undefined ? undefined : { ...described, ...range }
  if (described !== undefined && !chain.former) {
    scene.learn({ name, referent: named(described.referents, name)[0]!, surname: true })
    return { ...described, ...range, referents: named(described.referents, name) }
  }
  const given = unowned(scene, chain, noun, name)
  if (given === undefined) return undefined
  scene.learn({ name, referent: given.referents[0]!, surname: true })
  return asReading(range, given, noun)
}

/** A stranger in an office, among rebels or among former holders of one: for the owner, or for nobody. */
const readStranger = (
  chain: Chain,
  owner: Owner,
  referents: readonly Referent[],
  name: string,
): readonly Referent[] => {
  const [referent] = referents
  const country = owner.referents[0]?.country ?? null
  const rebels = referent?.kind === 'armed-group' && referent.id !== owner.referents[0]?.id
  if (chain.former || rebels || referent === undefined) return [privatePerson(name, country)]
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
  if (noun === undefined) return owner === undefined ? undefined : { ...owner, ...range }
  if (owner === undefined) return readUnowned(scene, chain, range, noun)
  if (isCounterpart(scene, noun)) {
    const counterpart = asCounterpart(scene, owner, chain)
    return counterpart === undefined ? undefined : { ...counterpart, ...range, via: 'office' }
  }
  if (chain.former && noun.noun.class === 'country') return undefined
  const applied = applyNouns(scene, owner, chain)
  const name = strangerOf(scene, chain)
  const referents = name === undefined ? applied : readStranger(chain, owner, applied, name)
  if (referents.length === 0) return undefined
  if (name !== undefined) scene.learn({ name, referent: referents[0]!, surname: true })
  const after = chain.owner === undefined && owner.first > chain.last ? owner.last : 0
  return {
    ...owner,
    ...range,
    referents,
    via: name === undefined ? viaOf(noun) : 'person',
    score: Math.min(owner.score, 0.9),
    person: noun.noun.class === 'office' && !noun.plural,
    plural: noun.plural,
    onlyPlace: false,
    last: Math.max(chain.last, noun.last, after),
  }
}
