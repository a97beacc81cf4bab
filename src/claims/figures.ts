// Numbers about an actor: shares ("make up 30 per cent of the population") and ranks ("the second largest ethnic group"). A number without
// an actor is no claim.
import type { Mention } from '../actors/types.js'
import type { FigureLexicon } from '../knowledge/rule-schema.js'
import { buildClaim, type SentenceContext } from './build.js'
import { distinctBy } from './distinct.js'
import { argumentsOf, categoryOf } from './frames/arguments.js'
import type { Constructions } from './frames/constructions.js'
import { dependents, type Reading, subtree } from './frames/reading.js'
import { fillersOf } from './rules/parties.js'
import type { Claim, Figure } from './types.js'

export interface FigureMatch {
  readonly predicate: number
  readonly who: readonly Mention[]
  readonly whom: readonly Mention[]
  readonly figure: Figure
  readonly words: readonly number[]
}

const percent = new Set(['%', 'percent', 'per', 'cent', 'percentage'])
const amounts = (reading: Reading, words: readonly number[]): number | null => {
  for (const index of words) {
    const value = Number(reading.words[index]!.form.replaceAll(',', ''))
    if (reading.words[index]!.upos === 'NUM' && Number.isFinite(value)) return value
  }
  return null
}

const approximationOf = (
  reading: Reading,
  words: readonly number[],
  lexicon: FigureLexicon,
): Figure['approximation'] => {
  for (const index of words) {
    const found = lexicon.approximating[reading.words[index]!.form.toLowerCase()]
    if (found !== undefined) return found
  }
  return 'exact'
}

const shareOf = (reading: Reading, head: number, lexicon: FigureLexicon): Figure | null => {
  const words = subtree(reading, head)
  const value = amounts(reading, words)
  if (value === null || !words.some(index => percent.has(reading.words[index]!.form.toLowerCase()))) return null
  const of = dependents(reading, head, 'nmod')[0]
  return {
    value,
    unit: 'per cent',
    approximation: approximationOf(reading, words, lexicon),
    of: of === undefined ? null : reading.words[of]!.lemma,
  }
}

const rankOf = (reading: Reading, head: number, lexicon: FigureLexicon): Figure | null => {
  const modifiers = dependents(reading, head, 'amod', 'nummod', 'advmod').flatMap(word => [
    word,
    ...dependents(reading, word, 'amod', 'advmod', 'compound'),
  ])
  const lemmas = modifiers.flatMap(word => [
    reading.words[word]!.lemma.toLowerCase(),
    reading.words[word]!.form.toLowerCase(),
  ])
  const superlative = lexicon.superlatives.find(word => lemmas.includes(word))
  if (superlative === undefined) return null
  const ordinal = Object.entries(lexicon.ordinals).find(([word]) => lemmas.includes(word))
  return {
    value: ordinal?.[1] ?? 1,
    unit: `rank by ${superlative}`,
    approximation: 'rank',
    of: reading.words[head]!.lemma,
  }
}

/** The figures of one sentence. */
export const findFigures = (
  reading: Reading,
  lexicon: FigureLexicon,
  constructions: Constructions,
): readonly FigureMatch[] =>
  reading.words.flatMap(word => {
    const category = categoryOf(word)
    const copular = category === 'noun' && dependents(reading, word.index, 'cop').length > 0
    if (!copular && !(category === 'verb' && lexicon.equating.includes(word.lemma))) return []
    const roles = argumentsOf(reading, word.index, copular ? 'noun' : 'verb', constructions)
    const heads = copular ? [word.index] : [...(roles.get('object') ?? []), ...(roles.get('for') ?? [])]
    for (const head of heads) {
      const figure = shareOf(reading, head, lexicon) ?? rankOf(reading, head, lexicon)
      if (figure === null) continue
      const accepts = () => true
      const who = fillersOf(reading, roles, ['subject'], accepts, constructions).flatMap(filler => filler.mentions)
      if (who.length === 0) continue
      const within = argumentsOf(reading, head, 'noun', constructions)
      const whom = fillersOf(
        reading,
        within,
        ['of>modifier', 'of>possessor', 'of', 'in', 'possessor', 'modifier'],
        accepts,
        constructions,
      )
      return [
        {
          predicate: word.index,
          who,
          whom: whom.flatMap(filler => filler.mentions),
          figure,
          words: [word.index, ...subtree(reading, head)],
        },
      ]
    }
    return []
  })

const actorsOf = (mentions: readonly Mention[]) =>
  distinctBy(mentions, mention => mention.actor.id).map(mention => mention.actor)

/** The claim that a figure makes; it carries no position. */
export const figureClaim = (found: FigureMatch, context: SentenceContext): Claim => {
  const read = context.read(found.predicate)
  return buildClaim(
    {
      kind: 'figure',
      predicate: found.predicate,
      triggerWords: found.words,
      who: found.who,
      whom: found.whom,
      actors: actorsOf(found.who),
      recipients: actorsOf(found.whom),
      event: null,
      relation: null,
      figure: found.figure,
      polarity: read.polarity,
      modality: read.modality,
      positions: [],
      isSpoken: false,
      spoken: [],
      confidence: 0.6,
      rule: found.figure.approximation === 'rank' ? 'figure/rank' : 'figure/share',
    },
    read,
    context,
  )
}
