// The questions in, a route for each out: GET for what only asks, POST for what writes. Nothing is said of a question here that is not
// in its definition.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Field } from '../questions/fields.js'
import { questions } from '../questions/index.js'
import type { Question } from '../questions/question.js'
import type { AtDesk } from './at-desk.js'
import { problem } from './problem.js'

/** Questions whose answer is a file are served by export-routes.ts. */
const asFiles: readonly string[] = ['export']

/** A value of the query string as the field means it; what is not of its kind is left for the schema to refuse. */
const valueGiven = (field: Field, given: unknown): unknown => {
  switch (field.kind) {
    case 'texts':
    case 'choices':
      return [given].flat()
    case 'count':
    case 'share':
      return typeof given === 'string' && /^\d+(\.\d+)?$/.test(given) ? Number(given) : given
    case 'flag':
      return given === 'true' || given === '' ? true : given === 'false' ? false : given
    default:
      return given
  }
}

/** The query string of a request with each value read as its field means it. */
export const readQuery = (fields: Readonly<Record<string, Field>>, query: unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(query as Record<string, unknown>).map(([name, given]) => [
      name,
      Object.hasOwn(fields, name) ? valueGiven(fields[name]!, given) : given,
    ]),
  )

/** "claim add" is asked at /api/claim-add. */
export const addressOf = (name: string): string => `/api/${name.replaceAll(' ', '-')}`

export const addQuestionRoutes = (server: FastifyInstance, atDesk: AtDesk): void => {
  const typed = server.withTypeProvider<ZodTypeProvider>()
  for (const { head, input, output, answer } of Object.values(questions) as unknown as readonly Question[]) {
    if (asFiles.includes(head.name)) continue
    const about = { summary: head.summary, tags: ['ledger'], response: { 200: output, '4xx': problem } }
    if (head.writes)
      typed.route({
        method: 'POST',
        url: addressOf(head.name),
        schema: { ...about, body: input },
        handler: request => atDesk(desk => answer(desk, request.body as never)),
      })
    else
      typed.route({
        method: 'GET',
        url: addressOf(head.name),
        preValidation: async (request: FastifyRequest) => {
          request.query = readQuery(head.fields, request.query)
        },
        schema: { ...about, querystring: input },
        handler: request => atDesk(desk => answer(desk, request.query as never)),
      })
  }
}
