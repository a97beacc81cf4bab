// Every request in, let through or refused: whose host it names, whether another site sent it, and, beyond loopback, whether it bears the token.
// Law: on loopback no other site's page may speak to the server; anywhere else nobody may without the token.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import ipaddr from 'ipaddr.js'
import { ApiTrouble } from './problem.js'

const cookieName = 'demarche-token'

/** True for a name or address of this machine itself. */
export const isLoopback = (host: string): boolean => {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase()
  if (bare === 'localhost') return true
  return ipaddr.isValid(bare) && ipaddr.process(bare).range() === 'loopback'
}

const hostNameOf = (header: string): string => {
  try {
    return new URL(`http://${header}`).hostname
  } catch {
    return ''
  }
}

/** Another site's page may name this server by a host of its own that resolves here; so the host must be ours by name. */
const refuseForeignHost = (request: FastifyRequest): void => {
  if (isLoopback(hostNameOf(request.headers.host ?? ''))) return
  throw new ApiTrouble(
    'host-foreign',
    403,
    'The server answers to the names of this machine only.',
    'Use http://localhost with the port, or serve with --host and a token.',
  )
}

/** Another site may lead a reader here by a link; it may neither post anything nor ask in the background. */
const refuseCrossSite = (request: FastifyRequest): void => {
  const { 'sec-fetch-site': site, 'sec-fetch-mode': mode, origin, host } = request.headers
  const isForeign =
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (site === undefined && origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host))
  const isLink = mode === 'navigate' && (request.method === 'GET' || request.method === 'HEAD')
  if (isForeign && !isLink)
    throw new ApiTrouble(
      'cross-site',
      403,
      'Another site may neither ask nor change anything here.',
      'Send the request from the page itself, or without an Origin.',
    )
}

const digest = (words: string): Buffer => createHash('sha256').update(words).digest()
const isToken = (given: string | undefined, token: string): boolean =>
  given !== undefined && timingSafeEqual(digest(given), digest(token))

const cookieOf = (request: FastifyRequest): string | undefined =>
  request.headers.cookie
    ?.split(';')
    .map(part => part.trim().split('='))
    .find(([name]) => name === cookieName)?.[1]

/** The first visit bears the token in its address; it is moved to a cookie that no script and no other site can read. */
const admit = (request: FastifyRequest, reply: FastifyReply, token: string): FastifyReply | undefined => {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (isToken(bearer, token) || isToken(cookieOf(request), token)) return undefined
  const address = new URL(request.url, 'http://server')
  const asked = address.searchParams.get('token') ?? undefined
  if (request.method === 'GET' && isToken(asked, token)) {
    address.searchParams.delete('token')
    return reply
      .header('set-cookie', `${cookieName}=${token}; HttpOnly; SameSite=Strict; Path=/`)
      .redirect(`${address.pathname}${address.search}`)
  }
  throw new ApiTrouble(
    'token-missing',
    401,
    'This server is open to other machines, so it asks for its token.',
    'Open the address that "demarche serve" printed, or send "Authorization: Bearer <token>".',
  )
}

const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const

/** @param token asked of every request; undefined where the server is bound to loopback. */
export const guard = (server: FastifyInstance, token: string | undefined): void => {
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    if (token === undefined) refuseForeignHost(request)
    refuseCrossSite(request)
    return token === undefined ? undefined : admit(request, reply, token)
  })
}
