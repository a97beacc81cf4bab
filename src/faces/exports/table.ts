// Rows of a fixed list of columns out as CSV (RFC 4180). What is absent is an empty cell; nothing is filled in.
import papaparse from 'papaparse'

export type Cell = string | number | boolean | null
export type ExportRow<Columns extends readonly string[]> = Readonly<Record<Columns[number], Cell>>

/** Cells hold no stray tab or line break: they become a space. */
const tidy = (cell: Cell): Cell => (typeof cell === 'string' ? cell.replaceAll(/[\t\r\n]+/g, ' ') : cell)

const formula = /^[=+\-@\t\r]/

/** A text cell that a spreadsheet would take for a formula gets an apostrophe before it; lone signs and numbers stay as they are. */
const defuse = (cell: Cell): Cell =>
  typeof cell === 'string' && cell.length > 1 && formula.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell)
    ? `'${cell}`
    : cell

/** CSV with a header line. `excel`: with a byte-order mark, CRLF and formulas defused. */
export const toCsv = <const Columns extends readonly string[]>(
  columns: Columns,
  rows: readonly ExportRow<Columns>[],
  excel = false,
): string => {
  const cellOf = (cell: Cell): Cell => (excel ? defuse(tidy(cell)) : tidy(cell))
  const data = rows.map(row => columns.map(column => cellOf(row[column as Columns[number]])))
  const newline = excel ? '\r\n' : '\n'
  const text = papaparse.unparse({ fields: [...columns], data }, { newline })
  return `${excel ? '\ufeff' : ''}${text}${newline}`
}
