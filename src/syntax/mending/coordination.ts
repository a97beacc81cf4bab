// Lists that the parser broke: each conjunct goes back to the list or the pair that it belongs to.
import { baseOf, isNominal, type Mend, type Mender } from './mender.js'

/** "X, Y and Z were having a call", with Z read as a second call: what is coordinated follows its first word; here that is the subject. */
export const returnConjunct: Mend = (tree, word) => {
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
export const rejoinList: Mend = (tree, word) => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'conj' || head < 0 || head > word) return
  let before = tree.first(word) - 1
  while (before > head && ['PUNCT', 'CCONJ'].includes(tree.words[before]!.upos)) before -= 1
  if (before <= head || tree.isUnder(before, head) || tree.words[before]!.upos !== tree.words[word]!.upos) return
  const list = tree.arcs[before]!.deprel === 'conj' ? tree.arcs[before]!.head : before
  if (list > head && !tree.isUnder(list, word)) tree.move(word, list, 'conj')
}

/** "the tie between Chad and the group", with the group read as a second tie: "between" takes the two that follow it. */
export const pairBetween: Mend = (tree, word) => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'conj' || head < 0 || head > word || tree.has(word, 'case') || !isNominal(tree.words[word]!)) return
  const first = tree.children(head).findLast(child => child < word && baseOf(tree.arcs[child]!.deprel) === 'nmod')
  if (first === undefined || tree.has(first, 'conj')) return
  const preposition = tree.children(first).find(child => child < first && tree.arcs[child]!.deprel === 'case')
  if (preposition !== undefined && tree.words[preposition]!.form.toLowerCase() === 'between')
    tree.move(word, first, 'conj')
}

/** "called on Chad to free them and hold talks", with the talks read as the caller's: a plain verb goes on the infinitive before it. */
export const joinInfinitive: Mend = (tree, word) => {
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
export const joinByConjunction: Mend = (tree, word) => {
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
export const joinListed: Mend = (tree, word) => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'list' || head < 0 || head > word || !isNominal(tree.words[word]!)) return
  if (tree.children(head).some(child => child > word && tree.arcs[child]!.deprel === 'conj'))
    tree.move(word, head, 'conj')
}

/** "Premier Ana Silva, President Jo Weiss and …", read as Silva's title: a title does not follow a name after a comma with a name of its own. */
export const partTitled: Mend = (tree, word) => {
  const { head, deprel } = tree.arcs[word]!
  if (deprel !== 'nmod:desc' || head < 0 || head > word) return
  const comma = tree.children(word).some(child => child < word && tree.words[child]!.form === ',')
  const named = tree.children(word).some(child => child > word && tree.arcs[child]!.deprel === 'flat')
  if (comma && named && tree.has(head, 'conj')) tree.move(word, head, 'conj')
}

const inList: ReadonlySet<string> = new Set(['PROPN', 'DET', 'CCONJ', 'PUNCT'])

/** The names between ", and" and the word `end`, the first of them first; empty where anything else stands between. */
const namesBefore = (tree: Mender, end: number): readonly number[] => {
  const { words, arcs } = tree
  const found: number[] = []
  if (words[end - 1]?.upos !== 'PROPN') return found
  for (let at = end - 1; at > 0 && inList.has(words[at]!.upos); at--) {
    if (words[at]!.form === ',' && words[at + 1]!.upos === 'CCONJ') return found
    if (arcs[at]!.deprel === 'conj') found.unshift(at)
  }
  return []
}

/** "deals with Peru, and Spain and Italy have left": names between an "and" and a finite verb without a subject are its own. */
export const openClause: Mend = (tree, word) => {
  if (tree.words[word]!.upos !== 'VERB' || tree.has(word, 'nsubj', 'csubj', 'expl')) return
  const group = [word, ...tree.children(word).filter(child => baseOf(tree.arcs[child]!.deprel) === 'aux')]
  if (!group.some(part => tree.words[part]!.feats.VerbForm === 'Fin')) return
  let start = word
  while (tree.arcs[start - 1]?.head === word && ['aux', 'advmod'].includes(baseOf(tree.arcs[start - 1]!.deprel)))
    start--
  const [subject, ...others] = namesBefore(tree, start)
  if (subject === undefined || tree.isUnder(word, subject) || tree.arcs[subject]!.head >= word) return
  tree.move(subject, word, 'nsubj')
  for (const other of others) tree.move(other, subject, 'conj')
}
