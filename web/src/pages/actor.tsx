// Actor: where it stands, who stands where toward it, who spoke for it on the day, and its ties.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { Answer } from '../answers.js'
import { ask } from '../api.js'
import { Day } from '../parts/day.js'
import { Drawer } from '../parts/drawer.js'
import { StanceList } from '../parts/matrix.js'
import { Skeleton, TroubleNote } from '../parts/states.js'
import { words } from '../words.js'

const useStances = (side: 'holder' | 'target', actor: string, on: string | undefined) =>
  useQuery({
    queryKey: ['stances', side, actor, on],
    queryFn: ({ signal }) => ask<Answer<'stances'>>('stances', { [side]: actor, on, limit: 300 }, signal),
  })

export const ActorPage = () => {
  const { actor } = useParams({ from: '/actors/$actor' })
  const { on, cell } = useSearch({ from: '/actors/$actor' })
  const navigate = useNavigate({ from: '/actors/$actor' })
  const open = (opened: string | undefined): void =>
    void navigate({ search: previous => ({ ...previous, cell: opened }), resetScroll: false })
  const toward = useStances('holder', actor, on)
  const from = useStances('target', actor, on)
  const ties = useQuery({
    queryKey: ['ties', actor, on],
    queryFn: ({ signal }) => ask<Answer<'ties'>>('ties', { actor, on }, signal),
  })
  const known = useQuery({
    queryKey: ['actors', actor, on],
    queryFn: ({ signal }) => ask<Answer<'actors'>>('actors', { words: actor, on, limit: 50 }, signal),
  })
  const row = known.data?.actors.find(({ id }) => id === actor)
  const name = row?.name ?? actor
  const error = toward.error ?? from.error ?? ties.error
  if (error)
    return (
      <div className="page mid">
        <TroubleNote error={error} retry={() => void toward.refetch()} />
      </div>
    )
  return (
    <div className="page mid">
      <h1>{name}</h1>
      {row && (
        <p className="lead">
          {[
            row.kind?.replace('-', ' '),
            row.role,
            row.names.length > 0 && `${words.actor.names}: ${row.names.slice(0, 6).join(', ')}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {row && row.offices.length > 0 && (
        <p className="soft">
          {words.actor.offices}:{' '}
          {row.offices
            .slice(0, 6)
            .map(({ person, office }) => `${person}, ${office}`)
            .join('; ')}
        </p>
      )}
      <div className="two">
        <section>
          <h2>{words.actor.toward(name)}</h2>
          {toward.isPending ? (
            <Skeleton />
          ) : toward.data?.stances.length === 0 ? (
            <p className="soft">{words.actor.noneToward}</p>
          ) : (
            <StanceList stances={toward.data?.stances ?? []} show="targetName" onOpen={open} />
          )}
        </section>
        <section>
          <h2>{words.actor.from(name)}</h2>
          {from.isPending ? (
            <Skeleton />
          ) : from.data?.stances.length === 0 ? (
            <p className="soft">{words.actor.noneFrom}</p>
          ) : (
            <StanceList stances={from.data?.stances ?? []} show="holderName" onOpen={open} />
          )}
        </section>
      </div>
      <section>
        <h2>{words.actor.ties}</h2>
        {ties.data?.ties.length === 0 && <p className="soft">{words.actor.noTies}</p>}
        <ul className="ties">
          {ties.data?.ties
            .slice(0, 60)
            .map(({ subject, subjectName, relation, object, objectName, from: begin, detail, origin }) => (
              <li key={`${subject} ${relation} ${object} ${begin} ${detail}`}>
                <Link to="/actors/$actor" params={{ actor: subject }}>
                  {subjectName}
                </Link>{' '}
                {relation.replaceAll('-', ' ')}{' '}
                <Link to="/actors/$actor" params={{ actor: object }}>
                  {objectName}
                </Link>
                <span className="soft">
                  {detail && ` ${detail}`}
                  {begin && (
                    <>
                      {' '}
                      {words.drawer.since} <Day iso={begin} />
                    </>
                  )}{' '}
                  · {origin}
                </span>
              </li>
            ))}
        </ul>
      </section>
      {cell && <Drawer key={cell} cell={cell} on={on} onClose={() => open(undefined)} />}
    </div>
  )
}
