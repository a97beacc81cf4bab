// What syntax/ hands on: one dependency tree per sentence, in Universal Dependencies' own terms.
// A tree has exactly one root and no cycle, whatever the model thought; an empty sentence gives an empty tree.
import type { Token } from '../text/types.js'

export type { Token } from '../text/types.js'

export type Upos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'

/** One UD word of a sentence; `start` and `end` are UTF-16 offsets into Document.text (half-open). */
export interface Word {
  /** Place in the sentence, from 0. */
  readonly index: number
  readonly start: number
  readonly end: number
  /** As in the text, never normalised. */
  readonly form: string
  readonly lemma: string
  readonly upos: Upos
  readonly feats: Readonly<Record<string, string>>
  /** Index of the word it depends on; -1 for the root. */
  readonly head: number
  /** UD relation with its subtype, such as `nsubj:pass`; `root` for the root and for nothing else. */
  readonly deprel: string
  /** Probability of the arc and its relation, 0 to 1. */
  readonly score: number
}

export interface Tree {
  readonly words: readonly Word[]
  /** Indices of words before which an over-long sentence was cut; absent when it was parsed whole. */
  readonly cuts?: readonly number[]
}

/** Trees depend on the sentence alone: neither on its neighbours in a call nor on their order. */
export interface Parser {
  /** Model version, tier and runtime, such as `en-1/accurate/node`. */
  readonly name: string
  parse(sentences: readonly (readonly Token[])[]): Promise<Tree[]>
  /** Frees the model; the parser must not be used afterwards. */
  close(): Promise<void>
}

export type Tier = 'accurate' | 'fast'

export type Runtime = 'node' | 'wasm'
