// Sentences, trees, mentions and attributions in; out, which actors get loaded names and from whom, and whose words fill the text.
// Descriptive, with the words shown; it says nothing of left or right.
import type { Mention } from '../../actors/types.js'
import type { Tree } from '../../syntax/types.js'
import type { Document, Sentence, Span } from '../../text/types.js'
import { readingOf } from '../frames/reading.js'
import { quoteOf } from '../quote.js'
import type { Claim, Quote } from '../types.js'
import { speakerOfLink, voicesOf } from '../voices/chain.js'
import type { Attribution } from '../voices/types.js'
import type { Leaning, SlantLexicon } from './lexicon.js'

/** A loaded word on an actor, with who uses it: `author`, `unnamed` or an actor id. */
export interface LoadedName {
  readonly actor: string
  readonly leaning: Leaning
  readonly by: string
  readonly quote: Quote
}

export interface Quoted {
  /** `unnamed` or an actor id. */
  readonly speaker: string
  readonly attributions: number
  /** UTF-16 units of text in this voice. */
  readonly units: number
}

export interface Slant {
  readonly loaded: readonly LoadedName[]
  /** Who is quoted, most words first. */
  readonly quoted: readonly Quoted[]
  /** Share of the text's sentences that stand in nobody's voice but the author's, 0–1; null for a text without sentences. */
  readonly authorShare: number | null
}

const idOf = (attribution: Attribution, text: string): string => {
  const speaker = speakerOfLink(attribution, text)
  return typeof speaker === 'string' ? speaker : speaker.id
}

const loadedAt = (mention: Mention, tree: Tree, lexicon: SlantLexicon): readonly (readonly [Span, Leaning])[] =>
  tree.words.flatMap(word => {
    const form = word.form.toLowerCase()
    const inside = word.index >= mention.first && word.index <= mention.last
    const onHead = word.head === mention.head || (inside && word.index !== mention.head)
    const noun =
      inside || (mention.role === 'modifier' && word.index === tree.words[mention.head]!.head)
        ? lexicon.nouns.get(word.lemma.toLowerCase())
        : undefined
    const adjective = onHead && word.deprel.startsWith('amod') ? lexicon.adjectives.get(form) : undefined
    const leaning = noun ?? adjective
    return leaning === undefined || word.upos === 'PROPN'
      ? []
      : [[{ start: word.start, end: word.end }, leaning] as const]
  })

/** Reads the slant of a document; `sentences` and `trees` run in parallel. */
export const readSlant = (
  document: Document,
  sentences: readonly Sentence[],
  trees: readonly Tree[],
  mentions: readonly Mention[],
  attributions: readonly Attribution[],
  lexicon: SlantLexicon,
): Slant => {
  const { text } = document
  const loaded = mentions.flatMap(mention =>
    loadedAt(mention, trees[mention.sentence]!, lexicon).map(([span, leaning]): LoadedName => {
      const voice = voicesOf(attributions, span).at(-1)
      return {
        actor: mention.actor.id,
        leaning,
        by: voice === undefined ? 'author' : idOf(voice, text),
        quote: quoteOf(text, span),
      }
    }),
  )
  const bySpeaker = new Map<string, Quoted>()
  for (const attribution of attributions) {
    if (!attribution.voice || attribution.speaker.kind === 'author') continue
    const speaker = idOf(attribution, text)
    const units = attribution.content.reduce((sum, span) => sum + span.end - span.start, 0)
    const known = bySpeaker.get(speaker) ?? { speaker, attributions: 0, units: 0 }
    bySpeaker.set(speaker, { speaker, attributions: known.attributions + 1, units: known.units + units })
  }
  const own = trees.filter((tree, index) => {
    const reading = readingOf(index, tree)
    const root = reading.words.find(word => word.head < 0)
    return root !== undefined && voicesOf(attributions, root).length === 0
  })
  return {
    loaded,
    quoted: [...bySpeaker.values()].sort((a, b) => b.units - a.units || (a.speaker < b.speaker ? -1 : 1)),
    authorShare: sentences.length === 0 ? null : own.length / sentences.length,
  }
}

/** Claims by the voice that vouches for them: `author`, `unnamed` or an actor id → count. */
export const claimsByVoice = (claims: readonly Claim[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { attribution } of claims) {
    const speaker = attribution.at(-1)?.speaker ?? 'author'
    const id = typeof speaker === 'string' ? speaker : speaker.id
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}
