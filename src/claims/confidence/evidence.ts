// One match of a rule in; out, what speaks for and against its reading, as numbers that have no unit but a direction: 0 is no doubt.
import type { Mention } from '../../actors/types.js'
import type { Reading } from '../frames/reading.js'
import type { Match } from '../rules/match.js'
import type { Modality } from '../types.js'

/** What may cast doubt on a reading; each has a weight in knowledge/codebook/confidence.yml. */
export const doubts = [
  /** The least sure arc between the predicate and its parties. */
  'parse',
  /** The least sure reading of a party's name. */
  'name',
  /** A party is meant by a pronoun or a description. */
  'referred',
  /** A party stands in another sentence, or is whoever speaks. */
  'elsewhere',
  /** Arcs between the predicate and its furthest party, of eight. */
  'distance',
  /** More than one pair of parties. */
  'several',
  /** Not told as done: planned, possible, demanded. */
  'unsettled',
  /** A negation, a refusal or an end is worked into it. */
  'turned',
  /** On the word of somebody else than its holder. */
  'reported',
  /** The predicate is no verb. */
  'nominal',
  /** Clauses and phrases between the predicate and the sentence's own, of five. */
  'depth',
  /** Actors in the sentence beyond two, of four. */
  'crowded',
  /** A party is a people or a person of no office, whose name is often somebody else's. */
  'people',
  /** Nobody is known to stand on one of its sides. */
  'alone',
] as const
export type Doubt = (typeof doubts)[number]

export interface Evidence {
  /** "condemn/condemn". */
  readonly rule: string
  readonly doubts: Readonly<Record<Doubt, number>>
}

/** How the passes present the predicate, as far as it bears on how sure the reading is. */
export interface Presented {
  readonly modality: Modality
  readonly turned: boolean
  readonly reported: boolean
  /** Positions that the claim has. */
  readonly positions: number
}

const longestPath = 8
const deepest = 5
const fullest = 4

const ancestry = (reading: Reading, word: number): readonly number[] => {
  const line = [word]
  for (let at = reading.words[word]!.head; at >= 0; at = reading.words[at]!.head) line.push(at)
  return line
}

/** The words whose arcs lead from `a` to `b`: up from each to where their lines meet. */
const pathBetween = (reading: Reading, a: number, b: number): readonly number[] => {
  const [up, down] = [ancestry(reading, a), ancestry(reading, b)]
  const meeting = up.find(word => down.includes(word))
  const before = (line: readonly number[]) => line.slice(0, meeting === undefined ? line.length : line.indexOf(meeting))
  return [...before(up), ...before(down)]
}

const least = (scores: readonly number[]): number => scores.reduce((low, score) => Math.min(low, score), 1)

const isReferred = ({ via }: Mention): boolean => via === 'pronoun' || via === 'description'

const actorsIn = (reading: Reading): number =>
  new Set([...reading.mentions.values()].flat().map(({ actor }) => actor.id)).size

/** The evidence for the claim that `match` makes. */
export const evidenceOf = (reading: Reading, match: Match, presented: Presented): Evidence => {
  const { rule, predicate, triggerWords, category } = match
  const parties = [...match.who, ...match.whom, ...match.third]
  const here = parties.filter(({ sentence }) => sentence === reading.sentence)
  const paths = here.map(({ head }) => pathBetween(reading, predicate, head))
  const arcs = [...new Set([...triggerWords, ...paths.flat()])].map(word => reading.words[word]!.score)
  const flag = (holds: boolean): number => (holds ? 1 : 0)
  return {
    rule: `${rule.relation}/${rule.name}`,
    doubts: {
      parse: 1 - least(arcs),
      name: 1 - least(parties.map(({ score }) => score)),
      referred: flag(parties.some(isReferred)),
      elsewhere: flag(here.length < parties.length || rule.byVoice),
      distance: Math.min(longestPath, Math.max(0, ...paths.map(({ length }) => length))) / longestPath,
      several: flag(presented.positions > 2),
      unsettled: flag(presented.modality !== 'actual'),
      turned: flag(presented.turned),
      reported: flag(presented.reported),
      nominal: flag(category !== 'verb'),
      depth: Math.min(deepest, ancestry(reading, predicate).length - 1) / deepest,
      crowded: Math.min(fullest, Math.max(0, actorsIn(reading) - 2)) / fullest,
      alone: flag(parties.length + Number(rule.byVoice) < 2),
      people: flag(parties.some(({ actor }) => actor.kind === 'people' || actor.kind === 'person')),
    },
  }
}
