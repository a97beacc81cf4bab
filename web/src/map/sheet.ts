// A part of the world and a width in, the drawing out: a path for each shape, the place of its sign, and whether it is too small to see.
import { type GeoPermissibleObjects, geoArea, geoNaturalEarth1, geoPath } from 'd3-geo'
import type { Polygon } from 'geojson'
import type { words } from '../words.js'
import type { Place, Shape } from './world.js'

export type Region = keyof typeof words.map.regions

/** West, south, east, north, in degrees. */
const extents: Readonly<Record<Exclude<Region, 'world'>, readonly [number, number, number, number]>> = {
  africa: [-19, -36, 53, 38],
  americas: [-128, -56, -33, 58],
  asia: [26, -11, 148, 56],
  europe: [-24, 34, 50, 70],
  oceania: [110, -48, 180, 20],
}

/** Height of a sheet to its width. */
const shapes: Readonly<Record<Region, number>> = {
  world: 0.52,
  africa: 0.9,
  americas: 0.95,
  asia: 0.62,
  europe: 0.75,
  oceania: 0.75,
}

/** Below this many square pixels a shape is shown as a dot as well. */
const smallest = 24

export interface Drawn {
  readonly place: Place
  readonly path: string
  /** Where its sign stands: the middle of its largest part. */
  readonly x: number
  readonly y: number
  readonly isSmall: boolean
}

export interface Sheet {
  readonly width: number
  readonly height: number
  /** The outline of the earth; undefined where the sheet shows a part of it. */
  readonly sphere: string | undefined
  readonly drawn: readonly Drawn[]
}

const largestPart = ({ geometry }: Shape): Polygon => {
  if (geometry.type === 'Polygon') return geometry
  const parts = geometry.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }))
  return parts.reduce((largest, part) => (geoArea(part) > geoArea(largest) ? part : largest))
}

const cornersOf = ([west, south, east, north]: readonly [number, number, number, number]): GeoPermissibleObjects => ({
  type: 'MultiPoint',
  coordinates: [west, (west + east) / 2, east].flatMap(longitude =>
    [south, (south + north) / 2, north].map(latitude => [longitude, latitude]),
  ),
})

/** @param width of the sheet, and its greatest height, in pixels. */
export const drawSheet = (places: readonly Place[], region: Region, width: number, highest: number): Sheet => {
  const height = Math.min(highest, Math.round(width * shapes[region]))
  const whole: GeoPermissibleObjects = { type: 'Sphere' }
  const projection = geoNaturalEarth1()
  if (region !== 'world') projection.rotate([-(extents[region][0] + extents[region][2]) / 2, 0])
  projection.fitExtent(
    [
      [2, 2],
      [width - 2, height - 2],
    ],
    region === 'world' ? whole : cornersOf(extents[region]),
  )
  // One decimal is a tenth of a pixel: more only makes the drawing heavier.
  const path = geoPath(projection).digits(1)
  const drawn = places.flatMap((place): readonly Drawn[] => {
    const [x, y] = path.centroid(largestPart(place.shape))
    if (!(x > -60 && x < width + 60 && y > -60 && y < height + 60)) return []
    return [{ place, path: path(place.shape) ?? '', x, y, isSmall: path.area(place.shape) < smallest }]
  })
  return { width, height, sphere: region === 'world' ? (path(whole) ?? undefined) : undefined, drawn }
}
