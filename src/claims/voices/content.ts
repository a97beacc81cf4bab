// The words that a cue brings in, read off the tree: the clause or phrase below it, the clause it interrupts, or the one it modifies.
import { embeddingOf } from '../factuality/embedding.js'
import { baseOf, dependents, type Reading, subtree } from '../frames/reading.js'
import { isPassive } from '../frames/subjects.js'
import type { CueEntry, VoiceLexicon } from './lexicon.js'

/** A dependent of a cue that holds its content, with the entry whose frame it fills. */
interface Held {
  readonly child: number
  readonly entry: CueEntry
}

/** What a cue says, and the entry by which; `entry` is null where the content is a clause around or beside the cue. */
export interface Content {
  readonly words: readonly number[]
  readonly entry: CueEntry | null
}

const formAt = (reading: Reading, word: number): string => reading.words[word]!.form.toLowerCase()

/** What the writer adds to what was said: clauses of time after it, and what is strung on. */
const isAfterthought = (reading: Reading, word: number, lexicon: VoiceLexicon): boolean => {
  const base = baseOf(reading.words[word]!.deprel)
  if (base === 'parataxis') return true
  return (
    (base === 'advcl' || base === 'obl') &&
    (lexicon.afterthoughts.has(formAt(reading, word)) ||
      dependents(reading, word, 'mark', 'case').some(child => lexicon.afterthoughts.has(formAt(reading, child))))
  )
}

/** The words below `head` that are said, without the writer's afterthoughts to them. */
const saidBelow = (reading: Reading, head: number, lexicon: VoiceLexicon): readonly number[] => {
  const isClause = clauses.has(baseOf(reading.words[head]!.deprel))
  const strange = new Set(
    reading.children[head]!.filter(
      child => isClause && child > head && isAfterthought(reading, child, lexicon),
    ).flatMap(child => subtree(reading, child)),
  )
  return subtree(reading, head).filter(word => !strange.has(word))
}

const clauses = new Set(['ccomp', 'xcomp', 'advcl', 'acl', 'csubj'])

/** The clause that a cue interrupts or follows: "Talks, she said, will go on." */
const interrupted = (reading: Reading, cue: number): readonly number[] => {
  const node = reading.words[cue]!
  if (baseOf(node.deprel) !== 'parataxis' || node.head < 0) return []
  const own = new Set(subtree(reading, cue))
  return subtree(reading, node.head).filter(word => !own.has(word))
}

/** "As the minister said, …": the clause that the as-clause modifies. */
const asClause = (reading: Reading, cue: number, lexicon: VoiceLexicon): readonly number[] => {
  const node = reading.words[cue]!
  if (baseOf(node.deprel) !== 'advcl' || node.head < 0) return []
  const marked = dependents(reading, cue, 'mark', 'advmod', 'case').some(
    child => child < cue && lexicon.asMarkers.has(formAt(reading, child)),
  )
  if (!marked || dependents(reading, cue, 'ccomp', 'obj').length > 0) return []
  const own = new Set(subtree(reading, cue))
  return subtree(reading, node.head).filter(word => !own.has(word))
}

const framesOf = (reading: Reading, cue: number, child: number): readonly string[] => {
  const embedding = embeddingOf(reading, child)
  return embedding === null || embedding.host !== cue ? [] : embedding.frames
}

/** Children whose frame one of the entries has, with that entry. */
const contentChildren = (reading: Reading, cue: number, entries: readonly CueEntry[]): readonly Held[] => {
  const node = reading.words[cue]!
  const passive = node.upos === 'VERB' && isPassive(reading, cue)
  return reading.children[cue]!.flatMap(child => {
    const base = baseOf(reading.words[child]!.deprel)
    if (base === 'nsubj' && !(passive && reading.words[child]!.deprel === 'nsubj:pass')) return []
    const frames = framesOf(reading, cue, child).map(frame => (frame === 'object to' ? 'to' : frame))
    const isNoun = base === 'obl' || base === 'nmod'
    const told = isNoun
      ? frames.map(frame => (frame === 'to' ? 'to noun' : frame))
      : passive && frames.includes('to')
        ? [...frames, 'that']
        : frames.includes('that')
          ? [...frames, 'whether']
          : frames
    const entry = told.flatMap(frame => entries.find(found => found.frame === frame) ?? [])[0]
    if (entry === undefined) return []
    return [{ child, entry }]
  })
}

/** A clause says more than a noun phrase: where a cue has both, the clause is the content. */
const preferred = (reading: Reading, children: readonly Held[]): readonly Held[] => {
  const told = children.filter(({ entry }) => entry.frame === 'that' || entry.frame === 'whether')
  if (told.length > 0) return told
  const clausal = children.filter(({ child }) => clauses.has(baseOf(reading.words[child]!.deprel)))
  return clausal.length > 0 ? clausal : children
}

/**
 * The content of the cue `cue`: what fills a frame of one of its entries, else, where the cue may quote, the clause that it interrupts,
 * modifies or introduces.
 */
export const contentOf = (
  reading: Reading,
  cue: number,
  entries: readonly CueEntry[],
  isQuoting: boolean,
  lexicon: VoiceLexicon,
): Content => {
  const held = preferred(reading, contentChildren(reading, cue, entries))
  if (held.length > 0) {
    return { words: held.flatMap(({ child }) => saidBelow(reading, child, lexicon)), entry: held[0]!.entry }
  }
  if (!isQuoting) return { words: [], entry: null }
  const around = [...interrupted(reading, cue), ...asClause(reading, cue, lexicon)]
  if (around.length > 0) return { words: around, entry: null }
  const introduced = dependents(reading, cue, 'parataxis').filter(
    child => child > cue && reading.words[child]!.upos !== 'PUNCT',
  )
  return { words: introduced.flatMap(child => subtree(reading, child)), entry: null }
}
