import { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixtureCoder, serveFixture } from './serve.js'

let server: FastifyInstance
beforeAll(async () => {
  server = await serveFixture()
  await server.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => server.close())

const post = (payload: unknown, headers: Record<string, string> = {}) =>
  server.inject({
    method: 'POST',
    url: '/api/code',
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  })

describe('coding a text', () => {
  it('answers with claims whose quotations stand in the text that comes along', async () => {
    const answer = await post({ text: 'Latvia keeps its distance', title: 'A title' })
    expect(answer.statusCode).toBe(200)
    const { document, claims, text, blocks } = answer.json()
    expect(document.title).toBe('A title')
    expect(claims.length).toBeGreaterThan(3)
    expect(blocks.length).toBeGreaterThan(1)
    for (const { quote } of claims) expect(text.slice(quote.start, quote.end)).toBe(quote.exact)
  })

  it('names what it does not understand, with its place', async () => {
    const answer = await post({ text: '', publishedOn: 'yesterday' })
    expect(answer.statusCode).toBe(400)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    const { type, faults, remedy } = answer.json()
    expect(type).toBe('urn:demarche:problem:request-invalid')
    expect(faults.map((fault: { place: string }) => fault.place)).toEqual(['text', 'publishedOn'])
    expect(remedy).not.toBe('')
  })

  it.each([
    ['malformed JSON', '{"text": ', 400],
    ['a property that is none', { text: 'Latvia', colour: 'red' }, 400],
    ['a prototype in the body', '{"text":"Latvia","__proto__":{"admin":true}}', 400],
    ['a list', [], 400],
    ['a body over two megabytes', { text: 'x'.repeat(3_000_000) }, 413],
    ['a text over the limit', { text: 'x'.repeat(200_001) }, 400],
  ])('refuses %s with a problem', async (_, payload, status) => {
    const answer = await post(payload)
    expect(answer.statusCode).toBe(status)
    expect(answer.json()).toMatchObject({ status, remedy: expect.any(String) })
  })

  it('refuses content that a form of another site could send', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded'])
      expect((await post('{"text":"Latvia"}', { 'content-type': type })).statusCode).toBe(415)
  })
})

describe('who may speak to the server', () => {
  it('refuses what another site sends', async () => {
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ]
    for (const headers of foreign) expect((await post({ text: 'Latvia' }, headers)).statusCode).toBe(403)
    const own = await post({ text: 'Latvia' }, { host: 'localhost:4600', origin: 'http://localhost:4600' })
    expect(own.statusCode).toBe(200)
  })

  it('lets another site lead here by a link, and ask nothing in the background', async () => {
    const from = (mode: string) => ({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': mode })
    expect((await server.inject({ url: '/docs/json', headers: from('navigate') })).statusCode).toBe(200)
    for (const mode of ['no-cors', 'cors', 'websocket'])
      expect((await server.inject({ url: '/api/events', headers: from(mode) })).statusCode).toBe(403)
    const posted = await post({ text: 'Latvia' }, from('navigate'))
    expect(posted.statusCode).toBe(403)
  })

  it('refuses a host that is not this machine, as after a rebound name', async () => {
    for (const host of ['evil.example', '192.168.1.4:4600', '127.0.0.1.evil.example'])
      expect((await server.inject({ url: '/docs/json', headers: { host } })).statusCode).toBe(403)
    for (const host of ['localhost:1', '127.0.0.1', '[::1]:4600'])
      expect((await server.inject({ url: '/docs/json', headers: { host } })).statusCode).toBe(200)
  })

  it('beyond loopback asks every request for the token, and moves it from the address to a cookie', async () => {
    const open = await serveFixture({ token: 'secret' })
    const ask = (url: string, headers: Record<string, string> = {}) =>
      open.inject({ url, headers: { host: '10.0.0.9', ...headers } })
    expect((await ask('/docs/json')).statusCode).toBe(401)
    expect((await ask('/docs/json?token=wrong')).statusCode).toBe(401)
    expect((await ask('/docs/json', { authorization: 'Bearer wrong' })).statusCode).toBe(401)
    expect((await ask('/docs/json', { authorization: 'Bearer secret' })).statusCode).toBe(200)
    const visit = await ask('/docs/json?a=1&token=secret')
    expect(visit.statusCode).toBe(302)
    expect(visit.headers.location).toBe('/docs/json?a=1')
    expect(visit.headers['set-cookie']).toMatch(/^demarche-token=secret; HttpOnly; SameSite=Strict/)
    expect((await ask('/docs/json', { cookie: 'other=1; demarche-token=secret' })).statusCode).toBe(200)
    await open.close()
  })
})

describe('every answer', () => {
  it('forbids inline script and being framed', async () => {
    const policy = (await server.inject('/nowhere')).headers['content-security-policy']
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
  })

  it('is a problem where there is no such address', async () => {
    const answer = await server.inject('/api/nowhere')
    expect(answer.statusCode).toBe(404)
    expect(answer.json().detail).toContain('/api/nowhere')
  })

  it('bears an ETag, and is empty when nothing changed', async () => {
    const first = await server.inject('/docs/json')
    const again = await server.inject({ url: '/docs/json', headers: { 'if-none-match': String(first.headers.etag) } })
    expect(again.statusCode).toBe(304)
    expect(again.body).toBe('')
  })

  it('keeps the words of an unforeseen error to itself', async () => {
    const lines: string[] = []
    const failing = await serveFixture({
      coder: {
        ...fixtureCoder,
        code: async () => {
          throw new Error('the password is swordfish')
        },
      },
      log: { write: line => lines.push(line) },
    })
    const answer = await failing.inject({ method: 'POST', url: '/api/code', payload: { text: 'Latvia' } })
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('swordfish')
    expect(lines.join('')).toContain('swordfish')
    await failing.close()
  })
})

describe('the documents of the API', () => {
  it('are OpenAPI 3.1 and name every route with a summary', async () => {
    const document = (await server.inject('/docs/json')).json()
    expect(document.openapi).toBe('3.1.0')
    const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods as object).map(([method, { summary }]) => ({ place: `${method} ${path}`, summary })),
    )
    expect(routes.length).toBeGreaterThanOrEqual(2)
    for (const { place, summary } of routes) expect(summary, place).toBeTruthy()
  })

  it('are shown offline', async () => {
    const page = await server.inject({ url: '/docs/', headers: { accept: 'text/html' } })
    expect(page.statusCode).toBe(200)
    expect(page.body).not.toMatch(/(src|href)="https?:/)
  })
})

describe('too much, too slowly', () => {
  it('tells a caller that asks too often to wait', async () => {
    const busy = await serveFixture()
    const answers = []
    for (let count = 0; count < 22; count++)
      answers.push(await busy.inject({ method: 'POST', url: '/api/fetch', payload: { url: 'http://127.0.0.1/' } }))
    expect(answers[0]?.statusCode).toBe(403)
    expect(answers.at(-1)?.statusCode).toBe(429)
    expect(answers.at(-1)?.headers['retry-after']).toBeDefined()
    expect(answers.at(-1)?.json().type).toContain('urn:demarche:problem:')
    await busy.close()
  })

  it.each([
    ['its head', 'POST /api/code HTTP/1.1\r\nhost: localhost\r\n'],
    [
      'its body',
      'POST /api/code HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n{"text',
    ],
  ])('hangs up on a client that never ends %s', async (_, words) => {
    expect(server.server.requestTimeout).toBe(15_000)
    const hurried = await serveFixture({ patience: 300 })
    await hurried.listen({ port: 0, host: '127.0.0.1' })
    const { port } = hurried.server.address() as { port: number }
    const heard = await new Promise<string>((resolve, reject) => {
      const socket = new Socket()
      let answer = ''
      socket.on('data', data => {
        answer += data.toString()
      })
      socket.on('close', () => resolve(answer))
      socket.on('error', reject)
      socket.connect(port, '127.0.0.1', () => socket.write(words))
    })
    expect(heard).toContain('408')
    await hurried.close()
  })

  it('answers a line that is no HTTP without falling over', async () => {
    const address = server.server.address() as { port: number }
    const words = await new Promise<string>((resolve, reject) => {
      const socket = new Socket()
      let heard = ''
      socket.on('data', data => {
        heard += data.toString()
      })
      socket.on('close', () => resolve(heard))
      socket.on('error', reject)
      socket.connect(address.port, '127.0.0.1', () => socket.write('\u0000\u0001 nonsense\r\n\r\n'))
    })
    expect(words).toContain('400')
    expect((await server.inject({ url: '/docs/json' })).statusCode).toBe(200)
  })
})
