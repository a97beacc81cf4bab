// The tables of a ledger's segments as relations that a query can name.
import { parquet } from './connection.js'
import { pathsOf, type Seal, type TableName, tables } from './layout.js'
import type { Ledger } from './ledger.js'

/** A table over some segments. */
export const relationOf = (ledger: Pick<Ledger, 'folder'>, seals: readonly Seal[], table: TableName): string =>
  parquet(
    seals.map(({ segment }) => pathsOf(ledger.folder).table(table, segment)),
    tables[table],
  )
