// Standing: who stands where toward whom in one dimension on a day. Rows hold, columns are held toward; a cell opens its words.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Dimension } from '../../../src/claims/types.js'
import type { Answer, Stance } from '../answers.js'
import { ask } from '../api.js'
import { Day, today } from '../parts/day.js'
import { DaySlider } from '../parts/day-slider.js'
import { Drawer } from '../parts/drawer.js'
import { EmptyLedger, useIsEmpty } from '../parts/empty-ledger.js'
import { Matrix } from '../parts/matrix.js'
import { Legend } from '../parts/shape.js'
import { Skeleton, TroubleNote } from '../parts/states.js'
import { words } from '../words.js'

const { standing } = words
const dimensions = Object.keys(words.dimensions) as Dimension[]
const sorts = Object.keys(standing.sortBy) as (keyof typeof standing.sortBy)[]
const strongBases = ['declared', 'acted', 'attributed']
const fewColumns = 24

const directionRank = { '+': 0, '0': 1, '-': 2 } as const
const rankOf = (stances: readonly Stance[]): number =>
  stances.reduce((sum, { direction }) => sum + (direction === null ? 1 : directionRank[direction]), 0) /
  Math.max(1, stances.length)

/** The matrix narrowed and put in order as the address says. */
const arrange = (matrix: Answer<'matrix'>, sort: string, filter: string, first: string | undefined) => {
  const fits = ({ name, id }: { readonly name: string; readonly id: string }) =>
    filter === '' || name.toLowerCase().includes(filter) || id.toLowerCase() === filter
  const holderFits = new Set(matrix.holders.filter(fits).map(({ id }) => id))
  const targetFits = new Set(matrix.targets.filter(fits).map(({ id }) => id))
  const cells = matrix.cells.filter(({ holder, target }) => holderFits.has(holder) || targetFits.has(target))
  const byHolder = Map.groupBy(cells, ({ holder }) => holder)
  const byTarget = Map.groupBy(cells, ({ target }) => target)
  const holders = matrix.holders.filter(({ id }) => byHolder.has(id))
  const ordered =
    sort === 'name'
      ? holders.toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
      : sort === 'standing'
        ? holders.toSorted((one, other) => rankOf(byHolder.get(one.id)!) - rankOf(byHolder.get(other.id)!))
        : holders
  const pinned = <T extends { readonly id: string }>(all: readonly T[]): readonly T[] => [
    ...all.filter(({ id }) => id === first),
    ...all.filter(({ id }) => id !== first),
  ]
  return { holders: pinned(ordered), targets: pinned(matrix.targets.filter(({ id }) => byTarget.has(id))), cells }
}

export const StandingPage = () => {
  const search = useSearch({ from: '/standing' })
  const navigate = useNavigate({ from: '/standing' })
  const dimension = dimensions.find(each => each === search.dimension) ?? 'recognition'
  const { on, sort = 'weight', filter = '', first, cell, basis, rows, columns } = search
  const go = (change: Partial<typeof search>): void =>
    void navigate({
      search: previous => ({ ...previous, ...change }),
      replace: !('cell' in change),
      resetScroll: false,
    })
  const isEmpty = useIsEmpty()
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery({
    queryKey: ['matrix', dimension, on, basis, rows],
    queryFn: ({ signal }) =>
      ask<Answer<'matrix'>>(
        'matrix',
        { dimension, on, limit: rows, basis: basis === 'strong' ? strongBases : undefined },
        signal,
      ),
    placeholderData: keepPreviousData,
  })
  const arranged = useMemo(
    () => (data === undefined ? undefined : arrange(data, sort, filter.trim().toLowerCase(), first)),
    [data, sort, filter, first],
  )
  if (isEmpty === true)
    return (
      <div className="page">
        <h1>{standing.title}</h1>
        <EmptyLedger />
      </div>
    )
  const targets =
    arranged === undefined || columns === 'all' ? (arranged?.targets ?? []) : arranged.targets.slice(0, fewColumns)
  return (
    <div className="page">
      <h1>{standing.title}</h1>
      <nav className="tabs" aria-label={standing.dimension}>
        {dimensions.map(each => (
          <Link
            key={each}
            to="/standing"
            search={previous => ({ ...previous, dimension: each, cell: undefined })}
            aria-current={each === dimension ? 'true' : undefined}
            title={words.glosses[each]}
            resetScroll={false}
          >
            {words.dimensions[each]}
          </Link>
        ))}
      </nav>
      <DaySlider dimension={dimension} on={on} onChange={day => go({ on: day })} />
      <div className="controls">
        <label>
          <span>{standing.filter}</span>
          <input
            type="search"
            placeholder={standing.filterPlaceholder}
            value={filter}
            onChange={event => go({ filter: event.target.value || undefined })}
          />
        </label>
        <label>
          <span>{standing.sort}</span>
          <select value={sort} onChange={event => go({ sort: event.target.value })}>
            {sorts.map(each => (
              <option key={each} value={each}>
                {standing.sortBy[each]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{standing.basis}</span>
          <select value={basis ?? ''} onChange={event => go({ basis: event.target.value || undefined })}>
            <option value="">{standing.anyBasis}</option>
            <option value="strong">{standing.strongBasis}</option>
          </select>
        </label>
        <Legend faint />
      </div>
      {error && <TroubleNote error={error} retry={() => void refetch()} />}
      {isPending && !error && <Skeleton lines={14} />}
      {data && arranged && (
        <section aria-busy={isPlaceholderData}>
          <p className="lead">
            {words.dimensions[dimension]} · <Day iso={on ?? today()} /> · {words.legend.empty}
          </p>
          {arranged.holders.length === 0 ? (
            <p className="empty">{words.states.nothing}</p>
          ) : (
            <Matrix
              {...arranged}
              targets={targets}
              first={first}
              onOpen={opened => go({ cell: opened })}
              onFirst={id => go({ first: id === first ? undefined : id })}
            />
          )}
          <p className="row small">
            {data.totalHolders > data.holders.length && (
              <>
                <span className="soft">{standing.more(data.holders.length, data.totalHolders)}</span>
                <button
                  type="button"
                  className="quiet"
                  onClick={() => go({ rows: String(Math.min(2000, data.totalHolders)) })}
                >
                  {standing.allHolders}
                </button>
              </>
            )}
            {arranged.targets.length > targets.length && (
              <>
                <span className="soft">{standing.moreTargets(targets.length, arranged.targets.length)}</span>
                <button type="button" className="quiet" onClick={() => go({ columns: 'all' })}>
                  {standing.allTargets}
                </button>
              </>
            )}
          </p>
        </section>
      )}
      {cell && <Drawer key={cell} cell={cell} on={on} onClose={() => go({ cell: undefined })} />}
    </div>
  )
}
