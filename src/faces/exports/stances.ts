// Stances on the day as a plain table, and its Excel-safe form: one row a cell, whatever its status.
import type { Exported, Material } from './material.js'
import { type ExportRow, toCsv } from './table.js'

export const stanceColumns = [
  'holder',
  'holder_name',
  'target',
  'target_name',
  'dimension',
  'direction',
  'status',
  'disputed',
  'basis',
  'rung',
  'since',
  'last_confirmed',
  'independent_origins',
  'claims',
  'confidence',
  'reviewed',
  'before',
  'before_date',
  'beside',
  'evidence',
] as const

/** The rows of the table, also for Parquet. */
export const stanceTable = ({ stances }: Material): readonly ExportRow<typeof stanceColumns>[] =>
  stances.map(stance => ({
    holder: stance.holder,
    holder_name: stance.holderName,
    target: stance.target,
    target_name: stance.targetName,
    dimension: stance.dimension,
    direction: stance.direction,
    status: stance.status,
    disputed: stance.disputed,
    basis: stance.basis,
    rung: stance.rung,
    since: stance.since,
    last_confirmed: stance.lastConfirmed,
    independent_origins: stance.origins,
    claims: stance.claims,
    confidence: stance.confidence,
    reviewed: stance.reviewed,
    before: stance.before?.direction ?? null,
    before_date: stance.before?.date ?? null,
    beside: stance.beside
      .map(each => `${each.modality} ${each.direction}${each.date === null ? '' : ` ${each.date}`}`)
      .join('; '),
    evidence: stance.evidence.join('; '),
  }))

export const exportStances = (material: Material, excel: boolean): Exported => ({
  mediaType: 'text/csv',
  extension: 'csv',
  body: toCsv(stanceColumns, stanceTable(material), excel),
})
