// What voices/ hands on: who says what in a document, as spans. The law kept here: a voice without content is no voice, and one that the
// text does not name is `unnamed`, never guessed.
import type { Mention } from '../../actors/types.js'
import type { Span } from '../../text/types.js'
import type { VoiceForm } from '../types.js'

/** Who speaks: the text's own author, nobody by name, a known actor, or somebody named whom the actors stage does not know. */
export type Speaker =
  | { readonly kind: 'author' }
  | { readonly kind: 'unnamed' }
  | { readonly kind: 'mention'; readonly mention: Mention }
  | { readonly kind: 'name'; readonly span: Span }

/** One voice with what it says. */
export interface Attribution {
  /** The sentence of the cue; of the first content where there is none. */
  readonly sentence: number
  readonly form: VoiceForm
  /** Family of saying.yml, or `adverb`, `sourcing`, `post`, `quotation`. */
  readonly family: string
  /** How the content stands to the cue: a frame of saying.yml, `clause` for adverbs and sourcing phrases, `quote`, or `block`. */
  readonly frame: string
  /** False for stances on a thing, which bring in no proposition ("criticised the deal"). */
  readonly voice: boolean
  /** Words [first, last] of the cue in its sentence, and their span; null for posts and quotations without a cue. */
  readonly cue: { readonly head: number; readonly first: number; readonly last: number; readonly span: Span } | null
  readonly speaker: Speaker
  /** The words that name the source; null where it has none of its own ("reportedly"). */
  readonly source: Span | null
  readonly content: readonly Span[]
  /** The cue itself is negated: "did not say that". */
  readonly negated: boolean
  /** True where nobody by name vouches for it: "reportedly", "was said to". */
  readonly hearsay: boolean
  /** The cue stands inside a direct quotation: a voice within somebody's own words. */
  readonly quoted: boolean
  /** The content is, or holds, a direct quotation of this voice. */
  readonly direct: boolean
}
