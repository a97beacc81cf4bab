// Sentences, trees, mentions, attributions and claims in; out, which actors get loaded names and from whom, where the text judges or
// concludes, which claims are the author's own verdicts, and whose words fill the text.
// Descriptive, with the words shown; it says nothing of left or right.
import type { Mention } from '../../actors/types.js'
import type { Tree } from '../../syntax/types.js'
import type { Document, Sentence, Span } from '../../text/types.js'
import { readingOf } from '../frames/reading.js'
import { cover, quoteOf } from '../quote.js'
import type { Claim, Quote } from '../types.js'
import { speakerOfLink, voicesOf } from '../voices/chain.js'
import type { Attribution } from '../voices/types.js'
import type { Leaning, SlantLexicon } from './lexicon.js'
import { type OpinionKind, opinionWordsIn } from './opinion.js'

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

/** Words by which the text judges, loads or concludes, with who uses them. */
export interface OpinionWords {
  readonly kind: OpinionKind
  readonly by: string
  readonly quote: Quote
}

/** A claim in the author's own voice that judges or foresees, with the words that do; none where only its tense does. */
export interface Verdict {
  readonly claim: string
  readonly words: readonly Quote[]
}

export interface Slant {
  readonly loaded: readonly LoadedName[]
  readonly opinions: readonly OpinionWords[]
  readonly verdicts: readonly Verdict[]
  /** Who is quoted, most words first. */
  readonly quoted: readonly Quoted[]
  /** Share of the text's sentences that stand in nobody's voice but the author's, 0–1; null for a text without sentences. */
  readonly authorShare: number | null
  /** Share of the claims that rest on the author's own word, 0–1; null for a text without claims. */
  readonly claimShare: number | null
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
  claims: readonly Claim[] = [],
): Slant => {
  const { text } = document
  const readings = trees.map((tree, index) => readingOf(index, tree))
  const whose = (span: Span): string => {
    const voice = voicesOf(attributions, span).at(-1)
    return voice === undefined ? 'author' : idOf(voice, text)
  }
  const loaded = mentions.flatMap(mention =>
    loadedAt(mention, trees[mention.sentence]!, lexicon).map(
      ([span, leaning]): LoadedName => ({
        actor: mention.actor.id,
        leaning,
        by: whose(span),
        quote: quoteOf(text, span),
      }),
    ),
  )
  const bySpeaker = new Map<string, Quoted>()
  for (const attribution of attributions) {
    if (!attribution.voice || attribution.speaker.kind === 'author') continue
    const speaker = idOf(attribution, text)
    const units = attribution.content.reduce((sum, span) => sum + span.end - span.start, 0)
    const known = bySpeaker.get(speaker) ?? { speaker, attributions: 0, units: 0 }
    bySpeaker.set(speaker, { speaker, attributions: known.attributions + 1, units: known.units + units })
  }
  const own = readings.filter(({ words }) => {
    const root = words.find(word => word.head < 0)
    return root !== undefined && voicesOf(attributions, root).length === 0
  })
  const opinions = readings.flatMap(reading =>
    opinionWordsIn(reading, lexicon).map(({ kind, words }): OpinionWords => {
      const span = cover(words.map(word => reading.words[word]!))
      return { kind, by: whose(span), quote: quoteOf(text, span) }
    }),
  )
  const byAuthor = claims.filter(claim => voiceOfClaim(claim) === 'author')
  return {
    loaded,
    opinions,
    verdicts: byAuthor
      .filter(({ opinion }) => opinion)
      .map(claim => ({ claim: claim.id, words: wordsOfVerdict(claim, opinions, sentences) })),
    quoted: [...bySpeaker.values()].sort((a, b) => b.units - a.units || (a.speaker < b.speaker ? -1 : 1)),
    authorShare: sentences.length === 0 ? null : own.length / sentences.length,
    claimShare: claims.length === 0 ? null : byAuthor.length / claims.length,
  }
}

const clausal: ReadonlySet<OpinionKind> = new Set(['comment', 'conclusion', 'phrase'])

/** The author's judging words in the claim's quotation, and those on the whole sentence around it. */
const wordsOfVerdict = (
  { quote }: Claim,
  opinions: readonly OpinionWords[],
  sentences: readonly Sentence[],
): readonly Quote[] => {
  const sentence = sentences.find(({ start, end }) => start <= quote.start && quote.start < end) ?? quote
  return opinions
    .filter(({ by, kind, quote: { start, end } }) => {
      const around = clausal.has(kind) ? sentence : quote
      return by === 'author' && start >= around.start && end <= around.end
    })
    .map(one => one.quote)
}

const voiceOfClaim = ({ attribution }: Claim): string => {
  const speaker = attribution.at(-1)?.speaker ?? 'author'
  return typeof speaker === 'string' ? speaker : speaker.id
}

/** Claims by the voice that vouches for them: `author`, `unnamed` or an actor id → count. */
export const claimsByVoice = (claims: readonly Claim[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const id of claims.map(voiceOfClaim)) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
