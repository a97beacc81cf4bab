// Judged documents in; out, the kinds of positions that were read and are not in the gold, or are in the gold and were not read, commonest
// first, each with words that show it.
import type { SentenceTrace } from '../src/claims/code.js'
import type { Position } from '../src/claims/types.js'
import { type GoldRow, type JudgedDocument, type KeyOf, keysOf } from './judged.js'

/** A kind of mistake, how often it was made, and the first quotations that show it. */
export interface Kind {
  readonly kind: string
  readonly times: number
  readonly shown: readonly string[]
}

interface Mistake {
  readonly kind: string
  readonly words: string
}

const shownPerKind = 2

/** The `most` commonest kinds. */
export const commonestKinds = (mistakes: readonly Mistake[], most: number): readonly Kind[] => {
  const kinds = new Map<string, string[]>()
  for (const { kind, words } of mistakes) kinds.set(kind, [...(kinds.get(kind) ?? []), words])
  return [...kinds]
    .map(([kind, words]) => ({ kind, times: words.length, shown: words.slice(0, shownPerKind) }))
    .sort((a, b) => b.times - a.times || (a.kind < b.kind ? -1 : 1))
    .slice(0, most)
}

const what = ({ dimension, direction }: Position): string => `${dimension}${direction}`

const idsOf = (keyOf: KeyOf, holder: string, target: string): string =>
  keyOf({ holder, target, dimension: 'endorsement', direction: '0', rung: null })

const isBetween = (keyOf: KeyOf, a: Position, b: Position): boolean =>
  idsOf(keyOf, a.holder, a.target) === idsOf(keyOf, b.holder, b.target)

/** What the gold says between the same two, if it says anything. */
const goldBetween = (position: Position, rows: readonly GoldRow[], keyOf: KeyOf): string => {
  const between = rows.filter(row => isBetween(keyOf, row, position))
  if (between.length === 0) return 'nothing between them in the gold'
  const same = between.filter(({ dimension }) => dimension === position.dimension)
  return same.length > 0 ? `the gold has ${what(same[0]!)}` : `the gold has ${what(between[0]!)}`
}

/** One mistake for each position that was read and is not in the gold. */
export const extraMistakes = ({ claims, rows }: JudgedDocument, keyOf: KeyOf): readonly Mistake[] => {
  const known = new Set(rows.flatMap(row => keysOf(row, keyOf)))
  const seen = new Set<string>()
  return claims.flatMap(({ claim }) =>
    claim.positions.flatMap(position => {
      const key = keyOf(position)
      if (known.has(key) || seen.has(key)) return []
      seen.add(key)
      const kind = `${claim.rule} ${what(position)}: ${goldBetween(position, rows, keyOf)}`
      return [{ kind, words: claim.quote.exact }]
    }),
  )
}

const names = (traces: readonly SentenceTrace[], id: string, keyOf: KeyOf): boolean =>
  traces.some(({ mentions }) => mentions.some(({ actor }) => idsOf(keyOf, actor.id, '') === idsOf(keyOf, id, '')))

const whyMissed = (row: GoldRow, traces: readonly SentenceTrace[], keyOf: KeyOf): string => {
  const holder = names(traces, row.holder, keyOf)
  const target = names(traces, row.target, keyOf)
  if (!holder && !target) return 'neither party is named in the sentence'
  if (!holder) return 'the holder is not named in the sentence'
  if (!target) return 'the target is not named in the sentence'
  const read = traces.flatMap(trace => trace.claims.flatMap(claim => claim.positions))
  const between = read.find(position => isBetween(keyOf, position, row))
  if (between !== undefined) return `read as ${what(between)}`
  const misses = traces.flatMap(({ nearMisses }) => nearMisses)
  return misses.length > 0 ? 'both are named, a trigger is there, no rule fired' : 'both are named, no trigger is there'
}

/** One mistake for each gold position that was not read. */
export const missedMistakes = ({ coded, traces, rows }: JudgedDocument, keyOf: KeyOf): readonly Mistake[] => {
  const have = new Set(coded.claims.flatMap(({ positions }) => positions.map(keyOf)))
  const seen = new Set<string>()
  return rows.flatMap(row => {
    const keys = keysOf(row, keyOf)
    if (keys.some(key => have.has(key) || seen.has(key))) return []
    seen.add(keys[0]!)
    const here = traces.filter(({ sentence }) => sentence.start < row.end && row.start < sentence.end)
    return [{ kind: `${what(row)}: ${whyMissed(row, here, keyOf)}`, words: row.quote ?? '' }]
  })
}

/** Two claims of one sentence that hold opposite directions between the same two, as "rule + rule". */
export const conflictsIn = ({ traces }: JudgedDocument): readonly Mistake[] =>
  traces.flatMap(({ claims }) =>
    claims.flatMap((claim, index) =>
      claims.slice(index + 1).flatMap(other => {
        const clash = claim.positions.some(a =>
          other.positions.some(
            b =>
              a.holder === b.holder &&
              a.target === b.target &&
              a.dimension === b.dimension &&
              a.direction !== b.direction,
          ),
        )
        const kind = [claim.rule, other.rule].sort().join(' against ')
        return clash ? [{ kind, words: claim.quote.exact }] : []
      }),
    ),
  )
