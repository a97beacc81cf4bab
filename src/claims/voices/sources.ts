// The source of a cue: from the words that head it to a speaker and a span. Nobody is guessed: a source that names nobody is `unnamed`.
import type { Mention } from '../../actors/types.js'
import type { Span } from '../../text/types.js'
import { baseOf, coordinated, dependents, prepositionOf, type Reading, subtree } from '../frames/reading.js'
import { cover } from '../quote.js'
import type { VoiceLexicon } from './lexicon.js'
import type { Speaker } from './types.js'

/** Parts of a source's phrase that say more of it than its name. */
const beside: ReadonlySet<string> = new Set(['acl', 'parataxis', 'punct', 'conj', 'cc', 'advcl', 'dep'])

/** The phrase that `head` heads, without clauses that hang on it and without the words of the cue. */
export const sourceSpan = (reading: Reading, head: number, taken: ReadonlySet<number>): Span => {
  const words = subtree(reading, head, beside).filter(word => !taken.has(word))
  const markers = new Set(dependents(reading, head, 'case', 'mark'))
  const own = words.filter(word => !markers.has(word))
  return cover((own.length > 0 ? own : [head]).map(word => reading.words[word]!))
}

const nominal = (reading: Reading, word: number): boolean =>
  ['NOUN', 'PROPN', 'PRON'].includes(reading.words[word]?.upos ?? '')

/** The head of the phrase that begins or ends at `word`: the highest noun of the unbroken run it stands in. */
const phraseHead = (reading: Reading, word: number, limit: (word: number) => boolean): number => {
  let at = word
  for (let up = reading.words[at]!.head; up >= 0 && nominal(reading, up) && !limit(up); up = reading.words[up]!.head)
    at = up
  return at
}

const besideCue = new Set(['ADV', 'AUX', 'PART'])

/**
 * The source beside a saying verb when the tree names none: "…", said X; X said. `isContent` tells the words that are what is said.
 * @returns its head word, or null.
 */
export const sourceBeside = (reading: Reading, cue: number, isContent: (word: number) => boolean): number | null => {
  const { words } = reading
  let before = cue - 1
  while (before >= 0 && besideCue.has(words[before]!.upos)) before--
  const limit = (word: number) => isContent(word) || word === cue
  if (before >= 0 && nominal(reading, before) && !isContent(before)) return phraseHead(reading, before, limit)
  const inverted = before < 0 || words[before]!.upos === 'PUNCT'
  if (!inverted) return null
  for (let after = cue + 1; after < words.length && after <= cue + 8; after++) {
    const word = words[after]!
    if (nominal(reading, after) && !isContent(after)) {
      return phraseHead(reading, after, up => limit(up) || up < cue)
    }
    if (!['DET', 'ADJ', 'NUM', 'ADV'].includes(word.upos)) return null
  }
  return null
}

const mentionAt = (reading: Reading, head: number): Mention | undefined => {
  const found = reading.mentions.get(head) ?? []
  return (
    found.find(mention => mention.role === 'party') ?? found.find(mention => mention.role === 'modifier') ?? found[0]
  )
}

/** A name in apposition or strung on: "the minister Awa Keita". */
const hasName = (reading: Reading, head: number): boolean =>
  dependents(reading, head, 'appos', 'flat').some(child => reading.words[child]!.upos === 'PROPN')

/** Does the phrase name somebody? "The Foreign Ministry" alone does not say whose it is. */
const isName = (reading: Reading, head: number, lexicon: VoiceLexicon): boolean => {
  const { upos, lemma } = reading.words[head]!
  return hasName(reading, head) || (upos === 'PROPN' && !lexicon.representing.has(lemma.toLowerCase()))
}

const strung = new Set(['flat', 'compound', 'nmod:desc', 'amod'])
const capital = /^\p{Lu}/u

/** The words of a person's name at `head`, without the title before it and without what the text says of the person. */
const nameSpan = (reading: Reading, head: number, lexicon: VoiceLexicon): Span => {
  const { words } = reading
  const named =
    words[head]!.upos === 'PROPN' ? head : (dependents(reading, head, 'appos', 'flat').find(isProper(reading)) ?? head)
  const belongs = (word: number) =>
    word === named ||
    (words[word]?.head === named && strung.has(words[word]!.deprel) && capital.test(words[word]!.form))
  let [first, last] = [named, named]
  while (belongs(first - 1)) first--
  while (belongs(last + 1)) last++
  while (first < last && lexicon.titles.has(words[first]!.form.toLowerCase().replace(/\.$/, ''))) first++
  return cover(words.slice(first, last + 1))
}

const isProper =
  (reading: Reading) =>
  (word: number): boolean =>
    reading.words[word]!.upos === 'PROPN'

/** A speaker, the words that name it, and whether those point back to a speaker before ("he", "the statement"). */
export interface Source {
  readonly speaker: Speaker
  readonly source: Span | null
  /** Several speak with one voice: "Turkey and the European Union". */
  readonly joint: boolean
  readonly anaphoric: boolean
  /** No more than "officials", or nobody at all. */
  readonly vague: boolean
  /** A common noun through which nobody is known to speak: "the ceremony", "the attack". */
  readonly thing: boolean
}

/** "A former Kenyan minister": who spoke for an actor once does so no more. */
const isPast = (reading: Reading, head: number, lexicon: VoiceLexicon): boolean =>
  reading.words[head]!.upos === 'NOUN' &&
  dependents(reading, head, 'amod').some(child => lexicon.past.has(reading.words[child]!.form.toLowerCase()))

const ownerMarks = new Set(['of', 'by', 'from', 'for'])

/** Who speaks through those whom `head` names: "Chinese officials", "the minister's office", "a statement by the ministry". */
const ownerOf = (reading: Reading, head: number, lexicon: VoiceLexicon): Mention | undefined => {
  const lemma = reading.words[head]!.lemma.toLowerCase()
  if (!lexicon.mediaNouns.has(lemma) && !lexicon.representing.has(lemma)) return undefined
  if (isPast(reading, head, lexicon)) return undefined
  const owners = reading.children[head]!.filter(child => {
    const { deprel } = reading.words[child]!
    if (deprel === 'nmod:poss' || deprel === 'compound' || deprel === 'amod') return true
    return baseOf(deprel) === 'nmod' && ownerMarks.has(prepositionOf(reading, child) ?? '')
  })
  return owners.map(owner => mentionAt(reading, owner)).find(mention => mention !== undefined)
}

const isJoint = (reading: Reading, heads: readonly number[]): boolean =>
  heads.flatMap(head => coordinated(reading, head)).filter(word => reading.mentions.has(word)).length > 1

/** "The statement", "this document": words whose speaker the text has named before. */
const isDefinite = (reading: Reading, head: number): boolean =>
  dependents(reading, head, 'det').some(child => /^(the|this|that)$/i.test(reading.words[child]!.form))

/** Who stands behind the source words `heads`, and where they are named. */
export const speakerOf = (
  reading: Reading,
  heads: readonly number[],
  taken: ReadonlySet<number>,
  lexicon: VoiceLexicon,
): Source => {
  const head = heads[0]
  const nobody: Source = {
    speaker: { kind: 'unnamed' },
    source: null,
    joint: false,
    anaphoric: false,
    vague: true,
    thing: false,
  }
  if (head === undefined) return nobody
  const source = sourceSpan(reading, head, taken)
  const of = (mention: Mention, word: number): Source => ({
    speaker: { kind: 'mention', mention },
    source: sourceSpan(reading, word, taken),
    joint: isJoint(reading, heads),
    anaphoric: false,
    vague: false,
    thing: false,
  })
  for (const word of heads) {
    if (isPast(reading, word, lexicon)) continue
    const mention = mentionAt(reading, word) ?? ownerOf(reading, word, lexicon)
    if (mention !== undefined) return of(mention, word)
  }
  const word = reading.words[head]!
  const lemma = word.lemma.toLowerCase()
  const unnamed = { ...nobody, source, vague: false }
  if (word.upos === 'PRON') return { ...unnamed, anaphoric: /^(s?he|they|it)$/i.test(word.form) }
  if (!lexicon.unnamed.has(lemma) && isName(reading, head, lexicon))
    return { ...unnamed, speaker: { kind: 'name', span: nameSpan(reading, head, lexicon) } }
  const anaphoric = lexicon.mediaNouns.has(lemma) && isDefinite(reading, head)
  const speaks = [lexicon.unnamed, lexicon.mediaNouns, lexicon.representing].some(nouns => nouns.has(lemma))
  return { ...unnamed, anaphoric, vague: lexicon.unnamed.has(lemma) && !anaphoric, thing: !speaks }
}
