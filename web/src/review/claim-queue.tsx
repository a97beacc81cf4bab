// Claims to judge: one at a time, its paragraph above, the question in words, a key for each answer.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { Answer, Evidence } from '../answers.js'
import { ask } from '../api.js'
import { ActorNames } from '../parts/actor-names.js'
import { Day } from '../parts/day.js'
import { percent, Quotation, voicesOf } from '../parts/evidence.js'
import { Shape } from '../parts/shape.js'
import { Skeleton, TroubleNote } from '../parts/states.js'
import { words } from '../words.js'
import { Answers, actsOf, type Key, movingKeys, ProgressLine } from './answers.js'
import { useDesk, useKeys } from './desk.js'
import { CorrectPanel, ReasonPanel } from './panels.js'

const { review } = words

/** A sentence begins with a capital; in a question only a name does. */
const inQuestion = (sentence: string): string => sentence.replace(/^The (?=\p{Lu})/u, 'the ')

const Question = ({ evidence }: { readonly evidence: Evidence }) => {
  const { sentence, positions, voices, date, modality, document, rule, confidence, claim } = evidence
  return (
    <article className="question" aria-live="polite">
      <Quotation cited={evidence} whole />
      <p className="asked">
        <Shape direction={positions[0]?.direction} /> {review.question(inQuestion(sentence))}
      </p>
      <p className="tags">
        {positions.map(each => (
          <span key={`${each.holder} ${each.target} ${each.dimension}`} className="tag open">
            {each.holder} → {each.target}: {each.dimension} {words.directions[each.direction]}
          </span>
        ))}
      </p>
      <p className="soft">
        {voicesOf(voices)} · {date === null ? words.undated : <Day iso={date} />} · {words.modalities[modality]} ·{' '}
        {words.card.sure(percent(confidence))} · {rule}
      </p>
      {document && (
        <p>
          <Link to="/documents/$entry" params={{ entry: document.entry }} hash={claim}>
            {document.title ?? document.name}
          </Link>
        </p>
      )}
    </article>
  )
}

export interface ClaimQueueProps {
  readonly who: string
  readonly by: 'both' | 'doubt' | 'weight'
  readonly holder: string | undefined
  readonly target: string | undefined
}

export const ClaimQueue = ({ who, by, holder, target }: ClaimQueueProps) => {
  // The queue is read once, so that nothing jumps while one works through it.
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['review', who, by, holder, target],
    queryFn: ({ signal }) => ask<Answer<'review'>>('review', { who, by, holder, target, limit: 200 }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnReconnect: false,
    meta: { still: true },
  })
  const ids = useMemo(() => data?.evidence.map(({ claim }) => claim) ?? [], [data])
  const desk = useDesk(ids, who)
  const [panel, setPanel] = useState<'reason' | 'correct'>()
  const agreement = useQuery({
    queryKey: ['agreement', desk.done.length],
    queryFn: ({ signal }) => ask<Answer<'agreement'>>('agreement', {}, signal),
    placeholderData: previous => previous,
  })
  const current = data?.evidence[desk.place]
  const answer = (body: object, says: keyof typeof review.judged): void => {
    setPanel(undefined)
    desk.send(body, review.judged[says])
  }
  const nothing = current === undefined
  const keys: readonly Key[] = [
    { key: 'y', label: review.yes, act: () => answer({ say: 'right' }, 'right'), disabled: nothing },
    { key: 'n', label: review.no, act: () => setPanel('reason'), disabled: nothing },
    { key: 'u', label: review.unsure, act: () => answer({ say: 'unsure' }, 'unsure'), disabled: nothing },
    { key: 'e', label: review.correct, act: () => setPanel('correct'), disabled: nothing },
    ...movingKeys(desk).map(key => ({
      ...key,
      act: () => {
        setPanel(undefined)
        key.act()
      },
    })),
  ]
  useKeys({ ...actsOf(keys), Escape: () => setPanel(undefined) })
  if (error) return <TroubleNote error={error} retry={() => void refetch()} />
  if (isPending) return <Skeleton />
  const mine = agreement.data?.pairs.find(({ one, other }) => one === who && other === 'coder')
  const alpha = agreement.data?.alpha ?? null
  const verdict = desk.done.findLast(({ item }) => item === current?.claim)
  return (
    <section className="review">
      <ActorNames />
      <ProgressLine
        judged={desk.done.length + data.judged}
        left={Math.max(0, data.total - desk.done.length)}
        said={desk.said}
      >
        {mine?.same != null && <span className="soft">{review.agreement(percent(mine.same), mine.claims)}</span>}
        {alpha !== null && <span className="soft">{review.alpha(alpha.toFixed(2))}</span>}
      </ProgressLine>
      {current === undefined ? (
        <p className="empty">{review.done}</p>
      ) : (
        <Question key={current.claim} evidence={current} />
      )}
      {verdict && <p className="tag caution">{verdict.says}</p>}
      {desk.fault && (
        <p className="fault" role="alert">
          {desk.fault}
        </p>
      )}
      <Answers keys={keys} />
      {panel === 'reason' && (
        <ReasonPanel
          onReason={reason => answer({ say: 'wrong', reason }, 'wrong')}
          onCancel={() => setPanel(undefined)}
        />
      )}
      {panel === 'correct' && current && (
        <CorrectPanel
          evidence={current}
          onSave={(field, to) => answer({ say: 'correct', field, to }, 'correct')}
          onCancel={() => setPanel(undefined)}
        />
      )}
    </section>
  )
}
