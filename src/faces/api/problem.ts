// Whatever goes wrong in, an answer of RFC 9457 out (application/problem+json): what happened, where, and what to do.
// Law: the words of an unforeseen error stay in the log; the caller learns that it was ours.
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { LedgerTrouble, type TroubleCode } from '../../store/trouble.js'
import { QuestionTrouble } from '../questions/question.js'

export const problem = z.object({
  type: z.string().describe('A URN that names the kind of trouble'),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  /** What the caller can do about it. */
  remedy: z.string(),
  faults: z
    .array(z.object({ place: z.string(), reason: z.string() }))
    .optional()
    .describe('Which parts of the request were not understood'),
})
export type Problem = z.infer<typeof problem>

/** Trouble that has a status of its own. */
export class ApiTrouble extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    detail: string,
    readonly remedy: string,
  ) {
    super(detail)
  }
}

const statusOfLedger: Readonly<Record<TroubleCode, number>> = {
  'ledger-missing': 404,
  'ledger-there': 409,
  'ledger-newer': 501,
  'ledger-older': 501,
  'ledger-read-only': 403,
  'ledger-full': 507,
  'segment-damaged': 500,
  'rows-refused': 422,
}

const titles: Readonly<Record<number, string>> = {
  400: 'Not understood',
  401: 'A token is needed',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not this way',
  408: 'Too slow',
  409: 'In the way',
  413: 'Too large',
  415: 'Not this kind of content',
  422: 'Cannot be done',
  429: 'Too many requests',
  500: 'Our mistake',
  501: 'Not built',
  502: 'The other side failed',
  503: 'Busy',
  507: 'The disk is full',
}

const remedies: Readonly<Record<number, string>> = {
  400: 'Compare the request with /docs.',
  408: 'Send the request again.',
  413: 'Send less at a time: at most 2 MB a request.',
  415: 'Send application/json.',
  429: 'Wait for the seconds that retry-after tells.',
  500: 'Nothing was changed. Ask again; the log of the server has the details.',
  503: 'Ask again in a moment, or ask for less.',
}

export const problemOf = (
  status: number,
  code: string,
  detail: string,
  remedy = remedies[status] ?? 'See /docs.',
): Problem => ({ type: `urn:demarche:problem:${code}`, title: titles[status] ?? 'Trouble', status, detail, remedy })

/** The words of a fault in the query or the body: "/date" becomes "date". */
const faultsOf = (error: unknown): Problem['faults'] =>
  hasZodFastifySchemaValidationErrors(error)
    ? error.validation.map(({ instancePath, message }) => ({
        place: instancePath.replace(/^\//, '').replaceAll('/', '.') || 'request',
        reason: message ?? 'is not what was asked for',
      }))
    : undefined

/** What the caller is told of an error. */
export const problemOfError = (error: FastifyError | Error): Problem => {
  if (error instanceof ApiTrouble) return problemOf(error.status, error.code, error.message, error.remedy)
  if (error instanceof LedgerTrouble)
    return problemOf(statusOfLedger[error.code], error.code, `The ledger cannot answer: ${error.code}.`, error.remedy)
  if (error instanceof QuestionTrouble)
    return problemOf(error.code === 'not-found' ? 404 : 422, error.code, error.message, 'Nothing was changed.')
  const faults = faultsOf(error)
  if (faults !== undefined) {
    const detail = faults.map(({ place, reason }) => `${place}: ${reason}`).join('; ')
    return { ...problemOf(400, 'request-invalid', detail), faults }
  }
  if (error instanceof RangeError && error.message.startsWith('date-invalid'))
    return problemOf(400, 'date-invalid', error.message)
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500
  if (status >= 500 && status !== 503) return problemOf(500, 'unforeseen', 'The server met an error of its own.')
  return problemOf(
    status,
    'code' in error ? String(error.code).toLowerCase().replaceAll('_', '-') : 'refused',
    error.message,
  )
}

export const sendProblem = (reply: FastifyReply, trouble: Problem): FastifyReply =>
  reply.status(trouble.status).type('application/problem+json').serializer(JSON.stringify).send(trouble)

/** Answers every error, and every address that is none, as a problem. */
export const answerProblems = (server: FastifyInstance): void => {
  server.setErrorHandler((error: FastifyError, request: FastifyRequest, reply) => {
    const trouble = problemOfError(error)
    if (trouble.status >= 500) request.log.error(error)
    return sendProblem(reply, trouble)
  })
}
