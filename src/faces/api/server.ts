// A coder, a ledger and the built page in, a server out that is ready to listen.
// Law: routes and their documents come from the same schemas; every answer that is no success is a problem (problem.ts).
import etag from '@fastify/etag'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import Fastify, { type FastifyInstance } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { Knowledge } from '../../knowledge/sources.js'
import type { Ledger } from '../../store/ledger.js'
import type { Document } from '../../text/types.js'
import { addAbout } from './about-route.js'
import { openDesk } from './at-desk.js'
import { addCodeRoutes } from './code-routes.js'
import type { TextCoder } from './coding.js'
import { addEvents } from './events.js'
import { addExport } from './export-route.js'
import { addFeed } from './feed.js'
import { guard } from './guard.js'
import { addPages } from './pages.js'
import { answerProblems } from './problem.js'
import { addQuestionRoutes } from './question-routes.js'
import { addRecoding } from './recode-route.js'
import type { Scores } from './schemas.js'
import { openShelf } from './shelf.js'
import { addTextRoutes } from './text-routes.js'

export interface ServerOptions {
  readonly coder: TextCoder
  readonly knowledge: Knowledge
  /** Without one, texts are coded and nothing is kept. */
  readonly ledger: Ledger | undefined
  /** Texts to try things on. */
  readonly examples: readonly Document[]
  /** Asked of every request; undefined where the server is bound to loopback. */
  readonly token: string | undefined
  /** The folder of the built page; undefined leaves the page out. */
  readonly pages: string | undefined
  readonly version: string
  /** How good the coder was when it was last measured; undefined where the figures are not at hand. */
  readonly scores?: Scores | undefined
  /** A client has this long to send its whole request, in milliseconds; 15 seconds where nothing is said. */
  readonly patience?: number | undefined
  /** Lets a caller ask as often as it likes: for measuring and testing. */
  readonly unlimited?: boolean | undefined
  /** Where errors of our own are told; nowhere when undefined. */
  readonly log?: { readonly write: (line: string) => void } | undefined
}

const megabyte = 1_048_576

/** A server that has all its routes and listens nowhere yet. */
export const buildServer = async (options: ServerOptions): Promise<FastifyInstance> => {
  const { patience = 15_000 } = options
  const server = Fastify({
    logger: options.log === undefined ? false : { level: 'error', stream: options.log },
    bodyLimit: 2 * megabyte,
    requestTimeout: patience,
    // How often the clients are looked at that have not sent their whole request.
    http: { connectionsCheckingInterval: Math.min(patience, 5_000), headersTimeout: patience },
    handlerTimeout: 30_000,
    keepAliveTimeout: 10_000,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 500 },
  })
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  server.removeContentTypeParser('text/plain')
  answerProblems(server)
  guard(server, options.token)
  if (options.unlimited !== true) await server.register(rateLimit, { max: 1_200, timeWindow: '1 minute' })
  await server.register(etag, { weak: true })
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Demarche',
        version: options.version,
        description:
          'Reads news text and tells, for every political actor, where it stands toward every other, with its exact words. Errors are application/problem+json. State ids are ISO 3166 codes and no political statement.',
      },
      tags: [
        { name: 'reading', description: 'One text' },
        { name: 'ledger', description: 'What the texts together say' },
      ],
    },
    transform: jsonSchemaTransform,
  })
  await server.register(swaggerUi, { routePrefix: '/docs', staticCSP: true, theme: { title: 'Demarche API' } })
  const atDesk = openDesk(options.ledger, options.knowledge)
  // Closed only when the last in the queue has been answered: the ledger is closed after the server.
  if (options.ledger !== undefined) server.addHook('onClose', () => atDesk(async () => undefined))
  const shelf = openShelf(options.examples, atDesk)
  await server.register(async routes => {
    addCodeRoutes(routes, options.coder, shelf)
    addTextRoutes(routes, { ...options, atDesk, shelf })
    addQuestionRoutes(routes, atDesk)
    addExport(routes, atDesk)
    addFeed(routes, atDesk)
    addRecoding(routes, options.coder, atDesk)
    addEvents(routes, options.ledger?.folder)
    addAbout(routes, { ...options, coder: options.coder.name, ledger: options.ledger !== undefined })
  })
  await addPages(server, options.pages)
  return server
}
