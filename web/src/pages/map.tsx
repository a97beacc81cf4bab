// Map: the world by standing toward a chosen target in one dimension on a day, and beside it the same stances as a list.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { Dimension } from '../../../src/claims/types.js'
import { shownDirection } from '../../../src/faces/formats/stance.js'
import type { Answer, Stance } from '../answers.js'
import { ask } from '../api.js'
import type { Region } from '../map/sheet.js'
import { useWorld } from '../map/world.js'
import { WorldMap } from '../map/world-map.js'
import { Choice } from '../parts/choice.js'
import { DaySlider } from '../parts/day-slider.js'
import { Drawer } from '../parts/drawer.js'
import { EmptyLedger, useIsEmpty } from '../parts/empty-ledger.js'
import { classOf, Shape } from '../parts/shape.js'
import { StanceList } from '../parts/stance-cell.js'
import { Skeleton, TroubleNote } from '../parts/states.js'
import { DimensionTabs, dimensionOf } from '../parts/tabs.js'
import { useTitle } from '../parts/title.js'
import { words } from '../words.js'

const { map: texts } = words
const mostTargets = 200

/** Those toward whom most stances are held, to choose from. */
const useTargets = () =>
  useQuery({
    queryKey: ['actors', 'targets'],
    queryFn: async ({ signal }) => {
      const { actors } = await ask<Answer<'actors'>>('actors', { limit: 500 }, signal)
      return actors
        .filter(({ draws }) => draws > 0)
        .sort((one, other) => other.draws - one.draws)
        .slice(0, mostTargets)
    },
  })

/** The target that the address names, else the one toward whom the dimension has most stances. */
const useTarget = (named: string | undefined, dimension: Dimension, on: string | undefined): string | undefined => {
  const { data } = useQuery({
    queryKey: ['matrix', 'top', dimension, on],
    queryFn: ({ signal }) => ask<Answer<'matrix'>>('matrix', { dimension, on, limit: 2000, columns: 1 }, signal),
    enabled: named === undefined,
    placeholderData: keepPreviousData,
  })
  return named ?? data?.targets[0]?.id
}

const MapLegend = () => (
  <ul className="legend" aria-label={words.legend.label}>
    {(['+', '-', '0'] as const).map(direction => (
      <li key={direction}>
        <span className={`swatch fill ${classOf(direction)}`} aria-hidden="true" /> <Shape direction={direction} />{' '}
        {texts.colours[classOf(direction)]}
      </li>
    ))}
    <li>{texts.colours.faint}</li>
    <li>
      <span className="swatch dashed" aria-hidden="true" /> {texts.colours.beside}
    </li>
    <li>
      <span className="swatch hatched" aria-hidden="true" /> {texts.colours.disputed}
    </li>
    <li>
      <span className="swatch land" aria-hidden="true" /> {texts.colours.none}
    </li>
  </ul>
)

const order = ['+', '-', '0', null] as const

const Stances = ({
  stances,
  isOnMap,
  onOpen,
}: {
  readonly stances: readonly Stance[]
  readonly isOnMap: (holder: string) => boolean
  readonly onOpen: (cell: string) => void
}) => {
  const byDirection = Map.groupBy(stances, shownDirection)
  const offMap = stances.filter(({ holder }) => !isOnMap(holder)).length
  return (
    <section className="beside-map" aria-labelledby="map-list">
      <h2 id="map-list">
        {texts.list} <span className="soft">{stances.length}</span>
      </h2>
      {stances.length === 0 && <p className="soft">{texts.nobody}</p>}
      {order.map(direction => {
        const found = byDirection.get(direction)
        return (
          found && (
            <section key={direction}>
              <h3>
                <Shape direction={direction} /> {words.directions[direction ?? '0']}{' '}
                <span className="soft">{found.length}</span>
              </h3>
              <StanceList stances={found} show="holderName" withDimension={false} onOpen={onOpen} />
            </section>
          )
        )
      })}
      {offMap > 0 && (
        <p className="soft small">
          {offMap} {texts.offMap}
        </p>
      )}
    </section>
  )
}

export const MapPage = () => {
  useTitle(texts.title)
  const search = useSearch({ from: '/map' })
  const navigate = useNavigate({ from: '/map' })
  const { on, cell } = search
  const dimension = dimensionOf(search.dimension)
  const region = (Object.keys(texts.regions) as Region[]).find(each => each === search.region) ?? 'world'
  const go = useCallback(
    (change: Partial<typeof search>): void =>
      void navigate({
        search: previous => ({ ...previous, ...change }),
        replace: !('cell' in change),
        resetScroll: false,
      }),
    [navigate],
  )
  const setDay = useCallback((day: string | undefined) => go({ on: day }), [go])
  const targets = useTargets()
  const isEmpty = useIsEmpty(targets.data?.length === 0)
  const target = useTarget(search.target, dimension, on)
  const world = useWorld()
  const stances = useQuery({
    queryKey: ['stances', 'map', target, dimension, on],
    queryFn: ({ signal }) =>
      ask<Answer<'stances'>>('stances', { target, dimension: [dimension], on, limit: 1000 }, signal),
    enabled: target !== undefined,
    placeholderData: keepPreviousData,
  })
  if (isEmpty === true)
    return (
      <div className="page">
        <h1>{texts.title}</h1>
        <EmptyLedger />
      </div>
    )
  const error = targets.error ?? world.error ?? stances.error
  const known = targets.data ?? []
  const name = known.find(({ id }) => id === target)?.name ?? target ?? ''
  const choices = Object.fromEntries([
    ...(target !== undefined && known.every(({ id }) => id !== target) ? [[target, name]] : []),
    ...known.map(each => [each.id, each.name]),
  ])
  const held = stances.data?.stances ?? []
  const onMap = new Set(world.data?.map(({ actor }) => actor))
  return (
    <div className="page">
      <h1>
        {texts.title}
        {target !== undefined && (
          <>
            {': '}
            <Link to="/actors/$actor" params={{ actor: target }}>
              {name}
            </Link>
          </>
        )}
      </h1>
      <DimensionTabs chosen={dimension} onChoose={each => go({ dimension: each })} />
      <DaySlider
        dimension={dimension}
        target={target}
        on={on}
        ready={stances.data !== undefined}
        busy={stances.isFetching}
        onChange={setDay}
      />
      <div className="controls">
        <Choice label={texts.toward} of={choices} value={target ?? ''} onChoose={each => go({ target: each })} />
        <Choice
          label={texts.region}
          of={texts.regions}
          value={region}
          onChoose={each => go({ region: each === 'world' ? undefined : each })}
        />
        <MapLegend />
      </div>
      {error && <TroubleNote error={error} retry={() => void stances.refetch()} />}
      {!error && (stances.data === undefined || world.data === undefined) && <Skeleton lines={14} />}
      {stances.data && world.data && (
        <div className="with-map" aria-busy={stances.isFetching}>
          <figure>
            <WorldMap
              places={world.data}
              region={region}
              label={texts.label(words.dimensions[dimension], name)}
              target={target}
              stances={held}
              onOpen={opened => go({ cell: opened })}
            />
            <figcaption className="soft small">{texts.borders}</figcaption>
          </figure>
          <Stances stances={held} isOnMap={holder => onMap.has(holder)} onOpen={opened => go({ cell: opened })} />
        </div>
      )}
      {cell && <Drawer key={cell} cell={cell} on={on} onClose={() => go({ cell: undefined })} />}
    </div>
  )
}
