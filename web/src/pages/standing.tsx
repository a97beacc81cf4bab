// Standing: who stands where toward whom in one dimension on a day. Rows hold, columns are held toward; a cell opens its words.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Answer } from '../answers.js'
import { ask } from '../api.js'
import { basesOf } from '../parts/bases.js'
import { Choice } from '../parts/choice.js'
import { DaySlider } from '../parts/day-slider.js'
import { Drawer } from '../parts/drawer.js'
import { EmptyLedger, useIsEmpty } from '../parts/empty-ledger.js'
import { groupHolders } from '../parts/groups.js'
import { Matrix } from '../parts/matrix.js'
import { Legend } from '../parts/shape.js'
import { Skeleton, TroubleNote } from '../parts/states.js'
import { DimensionTabs, dimensionOf } from '../parts/tabs.js'
import { useTitle } from '../parts/title.js'
import { words } from '../words.js'

const { standing } = words
const fewRows = 40
/** As many columns as the window has room for, and some to scroll to. */
const fewColumns = Math.max(20, Math.floor((innerWidth - 320) / 60))
const most = 2000

/** What is typed, told to the page when the hand rests; what the address says goes before. */
const FilterField = ({ value, onChange }: { readonly value: string; readonly onChange: (words: string) => void }) => {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => onChange(typed), 60)
    return () => clearTimeout(timer)
  }, [typed, value, onChange])
  return (
    <label>
      <span>{words.filters.words}</span>
      <input
        type="search"
        placeholder={words.filters.wordsPlaceholder}
        value={typed}
        onChange={event => setTyped(event.target.value)}
      />
    </label>
  )
}

const More = ({
  shown,
  all,
  say,
  label,
  onMore,
}: {
  readonly shown: number
  readonly all: number
  readonly say: (shown: number, all: number) => string
  readonly label: string
  readonly onMore: () => void
}) =>
  shown < all && (
    <>
      <span className="soft">{say(shown, all)}</span>
      <button type="button" className="quiet" onClick={onMore}>
        {label}
      </button>
    </>
  )

export const StandingPage = () => {
  useTitle(standing.title)
  const search = useSearch({ from: '/standing' })
  const navigate = useNavigate({ from: '/standing' })
  const { on, order = 'weight', group = 'none', words: sought = '', first, cell, basis } = search
  const dimension = dimensionOf(search.dimension)
  const [rows, columns] = [Number(search.rows ?? fewRows), Number(search.columns ?? fewColumns)]
  const go = useCallback(
    (change: Partial<typeof search>): void =>
      void navigate({
        search: previous => ({ ...previous, ...change }),
        replace: !('cell' in change),
        resetScroll: false,
      }),
    [navigate],
  )
  const { data, error, isPending, isFetching, refetch } = useQuery({
    queryKey: ['matrix', dimension, on, basis, sought, order, first, rows, columns],
    queryFn: ({ signal }) =>
      ask<Answer<'matrix'>>(
        'matrix',
        { dimension, on, words: sought, order, first, limit: rows, columns, basis: basesOf(basis) },
        signal,
      ),
    placeholderData: keepPreviousData,
  })
  const isEmpty = useIsEmpty(data?.totalHolders === 0)
  const groups = useMemo(() => (data === undefined ? [] : groupHolders(data, group)), [data, group])
  const setDay = useCallback((day: string | undefined) => go({ on: day }), [go])
  const setWords = useCallback((given: string) => go({ words: given || undefined }), [go])
  const open = useCallback((opened: string) => go({ cell: opened }), [go])
  const keepFirst = useCallback((id: string) => go({ first: id === first ? undefined : id }), [go, first])
  if (isEmpty === true)
    return (
      <div className="page">
        <h1>{standing.title}</h1>
        <EmptyLedger />
      </div>
    )
  return (
    <div className="page">
      <div className="row title">
        <h1>{standing.title}</h1>
        <Link className="small" to="/map" search={{ dimension, on, target: first }}>
          {standing.onMap}
        </Link>
        <Link className="small" to="/export" search={{ dimension, on, words: sought || undefined, basis }}>
          {standing.export}
        </Link>
      </div>
      <DimensionTabs chosen={dimension} onChoose={each => go({ dimension: each })} />
      <DaySlider dimension={dimension} on={on} ready={data !== undefined} busy={isFetching} onChange={setDay} />
      <details className="filters" open={matchMedia('(min-width: 40.01rem)').matches}>
        <summary>{words.filters.more}</summary>
        <div className="controls">
          <FilterField value={sought} onChange={setWords} />
          <Choice
            label={standing.sort}
            of={standing.sortBy}
            value={order}
            onChoose={each => go({ order: each === 'weight' ? undefined : each })}
          />
          <Choice
            label={standing.group}
            of={standing.groupBy}
            value={group}
            onChoose={each => go({ group: each === 'none' ? undefined : each })}
          />
          <Choice
            label={words.filters.basis}
            of={{ '': words.filters.anyBasis, strong: words.filters.strongBasis }}
            value={basis ?? ''}
            onChoose={each => go({ basis: each || undefined })}
          />
        </div>
      </details>
      {error && <TroubleNote error={error} retry={() => void refetch()} />}
      {isPending && !error && <Skeleton lines={14} />}
      {data && (
        <section aria-busy={isFetching}>
          {data.cells.length === 0 ? (
            <div className="empty">
              <p>{words.states.nothing}</p>
              <p className="row">
                <Link className="button" to="/standing" search={{ dimension }}>
                  {words.states.widen}
                </Link>
              </p>
            </div>
          ) : (
            <Matrix
              groups={groups}
              targets={data.targets}
              cells={data.cells}
              first={first}
              onOpen={open}
              onFirst={keepFirst}
            />
          )}
          <p className="row small more">
            <More
              shown={data.holders.length}
              all={data.totalHolders}
              say={standing.more}
              label={standing.allHolders}
              onMore={() => go({ rows: String(Math.min(most, rows * 4)) })}
            />
            <More
              shown={data.targets.length}
              all={data.totalTargets}
              say={standing.moreTargets}
              label={standing.allTargets}
              onMore={() => go({ columns: String(Math.min(most, columns * 4)) })}
            />
          </p>
          <Legend matrix />
        </section>
      )}
      {cell && <Drawer key={cell} cell={cell} on={on} onClose={() => go({ cell: undefined })} />}
    </div>
  )
}
