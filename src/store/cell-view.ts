// The cells of all segments as a snapshot counts them: actors as they count by hand, documents as they are live. A scope in, the parts of
// cells that lie in it out.
import type { Dimension } from '../claims/types.js'
import { undated } from '../ledger/position-table.js'
import { dimensions } from '../ledger/vocabulary.js'
import { type CellFile, cellsDated, cellWords, type Days, firstFrom, openCells, textAt } from './cell-file.js'
import { chunksOf } from './connection.js'
import { pathsOf } from './layout.js'
import type { Ledger } from './ledger.js'
import type { Snapshot } from './snapshot.js'
import { enumOf } from './sql.js'

/** A holder, target and dimension; the actors as they count. */
export interface NamedCell {
  readonly holder: string
  readonly target: string
  readonly dimension: string
}

/** A cell by the places of its actors in the snapshot's list and of its dimension in the codebook's. */
export interface PlacedCell {
  readonly holder: number
  readonly target: number
  readonly dimension: number
}

/** Which cells are asked for; what is not said is not narrowed. */
export interface CellScope {
  readonly holders?: readonly string[] | undefined
  readonly targets?: readonly string[] | undefined
  readonly dimensions?: readonly Dimension[] | undefined
  /** Of these the holder or the target is one. */
  readonly either?: readonly string[] | undefined
  /** Only cells that have a position dated in one of these spans of days. */
  readonly touched?: readonly Days[] | undefined
}

/** The number of a document that is not live. */
export const notLive = 0xffff_ffff

/** A segment's cells. Actors are their places in the snapshot's list. */
export interface CellSource {
  readonly file: CellFile
  /** Each actor of the file: its place, and the place of the one that it counts as. */
  readonly actorOf: Uint32Array
  readonly countsAs: Uint32Array
  /** Each document of the file, by its row: its number among the live ones, or `notLive`. */
  readonly placeOf: Uint32Array
  /** The keys of its cells, ascending, and the place of each in the directory; without those whose holder counts as their target. */
  readonly keys: Float64Array
  readonly cells: Uint32Array
}

/** The live documents by number. */
export interface LiveDocuments {
  /** Day on which it was published, or `undated`. */
  readonly published: Int32Array
  /** The medium that published it; 0 = none or unknown. */
  readonly publisher: Uint32Array
  readonly entry: (place: number) => string
}

export interface CellView {
  readonly sources: readonly CellSource[]
  readonly documents: LiveDocuments
}

/** A cell as one number, which sorts by holder, target and dimension. */
export const keyOf = (
  { actors }: Pick<Snapshot, 'actors'>,
  holder: number,
  target: number,
  dimension: number,
): number => (holder * actors.length + target) * dimensions.length + dimension

/** The cell that a key stands for. */
export const cellOf = ({ actors }: Snapshot, key: number): PlacedCell => {
  const pair = Math.floor(key / dimensions.length)
  return { holder: Math.floor(pair / actors.length), target: pair % actors.length, dimension: key % dimensions.length }
}

/** The key of a cell of a directory, by its place. @param countsAs the places of the file's actors in the snapshot's list. */
const keyAt = (snapshot: Snapshot, { directory }: CellFile, countsAs: Uint32Array, cell: number): number => {
  const at = cell * cellWords
  return keyOf(snapshot, countsAs[directory[at]!]!, countsAs[directory[at + 1]!]!, directory[at + 2]!)
}

/** The cells of a file by their keys, but for those whose holder counts as their target. */
const sortedCells = (snapshot: Snapshot, file: CellFile, countsAs: Uint32Array): Pick<CellSource, 'keys' | 'cells'> => {
  const { directory, head } = file
  const all = Float64Array.from({ length: head.cells }, (_, cell) => keyAt(snapshot, file, countsAs, cell))
  const cells = Array.from(all.keys()).filter(
    cell => countsAs[directory[cell * cellWords]!] !== countsAs[directory[cell * cellWords + 1]!],
  )
  // They are in order already where no actor counts as another.
  cells.sort((one, other) => all[one]! - all[other]!)
  return { keys: Float64Array.from(cells, cell => all[cell]!), cells: Uint32Array.from(cells) }
}

/** What is kept of a ledger's files, by segment. */
const files = new WeakMap<Ledger, ReadonlyMap<string, CellFile>>()

const filesNow = (ledger: Ledger, segments: readonly string[]): readonly CellFile[] => {
  const known = files.get(ledger)
  const now = new Map(
    segments.map(segment => [segment, known?.get(segment) ?? openCells(pathsOf(ledger.folder).cells(segment))]),
  )
  files.set(ledger, now)
  return [...now.values()]
}

/** Number columns of a relation, in bulk. */
async function* columnsOf(ledger: Ledger, sql: string, count: number): AsyncGenerator<readonly Uint32Array[]> {
  for await (const chunk of chunksOf(ledger.connection, sql))
    yield Array.from({ length: count }, (_, column) =>
      (chunk.getColumnVector(column) as unknown as { readonly items: Uint32Array }).items.subarray(0, chunk.rowCount),
    )
}

const buildView = async (ledger: Ledger, snapshot: Snapshot): Promise<CellView> => {
  const { actors, effects } = snapshot
  const segments = snapshot.seals.map(({ segment }) => segment)
  const placeOfActor = new Map(actors.map((actor, place) => [actor, place]))
  const placed = (ids: readonly string[]): Uint32Array => Uint32Array.from(ids, id => placeOfActor.get(id)!)
  const sources = filesNow(ledger, segments).map((file): CellSource => {
    const actorOf = placed(file.head.actors)
    const countsAs = placed(file.head.actors.map(id => effects.merged.get(id) ?? id))
    const placeOf = new Uint32Array(file.head.documents).fill(notLive)
    return { file, actorOf, countsAs, placeOf, ...sortedCells(snapshot, file, countsAs) }
  })
  const size = sources.reduce((sum, { placeOf }) => sum + placeOf.length, 0)
  const [published, publisher] = [new Int32Array(size), new Uint32Array(size)]
  const [sourceOf, rowOf] = [new Uint32Array(size), new Uint32Array(size)]
  const live = columnsOf(
    ledger,
    `SELECT place, enum_code(segment::${enumOf(segments)})::UINTEGER, file_row, coalesce(published, ${undated})::INTEGER,
      CASE WHEN publisher_actor IS NULL THEN 0 ELSE enum_code(publisher_actor::${snapshot.actorType}) + 1 END::UINTEGER
    FROM ${snapshot.documents} WHERE state = 'live'`,
    5,
  )
  if (size > 0)
    for await (const [places, inSegment, rows, days, media] of live)
      for (const [at, place] of places!.entries()) {
        sources[inSegment![at]!]!.placeOf[rows![at]!] = place
        sourceOf[place] = inSegment![at]!
        rowOf[place] = rows![at]!
        published[place] = days![at]!
        publisher[place] = media![at]!
      }
  const entry = (place: number): string => {
    const { entries, head } = sources[sourceOf[place]!]!.file
    return textAt(entries, rowOf[place]! * head.entryBytes, head.entryBytes)
  }
  return { sources, documents: { published, publisher, entry } }
}

const views = new WeakMap<Snapshot, Promise<CellView>>()

/** The cells as a snapshot counts them; worked out when they are first asked for. */
export const viewOf = (ledger: Ledger, snapshot: Snapshot): Promise<CellView> => {
  const view = views.get(snapshot) ?? buildView(ledger, snapshot)
  views.set(snapshot, view)
  // What could not be read is tried again when it is asked for again.
  view.catch(() => views.delete(snapshot))
  return view
}

/** The place in the snapshot's list of the actor that an actor counts as; -1 where it names none. */
const placeOf = ({ actors, effects }: Snapshot, id: string): number => actors.indexOf(effects.merged.get(id) ?? id)

/** The places of actors, each once; those that the list does not name are left out. */
const placesOf = (snapshot: Snapshot, ids: readonly string[]): readonly number[] =>
  [...new Set(ids.map(id => placeOf(snapshot, id)))].filter(place => place >= 0)

/** The keys of cells that are given by name. */
const keysOf = (snapshot: Snapshot, cells: readonly NamedCell[]): Set<number> => {
  const dimensionAt = (dimension: string): number => (dimensions as readonly string[]).indexOf(dimension)
  return new Set(
    cells.map(({ holder, target, dimension }) =>
      keyOf(snapshot, placeOf(snapshot, holder), placeOf(snapshot, target), dimensionAt(dimension)),
    ),
  )
}

/** Says of a cell whether a scope holds it, but for `touched`. */
export const scopeFilter = (snapshot: Snapshot, scope: CellScope): ((cell: PlacedCell) => boolean) => {
  const marks = (size: number, places: readonly number[] | undefined): Uint8Array | undefined => {
    if (places === undefined) return undefined
    const marked = new Uint8Array(size)
    for (const place of places) marked[place] = 1
    return marked
  }
  const actors = (ids: readonly string[] | undefined) =>
    marks(snapshot.actors.length, ids === undefined ? undefined : placesOf(snapshot, ids))
  const [holders, targets, either] = [actors(scope.holders), actors(scope.targets), actors(scope.either)]
  const wanted = marks(
    dimensions.length,
    scope.dimensions?.map(each => dimensions.indexOf(each)),
  )
  return ({ holder, target, dimension }) =>
    holders?.[holder] !== 0 &&
    targets?.[target] !== 0 &&
    wanted?.[dimension] !== 0 &&
    (either === undefined || either[holder] === 1 || either[target] === 1)
}

/** Some cells of a file, in the order of its records. */
export interface SourceCells {
  readonly source: CellSource
  /** Their places in the directory, and their keys. */
  readonly cells: Uint32Array
  readonly keys: Float64Array
}

/** Keys from one on, before another. */
type KeyRange = readonly [number, number]

/** The cells of every file whose keys lie in some ranges, which do not overlap. */
const cellsWithin = (
  snapshot: Snapshot,
  { sources }: CellView,
  ranges: readonly KeyRange[],
  isWanted: (cell: PlacedCell) => boolean = () => true,
): readonly SourceCells[] => {
  return sources.map(source => {
    const { keys } = source
    const found: number[] = []
    for (const [from, to] of ranges) {
      const first = firstFrom(keys.length, place => keys[place]!, from)
      for (let at = first; at < keys.length && keys[at]! < to; at++)
        if (isWanted(cellOf(snapshot, keys[at]!))) found.push(at)
    }
    found.sort((one, other) => source.cells[one]! - source.cells[other]!)
    return {
      source,
      cells: Uint32Array.from(found, at => source.cells[at]!),
      keys: Float64Array.from(found, at => keys[at]!),
    }
  })
}

const rangeOfCell = (key: number): KeyRange => [key, key + 1]

/** Some cells by their keys. */
export const cellsOfKeys = (snapshot: Snapshot, view: CellView, keys: ReadonlySet<number>): readonly SourceCells[] =>
  cellsWithin(snapshot, view, [...keys].map(rangeOfCell))

/**
 * The cells of a scope. A cell that is touched is there from whichever segment and under whichever actor.
 * @param also cells that count as touched.
 */
export const cellsInScope = (
  snapshot: Snapshot,
  view: CellView,
  scope: CellScope,
  also: readonly NamedCell[],
): readonly SourceCells[] => {
  const isInScope = scopeFilter(snapshot, scope)
  if (scope.touched !== undefined) {
    const touched = keysOf(snapshot, also)
    for (const { file, countsAs } of view.sources)
      for (const cell of cellsDated(file, scope.touched)) touched.add(keyAt(snapshot, file, countsAs, cell))
    return cellsWithin(snapshot, view, [...touched].map(rangeOfCell), isInScope)
  }
  const first = (holder: number): number => keyOf(snapshot, holder, 0, 0)
  const holders = scope.holders === undefined ? undefined : placesOf(snapshot, scope.holders)
  const ranges = holders?.map((holder): KeyRange => [first(holder), first(holder + 1)])
  return cellsWithin(snapshot, view, ranges ?? [[0, first(snapshot.actors.length)]], isInScope)
}
