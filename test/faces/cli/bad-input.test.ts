// Whatever stands among the inputs, the command says one clear thing about it, codes the rest, and its memory stays bounded.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const heapMegabytes = 600

const code = (files: readonly string[], node: readonly string[] = []) =>
  new Promise<{ status: number; names: readonly string[]; errors: readonly string[] }>(resolve => {
    const words = [...node, join(root, 'bin/demarche'), 'code', ...files, '--date', '2024-06-14', '--parser', 'fast']
    const options = { cwd: root, maxBuffer: 512 * 1024 * 1024 }
    execFile(process.execPath, words, options, (error, output, errors) => {
      const lines = output.split('\n').filter(line => line !== '')
      resolve({
        status: error === null ? 0 : Number(error.code),
        names: lines.map(line => JSON.parse(line).document.name),
        errors: errors.split('\n').filter(line => line !== ''),
      })
    })
  })

const sentence = 'France condemned the attack of Mali on Niger.'
let folder: string
let good: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demarche-'))
  good = join(folder, 'good.txt')
  await writeFile(good, sentence)
})

const files: readonly (readonly [string, string | Buffer])[] = [
  ['empty.txt', ''],
  ['binary.txt', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7) % 256))],
  [
    'invalid.txt',
    Buffer.concat([Buffer.from(`${sentence} `), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from(' in Mali.')]),
  ],
  ['short.txt.gz', gzipSync(sentence.repeat(200)).subarray(0, 60)],
  ['lines.jsonl', `{"name": "one", "text": "${sentence}"}\nnot json\n{"name": "three", "text": "${sentence}"}\n`],
]

describe('an input that cannot be read', () => {
  it.each(files)(
    '%s: one message, the others coded, status 1',
    async (name, content) => {
      const bad = join(folder, name)
      await writeFile(bad, content)
      const { status, names, errors } = await code([bad, good])
      expect(errors, errors.join('\n')).toHaveLength(1)
      expect(errors[0]).toContain(name)
      expect(names).toContain('good')
      expect(status).toBe(1)
    },
    60_000,
  )

  it('names the line of a JSON Lines file that is not JSON, and reads the lines around it', async () => {
    const bad = join(folder, 'lines.jsonl')
    const { names, errors } = await code([bad])
    expect(errors[0]).toMatch(/lines\.jsonl:2: /)
    expect(names).toEqual(expect.arrayContaining(['one', 'three']))
  }, 60_000)

  it('a directory and a missing file', async () => {
    const directory = join(folder, 'folder.txt')
    await mkdir(directory)
    const { status, names, errors } = await code([directory, join(folder, 'missing.txt'), good])
    expect(errors).toHaveLength(2)
    expect(names).toContain('good')
    expect(status).toBe(1)
  }, 60_000)
})

describe('an input out of all proportion', () => {
  const heap = [`--max-old-space-size=${heapMegabytes}`]

  it('a line of 50 MB', async () => {
    const bad = join(folder, 'long.jsonl')
    await writeFile(
      bad,
      `{"name": "long", "text": "${'a'.repeat(50 * 1024 * 1024)}"}\n{"name": "next", "text": "${sentence}"}\n`,
    )
    const { status, names, errors } = await code([bad, good], heap)
    expect(errors, errors.join('\n')).toHaveLength(1)
    expect(errors[0]).toContain('long.jsonl')
    expect(names).toContain('good')
    expect(status).toBe(1)
  }, 120_000)

  it('a sentence of a million words', async () => {
    const bad = join(folder, 'million.txt')
    await writeFile(bad, `Mali ${'and Niger '.repeat(500_000)}.`)
    const { status, names } = await code([bad, good], heap)
    expect(names).toContain('good')
    expect(status).toBe(1)
  }, 300_000)

  it('HTML nested a hundred thousand deep', async () => {
    const bad = join(folder, 'deep.html')
    await writeFile(bad, `<html><body>${'<div>'.repeat(100_000)}<p>${sentence}</p></body></html>`)
    const { names } = await code([bad, good], heap)
    expect(names).toContain('good')
  }, 120_000)
})
