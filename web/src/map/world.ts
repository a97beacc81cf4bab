// The shapes of the world, each with the id of the actor that it stands for: Natural Earth at 1:50 million, as world-atlas ships it.
import { useQuery } from '@tanstack/react-query'
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import codes from 'i18n-iso-countries/codes.json'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import address from 'world-atlas/countries-50m.json?url'

export type Shape = Feature<Polygon | MultiPolygon, { readonly name: string }>
export interface Place {
  /** Alpha-3 of a state, else the id of the actor; undefined where nobody is meant. */
  readonly actor: string | undefined
  readonly name: string
  readonly shape: Shape
}

const alpha3 = new Map(codes.map(([, letters, digits]) => [digits, letters]))

/** Shapes that have no ISO number; an id is a choice of codes and no statement. */
const unnumbered: Readonly<Record<string, string>> = {
  Kosovo: 'XKX',
  Somaliland: 'somaliland',
  'N. Cyprus': 'northern-cyprus',
}

const readWorld = async (signal: AbortSignal): Promise<readonly Place[]> => {
  const topology = (await (await fetch(address, { signal })).json()) as Topology<{
    countries: GeometryCollection<{ name: string }>
  }>
  const { features } = feature(topology, topology.objects.countries) as FeatureCollection<
    Polygon | MultiPolygon,
    { name: string }
  >
  return features
    .filter(({ properties }) => properties.name !== 'Antarctica')
    .map(shape => ({
      actor: alpha3.get(String(shape.id)) ?? unnumbered[shape.properties.name],
      name: shape.properties.name,
      shape,
    }))
}

export const useWorld = () =>
  useQuery({
    queryKey: ['world'],
    queryFn: ({ signal }) => readWorld(signal),
    staleTime: Number.POSITIVE_INFINITY,
    meta: { still: true },
  })
