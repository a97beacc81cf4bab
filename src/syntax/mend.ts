// A parsed tree in, the tree that later stages read out: arcs that a parser of this size gets wrong in known ways are put right by rules
// that hold for English whatever the words. Law: one root, no cycle, no word added or lost; a tree without such arcs is returned as it is.
import type { Tree, Word } from './types.js'

type Arc = Pick<Word, 'head' | 'deprel'>

const baseOf = (deprel: string): string => deprel.split(':', 1)[0]!

const titles: ReadonlySet<string> = new Set(['nmod:desc', 'compound', 'amod', 'flat', 'nmod:unmarked'])

const isNominal = ({ upos }: Word): boolean => upos === 'NOUN' || upos === 'PROPN'

/** Words that only tell when or how long; a phrase about an opponent or a partner never hangs on one. */
const spells: ReadonlySet<string> = new Set([
  ...['second', 'minute', 'hour', 'day', 'night', 'week', 'weekend', 'month', 'year', 'decade', 'morning', 'afternoon'],
  ...['evening', 'today', 'yesterday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  ...[
    'january',
    'february',
    'march',
    'april',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ],
])
const relational: ReadonlySet<string> = new Set(['against', 'with', 'on', 'by', 'towards', 'toward', 'at', 'upon'])

class Mender {
  readonly arcs: Arc[]
  changed = false
  constructor(readonly words: readonly Word[]) {
    this.arcs = words.map(({ head, deprel }) => ({ head, deprel }))
  }

  children(head: number): number[] {
    return this.arcs.flatMap((arc, index) => (arc.head === head ? [index] : []))
  }

  move(word: number, head: number, deprel: string): void {
    this.arcs[word] = { head, deprel }
    this.changed = true
  }

  has(head: number, ...relations: readonly string[]): boolean {
    return this.children(head).some(child => relations.includes(baseOf(this.arcs[child]!.deprel)))
  }

  /** Is `word` that other word, or does it hang on it? */
  isUnder(word: number, other: number): boolean {
    for (let up = word; up >= 0; up = this.arcs[up]!.head) if (up === other) return true
    return false
  }

  /** The last word of the phrase that `head` heads. */
  last(head: number): number {
    return Math.max(head, ...this.children(head).map(child => this.last(child)))
  }

  /** The first word of the phrase that `head` heads. */
  first(head: number): number {
    return Math.min(head, ...this.children(head).map(child => this.first(child)))
  }
}

/** "with President Abbas", read as "[with President] Abbas": the preposition belongs to the whole name. */
const liftPreposition = (tree: Mender, word: number): void => {
  if (tree.arcs[word]!.deprel !== 'case') return
  let top = tree.arcs[word]!.head
  while (top >= 0 && titles.has(tree.arcs[top]!.deprel) && tree.arcs[top]!.head > top) top = tree.arcs[top]!.head
  if (top === tree.arcs[word]!.head || top < 0 || tree.first(top) !== word) return
  if (tree.children(top).some(child => child !== word && tree.arcs[child]!.deprel === 'case')) return
  tree.move(word, top, 'case')
}

/** "condemned in the strongest terms the attack": a noun phrase without preposition after a phrase of manner is the object. */
const liftObject = (tree: Mender, word: number): void => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'nmod' || head < 0 || head > word || !isNominal(tree.words[word]!) || tree.has(word, 'case')) return
  const above = tree.arcs[head]!
  const verb = above.head
  if (baseOf(above.deprel) !== 'obl' || verb < 0 || verb > head || tree.words[verb]!.upos !== 'VERB') return
  if (tree.has(verb, 'obj', 'ccomp', 'xcomp') || tree.children(verb).some(at => tree.arcs[at]!.deprel === 'aux:pass'))
    return
  tree.move(word, verb, 'obj')
}

/** "attacks over the last 48 hours against the port": the attacks are against it, not the hours. */
const liftFromSpell = (tree: Mender, word: number): void => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'nmod' || head < 0 || head > word || !spells.has(tree.words[head]!.lemma.toLowerCase())) return
  const preposition = tree.children(word).find(child => tree.arcs[child]!.deprel === 'case' && child < word)
  if (preposition === undefined || !relational.has(tree.words[preposition]!.form.toLowerCase())) return
  const above = tree.arcs[head]!
  if (above.head < 0 || above.head > head) return
  tree.move(word, above.head, isNominal(tree.words[above.head]!) ? 'nmod' : 'obl')
}

/** "called it a mistake", read as two things that it was called: the first noun is the object. */
const splitPredicatives = (tree: Mender, word: number): void => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'xcomp' || head < 0 || word < head || !isNominal(tree.words[word]!)) return
  if (tree.has(word, 'case', 'cop', 'mark') || tree.has(head, 'obj')) return
  const second = tree.children(head).find(child => child > word && tree.arcs[child]!.deprel === 'xcomp')
  if (second !== undefined && tree.words[second]!.upos !== 'VERB') tree.move(word, head, 'obj')
}

/** "considers Italy an enemy", "let convoys pass": in such a small clause the first noun is the object of the verb above. */
const raiseSmallClause = (tree: Mender, word: number): void => {
  const { head: clause, deprel } = tree.arcs[word]!
  if (
    !['nsubj', 'obj', 'compound'].includes(deprel) ||
    !isNominal(tree.words[word]!) ||
    clause < word ||
    tree.arcs[clause]!.deprel !== 'xcomp'
  )
    return
  const verb = tree.arcs[clause]!.head
  if (deprel === 'compound' && tree.words[clause]!.upos !== 'VERB') return
  if (verb < 0 || verb > word || tree.has(verb, 'obj') || tree.has(clause, 'mark', 'cop', 'aux')) return
  tree.move(word, verb, 'obj')
}

/** "X, Y and Z were having a call", with Z read as a second call: what is coordinated follows its first word; here that is the subject. */
const returnConjunct = (tree: Mender, word: number): void => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'conj' || head < word) return
  const verb = tree.arcs[head]!.head
  if (verb < 0 || verb < word) return
  const subject = tree
    .children(verb)
    .findLast(child => child < word && baseOf(tree.arcs[child]!.deprel) === 'nsubj' && isNominal(tree.words[child]!))
  if (subject !== undefined) tree.move(word, subject, 'conj')
}

/**
 * "the forces of A and B, with support from X, Y and Z", with Z read as a third of A and B: an arc that leaps over what does not hang on its
 * head is taken back to the list that ends right before.
 */
const rejoinList = (tree: Mender, word: number): void => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'conj' || head < 0 || head > word) return
  let before = tree.first(word) - 1
  while (before > head && ['PUNCT', 'CCONJ'].includes(tree.words[before]!.upos)) before -= 1
  if (before <= head || tree.isUnder(before, head) || tree.words[before]!.upos !== tree.words[word]!.upos) return
  const list = tree.arcs[before]!.deprel === 'conj' ? tree.arcs[before]!.head : before
  if (list > head && !tree.isUnder(list, word)) tree.move(word, list, 'conj')
}

/** "the tie between Chad and the group", with the group read as a second tie: "between" takes the two that follow it. */
const pairBetween = (tree: Mender, word: number): void => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'conj' || head < 0 || head > word || tree.has(word, 'case') || !isNominal(tree.words[word]!)) return
  const first = tree.children(head).findLast(child => child < word && baseOf(tree.arcs[child]!.deprel) === 'nmod')
  if (first === undefined || tree.has(first, 'conj')) return
  const preposition = tree.children(first).find(child => child < first && tree.arcs[child]!.deprel === 'case')
  if (preposition !== undefined && tree.words[preposition]!.form.toLowerCase() === 'between')
    tree.move(word, first, 'conj')
}

/** "called on Chad to free them and hold talks", with the talks read as the caller's: a plain verb goes on the infinitive before it. */
const joinInfinitive = (tree: Mender, word: number): void => {
  const { head, deprel } = tree.arcs[word]!
  const [own, above] = [tree.words[word]!, tree.words[head]]
  if (deprel !== 'conj' || head > word || own.upos !== 'VERB' || above?.upos !== 'VERB') return
  const isPlain = own.form.toLowerCase() === own.lemma.toLowerCase() && own.feats.Tense !== 'Past'
  if (!isPlain || above.form.toLowerCase() === above.lemma.toLowerCase()) return
  if (tree.has(word, 'nsubj', 'aux', 'mark', 'cop', 'expl')) return
  const infinitive = tree
    .children(head)
    .findLast(
      child =>
        child > head &&
        child < word &&
        ['xcomp', 'advcl', 'ccomp'].includes(tree.arcs[child]!.deprel) &&
        tree
          .children(child)
          .some(mark => tree.words[mark]!.form.toLowerCase() === 'to' && tree.arcs[mark]!.deprel === 'mark'),
    )
  if (infinitive !== undefined) tree.move(word, infinitive, 'conj')
}

/** "fighting between the army and M23 rebels", with the "and" inside the name: the phrase joins the one before it. */
const joinByConjunction = (tree: Mender, word: number): void => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'cc' || head < word || !['compound', 'amod', 'det', 'nummod'].includes(tree.arcs[head]!.deprel)) return
  const noun = tree.arcs[head]!.head
  const above = noun < 0 ? -1 : tree.arcs[noun]!.head
  if (noun < head || above < 0 || above > word || tree.has(noun, 'case', 'cc') || tree.first(noun) !== word) return
  const before = tree.children(above).findLast(child => child < word && isNominal(tree.words[child]!))
  if (before === undefined) return
  tree.move(word, noun, 'cc')
  tree.move(noun, before, 'conj')
}

/** "A of Chad, B of Niger and C of Mali met", with B read as an item of a list: it is coordinated like the others. */
const joinListed = (tree: Mender, word: number): void => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'list' || head < 0 || head > word || !isNominal(tree.words[word]!)) return
  if (tree.children(head).some(child => child > word && tree.arcs[child]!.deprel === 'conj'))
    tree.move(word, head, 'conj')
}

/** "Premier Ana Silva, President Jo Weiss and …", read as Silva's title: a title does not follow a name after a comma with a name of its own. */
const partTitled = (tree: Mender, word: number): void => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'nmod:desc' || head < 0 || head > word) return
  const comma = tree.children(word).some(child => child < word && tree.words[child]!.form === ',')
  const named = tree.children(word).some(child => child > word && tree.arcs[child]!.deprel === 'flat')
  if (comma && named && tree.has(head, 'conj')) tree.move(word, head, 'conj')
}

/** Verbs that say what somebody is called or held to be. */
const calling: ReadonlySet<string> = new Set(
  'call describe consider deem brand label term dub find declare judge think pronounce'.split(' '),
)

/** "called the response hasty", read as "the hasty response": an adjective after its noun is what the noun is called. */
const freePredicative = (tree: Mender, word: number): void => {
  const { head, deprel } = tree.arcs[word]!
  if (!['amod', 'appos'].includes(deprel) || head < 0 || head > word || tree.words[word]!.upos !== 'ADJ') return
  const { head: verb, deprel: above } = tree.arcs[head]!
  if (above !== 'obj' || verb < 0 || verb > head || !calling.has(tree.words[verb]!.lemma.toLowerCase())) return
  if (!tree.has(verb, 'xcomp')) tree.move(word, verb, 'xcomp')
}

/** Verbs with two objects, a receiver and what is or is not given. */
const giving: ReadonlySet<string> = new Set(
  'give grant offer deny refuse promise award lend send hand owe guarantee pledge supply assure'.split(' '),
)

/** "denied the agency access", with the access read as what the agency is: it is what was denied. */
const giveObject = (tree: Mender, word: number): void => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'xcomp' || head < 0 || head > word || tree.words[word]!.upos !== 'NOUN') return
  if (!giving.has(tree.words[head]!.lemma.toLowerCase()) || tree.has(word, 'case', 'cop', 'mark')) return
  const receivers = tree.children(head).filter(child => tree.arcs[child]!.deprel === 'obj' && child < word)
  tree.move(word, head, 'obj')
  for (const receiver of receivers) tree.move(receiver, head, 'iobj')
}

/** "spoke highly of them": whom the speech is of hangs on the verb. */
const esteem: ReadonlySet<string> = new Set(['highly', 'warmly', 'fondly', 'well', 'ill', 'badly'])

const liftFromManner = (tree: Mender, word: number): void => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'obl' || head < 0 || head > word || !esteem.has(tree.words[head]!.form.toLowerCase())) return
  const verb = tree.arcs[head]!.head
  if (tree.arcs[head]!.deprel === 'advmod' && verb >= 0 && tree.words[verb]!.upos === 'VERB')
    tree.move(word, verb, deprel)
}

/** "had on Friday recalled it": what hangs on the auxiliary belongs to its verb. */
const liftFromAuxiliary = (tree: Mender, word: number): void => {
  const { head, deprel } = tree.arcs[word]!
  if (head < 0 || !baseOf(tree.arcs[head]!.deprel).startsWith('aux') || tree.arcs[head]!.head < 0) return
  tree.move(word, tree.arcs[head]!.head, deprel)
}

/** "Norway congratulated President Smith", read with two subjects: the one after its verb is the object. */
const turnSubject = (tree: Mender, word: number): void => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'nsubj' || head < 0 || word < head || tree.words[head]!.upos !== 'VERB') return
  const before = tree.children(head).some(child => child < head && tree.arcs[child]!.deprel === 'nsubj')
  if (before && !tree.has(head, 'obj', 'cop', 'ccomp', 'xcomp')) tree.move(word, head, 'obj')
}

/** "In answer to attacks on ships, the navy struck", with the navy read as the ships: a finite verb takes what stands right before it. */
const giveSubject = (tree: Mender, word: number): void => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'appos' || head < 0) return
  let verb = tree.last(word) + 1
  while (tree.words[verb]?.upos === 'PUNCT') verb += 1
  const found = tree.words[verb]
  if (found?.upos !== 'VERB' || found.feats.VerbForm !== 'Fin' || found.feats.Mood === 'Imp') return
  if (!tree.isUnder(word, verb) || tree.has(verb, 'nsubj', 'csubj', 'expl', 'cop')) return
  tree.move(word, verb, 'nsubj')
}

/** "gave the rebels $300 million", read with two objects: the first is whom it was given to; "hosted premier Ana", a title. */
const partObjects = (tree: Mender, word: number): void => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'obj' || head < 0 || word < head || spells.has(tree.words[word]!.lemma.toLowerCase())) return
  if (tree.has(head, 'iobj') || tree.has(word, 'case')) return
  const second = tree.children(head).find(child => child > word && tree.arcs[child]!.deprel === 'obj')
  if (second === undefined) return
  const isTitle = tree.words[second]!.upos === 'PROPN' && tree.first(second) === word + 1 && tree.last(word) === word
  if (isTitle && tree.words[word]!.upos === 'NOUN') tree.move(word, second, 'nmod:desc')
  else tree.move(word, head, 'iobj')
}

const numberOf = ({ feats }: Word): string | undefined => feats.Number

/** The number that a clause's verb shows, by its own ending or its auxiliary's. */
const numberShown = (tree: Mender, verb: number): string | undefined =>
  [verb, ...tree.children(verb).filter(child => ['aux', 'cop'].includes(baseOf(tree.arcs[child]!.deprel)))]
    .map(place => tree.words[place]!)
    .find(word => word.feats.VerbForm === 'Fin' && numberOf(word) !== undefined)?.feats.Number

/** "attacks with help from Iran, which supplies them": a relative clause goes with the nearest noun that its verb agrees with. */
const agreeRelative = (tree: Mender, word: number): void => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'acl:relcl' || head < 0 || head > word) return
  const subject = tree.children(word).find(child => tree.arcs[child]!.deprel === 'nsubj')
  if (subject === undefined || tree.words[subject]!.feats.PronType !== 'Rel') return
  const shown = numberShown(tree, word)
  if (shown === undefined || numberOf(tree.words[head]!) === undefined || numberOf(tree.words[head]!) === shown) return
  if (tree.children(head).some(child => tree.arcs[child]!.deprel === 'conj' && child < subject)) return
  let nearest = subject - 1
  while (nearest > head && tree.words[nearest]!.upos === 'PUNCT') nearest -= 1
  while (nearest > head && titles.has(tree.arcs[nearest]!.deprel)) nearest = tree.arcs[nearest]!.head
  const fits = nearest > head && nearest < subject && isNominal(tree.words[nearest]!)
  if (fits && numberOf(tree.words[nearest]!) === shown && !tree.isUnder(nearest, word)) tree.move(word, nearest, deprel)
}

/** "U.S.-backed rebels", "Tajik-controlled land": a participle, as against an adjective of a name. */
const isParticiple = ({ form, upos }: Word): boolean =>
  upos === 'VERB' || /^[a-z]+(ed|led|held|run|built|made)$/.test(form)

/** "reports about Chad arming the front which fights it": a relative clause that leaps over a noun right before it belongs to that noun. */
const landRelative = (tree: Mender, word: number): void => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'acl:relcl' || head < 0 || head > word) return
  const nearest = tree.first(word) - 1
  if (nearest <= head || !isNominal(tree.words[nearest]!) || tree.isUnder(nearest, head)) return
  if (!tree.isUnder(nearest, word)) tree.move(word, nearest, deprel)
}

/** "U.S.-Tajik relations", "U.S.-backed rebels": what stands before a hyphen goes with what stands after it. */
const joinHyphened = (tree: Mender, word: number): void => {
  const [own, hyphen, next] = [tree.words[word]!, tree.words[word + 1], tree.words[word + 2]]
  if (next === undefined || !/^[-‑–]$/.test(hyphen!.form) || own.end !== hyphen!.start || hyphen!.end !== next.start)
    return
  const { head, deprel } = tree.arcs[word + 2]!
  if (head <= word + 2 || !['amod', 'compound'].includes(deprel) || !/^\p{Lu}/u.test(own.form)) return
  if (isParticiple(next)) {
    if (!tree.isUnder(word + 2, word)) tree.move(word, word + 2, 'compound')
    return
  }
  if ((tree.arcs[word]!.head !== word + 2 && tree.isUnder(word, head)) || tree.isUnder(head, word)) return
  tree.move(word, head, 'compound')
}

/** "Syria says it is ready": the adjective of a will or an ability is said of somebody; its "it" is never empty. */
const ofWill: ReadonlySet<string> = new Set([
  ...['ready', 'willing', 'prepared', 'determined', 'eager', 'keen', 'unwilling', 'reluctant', 'committed', 'opposed'],
  ...['able', 'unable', 'poised', 'anxious', 'resolved', 'concerned', 'confident', 'grateful', 'interested'],
])

const fillEmptySubject = (tree: Mender, word: number): void => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'expl' || head < 0 || !ofWill.has(tree.words[head]!.lemma.toLowerCase())) return
  if (!tree.has(head, 'nsubj', 'csubj')) tree.move(word, head, 'nsubj')
}

/** Particles by the verbs that they complete; before a noun they look like prepositions. */
const particles: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    off: 'seal cordon call break cut fend ward stave close rope fence pay lay kick',
    down: 'turn shut put lay strike shoot gun hunt track gun vote tear',
    out: 'carry rule kick wipe throw point root hand',
    up: 'set blow break take round step beef draw build pick give call',
  }).map(([particle, verbs]) => [particle, new Set(verbs.split(' '))]),
)

/** "sealed off the town": a verb's particle right after it is no preposition, and the noun is the object. */
const freeParticle = (tree: Mender, word: number): void => {
  const { head, deprel } = tree.arcs[word]!
  const verb = word - 1
  if (deprel !== 'case' || head <= word || verb < 0 || tree.arcs[head]!.head !== verb) return
  const verbs = particles.get(tree.words[word]!.form.toLowerCase())
  if (verbs?.has(tree.words[verb]!.lemma.toLowerCase()) !== true || tree.has(verb, 'obj')) return
  if (tree.children(head).some(child => child !== word && tree.arcs[child]!.deprel === 'case')) return
  tree.move(word, verb, 'compound:prt')
  tree.move(head, verb, tree.has(verb, 'aux:pass') ? 'obl' : 'obj')
}

/** "shot down a jet", with the jet read as a circumstance: a bare noun after an active verb without an object is the object. */
const raiseBareOblique = (tree: Mender, word: number): void => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'obl' || head < 0 || head > word || !isNominal(tree.words[word]!) || tree.has(word, 'case')) return
  if (tree.words[head]!.upos !== 'VERB' || spells.has(tree.words[word]!.lemma.toLowerCase())) return
  const passive = tree.children(head).some(child => ['aux:pass', 'nsubj:pass'].includes(tree.arcs[child]!.deprel))
  if (!passive && !tree.has(head, 'obj', 'xcomp', 'ccomp')) tree.move(word, head, 'obj')
}

/** Mends one tree; the same tree where nothing needs it. */
export const mendTree = (tree: Tree): Tree => {
  const mender = new Mender(tree.words)
  for (const { index } of tree.words) {
    liftPreposition(mender, index)
    liftObject(mender, index)
    liftFromSpell(mender, index)
    splitPredicatives(mender, index)
    raiseSmallClause(mender, index)
    returnConjunct(mender, index)
    rejoinList(mender, index)
    joinByConjunction(mender, index)
    pairBetween(mender, index)
    joinInfinitive(mender, index)
    joinListed(mender, index)
    partTitled(mender, index)
    freePredicative(mender, index)
    giveObject(mender, index)
    liftFromManner(mender, index)
    liftFromAuxiliary(mender, index)
    turnSubject(mender, index)
    giveSubject(mender, index)
    partObjects(mender, index)
    agreeRelative(mender, index)
    landRelative(mender, index)
    joinHyphened(mender, index)
    fillEmptySubject(mender, index)
    freeParticle(mender, index)
    raiseBareOblique(mender, index)
  }
  if (!mender.changed) return tree
  return { ...tree, words: tree.words.map((word, index) => ({ ...word, ...mender.arcs[index]! })) }
}
