// Cues in, drafts of attributions out: a cue with its speaker and its words as spans, before quotations are worked in. The tree tells the
// speaker, else what stands beside a saying verb, else the speaker before: "he added", "the statement said".
import type { Span } from '../../text/types.js'
import { tenseOf } from '../factuality/tense.js'
import { dependents, type Reading, subtree } from '../frames/reading.js'
import { cover } from '../quote.js'
import type { FoundCue } from './cues.js'
import type { VoiceLexicon } from './lexicon.js'
import type { Quotation } from './quotations.js'
import { type Source, sourceBeside, speakerOf } from './sources.js'

/** A cue on its way to an attribution; content grows as quotations find their speaker. */
export interface Draft extends Source {
  readonly reading: Reading
  readonly cue: FoundCue
  readonly span: Span
  readonly block: number
  readonly content: readonly Span[]
  readonly direct: boolean
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
export const within = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end

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

/** Of what nobody known reports, the words that only say who is meant, as he is now: "reports about aid to the front which is fighting Y". */
const identifying = (reading: Reading, words: readonly number[]): ReadonlySet<number> =>
  new Set(
    words
      .filter(
        word =>
          reading.words[word]!.deprel === 'acl:relcl' &&
          words.includes(reading.words[word]!.head) &&
          tenseOf(reading, word) === 'present' &&
          !dependents(reading, word, 'punct').some(mark => mark < word),
      )
      .flatMap(word => subtree(reading, word)),
  )

export const draftOf = (
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
  const source = speakerOf(reading, sourceWords(reading, cue, quotations), taken, lexicon)
  const aside = source.vague ? identifying(reading, cue.content) : new Set<number>()
  const content = cue.content.filter(word => !aside.has(word))
  return {
    ...source,
    reading,
    cue,
    span: cover([reading.words[cue.first]!, reading.words[cue.last]!]),
    block,
    content: spansOf(reading, trimmed(reading, content)),
    direct: false,
  }
}

/** What a denial denies is what the report holds: "denied reports that X" is one voice, the denier's, over X. */
export const mergeDenials = (drafts: readonly Draft[], lexicon: VoiceLexicon): readonly Draft[] => {
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

/** Does the cue stand outside every quotation? */
export const isOutside = (draft: Draft, quotations: readonly Quotation[]): boolean =>
  !quotations.some(quotation => within(draft.span, quotation))

/** "He added", "the statement said": the one who was named as speaking last, in this block or the one before. */
export const resolveAnaphora = (drafts: readonly Draft[]): readonly Draft[] => {
  let last: Draft | null = null
  return drafts.map(draft => {
    if (draft.speaker.kind === 'name' || draft.speaker.kind === 'mention') last = draft
    else if (draft.anaphoric && last !== null && draft.block - last.block <= 1)
      return { ...draft, speaker: last.speaker }
    return draft
  })
}
