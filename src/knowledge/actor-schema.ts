// The form of knowledge/actors: what an entry of each file may hold. Unknown keys are refused, so that a misspelt key is an error
// with its file and line and never a silent gap.
import { z } from 'zod'

const names = z.array(z.string().min(1)).default([])

export const actorKind = z.enum([
  'state',
  'government',
  'armed-group',
  'party',
  'igo',
  'ngo',
  'people',
  'region',
  'company',
  'media',
  'person',
])

export const sector = z.enum([
  'GOV',
  'MIL',
  'LEG',
  'JUD',
  'PTY',
  'OPP',
  'REB',
  'COP',
  'CVL',
  'IGO',
  'NGO',
  'MED',
  'BUS',
  'REL',
  'SPY',
  'UAF',
  'JEW',
  'MNC',
  'EDU',
  'LAB',
  'REF',
  'ELI',
])

/** One actor: states.yml, organisations.yml, groups.yml, peoples.yml, regions.yml, media.yml, companies.yml are lists of these. */
export const actorEntry = z.strictObject({
  /** alpha-3 for states, else the slug of the common English name without article. */
  id: z.string().regex(/^([A-Z]{3}|[a-z0-9]+(-[a-z0-9]+)*)$/),
  /** The name that tables show. */
  name: z.string().min(1),
  kind: actorKind,
  /** alpha-3 of the state it belongs to or mainly acts in; null for bodies of many states. A state is its own country. */
  country: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .default(null),
  /** Actor id it rolls up to when it acts (a state news agency to its state, a military wing to its party); absent for none. */
  speaksFor: z.string().optional(),
  sectors: z.array(sector).default([]),
  /** Every spelling in which English news names it, `name` included, without a leading article. */
  names,
  /** Names no longer in use, still met in text about their time. */
  former: names,
  /** Matched in upper case only ("UN", "PKK"). */
  abbreviations: names,
  /** "Afghan", "Taliban", "EU-led" is not one. */
  adjectives: names,
  /** Nouns for its people or members: "Afghan", "Afghans", "Talib", "Houthis". */
  people: names,
  /** Capitals and seats that stand for it: "Kabul", "the Kremlin", "Foggy Bottom", "Brussels" (for `eu`). */
  seats: names,
  /** Proper names of its organs: "State Department", "Pentagon", "Knesset", "IRGC", "Bundestag". */
  organs: names,
  /** Larger towns and regions of a state: places, never actors. */
  places: names,
  /** Member states of a body, alpha-3. */
  members: names,
  cow: z.string().optional(),
  fips: z.string().optional(),
  region: z.string().optional(),
  /** Years in which it existed or fought, where that tells two of one name apart. */
  from: z.string().optional(),
  to: z.string().optional(),
})
export type ActorEntry = z.infer<typeof actorEntry>

/** Columns of knowledge/actors/officeholders.tsv, in this order; an empty cell is null; aliases are joined by "|". */
export const officeHolderColumns = [
  'actor',
  'person',
  'aliases',
  'office',
  'from',
  'to',
  'knownUntil',
  'source',
] as const
const orNull = z
  .string()
  .regex(/^(\d{4}(-\d{2}(-\d{2})?)?)?$/)
  .transform(cell => (cell === '' ? null : cell))

/** One person in one office for one actor; `to` null = not known to have ended by `knownUntil`. */
export const officeHolder = z.strictObject({
  /** Actor id that the person acts for: TJK, taliban, un. */
  actor: z.string().min(2),
  /** Full name in western order as news writes it: "Emomali Rahmon". */
  person: z.string().min(2),
  /** Other spellings and name orders, and the surname by which news goes on ("Rahmon"). */
  aliases: z.string().transform(cell => (cell === '' ? [] : cell.split('|'))),
  /** Lower-case noun: president, prime minister, foreign minister, defence minister, king, leader, secretary-general, spokesman. */
  office: z.string().min(1),
  /** ISO day, month or year. */
  from: orNull,
  to: orNull,
  knownUntil: orNull,
  source: z.string(),
})
export type OfficeHolder = z.infer<typeof officeHolder>

/**
 * knowledge/lexicon/en/agent-nouns.yml: common nouns that act for somebody. `class` says how the phrase rolls up:
 *   office    president, minister, spokesman, ambassador, king, official, general: the person acts for the owner
 *   organ     government, ministry, parliament, army, regime, embassy, delegation, leadership: the organ acts for the owner
 *   forces    troops, soldiers, fighters, jets, warships: armed forces of the owner
 *   people    people, citizens, voters, refugees: `<iso>-people`
 *   opposition opposition, rebels, insurgents, protesters, dissidents: `<iso>-<noun>` of their own
 *   group     group, organisation, movement, militia, party, faction: resolves inside the document
 *   country   country, nation, state, republic, neighbour: resolves inside the document
 */
export const agentNoun = z.strictObject({
  noun: z.string().min(1),
  plural: z.string().optional(),
  class: z.enum(['office', 'organ', 'forces', 'people', 'opposition', 'group', 'country']),
  sectors: z.array(sector).default([]),
  /** For `people` and `opposition`: the plain noun of the id ("people", "opposition", "rebels", "protesters"). */
  slug: z.string().optional(),
})
export type AgentNoun = z.infer<typeof agentNoun>
