// A stored document: read, judged, added to where a claim was missed, or withdrawn.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { StoredReading } from '../answers.js'
import { act, ask } from '../api.js'
import { judgeName } from '../parts/judge.js'
import { MissedClaim } from '../parts/missed-claim.js'
import { Skeleton, TroubleNote } from '../parts/states.js'
import { ReadingView } from '../reading/reading-view.js'
import { words } from '../words.js'

const { documents, review } = words

const Withdraw = ({ entry }: { readonly entry: string }) => {
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const withdraw = useMutation({
    mutationFn: (reason: string) => act('remove', { what: entry, reason, who: judgeName() ?? 'analyst' }),
    onSuccess: () => queries.invalidateQueries(),
  })
  if (!asking)
    return (
      <button type="button" className="quiet" onClick={() => setAsking(true)}>
        {documents.withdraw}
      </button>
    )
  return (
    <form
      className="row"
      onSubmit={event => {
        event.preventDefault()
        withdraw.mutate(String(new FormData(event.currentTarget).get('reason')))
      }}
    >
      <label>
        <span>{documents.withdrawReason}</span>
        <input name="reason" required aria-describedby="withdraw-hint" />
      </label>
      <button type="submit">{documents.withdraw}</button>
      <span id="withdraw-hint" className="soft">
        {documents.withdrawHint}
      </span>
      {withdraw.error && (
        <span className="fault" role="alert">
          {withdraw.error.message}
        </span>
      )}
    </form>
  )
}

export const DocumentPage = () => {
  const { entry } = useParams({ from: '/documents/$entry' })
  const open = useLocation({ select: location => location.hash || undefined })
  const navigate = useNavigate({ from: '/documents/$entry' })
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['document', entry],
    queryFn: ({ signal }) => ask<StoredReading>(`documents/${encodeURIComponent(entry)}`, {}, signal),
  })
  const judged = new Map(data?.judged.map(each => [each.claim, each]))
  return (
    <div className="page wide">
      <h1 className="unseen">{documents.title}</h1>
      {error && <TroubleNote error={error} retry={() => void refetch()} />}
      {isPending && !error && <Skeleton lines={12} />}
      {data && (
        <>
          {data.reading.text === '' && <p className="lead">{documents.notStored}</p>}
          <ReadingView
            reading={data.reading}
            open={open}
            onOpen={claim =>
              void navigate({ to: '.', hash: claim, replace: true, hashScrollIntoView: false, resetScroll: false })
            }
            actions={
              data.entry.state === 'live' ? (
                <Withdraw entry={entry} />
              ) : (
                <span className="tag caution">{documents.states[data.entry.state]}</span>
              )
            }
            underCard={claim => {
              const verdict = judged.get(claim)
              return (
                <>
                  {data.handEntered.includes(claim) && <span className="tag caution">{words.drawer.handEntered}</span>}
                  {verdict?.verdict && (
                    <p className="soft">
                      {review.judged[verdict.verdict]} — {verdict.who}
                    </p>
                  )}
                </>
              )
            }}
          />
          {data.entry.state === 'live' && <MissedClaim entry={entry} text={data.reading.text} />}
        </>
      )}
    </div>
  )
}
