import { expect, test } from 'vitest'
import { cohenKappa, krippendorffAlpha, type Label } from '../../src/ledger/agreement.js'

/** One label a unit; a dot is a gap. */
const labels = (judge: string, given: string): Label[] =>
  [...given].flatMap((label, unit) => (label === '.' ? [] : [{ judge, unit: String(unit), label }]))

// Four observers, twelve units, gaps: the worked example of K. Krippendorff, "Computing Krippendorff's Alpha-Reliability".
const observers = [
  ...labels('A', '123321412...'),
  ...labels('B', '1233224125.3'),
  ...labels('C', '.3332342251.'),
  ...labels('D', '12332441251.'),
]

test('Krippendorff’s alpha is the published value on the published data', () => {
  expect(krippendorffAlpha(observers)).toBeCloseTo(0.743, 3)
})

test('alpha is 1 for full agreement, below 0 for systematic disagreement, undefined where nothing varies', () => {
  expect(krippendorffAlpha([...labels('A', 'abab'), ...labels('B', 'abab')])).toBe(1)
  expect(krippendorffAlpha([...labels('A', 'abab'), ...labels('B', 'baba')])).toBeLessThan(0)
  expect(krippendorffAlpha([...labels('A', 'aaaa'), ...labels('B', 'aaaa')])).toBeUndefined()
  expect(krippendorffAlpha(labels('A', 'abab'))).toBeUndefined()
})

test('Cohen’s kappa of the textbook table (20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no) is 0.4', () => {
  const one = labels('A', `${'y'.repeat(25)}${'n'.repeat(25)}`)
  const other = labels('B', `${'y'.repeat(20)}${'n'.repeat(5)}${'y'.repeat(10)}${'n'.repeat(15)}`)
  expect(cohenKappa([...one, ...other], 'A', 'B')).toBeCloseTo(0.4, 10)
})

test('kappa counts the units that both labelled, and a judge’s last label', () => {
  const again: Label[] = [{ judge: 'A', unit: '0', label: 'n' }]
  expect(cohenKappa([...labels('A', 'yn.'), ...again, ...labels('B', 'nny')], 'A', 'B')).toBeUndefined()
  expect(cohenKappa([...labels('A', 'yny'), ...labels('B', 'ynn')], 'A', 'B')).toBeCloseTo(0.4, 10)
  expect(cohenKappa(labels('A', 'yn'), 'A', 'B')).toBeUndefined()
})
