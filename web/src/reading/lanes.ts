// Claims and a block of text in, the pieces to draw out: the text cut at every edge of a quotation, each piece with the claims over it,
// each claim in a lane of its own, so that overlapping marks stay legible.
import type { Claim } from '../../../src/claims/types.js'
import type { Span } from '../../../src/text/types.js'

/** How many underlines lie under one another; what does not fit shares the last one. */
export const laneCount = 3

export interface Placed {
  readonly claim: Claim
  /** From 1, in the order of the text. */
  readonly number: number
  readonly lane: number
}

export interface Piece extends Span {
  readonly text: string
  /** Claims over it, by lane. */
  readonly over: readonly Placed[]
  /** Claims whose trigger it is. */
  readonly triggers: readonly Placed[]
  /** Claims whose quotation ends with it. */
  readonly ending: readonly Placed[]
}

/** Claims in the order of the text, numbered, each in the first lane that is free where it begins. */
export const placeClaims = (claims: readonly Claim[]): readonly Placed[] => {
  const ordered = [...claims].sort(
    (one, other) =>
      one.quote.start - other.quote.start ||
      one.quotes.trigger.start - other.quotes.trigger.start ||
      (one.id < other.id ? -1 : 1),
  )
  const free = Array.from({ length: laneCount }, () => 0)
  return ordered.map((claim, index) => {
    const open = free.findIndex(end => end <= claim.quote.start)
    const lane = open === -1 ? laneCount - 1 : open
    free[lane] = Math.max(free[lane] ?? 0, claim.quote.end)
    return { claim, number: index + 1, lane }
  })
}

const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** Cuts one block; claims that do not touch it make no difference. */
export const cutBlock = (text: string, block: Span, placed: readonly Placed[]): readonly Piece[] => {
  const near = placed.filter(({ claim }) => claim.quote.start < block.end && claim.quote.end > block.start)
  const edges = near.flatMap(({ claim }) => [
    claim.quote.start,
    claim.quote.end,
    claim.quotes.trigger.start,
    claim.quotes.trigger.end,
  ])
  const cuts = [
    ...new Set([block.start, ...edges.filter(edge => edge > block.start && edge < block.end), block.end]),
  ].sort((one, other) => one - other)
  return cuts.slice(0, -1).map((start, index) => {
    const span = { start, end: cuts[index + 1] ?? block.end }
    const over = near.filter(({ claim }) => covers(claim.quote, span)).sort((one, other) => one.lane - other.lane)
    return {
      ...span,
      text: text.slice(span.start, span.end),
      over,
      triggers: over.filter(({ claim }) => covers(claim.quotes.trigger, span)),
      ending: near.filter(
        ({ claim }) => Math.min(claim.quote.end, block.end) === span.end && claim.quote.end > block.start,
      ),
    }
  })
}
