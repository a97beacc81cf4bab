// Work that takes long: it tells how far it is, its answer is the one that is given at once, and hanging up stops it.
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTextCoder, type TextCoder } from '../../src/faces/api/coding.js'
import type { Explanation } from '../../src/faces/api/explanation.js'
import { answerLong } from '../../src/faces/api/long-answer.js'
import { answerProblems } from '../../src/faces/api/problem.js'
import type { Progress } from '../../src/faces/api/watch.js'
import { loadKnowledge } from '../../src/knowledge/load.js'
import { addDocuments } from '../../src/store/add.js'
import { closeLedger, initLedger, type Ledger, openLedger } from '../../src/store/ledger.js'
import { codings } from '../web/texts.js'
import { serveFixture } from './serve.js'

const knowledge = loadKnowledge()
const text = Array.from(
  { length: 40 },
  (_, place) => `Spain has yet to recognise Kosovo, its foreign minister said on ${place % 28} March.`,
).join(' ')

let coder: TextCoder
let folder: string
let ledger: Ledger
let server: FastifyInstance
let address: string

beforeAll(async () => {
  coder = await openTextCoder(knowledge, 'fast', [], () => undefined)
  folder = await mkdtemp(join(tmpdir(), 'demarche-long-'))
  await initLedger(folder, Date.now())
  ledger = await openLedger(folder)
  await addDocuments(ledger, codings, knowledge, Date.now())
  server = await serveFixture({ coder, ledger })
  await server.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await server.close()
  await coder.close()
  closeLedger(ledger)
  await rm(folder, { recursive: true, force: true })
})

/** An answer as JSON; what it holds is looked at by the test. */
const json = async (answer: Response): Promise<Record<string, never>> => (await answer.json()) as Record<string, never>

const post = (path: string, body: object, accept: string, signal?: AbortSignal) =>
  fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  })

interface Told {
  readonly name: string
  readonly data: unknown
}
const eventsOf = (stream: string): readonly Told[] =>
  stream
    .trim()
    .split('\n\n')
    .map(event => {
      const [, name = '', data = ''] = /^event: (.+)\ndata: (.+)$/.exec(event) ?? []
      return { name, data: JSON.parse(data) as unknown }
    })

describe('a long text', () => {
  it('is told as it goes, and answered as it would be at once', async () => {
    const streamed = await post('/api/code', { text }, 'text/event-stream')
    expect(streamed.headers.get('content-type')).toContain('text/event-stream')
    expect(streamed.headers.get('content-security-policy')).toContain("default-src 'none'")
    const told = eventsOf(await streamed.text())
    expect(told[0]).toEqual({ name: 'progress', data: { step: 'coding', done: 0, of: 40 } })
    expect(told.slice(0, -1).every(({ name }) => name === 'progress')).toBe(true)
    const atOnce = await (await post('/api/code', { text }, 'application/json')).json()
    expect(told.at(-1)).toEqual({ name: 'answer', data: atOnce })
  })

  it('that is refused on its way is told as a problem', async () => {
    const refused = await post('/api/fetch', { url: 'http://127.0.0.1/' }, 'text/event-stream')
    const told = eventsOf(await refused.text())
    expect(told.at(-1)).toMatchObject({
      name: 'problem',
      data: { status: 403, type: 'urn:demarche:problem:address-private' },
    })
  })

  it('that does not fit its schema is refused before anything begins', async () => {
    expect((await post('/api/code', { text: '' }, 'text/event-stream')).status).toBe(400)
  })

  it('is read no further when the caller hangs up', async () => {
    const told: Progress[] = []
    let end: (how: unknown) => void
    const ended = new Promise<unknown>(resolve => {
      end = resolve
    })
    // Begins only when the caller is gone, so that it is the hanging up that stops it.
    const waiting: TextCoder = {
      ...coder,
      code: async (document, watch) => {
        const { signal } = watch!
        await new Promise(gone => signal.addEventListener('abort', gone, { once: true }))
        const coded = coder.code(document, { signal, tell: progress => told.push(progress) })
        coded.then(end, end)
        return coded
      },
    }
    const other = await serveFixture({ coder: waiting })
    await other.listen({ port: 0, host: '127.0.0.1' })
    const { port } = other.server.address() as AddressInfo
    const caller = new AbortController()
    await fetch(`http://127.0.0.1:${port}/api/code`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ text }),
      signal: caller.signal,
    })
    caller.abort()
    expect(await ended).toMatchObject({ name: 'AbortError' })
    expect(told).toEqual([])
    await other.close()
  })
})

describe('work that takes longer than its route allows', () => {
  it.each(['text/event-stream', 'application/json'])('is stopped, and told as a problem (%s)', async accept => {
    const impatient = Fastify()
    answerProblems(impatient)
    const stopped = new Promise<void>(resolve => {
      impatient.route({
        method: 'GET',
        url: '/long',
        handlerTimeout: 60,
        handler: (request, reply) =>
          answerLong(request, reply, ({ signal }) => {
            signal.addEventListener('abort', () => resolve())
            return new Promise((_, fail) => signal.addEventListener('abort', () => fail(signal.reason)))
          }),
      })
    })
    const answer = await impatient.inject({ url: '/long', headers: { accept } })
    await stopped
    expect(answer.body).toContain('"status":503')
    expect(answer.body).toContain('"remedy"')
    await impatient.close()
  })
})

describe('a ledger read again', () => {
  it('tells of each document, changes nothing unless it is told to, and then says what it took', async () => {
    const streamed = eventsOf(await (await post('/api/recode', {}, 'text/event-stream')).text())
    expect(streamed[0]).toEqual({ name: 'progress', data: { step: 'documents', done: 0, of: codings.length } })
    const { data } = streamed.at(-1) as {
      data: { documents: number; differing: number; cells: number; taken: boolean }
    }
    expect(data).toMatchObject({ documents: codings.length, differing: codings.length, taken: false })
    const cells = async () => (await json(await fetch(`${address}/api/stances`))).total as unknown as number
    const before = await cells()
    const taken = await (await post('/api/recode', { take: true }, 'application/json')).json()
    expect(taken).toMatchObject({ documents: codings.length, differing: codings.length, taken: true })
    expect(await cells()).not.toBe(before)
    const versions = await json(await fetch(`${address}/api/documents?state=superseded`))
    expect(versions.total).toBe(codings.length)
    expect(await (await post('/api/recode', {}, 'application/json')).json()).toMatchObject({ differing: 0, cells: 0 })
  })

  it('is read by one at a time', async () => {
    const answers = await Promise.all([1, 2].map(() => post('/api/recode', {}, 'application/json')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('how a text was read', () => {
  it('names the rules that all but fired, where their trigger stands', async () => {
    const given = {
      text: 'Spain recognised that Kosovo had a point. The brutal regime of Chad, the rebels said, had fled.',
    }
    const { nearMisses, slant } = (await (await post('/api/explain', given, 'application/json')).json()) as Explanation
    const miss = nearMisses.find(({ trigger, rule }) => trigger.exact === 'recognised' && rule.includes('recognise'))
    expect(miss).toMatchObject({ trigger: { start: 6, end: 16 } })
    expect(miss?.reason).not.toBe('')
    expect(slant.loaded.map(({ words }) => words.exact)).toContain('brutal')
    expect(slant.othersShare).toBeGreaterThan(0)
  })

  it('is told of a stored text by its entry, and of no text that is not there', async () => {
    const { documents } = (await (await fetch(`${address}/api/documents?words=honduras`)).json()) as {
      documents: { entry: string }[]
    }
    const told = await post('/api/explain', { entry: documents[0]!.entry }, 'application/json')
    expect(told.status).toBe(200)
    expect((await post('/api/explain', { entry: 'none' }, 'application/json')).status).toBe(404)
  })
})
