// One sentence in, its cues out: the words that bring in a voice, each with the words of its content and of its source.
// Content is read off the tree; direct quotations are worked in later.
import type { Word } from '../../syntax/types.js'
import { argumentsOf, categoryOf } from '../frames/arguments.js'
import { baseOf, dependents, prepositionOf, type Reading, subtree } from '../frames/reading.js'
import { isPassive } from '../frames/subjects.js'
import type { VoiceForm } from '../types.js'
import { contentOf } from './content.js'
import type { CueEntry, VoiceLexicon } from './lexicon.js'

/** A cue with word indexes of its sentence. */
export interface FoundCue {
  readonly family: string
  readonly form: VoiceForm
  readonly voice: boolean
  /** The frame of the lexicon under which the content was found; `quote` where only a quotation can be it. */
  readonly frame: string
  readonly head: number
  readonly first: number
  readonly last: number
  /** Head words of the source; empty for none. */
  readonly sources: readonly number[]
  /** Words of the content, in order; empty where only a quotation can be it. */
  readonly content: readonly number[]
  readonly negated: boolean
  /** Passive or impersonal without an agent: nobody vouches. */
  readonly impersonal: boolean
  /** May take a direct quotation beside it. */
  readonly quotes: boolean
}

const formOf = (word: Word): string => word.form.toLowerCase()

const stands = (reading: Reading, host: number, form: string): boolean =>
  reading.children[host]!.some(child => {
    const word = reading.words[child]!
    return (
      word.lemma.toLowerCase() === form ||
      formOf(word) === form ||
      reading.children[child]!.some(below => formOf(reading.words[below]!) === form)
    )
  })

/** "is convinced that": a participle that tells a state speaks as its adjective does. */
const isState = (reading: Reading, word: number, lexicon: VoiceLexicon): boolean =>
  reading.words[word]!.upos === 'VERB' &&
  lexicon.entries.has(`adjective ${formOf(reading.words[word]!)}`) &&
  isPassive(reading, word)

const entriesOf = (reading: Reading, word: number, lexicon: VoiceLexicon): readonly CueEntry[] => {
  const node = reading.words[word]!
  const category = node.upos === 'AUX' || node.upos === 'PROPN' ? null : categoryOf(node)
  if (category === null) return []
  const key = isState(reading, word, lexicon) ? `adjective ${formOf(node)}` : `${category} ${node.lemma.toLowerCase()}`
  return (lexicon.entries.get(key) ?? []).filter(entry => entry.more.every(form => stands(reading, word, form)))
}

const isNegated = (reading: Reading, word: number): boolean =>
  reading.children[word]!.some(child => /^(not|n['’]t|never|neither|nor)$/i.test(reading.words[child]!.form)) ||
  dependents(reading, word, 'nsubj', 'det').some(
    child =>
      /^(no|nobody|none|neither)$/i.test(reading.words[child]!.form) ||
      dependents(reading, child, 'det').some(det => /^(no|neither)$/i.test(reading.words[det]!.form)),
  )

/** Auxiliaries, negation and particles belong to the words of a cue. */
const cueRange = (reading: Reading, head: number, more: readonly string[]): { first: number; last: number } => {
  let first = head
  let last = head
  for (const child of reading.children[head]!) {
    const node = reading.words[child]!
    const base = baseOf(node.deprel)
    const own = base === 'aux' || base === 'cop' || node.deprel === 'compound:prt' || more.includes(formOf(node))
    if (!own) continue
    if (child < first && head - child <= 4) first = child
    if (child > last && child - head <= 3) last = child
  }
  return { first, last }
}

/** "There were reports", "it was reported": a subject that holds nobody. */
const isEmpty = (reading: Reading, cue: number, word: number, lexicon: VoiceLexicon): boolean => {
  if (!lexicon.empty.has(formOf(reading.words[word]!))) return false
  const own = reading.words[word]!.head === cue
  return own || baseOf(reading.words[word]!.deprel) === 'expl'
}

const sourcesOf = (reading: Reading, cue: number, lexicon: VoiceLexicon): readonly number[] => {
  const category = categoryOf(reading.words[cue]!)
  if (category === null) return []
  const roles = argumentsOf(reading, cue, category, lexicon)
  const found =
    category === 'noun'
      ? [
          roles.get('possessor'),
          roles.get('by'),
          roles.get('from'),
          roles.get('subject'),
          nominalModifiers(reading, cue),
        ]
      : [isState(reading, cue, lexicon) ? dependents(reading, cue, 'nsubj') : roles.get('subject')]
  const sources = found.find(words => words !== undefined && words.length > 0) ?? []
  return sources.filter(word => word !== cue && !isEmpty(reading, cue, word, lexicon))
}

const nominalModifiers = (reading: Reading, noun: number): readonly number[] =>
  dependents(reading, noun, 'amod', 'compound').filter(child => reading.mentions.has(child))

const cueAt = (reading: Reading, word: number, lexicon: VoiceLexicon): FoundCue | null => {
  const entries = entriesOf(reading, word, lexicon)
  if (entries.length === 0) return null
  const that = entries.find(entry => entry.frame === 'that')
  const quoting = entries.find(entry => entry.frame === 'quote') ?? that
  const content = contentOf(reading, word, entries, quoting !== undefined, lexicon)
  const entry = content.entry ?? quoting
  if (entry === undefined) return null
  const sources = sourcesOf(reading, word, lexicon)
  const { first, last } = cueRange(reading, word, entry.more)
  return {
    family: entry.family,
    form: entry.form,
    voice: entry.voice,
    frame: content.entry?.frame ?? (content.words.length > 0 ? 'that' : 'quote'),
    head: word,
    first,
    last,
    sources,
    content: [...new Set(content.words)].filter(at => at !== word).sort((a, b) => a - b),
    negated: isNegated(reading, word),
    impersonal: sources.length === 0 && reading.words[word]!.upos === 'VERB' && isPassive(reading, word),
    quotes: quoting !== undefined && reading.words[word]!.upos === 'VERB',
  }
}

/** "reportedly", "allegedly": the clause is on nobody's word. */
const adverbCue = (reading: Reading, word: number, lexicon: VoiceLexicon): FoundCue | null => {
  const node = reading.words[word]!
  const form = lexicon.adverbs.get(formOf(node))
  if (form === undefined || node.head < 0) return null
  return {
    family: 'adverb',
    form,
    voice: true,
    frame: 'clause',
    head: word,
    first: word,
    last: word,
    sources: [],
    content: subtree(reading, node.head).filter(at => at !== word),
    negated: false,
    impersonal: true,
    quotes: false,
  }
}

/** "according to X", "in X's words": the clause is X's. */
const sourcingCue = (reading: Reading, word: number, lexicon: VoiceLexicon): FoundCue | null => {
  const node = reading.words[word]!
  const base = baseOf(node.deprel)
  if ((base !== 'obl' && base !== 'nmod' && base !== 'advcl') || node.head < 0) return null
  const preposition = prepositionOf(reading, word)
  const markers = dependents(reading, word, 'case', 'mark').filter(child => child < word)
  if (markers.length === 0) return null
  const owner = dependents(reading, word, 'nmod:poss')
  const inWords = preposition === 'in' && lexicon.sourcingNouns.has(node.lemma.toLowerCase()) && owner.length > 0
  if (!inWords && !(preposition !== null && lexicon.sourcing.has(preposition))) return null
  if (preposition === 'per' && node.upos !== 'PROPN') return null
  const own = new Set(subtree(reading, word))
  const governor = reading.words[node.head]!
  const top = governor.upos === 'NOUN' && base === 'nmod' ? clauseAbove(reading, node.head) : node.head
  const last = inWords ? word : Math.max(...markers, ...markers.flatMap(marker => dependents(reading, marker, 'fixed')))
  return {
    family: 'sourcing',
    form: 'said',
    voice: true,
    frame: 'clause',
    head: markers[0]!,
    first: Math.min(...markers),
    last,
    sources: inWords ? owner : [word],
    content: subtree(reading, top).filter(at => !own.has(at)),
    negated: false,
    impersonal: false,
    quotes: true,
  }
}

const clauseAbove = (reading: Reading, word: number): number => {
  let at = word
  while (reading.words[at]!.head >= 0 && reading.words[at]!.upos !== 'VERB') at = reading.words[at]!.head
  return at
}

/** All cues of a sentence, in the order of their heads. */
export const findCues = (reading: Reading, lexicon: VoiceLexicon): readonly FoundCue[] =>
  reading.words.flatMap(({ index }) => {
    const found =
      sourcingCue(reading, index, lexicon) ?? adverbCue(reading, index, lexicon) ?? cueAt(reading, index, lexicon)
    return found === null ? [] : [found]
  })
