// Phrases and clauses that hang one word too high or too low.
import type { Word } from '../types.js'
import { baseOf, isNominal, type Mend, type Mender, spells, titles } from './mender.js'

const relational: ReadonlySet<string> = new Set(['against', 'with', 'on', 'by', 'towards', 'toward', 'at', 'upon'])

/** "with President Abbas", read as "[with President] Abbas": the preposition belongs to the whole name. */
export const liftPreposition: Mend = (tree, word) => {
  if (tree.arcs[word]!.deprel !== 'case') return
  let top = tree.arcs[word]!.head
  while (top >= 0 && titles.has(tree.arcs[top]!.deprel) && tree.arcs[top]!.head > top) top = tree.arcs[top]!.head
  if (top === tree.arcs[word]!.head || top < 0 || tree.first(top) !== word) return
  if (tree.children(top).some(child => child !== word && tree.arcs[child]!.deprel === 'case')) return
  tree.move(word, top, 'case')
}

/** "attacks over the last 48 hours against the port": the attacks are against it, not the hours. */
export const liftFromSpell: Mend = (tree, word) => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'nmod' || head < 0 || head > word || !spells.has(tree.words[head]!.lemma.toLowerCase())) return
  const preposition = tree.children(word).find(child => tree.arcs[child]!.deprel === 'case' && child < word)
  if (preposition === undefined || !relational.has(tree.words[preposition]!.form.toLowerCase())) return
  const above = tree.arcs[head]!
  if (above.head < 0 || above.head > head) return
  tree.move(word, above.head, isNominal(tree.words[above.head]!) ? 'nmod' : 'obl')
}

/** "spoke highly of them": whom the speech is of hangs on the verb. */
const esteem: ReadonlySet<string> = new Set(['highly', 'warmly', 'fondly', 'well', 'ill', 'badly'])

export const liftFromManner: Mend = (tree, word) => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'obl' || head < 0 || head > word || !esteem.has(tree.words[head]!.form.toLowerCase())) return
  const verb = tree.arcs[head]!.head
  if (tree.arcs[head]!.deprel === 'advmod' && verb >= 0 && tree.words[verb]!.upos === 'VERB')
    tree.move(word, verb, deprel)
}

/** "had on Friday recalled it": what hangs on the auxiliary belongs to its verb. */
export const liftFromAuxiliary: Mend = (tree, word) => {
  const { head, deprel } = tree.arcs[word]!
  if (head < 0 || !baseOf(tree.arcs[head]!.deprel).startsWith('aux')) return
  const verb = tree.arcs[head]!.head
  if (verb < head || tree.words[verb]!.upos !== 'VERB') return
  if (['obl', 'nsubj'].includes(baseOf(deprel))) tree.move(word, verb, deprel)
}

const numberOf = ({ feats }: Word): string | undefined => feats.Number

/** The number that a clause's verb shows, by its own ending or its auxiliary's. */
const numberShown = (tree: Mender, verb: number): string | undefined =>
  [verb, ...tree.children(verb).filter(child => ['aux', 'cop'].includes(baseOf(tree.arcs[child]!.deprel)))]
    .map(place => tree.words[place]!)
    .find(word => word.feats.VerbForm === 'Fin' && numberOf(word) !== undefined)?.feats.Number

/** "attacks with help from Iran, which supplies them": a relative clause goes with the nearest noun that its verb agrees with. */
export const agreeRelative: Mend = (tree, word) => {
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

/** "reports about Chad arming the front which fights it": a relative clause that leaps over a noun right before it belongs to that noun. */
export const landRelative: Mend = (tree, word) => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'acl:relcl' || head < 0 || head > word) return
  const nearest = tree.first(word) - 1
  if (nearest <= head || !isNominal(tree.words[nearest]!) || tree.isUnder(nearest, head)) return
  if (spells.has(tree.words[nearest]!.lemma.toLowerCase())) return
  if (!tree.isUnder(nearest, word)) tree.move(word, nearest, deprel)
}

/** "U.S.-backed rebels", "Tajik-controlled land": a participle, as against an adjective of a name. */
const isParticiple = ({ form, upos }: Word): boolean =>
  upos === 'VERB' || /^[a-z]+(ed|led|held|run|built|made)$/.test(form)

/** "U.S.-Tajik relations", "U.S.-backed rebels": what stands before a hyphen goes with what stands after it. */
export const joinHyphened: Mend = (tree, word) => {
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
  if (/^\p{Lu}/u.test(next.form)) tree.move(word, head, 'compound')
}

/** "all sides, in particular the forces of Chad", with the forces read as a complement of the sides: who is singled out is in apposition. */
export const singleOut: Mend = (tree, word) => {
  const { head } = tree.arcs[word]!
  if (head < 0 || head > word || !isNominal(tree.words[word]!) || tree.has(word, 'case')) return
  const before = tree.children(head).findLast(child => child > head && child < word)
  if (before === undefined || tree.words[before]!.form.toLowerCase() !== 'particular') return
  if (!tree.children(before).some(child => tree.words[child]!.form.toLowerCase() === 'in')) return
  tree.move(word, head, 'appos')
  tree.move(before, word, 'advmod')
}
