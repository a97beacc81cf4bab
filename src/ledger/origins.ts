// Independent origins: rows of one document, of paragraphs that copy one another, or of reports that pass on one medium's word are one
// origin (codebook section 4). Counted, never the rows.
import type { CellRange, PositionTable } from './position-table.js'
import { copiesAmong, type Paragraphs } from './shingles.js'

/** Maps the key of a paragraph to the least key among its near-copies; a key that is not there stands for itself. */
export type Copies = ReadonlyMap<bigint, bigint>

/** The near-copies among the paragraphs of a cell. Only there do they matter: origins are counted cell by cell. */
export type Lineage = (cell: CellRange) => Copies
const noCopies: Copies = new Map()
export const noLineage: Lineage = () => noCopies

/** May two rows of the cell be of one origin through their words? Only paragraphs of different documents can copy one another. */
export const mayHoldCopies = (table: PositionTable, { from, to }: CellRange): boolean => {
  let [documents, paragraphs] = [false, false]
  for (let row = from + 1; row < to && !(documents && paragraphs); row++) {
    documents ||= table.document[row] !== table.document[from]
    paragraphs ||= table.paragraph[row] !== table.paragraph[from]
  }
  return documents && paragraphs
}

/** The near-copies among a cell's paragraphs. @param signatures of at least its paragraphs; one that is not there copies nothing. */
export const copyGroups = (table: PositionTable, { from, to }: CellRange, signatures: Paragraphs): Copies => {
  const own = new Map<bigint, ArrayLike<number>>()
  for (let row = from; row < to; row++) {
    const bands = signatures.get(table.paragraph[row]!)
    if (bands !== undefined) own.set(table.paragraph[row]!, bands)
  }
  return own.size < 2 ? noCopies : copiesAmong(own)
}

/** Why a row is no origin of its own: it stands in the document of an earlier row, repeats or copies its words, or passes on one medium. */
export type KinshipKind = 'document' | 'words' | 'copy' | 'medium'

interface Link {
  /** Places in the list of rows. */
  readonly place: number
  readonly earlier: number
  readonly by: KinshipKind
}

/** Each tie of a row to the first one of its kind before it. */
const linksOf = (table: PositionTable, rows: readonly number[], copies: Copies): readonly Link[] => {
  const relayed = new Set<number>()
  for (const row of rows) if (table.via[row] !== 0) relayed.add(table.via[row]!)
  const links: Link[] = []
  const firstOf = new Map<string | bigint, number>()
  const tie = (key: string | bigint, place: number, by: (earlier: number) => KinshipKind): void => {
    const earlier = firstOf.get(key)
    if (earlier === undefined) firstOf.set(key, place)
    else links.push({ place, earlier, by: by(earlier) })
  }
  for (const [place, row] of rows.entries()) {
    const paragraph = table.paragraph[row]!
    tie(`document ${table.document[row]}`, place, () => 'document')
    if (paragraph !== 0n)
      tie(copies.get(paragraph) ?? paragraph, place, earlier =>
        table.paragraph[rows[earlier]!] === paragraph ? 'words' : 'copy',
      )
    const medium = table.via[row] !== 0 ? table.via[row]! : table.publisher[row]!
    if (relayed.has(medium)) tie(`medium ${medium}`, place, () => 'medium')
  }
  return links
}

/**
 * Groups rows of one cell by origin; each group is a list of rows in the order given, and groups come in the order of their first row.
 * A row that passes on a medium's word shares its origin with every other that does, and with what that medium published itself.
 */
export const originsOf = (
  table: PositionTable,
  rows: readonly number[],
  copies: Copies = noCopies,
): readonly (readonly number[])[] => {
  if (rows.length === 1) return [rows]
  const parent = rows.map((_, place) => place)
  const rootOf = (place: number): number => {
    let root = place
    while (parent[root] !== root) root = parent[root]!
    return root
  }
  for (const { place, earlier } of linksOf(table, rows, copies)) {
    const [one, other] = [rootOf(earlier), rootOf(place)]
    parent[Math.max(one, other)] = Math.min(one, other)
  }
  const groups = new Map<number, number[]>()
  for (const [place, row] of rows.entries()) {
    const root = rootOf(place)
    const group = groups.get(root)
    if (group) group.push(row)
    else groups.set(root, [row])
  }
  return [...groups.values()]
}

/** How many independent origins the rows of one cell have. */
export const countOrigins = (table: PositionTable, rows: readonly number[], copies: Copies = noCopies): number =>
  rows.length === 0 ? 0 : originsOf(table, rows, copies).length

/** To which earlier row a row owes that it is no origin of its own, and why. */
export interface Kinship {
  readonly to: number
  readonly by: KinshipKind
}

/** The nearest kinship of every row that has one: of document before words, of words before medium. */
export const kinshipsOf = (
  table: PositionTable,
  rows: readonly number[],
  copies: Copies = noCopies,
): ReadonlyMap<number, Kinship> =>
  new Map(
    linksOf(table, rows, copies)
      .toReversed()
      .map(({ place, earlier, by }) => [rows[place]!, { to: rows[earlier]!, by }]),
  )
