// A claim's id: a hash over what it says of which words, so that coding a text again gives the same ids. The key columns are decided
// here once and carry a version.
import { createHash } from 'node:crypto'
import type { Claim } from './types.js'

export const identityVersion = 'c1'

const ids = (actors: Claim['actors']): string => actors.map(actor => actor.id).join(',')

/** 16 hex digits, unique within a document for claims that differ in span, kind, parties, code, polarity, modality or innermost voice. */
export const claimId = (documentId: string, claim: Omit<Claim, 'id'>): string => {
  const voice = claim.attribution.at(-1)?.speaker
  const code = claim.event
    ? `${claim.event.type}/${claim.event.cameo}`
    : (claim.relation?.name ?? claim.figure?.unit ?? '')
  const columns = [
    identityVersion,
    documentId,
    claim.quotes.trigger.start,
    claim.quotes.trigger.end,
    claim.kind,
    ids(claim.actors),
    ids(claim.recipients),
    code,
    claim.polarity,
    claim.modality,
    voice === undefined || typeof voice === 'string' ? (voice ?? '') : voice.id,
  ]
  return createHash('sha256').update(columns.join('\t')).digest('hex').slice(0, 16)
}
