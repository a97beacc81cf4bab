// What a rule gives once polarity and modality are worked in: which positions remain, in which direction, and the PLOVER type of what is
// done now (codebook section 1 rules 2, 5 and 10, section 3). Pure tables and a few lines over them.
import type { Gives } from '../knowledge/rule-schema.js'
import type { ClaimEvent, Dimension, Direction, EventType, Modality, Polarity } from './types.js'

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

type Shift = { readonly type: EventType; readonly mode: string | null; readonly cameo: string }

const planned: Readonly<Record<EventType, Shift>> = {
  AGREE: { type: 'AGREE', mode: null, cameo: '030' },
  CONSULT: { type: 'AGREE', mode: null, cameo: '036' },
  SUPPORT: { type: 'AGREE', mode: null, cameo: '032' },
  COOPERATE: { type: 'AGREE', mode: null, cameo: '031' },
  AID: { type: 'AGREE', mode: null, cameo: '033' },
  CONCEDE: { type: 'CONCEDE', mode: null, cameo: '080' },
  RETREAT: { type: 'CONCEDE', mode: null, cameo: '080' },
  REQUEST: { type: 'REQUEST', mode: null, cameo: '100' },
  ACCUSE: { type: 'ACCUSE', mode: 'disapprove', cameo: '110' },
  REJECT: { type: 'REJECT', mode: null, cameo: '120' },
  THREATEN: { type: 'THREATEN', mode: null, cameo: '130' },
  PROTEST: { type: 'THREATEN', mode: 'relations', cameo: '133' },
  SANCTION: { type: 'THREATEN', mode: 'relations', cameo: '131' },
  MOBILIZE: { type: 'THREATEN', mode: 'violence', cameo: '138' },
  COERCE: { type: 'THREATEN', mode: 'restrict', cameo: '132' },
  ASSAULT: { type: 'THREATEN', mode: 'violence', cameo: '138' },
}

const ended: Partial<Record<EventType, Shift>> = {
  CONSULT: { type: 'SANCTION', mode: 'withdraw', cameo: '164' },
  SUPPORT: { type: 'SANCTION', mode: 'withdraw', cameo: '160' },
  COOPERATE: { type: 'SANCTION', mode: 'withdraw', cameo: '160' },
  AID: { type: 'SANCTION', mode: 'discontinue', cameo: '162' },
  SANCTION: { type: 'RETREAT', mode: 'ease', cameo: '085' },
  COERCE: { type: 'CONCEDE', mode: null, cameo: '081' },
  ASSAULT: { type: 'RETREAT', mode: 'ceasefire', cameo: '0871' },
  MOBILIZE: { type: 'RETREAT', mode: 'withdraw', cameo: '0874' },
  PROTEST: { type: 'CONCEDE', mode: null, cameo: '080' },
}

const refusedEvent: Shift = { type: 'REJECT', mode: null, cameo: '120' }
const requested: Shift = { type: 'REQUEST', mode: null, cameo: '100' }

const shifted = (gives: Gives, how: Presentation, withheld: boolean): ClaimEvent | null => {
  if (gives.event === null) {
    return gives.cameo === null ? null : { type: null, mode: gives.mode, contexts: gives.contexts, cameo: gives.cameo }
  }
  const plain: Shift = { type: gives.event, mode: gives.mode, cameo: gives.cameo ?? planned[gives.event].cameo }
  const now = how.ended ? (ended[gives.event] ?? plain) : plain
  const shift =
    how.modality === 'demanded'
      ? requested
      : how.refused || withheld
        ? refusedEvent
        : how.modality === 'planned'
          ? planned[now.type]
          : now
  return { type: shift.type, mode: shift.mode, contexts: gives.contexts, cameo: shift.cameo }
}

/**
 * Works polarity, modality, refusal and ending into what the rule gives for a plain affirmed deed. A negation that shows in the direction of a
 * position is spent there: the claim that one does not welcome is an affirmed rejection.
 */
export const outcomeOf = (gives: Gives, how: Presentation, absenceCounts: boolean): Outcome => {
  const positions = gives.positions.map(parseTerm).flatMap(term => present(term, how, absenceCounts))
  return {
    event: shifted(gives, how, how.polarity === 'negated' && positions.length > 0),
    polarity: positions.length > 0 ? 'affirmed' : how.polarity,
    modality: how.refused ? 'actual' : how.modality === 'actual' ? (gives.modality ?? 'actual') : how.modality,
    positions,
  }
}
