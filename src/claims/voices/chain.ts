// The voices over one word, from the outermost to the innermost, and the words by which a claim names them.
import { slugOf } from '../../actors/index.js'
import type { Actor } from '../../actors/types.js'
import type { Span } from '../../text/types.js'
import { quoteOf } from '../quote.js'
import type { StatedAttribution, VoiceLink } from '../types.js'
import type { Attribution } from './types.js'

const holds = (attribution: Attribution, word: Span): boolean =>
  attribution.content.some(span => word.start >= span.start && word.end <= span.end) &&
  !(attribution.cue !== null && word.start >= attribution.cue.span.start && word.end <= attribution.cue.span.end)

const reach = (attribution: Attribution): number =>
  Math.max(...attribution.content.map(span => span.end)) - Math.min(...attribution.content.map(span => span.start))

/** Is the cue of `inner` among the words of `outer`? Then it stands within that voice. */
const encloses = (outer: Attribution, inner: Attribution): boolean => inner.cue !== null && holds(outer, inner.cue.span)

/** The voices whose content covers `word`, from the outermost to the innermost. Stances on a thing are no voices. */
export const voicesOf = (attributions: readonly Attribution[], word: Span): readonly Attribution[] =>
  attributions
    .filter(attribution => attribution.voice && holds(attribution, word))
    .toSorted((a, b) => {
      if (encloses(a, b) !== encloses(b, a)) return encloses(a, b) ? -1 : 1
      return reach(b) - reach(a) || a.sentence - b.sentence
    })

/** Does somebody stress or welcome what `word` names, alone or with others? Then it is held when that is said. */
export const isVoicedStance = (attributions: readonly Attribution[], word: Span): boolean =>
  attributions.some(attribution => attribution.family === 'welcome' && holds(attribution, word))

/** A person whom only the text knows, under a slug of the name as it stands there. */
const unknownPerson = (span: Span, text: string): Actor => {
  const surface = text.slice(span.start, span.end)
  return {
    id: slugOf(surface) || 'person',
    name: surface,
    surface,
    kind: 'person',
    country: null,
    sectors: [],
    agent: null,
  }
}

/** Who speaks, as a claim names it. */
export const speakerOfLink = ({ speaker }: Attribution, text: string): VoiceLink['speaker'] => {
  switch (speaker.kind) {
    case 'author':
    case 'unnamed':
      return speaker.kind
    case 'mention':
      return speaker.mention.actor
    case 'name':
      return unknownPerson(speaker.span, text)
  }
}

/** The chain as a claim carries it; `author` alone where nobody else speaks. */
export const linksOf = (chain: readonly Attribution[], text: string): readonly VoiceLink[] => {
  const links = chain
    .filter(({ speaker }) => speaker.kind !== 'author')
    .map(attribution => ({
      speaker: speakerOfLink(attribution, text),
      form: attribution.form,
      cue: attribution.cue === null ? null : quoteOf(text, attribution.cue.span),
    }))
  return links.length > 0 ? links : [{ speaker: 'author', form: 'said', cue: null }]
}

/** An attribution as a coded document carries it. */
export const statedAttribution = (attribution: Attribution, text: string): StatedAttribution => {
  const { form, voice, negated, hearsay, direct, cue, source, content } = attribution
  return {
    speaker: speakerOfLink(attribution, text),
    form,
    voice,
    negated,
    hearsay,
    direct,
    cue: cue === null ? null : quoteOf(text, cue.span),
    source: source === null ? null : quoteOf(text, source),
    content: content.map(span => quoteOf(text, span)),
  }
}

/** Does the last voice go without a name? */
export const isHearsay = (chain: readonly Attribution[]): boolean => chain.at(-1)?.hearsay ?? false
