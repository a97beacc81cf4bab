// What belongs to a verb as its subject, object or predicative, where the parser read something else.
import { baseOf, isNominal, type Mend, spells } from './mender.js'

/** "condemned in the strongest terms the attack": a noun phrase without preposition after a phrase of manner is the object. */
export const liftObject: Mend = (tree, word) => {
  const { head, deprel } = tree.arcs[word]!
  const strung = deprel === 'nmod' || (deprel === 'appos' && !tree.has(word, 'punct'))
  if (!strung || head < 0 || head > word || !isNominal(tree.words[word]!) || tree.has(word, 'case')) return
  const above = tree.arcs[head]!
  const verb = above.head
  if (baseOf(above.deprel) !== 'obl' || verb < 0 || verb > head || tree.words[verb]!.upos !== 'VERB') return
  if (tree.has(verb, 'obj', 'ccomp', 'xcomp') || tree.children(verb).some(at => tree.arcs[at]!.deprel === 'aux:pass'))
    return
  tree.move(word, verb, 'obj')
}

/** "called it a mistake", read as two things that it was called: the first noun is the object. */
export const splitPredicatives: Mend = (tree, word) => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'xcomp' || head < 0 || word < head || !isNominal(tree.words[word]!)) return
  if (tree.has(word, 'case', 'cop', 'mark') || tree.has(head, 'obj')) return
  const second = tree.children(head).find(child => child > word && tree.arcs[child]!.deprel === 'xcomp')
  if (second !== undefined && tree.words[second]!.upos !== 'VERB') tree.move(word, head, 'obj')
}

/** "considers Italy an enemy", "let convoys pass": in such a small clause the first noun is the object of the verb above. */
export const raiseSmallClause: Mend = (tree, word) => {
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

/** Verbs that say what somebody is called or held to be. */
const calling: ReadonlySet<string> = new Set(
  'call describe consider deem brand label term dub find declare judge think pronounce'.split(' '),
)

/** "called the response hasty", read as "the hasty response": an adjective after its noun is what the noun is called. */
export const freePredicative: Mend = (tree, word) => {
  const { head, deprel } = tree.arcs[word]!
  if (!['amod', 'appos'].includes(deprel) || head < 0 || head > word || tree.words[word]!.upos !== 'ADJ') return
  const { head: verb, deprel: above } = tree.arcs[head]!
  if (above !== 'obj' || verb < 0 || verb > head || !calling.has(tree.words[verb]!.lemma.toLowerCase())) return
  if (!tree.has(verb, 'xcomp')) tree.move(word, verb, 'xcomp')
}

/** Verbs with two objects, a receiver and what is or is not given. */
const giving: ReadonlySet<string> = new Set(
  'give grant offer deny refuse promise award lend send hand owe guarantee pledge supply assure tell show teach leave'.split(
    ' ',
  ),
)

/** "denied the agency access", with the access read as what the agency is: it is what was denied. */
export const giveObject: Mend = (tree, word) => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'xcomp' || head < 0 || head > word || tree.words[word]!.upos !== 'NOUN') return
  if (!giving.has(tree.words[head]!.lemma.toLowerCase()) || tree.has(word, 'case', 'cop', 'mark')) return
  const receivers = tree.children(head).filter(child => tree.arcs[child]!.deprel === 'obj' && child < word)
  tree.move(word, head, 'obj')
  for (const receiver of receivers) tree.move(receiver, head, 'iobj')
}

/** "Norway congratulated President Smith", read with two subjects: the one after its verb is the object. */
export const turnSubject: Mend = (tree, word) => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'nsubj' || head < 0 || word < head || tree.words[head]!.upos !== 'VERB') return
  const before = tree.children(head).some(child => child < head && tree.arcs[child]!.deprel === 'nsubj')
  if (before && !tree.has(head, 'obj', 'cop', 'ccomp', 'xcomp')) tree.move(word, head, 'obj')
}

/** "In answer to attacks on ships, the navy struck", with the navy read as the ships: a finite verb takes what stands right before it. */
export const giveSubject: Mend = (tree, word) => {
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
export const partObjects: Mend = (tree, word) => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'obj' || head < 0 || word < head || spells.has(tree.words[word]!.lemma.toLowerCase())) return
  if (tree.has(head, 'iobj') || tree.has(word, 'case')) return
  const second = tree.children(head).find(child => child > word && tree.arcs[child]!.deprel === 'obj')
  if (second === undefined) return
  const isTitle = tree.words[second]!.upos === 'PROPN' && tree.first(second) === word + 1 && tree.last(word) === word
  if (isTitle && tree.words[word]!.upos === 'NOUN') tree.move(word, second, 'nmod:desc')
  else if (giving.has(tree.words[head]!.lemma.toLowerCase())) tree.move(word, head, 'iobj')
}

/** "Syria says it is ready": the adjective of a will or an ability is said of somebody; its "it" is never empty. */
const ofWill: ReadonlySet<string> = new Set([
  ...['ready', 'willing', 'prepared', 'determined', 'eager', 'keen', 'unwilling', 'reluctant', 'committed', 'opposed'],
  ...['able', 'unable', 'poised', 'anxious', 'resolved', 'concerned', 'confident', 'grateful', 'interested'],
])

export const fillEmptySubject: Mend = (tree, word) => {
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
export const freeParticle: Mend = (tree, word) => {
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
export const raiseBareOblique: Mend = (tree, word) => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'obl' || head < 0 || head > word || !isNominal(tree.words[word]!) || tree.has(word, 'case')) return
  if (tree.words[head]!.upos !== 'VERB' || spells.has(tree.words[word]!.lemma.toLowerCase())) return
  const passive = tree.children(head).some(child => ['aux:pass', 'nsubj:pass'].includes(tree.arcs[child]!.deprel))
  if (!passive && !tree.has(head, 'obj', 'xcomp', 'ccomp')) tree.move(word, head, 'obj')
}
