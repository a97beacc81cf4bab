// Document, sentences, trees and mentions in; out, every attribution that the text makes: verbs, nouns, adverbs and phrases that bring in a
// voice, direct quotations with whoever speaks them, posts. The law kept here: no content, no voice.

import { mentionsByHead } from '../../actors/index.js'
import type { Mention } from '../../actors/types.js'
import type { Tree } from '../../syntax/types.js'
import type { Document, Sentence } from '../../text/types.js'
import { readingOf } from '../frames/reading.js'
import { blockVoices } from './blocks.js'
import { findCues } from './cues.js'
import { type Draft, draftOf, isOutside, mergeDenials, resolveAnaphora } from './drafts.js'
import { labelVoices } from './labels.js'
import type { VoiceLexicon } from './lexicon.js'
import { findQuotations, type Quotation } from './quotations.js'
import { withQuotations, withSpeeches } from './speech.js'
import type { Attribution, Speaker } from './types.js'

const plain = (name: string): string => name.toLowerCase().replace(/^the |[^\p{L}\p{N}]/gu, '')

/** "As reported by TFI" in TFI's own text: the outlet that publishes it is its author. */
const isOwnOutlet = (speaker: Speaker, { publisher, text }: Document): boolean => {
  if (publisher === null || (speaker.kind !== 'name' && speaker.kind !== 'mention')) return false
  const name = speaker.kind === 'name' ? text.slice(speaker.span.start, speaker.span.end) : speaker.mention.actor.name
  return plain(name) === plain(publisher)
}

/** "Expressed support for", and not "discussed the support of Chad for": is the noun of welcome said by somebody? */
const isExpressed = ({ cue, reading }: Draft, lexicon: VoiceLexicon): boolean => {
  const { upos, head } = reading.words[cue.head]!
  return upos !== 'NOUN' || (head >= 0 && lexicon.expressing.has(reading.words[head]!.lemma.toLowerCase()))
}

/** What several welcome or reaffirm together is nobody's word alone, and a thing that shows something is no witness to it. */
const vouches = (draft: Draft, lexicon: VoiceLexicon): boolean => {
  const { cue, joint, thing, reading } = draft
  if (cue.family === 'welcome' && (joint || !isExpressed(draft, lexicon))) return false
  return cue.voice && !(thing && lexicon.showing.has(reading.words[cue.head]!.lemma.toLowerCase()))
}

const toAttribution = (
  draft: Draft,
  document: Document,
  quotations: readonly Quotation[],
  lexicon: VoiceLexicon,
): Attribution => {
  const { cue, span, source, content, direct, vague } = draft
  const speaker: Speaker = isOwnOutlet(draft.speaker, document) ? { kind: 'author' } : draft.speaker
  return {
    sentence: draft.reading.sentence,
    form: cue.form,
    family: cue.family,
    voice: vouches(draft, lexicon),
    frame: cue.frame,
    cue: { head: cue.head, first: cue.first, last: cue.last, span },
    speaker,
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

/** Reads every attribution of a document, in the order of their cues; `sentences` and `trees` run in parallel. */
export const readVoices = (
  document: Document,
  sentences: readonly Sentence[],
  trees: readonly Tree[],
  mentions: readonly Mention[],
  lexicon: VoiceLexicon,
): readonly Attribution[] => {
  const byHead = mentionsByHead(mentions)
  const quotations = findQuotations(document)
  const readings = trees.map((tree, index) => readingOf(index, tree, byHead.get(index)))
  const drafts = readings.flatMap(reading => {
    const { block } = sentences[reading.sentence]!
    const here = quotations.filter(quotation => quotation.block === block)
    const found = findCues(reading, lexicon).map(cue => draftOf(reading, cue, block, here, lexicon))
    return mergeDenials(found, lexicon).filter(isGrounded)
  })
  const quoted = withQuotations(resolveAnaphora(drafts), quotations, document, sentences)
  const spoken = withSpeeches(quoted, quotations, document, sentences)
  return [
    ...spoken
      .filter(draft => draft.content.length > 0)
      .filter(draft => isOutside(draft, quotations) || !isOwnVoice(draft))
      .map(draft => toAttribution(draft, document, quotations, lexicon)),
    ...labelVoices(document, sentences, readings, quotations, lexicon),
    ...blockVoices(document, sentences, mentions),
  ].sort((a, b) => a.sentence - b.sentence)
}
