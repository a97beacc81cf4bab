// One queue worked through: a place in it, what was done, and the last of it taken back. The address names the item in hand.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import { act } from '../api.js'
import { isTyping } from '../parts/judge.js'
import { words } from '../words.js'

interface Done {
  readonly item: string
  readonly row: string
  readonly says: string
}

export interface Desk {
  /** The id of the item in hand; undefined past the end. */
  readonly current: string | undefined
  readonly place: number
  readonly done: readonly Done[]
  /** What was done last, in words. */
  readonly said: string
  readonly fault: string | undefined
  readonly step: (by: number) => void
  /** Sends an act of the hand on the item in hand and goes on to the next. */
  readonly send: (body: object, says: string) => void
  readonly undo: () => void
}

/** @param items the ids of the queue, in order; they stay the same while it is worked through. */
export const useDesk = (items: readonly string[], who: string): Desk => {
  const { claim } = useSearch({ from: '/review' })
  const navigate = useNavigate({ from: '/review' })
  const [place, setPlace] = useState(0)
  const [done, setDone] = useState<readonly Done[]>([])
  const [said, setSaid] = useState('')
  const [fault, setFault] = useState<string>()
  const busy = useRef(false)
  const named = useRef(claim)
  useEffect(() => {
    const found = named.current === undefined ? -1 : items.indexOf(named.current)
    if (found >= 0) setPlace(found)
    if (items.length > 0) named.current = undefined
  }, [items])
  const current = items[place]
  useEffect(() => {
    if (current !== undefined && named.current === undefined)
      void navigate({
        search: previous => ({ ...previous, claim: current }),
        replace: true,
        resetScroll: false,
      })
  }, [current, navigate])
  const step = useCallback(
    (by: number) => setPlace(now => Math.max(0, Math.min(items.length, now + by))),
    [items.length],
  )
  /** One act at a time, so that a key held down judges nothing twice. */
  const once = useCallback(async (doing: () => Promise<void>): Promise<void> => {
    if (busy.current) return
    busy.current = true
    setFault(undefined)
    try {
      await doing()
    } catch (trouble) {
      setFault((trouble as Error).message)
    } finally {
      busy.current = false
    }
  }, [])
  const send = useCallback(
    (body: object, says: string) =>
      void once(async () => {
        if (current === undefined) return
        const { row } = await act<{ row: string }>('judge', { about: current, who, ...body })
        setDone(before => [...before, { item: current, row, says }])
        setSaid(says)
        step(1)
      }),
    [once, current, who, step],
  )
  const undo = useCallback(
    () =>
      void once(async () => {
        const last = done.at(-1)
        if (last === undefined) return
        await act('undo', { row: last.row, who })
        setDone(before => before.slice(0, -1))
        setSaid(words.review.undone)
        setPlace(items.indexOf(last.item))
      }),
    [once, done, who, items],
  )
  return { current, place, done, said, fault, step, send, undo }
}

/** Single keys do what they are named for, wherever nothing is being typed. */
export const useKeys = (acts: Readonly<Record<string, () => void>>): void => {
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') latest.current.Escape?.()
      if (isTyping(event)) return
      const found = latest.current[event.key]
      if (found === undefined) return
      event.preventDefault()
      found()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
