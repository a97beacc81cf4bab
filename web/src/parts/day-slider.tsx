// The day that is asked about: a slider that steps from change to change, the day itself, and today.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Dimension } from '../../../src/claims/types.js'
import type { Answer } from '../answers.js'
import { ask } from '../api.js'
import { words } from '../words.js'
import { dayWords, today } from './day.js'

const { standing } = words

/** The days on which a cell of the dimension moved, earliest first, and today. */
const useSteps = (dimension: Dimension): readonly string[] => {
  const { data } = useQuery({
    queryKey: ['steps', dimension],
    queryFn: ({ signal }) =>
      ask<Answer<'changes'>>('changes', { since: '1900-01-01', dimension: [dimension], limit: 5000 }, signal),
    staleTime: 300_000,
  })
  return useMemo(() => {
    const now = today()
    const days = new Set(data?.changes.map(({ day }) => day).filter(day => day < now))
    return [...[...days].sort(), now]
  }, [data])
}

export const DaySlider = ({
  dimension,
  on,
  onChange,
}: {
  readonly dimension: Dimension
  readonly on: string | undefined
  readonly onChange: (day: string | undefined) => void
}) => {
  const steps = useSteps(dimension)
  const asked = on ?? today()
  const found = steps.findLastIndex(day => day <= asked)
  const place = Math.max(0, found)
  // While the slider is drawn the answer waits; it is asked for when the hand rests.
  const [drawn, setDrawn] = useState<number>()
  useEffect(() => {
    if (drawn === undefined) return
    const timer = setTimeout(() => {
      onChange(drawn === steps.length - 1 ? undefined : steps[drawn])
      setDrawn(undefined)
    }, 150)
    return () => clearTimeout(timer)
  }, [drawn, steps, onChange])
  const go = (step: number): void => onChange(step >= steps.length - 1 ? undefined : steps[Math.max(0, step)])
  const shown = drawn ?? place
  return (
    <div className="days">
      <button
        type="button"
        onClick={() => go(found - (steps[place] === asked ? 1 : 0))}
        disabled={place === 0}
        aria-label={standing.previous}
        title={standing.previous}
      >
        ‹
      </button>
      <input
        type="range"
        aria-label={standing.slider}
        aria-valuetext={dayWords(drawn === undefined ? asked : steps[shown]!)}
        min={0}
        max={steps.length - 1}
        value={shown}
        onChange={event => setDrawn(Number(event.target.value))}
      />
      <button
        type="button"
        onClick={() => go(place + 1)}
        disabled={place === steps.length - 1}
        aria-label={standing.next}
        title={standing.next}
      >
        ›
      </button>
      <label>
        <span className="unseen">{standing.on}</span>
        <input
          type="date"
          value={drawn === undefined ? asked : steps[shown]}
          max="2099-12-31"
          onChange={event => event.target.value && onChange(event.target.value)}
        />
      </label>
      <button type="button" className="quiet" onClick={() => onChange(undefined)} disabled={on === undefined}>
        {standing.today}
      </button>
    </div>
  )
}
