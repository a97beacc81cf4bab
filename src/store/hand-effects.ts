// What the analyst's hand does to the stored claims: which no longer count, which count as corrected, which were entered by hand, and
// which rows have lost the claim they speak of. A claim is found by its id, else by what it says in the live version of its document.
import type { Claim } from '../claims/types.js'
import { dayOf } from '../ledger/days.js'
import {
  applyHand,
  type ClaimHand,
  type ClaimReference,
  type HandRow,
  handByClaim,
  mergedActors,
  referencesOf,
  rowsOfAct,
} from '../ledger/hand.js'
import { type DocumentFacts, type Review, undated } from '../ledger/position-table.js'
import { rowsOf } from './connection.js'
import type { Ledger } from './ledger.js'
import { quoteList } from './sql.js'

/** A claim as the hand leaves it, to be counted instead of the stored one. */
export interface CountedClaim {
  readonly claim: Claim
  /** Entry of the document, or of the source entered by hand. */
  readonly entry: string
  /** Place of the document among the live ones. */
  readonly place: number
  readonly issuer: string | null
  readonly publishedOn: string | null
}

export interface HandEffects {
  /** Stored claims that the table of positions leaves out: judged wrong, set aside, or counted as corrected. */
  readonly leftOut: ReadonlySet<string>
  readonly reviews: ReadonlyMap<string, Review>
  readonly counted: readonly CountedClaim[]
  /** What the hand says of each live claim. */
  readonly byClaim: ReadonlyMap<string, ClaimHand>
  readonly merged: ReadonlyMap<string, string>
  /** References whose claim is gone. */
  readonly orphans: readonly ClaimReference[]
  /** Sources of claims entered by hand, placed after the live documents. */
  readonly facts: readonly DocumentFacts[]
}

interface LiveClaim {
  readonly id: string
  readonly content: string
  readonly family: string
  readonly entry: string
  readonly place: number
  readonly issuer: string | null
  readonly publishedOn: string | null
  readonly json: string
}

const findLive = async (
  ledger: Ledger,
  claims: string,
  documents: string,
  references: readonly ClaimReference[],
): Promise<readonly LiveClaim[]> => {
  if (references.length === 0) return []
  const ids = quoteList([...new Set(references.map(({ id }) => id))])
  const contents = quoteList([...new Set(references.map(({ content }) => content))])
  const rows = await rowsOf(
    ledger.connection,
    `SELECT c.id, c.content, d.family, d.entry, d.place::INTEGER AS place, d.issuer, d.published_on AS "publishedOn", c.json
    FROM ${claims} c JOIN ${documents} d ON c.entry = d.entry AND c.segment = d.segment
    WHERE d.state = 'live' AND (c.id IN ${ids} OR c.content IN ${contents}) ORDER BY d.place, c.id`,
  )
  return rows as unknown as readonly LiveClaim[]
}

const placeHandClaims = async (
  ledger: Ledger,
  documents: string,
  hand: readonly HandRow[],
  merged: { readonly liveCount: number },
): Promise<{ readonly counted: readonly CountedClaim[]; readonly facts: readonly DocumentFacts[] }> => {
  const rows = rowsOfAct(hand, 'claim')
  const entries = rows.map(row => row.entry).filter(entry => entry !== null)
  const places = new Map(
    entries.length === 0
      ? []
      : (
          await rowsOf(
            ledger.connection,
            `SELECT old.entry, live.entry AS live, live.place::INTEGER AS place, live.issuer, live.published_on AS "publishedOn"
            FROM ${documents} old JOIN ${documents} live ON old.family = live.family AND live.state = 'live'
            WHERE old.entry IN ${quoteList(entries)}`,
          )
        ).map(row => [row.entry as string, row] as const),
  )
  const facts: DocumentFacts[] = []
  const counted = rows.flatMap((row): readonly CountedClaim[] => {
    if (row.entry !== null) {
      const live = places.get(row.entry)
      if (live === undefined) return []
      const { live: entry, place, issuer, publishedOn } = live as Record<string, string | number | null>
      return [
        {
          claim: row.claim,
          entry: entry as string,
          place: place as number,
          issuer: issuer as string | null,
          publishedOn: publishedOn as string | null,
        },
      ]
    }
    const publishedOn = row.source.publishedOn
    const entry = `hand-${row.id}`
    facts.push({
      entry,
      published: publishedOn === null ? undated : dayOf(publishedOn),
      added: Date.parse(row.at),
      publisher: null,
    })
    return [{ claim: row.claim, entry, place: merged.liveCount + facts.length - 1, issuer: null, publishedOn }]
  })
  return { counted, facts }
}

const isLeftOut = (hand: ClaimHand): boolean => hand.verdict?.verdict === 'wrong' || hand.setAside.length > 0
const isChanged = (hand: ClaimHand): boolean => hand.corrections.length > 0 || hand.splits.length > 0

/** Works the rows in force out against what is stored. */
export const handEffects = async (
  ledger: Ledger,
  claims: string,
  documents: string,
  hand: readonly HandRow[],
): Promise<HandEffects> => {
  const byReference = handByClaim(hand)
  const references = referencesOf(hand)
  const [count] = await rowsOf(
    ledger.connection,
    `SELECT count(*)::INTEGER AS live FROM ${documents} WHERE state = 'live'`,
  )
  const entered = await placeHandClaims(ledger, documents, hand, { liveCount: Number(count!.live) })
  const live = await findLive(ledger, claims, documents, references)
  const enteredIds = new Set(entered.counted.map(({ claim }) => claim.id))

  const byClaim = new Map<string, ClaimHand>()
  const orphans: ClaimReference[] = []
  for (const reference of new Map(references.map(each => [each.id, each])).values()) {
    const same = live.filter(claim => claim.id === reference.id)
    const found =
      same.length > 0
        ? same
        : live.filter(claim => claim.content === reference.content && claim.family === reference.family)
    const said = byReference.get(reference.id)!
    for (const claim of found) byClaim.set(claim.id, said)
    if (enteredIds.has(reference.id)) byClaim.set(reference.id, said)
    else if (found.length === 0) orphans.push(reference)
  }

  const leftOut = new Set<string>()
  const reviews = new Map<string, Review>()
  const counted: CountedClaim[] = []
  for (const [id, said] of byClaim) {
    if (said.verdict?.verdict === 'right' || said.verdict?.verdict === 'unsure') reviews.set(id, said.verdict.verdict)
    if (isLeftOut(said) || isChanged(said)) leftOut.add(id)
    if (isLeftOut(said) || !isChanged(said)) continue
    for (const stored of live) {
      if (stored.id !== id) continue
      const { entry, place, issuer, publishedOn } = stored
      counted.push({ claim: applyHand(JSON.parse(stored.json) as Claim, said), entry, place, issuer, publishedOn })
    }
  }
  for (const each of entered.counted) {
    const said = byClaim.get(each.claim.id)
    if (said === undefined) counted.push(each)
    else if (!isLeftOut(said)) counted.push({ ...each, claim: applyHand(each.claim, said) })
  }
  return { leftOut, reviews, counted, byClaim, merged: mergedActors(hand), orphans, facts: entered.facts }
}
