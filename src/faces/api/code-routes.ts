// A text, the address of one, or an example in; out, how it is coded, and how it was read. Nothing is kept.
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Document } from '../../text/types.js'
import { readingSchema } from './claim-schema.js'
import { type Coding, readingOf, type TextCoder } from './coding.js'
import { explanationSchema } from './explanation.js'
import { pastedText, webAddress } from './incoming.js'
import { answerLong, streamNote } from './long-answer.js'
import { problem } from './problem.js'
import { exampleList } from './schemas.js'
import { anySource, type Shelf } from './shelf.js'

/** Coding a long text takes this long at most, in milliseconds. */
export const codingLimit = 120_000

/** Codes each example once. */
const examplesCoded = (coder: TextCoder): ((example: Document) => Promise<Coding>) => {
  const coded = new Map<string, Promise<Coding>>()
  return example => {
    const kept = coded.get(example.name) ?? coder.code(example)
    coded.set(example.name, kept)
    kept.catch(() => coded.delete(example.name))
    return kept
  }
}

export const addCodeRoutes = (server: FastifyInstance, coder: TextCoder, shelf: Shelf): void => {
  const typed = server.withTypeProvider<ZodTypeProvider>()
  const codeExample = examplesCoded(coder)
  const responses = { 200: readingSchema, '4xx': problem }
  typed.route({
    method: 'POST',
    url: '/api/code',
    handlerTimeout: codingLimit,
    config: { rateLimit: { max: 120, timeWindow: '1 minute' } },
    schema: {
      summary: 'Code a text: who stands where toward whom, on whose word; nothing is kept',
      description: streamNote,
      tags: ['reading'],
      body: pastedText,
      response: responses,
    },
    handler: (request, reply) =>
      answerLong(request, reply, async watch =>
        readingOf(await coder.code(await shelf.find(request.body, watch), watch)),
      ),
  })
  typed.route({
    method: 'POST',
    url: '/api/fetch',
    handlerTimeout: codingLimit,
    config: { rateLimit: { max: 20, timeWindow: '1 minute' } },
    schema: {
      summary: 'Fetch a public web page and code it; addresses of this machine and its network are refused',
      description: streamNote,
      tags: ['reading'],
      body: webAddress,
      response: responses,
    },
    handler: (request, reply) =>
      answerLong(request, reply, async watch =>
        readingOf(await coder.code(await shelf.find(request.body, watch), watch)),
      ),
  })
  typed.route({
    method: 'POST',
    url: '/api/explain',
    handlerTimeout: codingLimit,
    config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
    schema: {
      summary: 'How a text was read, beside its claims: the rules that all but fired and why not, and its slant',
      tags: ['reading'],
      body: anySource,
      response: { 200: explanationSchema, '4xx': problem },
    },
    handler: async request => coder.explain(await shelf.find(request.body)),
  })
  typed.get(
    '/api/examples',
    {
      schema: {
        summary: 'The texts that come along to try things on',
        tags: ['reading'],
        response: { 200: exampleList },
      },
    },
    async () => ({
      examples: shelf.examples.map(({ name, title, publishedOn, text }) => ({
        name,
        title: title ?? name,
        publishedOn,
        words: text.split(/\s+/).length,
      })),
    }),
  )
  typed.get(
    '/api/examples/:name',
    {
      handlerTimeout: codingLimit,
      schema: {
        summary: 'An example, coded',
        tags: ['reading'],
        params: z.object({ name: z.string() }),
        response: responses,
      },
    },
    async request => readingOf(await codeExample(shelf.example(request.params.name))),
  )
}
