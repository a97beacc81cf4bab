// The algebra of factuality: what a proposition's standing becomes when a word embeds it, plainly or under negation. Pure tables.
import type { Effect } from '../../knowledge/embedding-schema.js'
import type { Modality, Polarity } from '../types.js'

/** How a proposition stands, read from the inside outward. */
export interface State {
  readonly polarity: Polarity
  readonly modality: Modality
  /** Somebody refuses it now: "will not", "declined to". Then the polarity is `negated` and the modality `actual`. */
  readonly refused: boolean
  /** It went on and is brought to an end: "suspended", "no longer". */
  readonly ended: boolean
  /** What would be done is not even called for or feared: "did not demand that". Nothing follows of anybody's stance. */
  readonly idle: boolean
}

export const plain: State = { polarity: 'affirmed', modality: 'actual', refused: false, ended: false, idle: false }

const flip = (polarity: Polarity): Polarity => (polarity === 'affirmed' ? 'negated' : 'affirmed')

/** The deed is not done; undoing an end or a refusal leaves the thing as it was. */
export const negate = (state: State): State => {
  if (state.ended) return { ...state, ended: false }
  if (state.refused) return { ...state, refused: false, polarity: 'affirmed', modality: 'possible' }
  return { ...state, polarity: flip(state.polarity) }
}

/** Modalities that an outer plan, attempt or expectation does not wash out. */
const sticky: ReadonlySet<Modality> = new Set(['demanded', 'conditional'])

export const shift = (state: State, modality: Modality): State => {
  if (state.refused)
    return modality === 'planned' || modality === 'actual' ? state : { ...state, refused: false, modality }
  if (sticky.has(state.modality) && (modality === 'planned' || modality === 'predicted')) return state
  return { ...state, modality }
}

/** Refused now: somebody will not. Refusing to end something keeps it going. */
export const refuse = (state: State): State => {
  if (state.ended) return { ...state, ended: false, modality: 'actual' }
  if (state.polarity === 'negated') return { ...state, polarity: 'affirmed', refused: false, modality: 'actual' }
  if (sticky.has(state.modality)) return { ...state, idle: true }
  return { ...state, polarity: 'negated', modality: 'actual', refused: true }
}

/** Meant or promised: meaning not to is a refusal held now. */
const plan = (state: State): State =>
  state.polarity === 'negated' && !state.ended && !sticky.has(state.modality)
    ? { ...state, modality: 'actual', refused: true }
    : shift(state, 'planned')

const end = (state: State): State =>
  state.polarity === 'negated'
    ? { ...state, polarity: 'affirmed', refused: false }
    : { ...state, ended: true, refused: false }

const forbid = (state: State): State => ({ ...shift(negate(state), 'demanded') })

const idle = (state: State): State => ({ ...state, idle: true })

const keep = (state: State): State =>
  state.modality === 'planned' || state.modality === 'predicted' ? { ...state, modality: 'actual' } : state

type Turn = (state: State) => State
const same: Turn = state => state
const open: Turn = state => shift(state, 'possible')

/** Effect → [what becomes of the embedded state, what becomes of it when the embedding word is itself negated]. */
const turns: Readonly<Record<Effect, readonly [Turn, Turn]>> = {
  does: [same, negate],
  brings: [same, open],
  lets: [open, negate],
  tell: [same, open],
  fact: [same, same],
  not: [negate, same],
  prevents: [negate, open],
  refuse: [refuse, same],
  exclude: [refuse, open],
  forgo: [state => (state.modality === 'planned' ? negate(keep(state)) : end(state)), same],
  end: [end, same],
  keep: [keep, end],
  plan: [plan, refuse],
  try: [plan, negate],
  demand: [state => shift(state, 'demanded'), state => idle(shift(state, 'demanded'))],
  forbid: [forbid, state => idle(forbid(state))],
  possible: [open, negate],
  open: [open, open],
  predict: [state => shift(state, 'predicted'), state => shift(negate(state), 'predicted')],
  believe: [same, negate],
  doubt: [state => open(negate(state)), open],
  unreal: [negate, open],
  condition: [state => shift(state, 'conditional'), same],
}

export const applyEffect = (state: State, effect: Effect, negated: boolean): State =>
  turns[effect][negated ? 1 : 0](state)
