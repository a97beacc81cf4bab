// A claim: one proposition that the text puts forward, on the word of somebody, with its exact quotations (codebook section 1).
// The property names and their order are the contract of `--format jsonl`.
import type { Actor } from '../actors/types.js'
import type { Message, Span } from '../text/types.js'
import type { Slant } from './slant/read-slant.js'

export type EventType =
  | 'AGREE'
  | 'CONSULT'
  | 'SUPPORT'
  | 'CONCEDE'
  | 'COOPERATE'
  | 'AID'
  | 'RETREAT'
  | 'REQUEST'
  | 'ACCUSE'
  | 'REJECT'
  | 'THREATEN'
  | 'PROTEST'
  | 'SANCTION'
  | 'MOBILIZE'
  | 'COERCE'
  | 'ASSAULT'
export type Polarity = 'affirmed' | 'negated'
export type Modality = 'actual' | 'planned' | 'conditional' | 'possible' | 'demanded' | 'predicted'
export type VoiceForm = 'said' | 'denied' | 'asked' | 'reported' | 'believed' | 'posted'
export type Dimension = 'recognition' | 'endorsement' | 'engagement' | 'material' | 'force'
export type Direction = '+' | '-' | '0'
export type Grain = 'day' | 'month' | 'year' | 'decade'

/** A W3C text quotation and position in one: `exact` equals text.slice(start, end); prefix and suffix hold up to 32 units of context. */
export interface Quote extends Span {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** One voice of the chain; the chain runs from the outermost to the innermost. */
export interface VoiceLink {
  readonly speaker: 'author' | 'unnamed' | Actor
  readonly form: VoiceForm
  readonly cue: Quote | null
}

export interface ClaimDate {
  /** ISO 8601 of the given grain ("2021-09-08", "2021-09", "2021", "199X" for a decade); null where unknown. */
  readonly value: string | null
  readonly grain: Grain | null
  readonly words: string | null
  readonly basis: 'text' | 'document' | 'unknown'
}

export interface Position {
  readonly holder: string
  readonly target: string
  readonly dimension: Dimension
  readonly direction: Direction
  readonly rung: string | null
}

export interface ClaimEvent {
  /** Null for plain statements and appeals that PLOVER leaves out (CAMEO 01, 02). */
  readonly type: EventType | null
  readonly mode: string | null
  readonly contexts: readonly string[]
  readonly cameo: string
}

export interface Figure {
  readonly value: number
  readonly unit: string
  readonly approximation: 'exact' | 'about' | 'at least' | 'at most' | 'rank'
  readonly of: string | null
}

export interface ClaimQuotes {
  readonly trigger: Quote
  readonly actor: readonly Quote[]
  readonly recipient: readonly Quote[]
  readonly cue: readonly Quote[]
  readonly date: readonly Quote[]
  readonly polarity: readonly Quote[]
  readonly modality: readonly Quote[]
}

export interface Claim {
  readonly id: string
  readonly kind: 'event' | 'relation' | 'figure'
  readonly actors: readonly Actor[]
  readonly recipients: readonly Actor[]
  readonly event: ClaimEvent | null
  readonly relation: { readonly name: string } | null
  readonly figure: Figure | null
  readonly polarity: Polarity
  readonly modality: Modality
  readonly attribution: readonly VoiceLink[]
  readonly hearsay: boolean
  readonly opinion: boolean
  readonly date: ClaimDate
  readonly positions: readonly Position[]
  readonly quote: Quote
  readonly quotes: ClaimQuotes
  readonly confidence: number
  readonly rule: string
  readonly coder: string
}

/** Somebody's saying, asking, denying or believing something, or a stance that brings in no proposition; whether a claim rests on it or not. */
export interface StatedAttribution {
  readonly speaker: VoiceLink['speaker']
  readonly form: VoiceForm
  /** False for stances on a thing, which bring in no proposition ("criticised the deal"). */
  readonly voice: boolean
  readonly negated: boolean
  readonly hearsay: boolean
  /** The content is, or holds, a direct quotation. */
  readonly direct: boolean
  /** The words that bring it in; null for posts and quotations that name their author. */
  readonly cue: Quote | null
  /** The words that name who speaks; null where none do ("reportedly"). */
  readonly source: Quote | null
  readonly content: readonly Quote[]
}

/** What a coded document may carry beside its claims. */
export type Beside = 'attributions' | 'slant'

/** One line of `demarche code --format jsonl`. */
export interface CodedDocument {
  readonly document: {
    readonly id: string
    readonly name: string
    readonly title: string | null
    readonly url: string | null
    readonly publisher: string | null
    readonly publishedOn: string | null
    readonly language: string
    readonly sha256: string
  }
  readonly claims: readonly Claim[]
  readonly messages: readonly Message[]
  /** Where asked for. */
  readonly attributions?: readonly StatedAttribution[]
  /** Where asked for. */
  readonly slant?: Slant
}
