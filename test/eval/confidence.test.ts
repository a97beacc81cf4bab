// The fit and its yardstick, on examples whose answer is known.
import { describe, expect, it } from 'vitest'
import { binsOf, calibrationError, countRules } from '../../eval/confidence.js'
import type { JudgedClaim } from '../../eval/judged.js'
import { fitLogistic } from '../../eval/logistic.js'

describe('fitLogistic', () => {
  const examples = [
    ...Array.from({ length: 80 }, (_, index) => ({ features: [1], right: index < 60 })),
    ...Array.from({ length: 80 }, (_, index) => ({ features: [0], right: index < 20 })),
  ]
  it('finds the log odds of the examples', () => {
    const { intercept, weights } = fitLogistic(examples, { intercept: 0, weights: [0] }, 1e-6)
    expect(intercept).toBeCloseTo(Math.log(1 / 3), 3)
    expect(weights[0]).toBeCloseTo(2 * Math.log(3), 3)
  })
  it('keeps to the stated weights where there are no examples or a strong pull', () => {
    expect(fitLogistic([], { intercept: 0.5, weights: [1.5] }, 1).weights).toEqual([1.5])
    expect(fitLogistic(examples, { intercept: 0, weights: [0] }, 1e6).weights[0]).toBeCloseTo(0, 2)
  })
})

describe('the reliability', () => {
  const weighed = Array.from({ length: 100 }, (_, index) => ({ stated: index / 100, right: index % 10 < index / 10 }))
  it('sorts claims into bins of equal size, least sure first', () => {
    const bins = binsOf(weighed, 10)
    expect(bins.map(({ size }) => size)).toEqual(Array(10).fill(10))
    expect(bins[0]!.stated).toBeLessThan(bins[9]!.stated)
    expect(binsOf(weighed.slice(0, 3), 10)).toHaveLength(3)
  })
  it('is without error where what is stated is what is found', () => {
    expect(calibrationError([{ size: 5, stated: 0.8, right: 0.8 }])).toBe(0)
    expect(
      calibrationError([
        { size: 1, stated: 1, right: 0 },
        { size: 3, stated: 0.5, right: 0.5 },
      ]),
    ).toBe(0.25)
  })
})

it('counts how often each rule fired and was right', () => {
  const claim = (rule: string, right: boolean) => ({ evidence: { rule }, right }) as unknown as JudgedClaim
  expect(countRules([claim('b/x', true), claim('a/y', false), claim('b/x', false)])).toEqual([
    { rule: 'a/y', fired: 1, right: 0 },
    { rule: 'b/x', fired: 2, right: 1 },
  ])
})
