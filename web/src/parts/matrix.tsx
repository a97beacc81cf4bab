// The matrix as a table: holders in rows, targets in columns, both heads sticky; on a phone a list by holder. Arrow keys move between cells.
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useMemo, useSyncExternalStore } from 'react'
import { shownDirection, stanceCautions, stanceSentence } from '../../../src/faces/formats/stance.js'
import type { Stance } from '../answers.js'
import { words } from '../words.js'
import { cellOf } from './drawer.js'
import { classOf, Shape } from './shape.js'

interface Named {
  readonly id: string
  readonly name: string
}
interface MatrixProps {
  readonly holders: readonly Named[]
  readonly targets: readonly Named[]
  readonly cells: readonly Stance[]
  readonly first: string | undefined
  readonly onOpen: (cell: string) => void
  readonly onFirst: (id: string) => void
}

const narrow = '(max-width: 40rem)'
const useNarrow = (): boolean =>
  useSyncExternalStore(
    changed => {
      const query = matchMedia(narrow)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => matchMedia(narrow).matches,
  )

const labelOf = (stance: Stance): string => `${stanceSentence(stance)}; ${words.drawer.origins(stance.origins)}`

const classesOf = (stance: Stance): string =>
  [
    'cell',
    classOf(shownDirection(stance)),
    stance.status === 'beside' || stance.basis === 'hearsay' ? 'beside' : '',
    stance.status === 'unconfirmed' || stance.status === 'undated' ? 'faint' : '',
    stance.disputed || stance.status === 'denied' ? 'hatched' : '',
  ]
    .filter(Boolean)
    .join(' ')

const CellButton = ({
  stance,
  tabIndex,
  onOpen,
}: {
  readonly stance: Stance
  readonly tabIndex: number
  readonly onOpen: (cell: string) => void
}) => (
  <button
    type="button"
    className={classesOf(stance)}
    title={labelOf(stance)}
    aria-label={labelOf(stance)}
    tabIndex={tabIndex}
    onClick={() => onOpen(cellOf(stance))}
  >
    <Shape direction={shownDirection(stance)} />
    <span aria-hidden="true">{stance.origins > 0 ? stance.origins : ''}</span>
  </button>
)

/** Moves the focus to the next cell that holds something, in the direction of the key. */
const move = (event: KeyboardEvent<HTMLTableSectionElement>): void => {
  const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key]
  const from = (event.target as Element).closest('td')
  if (step === undefined || from === null) return
  event.preventDefault()
  const rows = [...event.currentTarget.rows]
  let [row, column] = [rows.indexOf(from.parentElement as HTMLTableRowElement), from.cellIndex]
  for (;;) {
    row += step[0]!
    column += step[1]!
    const cell = rows[row]?.cells[column]
    if (cell === undefined || column < 1) return
    const button = cell.querySelector('button')
    if (button === null) continue
    from.querySelector('button')?.setAttribute('tabindex', '-1')
    button.tabIndex = 0
    button.focus()
    button.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    return
  }
}

const Table = ({ holders, targets, cells, first, onOpen, onFirst }: MatrixProps) => {
  const at = useMemo(() => new Map(cells.map(stance => [`${stance.holder} ${stance.target}`, stance])), [cells])
  const start = holders.flatMap(holder => targets.flatMap(target => at.get(`${holder.id} ${target.id}`) ?? []))[0]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    // biome-ignore lint/a11y/useSemanticElements: a region that scrolls is no section of the page
    <div className="matrix" tabIndex={0} role="region" aria-label={words.standing.title}>
      <table>
        <caption className="unseen">{words.standing.caption}</caption>
        <thead>
          <tr>
            <td className="corner" />
            {targets.map(({ id, name }) => (
              <th key={id} scope="col" className={id === first ? 'first' : undefined}>
                <div>
                  <Link to="/actors/$actor" params={{ actor: id }} title={name}>
                    {name}
                  </Link>
                </div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={move}>
          {holders.map(holder => (
            <tr key={holder.id}>
              <th scope="row">
                <Link to="/actors/$actor" params={{ actor: holder.id }}>
                  {holder.name}
                </Link>
                <button
                  type="button"
                  className={`pin${holder.id === first ? ' on' : ''}`}
                  aria-pressed={holder.id === first}
                  title={words.standing.pin}
                  aria-label={`${words.standing.pin}: ${holder.name}`}
                  onClick={() => onFirst(holder.id)}
                >
                  ↑
                </button>
              </th>
              {targets.map(target => {
                const stance = at.get(`${holder.id} ${target.id}`)
                return (
                  <td key={target.id}>
                    {stance && <CellButton stance={stance} tabIndex={stance === start ? 0 : -1} onOpen={onOpen} />}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const List = ({ holders, cells, onOpen }: MatrixProps) => {
  const byHolder = useMemo(() => Map.groupBy(cells, ({ holder }) => holder), [cells])
  return (
    <div className="holders">
      {holders.map(({ id, name }) => (
        <section key={id} aria-label={name}>
          <h2>
            <Link to="/actors/$actor" params={{ actor: id }}>
              {name}
            </Link>
          </h2>
          <StanceList stances={byHolder.get(id) ?? []} show="targetName" onOpen={onOpen} />
        </section>
      ))}
    </div>
  )
}

/** Stances one below the other, each a button to its words. */
export const StanceList = ({
  stances,
  show,
  onOpen,
}: {
  readonly stances: readonly Stance[]
  readonly show: 'targetName' | 'holderName'
  readonly onOpen: (cell: string) => void
}) => (
  <ul className="stances">
    {stances.map(stance => (
      <li key={cellOf(stance)}>
        <button type="button" className="line" onClick={() => onOpen(cellOf(stance))}>
          <span className="unseen">{labelOf(stance)}: </span>
          <span className={classesOf(stance)}>
            <Shape direction={shownDirection(stance)} />
            <span aria-hidden="true">{stance.origins > 0 ? stance.origins : ''}</span>
          </span>
          <span className="who">{stance[show]}</span>
          <span className="soft">{[stance.dimension, ...stanceCautions(stance)].join(' · ')}</span>
        </button>
      </li>
    ))}
  </ul>
)

export const Matrix = (props: MatrixProps) => (useNarrow() ? <List {...props} /> : <Table {...props} />)
