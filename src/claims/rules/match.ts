// Finds what the rules see in one sentence: for each predicate the most specific rule whose parties are there. What nearly matched is
// kept with the reason, for `explain`.
import { type Mention, privatePerson } from '../../actors/index.js'
import type { Word } from '../../syntax/types.js'
import { type Deed, type Discourse, deedsOf, discourseOf, noDiscourse, type Protagonist } from '../discourse.js'
import { distinctBy } from '../distinct.js'
import { argumentsOf, type Category, predicateKey } from '../frames/arguments.js'
import { coordinated, dependents, prepositionOf, type Reading } from '../frames/reading.js'
import type { Arguments } from '../frames/roles.js'
import { wordsIn } from '../quote.js'
import type { CompiledRule, Entry, RuleBook } from './book.js'
import { atHome, homeOf, standsApart } from './domestic.js'
import { type Filler, fillersOf, follow } from './parties.js'
import { namesOther, withContext } from './supplied.js'

/** A rule that fired on a predicate. */
export interface Match {
  readonly predicate: number
  readonly category: Category
  readonly rule: CompiledRule
  readonly trigger: string
  /** Words of the trigger, the predicate first. */
  readonly triggerWords: readonly number[]
  readonly who: readonly Mention[]
  readonly whom: readonly Mention[]
  readonly third: readonly Mention[]
  /** Both sides are found, or several parties of a mutual act. */
  readonly whole: boolean
  /** Both sides are of one state. */
  readonly domestic: boolean
  /** The words that fill the roles, mentions or not, for the quotation. */
  readonly roles: Arguments
}

/** A rule whose trigger was there and which yet did not fire. */
export interface NearMiss {
  readonly predicate: number
  readonly rule: string
  readonly trigger: string
  readonly reason: string
}

export interface Matches {
  readonly matches: readonly Match[]
  readonly nearMisses: readonly NearMiss[]
}

/** Prepositions of the phrases that follow `word` and hang on it: the "on" of "call on". */
const prepositionsBelow = (reading: Reading, word: number): readonly number[] =>
  dependents(reading, word, 'obl').flatMap(phrase => dependents(reading, phrase, 'case').filter(at => at > word))

/** Who does it is no part of a verb: "was used by the forces" is not "use force". */
const doing: ReadonlySet<string> = new Set(['nsubj', 'obl:agent'])

/** The words below `predicate` that complete a trigger of several words; null where one is missing. */
const completeTrigger = (reading: Reading, predicate: number, more: readonly string[]): readonly number[] | null => {
  const found = [predicate]
  for (const lemma of more) {
    const next = found
      .flatMap(word => [...reading.children[word]!, ...prepositionsBelow(reading, word)])
      .find(child => {
        const word = reading.words[child]!
        return (
          !found.includes(child) &&
          !doing.has(word.deprel) &&
          (word.lemma.toLowerCase() === lemma || word.form.toLowerCase() === lemma)
        )
      })
    if (next === undefined) return null
    found.push(next)
  }
  return found
}

/** Of "millions worth of aid", "a shipment of arms": the thing as well as its measure. */
const measured = (reading: Reading, word: number): readonly number[] => {
  const of = dependents(reading, word, 'nmod').filter(below => prepositionOf(reading, below) === 'of')
  return [
    word,
    ...of,
    ...of.flatMap(below => dependents(reading, below, 'nmod').filter(deep => prepositionOf(reading, deep) === 'of')),
  ]
}

const headWords = (reading: Reading, roles: Arguments, role: string, book: RuleBook): readonly number[] =>
  follow(reading, roles, role, book.constructions).flatMap(word => coordinated(reading, word))

const lemmaOf = (reading: Reading, word: number): string => reading.words[word]!.lemma.toLowerCase()

/** "the United Nations" are no nation that a rule bars: a word of a name is none of the language. */
const isNameOf = (reading: Reading, word: number): boolean =>
  reading.words[word]!.upos === 'PROPN' &&
  (reading.mentions.get(word) ?? []).some(({ via }) => via === 'name' || via === 'abbreviation')

/** "suspected gunmen", "the banned party": a participle that describes and tells of no deed by somebody unknown. */
const isAttributive = (reading: Reading, word: number): boolean => reading.words[word]!.deprel === 'amod'

/** A verb in its plain form without an auxiliary, as after "insist that": what is wanted, not what is the case. */
const isBare = (reading: Reading, word: number): boolean => {
  const { form, lemma, upos } = reading.words[word]!
  return upos === 'VERB' && form.toLowerCase() === lemma.toLowerCase() && dependents(reading, word, 'aux').length === 0
}

const mentionsOf = (fillers: readonly Filler[]): readonly Mention[] =>
  distinctBy(
    fillers.flatMap(filler => filler.mentions),
    mention => `${mention.actor.id} ${mention.start}`,
  )

/** "The front led by Karim Nasser": who leads a group and speaks for it is named for himself. */
const asLeader = (mention: Mention): Mention => {
  const { actor } = mention
  const name = actor.agent?.name ?? null
  return name === null || actor.kind === 'state'
    ? mention
    : { ...mention, actor: { ...actor, ...privatePerson(name, actor.country) } }
}

/** Whom a rule takes for the other side, once it is known who stands on the first. */
const othersThan = (
  found: readonly Mention[],
  rule: CompiledRule,
  reading: Reading,
  domestic: boolean,
): ((mention: Mention) => boolean) => {
  const ids = new Set(found.map(mention => mention.actor.id))
  const starts = new Set(found.map(mention => mention.start))
  const barsSame = ids.size === 1 || (rule.ways !== 'both' && rule.gives.positions.length > 0)
  return mention => {
    if (!rule.acceptsWhom(mention)) return false
    if (!ids.has(mention.actor.id)) return true
    if (!domestic) return !barsSame
    return rule.domestic === 'state' && !starts.has(mention.start) && standsApart(reading, mention)
  }
}

/**
 * Tries one rule on one predicate. Where nobody stands in the other role, parties coordinated in one role stand toward each other.
 * @param domestic the reading is one at home, where both sides may be the same state.
 * @returns the match, why it failed, or null where the trigger itself is not whole.
 */
const tryEntry = (
  reading: Reading,
  predicate: number,
  category: Category,
  entry: Entry,
  roles: Arguments,
  book: RuleBook,
  discourse: Discourse,
  domestic: boolean,
): Match | string | null => {
  const { rule } = entry
  const triggerWords = completeTrigger(reading, predicate, entry.more)
  if (triggerWords === null) return null
  for (const [role, lemmas] of rule.with) {
    const heads = headWords(reading, roles, role, book).flatMap(word =>
      reading.mentions.has(word) ? [word, ...dependents(reading, word, 'nmod:desc')] : measured(reading, word),
    )
    const isPerson = (word: number) =>
      (reading.mentions.get(word) ?? []).some(({ via }) => via === 'person' || via === 'office')
    const wanted = (word: number) =>
      lemmas.has(lemmaOf(reading, word)) ||
      lemmas.has('*') ||
      (lemmas.has('#person') && isPerson(word)) ||
      (lemmas.has('#bare') && isBare(reading, word))
    if (!heads.some(wanted)) return `${role} is none of the wanted words`
  }
  for (const [role, lemmas] of rule.without) {
    const barred = headWords(reading, roles, role, book)
      .flatMap(word => [word, ...dependents(reading, word, 'nmod:desc')])
      .filter(word => lemmas.has('*') || !isNameOf(reading, word))
      .map(word => lemmaOf(reading, word))
      .find(lemma => lemmas.has(lemma) || lemmas.has('*'))
    if (barred !== undefined) return `${role} "${barred}" is barred`
  }
  const doers = fillersOf(reading, roles, rule.who, rule.acceptsWho, book.constructions, discourse)
  const found = rule.gives.relation === 'leads' ? mentionsOf(doers).map(asLeader) : mentionsOf(doers)
  const ids = new Set(found.map(mention => mention.actor.id))
  const others = othersThan(found, rule, reading, domestic)
  const receivers = fillersOf(reading, roles, rule.whom, others, book.constructions, discourse)
  const named = mentionsOf(receivers)
  const sides = { who: found, whom: named }
  const lacks = discourse !== noDiscourse && (found.length === 0 || named.length === 0)
  const fromContext =
    lacks && rule.fromContext && !isAttributive(reading, predicate) && !namesOther(reading, roles, rule, book)
  const { who, whom } = fromContext ? withContext(sides, rule, discourse) : sides
  const between = receivers.some(({ path }) => path === 'between' || path.endsWith('>between'))
  const amongThemselves =
    rule.ways !== 'one' && (ids.size > 1 || (between && new Set(whom.map(mention => mention.actor.id)).size > 1))
  if (!amongThemselves) {
    const told = rule.needs === 'either' && whom.length > 0 && !isAttributive(reading, predicate)
    const mayLackWho = rule.byVoice || rule.needs === 'whom' || told
    if (!mayLackWho && who.length === 0) return rule.unfilled.who
    const mayLackWhom =
      rule.needs === 'who' ||
      rule.needs === 'either' ||
      (rule.needs === 'subject' && doers.some(filler => filler.path === 'subject'))
    if (!mayLackWhom && whom.length === 0) return rule.unfilled.whom
  }
  const whole = whom.length > 0 || amongThemselves
  const third = mentionsOf(fillersOf(reading, roles, rule.third, rule.acceptsWhom, book.constructions, discourse))
  if (rule.third.length > 0 && third.length === 0) return rule.unfilled.third
  return { predicate, category, rule, trigger: entry.trigger, triggerWords, who, whom, third, whole, domestic, roles }
}

/** Tries a domestic rule among those of the one state that either side is of. */
const tryAtHome = (
  reading: Reading,
  predicate: number,
  category: Category,
  entry: Entry,
  roles: Arguments,
  book: RuleBook,
): Match | null => {
  const { rule } = entry
  if (rule.domestic === null) return null
  const known = (paths: readonly string[], accepts: (mention: Mention) => boolean) =>
    mentionsOf(fillersOf(reading, roles, paths, accepts, book.constructions))
  const who = known(rule.who, rule.acceptsWho)
  const state = homeOf(reading, who.length > 0 ? who : known(rule.whom, rule.acceptsWhom), book.domestic)
  if (state === undefined) return null
  const home = atHome(reading, state, book.domestic)
  const outcome = tryEntry(
    home,
    predicate,
    category,
    entry,
    argumentsOf(home, predicate, category, book.constructions),
    book,
    noDiscourse,
    true,
  )
  const whole = outcome !== null && typeof outcome !== 'string' && outcome.who.length > 0 && outcome.whom.length > 0
  return whole ? outcome : null
}

/** The first entry that finds both sides, the first that finds one, and why the others failed. */
const best = (entries: readonly Entry[], attempt: (entry: Entry) => Match | string | null) => {
  const failed: { readonly entry: Entry; readonly reason: string }[] = []
  let partial: Match | null = null
  for (const entry of entries) {
    const outcome = attempt(entry)
    if (outcome === null) continue
    if (typeof outcome === 'string') {
      failed.push({ entry, reason: outcome })
      continue
    }
    if (outcome.whole) return { whole: outcome, partial, failed }
    partial ??= outcome
  }
  return { whole: null, partial, failed }
}

/**
 * Every rule that fires in the sentence, at most one a predicate, and what nearly did. A rule that finds both sides goes before one that
 * does not; rules for any verb ("*"), and those that ask how it is told (`when`), are tried beside it. `told`: the deeds of the sentences before,
 * the latest last; `protagonists`: whom the document names, the oftenest first. `demanding`: words without which nothing is called for, so that rules for calls need not be tried; null = they are not known.
 */
export const matchRules = (
  reading: Reading,
  book: RuleBook,
  told: readonly Deed[] = [],
  protagonists: readonly Protagonist[] = [],
  demanding: ReadonlySet<string> | null = null,
): Matches => {
  const calls =
    demanding === null ||
    reading.words.some(({ lemma, form }) => demanding.has(lemma.toLowerCase()) || demanding.has(form.toLowerCase()))
  const open = (key: string): readonly Entry[] => {
    const entries = book.entries.get(key) ?? []
    return calls ? entries : entries.filter(({ rule }) => rule.when !== 'demanded')
  }
  const nearMisses: NearMiss[] = []
  const naming = namingWords(reading)
  const tried = reading.words.flatMap(word => {
    const key = predicateKey(word)
    if (key === null || naming.has(word.index) || isInName(reading, word)) return []
    const { category, lemma } = key
    const [own, any] = [open(`${category} ${lemma}`), open(`${category} *`)]
    if (own.length === 0 && any.length === 0) return []
    const entries = own.filter(entry => entry.rule.when === null)
    const roles = argumentsOf(reading, word.index, category, book.constructions)
    const attempt = (entry: Entry, context: Discourse) =>
      tryEntry(reading, word.index, category, entry, roles, book, context, false)
    const { whole, partial, failed } = best(entries, entry => attempt(entry, noDiscourse))
    for (const { entry, reason } of failed)
      nearMisses.push({ predicate: word.index, rule: entry.rule.name, trigger: entry.trigger, reason })
    const beside = [...own.filter(entry => entry.rule.when !== null), ...any]
      .map(entry => attempt(entry, noDiscourse))
      .filter(isMatch)
    const fromContext = (context: Discourse) =>
      best(entries, entry => attempt(entry, context)).whole ??
      best(entries, entry => tryAtHome(reading, word.index, category, entry, roles, book)).whole
    return [{ at: word.index, whole, partial, beside, fromContext }]
  })
  const here = tried.flatMap(({ whole, partial }) => whole ?? partial ?? [])
  const deeds = [...told, ...deedsOf(reading, here, book)]
  const matches = tried.flatMap(({ at, whole, partial, beside, fromContext }) => [
    ...[whole ?? fromContext(discourseOf(deeds, reading.sentence, at, book, protagonists)) ?? partial].filter(
      match => match !== null,
    ),
    ...beside,
  ])
  return { matches, nearMisses }
}

/** The words of names of several words, which say nothing of what is done: "Combined Joint Task Force". */
const namingWords = (reading: Reading): ReadonlySet<number> =>
  new Set(
    [...reading.mentions.values()]
      .flat()
      .filter(({ via, sentence }) => (via === 'name' || via === 'abbreviation') && sentence === reading.sentence)
      .flatMap(mention => (mention.first < mention.last ? wordsIn(mention) : []))
      .filter(word => reading.words[word]!.upos !== 'VERB' && /^\p{Lu}/u.test(reading.words[word]!.form)),
  )

/** "International Criminal Court": an adjective that is part of a name judges nothing. */
const isInName = (reading: Reading, word: Word): boolean => {
  const isNaming = word.upos === 'ADJ' && word.deprel === 'amod' && /^\p{Lu}[^-‑]*$/u.test(word.form)
  return isNaming && word.index > 0 && reading.words[word.head]?.upos === 'PROPN'
}

const isMatch = (outcome: Match | string | null): outcome is Match => outcome !== null && typeof outcome !== 'string'
