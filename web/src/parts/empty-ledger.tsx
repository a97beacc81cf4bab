// First use: an empty ledger offers the examples, tells how far it is with them, and can be stopped.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { AddAnswer, ExampleList } from '../answers.js'
import { act, ask } from '../api.js'
import { words } from '../words.js'
import { Empty, TroubleNote } from './states.js'

export const EmptyLedger = () => {
  const queries = useQueryClient()
  const { data } = useQuery({
    queryKey: ['examples'],
    queryFn: ({ signal }) => ask<ExampleList>('examples', {}, signal),
  })
  const [done, setDone] = useState<number>()
  const [error, setError] = useState<unknown>()
  const stop = useRef<AbortController>(undefined)
  const examples = data?.examples ?? []
  const addAll = async (): Promise<void> => {
    const control = new AbortController()
    stop.current = control
    setError(undefined)
    try {
      for (const [index, { name }] of examples.entries()) {
        setDone(index)
        await act<AddAnswer>('add', { example: name }, control.signal)
      }
    } catch (trouble) {
      if (!control.signal.aborted) setError(trouble)
    }
    setDone(undefined)
    await queries.invalidateQueries()
  }
  return (
    <Empty title={words.states.emptyTitle} lead={words.states.empty}>
      {done === undefined ? (
        <>
          <button type="button" className="primary" onClick={() => void addAll()} disabled={examples.length === 0}>
            {words.states.addExamples}
          </button>
          <Link className="button" to="/read">
            {words.states.readOwn}
          </Link>
        </>
      ) : (
        <>
          <span role="status">{words.states.addingExamples(done + 1, examples.length)}</span>
          <progress value={done} max={examples.length} aria-label={words.states.addExamples} />
          <button type="button" onClick={() => stop.current?.abort()}>
            {words.states.stop}
          </button>
        </>
      )}
      {error !== undefined && <TroubleNote error={error} />}
    </Empty>
  )
}

/** True where the ledger holds no document at all. Asked only where the page has found nothing, so that nothing else waits for it. */
export const useIsEmpty = (foundNothing: boolean): boolean | undefined => {
  const { data } = useQuery({
    queryKey: ['documents', 'any'],
    queryFn: ({ signal }) => ask<{ total: number }>('documents', { limit: 1 }, signal),
    enabled: foundNothing,
  })
  return data === undefined ? undefined : data.total === 0
}
