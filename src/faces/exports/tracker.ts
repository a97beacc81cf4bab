// The table that analysts keep by hand: Country | Position | Since | Level of relations | Said by | Certainty | Evidence | Source |
// Last confirmed. What `import` reads, this writes.
import type { Exported, ExportedClaim, Material } from './material.js'
import { type ExportRow, toCsv } from './table.js'
import { positionWords } from './words.js'

export const trackerColumns = [
  'Country',
  'Position',
  'Since',
  'Level of relations',
  'Said by',
  'Certainty',
  'Evidence',
  'Source',
  'Last confirmed',
] as const

/** Whose word the deciding claim is, innermost voice first named. */
export const saidBy = (claim: ExportedClaim | undefined): string | null => {
  const speaker = claim?.claim.attribution.at(-1)?.speaker
  if (speaker === undefined || speaker === 'author') return claim?.document?.publisher ?? null
  if (speaker === 'unnamed') return 'unnamed source'
  return speaker.agent?.name ?? speaker.name
}

export const sourceOf = (claim: ExportedClaim | undefined): string | null => {
  if (claim === undefined) return null
  const { document, source } = claim
  return source.url ?? [document?.publisher, source.title, source.publishedOn].filter(Boolean).join(', ')
}

const certaintyOf = (status: string, disputed: boolean, basis: string | null): string =>
  [
    {
      current: 'confirmed',
      unconfirmed: 'not confirmed since',
      denied: 'alleged, denied',
      undated: 'date unknown',
      beside: 'not actual',
    }[status] ?? status,
    ...(disputed ? ['disputed'] : []),
    ...(basis === null ? [] : [basis]),
  ].join('; ')

export const exportTracker = ({ stances, claims }: Material): Exported => {
  const rows = stances.map((stance): ExportRow<typeof trackerColumns> => {
    const claim = claims.get(stance.evidence[0] ?? '')
    return {
      Country: stance.holderName,
      Position: positionWords(stance.dimension, stance.direction, stance.targetName, stance.beside),
      Since: stance.since,
      'Level of relations': stance.rung,
      'Said by': saidBy(claim),
      Certainty: certaintyOf(stance.status, stance.disputed, stance.basis),
      Evidence: claim?.claim.quote.exact ?? null,
      Source: sourceOf(claim),
      'Last confirmed': stance.lastConfirmed,
    }
  })
  return { mediaType: 'text/csv', extension: 'csv', body: toCsv(trackerColumns, rows, true) }
}
