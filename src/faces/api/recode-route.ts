// The stored texts read again with the coder that is here: which cells would change, and, where wanted, the new coding kept.
// Law: it works beside the desk on a connection of its own, so that questions are answered meanwhile; one at a time.
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { tellDifference } from '../../ledger/recoding.js'
import type { Stance } from '../../ledger/stances.js'
import { closeLedger, openLedger } from '../../store/ledger.js'
import { readStored } from '../../store/read.js'
import { dropRecoding, recodeLedger, takeRecoding } from '../../store/recode.js'
import { withSnapshot } from '../../store/snapshot.js'
import type { Document } from '../../text/types.js'
import { dayAsked, nameStance } from '../questions/desk.js'
import type { Desk } from '../questions/question.js'
import { namedStance } from '../questions/schemas.js'
import type { AtDesk } from './at-desk.js'
import type { TextCoder } from './coding.js'
import { answerLong, streamNote } from './long-answer.js'
import { ApiTrouble, problem } from './problem.js'
import type { Watch } from './watch.js'

/** Reading a large ledger again takes this long at most, in milliseconds. */
const recodingLimit = 3_600_000
/** The answer lists so many changed cells at most, and counts all. */
const mostChanges = 500

const difference = z.object({
  kind: z.enum(['gained', 'lost', 'changed']),
  before: z.string().nullable().describe('id of the claim as it was'),
  after: z.string().nullable().describe('id of the claim as it would be'),
  fields: z.array(z.string()).describe('what is other, such as "date: 2021-08 → 2021-09-07"'),
  rule: z.string(),
  quote: z.string(),
})

const recodeAnswer = z.object({
  documents: z.int().describe('texts read again'),
  withoutText: z.int().describe('documents whose text is not stored; they stay as they are'),
  differing: z.int().describe('of them, those that are read otherwise'),
  claims: z.strictObject({ gained: z.int(), lost: z.int(), changed: z.int() }),
  cells: z.int().describe('cells whose standing would change'),
  changes: z.array(
    z.object({ before: namedStance.nullable(), after: namedStance.nullable(), claims: z.array(difference) }),
  ),
  taken: z.boolean(),
})
export type RecodeAnswer = z.infer<typeof recodeAnswer>

const recode = async (desk: Desk, coder: TextCoder, take: boolean, { tell, signal }: Watch): Promise<RecodeAnswer> => {
  const ledger = await openLedger(desk.ledger.folder)
  try {
    const of = (await withSnapshot(ledger, snapshot => readStored(ledger, snapshot, "state = 'live'"))).length
    let done = 0
    const code = async (document: Document) => {
      signal.throwIfAborted()
      tell({ step: 'documents', done: done++, of })
      return (await coder.code(document, { tell: () => undefined, signal })).coded
    }
    const reader = { code, signature: coder.name }
    const found = await recodeLedger(ledger, reader, desk.knowledge, dayAsked(desk, undefined), desk.now)
    const taken = take && found.differing > 0
    if (taken) await takeRecoding(ledger, found, desk.knowledge, desk.now)
    else await dropRecoding(found)
    const named = (stance: Stance | null) => (stance === null ? null : nameStance(desk, stance, new Map()))
    return {
      documents: found.documents,
      withoutText: found.withoutText,
      differing: found.differing,
      claims: { ...found.claims },
      cells: found.cells.length,
      changes: found.cells.slice(0, mostChanges).map(({ before, after, claims }) => ({
        before: named(before),
        after: named(after),
        claims: claims.map(tellDifference),
      })),
      taken,
    }
  } finally {
    closeLedger(ledger)
  }
}

export const addRecoding = (server: FastifyInstance, coder: TextCoder, atDesk: AtDesk): void => {
  let busy = false
  server.withTypeProvider<ZodTypeProvider>().route({
    method: 'POST',
    url: '/api/recode',
    handlerTimeout: recodingLimit,
    config: { rateLimit: { max: 20, timeWindow: '1 minute' } },
    schema: {
      summary:
        'Read the stored texts again with this coder: the cells that would change; with take, keep the new coding',
      description: streamNote,
      tags: ['ledger'],
      body: z.strictObject({ take: z.boolean().default(false) }),
      response: { 200: recodeAnswer, '4xx': problem },
    },
    handler: async (request, reply) => {
      const desk = await atDesk(async open => open)
      if (busy)
        throw new ApiTrouble(
          'recoding-under-way',
          409,
          'The texts are being read again already.',
          'Wait for that run, or stop it where it was begun.',
        )
      busy = true
      try {
        return await answerLong(request, reply, watch => recode(desk, coder, request.body.take, watch))
      } finally {
        busy = false
      }
    },
  })
}
