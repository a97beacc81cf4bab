// What a rule gives once polarity and modality are worked in: which positions remain, in which direction, and the PLOVER type of what is
// done now (codebook section 1 rules 2, 5 and 10, section 3).
import type { Gives } from '../knowledge/rule-schema.js'
import { demanded, ended, forborne, planned, refused, type Shift } from './shifts.js'
import type { ClaimEvent, Dimension, Direction, Modality, Polarity } from './types.js'

/** How the text presents a predicate: done or not, held, planned, called for, ended. */
export interface Presentation {
  readonly polarity: Polarity
  readonly modality: Modality
  /** The holder refuses it now: "will not", "has no plans to", "declined to". */
  readonly refused: boolean
  /** It went on and is brought to an end: "suspended aid", "lifted sanctions". */
  readonly ended: boolean
  /** The predicate is in the past tense or the perfect. */
  readonly past: boolean
}

export interface PositionTerm {
  readonly dimension: Dimension
  readonly direction: Direction
  readonly holder: 'who' | 'whom' | 'third'
  readonly target: 'who' | 'whom' | 'third'
}

export interface Outcome {
  readonly event: ClaimEvent | null
  readonly polarity: Polarity
  readonly modality: Modality
  readonly positions: readonly PositionTerm[]
}

const parseTerm = (term: string): PositionTerm => {
  const [what, ends] = term.split(' ')
  const [holder, target] = (ends ?? 'who>whom').split('>') as [PositionTerm['holder'], PositionTerm['target']]
  return { dimension: what!.slice(0, -1) as Dimension, direction: what!.slice(-1) as Direction, holder, target }
}

const opposite = (direction: Direction): Direction => (direction === '+' ? '-' : direction === '-' ? '+' : '0')

/** A refusal shows a stance in these; refused help or force leaves only the event. */
const refusable: ReadonlySet<Dimension> = new Set(['recognition', 'endorsement', 'engagement'])

const present = (term: PositionTerm, how: Presentation, absenceCounts: boolean): PositionTerm[] => {
  if (how.ended) return [{ ...term, direction: opposite(term.direction) }]
  if (how.refused) return term.direction === '+' && refusable.has(term.dimension) ? [{ ...term, direction: '-' }] : []
  if (how.polarity === 'affirmed') return [term]
  if (term.direction !== '+') return []
  const counts = absenceCounts || (term.dimension === 'endorsement' && !how.past)
  return counts ? [{ ...term, direction: '-' }] : []
}

const shiftOf = (plain: Shift, how: Presentation, withheld: boolean): Shift => {
  const now = how.ended ? (ended[plain.type] ?? plain) : plain
  if (how.modality === 'demanded') return how.polarity === 'negated' && !how.ended ? forborne : demanded[now.type]
  if (how.refused || withheld) return refused[now.type]
  return how.modality === 'planned' || how.modality === 'conditional' ? planned[now.type] : now
}

const shifted = (gives: Gives, how: Presentation, withheld: boolean): ClaimEvent | null => {
  const { event, mode, contexts, cameo } = gives
  if (event === null) return cameo === null ? null : { type: null, mode, contexts, cameo }
  const now = shiftOf({ type: event, mode, cameo: cameo ?? planned[event].cameo }, how, withheld)
  return { type: now.type, mode: now.mode, contexts, cameo: now.cameo }
}

/**
 * Works polarity, modality, refusal and ending into what the rule gives for a plain affirmed deed. A negation that shows in the direction of a
 * position is spent there: the claim that one does not welcome is an affirmed rejection.
 */
export const outcomeOf = (gives: Gives, how: Presentation, absenceCounts: boolean): Outcome => {
  const positions = gives.positions.map(parseTerm).flatMap(term => present(term, how, absenceCounts))
  return {
    event: shifted(gives, how, how.polarity === 'negated' && (positions.length > 0 || gives.event === 'AGREE')),
    polarity: positions.length > 0 ? 'affirmed' : how.polarity,
    modality: how.refused ? 'actual' : how.modality === 'actual' ? (gives.modality ?? 'actual') : how.modality,
    positions,
  }
}
