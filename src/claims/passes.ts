// The passes of factuality, voice, time and slant over one document, bound so that any predicate can be read by them.
import { mentionsByHead } from '../actors/index.js'
import type { Mention } from '../actors/types.js'
import type { Knowledge } from '../knowledge/sources.js'
import type { Tree } from '../syntax/types.js'
import type { Document, Sentence } from '../text/types.js'
import type { PredicateContext } from './build.js'
import { bindFactuality, type FactualityLexicon } from './factuality/lexicon.js'
import { readFactuality } from './factuality/read.js'
import { isBackshifted, isPresentPerfect, tenseOf } from './factuality/tense.js'
import type { Reading } from './frames/reading.js'
import { bindSlant, type SlantLexicon } from './slant/lexicon.js'
import { opinionOf } from './slant/opinion.js'
import { dateOf } from './time/date-of.js'
import { findDates } from './time/find-dates.js'
import { bindDates, type DateLexicon } from './time/lexicon.js'
import type { VoiceLink } from './types.js'
import { isHearsay, isVoicedStance, linksOf, voicesOf } from './voices/chain.js'
import { bindVoices, type VoiceLexicon } from './voices/lexicon.js'
import { readVoices } from './voices/read-voices.js'
import type { Attribution } from './voices/types.js'

/** The lexicons of the passes, bound once for any number of documents. */
export interface PassLexicons {
  readonly factuality: FactualityLexicon
  readonly voices: VoiceLexicon
  readonly dates: DateLexicon
  readonly slant: SlantLexicon
}

export const bindLexicons = (knowledge: Knowledge): PassLexicons => ({
  factuality: bindFactuality(knowledge),
  voices: bindVoices(knowledge),
  dates: bindDates(knowledge),
  slant: bindSlant(knowledge),
})

/** Reads one predicate of one sentence. */
export type ReadPredicate = (reading: Reading, predicate: number) => PredicateContext

const author: VoiceLink = { speaker: 'author', form: 'said', cue: null }

/** What the passes over a whole document give: the reader of single predicates, and who says what. */
export interface Passes {
  readonly read: ReadPredicate
  readonly attributions: readonly Attribution[]
}

/** Runs the document-wide passes once. */
export const runPasses = (
  document: Document,
  sentences: readonly Sentence[],
  trees: readonly Tree[],
  mentions: readonly Mention[],
  lexicons: PassLexicons,
): Passes => {
  const attributions = readVoices(document, sentences, trees, mentions, lexicons.voices)
  const dates = findDates(document, sentences, trees, mentionsByHead(mentions), lexicons.dates)
  const dayOf = (sentence: number): string | null =>
    document.blocks[sentences[sentence]!.block]?.date ?? document.publishedOn
  const read: ReadPredicate = (reading, predicate) => {
    const chain = voicesOf(attributions, reading.words[predicate]!)
    const links = linksOf(chain, document.text)
    const factuality = readFactuality(reading, predicate, lexicons.factuality)
    const tense = tenseOf(reading, predicate)
    const held = tense === 'present' || factuality.refused || factuality.modality !== 'actual'
    const voiced = isVoicedStance(attributions, reading.words[predicate]!) || isBackshifted(reading, predicate)
    const current = document.issuer !== null || isPresentPerfect(reading, predicate)
    return {
      ...factuality,
      attribution: links.length > 0 ? links : [author],
      hearsay: isHearsay(chain),
      dated: spoken => {
        const stance = spoken || held || voiced
        const occasion = { tense, stance, spoken, current, documentDate: dayOf(reading.sentence) }
        return dateOf(dates, reading, predicate, occasion, document.text)
      },
      opinion: opinionOf(reading, predicate, lexicons.slant).opinion,
    }
  }
  return { read, attributions }
}
