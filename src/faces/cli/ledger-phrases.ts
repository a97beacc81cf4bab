// A stance in a few words and marks, as every table shows it.
import type { NamedStance } from '../questions/schemas.js'
import { type Colours, markOf, tint } from './ledger-layout.js'

const statusWords: Readonly<Record<NamedStance['status'], string>> = {
  current: '',
  unconfirmed: 'not confirmed since',
  denied: 'alleged, denied',
  undated: 'date unknown',
  beside: 'not actual',
}

/** "▲ recognition" with its qualification. */
export const stanceWords = (stance: NamedStance | null, colours: Colours): string => {
  if (stance === null) return '–'
  const { direction, beside, status } = stance
  const shown = direction === null ? beside[0] : undefined
  const sign =
    direction !== null
      ? tint(`${markOf(direction)} ${stance.dimension}`, direction, colours)
      : shown === undefined
        ? `✕ ${stance.dimension}`
        : `${markOf(shown.direction, false)} ${stance.dimension}, ${shown.modality === 'actual' ? 'undated' : shown.modality}`
  const cautions = [
    status === 'undated' || status === 'beside' ? '' : statusWords[status],
    stance.disputed ? 'disputed' : '',
  ].filter(word => word !== '')
  return cautions.length === 0 ? sign : `${sign} (${cautions.join(', ')})`
}
