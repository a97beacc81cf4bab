// Evidence in, a probability out: how often a rule was right on hand-coded documents, drawn toward its relation and that toward all rules
// where it fired seldom, and the doubts of the case at hand, weighed together (logistic). The numbers are knowledge, fitted by
// `npm run eval -- confidence`.
import type { Confidence, RuleCount } from '../../knowledge/confidence-schema.js'
import { doubts, type Evidence } from './evidence.js'

/** How sure a reading is, 0–1. */
export interface Weigh {
  /** By itself. */
  of(evidence: Evidence): number
  /** The same, once the text has been read whole and `times` of its claims, this one included, hold the same. To two decimals. */
  again(confidence: number, times: number): number
}

/** How often something fired and was right. */
export interface Tally {
  readonly fired: number
  readonly right: number
}

/** Precision of rules by "relation/name", shrunk. Rules that were never counted have that of their relation. */
export type Precision = (rule: string) => number

const none: Tally = { fired: 0, right: 0 }

const add = (a: Tally, b: Tally): Tally => ({ fired: a.fired + b.fired, right: a.right + b.right })

const shrunk = ({ fired, right }: Tally, prior: number, weight: number): number =>
  (right + weight * prior) / (fired + weight)

const relationOf = (rule: string): string => rule.split('/')[0]!

/** Binds counts: a rule's precision counts `shrinkage.rule` imagined cases of its relation's, which counts `shrinkage.relation` of all rules'. */
export const bindPrecision = (counts: readonly RuleCount[], shrinkage: Confidence['shrinkage']): Precision => {
  const rules = new Map(counts.map(({ rule, ...tally }) => [rule, tally]))
  const relations = new Map<string, Tally>()
  for (const { rule, ...tally } of counts) {
    relations.set(relationOf(rule), add(relations.get(relationOf(rule)) ?? none, tally))
  }
  // One imagined case, half right, so that nothing is ever certain.
  const overall = shrunk(counts.reduce<Tally>(add, none), 0.5, 1)
  return rule => {
    const relation = shrunk(relations.get(relationOf(rule)) ?? none, overall, shrinkage.relation)
    return shrunk(rules.get(rule) ?? none, relation, shrinkage.rule)
  }
}

export const logit = (probability: number): number => Math.log(probability / (1 - probability))
export const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds))

/** How much it says that a text holds a thing so many times. */
export const repeated = (times: number): number => Math.log2(Math.max(1, times))

/** What is weighed, in the order of `weights`: the rule's log odds, then the doubts. */
export const featuresOf = (evidence: Evidence, precision: Precision): readonly number[] => [
  logit(precision(evidence.rule)),
  ...doubts.map(doubt => evidence.doubts[doubt]),
]

const rounded = (probability: number): number => Math.round(100 * probability) / 100

/** No reading is called certain, nor hopeless. */
const bounds = { low: 0.05, high: 0.98 }

/** Binds the compiled numbers once. */
export const bindWeigh = ({ shrinkage, intercept, weights }: Confidence, counts: readonly RuleCount[]): Weigh => {
  const precision = bindPrecision(counts, shrinkage)
  const factors = [weights.rule, ...doubts.map(doubt => weights[doubt])]
  return {
    of: evidence =>
      logistic(featuresOf(evidence, precision).reduce((sum, value, index) => sum + value * factors[index]!, intercept)),
    again: (confidence, times) => {
      const odds = logit(confidence) + weights.again * repeated(times)
      return rounded(Math.min(bounds.high, Math.max(bounds.low, logistic(odds))))
    },
  }
}
