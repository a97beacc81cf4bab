// The form of knowledge/rules/en/*.yml, one file a relation: which words trigger it, which roles hold its parties, what it gives.
// Unknown keys and unknown terms are refused with file and line.
import { z } from 'zod'
import { actorKind } from './actor-schema.js'

export const eventTypes = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const
export const eventType = z.enum(eventTypes)

/** "recognition+" is who toward whom; "force- who>third" names the two ends. */
export const positionTerm = z
  .string()
  .regex(/^(recognition|endorsement|engagement|material|force)[+\-0]( (who|whom|third)>(who|whom|third))?$/)

/** Lemmas, or "@" and the name of a list in _words.yml; of several words one is the predicate and the others stand below it: the first of "break off", the last of the noun "peace deal". */
const triggers = z.strictObject({
  verb: z.array(z.string().min(1)).optional(),
  noun: z.array(z.string().min(1)).optional(),
  adjective: z.array(z.string().min(2)).optional(),
})

/** A role, or steps from role to role joined by ">" ("object>possessor"), or "@" and the name of a list in _paths.yml. */
const paths = z
  .union([z.string(), z.array(z.string())])
  .transform(value => (typeof value === 'string' ? [value] : value))
const lemmasByRole = z.record(z.string(), z.array(z.string().min(1)))

export const gives = z.strictObject({
  /** Null for statements and appeals that PLOVER leaves out, and for relations. */
  event: eventType.nullable().default(null),
  mode: z.string().nullable().default(null),
  cameo: z
    .string()
    .regex(/^\d{2,4}$/)
    .nullable()
    .default(null),
  contexts: z.array(z.string()).default([]),
  relation: z.string().optional(),
  /** The modality of what is given, where the trigger itself sets it: a demand is `demanded`. */
  modality: z.enum(['planned', 'demanded']).optional(),
  positions: z.array(positionTerm).default([]),
  rung: z.string().optional(),
})
export type Gives = z.infer<typeof gives>

const example = z.strictObject({
  text: z.string().min(10),
  /** Actor ids that the claim must have as actors and as recipients. */
  who: z.union([z.string(), z.array(z.string())]).optional(),
  whom: z.union([z.string(), z.array(z.string())]).optional(),
  /** Positions that must be there, "PAK taliban recognition+". */
  positions: z.array(z.string()).optional(),
  modality: z.string().optional(),
  polarity: z.string().optional(),
  event: eventType.optional(),
})

const kinds = z.array(z.union([actorKind, z.literal('power')]))

export const rule = z.strictObject({
  name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** Own triggers; without them the file's count, limited by `on`. */
  triggers: triggers.optional(),
  on: z.array(z.enum(['verb', 'noun', 'adjective'])).optional(),
  who: paths,
  whom: paths.default([]),
  third: paths.default([]),
  /** Kinds of actor that may stand there; `power` = states, governments, armed groups, parties, bodies, regions, peoples. */
  'who-is': kinds.optional(),
  'whom-is': kinds.optional(),
  /**
   * The head of the role must, or must not, be one of these lemmas; "*" = any, "#person" = somebody known by name, "#bare" =
   * a verb in its plain form without an auxiliary ("that he leave"), "@" = a list in _words.yml.
   */
  with: lemmasByRole.optional(),
  without: lemmasByRole.optional(),
  /** The rule holds only where the predicate is so presented. */
  when: z.enum(['demanded', 'planned', 'conditional']).optional(),
  /**
   * `one`: who toward whom. `both`: each party stands so toward each other one. `among`: parties named together toward each other ("X and
   * Y have ties"), else who toward whom ("X has ties with Y").
   */
  ways: z.enum(['one', 'both', 'among']).default('one'),
  /** Which sides must be found; `either` = one will do. Left out: the doer, and where it is not the clause's own subject the other side as well. */
  needs: z.enum(['whom', 'who', 'both', 'either']).optional(),
  /** True for what is done by saying it: the holder is the innermost voice (codebook rule 13). */
  spoken: z.boolean().default(false),
  /** True where the text may leave the other party to the context: "recalled its envoy" from whom it has just told of, or from whom it is about. */
  'from-context': z.boolean().default(false),
  /**
   * Both sides may be of one state, so that a side which nobody owns is read as of the other one's: only its `parts` ("Peru jailed two
   * activists"), or the `state` itself as well ("Peru's president dismissed a minister"). Such a claim gives no position (codebook rule 17).
   */
  domestic: z.enum(['parts', 'state']).optional(),
  /** True where not doing it counts as refusing it (codebook rule 2): recognition and diplomatic relations. */
  'absence-counts': z.boolean().default(false),
  gives,
  examples: z.array(example).min(1),
  never: z.array(z.string().min(5)).min(1),
})
export type Rule = z.infer<typeof rule>

export const ruleFile = z.strictObject({
  relation: z.string().min(2),
  about: z.string().optional(),
  triggers: triggers.default({}),
  rules: z.array(rule).min(1),
})
export type RuleFile = z.infer<typeof ruleFile>

/** knowledge/rules/en/_paths.yml: names for lists of paths that many rules share. */
export const pathNames = z.record(z.string().regex(/^[a-z]+(-[a-z]+)*$/), z.array(z.string()))

/** knowledge/rules/en/_words.yml: names for lists of lemmas that many rules share. */
export const wordLists = z.record(z.string().regex(/^[a-z]+(-[a-z]+)*$/), z.array(z.string().min(1)))

/** knowledge/lexicon/en/constructions.yml: verbs by what they do to the arguments of the words they govern. */
export const constructionLexicon = z.strictObject({
  'one-sided': z.array(z.string()),
  'object-control': z.array(z.string()),
  purposive: z.array(z.string()),
  support: z.array(z.string()),
  'oblique-support': z.array(z.string()),
  receiving: z.array(z.string()),
  'nominal-support': z.array(z.string()),
  companion: z.array(z.string()),
  groups: z.array(z.string()),
  shells: z.array(z.string()),
  'done-to': z.array(z.string()),
  foreign: z.array(z.string()),
  stative: z.array(z.string()),
  bringing: z.array(z.string()),
  assembling: z.array(z.string()),
  measure: z.array(z.string()),
  'home-places': z.array(z.string()),
})
export type ConstructionLexicon = z.infer<typeof constructionLexicon>

/** knowledge/lexicon/en/figures.yml: words around numbers. */
export const figureLexicon = z.strictObject({
  /** Verbs that equate their subject with a share or a rank: "form", "constitute", "make". */
  equating: z.array(z.string()),
  /** Words before a number and what they make of it. */
  approximating: z.record(z.string(), z.enum(['about', 'at least', 'at most'])),
  ordinals: z.record(z.string(), z.number().int()),
  superlatives: z.array(z.string()),
})
export type FigureLexicon = z.infer<typeof figureLexicon>
