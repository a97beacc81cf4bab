// Whether a name acts here, is acted toward, only says where, or only describes a noun (codebook rule 7). Case marker, relation and
// governing word decide; the words are data.
import { baseRelation } from './noun-phrases.js'
import { markersOf, type Reading, type Scene } from './scene.js'
import type { Mention } from './types.js'

type Role = Mention['role']

const placeable = new Set(['name', 'seat', 'abbreviation', 'description'])

const governorOf = (scene: Scene, head: number): number => scene.tree.words[head]!.head

const lemmaAt = (scene: Scene, index: number): string => scene.tree.words[index]?.lemma.toLowerCase() ?? ''

const moves = (scene: Scene, governor: number): boolean => {
  const { movements } = scene.actors.lexicon
  if (movements.has(lemmaAt(scene, governor)) || movements.has(scene.keys[governor] ?? '')) return true
  return (
    scene.children[governor]?.some(
      child => /^(obj|nsubj:pass)$/.test(scene.tree.words[child]!.deprel) && movements.has(lemmaAt(scene, child)),
    ) ?? false
  )
}

const trusts = (scene: Scene, governor: number): boolean => scene.actors.lexicon.trusting.has(lemmaAt(scene, governor))

const underMarker = (scene: Scene, reading: Reading, marker: string): Role => {
  const { locative, directional, seatLocative, placeHeads } = scene.actors.lexicon
  const governor = governorOf(scene, reading.head)
  if (marker === 'of') {
    const head = lemmaAt(scene, governor)
    if (placeHeads.has(head)) return 'place'
    return scene.tree.words[governor]?.upos === 'PROPN' ? 'modifier' : 'party'
  }
  if (reading.via === 'seat' && seatLocative.has(marker)) return 'place'
  if (directional.has(marker) && !moves(scene, governor))
    return marker === 'on' || !locative.has(marker) ? 'party' : 'place'
  if (directional.has(marker)) return 'place'
  if (locative.has(marker)) return trusts(scene, governor) ? 'party' : 'place'
  return 'party'
}

/** A dateline: "KABUL (Reuters) —", "MOSCOW, Nov 3 —". */
const isDateline = (scene: Scene, reading: Reading): boolean => {
  if (reading.first > 0 || reading.via !== 'seat') return false
  const { words } = scene.tree
  const next = words[reading.last + 1]?.form
  if (next !== '(' && next !== ',' && next !== '—' && next !== '–' && next !== '-' && next !== '/') return false
  return words.slice(reading.last + 1, reading.last + 12).some(({ form }) => /^([—–-]|--)$/.test(form))
}

const asSubject = (scene: Scene, reading: Reading): Role => {
  const governor = governorOf(scene, reading.head)
  if (reading.via !== 'seat') return 'party'
  const word = scene.tree.words[governor]
  if (word === undefined) return 'party'
  const state = scene.children[governor]!.some(child => scene.tree.words[child]!.deprel === 'cop')
  const isPlaceNoun = state && scene.actors.lexicon.placeHeads.has(word.lemma.toLowerCase())
  return isPlaceNoun || scene.actors.lexicon.placeSubjects.has(word.lemma.toLowerCase()) ? 'place' : 'party'
}

/** "in Aleppo, Syria": the state behind its town is where the town is. */
const isTownBefore = (scene: Scene, head: number): boolean => {
  const phrase = scene.phrases.of[head]
  const own = phrase === undefined ? undefined : scene.readings.get(phrase)?.own
  return own !== undefined && (own.onlyPlace || own.via === 'seat')
}

const roleAt = (scene: Scene, reading: Reading, head: number, depth: number): Role => {
  const word = scene.tree.words[head]!
  const relation = baseRelation(word.deprel)
  const marker = markersOf(scene, head).at(-1)
  const follows = relation === 'conj' || (relation === 'appos' && isTownBefore(scene, word.head))
  if (follows && marker === undefined && word.head >= 0 && depth < 6)
    return roleAt(scene, { ...reading, head: word.head }, word.head, depth + 1)
  if (marker !== undefined) return underMarker(scene, { ...reading, head }, marker)
  if (word.deprel === 'nmod:poss') return 'modifier'
  if (relation === 'nsubj') return asSubject(scene, { ...reading, head })
  if (relation === 'obj') {
    const verb = lemmaAt(scene, word.head)
    return scene.actors.lexicon.placeObjects.has(verb) ? 'place' : 'party'
  }
  if (relation === 'compound' || relation === 'amod') return 'modifier'
  if (word.deprel === 'obl:unmarked' || word.deprel === 'nmod:unmarked') return 'place'
  return 'party'
}

/** The role of the phrase as a whole. Only names of states, regions and their seats can be places. */
export const roleOf = (scene: Scene, reading: Reading): Role => {
  if (reading.onlyPlace || isDateline(scene, reading)) return 'place'
  const role = roleAt(scene, reading, reading.head, 0)
  if (role !== 'place') return role
  const territorial = reading.referents.every(
    ({ kind, agent }) => (kind === 'state' || kind === 'region') && agent === null,
  )
  return territorial && placeable.has(reading.via) ? 'place' : 'party'
}

/** "The Oslo accords", "Geneva talks": a seat before a noun of what was held there. */
const isVenue = (scene: Scene, { via, head, last }: Reading): boolean => {
  const { head: governor, deprel } = scene.tree.words[head]!
  return (
    via === 'seat' &&
    /^(compound|nmod:desc|amod)/.test(deprel) &&
    governor > last &&
    scene.actors.lexicon.held.has(lemmaAt(scene, governor))
  )
}

/** The role of a name inside a phrase of something else. */
export const roleInside = (scene: Scene, reading: Reading): Role =>
  reading.onlyPlace || isVenue(scene, reading) ? 'place' : 'modifier'
