// Dyad-years: for each pair and year, and each dimension, the standing at the year's end, the number of positions of that year and their
// independent origins. A dimension in which nothing is known is empty, not zero.
import { dayOf, isoOf } from '../../ledger/days.js'
import { countOrigins } from '../../ledger/origins.js'
import { type CellRange, cellsOf, undated } from '../../ledger/position-table.js'
import { standingOn } from '../../ledger/standing.js'
import { dimensions, directions } from '../../ledger/vocabulary.js'
import type { Exported, Material } from './material.js'
import { type Cell, toCsv } from './table.js'

export const dyadYearColumns = [
  'actor',
  'actor_iso3',
  'actor_cow',
  'recipient',
  'recipient_iso3',
  'recipient_cow',
  'year',
  ...dimensions.flatMap(
    dimension => [`${dimension}_standing`, `${dimension}_positions`, `${dimension}_origins`] as const,
  ),
] as const

type Row = Record<(typeof dyadYearColumns)[number], Cell>

const yearOf = (day: number): number => Number(isoOf(day).slice(0, 4))

export const exportDyadYear = (material: Material): Exported => {
  const { table, day, actorOf, lineage } = material
  const dyads = new Map<string, CellRange[]>()
  for (const cell of cellsOf(table)) {
    const key = `${table.holder[cell.from]}\t${table.target[cell.from]}`
    dyads.set(key, [...(dyads.get(key) ?? []), cell])
  }
  const rows = [...dyads.values()].flatMap(cells => {
    const { from } = cells[0]!
    const [actor, recipient] = [table.actors[table.holder[from]!]!, table.actors[table.target[from]!]!]
    const days = cells
      .flatMap(cell => [...table.last.subarray(cell.from, cell.to)])
      .filter(last => last !== undated && last <= day)
    if (days.length === 0) return []
    const [first, last] = [yearOf(Math.min(...days)), yearOf(Math.max(...days))]
    return Array.from({ length: last - first + 1 }, (_, place): Row => {
      const year = first + place
      const [opens, closes] = [dayOf(`${year}-01-01`), Math.min(day, dayOf(String(year)))]
      const empty = Object.fromEntries(dyadYearColumns.map(column => [column, null])) as Row
      const filled = cells.flatMap(cell => {
        const dimension = dimensions[table.dimension[cell.from]!]!
        const standing = standingOn(table, cell, closes)
        const inYear = Array.from({ length: cell.to - cell.from }, (_, index) => cell.from + index).filter(
          row => table.last[row]! >= opens && table.last[row]! <= closes,
        )
        const direction = standing?.deciding === undefined ? null : directions[table.direction[standing.deciding]!]!
        return [
          [`${dimension}_standing`, direction],
          [`${dimension}_positions`, inYear.length],
          [`${dimension}_origins`, countOrigins(table, inYear, lineage(cell))],
        ]
      })
      return {
        ...empty,
        actor,
        actor_iso3: actorOf(actor).iso3,
        actor_cow: actorOf(actor).cow,
        recipient,
        recipient_iso3: actorOf(recipient).iso3,
        recipient_cow: actorOf(recipient).cow,
        year,
        ...Object.fromEntries(filled),
      }
    })
  })
  return { mediaType: 'text/csv', extension: 'csv', body: toCsv(dyadYearColumns, rows) }
}
