// Texts and the ledger: the examples that come along, keeping a text, and a kept one to read again with what people said of its claims.
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Knowledge } from '../../knowledge/sources.js'
import { rowsOfAct } from '../../ledger/hand.js'
import { addDocuments } from '../../store/add.js'
import { readClaimsIn, readDocuments, readStored } from '../../store/read.js'
import { withSnapshot } from '../../store/snapshot.js'
import { quoteText } from '../../store/sql.js'
import type { Document } from '../../text/types.js'
import { documentHeadOf } from '../questions/evidence.js'
import { documentHead } from '../questions/schemas.js'
import type { AtDesk } from './at-desk.js'
import { type ReadingAnswer, readingSchema } from './claim-schema.js'
import { type Coding, codingLimit, pastedText, readingOf, type TextCoder, webAddress } from './code-routes.js'
import { fetchPage } from './fetch-page.js'
import { ApiTrouble, problem } from './problem.js'
import { addAnswer, exampleList, judgedClaim } from './schemas.js'

export interface TextSources {
  readonly coder: TextCoder
  readonly atDesk: AtDesk
  readonly knowledge: Pick<Knowledge, 'lastingActs' | 'actors'>
  readonly examples: readonly Document[]
}

const exampleName = z.strictObject({ example: z.string().max(200) })
const storedReading = z.object({
  entry: documentHead,
  reading: readingSchema.describe(
    'With the hand-entered claims of this document; an empty text where it was not stored',
  ),
  judged: z.array(judgedClaim),
  handEntered: z.array(z.string()).describe('Ids of the claims that a person entered'),
})
export type StoredReading = z.infer<typeof storedReading>

export const addTextRoutes = (server: FastifyInstance, { coder, atDesk, knowledge, examples }: TextSources): void => {
  const typed = server.withTypeProvider<ZodTypeProvider>()
  const byName = new Map(examples.map(example => [example.name, example]))
  const coded = new Map<string, Promise<Coding>>()

  const codeExample = (name: string): Promise<Coding> => {
    const example = byName.get(name)
    if (example === undefined)
      throw new ApiTrouble('no-such-example', 404, `No example is called "${name}".`, 'GET /api/examples lists them.')
    const kept = coded.get(name) ?? coder.code(example)
    coded.set(name, kept)
    kept.catch(() => coded.delete(name))
    return kept
  }

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
      examples: examples.map(({ name, title, publishedOn, text }) => ({
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
        response: { 200: readingSchema, '4xx': problem },
      },
    },
    async request => readingOf(await codeExample(request.params.name)),
  )

  typed.post(
    '/api/add',
    {
      handlerTimeout: codingLimit,
      schema: {
        summary: 'Code a text, a page or an example and keep it in the ledger; the same text again adds nothing',
        tags: ['ledger'],
        body: z.union([pastedText, webAddress, exampleName]),
        response: { 200: addAnswer, '4xx': problem },
      },
    },
    async ({ body }) => {
      const coding =
        'example' in body
          ? await codeExample(body.example)
          : 'text' in body
            ? await coder.codeText(body)
            : await coder.codePage(await fetchPage(body.url), body.publishedOn)
      const report = await atDesk(({ ledger, now }) => addDocuments(ledger, [coding], knowledge, now))
      const [added] = report.added
      return {
        entry: (added ?? report.unchanged[0])!.entry,
        name: coding.document.name,
        added: added !== undefined,
        newVersion: added?.newVersion ?? false,
        claims: coding.coded.claims.length,
        messages: [...coding.coded.messages, ...report.messages],
      }
    },
  )

  typed.get(
    '/api/documents/:entry',
    {
      schema: {
        summary: 'A stored document: its text, its claims, and what people said of them',
        tags: ['ledger'],
        params: z.object({ entry: z.string().max(200) }),
        response: { 200: storedReading, '4xx': problem },
      },
    },
    async request => {
      const { entry } = request.params
      return atDesk(({ ledger }) =>
        withSnapshot(ledger, async (snapshot): Promise<StoredReading> => {
          const [stored] = await readStored(ledger, snapshot, `d.entry = ${quoteText(entry)}`)
          if (stored === undefined)
            throw new ApiTrouble(
              'no-such-document',
              404,
              `No document ${entry} is in this ledger.`,
              'GET /api/documents lists them.',
            )
          const document = (await readDocuments(ledger, snapshot, [entry])).get(entry)
          const found = (await readClaimsIn(ledger, snapshot, [entry])).map(({ claim }) => claim)
          const entered = rowsOfAct(snapshot.hand, 'claim').filter(row => row.entry === entry)
          const claims = [...found, ...entered.map(row => row.claim)]
          const { name, title, url, publisher, publishedOn, language, sha256 } = stored
          const coded = {
            document: { id: stored.document, name, title, url, publisher, publishedOn, language, sha256 },
            claims,
            messages: document?.messages ?? [],
          }
          const reading = { ...coded, text: document?.text ?? '', blocks: document?.blocks ?? [] } as ReadingAnswer
          const judged = claims.flatMap(claim => {
            const verdict = snapshot.effects.byClaim.get(claim.id)?.verdict
            return verdict === undefined
              ? []
              : [{ claim: claim.id, verdict: verdict.verdict, row: verdict.id, who: verdict.who }]
          })
          return { entry: documentHeadOf(stored), reading, judged, handEntered: entered.map(row => row.claim.id) }
        }),
      )
    },
  )
}
