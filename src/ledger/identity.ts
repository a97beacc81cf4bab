// Names of things in the ledger that do not depend on when, where or by whom they were written: content hashes with a version.
import { hash } from 'node:crypto'
import type { Claim } from '../claims/types.js'
import { foldWords } from './shingles.js'

export const contentVersion = 'content-1'

const digest = (parts: readonly (string | number | null)[]): string => hash('sha256', parts.join('\t')).slice(0, 16)

/**
 * One coding of one text: the same text with the same metadata, read the same way by the same coder, is the same entry.
 * @param claims their JSON text, in the order of the coding.
 */
export const entryId = (
  sha256: string,
  coder: string,
  metadata: readonly (string | null)[],
  claims: readonly string[],
): string => {
  const key = ['entry-2', sha256, coder, ...metadata].join('\t')
  return hash('sha256', [key, ...claims].join('\n')).slice(0, 16)
}

/**
 * What groups the versions of a document: its address, or, where it has none, its name with its publisher and its day.
 * A text of the same family with other words is a new version of it.
 */
export const familyOf = (document: {
  readonly url: string | null
  readonly name: string
  readonly publisher: string | null
  readonly publishedOn: string | null
}): string => document.url ?? `name:${document.publisher ?? ''}/${document.publishedOn ?? ''}/${document.name}`

/**
 * What a claim says, apart from where it stands: words, parties, code and positions. A judgement finds its claim again by this after the
 * text was coded anew or a new version of the document came.
 */
export const contentOf = (claim: Claim): string =>
  digest([
    contentVersion,
    foldWords(claim.quote.exact).join(' '),
    claim.kind,
    claim.actors.map(actor => actor.id).join(','),
    claim.recipients.map(actor => actor.id).join(','),
    claim.event?.type ?? '',
    claim.relation?.name ?? '',
    claim.figure?.value ?? '',
    claim.polarity,
    claim.modality,
    ...claim.positions
      .map(({ holder, target, dimension, direction }) => `${holder}>${target}:${dimension}${direction}`)
      .sort(),
  ])

/** JSON with the keys of every object in order, so that equal values have equal text. */
const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )

/** Key of a row of the analyst's hand: the same row written twice is one row. */
export const handRowId = (row: object): string => digest(['hand-1', canonicalJson(row)])
