// A segment of a noun phrase in, a chain out: the owner that comes first, the agent nouns that follow, a person's name at the end
// ("Tajik | President | Emomali Rahmon"). Read from left to right; a noun that is no agent breaks the chain and leaves a modifier.
import { hyphenRole } from './hyphens.js'
import type { NameHit, NounHit } from './name-hits.js'
import { isPartOfOtherName, type NameReading, readName } from './name-reading.js'
import type { Segment } from './noun-phrases.js'
import { isOfStranger, type NameRun, nameAround, nameEnd } from './personal-names.js'
import { resolvePronoun } from './pronouns.js'
import { distinct } from './referents.js'
import type { Reading, Scene } from './scene.js'
import { rankSenses } from './survey.js'

/** Whom a chain begins with. */
export interface Owner extends NameReading {
  readonly first: number
  readonly last: number
  readonly head: number
}

export interface Chain {
  readonly owner: Owner | undefined
  readonly nouns: readonly NounHit[]
  /** A name after an office that is not the owner's own, as a word range. */
  readonly stranger: { readonly first: number; readonly last: number } | undefined
  readonly former: boolean
  readonly first: number
  readonly last: number
}

export interface SegmentReading {
  /** Undefined where the segment's head is no agent and no name. */
  readonly chain: Chain | undefined
  readonly modifiers: readonly Reading[]
}

interface State extends Chain {
  readonly modifiers: readonly Reading[]
  /** A title of courtesy stands last: "Mr". */
  readonly title: string | null
  readonly definite: boolean
  readonly determined: boolean
  /** The last noun read is no agent. */
  readonly broken: boolean
}

const link = new Set(['and', ',', '/', '&', 'or', '-', '–', 'both'])
const capital = /^\p{Lu}/u

/** "National" of "National Security Office" is no national. */
const isNoun = (scene: Scene, { last }: NounHit, segment: Segment): boolean => {
  const { upos } = scene.tree.words[last]!
  return upos !== 'VERB' && (upos !== 'ADJ' || last === segment.last)
}

const onlyLinks = (scene: Scene, from: number, to: number): boolean => {
  for (let index = from; index < to; index++) if (!link.has(scene.keys[index]!)) return false
  return true
}

const nounBetween = (scene: Scene, from: number, to: number): boolean => {
  for (let index = from; index <= to; index++) {
    const { upos } = scene.tree.words[index]!
    if (upos === 'NOUN' || upos === 'PROPN' || scene.nounAt.has(index)) return true
  }
  return false
}

const headWithin = (scene: Scene, first: number, last: number): number => {
  for (let index = first; index <= last; index++) {
    const { head } = scene.tree.words[index]!
    if (head < first || head > last) return index
  }
  return last
}

const broken = (state: State): State => ({
  ...state,
  owner: undefined,
  nouns: [],
  stranger: undefined,
  former: false,
  title: null,
  broken: true,
  modifiers: state.owner === undefined ? state.modifiers : [...state.modifiers, state.owner],
})

/** A person ends what the nouns before began; somebody in another's office is a stranger there. */
const takePerson = (state: State, owner: Owner): State => {
  const before = state.owner
  const elsewhere = before !== undefined && before.referents[0]?.id !== owner.referents[0]?.id
  if (elsewhere && state.nouns.length > 0 && !state.former)
    return { ...state, stranger: { first: owner.first, last: owner.last }, last: owner.last }
  const opened = before !== undefined || state.nouns.length > 0 || state.title !== null
  const first = opened ? state.first : owner.first
  return { ...state, owner: { ...owner, first }, nouns: [], first, last: owner.last, title: null, broken: false }
}

const isGroup = ({ referents }: NameReading): boolean =>
  referents.some(({ kind }) => kind === 'armed-group' || kind === 'party' || kind === 'igo')

/** "a member of the Presidential Council Abdullah Nur": does an office stand before "of" and the phrase? */
const followsOffice = (scene: Scene, { first }: Segment): boolean =>
  scene.keys[first - 1] === 'of' && scene.agentNounAt(first - 2)?.noun.class === 'office'

/** May somebody's name stand right behind the noun? */
const isNamedAfter = (scene: Scene, { noun }: NounHit, segment: Segment): boolean =>
  noun.class === 'office' || noun.class === 'opposition' || (noun.class === 'organ' && followsOffice(scene, segment))

/** A name that nobody here is known by: somebody in the office before it, or in the office of which it is, else nobody. */
const takeStranger = (scene: Scene, state: State, run: NameRun, segment: Segment): State => {
  const office = state.nouns.at(-1)?.noun.class
  if (office === 'organ' && followsOffice(scene, segment)) return { ...state, last: run.last, broken: false }
  return office === 'office' || office === 'opposition'
    ? { ...state, stranger: run, last: run.last, broken: false }
    : { ...broken(state), last: run.last }
}

/** Reads a name; returns the state and the last word read. */
const takeName = (scene: Scene, state: State, hit: NameHit, segment: Segment): [State, number] => {
  const noun = scene.nounAt.get(hit.first)
  if (noun?.last === hit.last && rankSenses(hit, scene.actors, scene.survey, null).length === 0)
    return [takeNoun(state, noun), noun.last]
  const run = scene.titleCase ? hit : nameAround(scene, hit, segment.first, segment.last)
  if (isOfStranger(scene, hit, run)) return [takeStranger(scene, state, run, segment), run.last]
  const [next, last] = [takeKnown(scene, state, hit, segment), hit.last]
  const ruler = rulerAfter(scene, hit, segment)
  if (ruler !== undefined) return [takeRuled(scene, state, hit, ruler), ruler.last]
  const isPerson = next.owner?.person === true && next.owner.last === last
  return isPerson && run.last > last
    ? [{ ...next, owner: { ...next.owner!, last: run.last }, last: run.last }, run.last]
    : [next, last]
}

/** "ruler of Dubai Mohammed Rashed": the name of who is in an office before "of", after what the office is of. */
const rulerAfter = (scene: Scene, hit: NameHit, segment: Segment): NameRun | undefined => {
  const end = nameEnd(scene, hit.last + 1, segment.last)
  return end < hit.last + 2 || !followsOffice(scene, segment) ? undefined : { first: hit.last + 1, last: end }
}

/** The owner of an office, with the name of who holds it. */
const takeRuled = (scene: Scene, state: State, hit: NameHit, ruler: NameRun): State => {
  const name = readName(scene, hit, {
    title: null,
    leads: false,
    former: false,
    asHead: true,
    definite: state.definite,
    determined: state.determined,
  })
  if (name === undefined || name.person) return { ...broken(state), last: ruler.last }
  const owner: Owner = { ...name, first: hit.first, last: hit.last, head: headWithin(scene, hit.first, hit.last) }
  return { ...state, owner, nouns: [], stranger: ruler, first: hit.first, last: ruler.last, broken: false }
}

const takeKnown = (scene: Scene, state: State, hit: NameHit, segment: Segment): State => {
  const asHead = !nounBetween(scene, hit.last + 1, segment.last)
  const name = readName(scene, hit, {
    title: state.title ?? state.nouns.at(-1)?.keys.join(' ') ?? null,
    leads: scene.nounAt.get(hit.last + 1)?.noun.class === 'organ',
    former: state.former,
    asHead,
    definite: state.definite,
    determined: state.determined,
  })
  const isOfOffice = name?.via === 'organ' || followsOffice(scene, segment)
  if (name === undefined || (!name.person && !isOfOffice && isPartOfOtherName(scene, hit, segment.last)))
    return hit.last === segment.last ? { ...state, broken: true } : state
  const owner: Owner = { ...name, first: hit.first, last: hit.last, head: headWithin(scene, hit.first, hit.last) }
  const isOwned = name.via === 'organ' && state.nouns.length === 0 && state.owner?.referents[0]?.kind === 'state'
  if (isOwned && name.referents[0]?.kind === 'state' && !onlyLinks(scene, state.owner!.last + 1, hit.first))
    return { ...state, last: hit.last, broken: false, nouns: [] }
  const role = hyphenRole(scene, hit)
  if (role === 'modifier' || role === 'place')
    return {
      ...state,
      modifiers: [...state.modifiers, { ...owner, onlyPlace: role === 'place' || owner.onlyPlace }],
    }
  if (name.via === 'adjective' && asHead && !isGroup(name)) return broken({ ...state, owner })
  const before = state.owner
  if (name.person && (state.nouns.length > 0 || before === undefined)) return takePerson(state, owner)
  const joins =
    before !== undefined &&
    state.nouns.length === 0 &&
    hit.first > before.last + 1 &&
    onlyLinks(scene, before.last + 1, hit.first)
  if (joins) {
    const referents = distinct([...before.referents, ...owner.referents])
    return { ...state, owner: { ...before, referents, last: hit.last, plural: true }, last: hit.last }
  }
  return {
    ...state,
    owner,
    nouns: [],
    first: hit.first,
    last: hit.last,
    broken: false,
    modifiers: before === undefined ? state.modifiers : [...state.modifiers, before],
  }
}

const takeNoun = (state: State, hit: NounHit): State => ({
  ...state,
  first: state.owner === undefined && state.nouns.length === 0 ? hit.first : state.first,
  nouns: [...state.nouns, hit],
  stranger: undefined,
  last: hit.last,
  broken: false,
})

/** Reads a word that is neither name nor agent noun; returns the state and the last word read. */
const takeWord = (scene: Scene, state: State, index: number, segment: Segment, moreNouns: boolean): [State, number] => {
  const { lexicon } = scene.actors
  const word = scene.tree.words[index]!
  const key = scene.keys[index]!
  if (lexicon.former.has(key)) return [{ ...state, former: true }, index]
  if (lexicon.titles.has(key) && capital.test(word.form)) return [{ ...state, title: key, first: index }, index]
  if (word.upos === 'PRON' && word.deprel === 'nmod:poss') {
    const owner = resolvePronoun(scene, word)
    return [owner === undefined ? state : { ...state, owner, nouns: [], first: index, last: index }, index]
  }
  if (word.deprel.startsWith('det')) return [{ ...state, definite: key === 'the', determined: true }, index]
  if (word.deprel === 'nummod') return [{ ...state, determined: true }, index]
  if (word.upos !== 'NOUN' && word.upos !== 'PROPN') return [state, index]
  const office = state.nouns.at(-1)
  const isBehindBody = office === undefined && state.owner?.last === index - 1 && followsOffice(scene, segment)
  const isNamed = isBehindBody || (office !== undefined && isNamedAfter(scene, office, segment))
  if (word.upos === 'PROPN' && isNamed) {
    const end = nameEnd(scene, index, segment.last)
    if (end >= index && isBehindBody) return [{ ...state, last: end }, end]
    if (end >= index) return [takeStranger(scene, state, { first: index, last: end }, segment), end]
  }
  if (office?.noun.class === 'forces' && word.upos === 'PROPN' && index === office.last + 1)
    return [{ ...state, last: index }, index]
  if (moreNouns) return [state, index]
  const side = lexicon.sides.has(key) && state.owner !== undefined && index === segment.last
  return [side ? { ...state, last: index } : broken(state), index]
}

/**
 * Reads one segment.
 * @param possessor whom the segment before it denotes ("Pakistan's").
 */
export const readSegment = (scene: Scene, segment: Segment, possessor: Owner | undefined): SegmentReading => {
  let state: State = {
    owner: possessor,
    nouns: [],
    stranger: undefined,
    former: false,
    first: possessor?.first ?? segment.first,
    last: segment.first,
    modifiers: [],
    title: null,
    definite: false,
    determined: false,
    broken: false,
  }
  let lastNoun = -1
  for (let index = segment.first; index <= segment.last; index++) if (scene.nounAt.has(index)) lastNoun = index
  for (let index = segment.first; index <= segment.last; index++) {
    const name = scene.nameAt.get(index)
    const noun = scene.nounAt.get(index)
    if (name !== undefined && name.last <= segment.last) {
      ;[state, index] = takeName(scene, state, name, segment)
    } else if (noun !== undefined && noun.last <= segment.last && isNoun(scene, noun, segment)) {
      state = takeNoun(state, noun)
      index = noun.last
    } else [state, index] = takeWord(scene, state, index, segment, index < lastNoun)
  }
  const bare = possessor !== undefined && state.owner === possessor && state.nouns.length === 0
  const side = state.last === segment.last && scene.actors.lexicon.sides.has(scene.keys[segment.last]!)
  if (state.broken || (bare && !side)) state = broken(state)
  const { owner, nouns, stranger, former, first, last, modifiers } = state
  if (owner === undefined && nouns.length === 0) return { chain: undefined, modifiers }
  return { chain: { owner, nouns, stranger, former, first, last }, modifiers }
}
