// saying.yml in; out, an index by part of speech and lemma that the cue finder asks.

import type { Knowledge } from '../../knowledge/sources.js'
import { bindConstructions, type Constructions } from '../frames/constructions.js'
import type { VoiceForm } from '../types.js'

export interface CueEntry {
  readonly family: string
  readonly form: VoiceForm
  readonly voice: boolean
  readonly frame: string
  readonly more: readonly string[]
}

export interface VoiceLexicon extends Constructions {
  /** "verb say" → entries: those of more words first, then in the order of the families. */
  readonly entries: ReadonlyMap<string, readonly CueEntry[]>
  readonly adverbs: ReadonlyMap<string, VoiceForm>
  readonly sourcing: ReadonlySet<string>
  readonly sourcingNouns: ReadonlySet<string>
  readonly asMarkers: ReadonlySet<string>
  readonly claims: ReadonlySet<string>
  readonly unnamed: ReadonlySet<string>
  readonly empty: ReadonlySet<string>
  readonly mediaNouns: ReadonlySet<string>
  readonly representing: ReadonlySet<string>
  readonly past: ReadonlySet<string>
  readonly showing: ReadonlySet<string>
  readonly expressing: ReadonlySet<string>
  readonly afterthoughts: ReadonlySet<string>
  readonly titles: ReadonlySet<string>
}

const categories = ['verb', 'noun', 'adjective'] as const

/** Binds the compiled lexicon once. */
export const bindVoices = (knowledge: Pick<Knowledge, 'saying' | 'constructions'>): VoiceLexicon => {
  const { saying, constructions } = knowledge
  const entries = new Map<string, CueEntry[]>()
  for (const { name, form, voice, ...family } of saying.families) {
    for (const category of categories) {
      for (const [frame, triggers] of Object.entries(family[category] ?? {})) {
        for (const trigger of triggers) {
          const [lemma, ...more] = trigger.split(' ')
          const key = `${category} ${lemma}`
          entries.set(key, [...(entries.get(key) ?? []), { family: name, form, voice, frame, more }])
        }
      }
    }
  }
  for (const list of entries.values()) list.sort((a, b) => b.more.length - a.more.length)
  return {
    entries,
    adverbs: new Map(
      Object.entries(saying.adverbs).flatMap(([form, words]) =>
        (words ?? []).map(word => [word, form as VoiceForm] as const),
      ),
    ),
    sourcing: new Set(saying.sourcing),
    sourcingNouns: new Set(saying['sourcing-nouns']),
    asMarkers: new Set(saying['as-markers']),
    claims: new Set(saying.claims),
    unnamed: new Set(saying.unnamed),
    empty: new Set(saying.empty),
    mediaNouns: new Set(saying['media-nouns']),
    representing: new Set(saying.representing),
    past: new Set(saying.past),
    showing: new Set(saying.showing),
    expressing: new Set(saying.expressing),
    afterthoughts: new Set(saying.afterthoughts),
    titles: new Set(saying.titles),
    ...bindConstructions(constructions),
  }
}
