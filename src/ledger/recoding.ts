// Two readings of one document in, what tells them apart out: claims gained, lost, and read otherwise, each with what is other about it.
import type { Claim } from '../claims/types.js'

export interface ClaimDifference {
  readonly kind: 'gained' | 'lost' | 'changed'
  readonly before: Claim | undefined
  readonly after: Claim | undefined
  /** What is other, such as "date: 2021-08 → 2021-09-07"; empty where a claim came or went whole. */
  readonly fields: readonly string[]
}

/** A difference as it goes out: which claim, what is other, by which rule, in which words. */
export const tellDifference = ({ kind, before, after, fields }: ClaimDifference) => ({
  kind,
  before: before?.id ?? null,
  after: after?.id ?? null,
  fields: [...fields],
  rule: (after ?? before)!.rule,
  quote: (after ?? before)!.quote.exact,
})

const voicesOf = ({ attribution }: Claim): string =>
  attribution.map(({ speaker, form }) => `${typeof speaker === 'string' ? speaker : speaker.id} ${form}`).join(' ← ')

/** What a reader may find other in two readings of one claim, in words; its id, coder and quotations' places are left out. */
const aspects: Readonly<Record<string, (claim: Claim) => string>> = {
  positions: ({ positions }) =>
    positions
      .map(({ holder, target, dimension, direction, rung }) =>
        [`${holder} ${dimension}${direction} ${target}`, rung].filter(part => part !== null).join(', '),
      )
      .join('; '),
  actors: ({ actors }) => actors.map(({ id }) => id).join(', '),
  recipients: ({ recipients }) => recipients.map(({ id }) => id).join(', '),
  event: ({ event }) => (event === null ? '' : `${event.type ?? ''} ${event.mode ?? ''} ${event.cameo}`),
  relation: ({ relation }) => relation?.name ?? '',
  figure: ({ figure }) => (figure === null ? '' : `${figure.approximation} ${figure.value} ${figure.unit}`),
  polarity: ({ polarity }) => polarity,
  modality: ({ modality }) => modality,
  voices: voicesOf,
  hearsay: ({ hearsay }) => String(hearsay),
  opinion: ({ opinion }) => String(opinion),
  date: ({ date }) => `${date.value ?? 'unknown'} (${date.basis})`,
  words: ({ quote }) => `“${quote.exact}”`,
  rule: ({ rule }) => rule,
  confidence: ({ confidence }) => String(confidence),
}

const compare = (before: Claim, after: Claim): readonly string[] =>
  Object.entries(aspects).flatMap(([name, aspect]) => {
    const [old, fresh] = [aspect(before).trim(), aspect(after).trim()]
    return old === fresh ? [] : [`${name}: ${old || 'none'} → ${fresh || 'none'}`]
  })

/** Takes pairs that agree in a key out of two lists; what has no partner stays. */
const pairBy = (before: readonly Claim[], after: readonly Claim[], keyOf: (claim: Claim) => string) => {
  const waiting = new Map<string, Claim[]>()
  for (const claim of before) waiting.set(keyOf(claim), [...(waiting.get(keyOf(claim)) ?? []), claim])
  const pairs: (readonly [Claim, Claim])[] = []
  const gained = after.filter(claim => {
    const partner = waiting.get(keyOf(claim))?.shift()
    if (partner !== undefined) pairs.push([partner, claim])
    return partner === undefined
  })
  const paired = new Set(pairs.map(([old]) => old))
  return { pairs, lost: before.filter(claim => !paired.has(claim)), gained }
}

/**
 * Compares two readings of one document. A claim is the same one where its id is the same, else where the same word carries it and it is of
 * the same kind.
 */
export const compareReadings = (before: readonly Claim[], after: readonly Claim[]): readonly ClaimDifference[] => {
  const same = pairBy(before, after, ({ id }) => id)
  const near = pairBy(same.lost, same.gained, ({ kind, quotes }) => `${kind} ${quotes.trigger.start}`)
  const changed = [...same.pairs, ...near.pairs].flatMap(([old, fresh]): readonly ClaimDifference[] => {
    const fields = compare(old, fresh)
    return fields.length === 0 ? [] : [{ kind: 'changed', before: old, after: fresh, fields }]
  })
  return [
    ...changed,
    ...near.gained.map((claim): ClaimDifference => ({ kind: 'gained', before: undefined, after: claim, fields: [] })),
    ...near.lost.map((claim): ClaimDifference => ({ kind: 'lost', before: claim, after: undefined, fields: [] })),
  ]
}

/** A difference in one line: what happened to the claim, its words, and what is other about it. */
export const recodingReason = ({ kind, before, after, fields }: ClaimDifference): string => {
  const claim = (after ?? before)!
  const words = `“${claim.quote.exact}”`
  if (kind === 'gained') return `new, by rule ${claim.rule}: ${words}`
  if (kind === 'lost') return `gone, was by rule ${claim.rule}: ${words}`
  return `otherwise: ${fields.join('; ')}: ${words}`
}
