// Actor: where it stands, who stands where toward it, who held its offices when, its ties, and, on request, what follows from them.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ActorKind } from '../../../src/actors/types.js'
import { naming } from '../../../src/faces/formats/naming.js'
import type { Answer } from '../answers.js'
import { ask } from '../api.js'
import { Day, dayWords, today } from '../parts/day.js'
import { Drawer } from '../parts/drawer.js'
import { Inferences } from '../parts/inferences.js'
import { Scroll } from '../parts/scroll.js'
import { StanceList } from '../parts/stance-cell.js'
import { Skeleton, TroubleNote } from '../parts/states.js'
import { useTitle } from '../parts/title.js'
import { words } from '../words.js'

const { actor: texts } = words
type Tie = Answer<'ties'>['ties'][number]

const useStances = (side: 'holder' | 'target', actor: string, on: string | undefined) =>
  useQuery({
    queryKey: ['stances', side, actor, on],
    queryFn: ({ signal }) => ask<Answer<'stances'>>('stances', { [side]: actor, on, limit: 300 }, signal),
  })

const Stances = ({
  title,
  none,
  asked,
  show,
  onOpen,
}: {
  readonly title: string
  readonly none: string
  readonly asked: ReturnType<typeof useStances>
  readonly show: 'targetName' | 'holderName'
  readonly onOpen: (cell: string) => void
}) => (
  <section>
    <h2>{title}</h2>
    {asked.isPending && <Skeleton />}
    {asked.data?.stances.length === 0 && <p className="soft">{none}</p>}
    {asked.data && <StanceList stances={asked.data.stances} show={show} onOpen={onOpen} />}
  </section>
)

const isOffice = ({ relation }: Tie): boolean => relation === 'holds-office'
const latestFirst = (one: Tie, other: Tie): number => (other.from ?? '').localeCompare(one.from ?? '')

const Offices = ({ ties }: { readonly ties: readonly Tie[] }) =>
  ties.length > 0 && (
    <section>
      <h2>{texts.offices}</h2>
      <Scroll label={texts.offices}>
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{texts.person}</th>
              <th scope="col">{texts.office}</th>
              <th scope="col">{texts.from_}</th>
              <th scope="col">{texts.to}</th>
            </tr>
          </thead>
          <tbody>
            {ties.toSorted(latestFirst).map(({ subject, subjectName, detail, from, to, knownUntil }) => (
              <tr key={`${subject} ${detail} ${from}`}>
                <td>{subjectName}</td>
                <td>{detail}</td>
                <td className="date">{from === null ? texts.unknown : <Day iso={from} />}</td>
                <td className="date">
                  {to !== null ? (
                    <Day iso={to} />
                  ) : (
                    <span className="soft">
                      {knownUntil === null ? texts.now : texts.knownUntil(dayWords(knownUntil))}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )

const Ties = ({ ties }: { readonly ties: readonly Tie[] }) => (
  <section>
    <h2>{texts.ties}</h2>
    {ties.length === 0 && <p className="soft">{texts.noTies}</p>}
    <ul className="ties">
      {ties.map(({ subject, subjectName, relation, object, objectName, from, to, detail, origin, claims }) => (
        <li key={`${subject} ${relation} ${object} ${from} ${detail}`}>
          <Link to="/actors/$actor" params={{ actor: subject }}>
            {subjectName}
          </Link>{' '}
          {relation.replaceAll('-', ' ')}{' '}
          <Link to="/actors/$actor" params={{ actor: object }}>
            {objectName}
          </Link>
          <span className="soft">
            {detail && ` (${detail})`}
            {from && (
              <>
                {' '}
                {words.since} <Day iso={from} />
              </>
            )}
            {to && (
              <>
                {' '}
                {words.until} <Day iso={to} />
              </>
            )}{' '}
            · {origin === 'known' ? texts.known : texts.claimed(claims.length)}
          </span>
        </li>
      ))}
    </ul>
  </section>
)

/** "armed group · governs Afghanistan since 15 Aug 2021 · also: Taleban" */
const About = ({
  row,
  ties,
  day,
}: {
  readonly row: Answer<'actors'>['actors'][number] | undefined
  readonly ties: readonly Tie[]
  readonly day: string
}) => {
  const governed = ties.filter(
    ({ relation, subject, from, to }) =>
      relation === 'controls' && subject === row?.id && (from ?? '') <= day && (to === null || to >= day),
  )
  const names = row?.names.filter(each => each !== row.name).slice(0, 6) ?? []
  return (
    <p className="lead">
      {row?.kind?.replace('-', ' ')}
      {governed.map(({ object, objectName, from }) => (
        <span key={object}>
          {' · '}governs{' '}
          <Link to="/actors/$actor" params={{ actor: object }}>
            {objectName}
          </Link>
          {from && (
            <>
              {' '}
              {words.since} <Day iso={from} />
            </>
          )}
        </span>
      ))}
      {names.length > 0 && ` · ${texts.names} ${names.join(', ')}`}
    </p>
  )
}

export const ActorPage = () => {
  const { actor } = useParams({ from: '/actors/$actor' })
  const { on, cell, inferred } = useSearch({ from: '/actors/$actor' })
  const navigate = useNavigate({ from: '/actors/$actor' })
  const go = (change: object): void =>
    void navigate({ search: previous => ({ ...previous, ...change }), resetScroll: false })
  const toward = useStances('holder', actor, on)
  const from = useStances('target', actor, on)
  const ties = useQuery({
    queryKey: ['ties', actor],
    queryFn: ({ signal }) => ask<Answer<'ties'>>('ties', { actor, ever: true, limit: 1000 }, signal),
  })
  const known = useQuery({
    queryKey: ['actors', actor, on],
    queryFn: ({ signal }) => ask<Answer<'actors'>>('actors', { words: actor, on, limit: 50 }, signal),
  })
  const row = known.data?.actors.find(({ id }) => id === actor)
  useTitle(row?.name ?? actor)
  const name = naming({ name: row?.name ?? actor, kind: (row?.kind ?? 'person') as ActorKind })
  const error = toward.error ?? from.error ?? ties.error
  const all = ties.data?.ties ?? []
  if (error)
    return (
      <div className="page mid">
        <h1>{actor}</h1>
        <TroubleNote error={error} retry={() => void toward.refetch()} />
      </div>
    )
  const isUnknown = known.data !== undefined && row === undefined && all.length === 0
  return (
    <div className="page mid">
      <div className="row title">
        <h1>{row?.name ?? actor}</h1>
        <label className="inline">
          <span className="soft">{words.days.on}</span>
          <input
            type="date"
            value={on ?? today()}
            max="2099-12-31"
            onChange={event => go({ on: event.target.value || undefined })}
          />
        </label>
        <Link className="small" to="/map" search={{ target: actor, on }}>
          {words.standing.onMap}
        </Link>
        <Link className="small" to="/review" search={{ target: actor }}>
          {words.nav.review}
        </Link>
      </div>
      <About row={row} ties={all} day={on ?? today()} />
      {isUnknown && <p className="empty">{texts.unknownActor}</p>}
      <div className="two">
        <Stances
          title={name.plural ? texts.toward(name.text) : texts.towardOne(name.text)}
          none={texts.noneToward}
          asked={toward}
          show="targetName"
          onOpen={opened => go({ cell: opened })}
        />
        <Stances
          title={texts.from(name.text)}
          none={texts.noneFrom}
          asked={from}
          show="holderName"
          onOpen={opened => go({ cell: opened })}
        />
      </div>
      <details
        className="inferred"
        open={inferred !== undefined}
        onToggle={event => {
          if (event.currentTarget.open !== (inferred !== undefined))
            go({ inferred: event.currentTarget.open ? 'shown' : undefined })
        }}
      >
        <summary>{texts.inferred}</summary>
        {inferred !== undefined && <Inferences actor={actor} on={on} />}
      </details>
      {ties.isPending ? (
        <Skeleton />
      ) : (
        <div className="two">
          <Offices ties={all.filter(isOffice)} />
          <Ties ties={all.filter(tie => !isOffice(tie)).toSorted(latestFirst)} />
        </div>
      )}
      {cell && <Drawer key={cell} cell={cell} on={on} onClose={() => go({ cell: undefined })} />}
    </div>
  )
}
