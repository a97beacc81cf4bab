// What a ledger holds at one moment: which segments count, which entry of each document is the live one, which were superseded or
// withdrawn, which paragraphs are copies, and what the analyst's hand says. Read once and kept until the folder changes.

import { type HandRow, rowsInForce, rowsOfAct } from '../ledger/hand.js'
import type { Lineage } from '../ledger/origins.js'
import type { DocumentFacts } from '../ledger/position-table.js'
import { undated } from '../ledger/position-table.js'
import { joinCopies } from '../ledger/shingles.js'
import type { Message } from '../text/types.js'
import { chunksOf, parquet, type Row, rowsOf } from './connection.js'
import { type HandEffects, handEffects } from './hand-effects.js'
import { readHand } from './judgements.js'
import { pathsOf, type Seal, type TableName, tableNames, tables } from './layout.js'
import { fingerprintOf, type Ledger, temporaryName } from './ledger.js'
import { readSeals, standingSeals } from './segments.js'
import { quoteList, quoteText } from './sql.js'

export interface Snapshot {
  readonly fingerprint: string
  readonly seals: readonly Seal[]
  /** Relation of every stored document with its state: live, superseded or withdrawn; `place` counts the live ones. */
  readonly documents: string
  /** Live documents by place, then the sources of claims entered by hand. */
  readonly facts: readonly DocumentFacts[]
  readonly effects: HandEffects
  readonly lineage: Lineage
  /** Rows of the hand in force, earliest first, and all of them. */
  readonly hand: readonly HandRow[]
  readonly handRows: readonly HandRow[]
  readonly messages: readonly Message[]
}

/** Relation of a table over the segments of a snapshot. */
export const relationOf = (ledger: Ledger, seals: readonly Seal[], table: TableName): string =>
  parquet(
    seals.map(({ segment }) => pathsOf(ledger.folder).table(table, segment)),
    tables[table],
  )

const documentColumns =
  'segment, entry, sha256, document, name, title, url, publisher, publisher_actor, issuer, published_on, language, coder, family, added_at, claims'

const buildDocuments = async (ledger: Ledger, seals: readonly Seal[], hand: readonly HandRow[]): Promise<string> => {
  const withdrawals = rowsOfAct(hand, 'withdraw')
  const documents = quoteList(withdrawals.filter(row => row.what === 'document').map(row => row.key))
  const publishers = quoteList(withdrawals.filter(row => row.what === 'publisher').map(row => row.key.toLowerCase()))
  const table = temporaryName(ledger, 'documents')
  await ledger.connection.run(`
    CREATE TEMP TABLE ${table} AS
    WITH stored AS (
      SELECT ${documentColumns} FROM ${relationOf(ledger, seals, 'documents')}
      QUALIFY row_number() OVER (PARTITION BY entry ORDER BY added_at, segment) = 1
    ), judged AS (
      SELECT *, row_number() OVER (PARTITION BY family ORDER BY added_at DESC, entry DESC) = 1 AS newest,
        coalesce(entry IN ${documents} OR sha256 IN ${documents} OR document IN ${documents} OR url IN ${documents}
          OR name IN ${documents} OR lower(publisher) IN ${publishers}, false) AS withdrawn
      FROM stored
    ), stated AS (
      SELECT * EXCLUDE (newest, withdrawn),
        CASE WHEN withdrawn THEN 'withdrawn' WHEN newest THEN 'live' ELSE 'superseded' END AS state
      FROM judged
    )
    SELECT *, CASE WHEN state = 'live'
      THEN (row_number() OVER (PARTITION BY state ORDER BY entry) - 1)::UINTEGER END AS place
    FROM stated ORDER BY state, place`)
  return table
}

const readFacts = async (ledger: Ledger, documents: string): Promise<readonly DocumentFacts[]> => {
  const chunks = await chunksOf(
    ledger.connection,
    `SELECT entry, coalesce(publisher_actor, '') AS publisher, epoch_ms(added_at)::DOUBLE AS added,
      coalesce(datediff('day', DATE '1970-01-01', CASE length(published_on)
        WHEN 10 THEN try_cast(published_on AS DATE)
        WHEN 7 THEN last_day(try_cast(published_on || '-01' AS DATE))
        WHEN 4 THEN try_cast(published_on || '-12-31' AS DATE) END), ${undated})::INTEGER AS published
    FROM ${documents} WHERE state = 'live' ORDER BY place`,
  )
  return chunks.flatMap(chunk => {
    const [entry, publisher, added, published] = [0, 1, 2, 3].map(column => chunk.getColumnValues(column))
    return Array.from({ length: chunk.rowCount }, (_, row) => ({
      entry: entry![row] as string,
      publisher: publisher![row] === '' ? null : (publisher![row] as string),
      added: added![row] as number,
      published: published![row] as number,
    }))
  })
}

const readLineage = async (ledger: Ledger, seals: readonly Seal[]): Promise<Lineage> => {
  const rows = await rowsOf(
    ledger.connection,
    `SELECT DISTINCT unnest(copies, recursive := true) FROM ${relationOf(ledger, seals, 'documents')} WHERE len(copies) > 0`,
  )
  return joinCopies(rows.map(row => ({ one: BigInt(row.one as string), other: BigInt(row.other as string) })))
}

/** Does every file of a segment open? Gives the reason where one does not. */
export const faultOf = async (ledger: Ledger, segment: string): Promise<string | undefined> => {
  for (const table of tableNames) {
    const path = pathsOf(ledger.folder).table(table, segment)
    try {
      await rowsOf(ledger.connection, `SELECT count(*) FROM (SELECT * FROM read_parquet(${quoteText(path)}))`)
      await rowsOf(ledger.connection, `SELECT min(COLUMNS(*)) FROM (SELECT * FROM read_parquet(${quoteText(path)}))`)
    } catch (error) {
      return `${table}/${segment}.parquet cannot be read: ${(error as Error).message.split('\n')[0]}`
    }
  }
  return undefined
}

/** Snapshots whose tables are kept: a question still under way may be reading one. */
const keptSnapshots = 4

const dropRetired = async (ledger: Ledger, fresh: string): Promise<void> => {
  const kept = [...ledger.memory.tables, fresh].slice(-keptSnapshots)
  for (const table of ledger.memory.tables)
    if (!kept.includes(table)) await ledger.connection.run(`DROP TABLE IF EXISTS ${table}`)
  ledger.memory.tables = kept
}

const build = async (ledger: Ledger, fingerprint: string): Promise<Snapshot> => {
  const { memory } = ledger
  const { seals, broken } = await readSeals(ledger.folder, memory.seals)
  memory.seals = new Map(seals.map(sealed => [sealed.segment, sealed]))
  const counting = standingSeals(seals).filter(sealed => !memory.damaged.has(sealed.segment))
  const { rows, messages } = await readHand(ledger.folder)
  const hand = rowsInForce(rows)
  const documents = await buildDocuments(ledger, counting, hand)
  const facts = await readFacts(ledger, documents)
  const effects = await handEffects(ledger, relationOf(ledger, counting, 'claims'), documents, hand)
  await dropRetired(ledger, documents)
  return {
    fingerprint,
    seals: counting,
    documents,
    facts: [...facts, ...effects.facts],
    effects,
    lineage: await readLineage(ledger, counting),
    hand,
    handRows: rows,
    messages: [
      ...messages,
      ...broken.map(({ segment, reason }) => ({ place: `segments/${segment}.json`, rule: 'segment-damaged', reason })),
      ...[...memory.damaged].map(([segment, reason]) => ({ place: segment, rule: 'segment-damaged', reason })),
    ],
  }
}

/** The snapshot of a fingerprint: the one at hand, the one being built, or a new one. Questions asked at once share one. */
const snapshotAt = async (ledger: Ledger, fingerprint: string): Promise<Snapshot> => {
  const { memory } = ledger
  if (memory.snapshot?.fingerprint === fingerprint) return memory.snapshot
  if (memory.building?.fingerprint !== fingerprint) {
    const building = { fingerprint, snapshot: build(ledger, fingerprint) }
    memory.building = building
    const done = (snapshot: Snapshot | undefined): void => {
      if (memory.building !== building) return
      memory.building = undefined
      memory.snapshot = snapshot
    }
    building.snapshot.then(done, () => done(undefined))
  }
  return memory.building!.snapshot
}

const attempts = 6

/** Marks the segments that cannot be read, so that the rest serves. @returns how many were found anew. */
const findDamage = async (ledger: Ledger): Promise<number> => {
  const { seals } = await readSeals(ledger.folder)
  const found = new Map(ledger.memory.damaged)
  for (const { segment } of standingSeals(seals)) {
    if (found.has(segment)) continue
    const fault = await faultOf(ledger, segment)
    if (fault !== undefined) found.set(segment, fault)
  }
  // A segment that was taken over meanwhile is not damaged but gone.
  const still = new Set((await readSeals(ledger.folder)).seals.map(sealed => sealed.segment))
  const fresh = [...found].filter(([segment]) => still.has(segment))
  const added = fresh.length - ledger.memory.damaged.size
  ledger.memory.damaged = new Map(fresh)
  return added
}

/**
 * Answers from a snapshot of the folder as it is now. Where the files changed under the question (a compaction), or one of them cannot be
 * read, it is asked again: of the new folder, or without what is damaged.
 */
export const withSnapshot = async <T>(ledger: Ledger, answer: (snapshot: Snapshot) => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    const fingerprint = await fingerprintOf(ledger.folder)
    try {
      return await answer(await snapshotAt(ledger, fingerprint))
    } catch (error) {
      const changed = (await fingerprintOf(ledger.folder)) !== fingerprint
      if (attempt === attempts || (!changed && (await findDamage(ledger)) === 0)) throw error
      ledger.memory.snapshot = undefined
      ledger.memory.building = undefined
    }
  }
}

/** Rows of a query over the snapshot. */
export const ask = (ledger: Ledger, sql: string): Promise<Row[]> => rowsOf(ledger.connection, sql)
