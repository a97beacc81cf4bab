// npm run eval -- confidence [--also FOLDER] [--accept]: does the confidence mean what it says? Each hand-coded document's claims are weighed
// with counts and weights that never saw it; in ten equal bins the stated confidence is held against how many claims are right. --also adds
// documents in the form of gold/positions; --accept fits on them all and writes knowledge/codebook/confidence.yml and rule-counts.tsv.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { doubts } from '../src/claims/confidence/evidence.js'
import { bindPrecision, bindWeigh, featuresOf, repeated } from '../src/claims/confidence/weigh.js'
import type { Confidence, RuleCount } from '../src/knowledge/confidence-schema.js'
import { type JudgedClaim, judgeDocuments, positionKeys } from './judged.js'
import { type Fit, fitLogistic } from './logistic.js'
import type { Measure } from './report.js'

const codebook = fileURLToPath(new URL('../../knowledge/codebook/', import.meta.url))

const shrinkage = { rule: 3, relation: 6 }
/**
 * Without examples a rule's precision is the confidence, and no doubt weighs anything but a missing side: what has one side alone has no
 * position that could be judged, so that this weight is set and not fitted.
 */
const unfitted: Fit = { intercept: 0, weights: [1, ...doubts.map(doubt => (doubt === 'alone' ? -1 : 0)), 0] }
const pull = 3

/** Counts by rule, in the order of their names. */
export const countRules = (claims: readonly JudgedClaim[]): readonly RuleCount[] => {
  const counts = new Map<string, { fired: number; right: number }>()
  for (const { evidence, right } of claims) {
    const { fired, right: before } = counts.get(evidence.rule) ?? { fired: 0, right: 0 }
    counts.set(evidence.rule, { fired: fired + 1, right: before + (right ? 1 : 0) })
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, tally]) => ({ rule, ...tally }))
}

const byDocument = (claims: readonly JudgedClaim[]): ReadonlyMap<string, readonly JudgedClaim[]> => {
  const groups = new Map<string, JudgedClaim[]>()
  for (const claim of claims) groups.set(claim.doc, [...(groups.get(claim.doc) ?? []), claim])
  return groups
}

const rounded = (value: number): number => Math.round(100 * value) / 100

/** The numbers that the product ships, fitted on `claims`: each is seen with counts that leave its own document out. */
export const fitConfidence = (
  claims: readonly JudgedClaim[],
): { readonly numbers: Confidence; readonly counts: readonly RuleCount[] } => {
  const examples = [...byDocument(claims)].flatMap(([doc, own]) => {
    const precision = bindPrecision(countRules(claims.filter(claim => claim.doc !== doc)), shrinkage)
    return own.map(({ evidence, times, right }) => ({
      features: [...featuresOf(evidence, precision), repeated(times)],
      right,
    }))
  })
  const { intercept, weights } = fitLogistic(examples, unfitted, pull)
  const [rule, ...others] = weights.map(rounded)
  const named = Object.fromEntries([...doubts, 'again'].map((name, index) => [name, others[index]!]))
  const numbers = { shrinkage, intercept: rounded(intercept), weights: { rule: rule!, ...named } } as Confidence
  return { numbers, counts: countRules(claims) }
}

export interface Weighed {
  readonly stated: number
  readonly right: boolean
}

/** Each claim, weighed by numbers fitted on the claims of the other documents. */
const crossWeighed = (claims: readonly JudgedClaim[]): readonly Weighed[] =>
  [...byDocument(claims)].flatMap(([doc, own]) => {
    const { numbers, counts } = fitConfidence(claims.filter(claim => claim.doc !== doc))
    const weigh = bindWeigh(numbers, counts)
    return own.map(({ evidence, times, right }) => ({ stated: weigh.again(weigh.of(evidence), times), right }))
  })

export interface Bin {
  readonly size: number
  readonly stated: number
  readonly right: number
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** `count` bins of equal size, least sure first. */
export const binsOf = (weighed: readonly Weighed[], count: number): readonly Bin[] => {
  const sorted = weighed.toSorted((a, b) => a.stated - b.stated)
  return Array.from({ length: count }, (_, index) => {
    const own = sorted.slice(
      Math.floor((index * sorted.length) / count),
      Math.floor(((index + 1) * sorted.length) / count),
    )
    return {
      size: own.length,
      stated: mean(own.map(one => one.stated)),
      right: mean(own.map(one => (one.right ? 1 : 0))),
    }
  }).filter(({ size }) => size > 0)
}

/** Mean distance of stated and found, over all claims. */
export const calibrationError = (bins: readonly Bin[]): number => {
  const all = bins.reduce((sum, { size }) => sum + size, 0)
  return bins.reduce((sum, { size, stated, right }) => sum + (size * Math.abs(stated - right)) / all, 0)
}

const table = (bins: readonly Bin[]): readonly string[] => [
  'stated  right  claims',
  ...bins.map(
    ({ size, stated, right }) =>
      `${stated.toFixed(2).padStart(6)}  ${right.toFixed(2).padStart(5)}  ${String(size).padStart(6)}`,
  ),
]

const yaml = ({ shrinkage: { rule, relation }, intercept, weights }: Confidence): string =>
  [
    '# How sure a reading is (src/claims/confidence): written by `npm run eval -- confidence --accept`, from counts on hand-coded documents. CC0-1.0.',
    `shrinkage: {rule: ${rule}, relation: ${relation}}`,
    `intercept: ${intercept}`,
    'weights:',
    ...Object.entries(weights).map(([name, value]) => `  ${name}: ${value}`),
    '',
  ].join('\n')

const countsTable = (counts: readonly RuleCount[]): string =>
  [
    '# How often each rule fired with a position on hand-coded documents, and how often all its positions were right: written by',
    '# `npm run eval -- confidence --accept`. Counts alone; the documents are no part of this repository. CC0-1.0.',
    'rule\tfired\tright',
    ...counts.map(({ rule, fired, right }) => `${rule}\t${fired}\t${right}`),
    '',
  ].join('\n')

interface Reliability {
  readonly lines: readonly string[]
  readonly error: number
  readonly spread: number
}

/** How the claims fare when each document is weighed by numbers fitted on the others. */
const reliabilityOf = (title: string, claims: readonly JudgedClaim[]): Reliability => {
  const weighed = crossWeighed(claims)
  const bins = binsOf(weighed, 10)
  const [least, , most] = binsOf(weighed, 3)
  const error = calibrationError(bins)
  const lines = [
    `${title}: ${claims.length} claims with positions in ${byDocument(claims).size} documents, each weighed by numbers that never saw its document`,
    ...table(bins),
    `mean error ${error.toFixed(3)}; right in the surest third ${most!.right.toFixed(2)}, in the least sure ${least!.right.toFixed(2)}`,
  ]
  return { lines, error, spread: most!.right - least!.right }
}

export const measure: Measure = async ({ gold, also, accept }) => {
  const keyOf = await positionKeys(gold)
  const judgedIn = async (folder: string) => (await judgeDocuments(folder, keyOf)).flatMap(({ claims }) => claims)
  const own = await judgedIn(join(gold, 'positions'))
  const all = also === null ? own : [...own, ...(await judgedIn(also))]
  const { lines, error, spread } = reliabilityOf('gold/positions', own)
  const { numbers, counts } = fitConfidence(all)
  if (accept) {
    await writeFile(join(codebook, 'confidence.yml'), yaml(numbers))
    await writeFile(join(codebook, 'rule-counts.tsv'), countsTable(counts))
  }
  const fitted = Object.entries(numbers.weights).map(([name, value]) => `${name} ${value}`)
  const points = (share: number) => ({ value: Math.round(1000 * share) / 10, unit: 'points' as const })
  return {
    lines: [
      ...lines,
      ...(also === null ? [] : reliabilityOf(`with ${also}`, all).lines),
      `fitted on ${all.length} claims: intercept ${numbers.intercept}, ${fitted.join(', ')}`,
      ...(accept
        ? ['written to knowledge/codebook: npm run build takes it up, npm run golden shows what changed']
        : []),
    ],
    figures: { agreement: points(1 - error), spread: points(spread) },
  }
}
