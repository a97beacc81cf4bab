// Pair: the positions of one actor toward another in time, and the claims under them with their words.
import { useQueries, useQuery } from '@tanstack/react-query'
import { Link, useLocation, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Dimension } from '../../../src/claims/types.js'
import type { Answer, Evidence as EvidenceAnswer } from '../answers.js'
import { ask } from '../api.js'
import { Choice } from '../parts/choice.js'
import { Drawer } from '../parts/drawer.js'
import { Evidence } from '../parts/evidence.js'
import { cellOf } from '../parts/stance-cell.js'
import { Skeleton, TroubleNote } from '../parts/states.js'
import { Timeline } from '../parts/timeline.js'
import { useTitle } from '../parts/title.js'
import { words } from '../words.js'

const { pair } = words

/** The claims of each of the pair's dimensions, the latest first. */
const useClaims = (holder: string, target: string, dimensions: readonly Dimension[]) =>
  useQueries({
    queries: dimensions.map(dimension => ({
      queryKey: ['why', cellOf({ holder, target, dimension }), undefined],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        ask<Answer<'why'>>('why', { about: cellOf({ holder, target, dimension }), limit: 50 }, signal),
    })),
    combine: results => ({
      isPending: results.some(each => each.isPending),
      error: results.find(each => each.error)?.error,
      claims: [
        ...new Map(
          results.flatMap(({ data }) =>
            (data?.evidence ?? []).map((each): [string, EvidenceAnswer] => [
              `${each.claim} ${each.document?.entry}`,
              each,
            ]),
          ),
        ),
      ].sort(([, one], [, other]) => (other.date ?? '').localeCompare(one.date ?? '')),
    }),
  })

const Claims = ({
  holder,
  target,
  dimensions,
  open,
}: {
  readonly holder: string
  readonly target: string
  readonly dimensions: readonly Dimension[]
  readonly open: string | undefined
}) => {
  const { claims, isPending, error } = useClaims(holder, target, dimensions)
  useEffect(() => {
    if (open === undefined || isPending) return
    const card = document.getElementById(`claim-${open}`)
    card?.scrollIntoView({ block: 'center', behavior: 'instant' })
    for (const each of document.querySelectorAll('.evidence .card')) each.classList.toggle('lit', each === card)
  }, [open, isPending])
  if (error) return <TroubleNote error={error} />
  if (isPending) return <Skeleton lines={8} />
  return (
    <ol className="evidence columns">
      {claims.map(([key, each]) => (
        <Evidence key={key} evidence={each} />
      ))}
    </ol>
  )
}

export const PairPage = () => {
  const { holder, target } = useParams({ from: '/pair/$holder/$target' })
  const search = useSearch({ from: '/pair/$holder/$target' })
  const open = useLocation({ select: location => location.hash || undefined })
  const navigate = useNavigate({ from: '/pair/$holder/$target' })
  const go = (change: Partial<typeof search>, hash?: string): void =>
    void navigate({
      search: previous => ({ ...previous, ...change }),
      ...(hash !== undefined && { hash }),
      hashScrollIntoView: false,
      resetScroll: false,
    })
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['timeline', holder, target],
    queryFn: ({ signal }) => ask<Answer<'timeline'>>('timeline', { holder, target, on: '2099-12-31' }, signal),
  })
  useTitle(data && pair.title(data.holder.name, data.target.name))
  const present = [...new Set(data?.entries.map(({ dimension }) => dimension))]
  const chosen = present.find(each => each === search.dimension)
  const undated = data?.entries.filter(({ date }) => date === null).length ?? 0
  return (
    <div className="page mid">
      {error && <TroubleNote error={error} retry={() => void refetch()} />}
      {isPending && !error && <Skeleton lines={10} />}
      {data && (
        <>
          <h1>
            <Link to="/actors/$actor" params={{ actor: data.holder.id }}>
              {data.holder.name}
            </Link>{' '}
            →{' '}
            <Link to="/actors/$actor" params={{ actor: data.target.id }}>
              {data.target.name}
            </Link>
          </h1>
          <p className="row lead">
            <Link to="/pair/$holder/$target" params={{ holder: target, target: holder }} search={{}}>
              ⇄ {pair.swap}
            </Link>
          </p>
          {data.entries.length === 0 ? (
            <p className="empty">{pair.none}</p>
          ) : (
            <>
              <p className="soft small">{pair.chartHint}</p>
              <Timeline timeline={data} open={open} onOpen={claim => go({ dimension: undefined }, claim)} />
              {undated > 0 && <p className="soft small">{pair.undatedOnes(undated)}</p>}
              <div className="row title">
                <h2>{pair.claims}</h2>
                {present.length > 1 && (
                  <Choice
                    label={words.dimension}
                    of={{
                      '': words.allDimensions,
                      ...Object.fromEntries(present.map(each => [each, words.dimensions[each]])),
                    }}
                    value={chosen ?? ''}
                    onChoose={each => go({ dimension: each || undefined })}
                  />
                )}
                {(chosen === undefined ? present : [chosen]).map(dimension => (
                  <button
                    key={dimension}
                    type="button"
                    className="quiet"
                    onClick={() => go({ cell: cellOf({ holder: data.holder.id, target: data.target.id, dimension }) })}
                  >
                    {pair.cell(words.dimensions[dimension])}
                  </button>
                ))}
              </div>
              <Claims
                holder={data.holder.id}
                target={data.target.id}
                dimensions={chosen === undefined ? present : [chosen]}
                open={open}
              />
            </>
          )}
        </>
      )}
      {search.cell && (
        <Drawer key={search.cell} cell={search.cell} on={undefined} onClose={() => go({ cell: undefined })} />
      )}
    </div>
  )
}
