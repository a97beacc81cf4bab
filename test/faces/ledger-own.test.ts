// A ledger's own actors.yml and rules/: they extend what the product knows, are held to its form and to their own examples, and stored
// texts are read anew with them.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/load.js'
import { readOwnKnowledge } from '../../src/knowledge/own.js'
import { runLine } from './command-line.js'

// A busy machine takes its time; nothing here waits for anything.
vi.setConfig({ testTimeout: 120_000 })

const product = loadKnowledge()
let folder: string
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'ledger-')), 'desk')
  await mkdir(join(folder, 'rules'), { recursive: true })
})
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }))

const rule = (over = '') => `relation: ghost
triggers: {verb: [ghost]}
rules:
  - name: ghost
    who: subject
    whom: object
    needs: whom
    gives: {event: REJECT, cameo: "120", contexts: [diplomatic], positions: [engagement-]}
    examples:
      - {text: France ghosted Mali on Monday., who: FRA, whom: MLI, positions: [FRA MLI engagement-]}
    never:
      - The minister of France ghosted on Monday.
${over}`
const newland = '- {id: newland, name: Newland, kind: state, names: [Newland]}\n'
const put = (name: string, text: string) => writeFile(join(folder, name), text)
const read = () => readOwnKnowledge({ actors: join(folder, 'actors.yml'), rules: join(folder, 'rules') }, product)

test('nothing there is nothing known; an empty file of actors too', async () => {
  expect(read()).toEqual({ actors: [], rules: [] })
  await put('actors.yml', '# none yet\n')
  expect(read()).toEqual({ actors: [], rules: [] })
})

test.each([
  ['actors.yml', '- {id: newland, name: Newland, kind: realm}\n', /actors\.yml:1: 0\.kind: /],
  ['rules/a.yml', rule('    colour: red\n'), /a\.yml:\d+: rules\.0: .*colour/],
  ['rules/a.yml', rule().replace('who: subject', 'who: "@nobody"'), /a\.yml:5: @nobody in who is no list of paths/],
  ['rules/a.yml', rule().replace('who: subject', 'who: sideways'), /"sideways" in who is no role/],
  ['rules/a.yml', rule().replaceAll('ghost', 'recognise'), /a\.yml:4: the name recognise\/recognise is taken/],
  ['rules/a.yml', 'relation: [\n', /a\.yml:\d+: /],
])('%s that does not fit is refused with file, line and remedy', async (name, text, message) => {
  await put(name, text)
  expect(read).toThrow(message)
})

test('texts are read with them, the doctor holds the rules to their examples, and stored texts are read anew', async () => {
  const ledger = ['--ledger', folder]
  const file = join(folder, '../a.txt')
  await writeFile(file, 'France ghosted Mali on Monday. Newland condemned Mali on Tuesday.')
  await runLine(['init', folder])
  await runLine(['add', file, '--date', '2024-06-14', ...ledger])
  expect(JSON.parse((await runLine(['stances', ...ledger])).out).stances).toEqual([])

  await put('actors.yml', newland)
  await put(
    'rules/ghost.yml',
    rule().replace('France ghosted Mali on Monday., who', 'France avoided Mali on Monday., who'),
  )
  const faulty = await runLine(['doctor', ...ledger], true)
  expect(faulty.status).toBe(1)
  expect(faulty.out).toContain(
    'own-rule: ghost/ghost, example “France avoided Mali on Monday.”: the rule does not fire',
  )
  await put('rules/ghost.yml', rule())
  expect((await runLine(['doctor', ...ledger], true)).out).toContain('all is well')

  const shown = await runLine(['recode', ...ledger], true)
  expect(shown.out).toContain('France toward Mali: – → ▼ engagement')
  expect(shown.out).toContain('new, by rule ghost/ghost: “France ghosted Mali on Monday”')
  expect(shown.out).toContain('Nothing was written')
  expect(JSON.parse((await runLine(['stances', ...ledger])).out).stances).toEqual([])
  await runLine(['recode', '--take', ...ledger])
  const { stances } = JSON.parse((await runLine(['stances', ...ledger])).out)
  expect(stances).toMatchObject([
    { holderName: 'France', target: 'MLI', direction: '-' },
    { holder: 'newland', holderName: 'Newland', direction: '-' },
  ])
  const { evidence } = JSON.parse((await runLine(['why', stances[0].evidence[0], ...ledger])).out)
  expect(evidence[0].coder).toMatch(/ \/ own [0-9a-f]{8}$/)
})
