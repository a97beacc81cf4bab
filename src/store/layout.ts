// How a ledger lies on the disk, schema version 3:
//   ledger.json                  what this folder is
//   segments/<segment>.json      the seal of a segment, written last: rows, hashes, and the segments that it replaces
//   documents/ claims/ positions/ quotes/<segment>.parquet
//   cells/<segment>.bin          the positions once more, to be read cell by cell
//   judgements/<time>-<id>.jsonl the analyst's hand, one row a line
//   actors.yml  rules/           the analyst's own actors and rules
//   staging/<segment>/           work in hand; aside/ what was damaged
// A segment without its seal is not there; a sealed one never changes. docs/ledger.md tells the rest.
import { join } from 'node:path'
import { z } from 'zod'
import { dimensions } from '../ledger/vocabulary.js'
import { enumOf } from './sql.js'

export const schemaVersion = 3

/** The Parquet tables of a segment and their columns, in order, with DuckDB's types. */
export const tables = {
  documents: {
    segment: 'VARCHAR',
    entry: 'VARCHAR',
    sha256: 'VARCHAR',
    document: 'VARCHAR',
    name: 'VARCHAR',
    title: 'VARCHAR',
    url: 'VARCHAR',
    publisher: 'VARCHAR',
    publisher_actor: 'VARCHAR',
    issuer: 'VARCHAR',
    published_on: 'VARCHAR',
    language: 'VARCHAR',
    coder: 'VARCHAR',
    family: 'VARCHAR',
    added_at: 'TIMESTAMP',
    claims: 'INTEGER',
    messages: 'VARCHAR',
    blocks: 'VARCHAR',
    text: 'VARCHAR',
  },
  claims: {
    segment: 'VARCHAR',
    pair: 'VARCHAR',
    id: 'VARCHAR',
    entry: 'VARCHAR',
    content: 'VARCHAR',
    kind: 'VARCHAR',
    event_type: 'VARCHAR',
    event_mode: 'VARCHAR',
    cameo: 'VARCHAR',
    relation: 'VARCHAR',
    actors: 'VARCHAR[]',
    recipients: 'VARCHAR[]',
    polarity: 'VARCHAR',
    modality: 'VARCHAR',
    hearsay: 'BOOLEAN',
    opinion: 'BOOLEAN',
    date: 'VARCHAR',
    first_day: 'DATE',
    last_day: 'DATE',
    confidence: 'FLOAT',
    rule: 'VARCHAR',
    start: 'INTEGER',
    end: 'INTEGER',
    json: 'VARCHAR',
  },
  positions: {
    segment: 'VARCHAR',
    holder: 'VARCHAR',
    target: 'VARCHAR',
    dimension: 'VARCHAR',
    direction: 'VARCHAR',
    rung: 'VARCHAR',
    first_day: 'DATE',
    last_day: 'DATE',
    modality: 'VARCHAR',
    basis: 'VARCHAR',
    lasting: 'VARCHAR',
    ends: 'VARCHAR',
    confidence: 'FLOAT',
    claim: 'VARCHAR',
    entry: 'VARCHAR',
    pair: 'VARCHAR',
    paragraph: 'UBIGINT',
    bands: 'UINTEGER[]',
    via: 'VARCHAR',
  },
  quotes: {
    segment: 'VARCHAR',
    claim: 'VARCHAR',
    entry: 'VARCHAR',
    role: 'VARCHAR',
    start: 'INTEGER',
    end: 'INTEGER',
    exact: 'VARCHAR',
  },
} as const
export type TableName = keyof typeof tables
export const tableNames = Object.keys(tables) as TableName[]

/**
 * How each table is sorted inside a segment, so that statistics let a reader skip what it does not want; quotations only once segments
 * are merged, for before they lie document by document anyway.
 */
export const sortKeys: Readonly<Record<TableName, readonly string[]>> = {
  documents: ['added_at', 'entry'],
  claims: ['pair', 'id', 'entry'],
  positions: ['holder', 'target', 'dimension', 'last_day', 'claim', 'entry', 'direction'],
  quotes: ['entry', 'claim', 'start', 'end', 'role'],
}

/** The order of a table's rows as SQL says it: dimensions in the order of the codebook, and first what has no day. */
export const orderOf = (table: TableName): string =>
  sortKeys[table]
    .map(key => (key === 'dimension' ? `"${key}"::${enumOf(dimensions)}` : `"${key}" NULLS FIRST`))
    .join(', ')

export const ledgerFile = z.object({
  format: z.literal('demarche-ledger'),
  schema: z.int().positive(),
  created: z.string(),
})

export type LedgerFile = z.infer<typeof ledgerFile>

/** A value for each table; seals of schema 2 have one for positions by target too. */
const ofEachTable = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({
    documents: value,
    claims: value,
    positions: value,
    quotes: value,
    positions_by_target: value.optional(),
  })

export const seal = z.strictObject({
  schema: z.int().positive(),
  segment: z.string().regex(/^[a-z0-9-]+$/),
  /** When it was written, ISO 8601. */
  at: z.string(),
  rows: ofEachTable(z.int()),
  sha256: ofEachTable(z.string()),
  /** SHA-256 of its file of cells; seals before schema 3 have none. */
  cells: z.string().optional(),
  /** Ids of every actor that its positions name, sorted. */
  actors: z.array(z.string()).default([]),
  /** Segments whose rows this one has taken over. */
  replaces: z.array(z.string()),
})
export type Seal = z.infer<typeof seal>

export const pathsOf = (folder: string) => ({
  ledger: join(folder, 'ledger.json'),
  seals: join(folder, 'segments'),
  seal: (segment: string) => join(folder, 'segments', `${segment}.json`),
  table: (table: TableName, segment: string) => join(folder, table, `${segment}.parquet`),
  cells: (segment: string) => join(folder, 'cells', `${segment}.bin`),
  judgements: join(folder, 'judgements'),
  staging: join(folder, 'staging'),
  aside: join(folder, 'aside'),
  actors: join(folder, 'actors.yml'),
  rules: join(folder, 'rules'),
})

/** Every file of a segment but its seal, as it is named in the ledger's folder; the last only an older schema has. */
export const filesOf = (segment: string): readonly string[] => [
  ...tableNames.map(table => `${table}/${segment}.parquet`),
  `cells/${segment}.bin`,
  `positions_by_target/${segment}.parquet`,
]
