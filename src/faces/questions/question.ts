// What a question is: its head, the schemas of what goes in and comes out, and how it is answered from a ledger.
import { z } from 'zod'
import type { Knowledge } from '../../knowledge/sources.js'
import type { Ledger } from '../../store/ledger.js'
import type { Field, Fields, Head, InputOf } from './fields.js'

/** What answering needs: the ledger, what is known, and what time it is. */
export interface Desk {
  readonly ledger: Ledger
  readonly knowledge: Pick<Knowledge, 'actors' | 'officeHolders' | 'governing' | 'lastingActs' | 'inferences'>
  /** Milliseconds since 1970; "today" is its day, UTC. */
  readonly now: number
}

export interface Question<F extends Fields = Fields, Out extends z.ZodType = z.ZodType> {
  readonly head: Head<F>
  readonly input: z.ZodType<InputOf<F>>
  readonly output: Out
  readonly answer: (desk: Desk, input: InputOf<F>) => Promise<z.output<Out>>
}

const isoDay = z.iso.date()
/** Text of 1 to `most` units. No name, id or quotation holds U+0000, and the store cannot look for it. */
const text = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\0]*$/, 'holds the character U+0000, which no text may')

const fieldSchema = (field: Field): z.ZodType => {
  const bare = bareSchema(field)
  const described = bare.describe(field.about)
  if ('otherwise' in field && field.otherwise !== undefined) return described.default(field.otherwise as never)
  if (field.kind === 'flag') return described.default(false as never)
  return 'needed' in field && field.needed === true ? described : described.optional()
}

const bareSchema = (field: Field): z.ZodType => {
  switch (field.kind) {
    case 'text':
      return text(4000)
    case 'texts':
      return z.array(text(400)).min(1).max(500)
    case 'choice':
      return z.enum(field.of as [string, ...string[]])
    case 'choices':
      return z.array(z.enum(field.of as [string, ...string[]])).min(1)
    case 'day':
      return isoDay
    case 'share':
      return z.number().min(0).max(1)
    case 'count':
      return z
        .int()
        .min(0)
        .max(field.most ?? 1_000_000_000)
    case 'flag':
      return z.boolean()
  }
}

/** The schema of a question's input, from its fields. */
export const inputSchema = <F extends Fields>(head: Head<F>): z.ZodType<InputOf<F>> =>
  z.strictObject(
    Object.fromEntries(Object.entries(head.fields).map(([name, field]) => [name, fieldSchema(field)])),
  ) as unknown as z.ZodType<InputOf<F>>

export const define = <F extends Fields, Out extends z.ZodType>(
  head: Head<F>,
  output: Out,
  answer: (desk: Desk, input: InputOf<F>) => Promise<z.output<Out>>,
): Question<F, Out> => ({ head, input: inputSchema(head), output, answer })

/** A question that cannot be answered as it was asked: what to change. */
export class QuestionTrouble extends Error {
  constructor(
    readonly code: 'not-found' | 'not-clear' | 'not-possible',
    message: string,
  ) {
    super(message)
  }
}
