// The words of a position and their fixed order. Columns hold the place in these lists, so the order is part of the ledger's format:
// add at the end, never in between.
import type { Dimension, Direction, Modality } from '../claims/types.js'

export const dimensions = [
  'recognition',
  'endorsement',
  'engagement',
  'material',
  'force',
] as const satisfies Dimension[]
export const directions = ['+', '-', '0'] as const satisfies Direction[]
export const modalities = [
  'actual',
  'planned',
  'conditional',
  'possible',
  'demanded',
  'predicted',
] as const satisfies Modality[]

/** On what a position rests, strongest first; `denied` supports nothing alone. */
export const bases = ['declared', 'acted', 'attributed', 'hearsay', 'opinion', 'denied'] as const
export type Basis = (typeof bases)[number]

/** The ladder of recognition and engagement, lowest rung first. */
export const rungs = [
  'no contact',
  'contact',
  'technical talks',
  'envoy received',
  'mission handed over',
  'chargé accredited',
  'ambassador accredited',
  'delisted',
  'recognised de jure',
] as const
