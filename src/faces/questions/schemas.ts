// The parts that answers share, as schemas: what every face sends out.
import { z } from 'zod'
import { bases, dimensions, directions, modalities } from '../../ledger/vocabulary.js'

export const dimension = z.enum(dimensions)
export const direction = z.enum(directions)
export const modality = z.enum(modalities)
export const basis = z.enum(bases)
const isoDate = z.string().describe('ISO 8601 day, month, year, decade ("199X") or span')

export const beside = z.object({
  modality,
  direction,
  basis,
  date: isoDate.nullable(),
  claim: z.string(),
})

export const stance = z.object({
  holder: z.string(),
  target: z.string(),
  dimension,
  direction: direction.nullable(),
  status: z
    .enum(['current', 'unconfirmed', 'denied', 'undated', 'beside'])
    .describe('unconfirmed: not confirmed since; denied: alleged, denied; beside: only planned, possible … positions'),
  disputed: z.boolean(),
  basis: basis.nullable(),
  rung: z.string().nullable(),
  since: isoDate.nullable(),
  lastConfirmed: isoDate.nullable(),
  origins: z.int().describe('independent origins, never rows'),
  claims: z.int(),
  confidence: z.number().nullable(),
  reviewed: z.boolean(),
  before: z.object({ direction, date: isoDate }).nullable(),
  beside: z.array(beside),
  evidence: z.array(z.string()).describe('ids of claims, the deciding one first'),
  disagreeing: z.array(z.string()),
})

/** A stance that answers a question about a state through whoever governs it. */
export const through = z
  .object({ actor: z.string(), governs: z.string(), since: isoDate.nullable() })
  .nullable()
  .describe('set where the stance is of, or toward, whoever governed the state asked about')
export const namedStance = stance.extend({ holderName: z.string(), targetName: z.string(), through })
export type NamedStance = z.infer<typeof namedStance>

export const message = z.object({ place: z.string(), rule: z.string(), reason: z.string() })

/** How a page of a longer list is cut. */
export const paged = { total: z.int(), offset: z.int(), limit: z.int() }

export const documentHead = z.object({
  entry: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  publisher: z.string().nullable(),
  publishedOn: z.string().nullable(),
  state: z.enum(['live', 'superseded', 'withdrawn']),
  addedAt: z.string(),
  claims: z.int(),
  coder: z.string(),
})

const voice = z.object({ speaker: z.string(), form: z.string() })
export const evidence = z.object({
  claim: z.string(),
  says: z.string().describe('the position in words, or what the claim says'),
  sentence: z.string().describe('what it claims, as one sentence without a stop'),
  paragraph: z
    .object({ before: z.string(), after: z.string() })
    .nullable()
    .describe('the rest of the paragraph around the quotation; null where the text is not at hand'),
  quote: z.object({
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
    start: z.int(),
    end: z.int(),
    /** Verified against the stored text when read. */
    state: z.enum(['there', 'moved', 'lost', 'no text']),
  }),
  voices: z.array(voice).describe('outermost first'),
  modality,
  polarity: z.enum(['affirmed', 'negated']),
  date: isoDate.nullable(),
  dateBasis: z.string(),
  positions: z.array(
    z.object({ holder: z.string(), target: z.string(), dimension, direction, rung: z.string().nullable() }),
  ),
  basis: basis.nullable(),
  confidence: z.number(),
  rule: z.string(),
  coder: z.string(),
  handEntered: z.boolean(),
  counts: z.enum(['counts', 'superseded', 'withdrawn', 'judged wrong', 'set aside', 'corrected']),
  judgements: z.array(
    z.object({ row: z.string(), say: z.string(), who: z.string(), at: z.string(), reason: z.string().nullable() }),
  ),
  document: documentHead.nullable(),
  source: z.object({ title: z.string().nullable(), url: z.string().nullable(), publishedOn: z.string().nullable() }),
  origin: z.int().nullable().describe('equal numbers are one origin'),
  kin: z
    .object({
      claim: z.string(),
      by: z
        .enum(['document', 'words', 'copy', 'medium'])
        .describe(
          'document: stands in the same; words: repeats them; copy: nearly so; medium: passes on the same report',
        ),
      similarity: z.number().nullable().describe('of a copy: estimated share of equal runs of words, 0 to 1'),
    })
    .nullable()
    .describe('the earlier claim with which it is one origin, and why; null for the first of an origin'),
  citation: z.string(),
})
export type Evidence = z.infer<typeof evidence>
