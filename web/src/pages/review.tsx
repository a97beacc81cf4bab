// Review: one claim at a time, its words above, the question in words, a key for each answer. Every judgement is a row; z takes it back.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useCallback, useEffect, useState } from 'react'
import type { Answer, Evidence } from '../answers.js'
import { act, ask } from '../api.js'
import { Day } from '../parts/day.js'
import { EmptyLedger, useIsEmpty } from '../parts/empty-ledger.js'
import { Quotation } from '../parts/evidence.js'
import { judgeName, keepJudgeName } from '../parts/judge.js'
import { Shape } from '../parts/shape.js'
import { Skeleton, TroubleNote } from '../parts/states.js'
import { words } from '../words.js'

const { review } = words
type Verdict = 'right' | 'wrong' | 'unsure'
type Panel = 'reason' | 'correct' | undefined
interface Done {
  readonly claim: string
  readonly row: string
  readonly says: keyof typeof review.judged
}

const WhoForm = ({ onName }: { readonly onName: (name: string) => void }) => (
  <form
    className="ask-name"
    onSubmit={event => {
      event.preventDefault()
      const name = String(new FormData(event.currentTarget).get('who')).trim()
      if (name !== '') onName(name)
    }}
  >
    <label>
      <span>{review.who}</span>
      <input name="who" required maxLength={80} autoComplete="name" aria-describedby="who-hint" />
    </label>
    <button type="submit" className="primary">
      {review.start}
    </button>
    <p id="who-hint" className="soft">
      {review.whoHint}
    </p>
  </form>
)

const fieldValues: Readonly<Record<string, readonly string[]>> = {
  direction: ['+', '-', '0'],
  dimension: Object.keys(words.dimensions),
  modality: ['actual', 'planned', 'conditional', 'possible', 'demanded', 'predicted'],
}

const CorrectForm = ({
  onSave,
  onCancel,
}: {
  readonly onSave: (field: string, to: string) => void
  readonly onCancel: () => void
}) => {
  const [field, setField] = useState('direction')
  const values = fieldValues[field]
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    onSave(field, String(new FormData(event.currentTarget).get('to')))
  }
  return (
    <form className="controls" onSubmit={submit}>
      <label>
        <span>{review.field}</span>
        {/* biome-ignore lint/a11y/noAutofocus: the key that opened the form asked for it */}
        <select value={field} onChange={event => setField(event.target.value)} autoFocus>
          {Object.entries(review.fields).map(([value, word]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </select>
      </label>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: it is one of the two below */}
      <label>
        <span>{review.to}</span>
        {values ? (
          <select name="to">
            {values.map(value => (
              <option key={value} value={value}>
                {words.directions[value as '+'] ?? value}
              </option>
            ))}
          </select>
        ) : (
          <input name="to" required autoComplete="off" />
        )}
      </label>
      <button type="submit" className="primary">
        {review.save}
      </button>
      <button type="button" onClick={onCancel}>
        {review.cancel}
      </button>
    </form>
  )
}

const Question = ({ evidence }: { readonly evidence: Evidence }) => {
  const { quote, says, positions, voices, date, modality, document, rule, confidence, claim } = evidence
  return (
    <article className="question" aria-live="polite">
      <Quotation quote={quote} />
      <p className="asked">
        <Shape direction={positions[0]?.direction} /> {review.question(says)}
      </p>
      <p className="soft">
        {voices
          .map(({ speaker, form }) => (speaker === 'author' ? words.evidence.author : `${form} by ${speaker}`))
          .join(', ')}{' '}
        · {date === null ? words.read.undated : <Day iso={date} />} · {modality} ·{' '}
        {words.card.sure(`${Math.round(confidence * 100)} %`)} · {rule}
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

const Desk = ({ who }: { readonly who: string }) => {
  const [place, setPlace] = useState(0)
  const [panel, setPanel] = useState<Panel>()
  const [done, setDone] = useState<readonly Done[]>([])
  const [said, setSaid] = useState('')
  const [fault, setFault] = useState<string>()
  // The queue is read once, so that nothing jumps while one works through it.
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['review', who],
    queryFn: ({ signal }) => ask<Answer<'review'>>('review', { who, limit: 200 }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    refetchOnReconnect: false,
    meta: { still: true },
  })
  const agreement = useQuery({
    queryKey: ['agreement', done.length],
    queryFn: ({ signal }) => ask<Answer<'agreement'>>('agreement', {}, signal),
  })
  const queue = data?.evidence ?? []
  const current = queue[place]
  const step = useCallback(
    (by: number) => {
      setPanel(undefined)
      setPlace(now => Math.max(0, Math.min(queue.length, now + by)))
    },
    [queue.length],
  )
  const send = useCallback(
    async (body: object, says: Done['says']) => {
      if (current === undefined) return
      setFault(undefined)
      try {
        const { row } = await act<Answer<'judge'>>('judge', { about: current.claim, who, ...body })
        setDone(before => [...before, { claim: current.claim, row, says }])
        setSaid(review.judged[says])
        step(1)
      } catch (trouble) {
        setFault((trouble as Error).message)
      }
    },
    [current, who, step],
  )
  const judge = useCallback((say: Verdict, reason?: string) => send({ say, reason }, say), [send])
  const undo = useCallback(async () => {
    const last = done.at(-1)
    if (last === undefined) return
    try {
      await act('undo', { row: last.row, who })
      setDone(before => before.slice(0, -1))
      setSaid(review.undone)
      setPlace(queue.findIndex(({ claim }) => claim === last.claim))
    } catch (trouble) {
      setFault((trouble as Error).message)
    }
  }, [done, who, queue])
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const inField =
        event.target instanceof Element && event.target.closest('input, select, textarea, dialog') !== null
      if (event.key === 'Escape') setPanel(undefined)
      if (inField || event.ctrlKey || event.metaKey || event.altKey) return
      const acts: Readonly<Record<string, () => void>> = {
        j: () => step(1),
        k: () => step(-1),
        y: () => void judge('right'),
        n: () => setPanel('reason'),
        u: () => void judge('unsure'),
        e: () => setPanel('correct'),
        z: () => void undo(),
      }
      const found = acts[event.key]
      if (found === undefined) return
      event.preventDefault()
      found()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [step, judge, undo])
  if (error) return <TroubleNote error={error} retry={() => void refetch()} />
  if (isPending) return <Skeleton />
  const withCoder = agreement.data?.pairs.find(({ one, other }) => one === who && other === 'coder')
  const verdictOf = done.findLast(({ claim }) => claim === current?.claim)
  return (
    <section className="review">
      <p className="row progress">
        <span>{review.progress(done.length + (data?.judged ?? 0), Math.max(0, (data?.total ?? 0) - done.length))}</span>
        {withCoder?.same != null && (
          <span className="soft">
            {review.agreement(`${Math.round(withCoder.same * 100)} % of ${withCoder.claims}`)}
          </span>
        )}
        <span role="status" className="soft">
          {said}
        </span>
      </p>
      {current === undefined ? (
        <p className="empty">{review.done}</p>
      ) : (
        <Question key={current.claim} evidence={current} />
      )}
      {verdictOf && <p className="tag caution">{review.judged[verdictOf.says]}</p>}
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <fieldset className="row answers">
        <legend className="unseen">{review.title}</legend>
        <button type="button" onClick={() => void judge('right')} disabled={!current}>
          {review.yes} <kbd>y</kbd>
        </button>
        <button type="button" onClick={() => setPanel('reason')} disabled={!current}>
          {review.no} <kbd>n</kbd>
        </button>
        <button type="button" onClick={() => void judge('unsure')} disabled={!current}>
          {review.unsure} <kbd>u</kbd>
        </button>
        <button type="button" onClick={() => setPanel('correct')} disabled={!current}>
          {review.correct} <kbd>e</kbd>
        </button>
        <button type="button" onClick={() => void undo()} disabled={done.length === 0}>
          {review.undo} <kbd>z</kbd>
        </button>
        <button type="button" onClick={() => step(1)} disabled={!current}>
          {review.next} <kbd>j</kbd>
        </button>
        <button type="button" onClick={() => step(-1)} disabled={place === 0}>
          {review.previous} <kbd>k</kbd>
        </button>
      </fieldset>
      {panel === 'reason' && (
        <form
          className="panel"
          onSubmit={event => {
            event.preventDefault()
            void judge('wrong', String(new FormData(event.currentTarget).get('reason')).trim() || undefined)
          }}
        >
          <p>{review.reason}</p>
          <p className="row">
            {review.reasons.map((reason, index) => (
              // biome-ignore lint/a11y/noAutofocus: the key that opened the panel asked for it
              <button type="button" key={reason} autoFocus={index === 0} onClick={() => void judge('wrong', reason)}>
                {reason}
              </button>
            ))}
          </p>
          <p className="row">
            <input name="reason" aria-label={review.ownReason} placeholder={review.ownReason} maxLength={400} />
            <button type="submit" className="primary">
              {review.no}
            </button>
            <button type="button" onClick={() => setPanel(undefined)}>
              {review.cancel}
            </button>
          </p>
        </form>
      )}
      {panel === 'correct' && (
        <CorrectForm
          onCancel={() => setPanel(undefined)}
          onSave={(field, to) => void send({ say: 'correct', field, to }, 'correct')}
        />
      )}
    </section>
  )
}

export const ReviewPage = () => {
  const [who, setWho] = useState(judgeName())
  const isEmpty = useIsEmpty()
  return (
    <div className="page narrow">
      <h1>{review.title}</h1>
      <p className="lead">{review.lead}</p>
      {isEmpty === true ? (
        <EmptyLedger />
      ) : who === undefined ? (
        <WhoForm
          onName={name => {
            keepJudgeName(name)
            setWho(name)
          }}
        />
      ) : (
        <Desk who={who} />
      )}
    </div>
  )
}
