// Stance rows: every position of the history with its evidence, one a row, with the codes that other data sets join by.
import { isoOf } from '../../ledger/days.js'
import { countOrigins } from '../../ledger/origins.js'
import { cellsOf, undated } from '../../ledger/position-table.js'
import { roleOn } from '../../ledger/relations.js'
import { standingOn } from '../../ledger/standing.js'
import { codebookVersion } from '../../ledger/versions.js'
import { bases, dimensions, directions, modalities, rungs } from '../../ledger/vocabulary.js'
import type { Exported, Material } from './material.js'
import { type ExportRow, toCsv } from './table.js'
import { saidBy } from './tracker.js'

export const stanceRowColumns = [
  'stance_id',
  'holder_id',
  'holder_name',
  'holder_iso3',
  'holder_cow',
  'holder_role_at_date',
  'target_id',
  'target_name',
  'target_kind',
  'dimension',
  'direction',
  'rung',
  'valid_from',
  'from_precision',
  'valid_to',
  'superseded_by',
  'status',
  'polarity',
  'modality',
  'condition_text',
  'said_by',
  'said_by_role',
  'via_outlet',
  'independent_origins',
  'author_voice',
  'inference',
  'quote',
  'start',
  'end',
  'document_id',
  'document_sha256',
  'url',
  'published_on',
  'retrieved_at',
  'coder_version',
  'codebook_version',
  'review_state',
  'reviewer',
  'reviewed_at',
  'last_confirmed',
  'note',
] as const
type Row = ExportRow<typeof stanceRowColumns>

const precisionOf = (first: number, last: number): string => {
  const days = last - first
  if (days === 0) return 'day'
  return days < 31 ? 'month' : days < 366 ? 'year' : 'decade'
}

/** One row for each position up to the day. */
export const stanceRows = (material: Material): readonly Row[] => {
  const { table, day, claims, actorOf, ties, lineage } = material
  return cellsOf(table).flatMap(cell => {
    const rows = Array.from({ length: cell.to - cell.from }, (_, place) => cell.from + place).filter(
      row => table.last[row]! <= day,
    )
    const standing = standingOn(table, cell, day)
    const decisive = rows.filter(
      row => table.modality[row] === 0 && table.last[row] !== undated && bases[table.basis[row]!] !== 'denied',
    )
    return rows.map((row): Row => {
      const [first, last] = [table.first[row]!, table.last[row]!]
      const claimId = table.claim(row)
      const exported = claims.get(claimId)
      const claim = exported?.claim
      const next = decisive.find(other => table.last[other]! > last && table.direction[other] !== table.direction[row])
      const same = rows.filter(
        other => table.direction[other] === table.direction[row] && table.modality[other] === table.modality[row],
      )
      const speaker = claim?.attribution.at(-1)?.speaker
      const [holder, target] = [table.actors[table.holder[row]!]!, table.actors[table.target[row]!]!]
      const supports = standing?.supporting.includes(row) === true
      const unclear = last === undated || table.modality[row] !== 0 || bases[table.basis[row]!] === 'denied'
      return {
        stance_id: `${claimId}-${dimensions[table.dimension[row]!]}-${target}`,
        holder_id: holder,
        holder_name: actorOf(holder).name,
        holder_iso3: actorOf(holder).iso3,
        holder_cow: actorOf(holder).cow,
        holder_role_at_date: roleOn(ties, holder, last === undated ? day : last),
        target_id: target,
        target_name: actorOf(target).name,
        target_kind: actorOf(target).kind,
        dimension: dimensions[table.dimension[row]!]!,
        direction: directions[table.direction[row]!]!,
        rung: table.rung[row] === 0 ? null : rungs[table.rung[row]! - 1]!,
        valid_from: last === undated ? null : isoOf(first),
        from_precision: last === undated ? null : precisionOf(first, last),
        valid_to: next === undefined || unclear ? null : isoOf(table.first[next]!),
        superseded_by:
          next === undefined || unclear ? null : `${table.claim(next)}-${dimensions[table.dimension[row]!]}-${target}`,
        status: unclear
          ? 'unclear'
          : standing?.disagreeing.includes(row)
            ? 'disputed'
            : supports
              ? standing?.disputed
                ? 'disputed'
                : 'current'
              : 'past',
        polarity: claim?.polarity ?? null,
        modality: modalities[table.modality[row]!]!,
        condition_text: claim?.modality === 'conditional' ? (claim.quotes.modality[0]?.exact ?? null) : null,
        said_by: saidBy(exported),
        said_by_role: speaker === undefined || typeof speaker === 'string' ? null : (speaker.agent?.office ?? null),
        via_outlet: table.via[row] === 0 ? null : actorOf(table.actors[table.via[row]! - 1]!).name,
        independent_origins: countOrigins(table, same, lineage(cell)),
        author_voice: claim === undefined ? null : speaker === 'author',
        inference: false,
        quote: claim?.quote.exact ?? null,
        start: claim === undefined || exported?.document === null ? null : claim.quote.start,
        end: claim === undefined || exported?.document === null ? null : claim.quote.end,
        document_id: exported?.document?.entry ?? null,
        document_sha256: exported?.document?.sha256 ?? null,
        url: exported?.source.url ?? null,
        published_on: exported?.source.publishedOn ?? null,
        retrieved_at: exported?.document?.addedAt ?? null,
        coder_version: claim?.coder ?? null,
        codebook_version: codebookVersion,
        review_state: exported?.review?.verdict ?? null,
        reviewer: exported?.review?.who ?? null,
        reviewed_at: exported?.review?.at ?? null,
        last_confirmed: standing?.deciding === undefined || !supports ? null : isoOf(table.last[standing.deciding]!),
        note: exported?.note ?? null,
      }
    })
  })
}

export const exportStanceRows = (material: Material): Exported => ({
  mediaType: 'text/csv',
  extension: 'csv',
  body: toCsv(stanceRowColumns, stanceRows(material)),
})
