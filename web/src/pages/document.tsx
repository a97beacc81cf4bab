// A stored document: read, judged key by key, added to where a claim was missed, compared with its other versions, or withdrawn.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useLocation, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { StoredReading } from '../answers.js'
import { act, ask } from '../api.js'
import { Day } from '../parts/day.js'
import { isTyping, useJudging, type Verdict, whoJudges } from '../parts/judge.js'
import { JudgeRow } from '../parts/judge-row.js'
import { MissedClaim } from '../parts/missed-claim.js'
import { Skeleton, TroubleNote } from '../parts/states.js'
import { useTitle } from '../parts/title.js'
import { placeClaims } from '../reading/lanes.js'
import { ReadingView } from '../reading/reading-view.js'
import { SourceContext } from '../reading/source.js'
import { words } from '../words.js'

const { documents } = words

const Withdraw = ({ entry }: { readonly entry: string }) => {
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const withdraw = useMutation({
    mutationFn: (reason: string) => act('remove', { what: entry, reason, who: whoJudges() }),
    onSuccess: () => queries.invalidateQueries(),
  })
  if (!asking)
    return (
      <button type="button" onClick={() => setAsking(true)}>
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
        {/* biome-ignore lint/a11y/noAutofocus: the button that opened the form asked for it */}
        <input name="reason" required maxLength={400} aria-describedby="withdraw-hint" autoFocus />
      </label>
      <button type="submit">{documents.withdraw}</button>
      <button type="button" className="quiet" onClick={() => setAsking(false)}>
        {words.review.cancel}
      </button>
      <span id="withdraw-hint" className="soft small">
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

const Versions = ({ stored: { versions, entry } }: { readonly stored: StoredReading }) =>
  versions.length > 1 && (
    <details className="versions">
      <summary>
        {documents.versions} ({versions.length})
      </summary>
      <ul>
        {versions.map(version => (
          <li key={version.entry}>
            <Link to="/documents/$entry" params={{ entry: version.entry }}>
              <Day iso={version.addedAt.slice(0, 10)} />
            </Link>{' '}
            · {words.read.count(version.claims)} · {documents.states[version.state]} ·{' '}
            <span className="soft">{version.coder}</span>
            {version.entry === entry.entry && ` (${documents.thisOne})`}
          </li>
        ))}
      </ul>
    </details>
  )

/** j and k go from claim to claim; y, n and u judge the one that is open; z takes back. */
const useKeys = (
  stored: StoredReading | undefined,
  open: string | undefined,
  onOpen: (claim: string) => void,
): void => {
  const { judge, undo } = useJudging()
  useEffect(() => {
    if (stored === undefined) return
    const order = placeClaims(stored.reading.claims).map(({ claim }) => claim.id)
    const at = open === undefined ? -1 : order.indexOf(open)
    const step = (by: number): void => {
      const next = order[Math.max(0, Math.min(order.length - 1, at + by))]
      if (next !== undefined) onOpen(next)
    }
    const say = (verdict: Verdict): void => {
      if (open !== undefined && stored.judged.every(({ claim }) => claim !== open))
        judge.mutate({ claim: open, say: verdict })
    }
    const press = (event: KeyboardEvent): void => {
      if (isTyping(event)) return
      const acts: Readonly<Record<string, () => void>> = {
        j: () => step(1),
        k: () => step(-1),
        y: () => say('right'),
        n: () => say('wrong'),
        u: () => say('unsure'),
        z: () => {
          const row = stored.judged.find(({ claim }) => claim === open)?.row
          if (row) undo.mutate(row)
        },
      }
      const found = acts[event.key]
      if (found === undefined) return
      event.preventDefault()
      found()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [stored, open, onOpen, judge, undo])
}

export const DocumentPage = () => {
  const { entry } = useParams({ from: '/documents/$entry' })
  const { slant } = useSearch({ from: '/documents/$entry' })
  const open = useLocation({ select: location => location.hash || undefined })
  const navigate = useNavigate({ from: '/documents/$entry' })
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['document', entry],
    queryFn: ({ signal }) => ask<StoredReading>(`documents/${encodeURIComponent(entry)}`, {}, signal),
  })
  useTitle(data && (data.entry.title ?? data.entry.name))
  const go = (change: object, hash: string | undefined): void =>
    void navigate({
      to: '.',
      search: previous => ({ ...previous, ...change }),
      ...(hash !== undefined && { hash }),
      replace: true,
      hashScrollIntoView: false,
      resetScroll: false,
    })
  const openClaim = (claim: string): void => go({}, claim)
  useKeys(data, open, openClaim)
  const judged = new Map(data?.judged.map(each => [each.claim, each]))
  return (
    <div className="page wide">
      <h1 className="unseen">{documents.title}</h1>
      <p className="row back">
        <Link to="/documents">← {documents.title}</Link>
        <span className="soft small">{words.judging.keys}</span>
      </p>
      {error && <TroubleNote error={error} retry={() => void refetch()} />}
      {isPending && !error && <Skeleton lines={12} />}
      {data && (
        <SourceContext value={{ body: { entry }, key: entry, hasLedger: true }}>
          {data.reading.text === '' && <p className="lead">{documents.notStored}</p>}
          <ReadingView
            reading={data.reading}
            open={open}
            onOpen={openClaim}
            slant={slant !== undefined}
            onSlant={shown => go({ slant: shown ? 'shown' : undefined }, open)}
            actions={
              <>
                {data.entry.state === 'live' ? (
                  <Withdraw entry={entry} />
                ) : (
                  <span className="tag caution">{documents.states[data.entry.state]}</span>
                )}
                <Versions stored={data} />
              </>
            }
            underCard={claim => {
              const verdict = judged.get(claim)
              return (
                <>
                  {data.handEntered.includes(claim) && <span className="tag caution">{words.drawer.handEntered}</span>}
                  <JudgeRow
                    claim={claim}
                    judged={
                      verdict?.verdict && verdict.row
                        ? { say: verdict.verdict, who: verdict.who ?? '', row: verdict.row }
                        : undefined
                    }
                  />
                </>
              )
            }}
          />
          {data.entry.state === 'live' && data.reading.text !== '' && (
            <MissedClaim text={data.reading.text} isKept entry={() => Promise.resolve(entry)} />
          )}
        </SourceContext>
      )}
    </div>
  )
}
