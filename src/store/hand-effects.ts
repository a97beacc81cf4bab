// What the analyst's hand does to the stored claims: which no longer count, which count as corrected, which were entered by hand, and
// which rows have lost the claim they speak of. A claim is found by its id, else by what it says in the live version of its document.
import type { Claim } from '../claims/types.js'
import {
  applyHand,
  type ClaimHand,
  type ClaimReference,
  type HandRow,
  handByClaim,
  joinHands,
  mergedActors,
  referencesOf,
  rowsOfAct,
} from '../ledger/hand.js'
import type { Review } from '../ledger/position-table.js'
import { type Paragraph, readParagraph } from '../ledger/shingles.js'
import { type Row, rowsOf } from './connection.js'
import type { Seal } from './layout.js'
import type { Ledger } from './ledger.js'
import { relationOf } from './relation.js'
import { quoteList } from './sql.js'

/** A claim as the hand leaves it, to be counted instead of the stored one. */
export interface CountedClaim {
  readonly claim: Claim
  /** Entry of the document, or of the source entered by hand. */
  readonly entry: string
  /** Number of the document: its place among the live ones; sources entered by hand come after them. */
  readonly place: number
  readonly issuer: string | null
  readonly publishedOn: string | null
  /** Actor id of the medium that published it. */
  readonly publisher: string | null
  /** The paragraph that the quotation stands in. */
  readonly paragraph: Paragraph
  /** A contradiction was settled against it: it is told, and does not count. */
  readonly isSetAside: boolean
}

export interface HandEffects {
  /** Stored claims that the table of positions leaves out: judged wrong, set aside, or counted as corrected. */
  readonly leftOut: ReadonlySet<string>
  /** Those of them that are left out for nothing but that a contradiction was settled against them. */
  readonly setAside: ReadonlySet<string>
  readonly reviews: ReadonlyMap<string, Review>
  readonly counted: readonly CountedClaim[]
  /** What the hand says of each live claim. */
  readonly byClaim: ReadonlyMap<string, ClaimHand>
  readonly merged: ReadonlyMap<string, string>
  /** References whose claim is gone. */
  readonly orphans: readonly ClaimReference[]
}

/** What is known of a live document. */
interface LiveDocument {
  readonly entry: string
  readonly place: number
  readonly issuer: string | null
  readonly publishedOn: string | null
  readonly publisher: string | null
}
const liveColumns = `d.entry, d.place::INTEGER AS place, d.issuer, d.published_on AS "publishedOn", d.publisher_actor AS publisher`
const liveOf = (row: Row): LiveDocument => {
  const { entry, place, issuer, publishedOn, publisher } = row as unknown as LiveDocument
  return { entry, place, issuer, publishedOn, publisher }
}

interface LiveClaim {
  readonly id: string
  readonly content: string
  readonly family: string
  readonly document: LiveDocument
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
    `SELECT c.id, c.content, d.family, c.json, ${liveColumns}
    FROM ${claims} c JOIN ${documents} d ON c.entry = d.entry AND c.segment = d.segment
    WHERE d.state = 'live' AND (c.id IN ${ids} OR c.content IN ${contents}) ORDER BY d.place, c.id`,
  )
  return rows.map(row => ({
    id: row.id as string,
    content: row.content as string,
    family: row.family as string,
    json: row.json as string,
    document: liveOf(row),
  }))
}

/** The paragraphs of stored claims by claim and entry. */
const findParagraphs = async (
  ledger: Ledger,
  positions: string,
  claims: readonly LiveClaim[],
): Promise<ReadonlyMap<string, Paragraph>> => {
  if (claims.length === 0) return new Map()
  const rows = await rowsOf(
    ledger.connection,
    `SELECT DISTINCT claim, entry, paragraph, bands FROM ${positions} WHERE claim IN ${quoteList(claims.map(({ id }) => id))}`,
  )
  return new Map(
    rows.map(row => [`${row.claim} ${row.entry}`, { key: row.paragraph as string, bands: row.bands as number[] }]),
  )
}

/** Where the claims that were entered by hand stand: in the live version of their document, or in a source of their own. */
const placeHandClaims = async (
  ledger: Ledger,
  documents: string,
  hand: readonly HandRow[],
): Promise<readonly CountedClaim[]> => {
  const rows = [...new Map(rowsOfAct(hand, 'claim').map(row => [row.claim.id, row])).values()]
  if (rows.length === 0) return []
  const [count] = await rowsOf(
    ledger.connection,
    `SELECT count(*)::INTEGER AS live FROM ${documents} WHERE state = 'live'`,
  )
  const live = await rowsOf(
    ledger.connection,
    `SELECT old.entry AS old, ${liveColumns} FROM ${documents} old JOIN ${documents} d ON old.family = d.family AND d.state = 'live'
    WHERE old.entry IN ${quoteList(rows.map(row => row.entry).filter(entry => entry !== null))}`,
  )
  const byEntry = new Map(live.map(row => [row.old as string, liveOf(row)]))
  return rows.flatMap((row, number): readonly CountedClaim[] => {
    const paragraph = readParagraph(row.claim.quote.exact)
    if (row.entry !== null) {
      const document = byEntry.get(row.entry)
      return document === undefined ? [] : [{ claim: row.claim, paragraph, isSetAside: false, ...document }]
    }
    const source = { issuer: null, publishedOn: row.source.publishedOn, publisher: null, isSetAside: false }
    return [
      { claim: row.claim, paragraph, entry: `hand-${row.id}`, place: (count!.live as number) + number, ...source },
    ]
  })
}

const isWrong = (hand: ClaimHand): boolean => hand.verdict?.verdict === 'wrong'
const isSetAside = (hand: ClaimHand): boolean => hand.setAside.length > 0
const isReview = (verdict: string | undefined): verdict is Exclude<Review, 'none'> =>
  verdict === 'right' || verdict === 'unsure'
const isChanged = (hand: ClaimHand): boolean => hand.corrections.length > 0 || hand.splits.length > 0

/** What was said of each live claim, and which references have lost theirs. */
const findClaims = (
  hand: readonly HandRow[],
  live: readonly LiveClaim[],
  entered: readonly CountedClaim[],
): { readonly byClaim: ReadonlyMap<string, ClaimHand>; readonly orphans: readonly ClaimReference[] } => {
  const byReference = handByClaim(hand)
  const enteredIds = new Set(entered.map(({ claim }) => claim.id))
  const byClaim = new Map<string, ClaimHand>()
  const orphans: ClaimReference[] = []
  for (const reference of new Map(referencesOf(hand).map(each => [each.id, each])).values()) {
    const same = live.filter(claim => claim.id === reference.id)
    const found =
      same.length > 0
        ? same
        : live.filter(claim => claim.content === reference.content && claim.family === reference.family)
    const said = byReference.get(reference.id)!
    for (const claim of found) byClaim.set(claim.id, joinHands(byClaim.get(claim.id), said))
    if (enteredIds.has(reference.id)) byClaim.set(reference.id, said)
    else if (found.length === 0) orphans.push(reference)
  }
  return { byClaim, orphans }
}

/** Works the rows in force out against what is stored. */
export const handEffects = async (
  ledger: Ledger,
  seals: readonly Seal[],
  documents: string,
  hand: readonly HandRow[],
): Promise<HandEffects> => {
  const entered = await placeHandClaims(ledger, documents, hand)
  const live = await findLive(ledger, relationOf(ledger, seals, 'claims'), documents, referencesOf(hand))
  const { byClaim, orphans } = findClaims(hand, live, entered)

  const said = [...byClaim]
  const hands = (id: string): ClaimHand | undefined => byClaim.get(id)
  const corrected = live.filter(({ id }) => hands(id) !== undefined && isChanged(hands(id)!))
  const paragraphs = await findParagraphs(ledger, relationOf(ledger, seals, 'positions'), corrected)
  const counted = [
    ...corrected.map(({ id, json, document }): CountedClaim => {
      const claim = JSON.parse(json) as Claim
      const paragraph = paragraphs.get(`${id} ${document.entry}`) ?? readParagraph(claim.quote.exact)
      return { claim, paragraph, ...document, isSetAside: false }
    }),
    ...entered,
  ].flatMap((each): readonly CountedClaim[] => {
    const hand = hands(each.claim.id)
    if (hand === undefined) return [each]
    return isWrong(hand) ? [] : [{ ...each, claim: applyHand(each.claim, hand), isSetAside: isSetAside(hand) }]
  })
  const idsWhere = (is: (hand: ClaimHand) => boolean) => new Set(said.filter(([, hand]) => is(hand)).map(([id]) => id))
  return {
    leftOut: idsWhere(hand => isWrong(hand) || isSetAside(hand) || isChanged(hand)),
    setAside: idsWhere(hand => isSetAside(hand) && !isWrong(hand) && !isChanged(hand)),
    reviews: new Map(said.flatMap(([id, { verdict }]) => (isReview(verdict?.verdict) ? [[id, verdict.verdict]] : []))),
    counted,
    byClaim,
    merged: mergedActors(hand),
    orphans,
  }
}
