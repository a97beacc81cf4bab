// Coded documents in, RFC 4180 rows out: one row for a claim and each of its positions, one row for a claim that has none.
// Law: a cell that a spreadsheet would take for a formula is defused with an apostrophe; numbers and lone signs stay as they are.
import type { Claim, CodedDocument, Position } from '../../claims/types.js'
import type { Format } from './format.js'

interface Row {
  readonly document: CodedDocument['document']
  readonly claim: Claim
  readonly position: Position | undefined
}
type Cell = string | number | boolean | null | undefined

const joined = (parts: readonly string[]): string => parts.join('; ')

/** Column names and what stands under them; absence is an empty cell. */
export const csvColumns: readonly (readonly [string, (row: Row) => Cell])[] = [
  ['document', ({ document }) => document.name],
  ['title', ({ document }) => document.title],
  ['publisher', ({ document }) => document.publisher],
  ['published', ({ document }) => document.publishedOn],
  ['url', ({ document }) => document.url],
  ['claim', ({ claim }) => claim.id],
  ['kind', ({ claim }) => claim.kind],
  ['holder', ({ position }) => position?.holder],
  ['target', ({ position }) => position?.target],
  ['dimension', ({ position }) => position?.dimension],
  ['direction', ({ position }) => position?.direction],
  ['rung', ({ position }) => position?.rung],
  ['actors', ({ claim }) => joined(claim.actors.map(actor => actor.id))],
  ['actor names', ({ claim }) => joined(claim.actors.map(actor => actor.surface))],
  ['recipients', ({ claim }) => joined(claim.recipients.map(actor => actor.id))],
  ['recipient names', ({ claim }) => joined(claim.recipients.map(actor => actor.surface))],
  ['event', ({ claim }) => claim.event?.type],
  ['mode', ({ claim }) => claim.event?.mode],
  ['contexts', ({ claim }) => joined(claim.event?.contexts ?? [])],
  ['cameo', ({ claim }) => claim.event?.cameo],
  ['relation', ({ claim }) => claim.relation?.name],
  ['figure', ({ claim }) => claim.figure?.value],
  ['figure unit', ({ claim }) => claim.figure?.unit],
  ['figure approximation', ({ claim }) => claim.figure?.approximation],
  ['figure of', ({ claim }) => claim.figure?.of],
  ['polarity', ({ claim }) => claim.polarity],
  ['modality', ({ claim }) => claim.modality],
  [
    'voices',
    ({ claim }) =>
      claim.attribution.map(({ speaker }) => (typeof speaker === 'string' ? speaker : speaker.id)).join(' > '),
  ],
  ['form', ({ claim }) => claim.attribution.at(-1)?.form],
  ['hearsay', ({ claim }) => claim.hearsay],
  ['opinion', ({ claim }) => claim.opinion],
  ['date', ({ claim }) => claim.date.value],
  ['date grain', ({ claim }) => claim.date.grain],
  ['date basis', ({ claim }) => claim.date.basis],
  ['date words', ({ claim }) => claim.date.words],
  ['confidence', ({ claim }) => claim.confidence],
  ['rule', ({ claim }) => claim.rule],
  ['quotation', ({ claim }) => claim.quote.exact],
  ['start', ({ claim }) => claim.quote.start],
  ['end', ({ claim }) => claim.quote.end],
  ['coder', ({ claim }) => claim.coder],
]

const harmless = /^(?:[+-]|[+-]?\d+(?:\.\d+)?)$/
const formula = /^[=+\-@\t\r]/

/** One CSV cell, quoted where RFC 4180 asks for it. */
export const csvCell = (value: Cell): string => {
  const plain = String(value ?? '')
  const safe = formula.test(plain) && !harmless.test(plain) ? `'${plain}` : plain
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const line = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** Comma-separated rows with a header line. */
export const csvFormat = (): Format => ({
  head: () => line(csvColumns.map(([name]) => name)),
  document: ({ coded: { document, claims } }) =>
    claims
      .flatMap(claim => {
        const positions = claim.positions.length === 0 ? [undefined] : claim.positions
        return positions.map(position => line(csvColumns.map(([, cell]) => cell({ document, claim, position }))))
      })
      .join(''),
  tail: () => '',
})
