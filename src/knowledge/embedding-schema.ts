// The form of the lexicons that say what an embedding word does to what it embeds: negating.yml, hedging.yml, conditioning.yml,
// planning.yml, demanding.yml and implicative.yml. One axis a file; all six share this form.
import { z } from 'zod'

/**
 * What a word does to the proposition it embeds, plainly | under its own negation.
 *   does      done | not done ("managed to", "helped")             brings    done | open ("forced")
 *   lets      open | not done ("allowed", "able")                   fact      done | done ("regretted")
 *   tell      as it is told | open ("claims to")                    unreal    not done | open ("pretended")
 *   not       not done | done ("failed to")                         prevents  not done | open ("blocked")
 *   refuse    refused now | done ("declined to")                    exclude   refused now | open ("ruled out")
 *   forgo     given up, not done | open ("abandoned the plan of")
 *   end       brought to an end | goes on ("stopped")               keep      goes on | brought to an end ("continues to")
 *   plan      planned | refused ("intends to")                      try       planned | not done ("tried to")
 *   demand    demanded | nothing said ("called for")                forbid    demanded not to be | nothing said ("warned against")
 *   possible  possible | not done ("chance of")                     open      possible | possible ("considers")
 *   predict   predicted | predicted not to be ("expects")           believe   as it is | negated ("thinks")
 *   doubt     possible not | possible ("doubts that")
 *   condition conditional | conditional ("depends on")
 */
export const effect = z.enum([
  'does',
  'brings',
  'tell',
  'lets',
  'fact',
  'not',
  'prevents',
  'refuse',
  'exclude',
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
 * Frame → lemmas. Frames: `to` (infinitive, bare ones too), `object to` (an infinitive whose doer the host has as its object), `ing`
 * (gerund), `that` (finite clause), `that mandative` (one with a bare verb or a modal, as after "insisted that"), `whether`, `object` (a noun
 * as its object or passive subject), `object owned` (one that has an owner: "their support"), `subject` (a noun as its subject), and prepositions under their own names (a noun or a gerund after them).
 * Of several words the first is the host and the others stand below it: "stop short", "rule out".
 */
const byFrame = z.record(z.string().regex(/^[a-z]+( [a-z]+)*$/), z.array(z.string().min(2)))

const embeddingHost = z.strictObject({
  effect,
  /** The effect where the host is in the past tense or the perfect: "was able to", "had to". */
  past: effect.optional(),
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
  /** What introduces a clause or phrase on which the predicate hangs: "unless". */
  conditions: z.array(z.string().min(2)).default([]),
  /** The same for what is still to come; a deed that was done does not hang on them: "until", "in exchange for". */
  terms: z.array(z.string().min(2)).default([]),
  /** Adjectives before a noun that make its infinitive a fact: "the first state to recognise". */
  singling: z.array(z.string().min(2)).default([]),
  /** Verbs by which "I" and "we" politely do what the infinitive names: "would like to thank". */
  courtesies: z.array(z.string().min(2)).default([]),
  /** Verbs of deeds done by saying them or in order to show something: done after a courtesy and as the purpose of what was done. */
  performing: z.array(z.string().min(2)).default([]),
  /** Verbs of deeds that their means already do: what is sent, built or signed "to help" helps. */
  serving: z.array(z.string().min(2)).default([]),
  /** Words and phrases as subject, object or determiner that negate the predicate: "nobody", "no", "not a single". */
  quantifiers: z.array(z.string().min(2)).default([]),
})
export type EmbeddingLexicon = z.infer<typeof embeddingLexicon>
