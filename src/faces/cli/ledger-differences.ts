// Differences as terminal tables: the stances that a recoding would change with their reasons, and a tracker table beside the ledger.
import { recodingReason } from '../../ledger/recoding.js'
import type { CellDifference } from '../../store/recode-cells.js'
import { nameStance } from '../questions/desk.js'
import type { Desk } from '../questions/question.js'
import type { TrackerReport } from '../questions/tracker-import.js'
import { coloursOf, markOf, shorten, type TerminalLayout, table } from './ledger-layout.js'
import { stanceWords } from './ledger-phrases.js'

/** Reasons of a cell that are shown; JSON has all. */
const shownReasons = 4

/** The stances that a recoding would change, each with the claims that are why. */
export const renderChangedCells = (cells: readonly CellDifference[], desk: Desk, layout: TerminalLayout): string => {
  const colours = coloursOf(layout)
  return cells
    .map(({ before, after, claims }) => {
      const [old, fresh] = [before, after].map(stance => (stance === null ? null : nameStance(desk, stance, new Map())))
      const { holderName, targetName } = (fresh ?? old)!
      const reasons = claims
        .slice(0, shownReasons)
        .map(claim => `    ${shorten(recodingReason(claim), layout.width - 4)}`)
      const more = claims.length > shownReasons ? [`    … ${claims.length - shownReasons} more`] : []
      return [
        `${colours.bold(holderName)} toward ${colours.bold(targetName)}: ${stanceWords(old!, colours)} → ${stanceWords(fresh!, colours)}`,
        ...reasons,
        ...more,
        '',
      ].join('\n')
    })
    .map(block => `${block}\n`)
    .join('')
}

/** A tracker table beside the ledger: first what differs, then what agrees, then what only the ledger has. */
export const renderTrackerRows = ({ rows, ledgerOnly }: TrackerReport, layout: TerminalLayout): string => {
  const colours = coloursOf(layout)
  if (rows.length + ledgerOnly.length === 0) return ''
  const differing = rows.toSorted(
    (one, other) => Number(one.difference === 'same') - Number(other.difference === 'same'),
  )
  return `${table(
    ['row', 'holder', 'target', 'in the table', 'in the ledger', ''],
    [
      ...differing.map(({ row, holderName, targetName, dimension, direction, modality, ledger, difference }) => [
        String(row.line),
        holderName,
        targetName,
        [
          direction === null ? '✕' : markOf(direction, modality === 'actual'),
          dimension,
          modality === 'actual' ? '' : modality,
          row.since ?? '',
        ]
          .filter(part => part !== '')
          .join(' '),
        ledger === null ? '–' : [stanceWords(ledger, colours), ledger.since ?? ''].join(' ').trim(),
        difference === 'same' ? colours.dim(difference) : difference,
      ]),
      ...ledgerOnly.map(stance => [
        '',
        stance.holderName,
        stance.targetName,
        '–',
        [stanceWords(stance, colours), stance.since ?? ''].join(' ').trim(),
        'only in the ledger',
      ]),
    ],
    layout,
  )}\n`
}
