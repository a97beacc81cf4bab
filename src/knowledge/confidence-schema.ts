// The form of knowledge/codebook/confidence.yml and rule-counts.tsv: what `npm run eval -- confidence --accept` writes.
import { z } from 'zod'

const weight = z.number()

export const confidence = z.strictObject({
  /** How many imagined cases of the more general kind are counted with a rule's own, and with a relation's. */
  shrinkage: z.strictObject({ rule: z.number().positive(), relation: z.number().positive() }),
  intercept: weight,
  /** Of the rule's log odds, and of each doubt (src/claims/confidence/evidence.ts). */
  weights: z.strictObject({
    rule: weight,
    parse: weight,
    name: weight,
    referred: weight,
    elsewhere: weight,
    distance: weight,
    several: weight,
    unsettled: weight,
    turned: weight,
    reported: weight,
    nominal: weight,
    depth: weight,
    crowded: weight,
    people: weight,
    alone: weight,
    /** Of each doubling of the claims in the text that hold the same. */
    again: weight,
  }),
})
export type Confidence = z.infer<typeof confidence>

const count = z.string().regex(/^\d+$/).transform(Number)

/** How often a rule fired with a position on hand-coded documents, and how often all its positions were right. */
export const ruleCounts = z.array(
  z.strictObject({ rule: z.string().regex(/^[a-z-]+\/[a-z0-9-]+$/), fired: count, right: count }),
)
export type RuleCount = z.infer<typeof ruleCounts>[number]
