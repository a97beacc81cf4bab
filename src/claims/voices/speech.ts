// Direct quotations to the drafts of those who speak them: the saying verb that holds or stands beside a quotation, else the speaker who
// goes on.
import type { Document, Sentence, Span } from '../../text/types.js'
import { type Draft, isOutside, overlaps, within } from './drafts.js'
import type { Quotation } from './quotations.js'

const gap = (a: Span, b: Span): number => Math.max(0, Math.max(a.start, b.start) - Math.min(a.end, b.end))

const size = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + span.end - span.start, 0)

const nearEnough = 8

/** "Does anybody know?" Graham asked: the mark that ends the quotation ends its sentence too, and the saying verb opens the next. */
const follows = (draft: Draft, quotation: Quotation, sentences: readonly Sentence[]): boolean => {
  const { start } = sentences[draft.reading.sentence]!
  const first = draft.reading.words.findIndex(word => word.start >= start)
  return start >= quotation.end && start - quotation.end <= 2 && draft.cue.head - first <= nearEnough
}

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
      (overlaps(sentences[draft.reading.sentence]!, quotation) || follows(draft, quotation, sentences)),
  )
  const holding = own.filter(draft => draft.content.some(span => overlaps(span, quotation)))
  if (holding.length > 0) {
    return holding.reduce((best, draft) => (size(draft.content) < size(best.content) ? draft : best))
  }
  const beside = own.filter(draft => draft.content.length === 0)
  const nearest = beside.toSorted((a, b) => gap(a.span, quotation) - gap(b.span, quotation))[0]
  return nearest ?? null
}

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

/** Gives each quotation to the draft that speaks it, whose content grows by it. */
export const withQuotations = (
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

/** Ends the last sentence of `block` with a colon after this draft's saying verb, with nothing said yet? Then what follows is its speech. */
const opensSpeech = (draft: Draft, document: Document, sentences: readonly Sentence[]): boolean => {
  const block = document.blocks[draft.block]!
  const sentence = sentences[draft.reading.sentence]!
  const closing = document.text.slice(sentence.start, block.end).trimEnd()
  return draft.cue.quotes && draft.cue.voice && closing.endsWith(':') && sentence.end >= block.end - 2
}

/** Speaks nobody else after the block of this draft, neither in quotation marks nor by a cue of saying? */
const isLastToSpeak = (draft: Draft, drafts: readonly Draft[], quotations: readonly Quotation[]): boolean =>
  quotations.every(({ block }) => block <= draft.block) &&
  drafts.every(
    ({ block, cue, speaker }) => block <= draft.block || !cue.quotes || !cue.voice || speaker.kind === 'unnamed',
  )

/**
 * "The minister said:" and then whole paragraphs without quotation marks: in a government's own notice, and where nobody speaks after him,
 * they are the minister's to the next heading; elsewhere the next paragraph is.
 */
export const withSpeeches = (
  drafts: readonly Draft[],
  quotations: readonly Quotation[],
  document: Document,
  sentences: readonly Sentence[],
): readonly Draft[] =>
  drafts.map(draft => {
    if (!opensSpeech(draft, document, sentences)) return draft
    const following = document.blocks.slice(draft.block + 1)
    const next = draft.block + 1
    if (following.length === 0 || quotations.some(({ block }) => block === draft.block || block === next)) return draft
    const border = following.findIndex(({ kind }) => kind !== 'paragraph')
    const isWhole = document.issuer !== null || isLastToSpeak(draft, drafts, quotations)
    const length = !isWhole ? 1 : border < 0 ? following.length : border
    const speech = following.slice(0, border === 0 ? 0 : length)
    return { ...draft, content: [...draft.content, ...speech.map(({ start, end }) => ({ start, end }))] }
  })
