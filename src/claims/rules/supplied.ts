// What a match takes from the context: the parties that a rule asks for and the clause leaves out. The parties found, the rule and what has
// been told flow in; both sides flow out. Where the text itself says toward whom, though nobody known is meant, the context has no say.
import type { Mention } from '../../actors/types.js'
import type { Discourse } from '../discourse.js'
import type { Reading } from '../frames/reading.js'
import type { Arguments } from '../frames/roles.js'
import { type CompiledRule, givesSome, type RuleBook } from './book.js'
import { follow } from './parties.js'

export interface Parties {
  readonly who: readonly Mention[]
  readonly whom: readonly Mention[]
}

const idsOf = (mentions: readonly Mention[]): ReadonlySet<string> => new Set(mentions.map(({ actor }) => actor.id))

/** "Relations with Chad have soured": one state of two, and the other is whom the document is about. */
const partnerOf = (whom: readonly Mention[], rule: CompiledRule, discourse: Discourse): readonly Mention[] => {
  const isOneState = idsOf(whom).size === 1 && whom.every(({ actor }) => actor.kind === 'state')
  const isHostile = rule.gives.positions.every(term => term.includes('-'))
  return rule.ways !== 'one' && isOneState && isHostile ? discourse.topicFor(whom).filter(rule.acceptsWho) : []
}

/** "offered to mediate": between the two of whom the text has told. */
const sidesFor = (who: readonly Mention[], rule: CompiledRule, discourse: Discourse): readonly Mention[] => {
  const own = idsOf(who)
  const sides = discourse.pair(false).filter(mention => !own.has(mention.actor.id) && rule.acceptsWhom(mention))
  return idsOf(sides).size > 1 ? sides : []
}

/** "recalled its envoy": the one just told to deal with the party, else whom the document is about; for a mutual act the former alone. */
const targetsOf = (who: readonly Mention[], rule: CompiledRule, discourse: Discourse): readonly Mention[] => {
  const friendly = givesSome(rule, '+')
  const partners = discourse.partnersOf(who, friendly).filter(rule.acceptsWhom)
  const isMutual = friendly && rule.ways !== 'one'
  return partners.length > 0 || isMutual ? partners : discourse.topicFor(who).filter(rule.acceptsWhom)
}

/** The parties with those whom the text leaves to the context: the partner of the one that is named, or both of a mutual act. */
export const withContext = ({ who, whom }: Parties, rule: CompiledRule, discourse: Discourse): Parties => {
  if (whom.length > 0) return { who: who.length > 0 ? who : partnerOf(whom, rule, discourse), whom }
  const mediates = rule.gives.positions.every(term => term.endsWith('0'))
  if (who.length > 0) return { who, whom: mediates ? sidesFor(who, rule, discourse) : targetsOf(who, rule, discourse) }
  const pair = rule.ways === 'one' ? [] : discourse.pair(givesSome(rule, '+'))
  return { who: pair, whom: pair }
}

/** Roles that are no preposition, and steps that only say who answers for a phrase. */
const inner: ReadonlySet<string> = new Set(
  'subject object indirect complement infinitive modifier possessor receiver apposition self'.split(' '),
)
const answering: ReadonlySet<string> = new Set(['doer', 'undergoer', 'reached'])

/** Does the clause say toward whom, without naming anybody known: "recalled its envoys from the three countries", "summoned their envoys"? */
export const namesOther = (reading: Reading, roles: Arguments, rule: CompiledRule, book: RuleBook): boolean =>
  rule.whom.some(path => {
    const steps = path.split('>').filter(step => !answering.has(step))
    const last = steps.at(-1) ?? 'self'
    if (inner.has(last) && last !== 'possessor') return false
    return follow(reading, roles, steps.join('>'), book.constructions).some(word => {
      const { upos, lemma } = reading.words[word]!
      return last === 'possessor'
        ? upos === 'PRON' && !reading.mentions.has(word)
        : book.constructions.groups.has(lemma.toLowerCase())
    })
  })
