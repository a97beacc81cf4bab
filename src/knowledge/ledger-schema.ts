// The form of the ledger's own knowledge in knowledge/codebook: acts that last, and rules of inference.
import { z } from 'zod'

const dimension = z.enum(['recognition', 'endorsement', 'engagement', 'material', 'force'])
const direction = z.enum(['+', '-', '0'])
const texts = z.array(z.string().min(1)).min(1)

/** What an act must be: every key that is there must hold; a list holds where one of its values does. */
const actForm = z.strictObject({
  dimension,
  direction,
  rungs: texts.optional(),
  events: texts.optional(),
  /** Beginnings of CAMEO codes. */
  cameo: texts.optional(),
  relations: texts.optional(),
})
export type ActForm = z.infer<typeof actForm>

/** knowledge/codebook/lasting.yml: a kind of act that holds until an opposite act. */
export const lastingAct = z.strictObject({
  name: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  gloss: z.string().min(1),
  example: z.string().min(1),
  /** The act is of this kind where one form fits. */
  lasts: z.array(actForm).min(1),
  /** What ends it: an act at least as well founded, later, that fits one of these forms. */
  ends: z.array(actForm).min(1),
})
export type LastingAct = z.infer<typeof lastingAct>

const variable = z.string().regex(/^[A-Z]$/)
const positionPattern = z.strictObject({ holder: variable, target: variable, dimension, direction })
const relationPattern = z.strictObject({ subject: variable, relation: z.string().min(1), object: variable })
const statedPosition = z.strictObject({ holder: z.string(), target: z.string(), dimension, direction })
const statedRelation = z.strictObject({ subject: z.string(), relation: z.string(), object: z.string() })

/** knowledge/codebook/inferences.yml: what follows from standing, stated nowhere; different letters are different actors. */
export const inferenceRule = z.strictObject({
  name: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  gloss: z.string().min(1),
  premises: z.array(z.union([positionPattern, relationPattern])).min(2),
  concludes: positionPattern,
  examples: z
    .array(z.strictObject({ given: z.array(z.union([statedPosition, statedRelation])), infers: statedPosition }))
    .min(1),
  /** Facts from which this rule infers nothing. */
  never: z.array(z.array(z.union([statedPosition, statedRelation]))).min(1),
})
export type InferenceRule = z.infer<typeof inferenceRule>
