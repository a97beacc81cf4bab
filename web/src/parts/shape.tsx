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

/** @param faint tells of the sign that only a matrix has. */
export const Legend = ({ faint = false }: { readonly faint?: boolean }) => (
  <ul className="legend" aria-label={words.legend.label}>
    <li>
      <Shape direction="+" /> {words.legend.for}
    </li>
    <li>
      <Shape direction="-" /> {words.legend.against}
    </li>
    <li>
      <Shape direction="0" /> {words.legend.open}
    </li>
    {faint && <li>{words.legend.faint}</li>}
    <li>
      <span className="swatch dashed" aria-hidden="true" /> {words.legend.beside}
    </li>
    <li>
      <span className="swatch hatched" aria-hidden="true" /> {words.legend.disputed}
    </li>
  </ul>
)
