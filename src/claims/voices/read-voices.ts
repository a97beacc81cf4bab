// Document, sentences, trees and mentions in; out, every attribution that the text makes: verbs, nouns, adverbs and phrases that bring in a
// voice, direct quotations with whoever speaks them, posts. The law kept here: no content, no voice.
import type { Mention } from '../../actors/types.js'
import type { Tree } from '../../syntax/types.js'
import type { Document, Sentence, Span } from '../../text/types.js'
import { type Reading, readingOf } from '../frames/reading.js'
import { cover } from '../quote.js'
import { type FoundCue, findCues } from './cues.js'
import type { VoiceLexicon } from './lexicon.js'
import { findQuotations, type Quotation } from './quotations.js'
import { sourceBeside, speakerOf } from './sources.js'
import type { Attribution, Speaker } from './types.js'

/** A cue on its way to an attribution; content grows as quotations find their speaker. */
interface Draft {
  readonly reading: Reading
  readonly cue: FoundCue
  readonly span: Span
  readonly block: number
  readonly speaker: Speaker
  readonly source: Span | null
  readonly pronoun: boolean
  readonly vague: boolean
  readonly content: readonly Span[]
  readonly direct: boolean
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end

/** Joins word indexes into spans; words that only punctuation parts stay together. */
const spansOf = (reading: Reading, words: readonly number[]): readonly Span[] => {
  const spans: { start: number; end: number; last: number }[] = []
  for (const index of words) {
    const word = reading.words[index]!
    const open = spans.at(-1)
    const joined =
      open !== undefined && reading.words.slice(open.last + 1, index).every(between => between.upos === 'PUNCT')
    if (open !== undefined && joined) {
      open.end = word.end
      open.last = index
    } else if (word.upos !== 'PUNCT') spans.push({ start: word.start, end: word.end, last: index })
  }
  return spans.map(({ start, end }) => ({ start, end }))
}

const trimmed = (reading: Reading, words: readonly number[]): readonly number[] => {
  let first = 0
  let last = words.length
  const isEdge = (at: number) => /^[,.;:–—―-]+$/.test(reading.words[words[at]!]!.form)
  while (first < last && isEdge(first)) first++
  while (last > first && isEdge(last - 1)) last--
  return words.slice(first, last)
}

/** The words of the source: the tree's, but never words of the quotation itself; failing these, what stands beside the verb. */
const sourceWords = (reading: Reading, cue: FoundCue, quotations: readonly Quotation[]): readonly number[] => {
  const inQuotation = (word: number) => quotations.some(quotation => within(reading.words[word]!, quotation))
  if (inQuotation(cue.head)) return cue.sources
  const outside = cue.sources.filter(word => !inQuotation(word))
  if (outside.length > 0 || !cue.quotes || cue.impersonal || reading.words[cue.head]!.upos !== 'VERB') return outside
  const own = new Set(cue.content)
  const beside = sourceBeside(reading, cue.head, word => own.has(word) || inQuotation(word))
  return beside === null ? [] : [beside]
}

const draftOf = (
  reading: Reading,
  cue: FoundCue,
  block: number,
  quotations: readonly Quotation[],
  lexicon: VoiceLexicon,
): Draft => {
  const taken = new Set<number>([...cue.content, cue.head])
  for (let word = cue.first; word <= cue.last; word++) {
    if (cue.family !== 'sourcing' || ['ADP', 'VERB', 'SCONJ'].includes(reading.words[word]!.upos)) taken.add(word)
  }
  const { speaker, source, pronoun, vague } = speakerOf(reading, sourceWords(reading, cue, quotations), taken, lexicon)
  return {
    reading,
    cue,
    span: cover([reading.words[cue.first]!, reading.words[cue.last]!]),
    block,
    speaker,
    source,
    pronoun,
    vague,
    content: spansOf(reading, trimmed(reading, cue.content)),
    direct: false,
  }
}

/** What a denial denies is what the report holds: "denied reports that X" is one voice, the denier's, over X. */
const mergeDenials = (drafts: readonly Draft[], lexicon: VoiceLexicon): readonly Draft[] => {
  const swallowed = new Set<Draft>()
  const merged = drafts.map(draft => {
    if (draft.cue.form !== 'denied') return draft
    const noun = drafts.find(
      other =>
        other !== draft &&
        other.cue.content.length > 0 &&
        draft.cue.content.includes(other.cue.head) &&
        draft.reading.words[other.cue.head]!.head === draft.cue.head &&
        lexicon.claims.has(draft.reading.words[other.cue.head]!.lemma.toLowerCase()),
    )
    if (noun === undefined) return draft
    swallowed.add(noun)
    return { ...draft, content: noun.content }
  })
  return merged.filter((_, index) => !swallowed.has(drafts[index]!))
}

const isOutside = (draft: Draft, quotations: readonly Quotation[]): boolean =>
  !quotations.some(quotation => within(draft.span, quotation))

const gap = (a: Span, b: Span): number => Math.max(0, Math.max(a.start, b.start) - Math.min(a.end, b.end))

/** The draft whose words a quotation holds: one whose content meets it, else the nearest saying verb beside it in its sentences. */
const speakerDraft = (
  quotation: Quotation,
  drafts: readonly Draft[],
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
): Draft | null => {
  const own = drafts.filter(
    draft =>
      draft.block === quotation.block &&
      draft.cue.quotes &&
      draft.cue.family !== 'judge' &&
      isOutside(draft, quotations) &&
      overlaps(sentences[draft.reading.sentence]!, quotation),
  )
  const holding = own.filter(draft => draft.content.some(span => overlaps(span, quotation)))
  if (holding.length > 0) {
    return holding.reduce((best, draft) => (size(draft.content) < size(best.content) ? draft : best))
  }
  const beside = own.filter(draft => draft.content.length === 0)
  const nearest = beside.toSorted((a, b) => gap(a.span, quotation) - gap(b.span, quotation))[0]
  return nearest ?? null
}

const size = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + span.end - span.start, 0)

/** Does the quotation hold whole sentences, so that it is speech and no borrowed word? */
const isSpeech = (quotation: Quotation, sentences: readonly Sentence[]): boolean =>
  quotation.length >= 4 &&
  sentences.some(
    sentence =>
      overlaps(sentence, quotation) && sentence.start >= quotation.start - 2 && sentence.end <= quotation.end + 2,
  )

const mergeSpans = (spans: readonly Span[]): readonly Span[] => {
  const sorted = spans.toSorted((a, b) => a.start - b.start)
  const merged: Span[] = []
  for (const span of sorted) {
    const last = merged.at(-1)
    if (last !== undefined && span.start <= last.end + 1) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    } else merged.push(span)
  }
  return merged
}

/** The speaker who goes on: the last one who was quoted in this block, or at the end of the block before. */
const carriedDraft = (quotation: Quotation, drafts: readonly Draft[], blockStart: number): Draft | null => {
  const before = drafts.filter(draft => draft.cue.quotes && draft.cue.voice && draft.span.start < quotation.start)
  const sameBlock = before.filter(draft => draft.block === quotation.block && draft.content.length > 0)
  const last = sameBlock.at(-1)
  if (last !== undefined) return last
  const previous = before.filter(draft => draft.block === quotation.block - 1).at(-1)
  const opensBlock = quotation.start <= blockStart + 2
  return previous !== undefined && (quotation.continues || opensBlock) ? previous : null
}

const withQuotations = (
  drafts: readonly Draft[],
  quotations: readonly Quotation[],
  document: Document,
  sentences: readonly Sentence[],
): readonly Draft[] => {
  let current = drafts
  for (const quotation of quotations) {
    const found =
      speakerDraft(quotation, current, sentences, quotations) ??
      (isSpeech(quotation, sentences)
        ? carriedDraft(quotation, current, document.blocks[quotation.block]!.start)
        : null)
    if (found === null) continue
    const outside = found.content.filter(span => !within(span, quotation))
    const content = mergeSpans([...outside, { start: quotation.start, end: quotation.end }])
    const grown: Draft = { ...found, content, direct: true }
    current = current.map(draft => (draft === found ? grown : draft))
  }
  return current
}

/** "He added": the one who was named as speaking last. */
const resolvePronouns = (drafts: readonly Draft[]): readonly Draft[] => {
  let last: Draft | null = null
  return drafts.map(draft => {
    if (draft.speaker.kind === 'name' || draft.speaker.kind === 'mention') last = draft
    else if (draft.pronoun && last !== null && draft.block - last.block <= 1) return { ...draft, speaker: last.speaker }
    return draft
  })
}

const toAttribution = (draft: Draft, document: Document, quotations: readonly Quotation[]): Attribution => {
  const { cue, span, speaker, source, content, direct, vague } = draft
  const issuer = speaker.kind === 'mention' && document.issuer !== null && speaker.mention.actor.id === document.issuer
  return {
    sentence: draft.reading.sentence,
    form: cue.form,
    family: cue.family,
    voice: cue.voice,
    frame: cue.frame,
    cue: { head: cue.head, first: cue.first, last: cue.last, span },
    speaker: issuer ? { kind: 'author' } : speaker,
    source,
    content,
    negated: cue.negated,
    hearsay: speaker.kind === 'unnamed' && vague,
    quoted: !isOutside(draft, quotations),
    direct,
  }
}

/** A noun or adjective speaks only where somebody is behind it; "reports that" alone may go without. */
const isGrounded = ({ cue, source, reading }: Draft): boolean =>
  source !== null ||
  cue.family === 'report' ||
  cue.family === 'adverb' ||
  reading.words[cue.head]!.upos === 'VERB' ||
  cue.frame === 'that'

/** "I think", "we believe" inside a quotation: the voice is the speaker's, who has one already. */
const isOwnVoice = ({ cue, reading }: Draft): boolean =>
  cue.sources[0] !== undefined && /^(I|we|you)$/i.test(reading.words[cue.sources[0]]!.form)

/** Posts and quotation blocks that name their author are that author's words, from first to last. */
const blockVoices = (
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): readonly Attribution[] =>
  document.blocks.flatMap((block, index) => {
    if ((block.kind !== 'post' && block.kind !== 'quotation') || block.author === null) return []
    const sentence = sentences.findIndex(candidate => candidate.block === index)
    if (sentence < 0) return []
    const named = authorMention(block.author, mentions)
    const at = document.text.indexOf(block.author, block.start)
    const span = at >= 0 && at < block.end ? { start: at, end: at + block.author.length } : null
    const speaker: Speaker =
      named !== undefined
        ? { kind: 'mention', mention: named }
        : span !== null
          ? { kind: 'name', span }
          : { kind: 'unnamed' }
    return [
      {
        sentence,
        form: block.kind === 'post' ? ('posted' as const) : ('said' as const),
        family: block.kind,
        voice: true,
        frame: 'block',
        cue: null,
        speaker,
        source: span,
        content: [{ start: block.start, end: block.end }],
        negated: false,
        hearsay: false,
        quoted: false,
        direct: true,
      },
    ]
  })

const authorMention = (author: string, mentions: readonly Mention[]): Mention | undefined =>
  mentions.find(
    mention =>
      mention.actor.agent?.name === author || mention.actor.surface === author || mention.actor.name === author,
  )

/** Reads every attribution of a document, in the order of their cues; `sentences` and `trees` run in parallel. */
export const readVoices = (
  document: Document,
  sentences: readonly Sentence[],
  trees: readonly Tree[],
  mentions: readonly Mention[],
  lexicon: VoiceLexicon,
): readonly Attribution[] => {
  const byHead = new Map<number, Map<number, Mention[]>>()
  for (const mention of mentions) {
    const heads = byHead.get(mention.sentence) ?? new Map<number, Mention[]>()
    heads.set(mention.head, [...(heads.get(mention.head) ?? []), mention])
    byHead.set(mention.sentence, heads)
  }
  const quotations = findQuotations(document)
  const drafts = trees.flatMap((tree, index) => {
    const reading = readingOf(index, tree, byHead.get(index))
    const { block } = sentences[index]!
    const here = quotations.filter(quotation => quotation.block === block)
    const found = findCues(reading, lexicon).map(cue => draftOf(reading, cue, block, here, lexicon))
    return mergeDenials(found, lexicon).filter(isGrounded)
  })
  const quoted = withQuotations(resolvePronouns(drafts), quotations, document, sentences)
  return [
    ...quoted
      .filter(draft => draft.content.length > 0)
      .filter(draft => isOutside(draft, quotations) || !isOwnVoice(draft))
      .map(draft => toAttribution(draft, document, quotations)),
    ...blockVoices(document, sentences, mentions),
  ].sort((a, b) => a.sentence - b.sentence)
}
