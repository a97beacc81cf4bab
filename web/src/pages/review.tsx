// Review: what to judge next, in the queue that the address names. Every judgement is a row; z takes it back.
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { EmptyLedger, useIsEmpty } from '../parts/empty-ledger.js'
import { forgetJudgeName, judgeName, keepJudgeName } from '../parts/judge.js'
import { Tabs } from '../parts/tabs.js'
import { useTitle } from '../parts/title.js'
import { ClaimQueue } from '../review/claim-queue.js'
import { ContradictionQueue } from '../review/contradiction-queue.js'
import { WhoForm } from '../review/who-form.js'
import { words } from '../words.js'

const { review } = words
type Queue = keyof typeof review.queues
const queues = Object.keys(review.queues) as Queue[]

export const ReviewPage = () => {
  useTitle(review.title)
  const { queue: named, holder, target } = useSearch({ from: '/review' })
  const queue = queues.find(each => each === named) ?? 'both'
  const navigate = useNavigate({ from: '/review' })
  const [who, setWho] = useState(judgeName())
  const isEmpty = useIsEmpty(true)
  return (
    <div className={`page ${queue === 'contradictions' ? 'mid' : 'narrow'}`}>
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
        <>
          <Tabs
            label={review.queue}
            of={review.queues}
            chosen={queue}
            onChoose={each =>
              void navigate({
                search: { queue: each === 'both' ? undefined : each, holder, target },
                resetScroll: false,
              })
            }
          />
          <p className="row small soft">
            {review.as(who)}
            <button
              type="button"
              className="quiet"
              onClick={() => {
                forgetJudgeName()
                setWho(undefined)
              }}
            >
              {review.notYou}
            </button>
            {(holder ?? target) && (
              <>
                <span>{[holder, target].filter(Boolean).join(' → ')}</span>
                <Link to="/review" search={{ queue: named }}>
                  {words.states.widen}
                </Link>
              </>
            )}
          </p>
          {queue === 'contradictions' ? (
            <ContradictionQueue key={`${who} ${holder} ${target}`} who={who} holder={holder} target={target} />
          ) : (
            <ClaimQueue
              key={`${who} ${queue} ${holder} ${target}`}
              who={who}
              by={queue}
              holder={holder}
              target={target}
            />
          )}
        </>
      )}
    </div>
  )
}
