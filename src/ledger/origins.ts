// Independent origins: rows of one document, of paragraphs that copy one another, or of reports that pass on one medium's word are one
// origin (codebook section 4). Counted, never the rows.
import type { PositionTable } from './position-table.js'

/** Maps the key of a paragraph to the least key among its near-copies; a key that is not there stands for itself. */
export type Lineage = ReadonlyMap<bigint, bigint>
export const noLineage: Lineage = new Map()

/**
 * Groups rows by origin; each group is a list of rows in the order given, and groups come in the order of their first row.
 * A row that passes on a medium's word shares its origin with every other that does, and with what that medium published itself.
 */
export const originsOf = (
  table: PositionTable,
  rows: readonly number[],
  lineage: Lineage = noLineage,
): readonly (readonly number[])[] => {
  if (rows.length === 1) return [rows]
  const relayed = new Set<string>()
  for (const row of rows) if (table.via[row] !== 0) relayed.add(table.actors[table.via[row]! - 1]!)
  const parent = rows.map((_, place) => place)
  const rootOf = (place: number): number => {
    let root = place
    while (parent[root] !== root) root = parent[root]!
    return root
  }
  const seen = new Map<string | bigint, number>()
  const join = (key: string | bigint, place: number): void => {
    const earlier = seen.get(key)
    if (earlier === undefined) seen.set(key, place)
    else {
      const [one, other] = [rootOf(earlier), rootOf(place)]
      parent[Math.max(one, other)] = Math.min(one, other)
    }
  }
  for (const [place, row] of rows.entries()) {
    join(`document ${table.document[row]}`, place)
    const paragraph = table.paragraph[row]!
    if (paragraph !== 0n) join(lineage.get(paragraph) ?? paragraph, place)
    const publisher = table.documents[table.document[row]!]!.publisher
    if (table.via[row] !== 0) join(`medium ${table.actors[table.via[row]! - 1]}`, place)
    else if (publisher !== null && relayed.has(publisher)) join(`medium ${publisher}`, place)
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

/** How many independent origins the rows have. */
export const countOrigins = (table: PositionTable, rows: readonly number[], lineage: Lineage = noLineage): number =>
  rows.length === 0 ? 0 : originsOf(table, rows, lineage).length
