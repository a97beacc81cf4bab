// Open contradictions to settle: both sides with their words, and which of them counts, or both. A side set aside is a row, never an erasure.
import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { stanceSentence } from '../../../src/faces/formats/stance.js'
import type { Answer } from '../answers.js'
import { ask } from '../api.js'
import { Evidence } from '../parts/evidence.js'
import { Skeleton, TroubleNote } from '../parts/states.js'
import { words } from '../words.js'
import { Answers, actsOf, type Key, movingKeys, ProgressLine } from './answers.js'
import { useDesk, useKeys } from './desk.js'

const { contradictions: texts } = words
type Contradiction = Answer<'contradictions'>['contradictions'][number]

const Sides = ({ contradiction: { stance, kind, one, other } }: { readonly contradiction: Contradiction }) => {
  const sides = [
    [texts.one, one.claim],
    [texts.other, other.claim],
  ] as const
  const asked = useQueries({
    queries: sides.map(([, claim]) => ({
      queryKey: ['why', claim],
      queryFn: ({ signal }: { signal: AbortSignal }) => ask<Answer<'why'>>('why', { about: claim }, signal),
    })),
  })
  return (
    <article className="question" aria-live="polite">
      <p className="tags">
        <span className="tag caution">{texts.kinds[kind]}</span>
        <Link to="/pair/$holder/$target" params={{ holder: stance.holder, target: stance.target }}>
          {words.drawer.timeline}
        </Link>
      </p>
      <p className="asked">
        {texts.question(stance.holderName, stance.targetName, words.dimensions[stance.dimension].toLowerCase())}
      </p>
      <p className="soft">{stanceSentence(stance)}.</p>
      <div className="two sides">
        {sides.map(([name, claim], index) => (
          <section key={claim} aria-label={name}>
            <h2>{name}</h2>
            {asked[index]?.error && <TroubleNote error={asked[index].error} />}
            {asked[index]?.isPending && <Skeleton lines={4} />}
            <ol className="evidence">
              {asked[index]?.data?.evidence.map(each => (
                <Evidence key={`${each.claim} ${each.document?.entry}`} evidence={each} />
              ))}
            </ol>
          </section>
        ))}
      </div>
    </article>
  )
}

export interface ContradictionQueueProps {
  readonly who: string
  readonly holder: string | undefined
  readonly target: string | undefined
}

export const ContradictionQueue = ({ who, holder, target }: ContradictionQueueProps) => {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['contradictions', 'queue', holder, target],
    queryFn: ({ signal }) =>
      ask<Answer<'contradictions'>>('contradictions', { state: ['open'], holder, target, limit: 200 }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnReconnect: false,
    meta: { still: true },
  })
  const ids = useMemo(() => data?.contradictions.map(({ id }) => id) ?? [], [data])
  const desk = useDesk(ids, who)
  const current = data?.contradictions[desk.place]
  const settle = (aside: readonly string[], says: keyof typeof texts.settled): void =>
    desk.send({ say: 'resolve', ...(aside.length > 0 && { claims: aside }) }, texts.settled[says])
  const nothing = current === undefined
  const keys: readonly Key[] = [
    { key: '1', label: texts.first, act: () => settle([current!.other.claim], 'first'), disabled: nothing },
    { key: '2', label: texts.second, act: () => settle([current!.one.claim], 'second'), disabled: nothing },
    { key: 'b', label: texts.both, act: () => settle([], 'both'), disabled: nothing },
    ...movingKeys(desk),
  ]
  useKeys(actsOf(keys))
  if (error) return <TroubleNote error={error} retry={() => void refetch()} />
  if (isPending) return <Skeleton />
  if (data.total === 0) return <p className="empty">{texts.none}</p>
  const settled = desk.done.findLast(({ item }) => item === current?.id)
  return (
    <section className="review">
      <ProgressLine judged={desk.done.length} left={Math.max(0, data.total - desk.done.length)} said={desk.said} />
      {current === undefined ? (
        <p className="empty">{words.review.done}</p>
      ) : (
        <Sides key={current.id} contradiction={current} />
      )}
      {settled && <p className="tag caution">{settled.says}</p>}
      {desk.fault && (
        <p className="fault" role="alert">
          {desk.fault}
        </p>
      )}
      <Answers keys={keys} />
    </section>
  )
}
