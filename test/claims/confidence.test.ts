// How sure a reading is: what casts doubt on it, and how the doubts are weighed. The numbers are made up, so that only the weighing is tested.
import { describe, expect, it } from 'vitest'
import type { Mention } from '../../src/actors/types.js'
import { type Doubt, doubts, type Evidence, evidenceOf, type Presented } from '../../src/claims/confidence/evidence.js'
import { bindPrecision, bindWeigh } from '../../src/claims/confidence/weigh.js'
import { readingOf } from '../../src/claims/frames/reading.js'
import type { Match } from '../../src/claims/rules/match.js'
import { loadKnowledge } from '../../src/knowledge/load.js'
import { treeOf } from './tree.js'

const plain: Presented = { modality: 'actual', turned: false, reported: false, positions: 1 }

const party = (head: number, change: Partial<Mention> = {}): Mention =>
  ({
    sentence: 0,
    head,
    via: 'name',
    score: 1,
    actor: { id: `actor-${head}`, kind: 'state' },
    ...change,
  }) as unknown as Mention

const tree = treeOf(
  `Chad Chad PROPN 2 nsubj\nsaid say VERB 0 root\nMali Mali PROPN 4 nsubj\nbacked back VERB 2 ccomp\nfriends friend NOUN 4 obj\nof of ADP 7 case\nNiger Niger PROPN 5 nmod`,
)

const evidenceFor = (who: readonly Mention[], whom: readonly Mention[], presented = plain, score = 1) => {
  const words = tree.words.map(word => (word.form === 'friends' ? { ...word, score } : word))
  const heads = new Map([...who, ...whom].map(mention => [mention.head, [mention]]))
  const match = {
    predicate: 3,
    category: 'verb',
    triggerWords: [3],
    rule: { relation: 'support', name: 'support', byVoice: false },
    who,
    whom,
    third: [],
  } as unknown as Match
  return evidenceOf(readingOf(0, { words }, heads), match, presented)
}

describe('evidenceOf', () => {
  it('finds no doubt where nothing speaks against the reading but where it stands', () => {
    const { rule, doubts: found } = evidenceFor([party(2)], [party(6)])
    expect(rule).toBe('support/support')
    const { distance, depth, ...others } = found
    expect(Object.values(others).every(value => value === 0)).toBe(true)
    expect(distance).toBe(2 / 8)
    expect(depth).toBe(1 / 5)
  })

  it('takes the least sure arc on the way to a party', () => {
    expect(evidenceFor([party(2)], [party(6)], plain, 0.4).doubts.parse).toBeCloseTo(0.6)
    expect(evidenceFor([party(2)], [party(2)], plain, 0.4).doubts.parse).toBe(0)
  })

  it.each<[Doubt, Parameters<typeof evidenceFor>]>([
    ['name', [[party(2, { score: 0.7 })], [party(6)]]],
    ['referred', [[party(2, { via: 'pronoun' })], [party(6)]]],
    ['elsewhere', [[party(2, { sentence: 1 })], [party(6)]]],
    ['people', [[party(2)], [party(6, { actor: { id: 'x', kind: 'people' } as Mention['actor'] })]]],
    ['alone', [[party(2)], []]],
    ['several', [[party(2)], [party(6)], { ...plain, positions: 4 }]],
    ['unsettled', [[party(2)], [party(6)], { ...plain, modality: 'possible' }]],
    ['turned', [[party(2)], [party(6)], { ...plain, turned: true }]],
    ['reported', [[party(2)], [party(6)], { ...plain, reported: true }]],
  ])('doubts: %s', (doubt, given) => {
    expect(evidenceFor(...given).doubts[doubt]).toBeGreaterThan(0)
    expect(evidenceFor([party(2)], [party(6)]).doubts[doubt]).toBe(0)
  })
})

const counts = [
  { rule: 'support/support', fired: 40, right: 38 },
  { rule: 'attack/attack', fired: 40, right: 20 },
  { rule: 'attack/seize', fired: 1, right: 0 },
]
const shrinkage = { rule: 4, relation: 8 }

describe('bindPrecision', () => {
  const precision = bindPrecision(counts, shrinkage)
  it('is near the counts of a rule that fired often', () => {
    expect(precision('support/support')).toBeGreaterThan(0.88)
    expect(precision('attack/attack')).toBeCloseTo(0.53, 1)
  })
  it('is near its relation for a rule that fired seldom or never', () => {
    expect(precision('attack/seize')).toBeGreaterThan(0.35)
    expect(precision('attack/unheard')).toBeCloseTo(precision('attack/attack'), 1)
    expect(precision('attack/unheard')).toBeLessThan(precision('support/unheard'))
  })
  it('is never certain, whatever was counted', () => {
    expect(bindPrecision([], shrinkage)('any/rule')).toBe(0.5)
    expect(bindPrecision([{ rule: 'a/b', fired: 9, right: 9 }], shrinkage)('a/b')).toBeLessThan(1)
  })
})

describe('bindWeigh', () => {
  const none = Object.fromEntries(doubts.map(doubt => [doubt, 0])) as Evidence['doubts']
  const numbers = loadKnowledge().confidence
  const weigh = bindWeigh(
    { ...numbers, shrinkage, weights: { ...numbers.weights, rule: 1, parse: -2, again: 1 } },
    counts,
  )
  const sure = (evidence: Evidence, times = 1) => weigh.again(weigh.of(evidence), times)
  const evidence = (rule: string, change: Partial<Evidence['doubts']> = {}): Evidence => ({
    rule,
    doubts: { ...none, ...change },
  })

  it('trusts a rule that was right, and less where there is doubt', () => {
    expect(sure(evidence('support/support'))).toBeGreaterThan(sure(evidence('attack/attack')))
    expect(sure(evidence('support/support', { parse: 0.8 }))).toBeLessThan(sure(evidence('support/support')))
  })
  it('trusts more what the text holds more than once', () => {
    expect(sure(evidence('attack/attack'), 3)).toBeGreaterThan(sure(evidence('attack/attack')))
  })
  it('keeps to two decimals and calls nothing certain', () => {
    const value = sure(evidence('support/support'), 50)
    expect(value).toBeLessThan(1)
    expect(value).toBe(Math.round(100 * value) / 100)
  })
  it('knows how much each doubt weighs', () => {
    expect(Object.keys(numbers.weights).sort()).toEqual(['again', 'rule', ...doubts].sort())
  })
})
