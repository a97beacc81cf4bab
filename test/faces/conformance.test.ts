// One question asked of the library, the command line, the routes and the tools: every face gives the same answer.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk } from '../../src/faces/api/at-desk.js'
import { openTextCoder, type TextCoder } from '../../src/faces/api/coding.js'
import { addressOf } from '../../src/faces/api/question-routes.js'
import { main } from '../../src/faces/cli/main.js'
import { buildMcpServer, toolNameOf } from '../../src/faces/mcp/server.js'
import type { Field } from '../../src/faces/questions/fields.js'
import { questions } from '../../src/faces/questions/index.js'
import type { Question } from '../../src/faces/questions/question.js'
import { codeDocument, documentOf, loadKnowledge, loadParser, openDemarche } from '../../src/index.js'
import { addDocuments } from '../../src/store/add.js'
import { closeLedger, initLedger, type Ledger, openLedger } from '../../src/store/ledger.js'
import { serveFixture } from '../api/serve.js'
import { codings } from '../web/texts.js'

const knowledge = loadKnowledge()
let folder: string
let ledger: Ledger
let coder: TextCoder
let server: FastifyInstance
let tools: Client

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demarche-faces-'))
  await initLedger(folder, Date.now())
  ledger = await openLedger(folder)
  await addDocuments(ledger, codings, knowledge, Date.now())
  coder = await openTextCoder(knowledge, 'fast', [], () => undefined)
  server = await serveFixture({ ledger, coder })
  tools = new Client({ name: 'test', version: '0' })
  const [near, far] = InMemoryTransport.createLinkedPair()
  const mcp = buildMcpServer({ version: '0.0.0', coder, atDesk: openDesk(ledger, knowledge) })
  await Promise.all([mcp.connect(far), tools.connect(near)])
})
afterAll(async () => {
  await tools.close()
  await server.close()
  await coder.close()
  closeLedger(ledger)
  await rm(folder, { recursive: true, force: true })
})

type Given = Readonly<Record<string, unknown>>

const queryOf = (given: Given): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(given)) for (const each of [value].flat()) query.append(name, String(each))
  return `?${query}`
}

/** The command line that asks the same: words in their places, the rest as flags. */
const commandOf = (name: string, fields: Readonly<Record<string, Field>>, given: Given): readonly string[] => {
  const valuesOf = (field: string) => [given[field]].flat().map(String)
  const asked = Object.keys(given)
  const placed = asked
    .filter(field => fields[field]!.word !== undefined)
    .sort((one, other) => fields[one]!.word! - fields[other]!.word!)
  const flags = asked.filter(field => !placed.includes(field)).flatMap(field => [`--${field}`, ...valuesOf(field)])
  return [name, ...placed.flatMap(valuesOf), ...flags]
}

const command = async (words: readonly string[]): Promise<string> => {
  let output = ''
  let errors = ''
  const gather = (take: (chunk: unknown) => void) =>
    new Writable({
      write: (chunk, _encoding, done) => {
        take(chunk)
        done()
      },
    })
  const status = await main(words, {
    input: Readable.from([]),
    output: gather(chunk => {
      output += chunk
    }),
    errors: gather(chunk => {
      errors += chunk
    }),
    outputIsTerminal: false,
    errorsAreTerminal: false,
    colour: false,
    width: 100,
  })
  expect(status, errors).toBe(0)
  return output
}

const asked: Readonly<Record<string, Given>> = {
  stances: { target: ['taliban'], on: '2021-09-08' },
  matrix: { dimension: 'recognition', on: '2022-06-01', order: 'name', columns: 3 },
  turns: { dimension: ['recognition'], on: '2024-01-01' },
  timeline: { holder: 'HND', target: 'TWN' },
  ties: { actor: 'taliban', on: '2021-09-08', limit: 5 },
  actors: { words: 'Honduras', on: '2021-09-08' },
  changes: { since: '2021-01-01', until: '2024-01-01', dimension: ['recognition', 'engagement'] },
  why: { about: 'TJK:taliban:recognition', on: '2021-09-08' },
  contradictions: { on: '2021-09-08' },
  inferences: { target: 'taliban', on: '2021-09-08' },
  search: { words: ['recognise', 'Taliban'] },
  documents: { words: 'honduras' },
  review: { limit: 3, by: 'doubt' },
  agreement: {},
}

describe('every face gives the same answer', () => {
  it('and each question that only asks is put to all of them', () => {
    const asking = Object.values(questions).filter(({ head }) => !head.writes && head.name !== 'export')
    expect(Object.keys(asked).sort()).toEqual(asking.map(({ head }) => head.name).sort())
  })

  it.each(Object.entries(asked))('%s', async (name, given) => {
    const question = questions[name as keyof typeof questions] as unknown as Question
    const desk = { ledger, knowledge, now: Date.now() }
    const library = JSON.parse(JSON.stringify(await question.answer(desk, question.input.parse(given) as never)))

    const http = await server.inject(`${addressOf(name)}${queryOf(given)}`)
    expect(http.statusCode).toBe(200)
    expect(http.json()).toEqual(library)

    const tool = await tools.callTool({ name: toolNameOf(name), arguments: given })
    expect(tool.isError).not.toBe(true)
    expect(tool.structuredContent).toEqual(library)

    const line = [...commandOf(name, question.head.fields, given), '--format', 'json', '--ledger', folder]
    expect(JSON.parse(await command(line))).toEqual(library)
  })

  it('export, to the byte', async () => {
    const given = { format: 'csv' as const, target: ['taliban'], on: '2021-09-08' }
    const { exported } = await import('../../src/faces/questions/export.js')
    const desk = { ledger, knowledge, now: Date.now() }
    const { body } = await exported.answer(desk, exported.input.parse(given))
    expect((await server.inject(`/api/export${queryOf(given)}`)).body).toBe(body)
    const tool = await tools.callTool({ name: 'export', arguments: given })
    expect(tool.structuredContent).toMatchObject({ body })
    expect(await command(['export', 'csv', '--target', 'taliban', '--on', '2021-09-08', '--ledger', folder])).toBe(body)
  })

  it('the coding of a text, to the ids of its claims', async () => {
    const text = 'Canada had no plans to recognise the Taliban, it said in August. Qatar met the Taliban on Sunday.'
    const given = { text, title: 'Text', publishedOn: '2021-09-13' }
    const demarche = openDemarche(knowledge, await loadParser({ tier: 'fast' }))
    const { claims } = await codeDocument(documentOf({ ...given, name: 'text' }), demarche)
    await demarche.parser.close()
    expect(claims.length).toBeGreaterThan(1)
    const library = JSON.parse(JSON.stringify(claims))

    const http = await server.inject({ method: 'POST', url: '/api/code', payload: given })
    expect(http.json().claims).toEqual(library)

    const { structuredContent } = await tools.callTool({ name: 'code', arguments: given })
    const told = (structuredContent as { claims: Record<string, unknown>[] }).claims
    expect(told.map(({ says: _, ...claim }) => claim)).toEqual(library)

    const file = join(folder, 'given.jsonl')
    await writeFile(file, JSON.stringify({ ...given, name: 'text' }))
    const line = ['code', file, '--format', 'jsonl', '--parser', 'fast']
    expect(JSON.parse(await command(line)).claims).toEqual(library)
  })
})

describe('the tools', () => {
  it('are every question and code, and tell a question that cannot be answered as words', async () => {
    const names = (await tools.listTools()).tools.map(({ name }) => name)
    expect(names.sort()).toEqual(
      ['code', 'explain', ...Object.values(questions).map(({ head }) => toolNameOf(head.name))].sort(),
    )
    const missing = await tools.callTool({ name: 'why', arguments: { about: 'no-such-claim' } })
    expect(missing.isError).toBe(true)
    expect(JSON.stringify(missing.content)).toContain('no-such-claim')
  })

  it('give a quotation and a citation with each claim', async () => {
    const { structuredContent } = await tools.callTool({
      name: 'why',
      arguments: { about: 'TJK:taliban:recognition', on: '2021-09-08' },
    })
    const [evidence] = (structuredContent as { evidence: { quote: { exact: string }; citation: string }[] }).evidence
    expect(evidence!.quote.exact).toBe('Tajikistan will not recognise the Taliban')
    expect(evidence!.citation).toContain('Neighbours and the Taliban')
  })

  it('explain a text: what all but fired, and who uses which words', async () => {
    const { structuredContent } = await tools.callTool({
      name: 'explain',
      arguments: { text: 'The brutal regime of Chad, said Niger, met its match.' },
    })
    expect(structuredContent).toMatchObject({ slant: { loaded: expect.any(Array) } })
  })
})
