// Acts that last until an opposite act (codebook section 4): which kind of lasting act a position is, and which kind it ends.
import type { Claim, Position } from '../claims/types.js'
import type { ActForm, LastingAct } from '../knowledge/ledger-schema.js'

export interface LastingReading {
  /** Name of the kind of lasting act that the position is; null for what speaks for its time only. */
  readonly lasting: string | null
  /** Name of the kind of lasting act that it ends; null for none. */
  readonly ends: string | null
}

const fits = (form: ActForm, position: Position, claim: Pick<Claim, 'event' | 'relation'>): boolean => {
  if (form.dimension !== position.dimension || form.direction !== position.direction) return false
  if (form.rungs !== undefined && !form.rungs.includes(position.rung ?? '')) return false
  if (form.events !== undefined && !form.events.includes(claim.event?.type ?? '')) return false
  if (form.relations !== undefined && !form.relations.includes(claim.relation?.name ?? '')) return false
  return form.cameo === undefined || form.cameo.some(code => claim.event?.cameo.startsWith(code) === true)
}

/** Reads a position against the kinds of lasting acts, in their order; the first that fits counts. */
export const readLasting = (
  position: Position,
  claim: Pick<Claim, 'event' | 'relation'>,
  kinds: readonly LastingAct[],
): LastingReading => {
  const named = (side: 'lasts' | 'ends') =>
    kinds.find(kind => kind[side].some(form => fits(form, position, claim)))?.name ?? null
  return { lasting: named('lasts'), ends: named('ends') }
}
