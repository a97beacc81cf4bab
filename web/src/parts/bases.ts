// The bases that an address may narrow a view to: all of them, or those that name who says it.
import type { Basis } from '../../../src/ledger/vocabulary.js'

const strong: readonly Basis[] = ['declared', 'acted', 'attributed']

export const basesOf = (chosen: string | undefined): readonly Basis[] | undefined =>
  chosen === 'strong' ? strong : undefined
