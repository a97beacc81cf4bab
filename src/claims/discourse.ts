// What the sentences before have told of, so that "the attack", "the move" and a bare "ties were cut" are understood: deeds in the order of
// the text in, for a noun or a party the people whom the context supplies out. Nothing is supplied from further back than a few sentences.
import { isProminent, type Mention } from '../actors/index.js'
import type { Tree, Word } from '../syntax/types.js'
import { distinctBy } from './distinct.js'
import { undergoersOf } from './frames/macroroles.js'
import { dependents, type Reading } from './frames/reading.js'
import { givesSome, type RuleBook } from './rules/book.js'
import type { Match } from './rules/match.js'

/** A deed that has been told of. */
export interface Deed {
  readonly sentence: number
  readonly predicate: number
  readonly relation: string
  readonly lemma: string
  readonly who: readonly Mention[]
  readonly whom: readonly Mention[]
  /** Its parties act together: they met, talked, agreed. */
  readonly together: boolean
  /** One stands against the other. */
  readonly hostile: boolean
  /** Told by its owner alone: "Turkey's incursion". */
  readonly bare: boolean
}

export interface Discourse {
  /**
   * Who answers for the event that a definite noun takes up: "the attack", "this move". Deeds of those whom `accepts` refuses are passed over;
   * empty where the context does not tell.
   */
  meant(reading: Reading, noun: number, accepts: (mention: Mention) => boolean): readonly Mention[]
  /** The one with whom a party has just been told to deal; `inPeace`, not in a hostile deed. */
  partnersOf(party: readonly Mention[], inPeace: boolean): readonly Mention[]
  /** Whom the document is about, to somebody else than `party`; empty where it is about several. */
  topicFor(party: readonly Mention[]): readonly Mention[]
  /** The two who have just been told to deal with each other; `inPeace`, not in a hostile deed. */
  pair(inPeace: boolean): readonly Mention[]
}

export const noDiscourse: Discourse = { meant: () => [], partnersOf: () => [], topicFor: () => [], pair: () => [] }

/** How many sentences back an event, a partner, or a pair is looked for. */
const reach = { event: 5, shell: 1, partner: 2, pair: 2, group: 3 }

const pointing: ReadonlySet<string> = new Set(['the', 'this', 'that', 'these', 'those', 'such', 'both'])

const weekday = /^(mon|tues|wednes|thurs|fri|satur|sun)day$|^(yester|to)day$/i

/** "the test", "those attacks", "Friday's launch". */
const isDefinite = (reading: Reading, noun: number): boolean =>
  dependents(reading, noun, 'det').some(det => pointing.has(reading.words[det]!.form.toLowerCase())) ||
  dependents(reading, noun, 'nmod:poss').some(owner => weekday.test(reading.words[owner]!.form))

const ids = (mentions: readonly Mention[]): readonly string[] => [...new Set(mentions.map(mention => mention.actor.id))]

/** Peoples and single persons are no partner that a text would leave to be understood. */
const isPower = ({ actor }: Mention): boolean => actor.kind !== 'people' && actor.kind !== 'person'

/** Bodies of states stand between two sides sooner than on one. */
const isSide = (mention: Mention): boolean => isPower(mention) && mention.actor.kind !== 'igo'

/** A mention that the context supplies is less sure than one in the clause. */
const supplied = (mentions: readonly Mention[]): readonly Mention[] =>
  distinctBy(mentions, mention => mention.actor.id).map(mention => ({ ...mention, score: mention.score * 0.8 }))

/** The same actor, or one inside the state that the other is: a region of it, its people. */
const isOrLiesIn = ({ actor }: Mention, { actor: other }: Mention): boolean =>
  actor.id === other.id || (actor.country !== null && actor.country === other.id)

/** What a sentence's matches and the events that somebody in it owns add to what has been told. */
export const deedsOf = (reading: Reading, matches: readonly Match[], book: RuleBook): readonly Deed[] => [
  ...ownedEvents(reading, matches, book),
  ...matches
    .filter(match => match.who.length + match.whom.length > 0 && !match.rule.byVoice && !match.domestic)
    .map(({ predicate, rule, who, whom }) => ({
      sentence: reading.sentence,
      predicate,
      relation: rule.relation,
      lemma: reading.words[predicate]!.lemma.toLowerCase(),
      who,
      whom,
      together: rule.ways === 'both',
      hostile: givesSome(rule, '-'),
      bare: false,
    })),
]

/** "Turkey's incursion began": events that their owner alone tells of, and that no match has told. */
const ownedEvents = (reading: Reading, matches: readonly Match[], book: RuleBook): readonly Deed[] => {
  const told = new Set(matches.map(match => match.predicate))
  return reading.words.flatMap(({ index, upos, lemma }) => {
    const [entry] = upos === 'NOUN' && !told.has(index) ? (book.entries.get(`noun ${lemma.toLowerCase()}`) ?? []) : []
    if (entry === undefined) return []
    const who = dependents(reading, index, 'nmod:poss').flatMap(owner => reading.mentions.get(owner) ?? [])
    const { relation } = entry.rule
    const deed = { sentence: reading.sentence, predicate: index, relation, lemma: lemma.toLowerCase() }
    return who.length === 0 ? [] : [{ ...deed, who, whom: [], together: false, hostile: false, bare: true }]
  })
}

/** "partners" are nobody in particular, "the partners" those just told of. */
const isDetermined = (tree: Tree, { index, upos }: Word): boolean =>
  upos === 'NUM' || tree.words.some(({ head, deprel }) => head === index && /^(det|nummod|nmod:poss)/.test(deprel))

const isGroupWord = (tree: Tree, word: Word, groups: ReadonlySet<string>): boolean => {
  const { upos, lemma, feats } = word
  if (!groups.has(lemma.toLowerCase())) return false
  if (upos === 'PRON') return true
  return (upos === 'NOUN' || upos === 'NUM') && feats.Number !== 'Sing' && isDetermined(tree, word)
}

/** Does a phrase say no more than that they are the ones just spoken of: "the leaders", "the two sides", not "the leaders of Mali"? */
const isBare = (tree: Tree, word: number): boolean =>
  tree.words.every(
    ({ head, deprel, upos }) =>
      head !== word || !/^(nmod|amod|appos|acl|compound|flat)/.test(deprel) || upos === 'NUM' || deprel === 'nmod:desc',
  )

/** The two powers that a sentence names together as its subject: "Premier Silva and his Omani counterpart"; null where it does not. */
const pairHere = (mentions: ReadonlyMap<number, readonly Mention[]>, tree: Tree): readonly Mention[] | null => {
  for (const { index, deprel } of tree.words) {
    if (!deprel.startsWith('nsubj')) continue
    const subject = [
      index,
      ...tree.words.filter(word => word.head === index && word.deprel === 'conj').map(word => word.index),
    ]
    const named = subject.map(word => (mentions.get(word) ?? []).filter(isPower))
    if (subject.length === 2 && named.every(row => row.length === 1) && ids(named.flat()).length === 2)
      return supplied(named.flat())
  }
  return null
}

/** "the two allies", "both sides". */
const countsTwo = (tree: Tree, { index, form }: Word): boolean =>
  /^(two|both)$/i.test(form) || tree.words.some(word => word.head === index && /^(two|both)$/i.test(word.form))

/**
 * "They discussed it", "the two leaders agreed": those who were last told to act together, at each word of the sentence that means them and
 * that no mention claims; a pronoun that is no subject, only where nobody is named before it. `mentions` by the word that heads them; the same map where there is none.
 */
export const withGroups = (
  mentions: ReadonlyMap<number, readonly Mention[]>,
  tree: Tree,
  told: readonly Deed[],
  sentence: number,
  groups: ReadonlySet<string>,
): ReadonlyMap<number, readonly Mention[]> => {
  const last = told.findLast(deed => deed.together && sentence - deed.sentence <= reach.group)
  const here = pairHere(mentions, tree)
  const parties = here ?? (last === undefined ? [] : supplied([...last.who, ...last.whom]).filter(isPower))
  if (parties.length < 2) return mentions
  const first = Math.min(...mentions.keys())
  const meant = tree.words.filter(
    word =>
      !mentions.has(word.index) &&
      isGroupWord(tree, word, groups) &&
      isBare(tree, word.index) &&
      (here === null || (word.index > here.at(-1)!.head && countsTwo(tree, word))) &&
      (word.upos !== 'PRON' || word.deprel.startsWith('nsubj') || word.index < first),
  )
  if (meant.length === 0) return mentions
  const found = new Map(mentions)
  for (const { index, start, end, deprel } of meant)
    found.set(
      index,
      parties.map(mention => ({
        ...mention,
        ...{ sentence, start, end, head: index, first: index, last: index },
        role: deprel === 'nmod:poss' ? ('modifier' as const) : ('party' as const),
      })),
    )
  return found
}

/** One of those whom a document names, by the first mention, and how often it does. */
export interface Protagonist {
  readonly mention: Mention
  readonly times: number
}

/**
 * The states and groups that a document names, the oftenest named first; its people and persons count for a state. Bodies of states are
 * seldom whom a deed is done to.
 */
export const protagonistsOf = (mentions: readonly Mention[]): readonly Protagonist[] => {
  const times = new Map<string, number>()
  for (const mention of mentions) {
    const { id, country } = mention.actor
    const counts = isPower(mention) ? id : country
    if (counts !== null) times.set(counts, (times.get(counts) ?? 0) + 1)
  }
  return distinctBy(mentions.filter(isSide), ({ actor }) => actor.id)
    .map(mention => ({ mention, times: times.get(mention.actor.id)! }))
    .sort((a, b) => b.times - a.times)
}

/** The two whom a document is about; none where a third comes near them. */
const twoOf = ([first, second, third]: readonly Protagonist[]): readonly Mention[] =>
  first !== undefined && second !== undefined && isProminent(second.times, third?.times ?? 1)
    ? [first.mention, second.mention]
    : []

/**
 * The context of a predicate of a sentence.
 * @param told what is told up to the sentence's end, the latest last.
 * @param protagonists those of the whole document.
 */
export const discourseOf = (
  told: readonly Deed[],
  sentence: number,
  predicate: number,
  book: RuleBook,
  protagonists: readonly Protagonist[],
): Discourse => {
  const within = (sentences: number) => told.filter(deed => sentence - deed.sentence <= sentences).toReversed()
  /** A party may be left out where it has been named before, an event may be named after. */
  const before = (sentences: number) =>
    within(sentences).filter(deed => deed.sentence < sentence || deed.predicate < predicate)
  const relationsOf = (lemma: string): ReadonlySet<string> =>
    new Set((book.entries.get(`noun ${lemma}`) ?? []).map(entry => entry.rule.relation))
  return {
    meant: (reading, noun, accepts) => {
      const lemma = reading.words[noun]!.lemma.toLowerCase()
      if (reading.words[noun]!.upos !== 'NOUN' || !isDefinite(reading, noun)) return []
      const touched = undergoersOf(reading, noun, book.constructions, () => true).flatMap(
        word => reading.mentions.get(word) ?? [],
      )
      const fits = (deed: Deed) =>
        deed.who.length > 0 &&
        deed.who.every(accepts) &&
        (touched.length === 0 || touched.some(mention => deed.whom.some(other => isOrLiesIn(other, mention))))
      const relations = relationsOf(lemma)
      const same = within(reach.event).find(
        deed => fits(deed) && (deed.lemma === lemma || (!deed.bare && relations.has(deed.relation))),
      )
      if (same !== undefined) return supplied(same.together ? [...same.who, ...same.whom].filter(accepts) : same.who)
      if (!book.constructions.shells.has(lemma) || touched.length > 0) return []
      const latest = within(reach.shell).find(deed => !deed.bare && fits(deed) && ids(deed.who).length === 1)
      return latest === undefined ? [] : supplied(latest.who)
    },
    partnersOf: (party, inPeace) => {
      const own = ids(party)
      if (own.length !== 1) return []
      for (const { who, whom, hostile } of before(reach.partner)) {
        if (inPeace && hostile) continue
        const both = ids([...who, ...whom].filter(isPower))
        if (both.length !== 2 || !both.includes(own[0]!)) continue
        return supplied([...who, ...whom].filter(mention => isPower(mention) && mention.actor.id !== own[0]))
      }
      return []
    },
    topicFor: party => {
      const own = ids(party)
      const [first, next] = protagonists.filter(({ mention }) => !own.includes(mention.actor.id))
      return first !== undefined && isProminent(first.times, next?.times ?? 0) ? supplied([first.mention]) : []
    },
    pair: inPeace => {
      const found = before(reach.pair)
        .filter(({ hostile }) => !(inPeace && hostile))
        .map(({ who, whom }) => [...who, ...whom])
        .find(both => ids(both).length === 2 && both.every(isSide))
      return supplied(found ?? twoOf(protagonists))
    },
  }
}
