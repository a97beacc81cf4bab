// The positions of a scope (some holders, some targets, a dimension; or all) as the table that the fold reads. The scope is handed to
// the Parquet reader, whose statistics skip what is not asked for.
import type { DuckDBDataChunk } from '@duckdb/node-api'
import type { Dimension } from '../claims/types.js'
import type { LastingAct } from '../knowledge/ledger-schema.js'
import { isoOf, spanOf } from '../ledger/days.js'
import { positionRows } from '../ledger/position-row.js'
import { emptyColumns, type PositionTable, reviews, undated } from '../ledger/position-table.js'
import { bases, dimensions, directions, modalities, rungs } from '../ledger/vocabulary.js'
import { type Days, type NamedCell, relationOfTouched } from './cell-rows.js'
import { chunksOf } from './connection.js'
import type { CountedClaim } from './hand-effects.js'
import type { Ledger } from './ledger.js'
import { canonical, withMerged } from './merged.js'
import { relationOf } from './relation.js'
import type { Snapshot } from './snapshot.js'
import { enumOf, quoteList, quoteText } from './sql.js'

/** What is asked for; what is not said is not narrowed. */
export interface Scope {
  readonly holders?: readonly string[] | undefined
  readonly targets?: readonly string[] | undefined
  readonly dimensions?: readonly Dimension[] | undefined
  /** Also what a settled contradiction has set aside. */
  readonly withSetAside?: boolean | undefined
  /** Of these the holder or the target is one. */
  readonly either?: readonly string[] | undefined
  /** Only cells that have a position dated in one of these spans of days, both ends inclusive. */
  readonly touched?: readonly Days[] | undefined
}

const orNone = (column: string, words: readonly string[]): string =>
  words.length === 0
    ? '0::UTINYINT'
    : `coalesce(list_position([${words.map(quoteText).join(', ')}], ${column}), 0)::UTINYINT`
const dayNumber = (column: string): string => `coalesce(${column} - DATE '1970-01-01', ${undated})::INTEGER`

const rowColumns =
  'holder, target, dimension, direction, rung, first_day, last_day, modality, basis, lasting, ends, confidence, claim, paragraph, via, entry'

/** Rows of claims that the hand has changed or entered, as a relation with the columns of `rowColumns` and `documentColumns`. */
const countedRows = (counted: readonly CountedClaim[], kinds: readonly LastingAct[]): string | undefined => {
  const day = (value: number | null): string => (value === null ? 'NULL::DATE' : `DATE '${isoOf(value)}'`)
  const text = (value: string | null): string => (value === null ? 'NULL::VARCHAR' : quoteText(value))
  const rows = counted.flatMap(({ claim, entry, place, issuer, publishedOn, publisher, paragraph }) => {
    const published = publishedOn === null ? undefined : spanOf(publishedOn)?.last
    return positionRows(claim, { entry, issuer, publishedOn, paragraph }, kinds).map(
      row =>
        `(${[
          text(row.holder),
          text(row.target),
          text(row.dimension),
          text(row.direction),
          text(row.rung),
          day(row.firstDay),
          day(row.lastDay),
          text(row.modality),
          text(row.basis),
          text(row.lasting),
          text(row.ends),
          `${row.confidence}::FLOAT`,
          text(row.claim),
          `${row.paragraph}::UBIGINT`,
          text(row.via),
          text(row.entry),
          `${place}::UINTEGER`,
          published === undefined ? 'NULL::INTEGER' : `${published}::INTEGER`,
          text(publisher),
        ].join(', ')})`,
    )
  })
  return rows.length === 0
    ? undefined
    : `(VALUES ${rows.join(', ')}) counted(${rowColumns}, place, published, publisher)`
}

const conditionsOf = (scope: Scope, merged: ReadonlyMap<string, string>): string => {
  const conditions = [
    scope.holders && `holder IN ${quoteList(withMerged(scope.holders, merged))}`,
    scope.targets && `target IN ${quoteList(withMerged(scope.targets, merged))}`,
    scope.dimensions && `dimension IN ${quoteList(scope.dimensions)}`,
    scope.either &&
      `(holder IN ${quoteList(withMerged(scope.either, merged))} OR target IN ${quoteList(withMerged(scope.either, merged))})`,
  ].filter(condition => condition !== undefined)
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
}

/** The cells that claims changed or entered by hand bear on. */
const cellsOfHand = ({ effects: { counted, merged } }: Snapshot): readonly NamedCell[] =>
  counted.flatMap(({ claim }) =>
    claim.positions.map(({ holder, target, dimension }) => ({
      holder: merged.get(holder) ?? holder,
      target: merged.get(target) ?? target,
      dimension,
    })),
  )

const scopeQuery = async (
  ledger: Ledger,
  snapshot: Snapshot,
  scope: Scope,
  kinds: readonly LastingAct[],
): Promise<string> => {
  const { merged, leftOut, setAside, counted } = snapshot.effects
  const left = scope.withSetAside === true ? [...leftOut].filter(id => !setAside.has(id)) : [...leftOut]
  const where = conditionsOf(scope, merged)
  const sorted = scope.holders === undefined && scope.targets !== undefined ? 'positions_by_target' : 'positions'
  const stored =
    scope.touched === undefined
      ? relationOf(ledger, snapshot.seals, sorted)
      : await relationOfTouched(ledger, snapshot, `segment, ${rowColumns}`, scope.touched, cellsOfHand(snapshot))
  const entered = countedRows(scope.withSetAside === true ? counted : counted.filter(each => !each.isSetAside), kinds)
  const named = (relation: string) =>
    `SELECT * REPLACE (${canonical('holder', merged)} AS holder, ${canonical('target', merged)} AS target) FROM (${relation})`
  const base = `SELECT ${rowColumns
    .split(', ')
    .map(column => `p.${column}`)
    .join(', ')}, d.place, d.published, d.publisher_actor AS publisher FROM (SELECT * FROM ${stored} ${where}) p
    JOIN ${snapshot.documents} d ON p.entry = d.entry ${snapshot.hasTwins ? 'AND p.segment = d.segment' : ''}
    WHERE d.state = 'live' ${left.length === 0 ? '' : `AND p.claim NOT IN ${quoteList(left)}`}`
  const extra = entered === undefined ? '' : ` UNION ALL SELECT * FROM ${entered} ${where}`
  return `SELECT * FROM (${named(`${base}${extra}`)}) WHERE holder <> target`
}

/** The number column `column` of the chunks, one after the other, into `into`. */
const gather = (
  chunks: readonly DuckDBDataChunk[],
  column: number,
  into: { set: (items: never, offset: number) => void },
): void => {
  let offset = 0
  for (const chunk of chunks) {
    into.set((chunk.getColumnVector(column) as unknown as { items: never }).items, offset)
    offset += chunk.rowCount
  }
}

/** Decodes a text column only where it is asked for. */
const lazyText = (chunks: readonly DuckDBDataChunk[], column: number): ((row: number) => string) => {
  const starts: number[] = []
  let offset = 0
  for (const chunk of chunks) {
    starts.push(offset)
    offset += chunk.rowCount
  }
  return row => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= row) low = middle
      else high = middle - 1
    }
    return chunks[low]!.getColumnVector(column).getItem(row - starts[low]!) as string
  }
}

/** Reads the positions of a scope. Rows of documents that are not live, or that the hand has left out, are not in it. */
export const readPositions = async (
  ledger: Ledger,
  snapshot: Snapshot,
  scope: Scope,
  kinds: readonly LastingAct[],
): Promise<PositionTable> => {
  const kindNames = kinds.map(kind => kind.name)
  const place = (column: string) => `enum_code(${column}::${snapshot.actorType})::UINTEGER`
  const placeOrNone = (column: string) => `CASE WHEN ${column} IS NULL THEN 0 ELSE ${place(column)} + 1 END::UINTEGER`
  const chunks: DuckDBDataChunk[] = []
  const rows = chunksOf(
    ledger.connection,
    `SELECT ${place('holder')} AS holder, ${place('target')} AS target, dimension::${enumOf(dimensions)} AS cell,
      direction::${enumOf(directions)} AS direction, ${orNone('rung', rungs)}, ${dayNumber('first_day')},
      ${dayNumber('last_day')} AS day, modality::${enumOf(modalities)}, basis::${enumOf(bases)}, ${orNone('lasting', kindNames)},
      ${orNone('ends', kindNames)}, confidence, place, coalesce(published, ${undated})::INTEGER, ${placeOrNone('publisher')},
      paragraph, ${placeOrNone('via')}, claim, entry
    FROM (${await scopeQuery(ledger, snapshot, scope, kinds)}) ORDER BY holder, target, cell, day, claim, entry, direction`,
  )
  for await (const chunk of rows) chunks.push(chunk)
  const columns = emptyColumns(chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0))
  const inOrder = [
    columns.holder,
    columns.target,
    columns.dimension,
    columns.direction,
    columns.rung,
    columns.first,
    columns.last,
    columns.modality,
    columns.basis,
    columns.lasting,
    columns.ends,
    columns.confidence,
    columns.document,
    columns.published,
    columns.publisher,
    columns.paragraph,
    columns.via,
  ]
  for (const [column, into] of inOrder.entries()) gather(chunks, column, into)
  const claim = lazyText(chunks, inOrder.length)
  const entry = lazyText(chunks, inOrder.length + 1)
  if (snapshot.effects.reviews.size > 0)
    for (let row = 0; row < columns.size; row++)
      columns.review[row] = reviews.indexOf(snapshot.effects.reviews.get(claim(row)) ?? 'none')
  return { ...columns, actors: snapshot.actors, kinds: kindNames, claim, entry }
}
