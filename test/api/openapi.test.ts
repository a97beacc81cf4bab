// The document of the API in, requests out: for every route values of the kinds its schemas name, and values of none of them. Whatever is
// sent, no answer is an error of the server's, and every refusal is a problem that says what to do.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Quote } from '../../src/claims/types.js'
import { openTextCoder } from '../../src/faces/api/coding.js'
import { loadKnowledge } from '../../src/knowledge/load.js'
import { addDocuments } from '../../src/store/add.js'
import { closeLedger, initLedger, type Ledger, openLedger } from '../../src/store/ledger.js'
import { codings } from '../web/texts.js'
import { serveFixture } from './serve.js'

let folder: string
let ledger: Ledger
let server: FastifyInstance
let known: readonly string[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demarche-openapi-'))
  await initLedger(folder, Date.now())
  ledger = await openLedger(folder)
  const { added } = await addDocuments(ledger, codings, loadKnowledge(), Date.now())
  server = await serveFixture({ ledger })
  const claims = codings.flatMap(({ coded }) => coded.claims.map(({ id }) => id))
  known = [...added.map(({ entry }) => entry), ...claims, 'TJK', 'taliban', 'TJK:taliban:recognition', 'fixture']
})
afterAll(async () => {
  await server.close()
  closeLedger(ledger)
  await rm(folder, { recursive: true, force: true })
})

interface Schema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly maxLength?: number
}
interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema: Schema
}
interface Operation {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}
interface Route extends Operation {
  readonly method: string
  readonly path: string
}

/** Routes that never end, or that reach out of this machine, are left to tests of their own. */
const leftOut = new Set(['get /api/events'])

const routesOf = async (): Promise<readonly Route[]> => {
  const { paths } = (await server.inject('/docs/json')).json() as {
    paths: Record<string, Record<string, Operation>>
  }
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .map(([method, operation]) => ({ ...operation, method, path }))
      .filter(({ method }) => !leftOut.has(`${method} ${path}`)),
  )
}

const oddText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    ...[
      "'",
      "' OR 1=1 --",
      '"; DROP TABLE documents; --',
      '0',
      '-1',
      '1e999',
      '99999999999999999999',
      '%',
      '%00',
      '../..',
    ],
    ...['2021-02-30', '9999-12-31', '0000-00-00', '0001-01-01', '199X', '-000001-01-01', '2021-13'],
    ...['\u0000', 'a\u0000b', '\ud800', 'x\udfff', '\ufeff', '\u202e', '\u2028', '<script>alert(1)</script>'],
    ...['__proto__', 'constructor', 'toString', 'a:b:force', ':::', 'true', 'null', '[]', '{}', ' '],
    'x'.repeat(5_000),
  ),
)
const oddNumber = fc.constantFrom(0, -1, 1.5, 1e9, 1e21, 1e308, -0, Number.MAX_SAFE_INTEGER + 2, 4_294_967_296)
const oddValue = fc.oneof(oddText, oddNumber, fc.boolean(), fc.constant(null), fc.jsonValue({ maxDepth: 2 }))

/** Values that the schema means, with ids that are in the ledger among them. */
const meant = (schema: Schema): fc.Arbitrary<unknown> => {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(meant))
  switch (schema.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, each]) => [name, given(each)])),
        { requiredKeys: [...(schema.required ?? [])] },
      )
    case 'array':
      return fc.array(meant(schema.items ?? {}), { maxLength: 3 })
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.integer({ min: 0, max: 3_000 })
    case 'number':
      return fc.double({ min: 0, max: 1, noNaN: true })
    case 'null':
      return fc.constant(null)
    default:
      return schema.format === 'date'
        ? fc.constantFrom('2021-09-08', '2024-01-01', '1900-01-01', '2099-12-31')
        : schema.format === 'uri'
          ? fc.constantFrom('http://127.0.0.1/', 'http://[::1]/', 'ftp://x/', 'http://169.254.169.254/')
          : fc.oneof(fc.constantFrom(...known), fc.string({ unit: 'grapheme', maxLength: 20 }))
  }
}
/** Mostly what is meant, now and then anything at all. */
const given = (schema: Schema): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 4, arbitrary: meant(schema) }, { weight: 1, arbitrary: oddValue })

const asText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
/** As a browser would write it: a lone surrogate has no form of its own there. */
const inAddress = (value: unknown): string => encodeURIComponent(asText(value).toWellFormed())

interface Request {
  readonly method: string
  readonly url: string
  readonly payload?: unknown
}

const requestOf = (route: Route): fc.Arbitrary<Request> => {
  const parameters = route.parameters ?? []
  const inPath = parameters.filter(each => each.in === 'path')
  const inQuery = parameters.filter(each => each.in === 'query')
  const body = route.requestBody?.content['application/json']?.schema
  return fc
    .record({
      path: fc.record(Object.fromEntries(inPath.map(({ name, schema }) => [name, given(schema)]))),
      query: fc.record(Object.fromEntries(inQuery.map(({ name, schema }) => [name, given(schema)])), {
        requiredKeys: inQuery.filter(({ required }) => required).map(({ name }) => name),
      }),
      payload: body === undefined ? fc.constant(undefined) : given(body),
    })
    .map(({ path, query, payload }) => {
      const filled = route.path.replace(/\{(\w+)\}/g, (_, name: string) => inAddress(path[name]) || '-')
      const asked = Object.entries(query).flatMap(([name, value]) =>
        [value].flat().map(each => `${name}=${inAddress(each)}`),
      )
      return {
        method: route.method.toUpperCase(),
        url: `${filled}${asked.length === 0 ? '' : `?${asked.join('&')}`}`,
        ...(payload !== undefined && { payload }),
      }
    })
}

describe('whatever is sent to a route of the document', () => {
  it('no answer is an error of ours, and every refusal is a problem with a remedy', async () => {
    const routes = await routesOf()
    expect(routes.length).toBeGreaterThan(25)
    expect(routes.filter(({ method }) => method === 'post').length).toBeGreaterThan(7)
    const statuses = new Map<string, Set<number>>()
    // The limit on how often one may ask is not what is looked at here.
    const open = await serveFixture({ ledger, unlimited: true })
    for (const route of routes)
      await fc.assert(
        fc.asyncProperty(requestOf(route), async ({ method, url, payload }) => {
          const answer = await open.inject({
            method: method as 'GET',
            url,
            ...(payload !== undefined && {
              headers: { 'content-type': 'application/json' },
              payload: JSON.stringify(payload),
            }),
          })
          const place = `${method} ${url} ${JSON.stringify(payload)} ${answer.body.slice(0, 300)}`
          // Of the other side's failures (502) and of what is not built (501) the server is not to blame.
          expect([500, 503, 504], place).not.toContain(answer.statusCode)
          if (answer.statusCode >= 400) {
            expect(answer.headers['content-type'], place).toContain('application/problem+json')
            expect(answer.json().remedy, place).toEqual(expect.any(String))
          }
          const seen = `${route.method} ${route.path}`
          statuses.set(seen, (statuses.get(seen) ?? new Set()).add(answer.statusCode))
        }),
        { numRuns: 30 },
      )
    await open.close()
    // Values were good enough to be answered, and bad enough to be refused.
    const answered = [...statuses].filter(([, seen]) => seen.has(200)).map(([route]) => route)
    const refused = [...statuses].filter(([, seen]) => [...seen].some(status => status >= 400))
    expect(answered.length).toBeGreaterThan(20)
    expect(refused.length).toBeGreaterThan(15)
  }, 240_000)

  it.each(['/api/why?about=%00', '/api/stances?holder=a%00', '/api/search?words=%00b', '/api/documents/%00'])(
    '%s is refused: no text holds U+0000',
    async url => {
      const answer = await server.inject({ url })
      expect(answer.statusCode).toBe(400)
      expect(answer.json().detail).toContain('U+0000')
    },
  )

  it.each(['judge', 'undo', 'remove', 'claim-add'])('%s refuses U+0000 in what it would write', async act => {
    const answer = await server.inject({
      method: 'POST',
      url: `/api/${act}`,
      payload: { about: 'a\u0000', row: 'a\u0000', what: 'a\u0000', holder: 'a\u0000', say: 'right', who: 'ada' },
    })
    expect(answer.statusCode).toBe(400)
  })
})

describe('whatever text is given to the coder itself', () => {
  const sentence = 'Spain has yet to recognise Kosovo, its foreign minister said on Tuesday.'
  it('is answered or refused, and every quotation stands in the text that comes along', async () => {
    const coder = await openTextCoder(loadKnowledge(), 'fast', [], () => undefined)
    const open = await serveFixture({ coder, unlimited: true })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(oddText, fc.constant(sentence)), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('plain', 'html'),
        fc.constantFrom(null, '2023-10-01', '0001-01-01', '9999-12-31'),
        async (parts, form, publishedOn) => {
          const payload = JSON.stringify({ text: parts.join('\n\n'), form, publishedOn })
          const headers = { 'content-type': 'application/json' }
          const answer = await open.inject({ method: 'POST', url: '/api/code', headers, payload })
          expect([200, 400], `${payload} ${answer.body.slice(0, 300)}`).toContain(answer.statusCode)
          if (answer.statusCode !== 200) return
          const { claims, text } = answer.json() as { claims: { quote: Quote }[]; text: string }
          for (const { quote } of claims) expect(text.slice(quote.start, quote.end)).toBe(quote.exact)
        },
      ),
      { numRuns: 60 },
    )
    await open.close()
    await coder.close()
  }, 120_000)
})
