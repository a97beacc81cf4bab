import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Demarche, openDemarche } from '../../../src/demarche.js'
import { loadKnowledge } from '../../../src/knowledge/load.js'
import { loadParser } from '../../../src/syntax/load.js'
import { exampleFiles, goldenFolder, goldenOf } from '../golden.js'

const files = await exampleFiles()
let demarche: Demarche

beforeAll(async () => {
  demarche = openDemarche(loadKnowledge(), await loadParser({ tier: 'accurate' }))
})
afterAll(() => demarche.parser.close())

it('there are examples, and no golden file without one', async () => {
  expect(files.length).toBeGreaterThanOrEqual(10)
  const names = new Set(files.map(file => file.replace(/\..*$/, '')))
  for (const golden of await readdir(goldenFolder)) expect(names).toContain(golden.replace(/\..*$/, ''))
})

it.each(files)('%s is read as it was (npm run golden rewrites)', async file => {
  for (const [name, content] of await goldenOf(file, demarche))
    expect(content, name).toBe(await readFile(join(goldenFolder, name), 'utf8'))
})

it('the README shows a claim as it is coded', async () => {
  const readme = await readFile(join(goldenFolder, '../../README.md'), 'utf8')
  const shown = JSON.parse(/```json\n(.*?)```/s.exec(readme)![1]!)
  const [line] = (await readFile(join(goldenFolder, 'taliban-recognition.jsonl'), 'utf8')).split('\n')
  const claims: readonly { readonly quote: { readonly start: number } }[] = JSON.parse(line!).claims
  expect(claims.find(claim => claim.quote.start === shown.quote.start)).toMatchObject(shown)
})
