// One cell as a button: its sign, on what basis, from how many independent origins; hatched where sources disagree. And cells in a list.
import { shownDirection, stanceCautions, stanceSentence } from '../../../src/faces/formats/stance.js'
import type { Stance } from '../answers.js'
import { words } from '../words.js'
import { classOf, Shape } from './shape.js'

/** "TJK:taliban:recognition" */
export const cellOf = ({ holder, target, dimension }: Pick<Stance, 'holder' | 'target' | 'dimension'>): string =>
  `${holder}:${target}:${dimension}`

/** All that a cell says, in one sentence for a screen reader and for the pointer that rests on it. */
export const cellLabel = (stance: Stance): string =>
  [
    stanceSentence(stance),
    stance.basis === null ? undefined : words.bases[stance.basis],
    words.drawer.origins(stance.origins),
  ]
    .filter(Boolean)
    .join('; ')

/** Planned, possible, demanded, or nobody's word. */
export const isBeside = ({ status, basis }: Stance): boolean => status === 'beside' || basis === 'hearsay'
export const isFaint = ({ status }: Stance): boolean => status === 'unconfirmed' || status === 'undated'
export const isHatched = ({ disputed, status }: Stance): boolean => disputed || status === 'denied'

const classesOf = (stance: Stance): string =>
  [
    'cell',
    classOf(shownDirection(stance)),
    isBeside(stance) && 'beside',
    isFaint(stance) && 'faint',
    isHatched(stance) && 'hatched',
  ]
    .filter(Boolean)
    .join(' ')

const Face = ({ stance }: { readonly stance: Stance }) => (
  <>
    <Shape direction={shownDirection(stance)} />
    {/* Drawn by the style sheet: to a screen reader they are said in words. */}
    <span className="basis" data-says={stance.basis === null ? '' : words.basisLetters[stance.basis]} />
    <span className="origins" data-says={stance.origins > 0 ? stance.origins : ''} />
  </>
)

export const StanceCell = ({
  stance,
  tabIndex,
  onOpen,
}: {
  readonly stance: Stance
  readonly tabIndex: number
  readonly onOpen: (cell: string) => void
}) => {
  const label = cellLabel(stance)
  return (
    <button
      type="button"
      className={classesOf(stance)}
      title={label}
      aria-label={label}
      tabIndex={tabIndex}
      onClick={() => onOpen(cellOf(stance))}
    >
      <Face stance={stance} />
    </button>
  )
}

/** Stances one below the other, each a button to its words. */
export const StanceList = ({
  stances,
  show,
  withDimension = true,
  onOpen,
}: {
  readonly stances: readonly Stance[]
  readonly show: 'targetName' | 'holderName'
  readonly withDimension?: boolean
  readonly onOpen: (cell: string) => void
}) => (
  <ul className="stances">
    {stances.map(stance => (
      <li key={cellOf(stance)}>
        <button type="button" className="line" title={cellLabel(stance)} onClick={() => onOpen(cellOf(stance))}>
          <span className="unseen">{cellLabel(stance)}: </span>
          <span className={classesOf(stance)}>
            <Face stance={stance} />
          </span>
          <span className="who">{stance[show]}</span>
          <span className="soft">
            {[...(withDimension ? [stance.dimension] : []), ...stanceCautions(stance)].join(' · ')}
          </span>
        </button>
      </li>
    ))}
  </ul>
)
