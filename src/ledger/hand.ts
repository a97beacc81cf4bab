// The analyst's hand: rows beside the claims, never edits of them. What they amount to is a pure fold: order and repetition make no
// difference, undo is a row too, and where two people differ the later word counts and both stay visible.
import { z } from 'zod'
import type { Claim } from '../claims/types.js'

/** Which claim a row speaks of: by id, and by what it says, so that it is found again after a recoding. */
export const claimReference = z.strictObject({
  id: z.string().min(1),
  content: z.string().min(1),
  family: z.string(),
  /** What the judge saw. */
  quote: z.string(),
})
export type ClaimReference = z.infer<typeof claimReference>

export const verdicts = ['right', 'wrong', 'unsure'] as const
export const correctable = ['holder', 'target', 'dimension', 'direction', 'modality', 'date', 'rung'] as const

const common = {
  id: z.string().min(1),
  /** ISO 8601 with time, UTC. */
  at: z.iso.datetime(),
  who: z.string().min(1),
  reason: z.string().nullable(),
}
const claimObject = z.custom<Claim>(
  value => typeof value === 'object' && value !== null && 'positions' in value && 'quote' in value,
)

export const handRow = z.discriminatedUnion('act', [
  z.strictObject({ ...common, act: z.literal('verdict'), claim: claimReference, verdict: z.enum(verdicts) }),
  /** Changes one field of one position of a claim. */
  z.strictObject({
    ...common,
    act: z.literal('correct'),
    claim: claimReference,
    position: z.int().nonnegative(),
    field: z.enum(correctable),
    to: z.string(),
  }),
  /** From now on one actor counts as the other. */
  z.strictObject({ ...common, act: z.literal('merge'), actor: z.string().min(1), into: z.string().min(1) }),
  /** In these claims the actor is another one. */
  z.strictObject({
    ...common,
    act: z.literal('split'),
    actor: z.string().min(1),
    into: z.string().min(1),
    claims: z.array(claimReference).min(1),
  }),
  /** Settles a contradiction: the claims set aside no longer count. None = explained, both stand. */
  z.strictObject({
    ...common,
    act: z.literal('resolve'),
    contradiction: z.string().min(1),
    setAside: z.array(claimReference),
  }),
  z.strictObject({ ...common, act: z.literal('note'), about: z.string().min(1), text: z.string().min(1) }),
  /** A claim entered by hand: in a stored text (`entry`), or from a source without a text here. */
  z.strictObject({
    ...common,
    act: z.literal('claim'),
    claim: claimObject,
    entry: z.string().nullable(),
    source: z.strictObject({
      title: z.string().nullable(),
      url: z.string().nullable(),
      publishedOn: z.string().nullable(),
    }),
    certainty: z.string().nullable(),
    note: z.string().nullable(),
  }),
  /** Takes a document, or all of a publisher's, out of the reckoning. */
  z.strictObject({
    ...common,
    act: z.literal('withdraw'),
    what: z.enum(['document', 'publisher']),
    key: z.string().min(1),
  }),
  z.strictObject({ ...common, act: z.literal('undo'), row: z.string().min(1) }),
])
export type HandRow = z.infer<typeof handRow>
export type HandRowOf<Act extends HandRow['act']> = Extract<HandRow, { act: Act }>

const compareRows = (one: HandRow, other: HandRow): number =>
  one.at < other.at ? -1 : one.at > other.at ? 1 : one.id < other.id ? -1 : one.id > other.id ? 1 : 0

/** The rows in force, earliest first: each once, those undone left out. An undo that is itself undone has no effect. */
export const rowsInForce = (rows: readonly HandRow[]): readonly HandRow[] => {
  const distinct = [...new Map(rows.map(row => [row.id, row])).values()].sort(compareRows)
  const undone = new Set<string>()
  for (const row of distinct.toReversed()) {
    if (row.act === 'undo' && !undone.has(row.id)) undone.add(row.row)
  }
  return distinct.filter(row => row.act !== 'undo' && !undone.has(row.id))
}

/** The rows of one kind of act. */
export const rowsOfAct = <Act extends HandRow['act']>(rows: readonly HandRow[], act: Act): readonly HandRowOf<Act>[] =>
  rows.filter((row): row is HandRowOf<Act> => row.act === act)

/** Each actor that counts as another, with the one it ends at. A circle of merges is cut at its latest row. */
export const mergedActors = (inForce: readonly HandRow[]): ReadonlyMap<string, string> => {
  const into = new Map<string, string>()
  const endOf = (actor: string): string => {
    let end = actor
    for (let next = into.get(end); next !== undefined; next = into.get(end)) end = next
    return end
  }
  for (const row of rowsOfAct(inForce, 'merge')) if (endOf(row.into) !== row.actor) into.set(row.actor, row.into)
  return new Map([...into.keys()].map(actor => [actor, endOf(actor)]))
}

/** What the hand says of one claim. */
export interface ClaimHand {
  readonly verdict: HandRowOf<'verdict'> | undefined
  readonly verdicts: readonly HandRowOf<'verdict'>[]
  readonly corrections: readonly HandRowOf<'correct'>[]
  readonly splits: readonly HandRowOf<'split'>[]
  readonly setAside: readonly HandRowOf<'resolve'>[]
}

const nothing: ClaimHand = { verdict: undefined, verdicts: [], corrections: [], splits: [], setAside: [] }

/** Gathers what was said of claims; the key is the claim's id as the rows name it. */
export const handByClaim = (inForce: readonly HandRow[]): ReadonlyMap<string, ClaimHand> => {
  const found = new Map<string, ClaimHand>()
  const change = (id: string, changed: (hand: ClaimHand) => ClaimHand): void => {
    found.set(id, changed(found.get(id) ?? nothing))
  }
  for (const row of inForce) {
    if (row.act === 'verdict')
      change(row.claim.id, hand => ({ ...hand, verdict: row, verdicts: [...hand.verdicts, row] }))
    else if (row.act === 'correct') change(row.claim.id, hand => ({ ...hand, corrections: [...hand.corrections, row] }))
    else if (row.act === 'split')
      for (const { id } of row.claims) change(id, hand => ({ ...hand, splits: [...hand.splits, row] }))
    else if (row.act === 'resolve')
      for (const { id } of row.setAside) change(id, hand => ({ ...hand, setAside: [...hand.setAside, row] }))
  }
  return found
}

const joinRows = <Row extends HandRow>(one: readonly Row[], other: readonly Row[]): readonly Row[] =>
  [...new Map([...one, ...other].map(row => [row.id, row])).values()].sort(compareRows)

/** What was said of one claim under two of its ids: before a recoding and after. */
export const joinHands = (one: ClaimHand | undefined, other: ClaimHand): ClaimHand => {
  if (one === undefined) return other
  const verdicts = joinRows(one.verdicts, other.verdicts)
  return {
    verdict: verdicts.at(-1),
    verdicts,
    corrections: joinRows(one.corrections, other.corrections),
    splits: joinRows(one.splits, other.splits),
    setAside: joinRows(one.setAside, other.setAside),
  }
}

/** Finds what was said of a claim that may have come under a new id: by its id, else by what it says in the same family of documents. */
export const handOf = (
  byClaim: ReadonlyMap<string, ClaimHand>,
): ((id: string, content: string, family: string) => ClaimHand | undefined) => {
  const byContent = new Map<string, ClaimHand>()
  for (const hand of byClaim.values())
    for (const { content, family } of referencesOf([
      ...hand.verdicts,
      ...hand.corrections,
      ...hand.splits,
      ...hand.setAside,
    ]))
      byContent.set(`${family}\t${content}`, hand)
  return (id, content, family) => byClaim.get(id) ?? byContent.get(`${family}\t${content}`)
}

/** Every claim that the rows speak of. */
export const referencesOf = (rows: readonly HandRow[]): readonly ClaimReference[] =>
  rows.flatMap(row => {
    if (row.act === 'verdict' || row.act === 'correct') return [row.claim]
    if (row.act === 'split') return row.claims
    return row.act === 'resolve' ? row.setAside : []
  })

/** The claim with its positions as corrected by hand; the quotations stay as they are. */
export const applyHand = (claim: Claim, hand: ClaimHand): Claim => {
  let changed = claim
  for (const { position, field, to } of hand.corrections) {
    if (field === 'modality') changed = { ...changed, modality: to as Claim['modality'] }
    else if (field === 'date')
      changed = {
        ...changed,
        date: {
          value: to === '' ? null : to,
          grain: grainOf(to),
          words: changed.date.words,
          basis: to === '' ? 'unknown' : 'text',
        },
      }
    else
      changed = {
        ...changed,
        positions: changed.positions.map((old, place) => (place === position ? { ...old, [field]: to } : old)),
      }
  }
  for (const { actor, into } of hand.splits) {
    const other = (id: string): string => (id === actor ? into : id)
    changed = {
      ...changed,
      positions: changed.positions.map(old => ({ ...old, holder: other(old.holder), target: other(old.target) })),
    }
  }
  return changed
}

const grainOf = (value: string): Claim['date']['grain'] => {
  if (value === '') return null
  if (value.endsWith('X')) return 'decade'
  return value.length === 4 ? 'year' : value.length === 7 ? 'month' : 'day'
}
