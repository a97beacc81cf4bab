// The world by standing: each state that has one is filled, signed, hatched or outlined, and a button to its words; the target is ringed.
import { type KeyboardEvent, useMemo, useRef } from 'react'
import { shownDirection } from '../../../src/faces/formats/stance.js'
import { directionMarks } from '../../../src/faces/formats/wording.js'
import type { Stance } from '../answers.js'
import { onPress } from '../parts/press.js'
import { classOf } from '../parts/shape.js'
import { cellLabel, cellOf, isBeside, isFaint, isHatched } from '../parts/stance-cell.js'
import { useWidth } from '../parts/width.js'
import { words } from '../words.js'
import { type Drawn, drawSheet, type Region } from './sheet.js'
import type { Place } from './world.js'

/** What stands above and below the map, in pixels: it is drawn so that both are seen with it, where the window is high enough. */
const around = 400
const lowest = 420

interface Painted extends Drawn {
  readonly stance: Stance
}

const classesOf = (stance: Stance): string =>
  ['state', classOf(shownDirection(stance)), isBeside(stance) && 'beside', isFaint(stance) && 'faint']
    .filter(Boolean)
    .join(' ')

/** Arrow keys move from state to state, from west to east; the map is one stop of the tab key. */
const move = (event: KeyboardEvent<SVGSVGElement>): void => {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
  const states = [...event.currentTarget.querySelectorAll<SVGElement>('[role="button"]')]
  const from = states.indexOf(event.target as SVGElement)
  if (step === undefined || from < 0) return
  event.preventDefault()
  const next = states[(from + step + states.length) % states.length]!
  states[from]!.setAttribute('tabindex', '-1')
  next.setAttribute('tabindex', '0')
  next.focus()
}

const State = ({
  painted: { stance, path, x, y, isSmall },
  tabIndex,
  onOpen,
}: {
  readonly painted: Painted
  readonly tabIndex: number
  readonly onOpen: (cell: string) => void
}) => {
  const open = (): void => onOpen(cellOf(stance))
  const direction = shownDirection(stance)
  return (
    // biome-ignore lint/a11y/useSemanticElements: HTML buttons cannot stand inside a drawing
    <g
      role="button"
      tabIndex={tabIndex}
      className={classesOf(stance)}
      aria-label={cellLabel(stance)}
      onClick={open}
      onKeyDown={onPress(open)}
    >
      <title>{cellLabel(stance)}</title>
      <path d={path} />
      {isHatched(stance) && <path className="hatching" d={path} />}
      {isSmall && <circle cx={x} cy={y} r={5} />}
      <text x={x} y={y + 4} textAnchor="middle">
        {directionMarks[direction ?? '0'].shape}
      </text>
    </g>
  )
}

export interface WorldMapProps {
  readonly places: readonly Place[]
  readonly region: Region
  readonly label: string
  readonly target: string | undefined
  readonly stances: readonly Stance[]
  readonly onOpen: (cell: string) => void
}

export const WorldMap = ({ places, region, label, target, stances, onOpen }: WorldMapProps) => {
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const sheet = useMemo(
    () => (width === undefined ? undefined : drawSheet(places, region, width, Math.max(lowest, innerHeight - around))),
    [places, region, width],
  )
  const byHolder = useMemo(() => new Map(stances.map(stance => [stance.holder, stance])), [stances])
  const painted = useMemo(
    () =>
      (sheet?.drawn ?? [])
        .flatMap((drawn): readonly Painted[] => {
          const stance = drawn.place.actor === undefined ? undefined : byHolder.get(drawn.place.actor)
          return stance === undefined ? [] : [{ ...drawn, stance }]
        })
        .sort((one, other) => one.x - other.x),
    [sheet, byHolder],
  )
  return (
    <div className={`map ${region}`} ref={frame}>
      {sheet && (
        // biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset
        <svg
          viewBox={`0 0 ${sheet.width} ${sheet.height}`}
          role="group"
          aria-label={label}
          aria-describedby="map-keys"
          onKeyDown={move}
        >
          <defs>
            <pattern id="hatching" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <line x1="0" y1="0" x2="0" y2="5" />
            </pattern>
          </defs>
          {sheet.sphere && <path className="sphere" d={sheet.sphere} />}
          {sheet.drawn.map(({ place, path }) => (
            <path key={place.name} className={place.actor === target ? 'land target' : 'land'} d={path}>
              <title>{place.actor === target ? words.map.target(place.name) : place.name}</title>
            </path>
          ))}
          {sheet.drawn
            .filter(({ place, isSmall }) => isSmall && place.actor === target)
            .map(({ place, x, y }) => (
              <circle key={place.name} className="ring" cx={x} cy={y} r={7} />
            ))}
          {painted.map((each, index) => (
            <State key={each.place.name} painted={each} tabIndex={index === 0 ? 0 : -1} onOpen={onOpen} />
          ))}
        </svg>
      )}
      <p id="map-keys" className="unseen">
        {words.map.keys}
      </p>
    </div>
  )
}
