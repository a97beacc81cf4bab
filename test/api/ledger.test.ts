// The routes over a ledger, and one question asked of the library, the routes and the tools: every face gives the same answer.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk } from '../../src/faces/api/at-desk.js'
import { addressOf } from '../../src/faces/api/question-routes.js'
import { buildMcpServer, toolNameOf } from '../../src/faces/mcp/server.js'
import { questions } from '../../src/faces/questions/index.js'
import type { Desk, Question } from '../../src/faces/questions/question.js'
import { loadKnowledge } from '../../src/knowledge/load.js'
import { addDocuments } from '../../src/store/add.js'
import { closeLedger, initLedger, type Ledger, openLedger } from '../../src/store/ledger.js'
import { codings, hostileTitle } from '../web/texts.js'
import { fixtureCoder, serveFixture } from './serve.js'

const knowledge = loadKnowledge()
let folder: string
let ledger: Ledger
let server: FastifyInstance

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demarche-api-'))
  await initLedger(folder, Date.now())
  ledger = await openLedger(folder)
  await addDocuments(ledger, codings, knowledge, Date.now())
  server = await serveFixture({ ledger })
})
afterAll(async () => {
  await server.close()
  closeLedger(ledger)
  await rm(folder, { recursive: true, force: true })
})

const desk = (): Desk => ({ ledger, knowledge, now: Date.now() })
const queryOf = (given: object): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(given)) for (const each of [value].flat()) query.append(name, String(each))
  return `?${query}`
}

describe('every face gives the same answer', () => {
  const asked: Readonly<Record<string, object>> = {
    stances: { target: ['taliban'], on: '2021-09-08' },
    matrix: { dimension: 'recognition', on: '2022-06-01' },
    timeline: { holder: 'HND', target: 'TWN' },
    ties: { actor: 'taliban', on: '2021-09-08', limit: 5 },
    actors: { words: 'Honduras' },
    changes: { since: '2021-01-01', until: '2024-01-01', dimension: ['recognition', 'engagement'] },
    why: { about: 'TJK:taliban:recognition', on: '2021-09-08' },
    contradictions: { on: '2021-09-08' },
    inferences: { target: 'taliban', on: '2021-09-08' },
    search: { words: ['recognise', 'Taliban'] },
    documents: { words: 'honduras' },
    review: { limit: 3 },
    agreement: {},
  }
  it('and each question that only asks is put to all of them', () => {
    const asking = Object.values(questions).filter(({ head }) => !head.writes && head.name !== 'export')
    expect(Object.keys(asked).sort()).toEqual(asking.map(({ head }) => head.name).sort())
  })
  it.each(Object.entries(asked))('%s', async (name, given) => {
    const question = questions[name as keyof typeof questions] as unknown as Question
    const library = JSON.parse(JSON.stringify(await question.answer(desk(), question.input.parse(given) as never)))
    const http = await server.inject(`${addressOf(name)}${queryOf(given)}`)
    expect(http.statusCode).toBe(200)
    expect(http.json()).toEqual(library)

    const mcp = buildMcpServer({ version: '0.0.0', coder: fixtureCoder, atDesk: openDesk(ledger, knowledge) })
    const client = new Client({ name: 'test', version: '0' })
    const [near, far] = InMemoryTransport.createLinkedPair()
    await Promise.all([mcp.connect(far), client.connect(near)])
    const tool = await client.callTool({ name: toolNameOf(name), arguments: given as Record<string, unknown> })
    expect(tool.isError).not.toBe(true)
    expect(tool.structuredContent).toEqual(library)
    await client.close()
  })
})

describe('the tools', () => {
  it('are every question and code, and tell a question that cannot be answered as words', async () => {
    const mcp = buildMcpServer({ version: '0.0.0', coder: fixtureCoder, atDesk: openDesk(ledger, knowledge) })
    const client = new Client({ name: 'test', version: '0' })
    const [near, far] = InMemoryTransport.createLinkedPair()
    await Promise.all([mcp.connect(far), client.connect(near)])
    const names = (await client.listTools()).tools.map(({ name }) => name)
    expect(names.sort()).toEqual(['code', ...Object.values(questions).map(({ head }) => toolNameOf(head.name))].sort())
    const missing = await client.callTool({ name: 'why', arguments: { about: 'no-such-claim' } })
    expect(missing.isError).toBe(true)
    expect(JSON.stringify(missing.content)).toContain('no-such-claim')
    await client.close()
  })
})

describe('texts in the ledger', () => {
  it('are kept once', async () => {
    const body = { text: 'Latvia keeps its distance', title: 'A title' }
    const add = () => server.inject({ method: 'POST', url: '/api/add', payload: body })
    const [first, again] = [(await add()).json(), (await add()).json()]
    expect(first).toMatchObject({ added: true, claims: 5 })
    expect(again).toMatchObject({ added: false, entry: first.entry })
    const stored = (await server.inject(`/api/documents/${first.entry}`)).json()
    for (const { quote } of stored.reading.claims)
      expect(stored.reading.text.slice(quote.start, quote.end)).toBe(quote.exact)
  })
  it('that are not there are a problem', async () => {
    for (const url of ['/api/documents/none', '/api/examples/none', '/api/why?about=none'])
      expect((await server.inject(url)).statusCode, url).toBe(404)
  })
  it('come out as a file with a name', async () => {
    const file = await server.inject('/api/export?format=tracker&target=taliban')
    expect(file.statusCode).toBe(200)
    expect(file.headers['content-disposition']).toBe('attachment; filename="demarche-tracker.csv"')
    expect(file.body).toContain('Tajikistan')
    const parquet = await server.inject('/api/export?format=parquet')
    expect(parquet.rawPayload.subarray(0, 4).toString()).toBe('PAR1')
  })
  it('make a feed in which markup stands as text', async () => {
    const feed = await server.inject('/changes.atom')
    expect(feed.headers['content-type']).toContain('application/atom+xml')
    expect(feed.body).toMatch(/<entry><id>urn:demarche:change:/)
    expect(feed.body).not.toContain(hostileTitle)
    expect(feed.body).not.toContain('<script')
  })
})

describe('questions that come at once', () => {
  it('are each answered whole', async () => {
    const ask = (url: string) => server.inject(url).then(answer => answer.json())
    const urls = ['recognition', 'engagement', 'material'].map(
      dimension => `/api/matrix?dimension=${dimension}&on=2024-01-01`,
    )
    const alone = []
    for (const url of urls) alone.push(await ask(url))
    for (let round = 0; round < 5; round++) expect(await Promise.all(urls.map(ask))).toEqual(alone)
    expect(alone.every(({ cells }) => cells.length > 0)).toBe(true)
  })
})

describe('without a ledger', () => {
  it('texts are coded and every question says what to do', async () => {
    const bare = await serveFixture()
    const answer = await bare.inject('/api/matrix')
    expect(answer.statusCode).toBe(404)
    expect(answer.json()).toMatchObject({ type: 'urn:demarche:problem:ledger-none' })
    expect((await bare.inject('/api/about')).json().ledger).toBe(false)
    await bare.close()
  })
})

describe('whatever is asked', () => {
  const gets = Object.values(questions).filter(({ head }) => !head.writes)
  const odd = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      "'",
      "' OR 1=1 --",
      '0',
      '-1',
      '1e9',
      '99999999999999999999',
      '2021-02-30',
      '9999-12-31',
      '0001-01-01',
      '\u0000',
      '__proto__',
      'a:b:force',
      'true',
      '%',
    ),
  )
  it.each(['/api/why?about=%00', '/api/stances?holder=a%00', '/api/search?words=%00b'])(
    '%s is refused: no text holds U+0000',
    async url => {
      const open = await serveFixture({ ledger })
      const answer = await open.inject({ url })
      expect(answer.statusCode).toBe(400)
      expect(answer.json().detail).toContain('U+0000')
      await open.close()
    },
  )
  it('no query is met with an error of ours', async () => {
    const open = await serveFixture({ ledger })
    await fc.assert(
      fc.asyncProperty(
        fc
          .constantFrom(...gets)
          .chain(({ head }) =>
            fc.tuple(
              fc.constant(head.name),
              fc.dictionary(fc.constantFrom(...Object.keys(head.fields), 'other'), odd, { maxKeys: 4 }),
            ),
          ),
        async ([name, given]) => {
          const answer = await open.inject({ url: `${addressOf(name)}${queryOf(given)}` })
          expect(answer.statusCode, `${name} ${JSON.stringify(given)} ${answer.body.slice(0, 200)}`).toBeLessThan(500)
          if (answer.statusCode >= 400) expect(answer.headers['content-type']).toContain('application/problem+json')
        },
      ),
      { numRuns: 250 },
    )
    await open.close()
  }, 180_000)
})
