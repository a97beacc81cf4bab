// The rules, indexed by the lemma that triggers them, so that the cost of a sentence does not grow with the number of rules.
import type { ActorKind, Mention } from '../../actors/types.js'
import type { Gives, RuleFile } from '../../knowledge/rule-schema.js'
import type { Knowledge } from '../../knowledge/sources.js'
import type { Category } from '../frames/arguments.js'
import { bindConstructions, type Constructions } from '../frames/constructions.js'
import type { Modality } from '../types.js'
import { bindDomestic, type DomesticNouns } from './domestic.js'

/** One rule as the matcher wants it: paths resolved, sets made. */
export interface CompiledRule {
  readonly name: string
  readonly relation: string
  readonly who: readonly string[]
  /** The holder is whoever says it, not anybody in the clause: `who: voice`. */
  readonly byVoice: boolean
  /** Why it fails where nobody is found in a role. */
  readonly unfilled: { readonly who: string; readonly whom: string; readonly third: string }
  readonly whom: readonly string[]
  readonly third: readonly string[]
  readonly acceptsWho: (mention: Mention) => boolean
  readonly acceptsWhom: (mention: Mention) => boolean
  readonly with: readonly (readonly [role: string, lemmas: ReadonlySet<string>])[]
  readonly without: readonly (readonly [role: string, lemmas: ReadonlySet<string>])[]
  readonly ways: 'one' | 'both' | 'among'
  readonly needs: 'whom' | 'who' | 'both' | 'either' | 'subject'
  readonly spoken: boolean
  /** The other party may be the one with whom the doer has just been told to deal. */
  readonly fromContext: boolean
  /** Whether both sides may be of one state; see the schema. */
  readonly domestic: 'parts' | 'state' | null
  /** The modality without which the rule does not hold. */
  readonly when: Modality | null
  readonly absenceCounts: boolean
  readonly gives: Gives
}

/** Does a rule give a position of this direction, among whatever else? */
export const givesSome = ({ gives }: CompiledRule, direction: '+' | '-'): boolean =>
  gives.positions.some(term => term.includes(direction))

/** A rule under one of its triggers: the lemmas that must stand below the predicate, beyond its own. */
export interface Entry {
  readonly trigger: string
  readonly more: readonly string[]
  readonly rule: CompiledRule
}

export interface RuleBook {
  /** Words that put the will of one side alone: "ready", "offer". */
  readonly oneSided: ReadonlySet<string>
  readonly constructions: Constructions
  readonly domestic: DomesticNouns
  /** "verb recognise" → entries, the most specific first. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>
}

const political: ReadonlySet<ActorKind> = new Set([
  'state',
  'government',
  'armed-group',
  'party',
  'igo',
  'people',
  'region',
  'ngo',
  'person',
])
const power: ReadonlySet<ActorKind> = new Set([
  'state',
  'government',
  'armed-group',
  'party',
  'igo',
  'people',
  'region',
])

const acceptor = (kinds: readonly string[] | undefined): ((mention: Mention) => boolean) => {
  if (kinds === undefined) return mention => political.has(mention.actor.kind)
  const accepted = new Set<string>(kinds.flatMap(kind => (kind === 'power' ? [...power] : [kind])))
  return mention => accepted.has(mention.actor.kind)
}

type Lists = Readonly<Record<string, readonly string[]>>

/** Items of a rule's list, with those of the lists that it names by "@". */
const resolved = (items: readonly string[], lists: Lists, rule: string): readonly string[] =>
  items.flatMap(item => {
    if (!item.startsWith('@')) return [item]
    const named = lists[item.slice(1)]
    if (named === undefined) throw new Error(`rule-list-unknown: ${rule} names ${item}; no such list is known`)
    return named
  })

const lemmaSets = (record: Lists | undefined, lists: Lists, rule: string) =>
  Object.entries(record ?? {}).map(([role, lemmas]) => [role, new Set(resolved(lemmas, lists, rule))] as const)

const categories: readonly Category[] = ['verb', 'noun', 'adjective']

/** The words of a trigger, the predicate first: of "peace deal" it is "deal", of "break off" and "exchange of fire" the first word. */
const wordsOf = (trigger: string, category: Category): readonly string[] => {
  const words = trigger.split(' ')
  return category === 'noun' && !words.includes('of') ? words.toReversed() : words.filter(word => word !== 'of')
}

const unfilled = (paths: readonly string[]): string => `nobody known stands in ${paths.join(' | ')}`

const entriesOf = (file: RuleFile, paths: Lists, words: Lists): [string, Entry][] =>
  file.rules.flatMap(rule => {
    const resolve = (named: readonly string[]) => resolved(named, paths, rule.name)
    const [who, whom, third] = [resolve(rule.who), resolve(rule.whom), resolve(rule.third)]
    const compiled: CompiledRule = {
      name: rule.name,
      relation: file.relation,
      who,
      byVoice: rule.who.includes('voice'),
      unfilled: { who: unfilled(who), whom: unfilled(whom), third: unfilled(third) },
      whom,
      third,
      acceptsWho: acceptor(rule['who-is']),
      acceptsWhom: acceptor(rule['whom-is']),
      with: lemmaSets(rule.with, words, rule.name),
      without: lemmaSets(rule.without, words, rule.name),
      ways: rule.ways,
      needs: rule.needs ?? (rule.ways !== 'one' || rule.gives.relation !== undefined ? 'both' : 'subject'),
      spoken: rule.spoken,
      fromContext: rule['from-context'],
      domestic: rule.domestic ?? null,
      when: rule.when ?? null,
      absenceCounts: rule['absence-counts'],
      gives: rule.gives,
    }
    const triggers = rule.triggers ?? file.triggers
    return categories
      .filter(category => rule.on === undefined || rule.on.includes(category))
      .flatMap(category =>
        resolved(triggers[category] ?? [], words, rule.name).map((trigger): [string, Entry] => {
          const [lemma, ...more] = wordsOf(trigger, category)
          return [`${category} ${lemma}`, { trigger, more, rule: compiled }]
        }),
      )
  })

/** A condition that any word meets tells less than one that names its words. */
const specificity = (entry: Entry): number =>
  entry.more.length * 100 +
  entry.rule.with.reduce((sum, [, lemmas]) => sum + (lemmas.has('*') ? 5 : 10), 0) +
  (entry.rule.third.length > 0 ? 5 : 0) -
  (entry.rule.byVoice ? 50 : 0)

/** Builds the rule book once from the compiled knowledge. */
export const bindRules = (
  knowledge: Pick<Knowledge, 'rules' | 'paths' | 'wordLists' | 'constructions' | 'agentNouns' | 'actors' | 'naming'>,
): RuleBook => {
  const entries = new Map<string, Entry[]>()
  for (const [key, entry] of knowledge.rules.flatMap(file => entriesOf(file, knowledge.paths, knowledge.wordLists))) {
    entries.set(key, [...(entries.get(key) ?? []), entry])
  }
  for (const list of entries.values()) list.sort((a, b) => specificity(b) - specificity(a))
  return {
    oneSided: new Set(knowledge.constructions['one-sided']),
    constructions: bindConstructions(knowledge.constructions),
    domestic: bindDomestic(knowledge),
    entries,
  }
}
