// The matrix as a table: holders in rows, in groups where wanted, targets in columns, both heads sticky; on a phone a list by holder.
// Arrow keys move between cells.
import { Link } from '@tanstack/react-router'
import { Fragment, type KeyboardEvent, memo, type ReactNode, useMemo, useSyncExternalStore } from 'react'
import type { Answer, Stance } from '../answers.js'
import { words } from '../words.js'
import { StanceCell, StanceList } from './stance-cell.js'

export type Party = Answer<'matrix'>['holders'][number]

/** Holders that stand together under a heading; undefined where there is no heading. */
export interface Group {
  readonly name: string | undefined
  readonly holders: readonly Party[]
}

interface MatrixProps {
  readonly groups: readonly Group[]
  readonly targets: readonly Party[]
  readonly cells: readonly Stance[]
  readonly first: string | undefined
  readonly onOpen: (cell: string) => void
  readonly onFirst: (id: string) => void
}

/** With fewer columns than this there is room for their names as they are read. */
const fewTargets = 9

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

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
}

const buttonIn = (cell: Element | undefined): HTMLElement | undefined =>
  cell?.querySelector<HTMLElement>('button.cell') ?? undefined

/** The next cell that holds something in the direction of the step; between rows, where the column has none, the nearest of the next row. */
const cellBeyond = (
  rows: readonly HTMLTableRowElement[],
  from: HTMLTableCellElement,
  [down, right]: readonly [number, number],
): HTMLElement | undefined => {
  const row = from.parentElement as HTMLTableRowElement
  const beyond = (all: readonly Element[], at: number, by: number): readonly Element[] =>
    by > 0 ? all.slice(at + 1) : all.slice(0, at).reverse()
  if (right !== 0)
    return beyond([...row.cells], from.cellIndex, right)
      .map(buttonIn)
      .find(Boolean)
  const further = beyond(rows, rows.indexOf(row), down) as readonly HTMLTableRowElement[]
  const inColumn = further.map(each => buttonIn(each.cells[from.cellIndex])).find(Boolean)
  const apart = (cell: HTMLTableCellElement): number => Math.abs(cell.cellIndex - from.cellIndex)
  return (
    inColumn ??
    further
      .flatMap(
        each => buttonIn([...each.cells].filter(buttonIn).sort((one, other) => apart(one) - apart(other))[0]) ?? [],
      )
      .at(0)
  )
}

/** Moves the focus to the next cell that holds something, in the direction of the key. */
const move = (event: KeyboardEvent<HTMLTableElement>): void => {
  const step = steps[event.key]
  const from = (event.target as Element).closest('td')
  if (step === undefined || from === null) return
  event.preventDefault()
  const next = cellBeyond([...event.currentTarget.rows], from, step)
  if (next === undefined) return
  from.querySelector('button')?.setAttribute('tabindex', '-1')
  next.tabIndex = 0
  next.focus()
  next.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

const Pin = ({ party, on, onFirst }: { party: Party; on: boolean; onFirst: (id: string) => void }) => (
  <button
    type="button"
    className={`pin${on ? ' on' : ''}`}
    aria-pressed={on}
    title={words.standing.pin}
    aria-label={`${words.standing.pin}: ${party.name}`}
    onClick={() => onFirst(party.id)}
  >
    ⇤
  </button>
)

const Table = ({ groups, targets, cells, first, onOpen, onFirst }: MatrixProps) => {
  const at = useMemo(() => new Map(cells.map(stance => [`${stance.holder} ${stance.target}`, stance])), [cells])
  const holders = groups.flatMap(group => group.holders)
  const start = holders.flatMap(holder => targets.flatMap(target => at.get(`${holder.id} ${target.id}`) ?? []))[0]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    // biome-ignore lint/a11y/useSemanticElements: a region that scrolls is no section of the page
    <div className="matrix" tabIndex={0} role="region" aria-label={words.standing.title}>
      <table className={targets.length < fewTargets ? 'few' : undefined} onKeyDown={move}>
        <caption className="unseen">{words.standing.caption}</caption>
        <thead>
          <tr>
            <td className="corner" />
            {targets.map(target => (
              <th key={target.id} scope="col" className={target.id === first ? 'first' : undefined}>
                <div>
                  <Link to="/actors/$actor" params={{ actor: target.id }} title={target.name}>
                    {target.name}
                  </Link>
                  <Pin party={target} on={target.id === first} onFirst={onFirst} />
                </div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(group => (
            <Fragment key={group.name ?? ''}>
              {group.name !== undefined && (
                <tr className="group">
                  <th scope="rowgroup" colSpan={targets.length + 1}>
                    {group.name} <span className="soft">{group.holders.length}</span>
                  </th>
                </tr>
              )}
              {group.holders.map(holder => (
                <tr key={holder.id}>
                  <th scope="row">
                    <Link to="/actors/$actor" params={{ actor: holder.id }} title={holder.name}>
                      {holder.name}
                    </Link>
                    <Pin party={holder} on={holder.id === first} onFirst={onFirst} />
                  </th>
                  {targets.map(target => {
                    const stance = at.get(`${holder.id} ${target.id}`)
                    return (
                      <td key={target.id}>
                        {stance && <StanceCell stance={stance} tabIndex={stance === start ? 0 : -1} onOpen={onOpen} />}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Heading = ({ under, children }: { readonly under: boolean; readonly children: ReactNode }) =>
  under ? <h3>{children}</h3> : <h2>{children}</h2>

const List = ({ groups, cells, onOpen }: MatrixProps) => {
  const byHolder = useMemo(() => Map.groupBy(cells, ({ holder }) => holder), [cells])
  return (
    <div className="holders">
      {groups.map(group => (
        <Fragment key={group.name ?? ''}>
          {group.name !== undefined && <h2 className="group">{group.name}</h2>}
          {group.holders.map(({ id, name }) => (
            <section key={id} aria-label={name}>
              <Heading under={group.name !== undefined}>
                <Link to="/actors/$actor" params={{ actor: id }}>
                  {name}
                </Link>
              </Heading>
              <StanceList stances={byHolder.get(id) ?? []} show="targetName" withDimension={false} onOpen={onOpen} />
            </section>
          ))}
        </Fragment>
      ))}
    </div>
  )
}

/** Drawn anew only when what it shows changes: it has hundreds of cells. */
export const Matrix = memo((props: MatrixProps) => (useNarrow() ? <List {...props} /> : <Table {...props} />))
