// The six embedding lexicons in; out, one index by part of speech and lemma that the readers of factuality ask.
// Where two entries fit, the one of more words wins, then the earlier one.
import type { Effect, EmbeddingLexicon } from '../../knowledge/embedding-schema.js'
import type { Knowledge } from '../../knowledge/sources.js'

export type HostCategory = 'verb' | 'noun' | 'adjective'

/** One host under one frame: `more` are lemmas or forms that must stand below it. */
export interface HostEntry {
  readonly axis: string
  readonly trigger: string
  readonly more: readonly string[]
  readonly frame: string
  readonly effect: Effect
  /** The effect where the host is in the past tense. */
  readonly past: Effect
}

/** A word or phrase with its effect and the axis it comes from. */
export interface Cue {
  readonly axis: string
  readonly words: readonly string[]
  readonly effect: Effect
}

export interface FactualityLexicon {
  /** "verb stop" → entries, the longest first. */
  readonly hosts: ReadonlyMap<string, readonly HostEntry[]>
  readonly modals: ReadonlyMap<string, Cue>
  /** By first word, the longest first. */
  readonly adverbs: ReadonlyMap<string, readonly Cue[]>
  readonly markers: ReadonlyMap<string, readonly Cue[]>
  readonly attributes: ReadonlyMap<string, Cue>
  readonly conditions: ReadonlyMap<string, readonly Cue[]>
  /** Those of the conditions, as phrases, on which only what is still to come may hang. */
  readonly terms: ReadonlySet<string>
  /** Lemmas and forms without which nothing in a sentence is called for. */
  readonly demanding: ReadonlySet<string>
  readonly quantifiers: ReadonlyMap<string, readonly Cue[]>
  readonly singling: ReadonlySet<string>
  readonly courtesies: ReadonlySet<string>
  readonly performing: ReadonlySet<string>
  readonly serving: ReadonlySet<string>
  /** Verbs that lend their polarity and modality to a noun: "hold talks". */
  readonly support: ReadonlySet<string>
  /** Those that lend it to a noun after "into" or "in": "enter into talks". */
  readonly obliqueSupport: ReadonlySet<string>
}

const categories: readonly HostCategory[] = ['verb', 'noun', 'adjective']

const gather = <T>(
  items: readonly (readonly [string, T])[],
  length: (item: T) => number,
): ReadonlyMap<string, readonly T[]> => {
  const index = new Map<string, T[]>()
  for (const [key, item] of items) index.set(key, [...(index.get(key) ?? []), item])
  for (const list of index.values()) list.sort((a, b) => length(b) - length(a))
  return index
}

const hostEntries = (axis: EmbeddingLexicon): (readonly [string, HostEntry])[] =>
  axis.hosts.flatMap(host =>
    categories.flatMap(category =>
      Object.entries(host[category] ?? {}).flatMap(([frame, triggers]) =>
        triggers.map(trigger => {
          const [lemma, ...more] = trigger.split(' ')
          const { effect, past = effect } = host
          return [`${category} ${lemma}`, { axis: axis.axis, trigger, more, frame, effect, past }] as const
        }),
      ),
    ),
  )

const cuesOf = (
  axis: string,
  table: Readonly<Partial<Record<Effect, readonly string[]>>>,
): (readonly [string, Cue])[] =>
  Object.entries(table).flatMap(([effect, phrases]) =>
    (phrases ?? []).map(phrase => {
      const words = phrase.split(' ')
      return [words[0]!, { axis, words, effect: effect as Effect }] as const
    }),
  )

const firstOf = (items: readonly (readonly [string, Cue])[]): ReadonlyMap<string, Cue> => {
  const index = new Map<string, Cue>()
  for (const [key, cue] of items) if (!index.has(key)) index.set(key, cue)
  return index
}

const calling: ReadonlySet<Effect> = new Set(['demand', 'forbid'])

/** The first words of all that has the effect of a call. */
const demandingWords = (
  hosts: readonly (readonly [string, HostEntry])[],
  cues: readonly (readonly [string, Cue])[],
): ReadonlySet<string> =>
  new Set([
    ...hosts
      .filter(([, { effect, past }]) => calling.has(effect) || calling.has(past))
      .map(([key]) => key.slice(key.indexOf(' ') + 1)),
    ...cues.filter(([, { effect }]) => calling.has(effect)).map(([word]) => word),
  ])

/** Binds the compiled lexicons once. */
export const bindFactuality = (knowledge: Pick<Knowledge, 'embedding' | 'constructions'>): FactualityLexicon => {
  const axes = knowledge.embedding
  const byWords = (cue: Cue) => cue.words.length
  const table = (pick: (axis: EmbeddingLexicon) => Readonly<Partial<Record<Effect, readonly string[]>>>) =>
    axes.flatMap(axis => cuesOf(axis.axis, pick(axis)))
  const hosts = axes.flatMap(hostEntries)
  const [modals, adverbs] = [table(axis => axis.modals), table(axis => axis.adverbs)]
  const [markers, attributes] = [table(axis => axis.markers), table(axis => axis.attributes)]
  return {
    hosts: gather(hosts, entry => entry.more.length),
    modals: firstOf(modals),
    adverbs: gather(adverbs, byWords),
    markers: gather(markers, byWords),
    attributes: firstOf(attributes),
    conditions: gather(
      table(axis => ({ condition: [...axis.conditions, ...axis.terms] })),
      byWords,
    ),
    terms: new Set(axes.flatMap(axis => axis.terms)),
    demanding: demandingWords(hosts, [...modals, ...adverbs, ...markers, ...attributes]),
    quantifiers: gather(
      table(axis => ({ not: axis.quantifiers })),
      byWords,
    ),
    singling: new Set(axes.flatMap(axis => axis.singling)),
    courtesies: new Set(axes.flatMap(axis => axis.courtesies)),
    performing: new Set(axes.flatMap(axis => axis.performing)),
    serving: new Set(axes.flatMap(axis => axis.serving)),
    obliqueSupport: new Set(knowledge.constructions['oblique-support']),
    support: new Set([...knowledge.constructions.support, ...knowledge.constructions.receiving]),
  }
}
