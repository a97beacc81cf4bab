// Pair: the positions of one actor toward another in time, a lane for each dimension, with the list under it.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { Answer } from '../answers.js'
import { ask } from '../api.js'
import { Day } from '../parts/day.js'
import { cellOf, Drawer } from '../parts/drawer.js'
import { Shape } from '../parts/shape.js'
import { Skeleton, TroubleNote } from '../parts/states.js'
import { Timeline } from '../parts/timeline.js'
import { words } from '../words.js'

const { pair } = words

export const PairPage = () => {
  const { holder, target } = useParams({ from: '/pair/$holder/$target' })
  const { cell } = useSearch({ from: '/pair/$holder/$target' })
  const navigate = useNavigate({ from: '/pair/$holder/$target' })
  const open = (opened: string | undefined): void => void navigate({ search: { cell: opened }, resetScroll: false })
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['timeline', holder, target],
    queryFn: ({ signal }) => ask<Answer<'timeline'>>('timeline', { holder, target }, signal),
  })
  return (
    <div className="page mid">
      {error && <TroubleNote error={error} retry={() => void refetch()} />}
      {isPending && !error && <Skeleton lines={10} />}
      {data && (
        <>
          <h1>{pair.title(data.holder.name, data.target.name)}</h1>
          <p className="row lead">
            <Link to="/actors/$actor" params={{ actor: data.holder.id }}>
              {data.holder.name}
            </Link>
            <Link to="/actors/$actor" params={{ actor: data.target.id }}>
              {data.target.name}
            </Link>
            <Link to="/pair/$holder/$target" params={{ holder: target, target: holder }} search={{}}>
              ⇄ {pair.swap}
            </Link>
          </p>
          {data.entries.length === 0 ? (
            <p className="empty">{pair.none}</p>
          ) : (
            <>
              <Timeline
                entries={data.entries}
                onOpen={dimension => open(cellOf({ holder: data.holder.id, target: data.target.id, dimension }))}
              />
              <h2>{pair.entries}</h2>
              <div className="scroll">
                <table className="list">
                  <thead>
                    <tr>
                      <th scope="col">{pair.date}</th>
                      <th scope="col">{pair.dimension}</th>
                      <th scope="col">{pair.says}</th>
                      <th scope="col">{pair.basis}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {data.entries.toReversed().map(({ claim, date, dimension, direction, modality, basis, entry }) => (
                      <tr key={`${claim} ${entry} ${dimension} ${direction}`}>
                        <td>{date === null ? pair.undated : <Day iso={date} />}</td>
                        <td>
                          <button
                            type="button"
                            className="quiet"
                            onClick={() => open(cellOf({ holder: data.holder.id, target: data.target.id, dimension }))}
                          >
                            {dimension}
                          </button>
                        </td>
                        <td>
                          <Shape direction={direction} /> {words.directions[direction]}
                          {modality !== 'actual' && <span className="tag caution">{modality}</span>}
                        </td>
                        <td title={words.bases[basis]}>{basis}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </>
          )}
        </>
      )}
      {cell && <Drawer key={cell} cell={cell} on={undefined} onClose={() => open(undefined)} />}
    </div>
  )
}
