// Direction by shape, position and colour together, so that none of them is needed alone.
import type { Direction } from '../../../src/claims/types.js'
import { directionMarks } from '../../../src/faces/formats/wording.js'
import { words } from '../words.js'

export const classOf = (direction: Direction | null | undefined): 'for' | 'against' | 'open' =>
  direction === '+' ? 'for' : direction === '-' ? 'against' : 'open'

/** The sign of a direction; nothing to a screen reader, which hears the word that stands beside it. */
export const Shape = ({ direction }: { readonly direction: Direction | null | undefined }) => (
  <span className={`shape ${classOf(direction)}`} aria-hidden="true">
    {directionMarks[direction ?? '0'].shape}
  </span>
)

const { legend } = words

/** @param matrix tells of the signs that only a matrix has. */
export const Legend = ({ matrix = false }: { readonly matrix?: boolean }) => (
  <ul className="legend" aria-label={legend.label}>
    <li>
      <Shape direction="+" /> {legend.for}
    </li>
    <li>
      <Shape direction="-" /> {legend.against}
    </li>
    <li>
      <Shape direction="0" /> {legend.open}
    </li>
    <li>
      <span className="swatch dashed" aria-hidden="true" /> {legend.beside}
    </li>
    {matrix ? (
      <>
        <li>
          <span className="swatch hatched" aria-hidden="true" /> {legend.disputed}
        </li>
        <li>
          <span className="swatch" aria-hidden="true" /> {legend.faint}
        </li>
        <li>{legend.number}</li>
        <li>{words.basisLegend}</li>
        <li>{legend.empty}</li>
      </>
    ) : (
      <li>
        <em>{legend.opinion}</em>
      </li>
    )}
  </ul>
)
