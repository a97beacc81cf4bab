// What time/ hands on: the words of a text that say when, as shapes that are resolved once the tense of their verb is known.
import type { TimeUnit } from '../../knowledge/time-schema.js'
import type { Span } from '../../text/types.js'
import type { Grain } from '../types.js'

export type Shape =
  /** ISO 8601 of the grain. */
  | { readonly kind: 'absolute'; readonly value: string; readonly grain: Grain }
  /** A day of some year; `shift` moves it by days ("the eve of"). `year` where the words just before told it. */
  | {
      readonly kind: 'month-day'
      readonly month: number
      readonly day: number
      readonly shift: number
      readonly year: number | null
    }
  | { readonly kind: 'month'; readonly month: number; readonly which: number | null; readonly year: number | null }
  /** ISO weekday; `which` −1 last, 0 this, 1 next, null for a bare one. */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly which: number | null }
  /** So many units from the document's day. */
  | { readonly kind: 'offset'; readonly unit: TimeUnit; readonly amount: number }
  /** So many units to come, where the verb looks ahead: "within three months"; "in a day" only where it is in the future. */
  | { readonly kind: 'ahead'; readonly unit: TimeUnit; readonly amount: number; readonly future: boolean }
  /** "That day", "the same year": what was named before; `shift` days from it ("the next day"). */
  | { readonly kind: 'same'; readonly before: Shape | null; readonly shift: number }
  /** Time words that name no day: "recently", "for twenty years". */
  | { readonly kind: 'vague' }
  | { readonly kind: 'duration' }

export interface DateExpression extends Span {
  readonly sentence: number
  /** Words [first, last], and the one that the rest of the sentence holds on to. */
  readonly first: number
  readonly last: number
  readonly head: number
  readonly shape: Shape
  /** "Since …": it began then and goes on. */
  readonly since: boolean
}

/** The dates of a document by sentence, and for each sentence the one that its narrative carries on; null for none. */
export interface DateBook {
  readonly bySentence: readonly (readonly DateExpression[])[]
  readonly carried: readonly (DateExpression | null)[]
}
