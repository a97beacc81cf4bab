// Changes: the cells that moved between two days, and what moved them.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { shownDirection, stanceSentence } from '../../../src/faces/formats/stance.js'
import type { Answer } from '../answers.js'
import { ask } from '../api.js'
import { Day, today } from '../parts/day.js'
import { cellOf, Drawer } from '../parts/drawer.js'
import { EmptyLedger, useIsEmpty } from '../parts/empty-ledger.js'
import { Shape } from '../parts/shape.js'
import { Skeleton, TroubleNote } from '../parts/states.js'
import { words } from '../words.js'

const { changes } = words

export const ChangesPage = () => {
  const { since = '2020-01-01', until, by, cell } = useSearch({ from: '/changes' })
  const navigate = useNavigate({ from: '/changes' })
  const go = (change: object): void =>
    void navigate({ search: previous => ({ ...previous, ...change }), resetScroll: false })
  const isEmpty = useIsEmpty()
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['changes', since, until, by],
    queryFn: ({ signal }) => ask<Answer<'changes'>>('changes', { since, until, by, limit: 300 }, signal),
  })
  return (
    <div className="page mid">
      <h1>{changes.title}</h1>
      <p className="lead">{changes.lead}</p>
      {isEmpty === true ? (
        <EmptyLedger />
      ) : (
        <div className="controls">
          <label>
            <span>{changes.since}</span>
            <input type="date" value={since} onChange={event => go({ since: event.target.value || undefined })} />
          </label>
          <label>
            <span>{changes.until}</span>
            <input
              type="date"
              value={until ?? today()}
              onChange={event => go({ until: event.target.value || undefined })}
            />
          </label>
          <label>
            <span>{changes.by}</span>
            <select value={by ?? 'date'} onChange={event => go({ by: event.target.value })}>
              <option value="date">{changes.byDate}</option>
              <option value="added">{changes.byAdded}</option>
            </select>
          </label>
          <a href="/changes.atom">{changes.feed}</a>
        </div>
      )}
      {error && <TroubleNote error={error} retry={() => void refetch()} />}
      {isPending && !error && <Skeleton />}
      {data?.changes.length === 0 && isEmpty === false && <p className="empty">{changes.none}</p>}
      <ol className="changes">
        {data?.changes.map(({ kind, before, after, day }) => {
          const stance = after ?? before
          return stance === null ? null : (
            <li key={`${cellOf(stance)} ${kind}`}>
              <span className="soft date">
                <Day iso={day} />
              </span>
              <span className="tag caution">{changes.kinds[kind]}</span>
              <button type="button" className="quiet" onClick={() => go({ cell: cellOf(stance) })}>
                {before && after && shownDirection(before) !== shownDirection(after) && (
                  <>
                    <Shape direction={shownDirection(before)} /> →{' '}
                  </>
                )}
                <Shape direction={shownDirection(stance)} /> {stanceSentence(stance)}
              </button>
            </li>
          )
        })}
      </ol>
      {cell && <Drawer key={cell} cell={cell} on={until} onClose={() => go({ cell: undefined })} />}
    </div>
  )
}
