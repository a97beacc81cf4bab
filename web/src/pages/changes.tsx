// Changes: the cells that moved between two days, day by day, and what moved them.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { shownDirection, stanceSentence } from '../../../src/faces/formats/stance.js'
import type { Answer } from '../answers.js'
import { ask } from '../api.js'
import { Choice } from '../parts/choice.js'
import { Day, today } from '../parts/day.js'
import { Drawer } from '../parts/drawer.js'
import { EmptyLedger, useIsEmpty } from '../parts/empty-ledger.js'
import { Shape } from '../parts/shape.js'
import { cellOf } from '../parts/stance-cell.js'
import { Skeleton, TroubleNote } from '../parts/states.js'
import { useTitle } from '../parts/title.js'
import { words } from '../words.js'

const { changes } = words
const fewChanges = 100
type Change = Answer<'changes'>['changes'][number]

/** The first day of a span that ends today. */
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
const beginning = '1900-01-01'
const spans = { week: daysAgo(7), month: daysAgo(31), year: daysAgo(366), all: beginning } as const

const ChangeLine = ({ change, onOpen }: { readonly change: Change; readonly onOpen: (cell: string) => void }) => {
  const { kind, before, after } = change
  const stance = after ?? before
  if (stance === null) return null
  const turned = before !== null && after !== null && shownDirection(before) !== shownDirection(after)
  return (
    <li>
      <span className="tag caution" title={changes.glosses[kind]}>
        {changes.kinds[kind]}
      </span>
      <button type="button" className="line" onClick={() => onOpen(cellOf(stance))}>
        <Shape direction={shownDirection(stance)} /> {stanceSentence(stance)}
        {turned && (
          <span className="soft">
            {changes.was} <Shape direction={shownDirection(before)} /> {words.directions[shownDirection(before) ?? '0']}
          </span>
        )}
      </button>
    </li>
  )
}

export const ChangesPage = () => {
  useTitle(changes.title)
  const search = useSearch({ from: '/changes' })
  const { since = beginning, until, by, words: sought, dimension, cell } = search
  const limit = Number(search.limit ?? fewChanges)
  const navigate = useNavigate({ from: '/changes' })
  const go = (change: Partial<typeof search>): void =>
    void navigate({
      search: previous => ({ ...previous, ...change }),
      replace: !('cell' in change),
      resetScroll: false,
    })
  const { data, error, isPending, isFetching, refetch } = useQuery({
    queryKey: ['changes', since, until, by, sought, dimension, limit],
    queryFn: ({ signal }) =>
      ask<Answer<'changes'>>('changes', { since, until, by, words: sought, dimension, limit }, signal),
    placeholderData: keepPreviousData,
  })
  const isEmpty = useIsEmpty(data?.total === 0)
  const days = [...Map.groupBy(data?.changes ?? [], ({ day }) => day)]
  return (
    <div className="page mid">
      <div className="row title">
        <h1>{changes.title}</h1>
        <a className="small" href="/changes.atom">
          {changes.feed}
        </a>
      </div>
      <p className="lead">{changes.lead}</p>
      {isEmpty === true ? (
        <EmptyLedger />
      ) : (
        <>
          <div className="controls">
            <label>
              <span>{changes.since}</span>
              <input
                type="date"
                value={since}
                max="2099-12-31"
                onChange={event => go({ since: event.target.value || undefined })}
              />
            </label>
            <label>
              <span>{changes.until}</span>
              <input
                type="date"
                value={until ?? today()}
                max="2099-12-31"
                onChange={event => go({ until: event.target.value || undefined })}
              />
            </label>
            <Choice
              label={changes.by}
              of={{ date: changes.byDate, added: changes.byAdded }}
              value={by ?? 'date'}
              onChoose={each => go({ by: each === 'date' ? undefined : each })}
            />
            <Choice
              label={words.dimension}
              of={{ '': words.allDimensions, ...words.dimensions }}
              value={dimension ?? ''}
              onChoose={each => go({ dimension: each || undefined })}
            />
            <label>
              <span>{words.filters.words}</span>
              <input
                type="search"
                value={sought ?? ''}
                placeholder={words.filters.wordsPlaceholder}
                onChange={event => go({ words: event.target.value || undefined })}
              />
            </label>
          </div>
          <fieldset className="row small">
            <legend className="unseen">{changes.spansLabel}</legend>
            <span className="soft" aria-hidden="true">
              {changes.spansLabel}
            </span>
            {Object.entries(spans).map(([span, day]) => (
              <button
                key={span}
                type="button"
                className="quiet"
                aria-pressed={since === day}
                onClick={() => go({ since: day === beginning ? undefined : day, until: undefined })}
              >
                {changes.spans[span as keyof typeof spans]}
              </button>
            ))}
          </fieldset>
        </>
      )}
      {error && <TroubleNote error={error} retry={() => void refetch()} />}
      {isPending && !error && <Skeleton />}
      {data?.changes.length === 0 && isEmpty === false && <p className="empty">{changes.none}</p>}
      <div aria-busy={isFetching}>
        {days.map(([day, moved]) => (
          <section key={day} className="changes">
            <h2>
              <Day iso={day} />
            </h2>
            <ol>
              {moved.map(change => (
                <ChangeLine
                  key={`${cellOf((change.after ?? change.before)!)} ${change.kind}`}
                  change={change}
                  onOpen={opened => go({ cell: opened })}
                />
              ))}
            </ol>
          </section>
        ))}
      </div>
      {data && data.total > 0 && (
        <p className="row small more">
          <span className="soft">{changes.count(data.changes.length, data.total)}</span>
          {data.changes.length < data.total && (
            <button type="button" className="quiet" onClick={() => go({ limit: String(limit * 4) })}>
              {changes.more}
            </button>
          )}
        </p>
      )}
      {cell && <Drawer key={cell} cell={cell} on={until} onClose={() => go({ cell: undefined })} />}
    </div>
  )
}
