// Texts and the ledger: keeping a text, and a kept one to read again with what people said of its claims.
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Knowledge } from '../../knowledge/sources.js'
import { rowsOfAct } from '../../ledger/hand.js'
import { addDocuments } from '../../store/add.js'
import { readClaimsIn, readDocument, readStored } from '../../store/read.js'
import { withSnapshot } from '../../store/snapshot.js'
import { quoteText } from '../../store/sql.js'
import { documentHeadOf } from '../questions/evidence.js'
import { documentHead } from '../questions/schemas.js'
import type { AtDesk } from './at-desk.js'
import { type ReadingAnswer, readingSchema } from './claim-schema.js'
import { codingLimit } from './code-routes.js'
import type { TextCoder } from './coding.js'
import { answerLong, streamNote } from './long-answer.js'
import { ApiTrouble, problem } from './problem.js'
import { addAnswer, judgedClaim } from './schemas.js'
import { name, newSource, type Shelf } from './shelf.js'

export interface TextSources {
  readonly coder: TextCoder
  readonly atDesk: AtDesk
  readonly knowledge: Pick<Knowledge, 'lastingActs' | 'actors'>
  readonly shelf: Shelf
}

const storedReading = z.object({
  entry: documentHead,
  reading: readingSchema.describe(
    'With the hand-entered claims of this document; an empty text where it was not stored',
  ),
  judged: z.array(judgedClaim),
  handEntered: z.array(z.string()).describe('Ids of the claims that a person entered'),
  versions: z.array(documentHead).describe('All versions of the document, the latest first'),
})
export type StoredReading = z.infer<typeof storedReading>

const readEntry = (atDesk: AtDesk, entry: string): Promise<StoredReading> =>
  atDesk(({ ledger }) =>
    withSnapshot(ledger, async snapshot => {
      const [stored] = await readStored(ledger, snapshot, `d.entry = ${quoteText(entry)}`)
      if (stored === undefined)
        throw new ApiTrouble(
          'no-such-document',
          404,
          `No document ${entry} is in this ledger.`,
          'GET /api/documents lists them.',
        )
      const versions = await readStored(ledger, snapshot, `family = ${quoteText(stored.family)}`)
      const document = await readDocument(ledger, snapshot, entry)
      const found = (await readClaimsIn(ledger, snapshot, [entry])).map(({ claim }) => claim)
      const entered = rowsOfAct(snapshot.hand, 'claim').filter(row => row.entry === entry)
      const claims = [...found, ...entered.map(row => row.claim)]
      const { name, title, url, publisher, publishedOn, language, sha256 } = stored
      const coded = {
        document: { id: stored.document, name, title, url, publisher, publishedOn, language, sha256 },
        claims,
        messages: document?.messages ?? [],
      }
      const judged = claims.flatMap(claim => {
        const verdict = snapshot.effects.byClaim.get(claim.id)?.verdict
        return verdict === undefined
          ? []
          : [{ claim: claim.id, verdict: verdict.verdict, row: verdict.id, who: verdict.who }]
      })
      return {
        entry: documentHeadOf(stored),
        reading: { ...coded, text: document?.text ?? '', blocks: document?.blocks ?? [] } as ReadingAnswer,
        judged,
        handEntered: entered.map(row => row.claim.id),
        versions: versions.map(documentHeadOf).reverse(),
      }
    }),
  )

export const addTextRoutes = (server: FastifyInstance, { coder, atDesk, knowledge, shelf }: TextSources): void => {
  const typed = server.withTypeProvider<ZodTypeProvider>()
  typed.post(
    '/api/add',
    {
      handlerTimeout: codingLimit,
      config: { rateLimit: { max: 120, timeWindow: '1 minute' } },
      schema: {
        summary: 'Code a text, a page or an example and keep it in the ledger; the same text again adds nothing',
        description: streamNote,
        tags: ['ledger'],
        body: newSource,
        response: { 200: addAnswer, '4xx': problem },
      },
    },
    (request, reply) =>
      answerLong(request, reply, async watch => {
        const coding = await coder.code(await shelf.find(request.body, watch), watch)
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
      }),
  )
  typed.get(
    '/api/documents/:entry',
    {
      schema: {
        summary: 'A stored document: its text, its claims, its versions, and what people said of them',
        tags: ['ledger'],
        params: z.object({ entry: name }),
        response: { 200: storedReading, '4xx': problem },
      },
    },
    request => readEntry(atDesk, request.params.entry),
  )
}
