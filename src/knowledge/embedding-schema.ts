// The form of the lexicons that say what an embedding word does to what it embeds: negating.yml, hedging.yml, conditioning.yml,
// planning.yml, demanding.yml and implicative.yml. One axis a file; all six share this form.
import { z } from 'zod'

/**
 * What a word does to the proposition it embeds, plainly | under its own negation.
 *   does      done | not done ("managed to", "helped")             brings    done | open ("forced")
 *   lets      open | not done ("allowed", "able")                   fact      done | done ("regretted")
 *   not       not done | done ("failed to")                         prevents  not done | open ("blocked")
 *   refuse    refused now | open ("declined to")                    forgo     given up, not done | open ("rejected the offer of")
 *   end       brought to an end | goes on ("stopped")               keep      goes on | brought to an end ("continues to")
 *   plan      planned | refused ("intends to")                      try       planned | not done ("tried to")
 *   demand    demanded | nothing said ("called for")                forbid    demanded not to be | nothing said ("warned against")
 *   possible  possible | not done ("chance of")                     open      possible | possible ("considers")
 *   predict   predicted | predicted not to be ("expects")           believe   as it is | negated ("thinks")
 *   doubt     possible not | possible ("doubts that")               unreal    not done | open ("pretended")
 *   condition conditional | conditional ("depends on")
 */
export const effect = z.enum([
  'does',
  'brings',
  'lets',
  'fact',
  'not',
  'prevents',
  'refuse',
  'forgo',
  'end',
  'keep',
  'plan',
  'try',
  'demand',
  'forbid',
  'possible',
  'open',
  'predict',
  'believe',
  'doubt',
  'unreal',
  'condition',
])
export type Effect = z.infer<typeof effect>

/**
 * Frame → lemmas. Frames: `to` (infinitive, bare ones too), `ing` (gerund), `that` (finite clause), `whether`, `object` (a noun as its
 * object or passive subject), `subject` (a noun as its subject), and prepositions under their own names (a noun or a gerund after them).
 * Of several words the first is the host and the others stand below it: "stop short", "rule out".
 */
const byFrame = z.record(z.string().regex(/^[a-z]+( [a-z]+)*$/), z.array(z.string().min(2)))

const embeddingHost = z.strictObject({
  effect,
  verb: byFrame.optional(),
  noun: byFrame.optional(),
  adjective: byFrame.optional(),
})

const byEffect = z.partialRecord(effect, z.array(z.string().min(2)))

export const embeddingLexicon = z.strictObject({
  /** The axis, as traces name it. */
  axis: z.string().min(2),
  hosts: z.array(embeddingHost).default([]),
  /** Auxiliaries of the predicate itself. */
  modals: byEffect.default({}),
  /** Adverbs and particles on the predicate, of several words joined by spaces. */
  adverbs: byEffect.default({}),
  /** What introduces the predicate's own clause or phrase: "without", "instead of", "if". */
  markers: byEffect.default({}),
  /** Adjectives and participles before a noun that is the predicate: "planned", "possible", "suspended". */
  attributes: byEffect.default({}),
  /** What introduces a clause or phrase on which the predicate hangs: "unless", "in exchange for". */
  conditions: z.array(z.string().min(2)).default([]),
  /** Adjectives before a noun that make its infinitive a fact: "the first state to recognise". */
  singling: z.array(z.string().min(2)).default([]),
  /** Words whose presence as subject, object or determiner negates the predicate: "nobody", "no". */
  quantifiers: z.array(z.string().min(2)).default([]),
})
export type EmbeddingLexicon = z.infer<typeof embeddingLexicon>
