// A noun phrase in, whom it denotes out, with the names inside it that denote somebody else. The possessors are read first, then the
// head with what follows it; what the phrase teaches (a stranger in an office) is handed to the scene.

import { appositionsOf, companionsOf, countsMembers, ledBy, listedAfter, listsSome } from './attachments.js'
import { type Owner, readSegment } from './chain.js'
import { readChain } from './chain-reading.js'
import type { NounPhrase } from './noun-phrases.js'
import { resolvePair } from './pairs.js'
import { nameEnd } from './personal-names.js'
import { resolvePronoun } from './pronouns.js'
import type { Referent } from './referents.js'
import { type PhraseReading, type Reading, type Scene, wordsOf } from './scene.js'

const nothing: PhraseReading = { own: undefined, modifiers: [], owners: [], listed: [] }

const isAmong = (readings: readonly Reading[], { head }: Reading): boolean =>
  readings.some(reading => reading.head === head)

const asOwner = (reading: Reading): Owner => reading

const readSegments = (scene: Scene, phrase: NounPhrase): PhraseReading => {
  const modifiers: Reading[] = []
  const owners: Reading[] = []
  let possessor: Owner | undefined
  let own: Reading | undefined
  phrase.segments.forEach((segment, number) => {
    const isLast = number === phrase.segments.length - 1
    const { chain, modifiers: inside } = readSegment(scene, segment, possessor)
    modifiers.push(...inside)
    const head = isLast ? phrase.head : segment.head
    const reading = chain === undefined ? undefined : readChain(scene, chain, head, isLast ? readAt : undefined)
    if (reading === undefined && chain?.owner !== undefined) modifiers.push(chain.owner)
    if (isLast) own = reading
    else {
      possessor = reading === undefined ? undefined : asOwner(reading)
      if (reading !== undefined) owners.push({ ...reading, head: segment.head })
    }
  })
  return { own, modifiers, owners: owners.filter(owner => !isAmong(modifiers, owner)), listed: [] }
}

/** The name that a phrase is, without its rank or title and what stresses it ("General Samir Haddad himself"); undefined for a title or a single word. */
const nameOf = (scene: Scene, { first, last }: NounPhrase): string | undefined => {
  let start = first
  while (start < last && (scene.isInNoun(start) || scene.actors.lexicon.titles.has(scene.keys[start]!))) start++
  const end = nameEnd(scene, start, last)
  return end > start ? wordsOf(scene, start, end) : undefined
}

/** A stranger with an apposition or a relative clause that says for whom he acts. */
const introduce = (scene: Scene, phrase: NounPhrase): Reading | undefined => {
  const { words } = scene.tree
  const name = words[phrase.head]!.upos === 'PROPN' ? nameOf(scene, phrase) : undefined
  if (name === undefined) return undefined
  const heads = [...appositionsOf(scene, phrase.head)]
  const led = ledBy(scene, phrase.head)
  if (led !== undefined) heads.push(led)
  const above = words[phrase.head]!
  if (above.deprel === 'appos' && above.head >= 0) heads.push(above.head)
  for (const head of heads) {
    const own = readAt(scene, head)?.own
    if (own === undefined || (!own.person && head !== led)) continue
    const [referent] = own.referents
    if (referent === undefined || referent.agent?.name === name) continue
    const actor: Referent = {
      ...referent,
      agent: { name, office: head === led ? 'leader' : (referent.agent?.office ?? null) },
    }
    scene.learn({ name, referent: actor, surname: true })
    return {
      ...own,
      referents: [actor],
      via: 'person',
      first: phrase.first,
      last: phrase.last,
      head: phrase.head,
      person: true,
      plural: false,
    }
  }
  return undefined
}

const readPhrase = (scene: Scene, phrase: NounPhrase): PhraseReading => {
  const word = scene.tree.words[phrase.head]!
  const pair = resolvePair(scene, phrase.head)
  if (pair !== undefined) return { ...nothing, own: pair }
  if (phrase.first === phrase.last && (word.upos === 'PRON' || word.upos === 'DET')) {
    const own = resolvePronoun(scene, word)
    if (own === undefined) return nothing
    if (word.deprel === 'nmod:poss') return { ...nothing, modifiers: [own] }
    return { ...nothing, own }
  }
  const read = readSegments(scene, phrase)
  const some = listsSome(scene, phrase.head)
  const counted = read.own !== undefined && countsMembers(scene, phrase.head, read.own.referents)
  const own =
    some || counted ? undefined : (read.own ?? (read.modifiers.length === 0 ? introduce(scene, phrase) : undefined))
  const listed =
    own === undefined && word.upos !== 'PROPN'
      ? listedAfter(scene, phrase.head, readAt)
      : companionsOf(scene, phrase, readAt)
  return { ...read, own, listed }
}

/** Reads the phrase at a word, once. */
export const readAt = (scene: Scene, head: number): PhraseReading | undefined => {
  const phrase = scene.phrases.of[head]
  if (phrase === undefined) return undefined
  const known = scene.readings.get(phrase)
  if (known !== undefined) return known
  scene.readings.set(phrase, nothing)
  const reading = readPhrase(scene, phrase)
  scene.readings.set(phrase, reading)
  return reading
}
