// Positions in time, drawn by hand instead of by a chart library because each sign is a button to its words: a lane for each dimension, above its
// middle what is for, below it what is against.
import { scaleUtc } from 'd3-scale'
import type { Dimension } from '../../../src/claims/types.js'
import { directionMarks } from '../../../src/faces/formats/wording.js'
import type { Answer } from '../answers.js'
import { words } from '../words.js'
import { dayWords } from './day.js'
import { classOf } from './shape.js'

type Entry = Answer<'timeline'>['entries'][number]

const width = 960
const left = 110
const lane = 56
const lift = { '+': -13, '0': 4, '-': 21 } as const

/** The last day that a date may mean, as a point in time; undefined where undated. */
const timeOf = (iso: string | null): number | undefined => {
  if (iso === null) return undefined
  const last = (iso.split('/').at(-1) ?? iso).replace('X', '5')
  const time = Date.parse(last.length === 4 ? `${last}-07-01` : last.length === 7 ? `${last}-15` : last)
  return Number.isNaN(time) ? undefined : time
}

export const Timeline = ({
  entries,
  onOpen,
}: {
  readonly entries: readonly Entry[]
  readonly onOpen: (dimension: Dimension) => void
}) => {
  const dated = entries.flatMap(entry => {
    const time = timeOf(entry.date)
    return time === undefined ? [] : [{ ...entry, time }]
  })
  if (dated.length === 0) return null
  const lanes = (Object.keys(words.dimensions) as Dimension[]).filter(dimension =>
    dated.some(entry => entry.dimension === dimension),
  )
  const times = dated.map(({ time }) => time)
  const day = 86_400_000
  const margin = Math.max(15 * day, (Math.max(...times) - Math.min(...times)) * 0.04)
  const x = scaleUtc([Math.min(...times) - margin, Math.max(...times) + margin], [left, width - 20])
  const height = lanes.length * lane + 30
  const isLong = Math.max(...times) - Math.min(...times) > 3 * 365 * day
  const format = (tick: Date): string => dayWords(tick.toISOString().slice(0, isLong ? 4 : 10))
  return (
    <div className="scroll">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset */}
      <svg className="timeline" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={words.pair.chart}>
        {x.ticks(6).map(tick => (
          <g key={tick.getTime()}>
            <line x1={x(tick)} x2={x(tick)} y1={0} y2={height - 24} />
            <text className="axis" x={x(tick)} y={height - 8} textAnchor="middle">
              {format(tick)}
            </text>
          </g>
        ))}
        {lanes.map((dimension, index) => (
          <g key={dimension} transform={`translate(0 ${index * lane + lane / 2})`}>
            <line className="middle" x1={left - 10} x2={width - 10} y1={0} y2={0} />
            <text className="lane" x={0} y={5}>
              {words.dimensions[dimension]}
            </text>
            {dated
              .filter(entry => entry.dimension === dimension)
              .map(({ claim, entry, direction, modality, basis, time, date }) => {
                const label = `${words.dimensions[dimension]} ${words.directions[direction]}, ${dayWords(date!)}, ${modality === 'actual' ? basis : modality}`
                return (
                  // biome-ignore lint/a11y/useSemanticElements: HTML buttons cannot stand inside a drawing
                  <g
                    key={`${claim} ${entry} ${direction}`}
                    role="button"
                    tabIndex={0}
                    aria-label={label}
                    className={`sign ${classOf(direction)}${modality === 'actual' && basis !== 'hearsay' ? '' : ' beside'}`}
                    transform={`translate(${x(time)} ${lift[direction]})`}
                    onClick={() => onOpen(dimension)}
                    onKeyDown={event => event.key === 'Enter' && onOpen(dimension)}
                  >
                    <title>{label}</title>
                    <rect x={-12} y={-15} width={24} height={20} />
                    <text textAnchor="middle">{directionMarks[direction].shape}</text>
                  </g>
                )
              })}
          </g>
        ))}
      </svg>
    </div>
  )
}
