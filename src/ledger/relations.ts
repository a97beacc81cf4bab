// Ties that hold over time: who governs which state, who is a member of what, who holds which office. A question about a state is answered
// through whoever governed it on the day (codebook rule 8); an actor's id never changes.
import type { Knowledge } from '../knowledge/sources.js'
import { spanOf } from './days.js'

export interface Tie {
  readonly subject: string
  readonly relation: string
  readonly object: string
  /** ISO dates of any grain; null = not known to have begun or ended. */
  readonly from: string | null
  readonly to: string | null
  /** Words that a tie carries: an office, a person. */
  readonly detail: string | null
  /** Where it comes from: `known` (shipped with the program, or the ledger's own), or ids of claims. */
  readonly origin: 'known' | 'claimed'
  readonly claims: readonly string[]
}

/** Does the tie hold on a day? Where its beginning is unknown it is taken to have begun. */
export const holdsOn = (tie: Pick<Tie, 'from' | 'to'>, day: number): boolean =>
  (tie.from === null || (spanOf(tie.from)?.first ?? day) <= day) &&
  (tie.to === null || (spanOf(tie.to)?.last ?? day) >= day)

/** The ties that the knowledge holds: government of states and membership in bodies. */
export const knownTies = (knowledge: Pick<Knowledge, 'governing' | 'actors'>): readonly Tie[] => [
  ...knowledge.governing.map(
    ({ by, state, from, to }): Tie => ({
      subject: by,
      relation: 'controls',
      object: state,
      from,
      to,
      detail: null,
      origin: 'known',
      claims: [],
    }),
  ),
  ...knowledge.actors.flatMap(body =>
    body.members.map(
      (member): Tie => ({
        subject: member,
        relation: 'member-of',
        object: body.id,
        from: null,
        to: null,
        detail: null,
        origin: 'known',
        claims: [],
      }),
    ),
  ),
]

/** Who governs a state on a day, each with its tie. */
export const governorsOn = (ties: readonly Tie[], state: string, day: number): readonly Tie[] =>
  ties.filter(tie => tie.relation === 'controls' && tie.object === state && holdsOn(tie, day))

/** What an actor is on a day: "governs AFG"; null where nothing is known. */
export const roleOn = (ties: readonly Tie[], actor: string, day: number): string | null => {
  const governed = ties.filter(tie => tie.relation === 'controls' && tie.subject === actor && holdsOn(tie, day))
  return governed.length === 0 ? null : governed.map(tie => `governs ${tie.object}`).join(', ')
}
