// A history in, its lanes out: for each dimension the signs with their places, none upon another, and the spans of the standing that counts.
import type { Dimension, Direction } from '../../../src/claims/types.js'
import { shownDirection, stanceSentence } from '../../../src/faces/formats/stance.js'
import type { Answer } from '../answers.js'
import { words } from '../words.js'
import { dayWords } from './day.js'
import { isFaint } from './stance-cell.js'

type Entry = Answer<'timeline'>['entries'][number]

export interface Sign extends Entry {
  readonly time: number
  /** Down from the top of the lane. */
  readonly lift: number
}

export interface Span {
  readonly from: string
  readonly x1: number
  readonly x2: number
  readonly direction: Direction | null
  readonly isFaint: boolean
  readonly label: string
}

export interface Lane {
  readonly dimension: Dimension
  readonly top: number
  readonly height: number
  /** Of the line, down from the top. */
  readonly middle: number
  readonly signs: readonly Sign[]
  readonly spans: readonly Span[]
}

type Scale = (time: number) => number

const signWidth = 18
const storey = 18
const pad = 14
/** Signs are stacked so high at most; what does not fit shares the last storey. */
const mostStoreys = 5

/** The last day that a date may mean, as a point in time; undefined where undated. */
export const timeOf = (iso: string | null): number | undefined => {
  if (iso === null) return undefined
  const last = (iso.split('/').at(-1) ?? iso).replace('X', '5')
  const time = Date.parse(last.length === 4 ? `${last}-07-01` : last.length === 7 ? `${last}-15` : last)
  return Number.isNaN(time) ? undefined : time
}

/** A storey for each of some signs in the order of time, so that none lies upon another. */
const storeysOf = (times: readonly number[], x: Scale): readonly number[] => {
  const ends: number[] = []
  return times.map(time => {
    const free = ends.findIndex(end => x(time) - end >= signWidth)
    const level = free >= 0 ? free : Math.min(ends.length, mostStoreys - 1)
    ends[level] = x(time)
    return level
  })
}

const spansOf = (timeline: Answer<'timeline'>, dimension: Dimension, x: Scale, until: number): readonly Span[] => {
  const turns = timeline.turns.filter(({ stance }) => stance.dimension === dimension)
  return turns.map(({ day, stance }, index) => {
    const next = turns[index + 1]
    return {
      from: day,
      x1: x(timeOf(day)!),
      x2: next === undefined ? until : x(timeOf(next.day)!),
      direction: shownDirection(stance),
      isFaint: isFaint(stance) || stance.status === 'beside',
      label: `${stanceSentence(stance)}, ${words.since} ${dayWords(day)}`,
    }
  })
}

/** @param head room above each lane for its name, in pixels. */
export const layLanes = (
  timeline: Answer<'timeline'>,
  x: Scale & { range(): number[] },
  head: number,
): readonly Lane[] => {
  const until = x.range()[1]!
  const dated = timeline.entries
    .flatMap(entry => {
      const time = timeOf(entry.date)
      return time === undefined ? [] : [{ ...entry, time }]
    })
    .sort((one, other) => one.time - other.time)
  let top = 0
  return (Object.keys(words.dimensions) as Dimension[]).flatMap((dimension): readonly Lane[] => {
    const own = dated.filter(entry => entry.dimension === dimension)
    if (own.length === 0) return []
    const levels = new Map(
      (['+', '-', '0'] as const).map(direction => {
        const some = own.filter(entry => entry.direction === direction)
        const storeys = storeysOf(
          some.map(({ time }) => time),
          x,
        )
        return [direction, new Map(some.map((entry, index) => [entry, storeys[index]!]))] as const
      }),
    )
    const storeysFor = (direction: Direction): number => Math.max(-1, ...levels.get(direction)!.values()) + 1
    const middle = head + pad + Math.max(1, storeysFor('+')) * storey
    const height = middle + pad + Math.max(1, storeysFor('-')) * storey
    const liftOf = (entry: (typeof own)[number]): number => {
      const level = levels.get(entry.direction)!.get(entry)!
      if (entry.direction === '0') return middle
      return entry.direction === '+' ? middle - 15 - level * storey : middle + 15 + level * storey
    }
    const lane = {
      dimension,
      top,
      height,
      middle,
      signs: own.map(entry => ({ ...entry, lift: liftOf(entry) })),
      spans: spansOf(timeline, dimension, x, until),
    }
    top += height
    return [lane]
  })
}
