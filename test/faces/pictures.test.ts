// What README shows of a terminal is what the command prints.
import { expect, test } from 'vitest'
import { takePictures } from './pictures.js'

test('README’s pictures of the demo ledger are true (npm run golden takes them anew)', {
  timeout: 120_000,
}, async () => {
  const { before, after, taken } = await takePictures()
  expect(taken).toBe(3)
  expect(before).toBe(after)
})
