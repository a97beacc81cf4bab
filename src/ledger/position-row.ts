// A claim of a stored document in, its positions out as flat rows: one row of the ledger's `positions`, complete in itself, so that
// standing can be computed without opening the claim again.
import type { Claim, Dimension, Direction, Modality } from '../claims/types.js'
import type { LastingAct } from '../knowledge/ledger-schema.js'
import { basisOf } from './basis.js'
import { claimSpan } from './days.js'
import { readLasting } from './lasting.js'
import type { Paragraph } from './shingles.js'
import type { Basis } from './vocabulary.js'

export interface PositionRow {
  readonly holder: string
  readonly target: string
  readonly dimension: Dimension
  readonly direction: Direction
  readonly rung: string | null
  /** Days since 1970-01-01; null where the date is unknown. */
  readonly firstDay: number | null
  readonly lastDay: number | null
  readonly modality: Modality
  readonly basis: Basis
  readonly lasting: string | null
  readonly ends: string | null
  /** 0–1. */
  readonly confidence: number
  readonly claim: string
  /** The stored document that the claim stands in. */
  readonly entry: string
  /** Key of the paragraph that holds the quotation; equal keys are equal words. "0" where there is no text. */
  readonly paragraph: string
  /** Bands of that paragraph's signature, by which near-copies are found; none where it is too short. */
  readonly bands: readonly number[]
  /** The medium whose report the claim passes on ("Reuters reported that …"); null for none. */
  readonly via: string | null
}

/** What of its document a position needs. */
export interface Provenance {
  readonly entry: string
  readonly issuer: string | null
  readonly publishedOn: string | null
  readonly paragraph: Paragraph
}

const relayingMedium = (claim: Pick<Claim, 'attribution'>): string | null => {
  for (const { speaker } of claim.attribution) {
    if (typeof speaker !== 'string' && speaker.kind === 'media') return speaker.id
  }
  return null
}

/** Every position of a claim as a row. */
export const positionRows = (
  claim: Claim,
  origin: Provenance,
  kinds: readonly LastingAct[],
): readonly PositionRow[] => {
  const span = claimSpan(claim.date, claim.modality === 'actual', origin.publishedOn)
  const via = relayingMedium(claim)
  return claim.positions.map(position => ({
    holder: position.holder,
    target: position.target,
    dimension: position.dimension,
    direction: position.direction,
    rung: position.rung,
    firstDay: span?.first ?? null,
    lastDay: span?.last ?? null,
    modality: claim.modality,
    basis: basisOf(claim, position, origin.issuer),
    ...readLasting(position, claim, kinds),
    confidence: claim.confidence,
    claim: claim.id,
    entry: origin.entry,
    paragraph: origin.paragraph.key,
    bands: origin.paragraph.bands,
    via,
  }))
}
