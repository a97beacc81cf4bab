// One predicate's own clause: negation, auxiliaries, adverbs, markers, quantifiers and conditions that stand on the word itself.
// Words are matched by form, lower-case; phrases by adjacent forms.
import type { Effect } from '../../knowledge/embedding-schema.js'
import type { Word } from '../../syntax/types.js'
import { baseOf, type Reading } from '../frames/reading.js'
import type { Cue, FactualityLexicon } from './lexicon.js'

/** A lexicon entry that fired: which words, what it did. */
export interface Firing {
  readonly entry: string
  readonly words: readonly number[]
  readonly effect: Effect
  readonly negated: boolean
}

export interface Clause {
  /** Each of these turns the polarity once. */
  readonly negations: readonly Firing[]
  readonly modal: Firing | null
  readonly adverbs: readonly Firing[]
  /** What introduces the clause, other than a condition on it: "without". */
  readonly marker: Firing | null
  /** The clause is itself a condition or hangs on one. */
  readonly condition: Firing | null
  /** The condition only sets a term to what is still to come: "until", "in exchange for". */
  readonly isTerm: boolean
}

const formOf = (word: Word): string => word.form.toLowerCase()

/** The longest cue of `index` whose words stand from `start` on, as word indexes; null where none does. */
export const phraseAt = (
  words: readonly Word[],
  start: number,
  index: ReadonlyMap<string, readonly Cue[]>,
): { readonly cue: Cue; readonly at: readonly number[] } | null => {
  for (const cue of index.get(formOf(words[start]!)) ?? []) {
    if (
      cue.words.every((form, offset) => words[start + offset] !== undefined && formOf(words[start + offset]!) === form)
    )
      return { cue, at: cue.words.map((_, offset) => start + offset) }
  }
  return null
}

const firing = (kind: string, cue: Cue, words: readonly number[]): Firing => ({
  entry: `${cue.axis}/${kind}: ${cue.words.join(' ')}`,
  words,
  effect: cue.effect,
  negated: false,
})

const isArgument = (base: string): boolean => base === 'nsubj' || base === 'obj' || base === 'iobj'

/** The first word of the phrase of `word`. */
const leftEdge = (reading: Reading, word: number): number => {
  const first = reading.children[word]!.find(below => below < word)
  return first === undefined ? word : leftEdge(reading, first)
}

/** The quantifier that opens the phrase of `word`, is its determiner or is the word itself: "no", "nobody", "not a single"; null for none. */
export const quantifierOf = (reading: Reading, word: number, lexicon: FactualityLexicon): Firing | null => {
  const determiners = reading.children[word]!.filter(below => baseOf(reading.words[below]!.deprel) === 'det')
  for (const start of [leftEdge(reading, word), ...determiners, word]) {
    const found = phraseAt(reading.words, start, lexicon.quantifiers)
    const next = found === null ? undefined : reading.words[found.at.at(-1)! + 1]?.form
    if (found === null || /^(longer|more|doubt)$/i.test(next ?? '')) continue
    return firing('quantifier', found.cue, found.at)
  }
  return null
}

/** "no", "nobody" and their like as argument or as its determiner; "at no point" as an oblique. */
const quantified = (reading: Reading, word: number, lexicon: FactualityLexicon): readonly Firing[] => {
  const found: Firing[] = []
  for (const child of reading.children[word]!) {
    const base = baseOf(reading.words[child]!.deprel)
    const tells = isArgument(base) || (base === 'obl' && timeOrManner.has(reading.words[child]!.lemma))
    const quantifier = tells ? quantifierOf(reading, child, lexicon) : null
    if (quantifier !== null) found.push(quantifier)
  }
  return found
}
const timeOrManner = new Set(['point', 'time', 'way', 'circumstance', 'condition', 'account', 'means', 'stage', 'case'])

const negativeAdverbs = (reading: Reading, word: number, lexicon: FactualityLexicon): readonly Firing[] => {
  const found: Firing[] = []
  const taken = new Set<number>()
  for (const child of reading.children[word]!) {
    const node = reading.words[child]!
    const base = baseOf(node.deprel)
    if (taken.has(child) || !['advmod', 'cc', 'aux', 'det', 'obl', 'discourse', 'mark', 'dep'].includes(base)) continue
    const start = base === 'obl' ? Math.min(child, ...reading.children[child]!) : child
    const isBare = base === 'obl' && start === child && node.deprel !== 'obl'
    const phrase =
      phraseAt(reading.words, start, lexicon.adverbs) ??
      (start > 0 && formOf(reading.words[start]!) === 'longer'
        ? phraseAt(reading.words, start - 1, lexicon.adverbs)
        : null)
    if (phrase === null || (base === 'obl' && phrase.at.length < 2 && !isBare)) continue
    if (formOf(node) === 'not' && onlyFollows(reading, child)) continue
    for (const at of phrase.at) taken.add(at)
    found.push(firing('adverb', phrase.cue, phrase.at))
  }
  return found
}

/** "not only … but": affirms. */
const onlyFollows = (reading: Reading, not: number): boolean =>
  ['only', 'just', 'merely', 'least'].includes(reading.words[not + 1]?.form.toLowerCase() ?? '')

const modalOf = (reading: Reading, word: number, lexicon: FactualityLexicon): Firing | null => {
  for (const child of reading.children[word]!) {
    const node = reading.words[child]!
    if (baseOf(node.deprel) !== 'aux') continue
    const cue = lexicon.modals.get(formOf(node))
    if (cue === undefined) continue
    if (formOf(node).endsWith('d') && formOf(node).length === 2 && node.lemma === 'have') continue
    return firing('modal', { ...cue, words: [formOf(node)] }, [child])
  }
  return null
}

/** The words that introduce clause or phrase `word`: its own `mark` or `case`, with what is fixed to it. */
const introducer = (
  reading: Reading,
  word: number,
  index: ReadonlyMap<string, readonly Cue[]>,
): { readonly cue: Cue; readonly at: readonly number[] } | null => {
  for (const child of reading.children[word]!) {
    const base = baseOf(reading.words[child]!.deprel)
    if (base !== 'mark' && base !== 'case' && base !== 'advmod' && base !== 'cc') continue
    if (child > word) continue
    const phrase =
      (child > 0 ? phraseAt(reading.words, child - 1, index) : null) ?? phraseAt(reading.words, child, index)
    if (phrase?.at.includes(child)) return phrase
  }
  return null
}

/** "Had Iran attacked, …", "Should talks fail, …": an auxiliary before its subject opens the clause. */
const inverted = (reading: Reading, word: number): number | null => {
  if (baseOf(reading.words[word]!.deprel) !== 'advcl') return null
  const auxiliary = reading.children[word]!.find(child => baseOf(reading.words[child]!.deprel) === 'aux')
  const subject = reading.children[word]!.find(child => baseOf(reading.words[child]!.deprel) === 'nsubj')
  if (auxiliary === undefined || subject === undefined || auxiliary > subject) return null
  return ['had', 'should', 'were'].includes(formOf(reading.words[auxiliary]!)) ? auxiliary : null
}

const conditionOn = (reading: Reading, word: number, lexicon: FactualityLexicon): Firing | null => {
  for (const child of reading.children[word]!) {
    const base = baseOf(reading.words[child]!.deprel)
    const asks =
      base === 'ccomp' &&
      (lexicon.hosts.get(`verb ${reading.words[word]!.lemma}`) ?? []).some(entry => entry.frame === 'whether')
    if (!['advcl', 'obl', 'ccomp'].includes(base) || asks) continue
    const aux = inverted(reading, child)
    if (aux !== null) {
      return { entry: 'conditioning/inversion', words: [aux], effect: 'condition', negated: false }
    }
    const phrase = introducer(reading, child, lexicon.conditions)
    if (phrase === null || evenIf(reading, phrase.at[0]!)) continue
    return firing('condition', phrase.cue, phrase.at)
  }
  return null
}

const evenIf = (reading: Reading, at: number): boolean => reading.words[at - 1]?.form.toLowerCase() === 'even'

const formsOf = (reading: Reading, words: readonly number[]): string =>
  words.map(index => formOf(reading.words[index]!)).join(' ')

/** Reads what stands on `word` itself. */
export const clauseOf = (reading: Reading, word: number, lexicon: FactualityLexicon): Clause => {
  const adverbs = negativeAdverbs(reading, word, lexicon)
  const own = introducer(reading, word, lexicon.markers)
  const aux = inverted(reading, word)
  const ownMarker = own === null ? null : firing('marker', own.cue, own.at)
  const protasis =
    aux !== null
      ? { entry: 'conditioning/inversion', words: [aux], effect: 'condition' as const, negated: false }
      : ownMarker?.effect === 'condition'
        ? ownMarker
        : null
  const condition = protasis ?? conditionOn(reading, word, lexicon)
  return {
    negations: [...adverbs.filter(found => found.effect === 'not'), ...quantified(reading, word, lexicon)],
    // "Should it attack, …" asks nothing of anybody.
    modal: aux !== null && formOf(reading.words[aux]!) === 'should' ? null : modalOf(reading, word, lexicon),
    adverbs: adverbs.filter(found => found.effect !== 'not'),
    marker: ownMarker === null || ownMarker.effect === 'condition' ? null : ownMarker,
    condition,
    isTerm: condition !== null && lexicon.terms.has(formsOf(reading, condition.words)),
  }
}
