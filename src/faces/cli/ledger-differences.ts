// Differences as terminal tables: the cells that a recoding would change, and a tracker table beside the ledger.
import type { CellChange } from '../../store/recode.js'
import type { NamedStance } from '../questions/schemas.js'
import type { ComparedRow } from '../questions/tracker-import.js'
import { type Colours, coloursOf, markOf, type TerminalLayout, table } from './ledger-layout.js'
import { stanceWords } from './ledger-phrases.js'

const bareStance = (stance: CellChange['before'], colours: Colours): string =>
  stance === null
    ? '–'
    : stanceWords(
        { ...stance, holderName: stance.holder, targetName: stance.target, through: null } as NamedStance,
        colours,
      )

/** The cells that a recoding would change. */
export const renderChangedCells = (changes: readonly CellChange[], layout: TerminalLayout): string => {
  const colours = coloursOf(layout)
  const rows = changes.map(({ before, after, lost, gained }) => {
    const cell = (after ?? before)!
    return [
      cell.holder,
      cell.target,
      `${bareStance(before, colours)} → ${bareStance(after, colours)}`,
      `+${gained.length} −${lost.length}`,
      [...gained, ...lost].slice(0, 2).join(' '),
    ]
  })
  return rows.length === 0 ? '' : table(['holder', 'target', 'from → to', 'claims', ''], rows, colours)
}

/** A tracker table beside the ledger. */
export const renderTrackerRows = (rows: readonly ComparedRow[], layout: TerminalLayout): string => {
  const colours = coloursOf(layout)
  return rows.length === 0
    ? ''
    : table(
        ['line', 'holder', 'target', 'table', 'ledger', ''],
        rows.map(({ row, holder, target, dimension, direction, ledger, difference }) => [
          String(row.line),
          holder,
          target,
          `${markOf(direction)} ${dimension} ${row.since ?? ''}`,
          ledger === null || ledger.direction === null
            ? '–'
            : `${markOf(ledger.direction)} ${ledger.since ?? ''} (${ledger.origins} origins)`,
          difference,
        ]),
        colours,
      )
}
