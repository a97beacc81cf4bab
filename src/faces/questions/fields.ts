// What a question may be asked with: plain descriptions of its fields, from which flags, query parameters, tool inputs and their checks are
// made. No library is loaded here, so that a command line can be built from them at once.

interface Common {
  readonly about: string
  /** Place among the words after the command's name, from 0; a flag where it is not given. */
  readonly word?: number
}
export type Field =
  | (Common & { readonly kind: 'text'; readonly needed?: boolean })
  | (Common & { readonly kind: 'texts'; readonly needed?: boolean })
  | (Common & {
      readonly kind: 'choice'
      readonly of: readonly string[]
      readonly needed?: boolean
      readonly otherwise?: string
    })
  | (Common & { readonly kind: 'choices'; readonly of: readonly string[] })
  | (Common & { readonly kind: 'day'; readonly needed?: boolean })
  | (Common & { readonly kind: 'share' })
  | (Common & { readonly kind: 'count'; readonly otherwise?: number; readonly most?: number })
  | (Common & { readonly kind: 'flag' })
export type Fields = Readonly<Record<string, Field>>

type Plain<F extends Field> = F extends { kind: 'text' | 'day' }
  ? string
  : F extends { kind: 'texts' }
    ? readonly string[]
    : F extends { kind: 'choice'; of: readonly (infer Word)[] }
      ? Word
      : F extends { kind: 'choices'; of: readonly (infer Word)[] }
        ? readonly Word[]
        : F extends { kind: 'share' | 'count' }
          ? number
          : boolean
/** The value of a field in a checked input: undefined where it may be left out and was. */
type Value<F extends Field> = F extends { needed: true } | { otherwise: unknown } | { kind: 'flag' }
  ? Plain<F>
  : Plain<F> | undefined
export type InputOf<F extends Fields> = { readonly [Name in keyof F]: Value<F[Name]> }

/** A question or an act, before it is answered: what every face shows of it. */
export interface Head<F extends Fields = Fields> {
  readonly name: string
  readonly summary: string
  readonly fields: F
  /** It writes into the ledger. */
  readonly writes: boolean
  /** Command lines that show its use. */
  readonly examples: readonly string[]
}

export const asks = <const F extends Fields>(
  name: string,
  summary: string,
  fields: F,
  examples: readonly string[],
): Head<F> => ({ name, summary, fields, writes: false, examples })
export const acts = <const F extends Fields>(
  name: string,
  summary: string,
  fields: F,
  examples: readonly string[],
): Head<F> => ({ name, summary, fields, writes: true, examples })
