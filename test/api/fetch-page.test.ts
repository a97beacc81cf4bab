import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { fetchPage, isPublicAddress, type Network, type Resolver } from '../../src/faces/api/fetch-page.js'

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'answered',
    (error: { code?: string }) => error.code ?? String(error),
  )

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

describe('addresses', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
  ])('%s is not public', address => expect(isPublicAddress(address)).toBe(false))
  it.each([
    '::1',
    'fe80::1',
    'fc00::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '::',
    'not an address',
  ])('%s is not public', address => expect(isPublicAddress(address)).toBe(false))
  it.each(['93.184.216.34', '2606:2800:220:1::1'])('%s is public', address =>
    expect(isPublicAddress(address)).toBe(true),
  )

  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[0:0:0:0:0:ffff:127.0.0.1]/',
    'http://[::]/',
    'http://0/',
    'http://017700000001/',
    'http://127.0.0.1.:80/',
    'http://localhost/',
    'http://169.254.169.254/latest/meta-data/',
  ])('%s is refused however it is written', async url => expect(await codeOf(fetchPage(url))).toBe('address-private'))

  it.each([
    'file:///etc/passwd',
    'ftp://example.org/',
    'javascript:alert(1)',
    'http://user:pass@example.org/',
    'nonsense',
  ])('%s is not fetched', async url => expect(await codeOf(fetchPage(url))).toBe('address-invalid'))
})

const pages: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/article': response =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<p>Latvia waits.</p>'),
  '/moved': response => response.writeHead(301, { location: '/article' }).end(),
  '/inward': response => response.writeHead(302, { location: 'http://10.0.0.1/secret' }).end(),
  '/named-inward': response => response.writeHead(302, { location: 'http://inside.example/secret' }).end(),
  '/file': response => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/circle': response => response.writeHead(302, { location: '/circle' }).end(),
  '/picture': response => response.writeHead(200, { 'content-type': 'image/png' }).end('x'),
  '/huge': response => response.writeHead(200, { 'content-type': 'text/plain' }).end('x'.repeat(6_000_000)),
  '/gone': response => response.writeHead(404).end(),
}

const openSite = async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    pages[request.url ?? '']?.(response)
  })
  open.push(server)
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return { asked, site: `http://news.example:${port}` }
}

const resolveTo =
  (addresses: readonly string[]): Resolver =>
  (_host, answer) =>
    answer(
      null,
      addresses.map(address => ({ address, family: 4 })),
    )

describe('names', () => {
  it.each([
    ['this machine', ['127.0.0.1']],
    ['a private network', ['10.0.0.7']],
    ['a public and a private address', ['93.184.216.34', '192.168.1.1']],
    ['nothing', []],
  ])('that resolve to %s are refused, and nothing is asked of them', async (_, addresses) => {
    const { asked, site } = await openSite()
    const network: Network = { resolve: resolveTo(addresses), isPublic: isPublicAddress }
    expect(await codeOf(fetchPage(`${site}/article`, network))).toBe('address-private')
    expect(asked).toEqual([])
  })
})

describe('a site on the open net', () => {
  // The test's own site is taken for a public one; every other address is judged as ever.
  const network: Network = {
    resolve: (host, answer) => resolveTo([host === 'news.example' ? '127.0.0.1' : '10.0.0.1'])(host, answer),
    isPublic: address => address === '127.0.0.1' || isPublicAddress(address),
  }

  it('gives its page, also where it has moved', async () => {
    const { site } = await openSite()
    for (const path of ['/article', '/moved'])
      expect(await fetchPage(`${site}${path}`, network)).toMatchObject({
        url: `${site}/article`,
        mediaType: 'text/html',
        body: Buffer.from('<p>Latvia waits.</p>'),
      })
  })

  it.each([
    ['/inward', 'address-private'],
    ['/named-inward', 'address-private'],
    ['/file', 'address-invalid'],
    ['/circle', 'page-refused'],
    ['/picture', 'page-unreadable'],
    ['/huge', 'page-large'],
    ['/gone', 'page-refused'],
  ])('is refused at %s as %s', async (path, code) => {
    const { site } = await openSite()
    expect(await codeOf(fetchPage(`${site}${path}`, network))).toBe(code)
  })
})
