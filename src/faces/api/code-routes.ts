// A text, or the address of one, in; the coded document with its text and blocks out. Nothing is kept.
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { CodedDocument } from '../../claims/types.js'
import type { Document } from '../../text/types.js'
import { type ReadingAnswer, readingSchema } from './claim-schema.js'
import { type FetchedPage, fetchPage } from './fetch-page.js'
import { problem } from './problem.js'

/** Longest text that is coded in one request, in UTF-16 units: some thirty thousand words. */
export const longestText = 200_000

const metadata = {
  title: z.string().max(500).nullable().default(null),
  url: z.string().max(2_000).nullable().default(null),
  publisher: z.string().max(200).nullable().default(null),
  publishedOn: z.iso
    .date()
    .nullable()
    .default(null)
    .describe('The day of publication; relative dates are read from it'),
}

export const pastedText = z.strictObject({
  text: z.string().min(1).max(longestText).describe('The article, as plain text or as HTML'),
  form: z.enum(['plain', 'html']).default('plain'),
  ...metadata,
})
export type PastedText = z.infer<typeof pastedText>

export const webAddress = z.strictObject({ url: z.url().max(2_000), publishedOn: metadata.publishedOn })

/** A document and what was read out of it. */
export interface Coding {
  readonly document: Document
  readonly coded: CodedDocument
}

/** How the server comes by a coding; the one thing that it does not do itself. */
export interface TextCoder {
  codeText(pasted: PastedText): Promise<Coding>
  codePage(page: FetchedPage, publishedOn: string | null): Promise<Coding>
  code(document: Document): Promise<Coding>
  close(): Promise<void>
}

/** The form in which a coding goes out: the coded document with the text that its quotations point into. */
export const readingOf = ({ coded, document: { text, blocks } }: Coding): ReadingAnswer =>
  ({ ...coded, text, blocks }) as ReadingAnswer

/** Coding a long text takes this long at most, in milliseconds. */
export const codingLimit = 120_000

export const addCodeRoutes = (server: FastifyInstance, coder: TextCoder): void => {
  const typed = server.withTypeProvider<ZodTypeProvider>()
  const responses = { 200: readingSchema, '4xx': problem }
  typed.route({
    method: 'POST',
    url: '/api/code',
    handlerTimeout: codingLimit,
    config: { rateLimit: { max: 120, timeWindow: '1 minute' } },
    schema: {
      summary: 'Code a text: who stands where toward whom, on whose word; nothing is kept',
      tags: ['reading'],
      body: pastedText,
      response: responses,
    },
    handler: async request => readingOf(await coder.codeText(request.body)),
  })
  typed.route({
    method: 'POST',
    url: '/api/fetch',
    handlerTimeout: codingLimit,
    config: { rateLimit: { max: 20, timeWindow: '1 minute' } },
    schema: {
      summary: 'Fetch a public web page and code it; addresses of this machine and its network are refused',
      tags: ['reading'],
      body: webAddress,
      response: responses,
    },
    handler: async request =>
      readingOf(await coder.codePage(await fetchPage(request.body.url), request.body.publishedOn)),
  })
}
