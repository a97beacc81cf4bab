// A stored or hand-entered claim as evidence: its words verified against the text, its voices, its rule, what people said of it, and a
// citation that one can paste.
import type { Claim } from '../../claims/types.js'
import { basisOf } from '../../ledger/basis.js'
import { claimSpan, spanWords } from '../../ledger/days.js'
import type { ClaimHand, HandRow, HandRowOf } from '../../ledger/hand.js'
import { placeQuotation } from '../../store/examine.js'
import type { StoredClaim, StoredDocument } from '../../store/read.js'
import { stateClaim } from '../formats/statement.js'
import { nameOf } from './desk.js'
import type { Desk } from './question.js'
import type { Evidence } from './schemas.js'

/** The origin that a claim counts for in its cell. */
export interface EvidenceOrigin {
  /** Equal numbers are one origin. */
  readonly number: number
  readonly kin: Evidence['kin']
}

/** What a claim is shown with. */
export interface EvidenceContext {
  readonly desk: Desk
  /** The document's text; undefined where it was not stored. */
  readonly text: string | undefined
  readonly hand: ClaimHand | undefined
  readonly origin: EvidenceOrigin | null
  /** The row by which it was entered; undefined for what the coder found. */
  readonly entered?: HandRowOf<'claim'> | undefined
}

const signs = { '+': 'for', '-': 'against', '0': 'neither for nor against' } as const

/** "Tajikistan, recognition −, toward the Taliban" for each position; a claim without one in its own terms. */
const wordsOf = (desk: Desk, claim: Claim): string =>
  claim.positions.length > 0
    ? claim.positions
        .map(
          ({ holder, target, dimension, direction }) =>
            `${nameOf(desk, holder)} ${signs[direction]} ${nameOf(desk, target)} (${dimension})`,
        )
        .join('; ')
    : [
        claim.actors.map(actor => actor.name).join(', '),
        claim.event?.type ?? claim.relation?.name ?? claim.figure?.unit ?? claim.kind,
        claim.recipients.map(actor => actor.name).join(', '),
      ]
        .filter(part => part !== '')
        .join(' – ')

const judgementsOf = (hand: ClaimHand | undefined) => {
  if (hand === undefined) return []
  const say = (row: HandRow): string => {
    if (row.act === 'verdict') return row.verdict
    if (row.act === 'correct') return `${row.field} is ${row.to}`
    if (row.act === 'split') return `${row.actor} is ${row.into}`
    return 'set aside'
  }
  return [...hand.verdicts, ...hand.corrections, ...hand.splits, ...hand.setAside].map(row => ({
    row: row.id,
    say: say(row),
    who: row.who,
    at: row.at,
    reason: row.reason,
  }))
}

const countsAs = (state: StoredDocument['state'] | undefined, hand: ClaimHand | undefined): Evidence['counts'] => {
  if (state === 'withdrawn' || state === 'superseded') return state
  if (hand?.verdict?.verdict === 'wrong') return 'judged wrong'
  if (hand !== undefined && hand.setAside.length > 0) return 'set aside'
  return hand !== undefined && hand.corrections.length + hand.splits.length > 0 ? 'corrected' : 'counts'
}

/** “Words.” Publisher, title, day, address. Retrieved into the ledger on a day; coder. */
const citationOf = (
  claim: Claim,
  source: {
    readonly publisher: string | null
    readonly title: string | null
    readonly publishedOn: string | null
    readonly url: string | null
  },
  name: string,
  addedAt: string,
): string =>
  [
    claim.quote.exact === '' ? '' : `“${claim.quote.exact}”`,
    [source.publisher, source.title === null ? name : `“${source.title}”`, source.publishedOn, source.url]
      .filter(part => part !== null && part !== '')
      .join(', '),
    `(claim ${claim.id}, ${claim.coder}, added ${addedAt.slice(0, 10)})`,
  ]
    .filter(part => part !== '')
    .join(' ')

const documentHeadOf = ({
  entry,
  name,
  title,
  url,
  publisher,
  publishedOn,
  state,
  addedAt,
  claims,
  coder,
}: StoredDocument) => ({
  entry,
  name,
  title,
  url,
  publisher,
  publishedOn,
  state,
  addedAt,
  claims,
  coder,
})

/** What stands around a quotation in its paragraph. */
const paragraphAround = (text: string, { start, end }: Claim['quote']): Evidence['paragraph'] => {
  const from = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1
  const to = text.indexOf('\n', end)
  return { before: text.slice(from, start), after: text.slice(end, to < 0 ? undefined : to) }
}

/** One claim as evidence. */
export const describeClaim = (
  stored: Omit<StoredClaim, 'document'> & { readonly document: StoredDocument | undefined },
  context: EvidenceContext,
): Evidence => {
  const { claim, document } = stored
  const { desk, text, hand, origin, entered } = context
  const publishedOn = document?.publishedOn ?? entered?.source.publishedOn ?? null
  const span = claimSpan(claim.date, claim.modality === 'actual', publishedOn)
  const source = {
    title: document?.title ?? entered?.source.title ?? null,
    url: document?.url ?? entered?.source.url ?? null,
    publishedOn,
  }
  const [position] = claim.positions
  return {
    claim: claim.id,
    says: wordsOf(desk, claim),
    sentence: stateClaim(claim).sentence,
    paragraph: text === undefined ? null : paragraphAround(text, claim.quote),
    quote: { ...claim.quote, state: text === undefined ? 'no text' : placeQuotation(text, claim.quote) },
    voices: claim.attribution.map(({ speaker, form }) => ({
      speaker: typeof speaker === 'string' ? speaker : speaker.name,
      form,
    })),
    modality: claim.modality,
    polarity: claim.polarity,
    date: span === undefined ? null : spanWords(span.first, span.last),
    dateBasis: claim.date.basis,
    positions: [...claim.positions],
    basis: position === undefined ? null : basisOf(claim, position, document?.issuer ?? null),
    confidence: claim.confidence,
    rule: claim.rule,
    coder: claim.coder,
    handEntered: entered !== undefined,
    counts: countsAs(document?.state, hand),
    judgements: judgementsOf(hand),
    document: document === undefined ? null : documentHeadOf(document),
    source,
    origin: origin?.number ?? null,
    kin: origin?.kin ?? null,
    citation: citationOf(
      claim,
      { ...source, publisher: document?.publisher ?? null },
      document?.name ?? 'entered by hand',
      document?.addedAt ?? entered?.at ?? '',
    ),
  }
}

export { documentHeadOf }
