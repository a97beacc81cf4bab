// Positions in time: a lane for each dimension, above its line what is for, below it what is against, on the line the standing that counts.
// Drawn with d3's scale and not by a chart library: Observable Plot writes its styles into the drawing, which the page's security policy
// forbids, and its marks are no buttons; here each sign is one, and leads to its words.
import { scaleUtc } from 'd3-scale'
import { useRef } from 'react'
import type { Dimension } from '../../../src/claims/types.js'
import { directionMarks } from '../../../src/faces/formats/wording.js'
import type { Answer } from '../answers.js'
import { words } from '../words.js'
import { dayWords } from './day.js'
import { onPress } from './press.js'
import { classOf } from './shape.js'
import { layLanes, type Sign, timeOf } from './timeline-lanes.js'
import { useWidth } from './width.js'

const day = 86_400_000
const foot = 26
/** A tick nearer to an edge than this has no room for its words. */
const tickRoom = 46

const labelOf = ({ dimension, direction, date, modality, basis }: Sign): string =>
  `${words.dimensions[dimension]} ${words.directions[direction]}, ${dayWords(date!)}, ${modality === 'actual' ? basis : words.modalities[modality]}`

const SignButton = ({
  sign,
  x,
  lit,
  onOpen,
}: {
  readonly sign: Sign
  readonly x: number
  readonly lit: boolean
  readonly onOpen: (sign: Sign) => void
}) => {
  const beside = sign.modality !== 'actual' || sign.basis === 'hearsay'
  return (
    // biome-ignore lint/a11y/useSemanticElements: HTML buttons cannot stand inside a drawing
    <g
      role="button"
      tabIndex={0}
      aria-label={labelOf(sign)}
      className={`sign ${classOf(sign.direction)}${beside ? ' beside' : ''}${lit ? ' lit' : ''}`}
      transform={`translate(${x} ${sign.lift})`}
      onClick={() => onOpen(sign)}
      onKeyDown={onPress(() => onOpen(sign))}
    >
      <title>{labelOf(sign)}</title>
      <rect x={-12} y={-12} width={24} height={24} />
      <text y={6} textAnchor="middle">
        {directionMarks[sign.direction].shape}
      </text>
    </g>
  )
}

export interface TimelineProps {
  readonly timeline: Answer<'timeline'>
  /** The claim that is opened. */
  readonly open: string | undefined
  readonly onOpen: (claim: string, dimension: Dimension) => void
}

export const Timeline = ({ timeline, open, onOpen }: TimelineProps) => {
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  return (
    <div className="timeline" ref={frame}>
      {width !== undefined && <Drawing timeline={timeline} open={open} onOpen={onOpen} width={width} />}
    </div>
  )
}

const Drawing = ({ timeline, open, onOpen, width }: TimelineProps & { readonly width: number }) => {
  const left = width < 600 ? 12 : 120
  const times = timeline.entries.flatMap(({ date }) => timeOf(date) ?? [])
  if (times.length === 0) return null
  const [begin, end] = [Math.min(...times), Math.max(...times)]
  const margin = Math.max(15 * day, (end - begin) * 0.05)
  const x = scaleUtc([begin - margin, end + margin], [left, width - 16])
  const lanes = layLanes(timeline, x, width < 600 ? 22 : 0)
  const height = lanes.reduce((sum, lane) => sum + lane.height, 0) + foot
  const isLong = end - begin > 4 * 365 * day
  const ticks = x
    .ticks(Math.max(2, Math.floor((width - left) / 130)))
    .filter(tick => x(tick) > tickRoom && x(tick) < width - tickRoom)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset
    <svg width={width} height={height} role="group" aria-label={words.pair.chart}>
      {ticks.map(tick => (
        <g key={tick.getTime()}>
          <line x1={x(tick)} x2={x(tick)} y1={0} y2={height - foot} />
          <text className="axis" x={x(tick)} y={height - 8} textAnchor="middle">
            {dayWords(tick.toISOString().slice(0, isLong ? 4 : 10))}
          </text>
        </g>
      ))}
      {lanes.map(({ dimension, top, middle, height: tall, spans, signs }) => (
        <g key={dimension} transform={`translate(0 ${top})`}>
          <line className="edge" x1={0} x2={width} y1={tall} y2={tall} />
          <line className="middle" x1={left} x2={width - 8} y1={middle} y2={middle} />
          {spans.map(span => (
            <line
              key={span.from}
              className={`span ${classOf(span.direction)}${span.isFaint ? ' faint' : ''}`}
              x1={span.x1}
              x2={span.x2}
              y1={middle}
              y2={middle}
            >
              <title>{span.label}</title>
            </line>
          ))}
          <text className="lane" x={left === 12 ? 8 : 0} y={left === 12 ? 16 : middle + 5}>
            {words.dimensions[dimension]}
          </text>
          {signs.map(sign => (
            <SignButton
              key={`${sign.claim} ${sign.entry} ${sign.direction}`}
              sign={sign}
              x={x(sign.time)}
              lit={sign.claim === open}
              onOpen={({ claim }) => onOpen(claim, dimension)}
            />
          ))}
        </g>
      ))}
    </svg>
  )
}
