// The ledger, or a part of it, as a file of a format.
import { randomBytes } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { rowsOfAct } from '../../ledger/hand.js'
import { stancesOn } from '../../ledger/stances.js'
import { run } from '../../store/connection.js'
import { readClaims, readCodings, readDocuments, readStored, type StoredDocument } from '../../store/read.js'
import { type Snapshot, withSnapshot } from '../../store/snapshot.js'
import { quoteText } from '../../store/sql.js'
import { exportCodedLines } from '../exports/coded-lines.js'
import { exportDyadYear } from '../exports/dyad-year.js'
import type { Exported, ExportedClaim, Material } from '../exports/material.js'
import { exportPlover } from '../exports/plover.js'
import { exportStanceRows } from '../exports/stance-rows.js'
import { exportStances, stanceTable } from '../exports/stances.js'
import { exportTracker } from '../exports/tracker.js'
import { exportWebAnnotation } from '../exports/web-annotation.js'
import {
  actorOf,
  dayAsked,
  filterOf,
  lineageOf,
  nameStance,
  narrowByName,
  positionsOf,
  scopeOf,
  tiesKnown,
} from './desk.js'
import { exportFormats, heads } from './heads.js'
import { type Desk, define } from './question.js'

const sourceOf = ({ title, url, publishedOn }: StoredDocument): ExportedClaim['source'] => ({ title, url, publishedOn })

/** The claims of a scope, with their documents and what was said of them. */
const gatherClaims = async (
  desk: Desk,
  snapshot: Snapshot,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ExportedClaim>> => {
  const notes = new Map(rowsOfAct(snapshot.hand, 'note').map(row => [row.about, row.text]))
  const reviewOf = (id: string): ExportedClaim['review'] => {
    const verdict = snapshot.effects.byClaim.get(id)?.verdict
    return verdict === undefined ? null : { verdict: verdict.verdict, who: verdict.who, at: verdict.at }
  }
  const counted = new Map(snapshot.effects.counted.map(({ claim }) => [claim.id, claim]))
  const stored = (await readClaims(desk.ledger, snapshot, ids)).filter(({ document }) => document.state === 'live')
  const wanted = new Set(ids)
  const entered = rowsOfAct(snapshot.hand, 'claim').filter(row => wanted.has(row.claim.id))
  const gathered: readonly ExportedClaim[] = [
    ...stored.map(({ claim, document }) => ({
      claim: counted.get(claim.id) ?? claim,
      document,
      source: sourceOf(document),
      certainty: null,
      review: reviewOf(claim.id),
      note: notes.get(claim.id) ?? null,
    })),
    ...entered.map(row => ({
      claim: row.claim,
      document: null,
      source: row.source,
      certainty: row.certainty,
      review: reviewOf(row.claim.id),
      note: row.note ?? notes.get(row.claim.id) ?? null,
    })),
  ]
  return new Map(gathered.map(each => [each.claim.id, each]))
}

/** The stances as Parquet, made by the ledger's own engine. */
const exportParquet = async (desk: Desk, material: Material): Promise<Exported> => {
  const base = join(tmpdir(), `demarche-${process.pid}-${randomBytes(6).toString('hex')}`)
  const [lines, file] = [`${base}.jsonl`, `${base}.parquet`]
  try {
    await writeFile(
      lines,
      stanceTable(material)
        .map(row => `${JSON.stringify(row)}\n`)
        .join(''),
    )
    const columns = `{holder: 'VARCHAR', holder_name: 'VARCHAR', target: 'VARCHAR', target_name: 'VARCHAR', dimension: 'VARCHAR',
      direction: 'VARCHAR', status: 'VARCHAR', disputed: 'BOOLEAN', basis: 'VARCHAR', rung: 'VARCHAR', since: 'VARCHAR',
      last_confirmed: 'VARCHAR', independent_origins: 'INTEGER', claims: 'INTEGER', confidence: 'DOUBLE', reviewed: 'BOOLEAN',
      "before": 'VARCHAR', before_date: 'VARCHAR', beside: 'VARCHAR', evidence: 'VARCHAR'}`
    await run(
      desk.ledger.connection,
      `COPY (SELECT * FROM read_json(${quoteText(lines)}, format = 'newline_delimited', columns = ${columns})) TO ${quoteText(file)} (FORMAT parquet)`,
    )
    return {
      mediaType: 'application/vnd.apache.parquet',
      extension: 'parquet',
      body: (await readFile(file)).toString('base64'),
    }
  } finally {
    await Promise.all([rm(lines, { force: true }), rm(file, { force: true })])
  }
}

const make = async (
  desk: Desk,
  snapshot: Snapshot,
  material: Material,
  format: (typeof exportFormats)[number],
): Promise<Exported> => {
  switch (format) {
    case 'csv':
      return exportStances(material, false)
    case 'csv-excel':
      return exportStances(material, true)
    case 'tracker':
      return exportTracker(material)
    case 'stance-rows':
      return exportStanceRows(material)
    case 'dyad-year':
      return exportDyadYear(material)
    case 'plover':
      return exportPlover(material)
    case 'parquet':
      return exportParquet(desk, material)
    case 'jsonl': {
      const stored = await readStored(desk.ledger, snapshot, "state = 'live'")
      return exportCodedLines(await readCodings(desk.ledger, snapshot, stored))
    }
    case 'web-annotation': {
      const entries = [...new Set([...material.claims.values()].flatMap(({ document }) => document?.entry ?? []))]
      const documents = await readDocuments(desk.ledger, snapshot, entries)
      return exportWebAnnotation(material, entry => documents.get(entry)?.text)
    }
  }
}

export const exported = define(
  heads.export,
  z.object({
    format: z.enum(exportFormats),
    mediaType: z.string(),
    extension: z.string(),
    encoding: z.enum(['utf8', 'base64']),
    body: z.string(),
  }),
  (desk, input) =>
    withSnapshot(desk.ledger, async snapshot => {
      const day = dayAsked(desk, input.on)
      const { scope, through } = scopeOf(desk, input, day)
      const table = await positionsOf(desk, snapshot, narrowByName(desk, snapshot, scope, input.words))
      const { lineage } = await lineageOf(desk, snapshot, table)
      const stances = stancesOn(table, day, filterOf(input), lineage).map(stance => nameStance(desk, stance, through))
      const ids = [...new Set(Array.from({ length: table.size }, (_, row) => table.claim(row)))]
      const material: Material = {
        day,
        now: desk.now,
        stances,
        table,
        lineage,
        claims: await gatherClaims(desk, snapshot, ids),
        ties: tiesKnown(desk),
        actorOf: id => {
          const known = actorOf(desk, id)
          const isState = /^[A-Z]{3}$/.test(id)
          return {
            name: known?.name ?? id,
            kind: known?.kind ?? null,
            iso3: isState ? id : null,
            cow: known?.cow ?? null,
          }
        },
      }
      const made = await make(desk, snapshot, material, input.format)
      return {
        format: input.format,
        ...made,
        encoding: input.format === 'parquet' ? ('base64' as const) : ('utf8' as const),
      }
    }),
)
