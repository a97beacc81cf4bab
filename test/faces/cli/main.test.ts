import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../../src/faces/cli/context.js'
import { main } from '../../../src/faces/cli/main.js'

const gather = () => {
  let words = ''
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      words += chunk
      done()
    },
  })
  return { stream, words: () => words }
}

const demarche = async (words: readonly string[], more: Partial<Context> & { stdin?: string } = {}) => {
  const output = gather()
  const errors = gather()
  const status = await main(words, {
    input: Readable.from(Buffer.from(more.stdin ?? '')),
    output: output.stream,
    errors: errors.stream,
    outputIsTerminal: false,
    errorsAreTerminal: false,
    colour: false,
    width: 100,
    ...more,
  })
  return { status, output: output.words(), errors: errors.words() }
}

let folder: string
let first: string
let second: string
const words = [
  'Pakistan recognised the Taliban government in 1997. France condemned the decision of Pakistan on Monday.',
  'China sent aid to Sudan. Kenya and Somalia signed a treaty in Nairobi.',
]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demarche-'))
  first = join(folder, 'first.txt')
  second = join(folder, 'second.txt')
  await writeFile(first, words[0]!)
  await writeFile(second, words[1]!)
})

describe('the command line', () => {
  it('prints its version and a help that shows examples', async () => {
    expect((await demarche(['--version'])).output).toMatch(/^\d+\.\d+\.\d+\n$/)
    const help = await demarche(['code', '--help'])
    expect(help.status).toBe(0)
    for (const flag of [
      '--format',
      '--out',
      '--date',
      '--publisher',
      '--metadata',
      '--actors',
      '--parser',
      '--workers',
    ])
      expect(help.output).toContain(flag)
    expect(help.output).toContain('Examples:')
  })

  it.each([
    [['code']],
    [['code', 'x', '--format', 'xml']],
    [['code', 'x', '--date', '2021-02-30']],
    [['code', 'x', '--workers', '0']],
    [['code', 'x', '--parser', 'best']],
    [['bless']],
  ])('does not understand %j: status 2, a reason, no output', async line => {
    const { status, output, errors } = await demarche(line)
    expect(status).toBe(2)
    expect(output).toBe('')
    expect(errors).not.toBe('')
  })
})

describe('demarche code', () => {
  it('prints JSON Lines where its output is piped, and nothing on standard error', async () => {
    const { status, output, errors } = await demarche(['code', first, second, '--date', '2024-06-14'])
    expect({ status, errors }).toEqual({ status: 0, errors: '' })
    const lines = output
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(lines.map(line => line.document.name)).toEqual(['first', 'second'])
    expect(lines.map(line => line.document.publishedOn)).toEqual(['2024-06-14', '2024-06-14'])
    for (const [index, line] of lines.entries())
      for (const claim of line.claims)
        expect(words[index]!.slice(claim.quote.start, claim.quote.end)).toBe(claim.quote.exact)
  })

  it('prints a table on a terminal and no colour unless there may be', async () => {
    const { output } = await demarche(['code', first, '--date', '2024-06-14'], { outputIsTerminal: true })
    expect(output).toContain('14 June 2024')
    expect(output).not.toContain('\u001b')
  })

  it('writes to --out, and says when it cannot', async () => {
    const out = join(folder, 'out.csv')
    const done = await demarche(['code', first, '--date', '2024-06-14', '--format', 'csv', '--out', out])
    expect(done).toEqual({ status: 0, output: '', errors: '' })
    expect(await readFile(out, 'utf8')).toMatch(/^document,/)
    const failed = await demarche(['code', first, '--out', join(folder, 'no', 'such', 'folder')])
    expect(failed.status).toBe(2)
    expect(failed.errors).toContain('--out')
  })

  it('refuses a faulty file of actors with its line', async () => {
    const actors = join(folder, 'actors.yml')
    await writeFile(actors, '- id: newland\n  name: Newland\n  kind: realm\n')
    const { status, errors } = await demarche(['code', first, '--actors', actors])
    expect(status).toBe(2)
    expect(errors).toMatch(/actors\.yml:\d+: .*kind/)
  })

  it('knows the analyst’s own actors', async () => {
    const actors = join(folder, 'own.yml')
    const text = join(folder, 'own.txt')
    await writeFile(actors, '- id: newland\n  name: Newland\n  kind: state\n  names: [Newland]\n')
    await writeFile(text, 'France condemned Newland on Monday.')
    const line = ['code', text, '--date', '2024-06-14']
    expect((await demarche(line)).output).not.toContain('"newland"')
    expect((await demarche([...line, '--actors', actors])).output).toContain('"newland"')
  })

  it('reads standard input', async () => {
    const { status, output } = await demarche(['code', '-', '--date', '2024-06-14'], { stdin: words[0]! })
    expect(status).toBe(0)
    expect(JSON.parse(output).claims.length).toBeGreaterThan(0)
  })
})

describe('demarche explain', () => {
  it('shows every step', async () => {
    const { status, output } = await demarche(['explain', 'Spain has yet to recognise Kosovo.'])
    expect(status).toBe(0)
    for (const title of ['Tokens', 'Tree', 'Mentions', 'Frames', 'Rules that fired', 'Near misses', 'Claims'])
      expect(output).toContain(title)
    expect(output).toContain('Spain does not recognise Kosovo')
  })
})
