// One step outward: which word embeds a predicate, in what frame, and which lexicon entry it answers to.
import type { Word } from '../../syntax/types.js'
import { isQuantity } from '../frames/quantities.js'
import { baseOf, dependents, prepositionOf, type Reading } from '../frames/reading.js'
import type { FactualityLexicon, HostCategory, HostEntry } from './lexicon.js'

/** The embedding word and the frames under which its entries may be found, the most telling first. */
export interface Embedding {
  readonly host: number
  readonly frames: readonly string[]
}

const formOf = (word: Word): string => word.form.toLowerCase()

const hostCategory = (word: Word): HostCategory | null =>
  word.upos === 'VERB' || word.upos === 'AUX'
    ? 'verb'
    : word.upos === 'NOUN' || word.upos === 'PROPN'
      ? 'noun'
      : word.upos === 'ADJ' || word.upos === 'ADV'
        ? 'adjective'
        : null

export const markersOf = (reading: Reading, word: number): readonly string[] =>
  dependents(reading, word, 'mark', 'case')
    .filter(child => child < word)
    .map(child => formOf(reading.words[child]!))

const hasOwn = (reading: Reading, word: number, ...relations: readonly string[]): boolean =>
  dependents(reading, word, ...relations).length > 0

const clausal = new Set(['xcomp', 'ccomp', 'acl', 'advcl', 'csubj'])

const isFiniteClause = (reading: Reading, word: number): boolean => {
  const { feats } = reading.words[word]!
  if (feats.VerbForm === 'Fin') return true
  return dependents(reading, word, 'aux', 'cop').some(child => reading.words[child]!.feats.VerbForm === 'Fin')
}

const isGerund = (word: Word): boolean =>
  word.upos !== 'ADJ' && /ing$/i.test(word.form) && word.feats.VerbForm !== 'Inf'

const isParticiple = ({ feats }: Word): boolean => feats.VerbForm === 'Part' && feats.Tense === 'Past'

const mandativeModals = new Set(['should', 'would', 'will', 'must', 'shall', "'d", '’d', "'ll", '’ll'])

/** A clause that says what is to be, not what is: with a bare verb ("that it withdraw", "that it be freed") or a modal. */
const isMandative = (reading: Reading, word: number): boolean => {
  const auxiliaries = dependents(reading, word, 'aux', 'cop').map(child => reading.words[child]!)
  if (auxiliaries.some(aux => mandativeModals.has(formOf(aux)))) return true
  const finite = auxiliaries[0] ?? reading.words[word]!
  return finite.upos === 'AUX' ? formOf(finite) === 'be' : formOf(finite) === finite.lemma.toLowerCase()
}

const relativeAdverbs = new Set(['when', 'where', 'whenever', 'wherever'])

const clausalFrames = (reading: Reading, word: number, host: number): readonly string[] => {
  const node = reading.words[word]!
  const markers = markersOf(reading, word)
  const withObject = hasOwn(reading, host, 'obj', 'iobj') || hasOwn(reading, word, 'nsubj')
  if (markers.includes('to') && !isGerund(node)) return withObject ? ['object to', 'to'] : ['to']
  if (markers.includes('whether') || (markers.includes('if') && baseOf(node.deprel) === 'ccomp')) return ['whether']
  if (isGerund(node) && !hasOwn(reading, word, 'aux')) {
    const prepositions = markers.filter(marker => marker !== 'that')
    return prepositions.length > 0 ? [...prepositions, 'ing'] : ['ing']
  }
  const timed = dependents(reading, word, 'advmod').some(child => relativeAdverbs.has(formOf(reading.words[child]!)))
  const adverbial = baseOf(node.deprel) === 'advcl' && (timed || markers.some(marker => marker !== 'that'))
  const told = adverbial ? [] : isMandative(reading, word) ? ['that mandative', 'that'] : ['that']
  if (isFiniteClause(reading, word)) return told
  if (isParticiple(node) && baseOf(node.deprel) !== 'xcomp' && baseOf(node.deprel) !== 'ccomp') return []
  if (baseOf(node.deprel) === 'ccomp') return [...told, 'to']
  return withObject ? ['object to', 'to'] : ['to']
}

/** "their support", "the regime's attack": what somebody has is there. */
const isOwned = (reading: Reading, noun: number): boolean => hasOwn(reading, noun, 'nmod:poss')

const nominalFrames = (reading: Reading, word: number): readonly string[] => {
  const node = reading.words[word]!
  switch (baseOf(node.deprel)) {
    case 'obj':
    case 'iobj':
      return isOwned(reading, word) ? ['object owned', 'object'] : ['object']
    case 'nsubj':
      if (node.deprel !== 'nsubj:pass') return ['subject']
      return isOwned(reading, word) ? ['object owned', 'object'] : ['object']
    case 'compound':
      return ['of']
    case 'obl':
    case 'nmod': {
      if (node.deprel === 'nmod:poss' || node.deprel === 'obl:agent') return []
      const preposition = prepositionOf(reading, word)
      return preposition === null ? [] : [preposition]
    }
    default:
      return []
  }
}

/** "most of the sanctions": the word that only says how much, in whose place `word` stands. */
const isPortion = (reading: Reading, head: number, word: number): boolean =>
  isQuantity(reading.words[head]!) && prepositionOf(reading, word) === 'of'

/** The embedding of `word` in its head; null where the head only takes it up (coordination, apposition) or it is the root. */
export const embeddingOf = (reading: Reading, word: number): Embedding | null => {
  const node = reading.words[word]!
  if (node.head < 0) return null
  const base = baseOf(node.deprel)
  if ((base === 'nmod' || base === 'obl') && isPortion(reading, node.head, word)) return embeddingOf(reading, node.head)
  if (node.deprel === 'acl:relcl' || base === 'amod') return null
  if (clausal.has(base)) return { host: node.head, frames: clausalFrames(reading, word, node.head) }
  const frames = nominalFrames(reading, word)
  return frames.length === 0 ? null : { host: node.head, frames }
}

/** "more" words of an entry must stand below the host or right behind it. */
const stands = (reading: Reading, host: number, form: string): boolean => {
  const below = (child: number): boolean => {
    const word = reading.words[child]!
    return word.lemma.toLowerCase() === form || formOf(word) === form
  }
  return (
    reading.children[host]!.some(
      child => below(child) || reading.children[child]!.some(grandchild => below(grandchild) && grandchild < child),
    ) || reading.words[host + 1]?.form.toLowerCase() === form
  )
}

interface Lookup {
  readonly key: string
  readonly frames: readonly string[]
}

/** Where the lexicon is asked for a host: a participle that tells a state ("is committed to") is first what its adjective is. */
const lookups = (reading: Reading, { host, frames }: Embedding): readonly Lookup[] => {
  const word = reading.words[host]!
  const category = hostCategory(word)
  if (category === null) return []
  const own = { key: `${category} ${word.lemma.toLowerCase()}`, frames }
  const isPassive = hasOwn(reading, host, 'aux:pass') || !hasOwn(reading, host, 'aux', 'nsubj')
  if (category !== 'verb' || !isParticiple(word) || !isPassive) return [own]
  const ofState = frames.map(frame => (frame === 'object' ? 'subject' : frame))
  return [{ key: `adjective ${formOf(word)}`, frames: ofState }, own]
}

/** The entry of the lexicon that fits the host of `embedding` in one of its frames; null where it has none. */
export const entryOf = (reading: Reading, embedding: Embedding, lexicon: FactualityLexicon): HostEntry | null => {
  for (const { key, frames } of lookups(reading, embedding)) {
    const entries = lexicon.hosts.get(key) ?? []
    for (const frame of frames) {
      const found = entries.find(
        entry => entry.frame === frame && entry.more.every(form => stands(reading, embedding.host, form)),
      )
      if (found !== undefined) return found
    }
  }
  return null
}
