// The command as a person starts it: bin/demarche in a process of its own.
import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))

const demarche = (words: readonly string[]) =>
  new Promise<{ status: number; output: string; errors: string }>(resolve => {
    const options = { cwd: root, maxBuffer: 64 * 1024 * 1024 }
    execFile(process.execPath, [join(root, 'bin/demarche'), ...words], options, (error, output, errors) => {
      resolve({ status: error === null ? 0 : Number(error.code), output, errors })
    })
  })

const examples = ['kosovo-serbia.txt', 'red-sea.txt', 'niger-sanctions.md', 'lithuania-taiwan.html'].map(file =>
  join(root, 'examples', file),
)

it('gives the same bytes for one worker and two, and a second time', async () => {
  const line = ['code', ...examples, '--date', '2024-06-14']
  const one = await demarche(line)
  expect(one.errors).toBe('')
  expect(one.output.trimEnd().split('\n')).toHaveLength(examples.length)
  expect((await demarche([...line, '--workers', '2'])).output).toBe(one.output)
  expect((await demarche([...line, '--workers', '2'])).output).toBe(one.output)
}, 120_000)

it('tells of a missing file, codes the rest, and ends with status 1', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'demarche-'))
  const good = join(folder, 'good.txt')
  await writeFile(good, 'France condemned the attack of Mali on Niger on Monday, 10 June 2024.')
  const { status, output, errors } = await demarche(['code', join(folder, 'missing.txt'), good, '--date', '2024-06-14'])
  expect(status).toBe(1)
  expect(errors).toContain('missing.txt')
  expect(errors.trimEnd().split('\n')).toHaveLength(1)
  expect(
    output
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line).document.name),
  ).toContain('good')
}, 60_000)

it('carries attributions and slant beside the claims where they are asked for', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'demarche-'))
  const file = join(folder, 'said.txt')
  await writeFile(file, 'The French president said that Mali had attacked Niger. Reportedly, Chad will recognise Mali.')
  const plain = await demarche(['code', file, '--date', '2024-06-14'])
  const full = await demarche(['code', file, '--date', '2024-06-14', '--attributions', '--slant'])
  const { attributions, slant, ...rest } = JSON.parse(full.output)
  expect(`${JSON.stringify(rest)}\n`).toBe(plain.output)
  const [said] = attributions
  expect(said.speaker).toMatchObject({ id: 'FRA' })
  expect(said).toMatchObject({ voice: true, cue: { exact: 'said' }, source: { exact: 'The French president' } })
  expect(said.content.map(({ exact }: { exact: string }) => exact)).toEqual(['that Mali had attacked Niger'])
  expect(slant.quoted[0]).toMatchObject({ speaker: 'FRA', attributions: 1 })
  const refused = await demarche(['code', file, '--attributions', '--format', 'csv'])
  expect(refused).toMatchObject({ status: 2, output: '' })
  expect(refused.errors).toContain('--attributions goes with --format jsonl')
}, 60_000)
