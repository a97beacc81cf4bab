// The day that is asked about: a slider whose steps are the days on which standings turned, with how many did above it; the day itself;
// and a walk through all of them.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Dimension } from '../../../src/claims/types.js'
import type { Answer } from '../answers.js'
import { ask } from '../api.js'
import { words } from '../words.js'
import { dayWords, today } from './day.js'

const { days: texts } = words
const stepEvery = 900
/** A walk takes so many steps at most; where more days turned, it passes over some. */
const longestWalk = 60
const columns = 160

type Step = Answer<'turns'>['days'][number]

/** The days on which a standing turned, earliest first, and today. */
const useSteps = (dimension: Dimension, target: string | undefined, enabled: boolean): readonly Step[] => {
  const { data } = useQuery({
    queryKey: ['turns', dimension, target],
    queryFn: ({ signal }) => ask<Answer<'turns'>>('turns', { dimension: [dimension], target }, signal),
    enabled,
  })
  return useMemo(() => {
    const now = today()
    return [...(data?.days.filter(({ day }) => day < now) ?? []), { day: now, cells: 0 }]
  }, [data])
}

/** How many stances turned, step by step; many steps share a column. */
const Histogram = ({ steps }: { readonly steps: readonly Step[] }) => {
  const bars = useMemo(() => {
    const width = Math.min(columns, steps.length)
    const sums = Array.from({ length: width }, () => 0)
    for (const [index, { cells }] of steps.entries()) {
      const column = steps.length === 1 ? 0 : Math.round((index / (steps.length - 1)) * (width - 1))
      sums[column] = (sums[column] ?? 0) + cells
    }
    const most = Math.max(1, ...sums)
    return sums.map((sum, column) => ({
      x: width === 1 ? 50 : (column / (width - 1)) * 100,
      height: (sum / most) * 16,
    }))
  }, [steps])
  return (
    <svg className="turns" viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
      {bars.map(({ x, height }) => (
        <line key={x} x1={x} x2={x} y1={16} y2={16 - height} vectorEffect="non-scaling-stroke" />
      ))}
    </svg>
  )
}

export interface DaySliderProps {
  readonly dimension: Dimension
  /** Only turns of stances toward this actor. */
  readonly target?: string | undefined
  readonly on: string | undefined
  /** Steps are asked for when the page itself has its answer. */
  readonly ready: boolean
  /** The page still waits for the day shown; a walk waits with it. */
  readonly busy: boolean
  readonly onChange: (day: string | undefined) => void
}

export const DaySlider = ({ dimension, target, on, ready, busy, onChange }: DaySliderProps) => {
  const steps = useSteps(dimension, target, ready)
  const last = steps.length - 1
  const asked = on ?? today()
  const found = steps.findLastIndex(({ day }) => day <= asked)
  const place = Math.max(0, found)
  const exact = steps[place]!.day === asked
  // While the slider is drawn the answer waits; it is asked for when the hand rests.
  const [drawn, setDrawn] = useState<number>()
  const [playing, setPlaying] = useState(false)
  /** A walk begun at its end goes back first; until the address says so it is not over. */
  const restarting = useRef(false)
  const go = (step: number): void => onChange(step >= last ? undefined : steps[Math.max(0, step)]!.day)
  useEffect(() => {
    if (drawn === undefined) return
    const timer = setTimeout(() => {
      onChange(drawn === last ? undefined : steps[drawn]!.day)
      setDrawn(undefined)
    }, 150)
    return () => clearTimeout(timer)
  }, [drawn, last, steps, onChange])
  useEffect(() => {
    if (!playing || busy) return
    if (place >= last) {
      if (!restarting.current) setPlaying(false)
      return
    }
    restarting.current = false
    const timer = setTimeout(() => {
      const next = place + Math.max(1, Math.ceil(steps.length / longestWalk))
      onChange(next >= last ? undefined : steps[next]!.day)
    }, stepEvery)
    return () => clearTimeout(timer)
  }, [playing, busy, place, last, steps, onChange])
  const play = (): void => {
    restarting.current = !playing && place >= last
    if (restarting.current) go(0)
    setPlaying(!playing)
  }
  const shown = drawn ?? place
  const day = drawn === undefined ? asked : steps[shown]!.day
  const turned = exact || drawn !== undefined ? steps[shown]!.cells : 0
  return (
    <div className="days">
      <button type="button" className="step" onClick={play} disabled={last === 0} aria-pressed={playing}>
        <span aria-hidden="true">{playing ? '❚❚' : '►'}</span>
        <span className="unseen">{playing ? texts.pause : texts.play}</span>
      </button>
      <button
        type="button"
        className="step"
        onClick={() => go(found - (exact ? 1 : 0))}
        disabled={place === 0 && (exact || found < 0)}
        aria-label={texts.previous}
        title={texts.previous}
      >
        ‹
      </button>
      <span className="track">
        <Histogram steps={steps} />
        <input
          type="range"
          aria-label={texts.slider}
          aria-valuetext={dayWords(day)}
          min={0}
          max={last}
          value={shown}
          onChange={event => setDrawn(Number(event.target.value))}
        />
        <span className="ends" aria-hidden="true">
          <span>{last > 0 && dayWords(steps[0]!.day)}</span>
          <span>{turned > 0 && texts.turned(turned)}</span>
          <span>{texts.today}</span>
        </span>
      </span>
      <button
        type="button"
        className="step"
        onClick={() => go(place + 1)}
        disabled={place === last}
        aria-label={texts.next}
        title={texts.next}
      >
        ›
      </button>
      <label>
        <span className="unseen">{texts.on}</span>
        <input
          type="date"
          value={day}
          max="2099-12-31"
          onChange={event => event.target.value && onChange(event.target.value)}
        />
      </label>
      <button type="button" className="quiet" onClick={() => onChange(undefined)} disabled={on === undefined}>
        {texts.today}
      </button>
    </div>
  )
}
