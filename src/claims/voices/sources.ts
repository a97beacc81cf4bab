// The source of a cue: from the words that head it to a speaker and a span. Nobody is guessed: a source that names nobody is `unnamed`.
import type { Mention } from '../../actors/types.js'
import type { Span } from '../../text/types.js'
import { baseOf, dependents, type Reading, subtree } from '../frames/reading.js'
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

const isName = (reading: Reading, head: number): boolean =>
  reading.words[head]!.upos === 'PROPN' ||
  dependents(reading, head, 'appos', 'flat', 'compound').some(
    child => reading.words[child]!.upos === 'PROPN' && baseOf(reading.words[child]!.deprel) !== 'compound',
  )

/** Who stands behind the source words `heads`, and where they are named. `vague`: no more than "officials", or nobody at all. */
export const speakerOf = (
  reading: Reading,
  heads: readonly number[],
  taken: ReadonlySet<number>,
  lexicon: VoiceLexicon,
): { readonly speaker: Speaker; readonly source: Span | null; readonly pronoun: boolean; readonly vague: boolean } => {
  const head = heads[0]
  if (head === undefined) return { speaker: { kind: 'unnamed' }, source: null, pronoun: false, vague: true }
  const source = sourceSpan(reading, head, taken)
  const known = heads.find(word => mentionAt(reading, word) !== undefined)
  if (known !== undefined) {
    return {
      speaker: { kind: 'mention', mention: mentionAt(reading, known)! },
      source: sourceSpan(reading, known, taken),
      pronoun: false,
      vague: false,
    }
  }
  const word = reading.words[head]!
  if (word.upos === 'PRON')
    return { speaker: { kind: 'unnamed' }, source, pronoun: /^(s?he|they|it)$/i.test(word.form), vague: false }
  if (!lexicon.unnamed.has(word.lemma.toLowerCase()) && isName(reading, head)) {
    return { speaker: { kind: 'name', span: source }, source, pronoun: false, vague: false }
  }
  return { speaker: { kind: 'unnamed' }, source, pronoun: false, vague: lexicon.unnamed.has(word.lemma.toLowerCase()) }
}
