// Knowledge of the ledger: every rule of inference draws its examples and never its nevers; every kind of lasting act reads its form.
import { describe, expect, test } from 'vitest'
import type { Claim } from '../../src/claims/types.js'
import { basisOf } from '../../src/ledger/basis.js'
import { type Fact, inferFrom } from '../../src/ledger/inference.js'
import { readLasting } from '../../src/ledger/lasting.js'
import { inferences, lastingActs } from './kinds.js'
import { actor, claim } from './make.js'

describe.each(inferences)('rule $name', rule => {
  test('draws each of its examples', () => {
    for (const { given, infers } of rule.examples)
      expect(inferFrom(given as Fact[], [rule])).toMatchObject([
        { ...infers, rule: rule.name, premises: expect.arrayContaining(given) },
      ])
  })
  test('draws nothing from its nevers', () => {
    for (const given of rule.never) expect(inferFrom(given as Fact[], [rule])).toEqual([])
  })
})

test('nothing is inferred from an inference', () => {
  const given: Fact[] = [
    { subject: 'a', relation: 'allied-with', object: 'b' },
    { subject: 'b', relation: 'allied-with', object: 'c' },
    { subject: 'c', relation: 'allied-with', object: 'd' },
  ]
  expect(inferFrom(given, inferences).map(({ holder, target }) => `${holder} ${target}`)).toEqual(['a c', 'b d'])
  expect(inferFrom(given, inferences, { holder: 'a' })).toHaveLength(1)
})

const text = 'Costa Verde has said what it wanted.'
const reading = (position: string, over: object = {}, rung?: string) => {
  const made = claim(text, { position, ...(rung === undefined ? {} : { rung }), ...over })
  return readLasting(made.positions[0]!, made, lastingActs)
}
const event = (type: string, cameo: string) => ({ event: { type, mode: null, contexts: [], cameo } as Claim['event'] })

test('recognition and its withdrawal, embassies, alliances last; meetings, refusals and strikes do not', () => {
  expect(reading('CRV recognition+ TWN')).toEqual({ lasting: 'recognition', ends: 'withdrawal-of-recognition' })
  expect(reading('CRV recognition- TWN', event('REJECT', '120'))).toEqual({ lasting: null, ends: 'recognition' })
  expect(reading('CRV recognition- TWN', event('SANCTION', '161'))).toEqual({
    lasting: 'withdrawal-of-recognition',
    ends: 'recognition',
  })
  expect(reading('CRV engagement+ TWN', {}, 'ambassador accredited')).toEqual({
    lasting: 'embassy',
    ends: 'breach-of-relations',
  })
  expect(reading('CRV engagement- TWN', event('SANCTION', '161'))).toEqual({
    lasting: 'breach-of-relations',
    ends: 'embassy',
  })
  expect(reading('CRV engagement+ TWN', event('CONSULT', '040'))).toEqual({ lasting: null, ends: null })
  expect(reading('CRV force+ TWN', { relation: { name: 'allied-with' }, event: null })).toEqual({
    lasting: 'alliance',
    ends: null,
  })
  expect(reading('CRV force- TWN', event('ASSAULT', '190'))).toEqual({ lasting: null, ends: null })
})

test.each([
  ['declared', { voice: 'TJK' }, null],
  ['declared', { voice: 'TJK', opinion: true }, null],
  ['declared', {}, 'TJK'],
  ['acted', {}, null],
  ['acted', {}, 'USA'],
  ['attributed', { voice: 'IRN' }, null],
  ['hearsay', { voice: 'unnamed' }, null],
  ['hearsay', { hearsay: true }, null],
  ['opinion', { opinion: true }, null],
  ['opinion', { voice: 'IRN', opinion: true }, null],
  ['denied', { voice: 'TJK', form: 'denied' }, null],
  ['denied', { voice: 'IRN', form: 'denied' }, null],
] as const)('basis %s from %o, issuer %s', (basis, words, issuer) => {
  const made = claim(text, { position: 'TJK recognition- taliban', ...words })
  // A notice of another state's government attributes; only its own stance is declared.
  const expected = basis === 'acted' && issuer !== null ? 'attributed' : basis
  expect(basisOf(made, made.positions[0]!, issuer)).toBe(expected)
})

test('the innermost voice decides', () => {
  const made = claim(text, {
    position: 'TJK recognition- taliban',
    attribution: [
      { speaker: 'author', form: 'reported', cue: null },
      { speaker: actor('IRN'), form: 'said', cue: null },
      { speaker: actor('TJK'), form: 'said', cue: null },
    ],
  })
  expect(basisOf(made, made.positions[0]!, null)).toBe('declared')
})
