// The ledger's commands as a person types them: what they print, what they refuse, and that reading a text never loads the store.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Command } from 'commander'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Context, UsageError } from '../../src/faces/cli/context.js'
import { registerLedgerCommands } from '../../src/faces/cli/ledger.js'
import { renderAnswer } from '../../src/faces/cli/ledger-tables.js'
import { heads } from '../../src/faces/questions/heads.js'
import { runLine } from './command-line.js'
import { dispatches } from './ledger-desk.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('from an empty folder to a matrix, a reason and an export', { timeout: 120_000 }, async () => {
  const ledger = ['--ledger', join(folder, 'ledger')]
  await expect(runLine(['stances', ...ledger])).rejects.toThrow(UsageError)
  expect((await runLine(['init', join(folder, 'ledger')])).out).toContain('An empty ledger is in')
  await expect(runLine(['init', join(folder, 'ledger')])).rejects.toThrow('ledger-there')
  expect((await runLine(['matrix', ...ledger], true)).out).toContain('Nothing was found')

  const file = join(folder, 'coded.jsonl')
  await writeFile(file, dispatches.map(({ coded }) => `${JSON.stringify(coded)}\n`).join(''))
  expect((await runLine(['add', file, '--coded', ...ledger], true)).out).toBe('Added 6 documents with 11 claims.\n')
  expect((await runLine(['add', file, '--coded', ...ledger], true)).out).toBe(
    'Added 0 documents with 0 claims; 6 were there already.\n',
  )

  const matrix = await runLine(['matrix', '--on', '2025-12-31', ...ledger], true)
  expect(matrix.out).toContain('recognition, as of 2025-12-31')
  expect(matrix.out).toMatch(/Russia +▲/)
  expect(matrix.out).toMatch(/Tajikistan +▼\?/)
  expect(
    JSON.parse((await runLine(['stances', '--holder', 'Russia', '--dimension', 'material', ...ledger])).out),
  ).toMatchObject({
    total: 1,
    stances: [{ holder: 'RUS', direction: '+' }],
  })
  const why = await runLine(['why', 'RUS:taliban:recognition', ...ledger], true)
  expect(why.out).toContain('“Russia recognised the Taliban government on 3 July 2025.”')
  expect(why.out).toContain('https://news.example/moscow-2025')

  const table = join(folder, 'tracker.csv')
  await runLine(['export', 'tracker', '--out', table, ...ledger])
  expect(await readFile(table, 'utf8')).toContain('Country,Position,Since')
  expect((await runLine(['doctor', ...ledger], true)).out).toBe('6 documents, 11 claims in 1 segment: all is well.\n')
  await expect(runLine(['stances', '--on', 'yesterday', ...ledger])).rejects.toThrow('--on')
})

test('what cannot be read or written is told in one line, and the rest is kept', { timeout: 120_000 }, async () => {
  const ledger = ['--ledger', join(folder, 'troubled')]
  await runLine(['init', join(folder, 'troubled')])
  const missing = await runLine(['add', join(folder, 'missing.txt'), ...ledger])
  expect(missing.status).toBe(1)
  expect(missing.errors).toMatch(/missing\.txt: there is no such file\n$/)
  expect(JSON.parse(missing.out)).toMatchObject({ added: 0, faults: 1 })

  const file = join(folder, 'mixed.jsonl')
  const good = dispatches.slice(0, 2).map(({ coded }) => JSON.stringify(coded))
  await writeFile(file, [good[0], 'no json', '{"document": {}}', good[1]].join('\n'))
  await writeFile(`${file}.gz`, gzipSync(good[1]!).subarray(0, 40))
  const mixed = await runLine(['add', file, `${file}.gz`, join(folder, 'gone.jsonl'), '--coded', ...ledger])
  expect(mixed.status).toBe(1)
  expect(mixed.errors.split('\n').map(line => line.replace(`${folder}/`, ''))).toEqual([
    expect.stringMatching(/^mixed\.jsonl:2: is no JSON/),
    expect.stringMatching(/^mixed\.jsonl:3: is no coded document/),
    expect.stringMatching(/^mixed\.jsonl\.gz: cannot be read/),
    expect.stringMatching(/^gone\.jsonl: cannot be read: ENOENT/),
    '',
  ])
  expect(JSON.parse(mixed.out)).toMatchObject({ added: 2, faults: 4 })
  await expect(runLine(['export', 'csv', '--out', join(folder, 'no', 'such', 'x.csv'), ...ledger])).rejects.toThrow(
    /--out .*cannot be written: ENOENT/,
  )
})

test.each([
  [['claim', 'add'], '--holder is needed: whose stance'],
  [['stances', '--dimension', 'colour'], '--dimension: “colour” is none of recognition'],
  [['stances', '--on', 'yesterday'], '--on: “yesterday” is no day; write it as 2021-09-08'],
  [['stances', '--confidence', '3'], '--confidence: 3 is not between 0 and 1'],
  [['stances', '--limit', '-1'], '--limit: -1 is no whole number from 0 to 10,000'],
  [['export', 'xls'], 'format: “xls” is none of csv'],
  [['changes', '--since', '2025-01-01', '--until', '2024-01-01'], 'since (2025-01-01) is later than until'],
])('%j is answered with what would do', async (line, message) => {
  await expect(runLine([...line, '--ledger', join(folder, 'ledger')])).rejects.toThrow(message)
})

test('every question has its command, with its summary and an example in its help', () => {
  const program = new Command('demarche')
  registerLedgerCommands(program, {} as Context, () => undefined)
  const claim = program.commands.find(command => command.name() === 'claim')!
  for (const head of Object.values(heads)) {
    const command =
      head.name === 'claim add' ? claim.commands[0] : program.commands.find(each => each.name() === head.name)
    expect(command?.description()).toBe(head.summary)
    expect(head.examples.length).toBeGreaterThan(0)
    for (const field of Object.keys(head.fields))
      expect(
        command!.options.some(option => option.attributeName() === field) ||
          command!.registeredArguments.some(argument => argument.name() === field),
      ).toBe(true)
  }
})

test('words of a document never reach the terminal as control characters', () => {
  const out = renderAnswer(
    'documents',
    {
      total: 1,
      offset: 0,
      limit: 10,
      withdrawals: [],
      documents: [
        {
          entry: 'e',
          name: 'a\u001b[2Jb\u0007',
          title: null,
          url: null,
          publisher: '\u001b]0;x\u0007',
          publishedOn: null,
          state: 'live',
          addedAt: '2026-01-01T00:00:00.000Z',
          claims: 0,
          coder: 'c',
        },
      ],
    },
    { width: 100, colour: false },
  )
  expect(out).not.toMatch(/[^\P{Cc}\n]/u)
})
