// The last step to a claim: what was found about one predicate in, the claim with its exact quotations out. Every quotation is the slice of
// the text that it names.
import type { Actor, Mention } from '../actors/types.js'
import type { Document, Sentence, Span } from '../text/types.js'
import { claimSpan } from './claim-span.js'
import type { Presented } from './confidence/evidence.js'
import type { Reading } from './frames/reading.js'
import { claimId } from './identity.js'
import { cover, quoteOf } from './quote.js'
import type { RuleBook } from './rules/book.js'
import type { Match } from './rules/match.js'
import type { DatedBy } from './time/date-of.js'
import type { Claim, Modality, Polarity, VoiceLink } from './types.js'

/** What the passes of polarity, modality, voice, time and slant say of one predicate. Word indexes are of the predicate's sentence. */
export interface PredicateContext {
  readonly polarity: Polarity
  readonly modality: Modality
  readonly refused: boolean
  readonly ended: boolean
  readonly past: boolean
  /** A bare "will": foreseen, where somebody else than the doer says it. */
  readonly future: boolean
  readonly question: boolean
  readonly polarityWords: readonly number[]
  readonly modalityWords: readonly number[]
  /** From the outermost to the innermost; [author] where nobody else speaks. */
  readonly attribution: readonly VoiceLink[]
  readonly hearsay: boolean
  /** Its date; `spoken` = done by saying it, so that the saying's day will do. */
  readonly dated: (spoken: boolean) => DatedBy
  readonly opinion: boolean
}

export interface SentenceContext {
  readonly document: Document
  readonly sentence: Sentence
  readonly reading: Reading
  readonly book: RuleBook
  readonly read: (predicate: number) => PredicateContext
  readonly confidenceOf: (match: Match, presented: Presented) => number
  /** The government or body whose own notice the document is; null for news. */
  readonly issuer: Actor | null
  readonly coder: string
}

/** A claim before voices, date and quotations are put in. */
export interface Draft
  extends Pick<
    Claim,
    | 'kind'
    | 'actors'
    | 'recipients'
    | 'event'
    | 'relation'
    | 'figure'
    | 'polarity'
    | 'modality'
    | 'positions'
    | 'confidence'
    | 'rule'
  > {
  readonly predicate: number
  readonly triggerWords: readonly number[]
  /** The words of the claim, where they are not the clause of its predicate. */
  readonly span?: Span
  /** The mentions that stand for the two sides, for their quotations. */
  readonly who: readonly Mention[]
  readonly whom: readonly Mention[]
  /** Is it done by saying it, so that the day of the saying is its day? */
  readonly isSpoken: boolean
  /** The link that the predicate itself adds: a spoken stance has its holder as the innermost voice. */
  readonly spoken: readonly VoiceLink[]
}

/** Who speaks where the predicate stands: the innermost voice, or the issuer of a government's own notice; null for a news text's author. */
export const voiceOf = (read: PredicateContext, context: SentenceContext): Actor | null => {
  const speaker = read.attribution.at(-1)?.speaker
  if (typeof speaker === 'object') return speaker
  return speaker === 'author' ? context.issuer : null
}

/** Builds the claim. */
export const buildClaim = (draft: Draft, read: PredicateContext, context: SentenceContext): Claim => {
  const { document, reading, sentence } = context
  const trigger = cover(draft.triggerWords.map(index => reading.words[index]!))
  const inside = [...draft.who, ...draft.whom].filter(
    ({ start, end }) => start >= sentence.start && end <= sentence.end,
  )
  const words = (indexes: readonly number[]) => indexes.map(index => quoteOf(document.text, reading.words[index]!))
  const parties = (mentions: readonly Mention[]) =>
    mentions.filter(mention => mention.sentence === reading.sentence).map(mention => quoteOf(document.text, mention))
  const dated = read.dated(draft.isSpoken)
  const heard = read.attribution.filter(link => link.speaker !== 'author' || draft.spoken.length === 0)
  const attribution = [...heard, ...draft.spoken]
  const claim: Omit<Claim, 'id'> = {
    kind: draft.kind,
    actors: draft.actors,
    recipients: draft.recipients,
    event: draft.event,
    relation: draft.relation,
    figure: draft.figure,
    polarity: draft.polarity,
    modality: draft.modality,
    attribution,
    hearsay: read.hearsay && draft.spoken.length === 0,
    opinion: read.opinion || draft.modality === 'predicted',
    date: dated.date,
    positions: draft.positions,
    quote: quoteOf(
      document.text,
      draft.span ?? claimSpan(reading, document.text, draft.predicate, trigger, cover([trigger, ...inside])),
    ),
    quotes: {
      trigger: quoteOf(document.text, trigger),
      actor: parties(draft.who),
      recipient: parties(draft.whom),
      cue: attribution.flatMap(link => (link.cue === null ? [] : [link.cue])),
      date: dated.span === null ? [] : [quoteOf(document.text, dated.span)],
      polarity: words(read.polarityWords),
      modality: words(read.modalityWords),
    },
    confidence: draft.confidence,
    rule: draft.rule,
    coder: context.coder,
  }
  return { id: claimId(document.id, claim), ...claim }
}
