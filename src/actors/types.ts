// What actors/ hands on: who is named, meant or referred to, and where. An Actor's id never changes with time (codebook rules 8 and 14).
import type { Span } from '../text/types.js'

export type ActorKind =
  | 'state' // a state or a partly recognised polity
  | 'government' // a government apart from its state (rival or exile governments)
  | 'armed-group'
  | 'party' // a party, movement or opposition
  | 'igo' // an intergovernmental body or bloc
  | 'ngo'
  | 'people' // a people, an ethnic group, citizens, protesters
  | 'region' // a region or territory that acts for itself
  | 'company'
  | 'media'
  | 'person' // a person who rolls up to nobody

/** PLOVER's sector codes, as many as fit. */
export type Sector =
  | 'GOV'
  | 'MIL'
  | 'LEG'
  | 'JUD'
  | 'PTY'
  | 'OPP'
  | 'REB'
  | 'COP'
  | 'CVL'
  | 'IGO'
  | 'NGO'
  | 'MED'
  | 'BUS'
  | 'REL'
  | 'SPY'
  | 'UAF'
  | 'JEW'
  | 'MNC'
  | 'EDU'
  | 'LAB'
  | 'REF'
  | 'ELI'

/** Who acts for the actor, where the text names an organ or a person: "Emomali Rahmon", "president". */
export interface Agent {
  readonly name: string | null
  readonly office: string | null
}

/** An actor as a claim names it, after roll-up. */
export interface Actor {
  /** ISO 3166 alpha-3 for states (XKX, PSE, TWN included), else a lower-case slug. */
  readonly id: string
  readonly name: string
  /** The words of the text that name it, as they stand. */
  readonly surface: string
  readonly kind: ActorKind
  /** alpha-3 of the state it belongs to, or null. */
  readonly country: string | null
  readonly sectors: readonly Sector[]
  readonly agent: Agent | null
}

/** How the text came to name the actor. */
export type Via =
  | 'name'
  | 'adjective'
  | 'people'
  | 'seat'
  | 'office'
  | 'person'
  | 'organ'
  | 'abbreviation'
  | 'learned'
  | 'pronoun'
  | 'description'
  | 'issuer'

/** One noun phrase (or possessive or adjective) that denotes an actor; `start`/`end` cover the phrase. */
export interface Mention extends Span {
  readonly sentence: number
  /** Index in the sentence's tree of the word that heads the phrase: the word on which a verb's subject or object edge lands. */
  readonly head: number
  /** Word range [first, last] of the phrase, for evidence. */
  readonly first: number
  readonly last: number
  readonly actor: Actor
  /**
   * `party`: may act or be acted toward. `place`: the name stands for a place here. `modifier`: an adjective or possessive
   * ("Afghan", "Pakistan's") inside a phrase headed by something that is no actor ("Afghan soil", "Pakistan's support").
   */
  readonly role: 'party' | 'place' | 'modifier'
  readonly via: Via
  /** 0–1: how sure the reading is. */
  readonly score: number
  /** Other readings, best first, as ids with their scores. */
  readonly others: readonly { readonly id: string; readonly score: number }[]
}
