// The routes over a ledger: keeping, reading again, taking away, and reading anew with another coder.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/load.js'
import { addDocuments } from '../../src/store/add.js'
import { closeLedger, initLedger, type Ledger, openLedger } from '../../src/store/ledger.js'
import { codings, hostileTitle } from '../web/texts.js'
import { serveFixture } from './serve.js'

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
