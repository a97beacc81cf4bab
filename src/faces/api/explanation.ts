// How a text was read, beside its claims: the rules that all but fired and why they did not, and its slant. Traces in, an explanation out.
// Law: descriptive, with the words shown; it says nothing of left or right.
import { z } from 'zod'
import type { SentenceTrace } from '../../claims/code.js'
import { quoteOf } from '../../claims/quote.js'
import type { SlantLexicon } from '../../claims/slant/lexicon.js'
import { claimsByVoice, readSlant } from '../../claims/slant/read-slant.js'
import type { Claim } from '../../claims/types.js'
import type { VoiceLexicon } from '../../claims/voices/lexicon.js'
import { readVoices } from '../../claims/voices/read-voices.js'
import type { Document } from '../../text/types.js'

const span = { start: z.int().nonnegative(), end: z.int().nonnegative() }
const named = { id: z.string().describe('an actor’s id, "author" or "unnamed"'), name: z.string() }

export const explanationSchema = z.object({
  nearMisses: z
    .array(
      z.object({
        rule: z.string(),
        trigger: z.object({ ...span, exact: z.string() }).describe('The word that was there'),
        reason: z.string(),
        sentence: z.object(span),
      }),
    )
    .describe('Rules whose trigger was there and which did not fire'),
  slant: z.object({
    loaded: z.array(
      z.object({
        actor: z.object(named),
        leaning: z.enum(['harsh', 'warm']),
        by: z.object(named),
        words: z.object({ ...span, exact: z.string() }),
      }),
    ),
    quoted: z.array(z.object({ ...named, times: z.int(), share: z.number().describe('of all quoted text, 0 to 1') })),
    othersShare: z.number().describe('of the text that is told in the words of others, 0 to 1'),
    vouching: z.array(z.object({ ...named, claims: z.int() })).describe('Whose word the claims rest on'),
  }),
})
export type Explanation = z.infer<typeof explanationSchema>

export interface ExplanationSources {
  readonly voices: VoiceLexicon
  readonly slant: SlantLexicon
  /** The name of a known actor; undefined for others. */
  readonly nameOf: (id: string) => string | undefined
}

const placeOf = (text: string, { start, end }: { readonly start: number; readonly end: number }) => {
  const { exact } = quoteOf(text, { start, end })
  return { start, end, exact }
}

const nearMissesOf = (text: string, traces: readonly SentenceTrace[]): Explanation['nearMisses'] =>
  traces.flatMap(({ nearMisses, tree, sentence }) =>
    nearMisses.map(({ rule, reason, predicate }) => ({
      rule,
      reason,
      trigger: placeOf(text, tree.words[predicate]!),
      sentence: { start: sentence.start, end: sentence.end },
    })),
  )

/** Names of those who appear in the text itself, before those that are known. */
const namesIn = (traces: readonly SentenceTrace[], claims: readonly Claim[]): ReadonlyMap<string, string> => {
  const speakers = claims.flatMap(({ attribution }) =>
    attribution.flatMap(({ speaker }) => (typeof speaker === 'string' ? [] : [speaker])),
  )
  const mentioned = traces.flatMap(({ mentions }) => mentions.map(({ actor }) => actor))
  return new Map([...speakers, ...mentioned].map(({ id, name }) => [id, name]))
}

/** @param claims of the same document, in the order of the text. */
export const explainReading = (
  document: Document,
  traces: readonly SentenceTrace[],
  claims: readonly Claim[],
  { voices, slant: lexicon, nameOf }: ExplanationSources,
): Explanation => {
  const { text } = document
  const [sentences, trees] = [traces.map(({ sentence }) => sentence), traces.map(({ tree }) => tree)]
  const mentions = traces.flatMap(trace => trace.mentions)
  const attributions = readVoices(document, sentences, trees, mentions, voices)
  const slant = readSlant(document, sentences, trees, mentions, attributions, lexicon)
  const inText = namesIn(traces, claims)
  const named = (id: string) => ({ id, name: inText.get(id) ?? nameOf(id) ?? id })
  const quotedUnits = slant.quoted.reduce((sum, { units }) => sum + units, 0)
  return {
    nearMisses: nearMissesOf(text, traces),
    slant: {
      loaded: slant.loaded.map(({ actor, leaning, by, quote }) => ({
        actor: named(actor),
        leaning,
        by: named(by),
        words: placeOf(text, quote),
      })),
      quoted: slant.quoted.map(({ speaker, attributions: times, units }) => ({
        ...named(speaker),
        times,
        share: quotedUnits === 0 ? 0 : units / quotedUnits,
      })),
      othersShare: text.length === 0 ? 0 : Math.min(1, quotedUnits / text.length),
      vouching: [...claimsByVoice(claims)]
        .map(([voice, count]) => ({ ...named(voice), claims: count }))
        .sort((one, other) => other.claims - one.claims || (one.id < other.id ? -1 : 1)),
    },
  }
}
