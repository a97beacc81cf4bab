// One match of a rule in, at most one claim out: polarity and modality worked into the positions, calls turned round to the caller. No
// position without two different parties.
import type { Actor, Mention } from '../actors/types.js'
import { buildClaim, type PredicateContext, type SentenceContext, voiceOf } from './build.js'
import { calledFor, callersOf } from './demand.js'
import { distinctBy } from './distinct.js'
import { agents } from './frames/subjects.js'
import { type Outcome, outcomeOf, type PositionTerm } from './outcome.js'
import { cover, quoteOf } from './quote.js'
import { givesSome } from './rules/book.js'
import type { Match } from './rules/match.js'
import type { Claim, Position, VoiceLink } from './types.js'

const distinct = (mentions: readonly Mention[]): readonly Mention[] => distinctBy(mentions, mention => mention.actor.id)

interface Sides {
  readonly who: readonly Mention[]
  readonly whom: readonly Mention[]
  readonly third: readonly Mention[]
}

/** A state and its own people: that it helps or meets them is no stance; that it strikes or starves them is one, and so is their protest. */
const isAtHome = (holder: Actor, target: Actor, { dimension, direction }: PositionTerm): boolean => {
  const own = holder.country !== null && holder.country === target.country
  if (!own || ![holder.kind, target.kind].includes('people') || ![holder.kind, target.kind].includes('state'))
    return false
  return direction !== '-' || (holder.kind === 'state' && dimension !== 'force' && dimension !== 'material')
}

const positionsOf = (terms: readonly PositionTerm[], sides: Sides, rung: string | null): readonly Position[] => {
  const positions: Position[] = []
  const seen = new Set<string>()
  for (const term of terms) {
    for (const holder of sides[term.holder]) {
      for (const target of sides[term.target]) {
        if (holder.actor.id === target.actor.id || isAtHome(holder.actor, target.actor, term)) continue
        const key = `${holder.actor.id} ${target.actor.id} ${term.dimension} ${term.direction}`
        if (seen.has(key)) continue
        seen.add(key)
        const keepsRung =
          term.direction === '+' && (term.dimension === 'recognition' || term.dimension === 'engagement')
        positions.push({
          holder: holder.actor.id,
          target: target.actor.id,
          dimension: term.dimension,
          direction: term.direction,
          rung: keepsRung ? rung : null,
        })
      }
    }
  }
  return positions
}

const actorsOf = (mentions: readonly Mention[]): readonly Actor[] => distinct(mentions).map(mention => mention.actor)

const sidesOf = (match: Match): Sides => {
  const who = distinct(match.who)
  const whom = distinct(match.whom)
  const oneWay = match.rule.ways === 'one' || (match.rule.ways === 'among' && who.length > 0 && whom.length > 0)
  if (oneWay) return { who, whom, third: distinct(match.third) }
  const all = distinct([...who, ...whom])
  if (all.length < 2) return { who: all, whom: [], third: [] }
  return { who: all, whom: all, third: [] }
}

/** What one side refuses, wants or offers is not mutual yet. */
const isOneSided = (read: PredicateContext, context: SentenceContext): boolean =>
  read.refused ||
  [...read.modalityWords, ...read.polarityWords].some(word =>
    context.book.oneSided.has(context.reading.words[word]!.lemma.toLowerCase()),
  )

/** Between two filled sides of a mutual act, stances run across and not inside a side, and only from the side whose will is told. */
const acrossOnly = (positions: readonly Position[], match: Match, oneSided: boolean): readonly Position[] => {
  if (match.rule.ways === 'one' || match.who.length === 0 || match.whom.length === 0) return positions
  const who = new Set(match.who.map(mention => mention.actor.id))
  const whom = new Set(match.whom.map(mention => mention.actor.id))
  return positions.filter(
    ({ holder, target }) => (who.has(holder) && whom.has(target)) || (!oneSided && whom.has(holder) && who.has(target)),
  )
}

/** "X said Y will …": not Y's plan but X's forecast. */
const foreseen = (read: PredicateContext, actors: readonly Actor[]): boolean => {
  const speaker = read.attribution.at(-1)?.speaker
  return (
    read.future &&
    read.modality === 'planned' &&
    typeof speaker === 'object' &&
    actors.every(({ id }) => id !== speaker.id)
  )
}

const heldBy = (attribution: readonly VoiceLink[], ids: ReadonlySet<string>): boolean => {
  const innermost = attribution.at(-1)?.speaker
  return innermost !== undefined && typeof innermost !== 'string' && ids.has(innermost.id)
}

/** A mention for an actor that no words of the clause name: the one who speaks. */
const spokenFor = (actor: Actor, match: Match): readonly Mention[] => {
  const beside = match.who[0] ?? match.whom[0]
  return beside === undefined ? [] : [{ ...beside, actor }]
}

/** A call to end what somebody does to another blames whoever does it (codebook rule 5). */
const blame: PositionTerm = { dimension: 'endorsement', direction: '-', holder: 'who', target: 'whom' }
const isHostile = ({ rule }: Match): boolean => givesSome(rule, '-')

/** Whoever calls for what he is to do with another himself wants it, and judges nobody. */
const isOneOf = (callers: readonly Mention[], { who, whom }: Sides): boolean =>
  callers.some(caller => [...who, ...whom].some(({ actor }) => actor.id === caller.actor.id))

/** In a call the caller holds the stance; where nobody known calls, there is none. */
const callOf = (
  match: Match,
  sides: Sides,
  terms: readonly PositionTerm[],
  read: PredicateContext,
  context: SentenceContext,
) => {
  const callers = distinct(callersOf(context.reading, read.modalityWords, context.book))
  const voice = voiceOf(read, context)
  const who = callers.length > 0 ? callers : voice === null ? [] : spokenFor(voice, match)
  if (who.length === 0 || (match.rule.ways !== 'one' && isOneOf(who, sides))) return { sides, terms: [] }
  const others = sides.who.filter(({ actor }) => who.every(caller => caller.actor.id !== actor.id))
  return read.ended && isHostile(match) && others.length > 0
    ? { sides: { ...sides, who, whom: others }, terms: [blame] }
    : { sides: { ...sides, who }, terms: calledFor(terms) }
}

/** "suspended the treaty with Spain": the noun tells of the tie that stood; who ends it is told by the verb. So is a war that ended. */
const endedByOne = (match: Match, read: PredicateContext, { reading, book }: SentenceContext): boolean => {
  const word = reading.words[match.predicate]!
  if (!read.ended || match.rule.ways === 'one' || word.upos !== 'NOUN' || word.head < 0) return false
  const verb = reading.words[word.head]!
  if (word.deprel === 'nsubj' && isHostile(match)) return true
  return word.deprel === 'obj' && verb.upos === 'VERB' && agents(reading, verb.index, book.constructions).length > 0
}

/** The two sides and the positions between them, once calls and spoken verdicts have been turned round to who speaks. */
const stanceOf = (match: Match, outcome: Outcome, read: PredicateContext, context: SentenceContext) => {
  const sides = sidesOf(match)
  if (match.rule.byVoice) {
    const called =
      match.rule.when === 'demanded' && callersOf(context.reading, read.modalityWords, context.book).length > 0
    if (called) return null
    const voice = voiceOf(read, context)
    if (voice === null || sides.whom.every(mention => mention.actor.id === voice.id)) return null
    return { sides: { ...sides, who: spokenFor(voice, match) }, terms: outcome.positions }
  }
  return read.modality === 'demanded'
    ? callOf(match, sides, outcome.positions, read, context)
    : { sides, terms: outcome.positions }
}

/** At home only those who stand up or are struck as a side of their own take or have a position (codebook rule 17). */
const isOwnSide = ({ holder, target, direction }: Position, { who, whom }: Sides): boolean =>
  direction === '-' &&
  [...who, ...whom].some(
    ({ actor }) =>
      (actor.id === holder || actor.id === target) && (actor.kind === 'party' || actor.kind === 'armed-group'),
  )

/**
 * Builds the claim that a match supports.
 * @returns null where nothing can be claimed: a question, nobody left to act, a relation that lacks an end.
 */
export const assemble = (match: Match, context: SentenceContext): Claim | null => {
  const { document, reading } = context
  const seen = context.read(match.predicate)
  if (seen.question) return null
  const read = endedByOne(match, seen, context) ? { ...seen, ended: false, past: true } : seen
  const { rule } = match
  if (rule.when !== null && rule.when !== read.modality) return null
  const outcome = outcomeOf(rule.gives, read, rule.absenceCounts)
  const stance = stanceOf(match, outcome, read, context)
  if (stance === null) return null
  const { sides, terms } = stance
  const positions = match.domestic
    ? positionsOf(terms, sides, null).filter(position => isOwnSide(position, sides))
    : acrossOnly(positionsOf(terms, sides, rule.gives.rung ?? null), match, isOneSided(read, context))
  const actors = actorsOf(sides.who)
  const recipients = actorsOf(sides.whom)
  if (actors.length === 0 && recipients.length === 0) return null
  const relation = rule.gives.relation ?? null
  if (relation !== null && (actors.length === 0 || recipients.length === 0)) return null
  const holders = new Set(actors.map(actor => actor.id))
  const triggerQuote = quoteOf(document.text, cover(match.triggerWords.map(index => reading.words[index]!)))
  // What several say together is no one holder's own voice, and who does not say it has not spoken.
  const isUnsaid = read.polarity === 'negated' && !read.refused
  const spoken: readonly VoiceLink[] =
    rule.spoken && !isUnsaid && actors.length === 1 && !heldBy(read.attribution, holders)
      ? [{ speaker: actors[0]!, form: outcome.modality === 'demanded' ? 'asked' : 'said', cue: triggerQuote }]
      : []
  return buildClaim(
    {
      kind: outcome.event === null && relation !== null ? 'relation' : 'event',
      predicate: match.predicate,
      triggerWords: match.triggerWords,
      who: match.who,
      whom: match.whom,
      actors,
      recipients,
      event: outcome.event,
      relation: relation === null ? null : { name: relation },
      figure: null,
      polarity: outcome.polarity,
      modality: foreseen(read, actors) ? 'predicted' : outcome.modality,
      positions,
      isSpoken: rule.spoken && actors.length > 0,
      spoken,
      confidence: context.confidenceOf(match, {
        modality: outcome.modality,
        turned: read.polarity === 'negated' || read.refused || read.ended,
        reported: typeof read.attribution.at(-1)?.speaker === 'object' && !heldBy(read.attribution, holders),
        positions: positions.length,
      }),
      rule: `${rule.relation}/${rule.name}`,
    },
    read,
    context,
  )
}
