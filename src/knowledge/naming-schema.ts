// The form of the lexicons by which actors are recognised: naming.yml, places.yml, references.yml, and the dated facts of
// actors/governing.yml and actors/ambiguous.yml. Unknown keys are refused.
import { z } from 'zod'
import { actorKind, sector } from './actor-schema.js'

const words = z.array(z.string().min(1))
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** knowledge/lexicon/en/places.yml: when a name only says where. */
export const placeLexicon = z.strictObject({
  locative: words,
  directional: words,
  'seat-locative': words,
  trusting: words,
  movements: words,
  'place-objects': words,
  'place-subjects': words,
  'place-heads': words,
  held: words,
  'hyphen-owning': words,
  'hyphen-placing': words,
  'hyphen-prefixes': words,
})
export type PlaceLexicon = z.infer<typeof placeLexicon>

/** knowledge/lexicon/en/references.yml: words that point back to an actor. */
export const referenceLexicon = z.strictObject({
  pronouns: z.strictObject({
    person: words,
    thing: words,
    several: words,
    speaker: words,
    'lone-speaker': words,
  }),
  feminine: words,
  pointing: words,
  indefinite: words,
  other: words,
  light: words,
  humans: words,
  'organs-of-state': words,
  'bare-organs': words,
  estranged: words,
  worldwide: words,
  'whole-people': words,
  repressive: words,
  nationals: z.strictObject({ popular: words, suffered: words, dealing: words }),
  kinds: z.array(z.strictObject({ nouns: words, kinds: z.array(actorKind) })),
  pairs: z.strictObject({ lands: words, parties: words, people: words }),
  fraternal: words,
  numbers: words,
  /** Exactly the states of `regions` (as states.yml names them), of `states` and of the body `members`. */
  lands: z.array(
    z.strictObject({
      words,
      regions: words.default([]),
      states: z.array(z.string().regex(/^[A-Z]{3}$/)).default([]),
      members: z.string().optional(),
    }),
  ),
  counterparts: words,
  opposite: words,
  sides: words,
  'empty-it-heads': words,
  taking: words,
  speech: words,
  calendar: words,
  meeting: words,
  'meeting-directly': words,
  meetings: words,
  accompanying: words,
  'joint-acts': words,
  facing: words,
  mediating: words,
})
export type ReferenceLexicon = z.infer<typeof referenceLexicon>

/** knowledge/lexicon/en/antecedents.yml: how much each mark of a phrase speaks for a pronoun's meaning it. */
export const antecedentLexicon = z.strictObject({
  /** Odds above which the likeliest antecedent is taken, for each number of pronoun. */
  sure: z.strictObject({ person: z.number(), thing: z.number(), several: z.number() }),
  /** Natural logarithms of odds. */
  weights: z.record(z.string(), z.number()),
})
export type AntecedentLexicon = z.infer<typeof antecedentLexicon>

/** knowledge/lexicon/en/naming.yml: how people and bodies are introduced. */
export const namingLexicon = z.strictObject({
  titles: words,
  'state-offices': words,
  'own-minded': words,
  chiefs: words,
  'ordinary-surnames': words,
  /** alpha-3 of states whose people put the surname first in English news. */
  'surname-first': z.array(z.string().regex(/^[A-Z]{3}$/)),
  former: words,
  'owner-prepositions': z.strictObject({
    office: words,
    organ: words,
    forces: words,
    people: words,
    opposition: words,
    group: words,
    country: words,
  }),
  posted: words,
  belonging: words,
  listing: words,
  'list-heads': words,
  members: words,
  companion: words,
  leading: words,
  led: words,
  bodies: z.array(z.strictObject({ nouns: words, kind: actorKind, sectors: z.array(sector) })),
  'naming-heads': words,
  'ship-prefixes': words,
})
export type NamingLexicon = z.infer<typeof namingLexicon>

/** One row of knowledge/actors/governing.yml: text dated within [from, to] that names the government of `state` means `by`. */
export const governing = z.strictObject({
  state: z.string().regex(/^[A-Z]{3}$/),
  by: z.string(),
  from: day,
  /** Null while it lasts. */
  to: day.nullable(),
})
export type Governing = z.infer<typeof governing>

/** One row of knowledge/actors/ambiguous.yml. */
export const ambiguousName = z.strictObject({
  name: z.string().min(1),
  readings: z
    .array(
      z.strictObject({
        /** Actor id; null where the name is no actor in this reading. */
        id: z.string().nullable(),
        near: words,
      }),
    )
    .min(1),
})
export type AmbiguousName = z.infer<typeof ambiguousName>
