// The measurements run to their end on ledgers of any size: figures that cannot be taken are no figures.
import { expect, test } from 'vitest'
import { measure } from '../bench/ledger.js'

test('a ledger of few claims, where most pairs have none, is measured with every question', {
  timeout: 120_000,
}, async () => {
  const lines = await measure({ claims: 60 })
  expect(lines[0]).toBe('60 claims')
  expect(lines.filter(line => line.includes('ms median')).map(line => line.slice(0, 24).trim())).toEqual([
    'stances of a holder',
    'stances in a dimension',
    'stances, all',
    'timeline',
    'why a cell',
    'why a claim',
    'changes of a week',
    'matrix',
  ])
})
