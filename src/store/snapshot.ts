// What a ledger holds at one moment: which segments count, which entry of each document is the live one, which were superseded or
// withdrawn, and what the analyst's hand says. Read once and kept until the folder changes.
import { type HandRow, rowsInForce, rowsOfAct } from '../ledger/hand.js'
import type { Message } from '../text/types.js'
import { openCells } from './cell-file.js'
import { EngineTrouble, type Row, rowsOf, run } from './connection.js'
import { type HandEffects, handEffects } from './hand-effects.js'
import { readHand } from './judgements.js'
import { pathsOf, type Seal, schemaVersion, tableNames } from './layout.js'
import { fingerprintOf, type Ledger, temporaryName } from './ledger.js'
import { relationOf } from './relation.js'
import { readSeals, standingSeals } from './segments.js'
import { quoteList, quoteText } from './sql.js'
import { LedgerTrouble } from './trouble.js'

export interface Snapshot {
  readonly fingerprint: string
  readonly seals: readonly Seal[]
  /**
   * Relation of every stored document with its state: live, superseded or withdrawn. `place` numbers the live ones from 0; `file_row` is the
   * row in the file of its segment.
   */
  readonly documents: string
  /** Every actor that a position, a publisher or the hand names, sorted; and the type of DuckDB that numbers them so. */
  readonly actors: readonly string[]
  readonly actorType: string
  readonly effects: HandEffects
  /** Rows of the hand in force, earliest first, and all of them. */
  readonly hand: readonly HandRow[]
  readonly handRows: readonly HandRow[]
  readonly messages: readonly Message[]
}

const documentColumns =
  'segment, file_row_number::UINTEGER AS file_row, entry, sha256, document, name, title, url, publisher, publisher_actor, issuer, published_on, language, coder, family, added_at, claims'

const publishedDay = `datediff('day', DATE '1970-01-01', CASE length(published_on)
  WHEN 10 THEN try_cast(published_on AS DATE)
  WHEN 7 THEN last_day(try_cast(published_on || '-01' AS DATE))
  WHEN 4 THEN try_cast(published_on || '-12-31' AS DATE) END)`

/** The columns by which a withdrawal may name a document. */
export const documentKeys = 'entry, sha256, document, name, ifnull(url, entry)'

/**
 * Makes the relation of stored documents. The live version of a document is the latest of its family that no later row has the text of;
 * an entry that two processes wrote at once counts once. A document is withdrawn in the versions that were there when it was; a
 * publisher's are whenever they come.
 */
const buildDocuments = async (
  ledger: Ledger,
  seals: readonly Seal[],
  hand: readonly HandRow[],
  knownBy: number | undefined,
): Promise<string> => {
  const withdrawals = rowsOfAct(hand, 'withdraw')
  const publishers = quoteList(withdrawals.filter(row => row.what === 'publisher').map(row => row.key.toLowerCase()))
  const withdrawn = withdrawals
    .filter(row => row.what === 'document')
    .map(({ key, at }) => `OR (${quoteText(key)} IN (${documentKeys}) AND epoch_ms(added_at) <= ${Date.parse(at)})`)
  const known = knownBy === undefined ? '' : `WHERE epoch_ms(added_at) <= ${knownBy}`
  const table = temporaryName(ledger, 'documents')
  await run(
    ledger.connection,
    `CREATE TEMP TABLE ${table} AS
    WITH stored AS (
      SELECT ${documentColumns} FROM ${relationOf(ledger, seals, 'documents')} ${known}
      QUALIFY row_number() OVER (PARTITION BY entry ORDER BY added_at, segment) = 1
    ), stated AS (
      SELECT *, CASE
        WHEN coalesce(lower(publisher) IN ${publishers}, false) ${withdrawn.join(' ')} THEN 'withdrawn'
        WHEN row_number() OVER (PARTITION BY family ORDER BY added_at DESC, entry DESC) = 1
          AND row_number() OVER (PARTITION BY sha256 ORDER BY added_at DESC, entry DESC) = 1 THEN 'live'
        ELSE 'superseded' END AS state
      FROM stored
    )
    SELECT *, ${publishedDay}::INTEGER AS published, CASE WHEN state = 'live'
      THEN (row_number() OVER (PARTITION BY state ORDER BY entry) - 1)::UINTEGER END AS place
    FROM stated ORDER BY state, place`,
  )
  return table
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
  try {
    openCells(pathsOf(ledger.folder).cells(segment))
  } catch (error) {
    return `cells/${segment}.bin cannot be read: ${(error as Error).message}`
  }
  return undefined
}

/** Snapshots whose tables are kept: a question still under way may be reading one. */
const keptSnapshots = 4

/** Lets go of a snapshot's relation of documents, and of the type of actors that was made with it. */
const dropDocuments = (ledger: Ledger, documents: string): Promise<void> =>
  run(ledger.connection, `DROP TABLE IF EXISTS ${documents}; DROP TYPE IF EXISTS ${typeOfActors(documents)}`)

const dropRetired = async (ledger: Ledger, fresh: string): Promise<void> => {
  const kept = [...ledger.memory.tables, fresh].slice(-keptSnapshots)
  for (const table of ledger.memory.tables) if (!kept.includes(table)) await dropDocuments(ledger, table)
  ledger.memory.tables = kept
}

/** The seals that count: of segments that no other has taken over and that are not known to be damaged. */
const countingSeals = async (ledger: Ledger) => {
  const { memory } = ledger
  const { seals, broken } = await readSeals(ledger.folder, memory.seals)
  for (const { schema, segment } of seals)
    if (schema !== schemaVersion)
      throw new LedgerTrouble(
        schema < schemaVersion ? 'ledger-older' : 'ledger-newer',
        segment,
        `the segment has schema ${schema}, this program reads ${schemaVersion}; ${schema < schemaVersion ? 'bring it up with "demarche migrate"' : 'use a newer program'}`,
      )
  memory.seals = new Map(seals.map(sealed => [sealed.segment, sealed]))
  return { seals: standingSeals(seals).filter(({ segment }) => !memory.damaged.has(segment)), broken }
}

const typeOfActors = (documents: string): string => `${documents}_actor`

/** Every actor that the snapshot names. */
const actorsNamed = async (
  ledger: Ledger,
  seals: readonly Seal[],
  documents: string,
  { counted, merged }: HandEffects,
): Promise<readonly string[]> => {
  const publishers = await rowsOf(
    ledger.connection,
    `SELECT DISTINCT publisher_actor AS id FROM ${documents} WHERE publisher_actor IS NOT NULL`,
  )
  const entered = counted.flatMap(({ claim }) => [
    ...claim.positions.flatMap(({ holder, target }) => [holder, target]),
    ...claim.attribution.flatMap(({ speaker }) => (typeof speaker === 'string' ? [] : [speaker.id])),
  ])
  const named = [...seals.flatMap(({ actors }) => actors), ...publishers.map(row => row.id as string), ...entered]
  return [...new Set([...named, ...merged.values()])].sort()
}

/** @param knownBy leaves out what was added, and said by hand, after that moment; milliseconds since 1970. */
const build = async (ledger: Ledger, fingerprint: string, knownBy?: number): Promise<Snapshot> => {
  const { seals, broken } = await countingSeals(ledger)
  const { rows, messages } = await readHand(ledger.folder)
  const hand = rowsInForce(knownBy === undefined ? rows : rows.filter(row => Date.parse(row.at) <= knownBy))
  const documents = await buildDocuments(ledger, seals, hand, knownBy)
  const effects = await handEffects(ledger, seals, documents, hand)
  const actors = await actorsNamed(ledger, seals, documents, effects)
  const actorType = typeOfActors(documents)
  await run(
    ledger.connection,
    `CREATE TYPE ${actorType} AS ENUM (${actors.length === 0 ? "''" : actors.map(quoteText).join(', ')})`,
  )
  return {
    fingerprint,
    seals,
    documents,
    actors,
    actorType,
    effects,
    hand,
    handRows: rows,
    messages: [
      ...messages,
      ...broken.map(({ segment, reason }) => ({ place: `segments/${segment}.json`, rule: 'segment-damaged', reason })),
      ...[...ledger.memory.damaged].map(([segment, reason]) => ({ place: segment, rule: 'segment-damaged', reason })),
    ],
  }
}

const buildKept = async (ledger: Ledger, fingerprint: string): Promise<Snapshot> => {
  const snapshot = await build(ledger, fingerprint)
  await dropRetired(ledger, snapshot.documents)
  return snapshot
}

/** The snapshot of a fingerprint: the one at hand, the one being built, or a new one. Questions asked at once share one. */
const snapshotAt = async (ledger: Ledger, fingerprint: string): Promise<Snapshot> => {
  const { memory } = ledger
  if (memory.snapshot?.fingerprint === fingerprint) return memory.snapshot
  if (memory.building?.fingerprint !== fingerprint) {
    const building = { fingerprint, snapshot: buildKept(ledger, fingerprint) }
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

/**
 * Answers from the ledger as it was known at a moment: without what was added, judged or withdrawn later.
 * @param knownBy milliseconds since 1970.
 */
export const withSnapshotAsOf = async <T>(
  ledger: Ledger,
  { fingerprint }: Snapshot,
  knownBy: number,
  answer: (then: Snapshot) => Promise<T>,
): Promise<T> => {
  const then = await build(ledger, fingerprint, knownBy)
  try {
    return await answer(then)
  } finally {
    await dropDocuments(ledger, then.documents)
  }
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

/** Asks again where the files changed under the question (a compaction), or without what is damaged where one of them cannot be read. */
const askAgain = async <T>(ledger: Ledger, question: (fingerprint: string) => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    const fingerprint = await fingerprintOf(ledger.folder)
    try {
      return await question(fingerprint)
    } catch (error) {
      if (!(error instanceof EngineTrouble) || attempt === attempts) throw error
      const changed = (await fingerprintOf(ledger.folder)) !== fingerprint
      if (!changed && (await findDamage(ledger)) === 0) throw error
      ledger.memory.snapshot = undefined
      ledger.memory.building = undefined
    }
  }
}

/** Answers from a snapshot of the folder as it is now. */
export const withSnapshot = <T>(ledger: Ledger, answer: (snapshot: Snapshot) => Promise<T>): Promise<T> =>
  askAgain(ledger, async fingerprint => answer(await snapshotAt(ledger, fingerprint)))

/** Answers from the segments alone, for what needs to know neither states of documents nor the hand. */
export const withSegments = <T>(ledger: Ledger, answer: (seals: readonly Seal[]) => Promise<T>): Promise<T> =>
  askAgain(ledger, async () => answer((await countingSeals(ledger)).seals))

/** Rows of a query over the snapshot. */
export const ask = (ledger: Ledger, sql: string): Promise<Row[]> => rowsOf(ledger.connection, sql)
