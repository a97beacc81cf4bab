// A web address in, its bytes out, fetched as a reader's browser would, but never from this machine or its network.
// Law: every address is judged after its name is resolved, at the moment of connecting, and again at each redirect.
import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import ipaddr from 'ipaddr.js'
import { Agent, request } from 'undici'
import { ApiTrouble } from './problem.js'

export interface FetchedPage {
  /** Where it was found in the end. */
  readonly url: string
  /** Media type without parameters, lower case. */
  readonly mediaType: string
  readonly contentType: string
  readonly body: Buffer
}

/** Tells all the addresses of a host name. */
export type Resolver = (host: string, answer: (error: Error | null, found: readonly LookupAddress[]) => void) => void

const mostBytes = 5_000_000
const mostRedirects = 5
const timeout = 15_000
const readable = ['text/html', 'application/xhtml+xml', 'text/plain', 'text/markdown']

const trouble = (code: string, status: number, detail: string): ApiTrouble =>
  new ApiTrouble(code, status, detail, 'Nothing was kept. Paste the text instead, or try another address.')

/** May a page be fetched from this IP address? Only where it is one of the public Internet. */
export const isPublicAddress = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'

/** What stands between a name and a connection. */
export interface Network {
  readonly resolve: Resolver
  readonly isPublic: (address: string) => boolean
}

const internet: Network = {
  resolve: (host, answer) => lookup(host, { all: true }, answer),
  isPublic: isPublicAddress,
}

const refused = (host: string): ApiTrouble =>
  trouble('address-private', 403, `${host} is an address of this machine or its network, or of no public one.`)

/** Stands in for the system's lookup when a connection is made: gives addresses only when every one of them is public. */
const guardedLookup =
  ({ resolve, isPublic }: Network) =>
  (
    host: string,
    _options: LookupOptions,
    answer: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
  ): void =>
    resolve(host, (error, found) => {
      if (error !== null) answer(error, [])
      else if (found.length === 0 || !found.every(({ address }) => isPublic(address))) answer(refused(host), [])
      else answer(null, [...found])
    })

/** Checks what can be seen without resolving: scheme, credentials, a literal address. */
const readAddress = (given: string, { isPublic }: Network, base?: string): URL => {
  if (!URL.canParse(given, base)) throw trouble('address-invalid', 400, `"${given}" is no web address.`)
  const address = new URL(given, base)
  if (address.protocol !== 'http:' && address.protocol !== 'https:')
    throw trouble('address-invalid', 400, 'Only http and https addresses can be fetched.')
  if (address.username !== '' || address.password !== '')
    throw trouble('address-invalid', 400, 'An address with a password in it is not fetched.')
  const host = address.hostname.replace(/^\[|\]$/g, '')
  if (ipaddr.isValid(host) && !isPublic(host)) throw refused(host)
  return address
}

const readBody = async (body: AsyncIterable<Buffer>): Promise<Buffer> => {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of body) {
    size += part.length
    if (size > mostBytes) throw trouble('page-large', 422, 'The page is larger than 5 MB.')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

const causeOf = (error: unknown): unknown =>
  error instanceof Error && error.cause !== undefined ? causeOf(error.cause) : error

/** @throws ApiTrouble with what the caller should read. */
export const fetchPage = async (given: string, network: Network = internet): Promise<FetchedPage> => {
  const dispatcher = new Agent({ connect: { lookup: guardedLookup(network), timeout } })
  const signal = AbortSignal.timeout(timeout)
  try {
    let address = readAddress(given, network)
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      const { statusCode, headers, body } = await request(address, {
        dispatcher,
        signal,
        headers: { accept: readable.join(', '), 'user-agent': 'demarche (reads one page for its user)' },
      })
      const location = [headers.location].flat()[0]
      if (statusCode >= 300 && statusCode < 400 && location !== undefined) {
        await body.dump()
        address = readAddress(location, network, address.href)
        continue
      }
      if (statusCode !== 200) throw trouble('page-refused', 502, `${address.host} answered with status ${statusCode}.`)
      const contentType = [headers['content-type']].flat()[0] ?? ''
      const mediaType = contentType.split(';')[0]!.trim().toLowerCase()
      if (!readable.includes(mediaType))
        throw trouble(
          'page-unreadable',
          422,
          `The page is ${mediaType || 'of no stated kind'}; only HTML and plain text are read.`,
        )
      return { url: address.href, mediaType, contentType, body: await readBody(body) }
    }
    throw trouble('page-refused', 502, 'The address leads on and on; five redirects were followed.')
  } catch (error) {
    const cause = causeOf(error)
    if (cause instanceof ApiTrouble) throw cause
    if (signal.aborted) throw trouble('page-slow', 502, 'The page did not come within 15 seconds.')
    throw trouble(
      'page-unreached',
      502,
      `The page could not be reached (${(cause as NodeJS.ErrnoException).code ?? 'no answer'}).`,
    )
  } finally {
    await dispatcher.destroy()
  }
}
