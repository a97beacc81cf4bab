// What the lexicon knows of words that stand between a predicate and its arguments, bound once.
import type { ConstructionLexicon } from '../../knowledge/rule-schema.js'

/** What the lexicon knows of verbs that stand between a predicate and its arguments. */
export interface Constructions {
  /** Verbs whose object, not their subject, does what the infinitive says: "urged Iran to withdraw". */
  readonly objectControl: ReadonlySet<string>
  /** Of these, verbs whose infinitive may as well be their own purpose: "lead a coalition to defeat it". */
  readonly purposive: ReadonlySet<string>
  /** Verbs that lend their subject to a noun: "hold talks", "launch an attack". */
  readonly support: ReadonlySet<string>
  /** Verbs that lend their subject to a noun in a prepositional phrase: "engage in talks", "come under attack". */
  readonly obliqueSupport: ReadonlySet<string>
  /** Verbs whose subject receives what the noun names: "received aid", "came under attack". */
  readonly receiving: ReadonlySet<string>
  /** Nouns that lend their arguments to the noun after "of": "provision of", "imposition of". */
  readonly nominalSupport: ReadonlySet<string>
  /** Verbs that share their subject's deed with a companion: "joined X in condemning". */
  readonly companion: ReadonlySet<string>
  /** Words for those who were just told to act together: "they", "the two leaders". */
  readonly groups: ReadonlySet<string>
  /** Nouns that take up a deed told before: "the move". */
  readonly shells: ReadonlySet<string>
  /** Nouns whose "of" names to whom it is done: "the killing of". */
  readonly doneTo: ReadonlySet<string>
  /** Verbs whose passive tells how its subject is engaged: "were locked in battle". */
  readonly stative: ReadonlySet<string>
  /** Verbs whose object is brought to an occasion: "was summoned to a meeting". */
  readonly bringing: ReadonlySet<string>
  /** Verbs of coming and readying, whose "for" names the occasion that their subject attends: "arrived for talks". */
  readonly assembling: ReadonlySet<string>
  /** Nouns that lend the noun after "of" their place in the clause: "ten days of talks". */
  readonly measure: ReadonlySet<string>
}

/** Binds knowledge/lexicon/en/constructions.yml. */
export const bindConstructions = (lexicon: ConstructionLexicon): Constructions => ({
  objectControl: new Set(lexicon['object-control']),
  purposive: new Set(lexicon.purposive),
  support: new Set(lexicon.support),
  obliqueSupport: new Set(lexicon['oblique-support']),
  receiving: new Set(lexicon.receiving),
  nominalSupport: new Set(lexicon['nominal-support']),
  companion: new Set(lexicon.companion),
  groups: new Set(lexicon.groups),
  shells: new Set(lexicon.shells),
  doneTo: new Set(lexicon['done-to']),
  stative: new Set(lexicon.stative),
  bringing: new Set(lexicon.bringing),
  assembling: new Set(lexicon.assembling),
  measure: new Set(lexicon.measure),
})
