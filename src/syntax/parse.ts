// Tokens of a sentence in, its tree out, through one graph: pieces, scores, best heads, labels.
// Law: a pure function of the sentence; offsets and forms are the tokens' own.
import type { Token } from '../text/types.js'
import { greedyHeads, isTree, maximumTree } from './arborescence.js'
import { joinParts, partsOf } from './cut.js'
import { compileScript, type LemmaLexicon, type LemmaScript } from './lemma.js'
import { type Manifest, readFeats } from './manifest.js'
import type { SentenceInput, SentenceScores, Session } from './session.js'
import type { Tree, Upos, Word } from './types.js'
import type { Pieces, Vocabulary } from './wordpiece.js'

/** The model's classes, ready to look up by number. */
export interface Inventory {
  readonly relations: readonly string[]
  readonly upos: readonly Upos[]
  readonly feats: readonly Readonly<Record<string, string>>[]
  readonly scripts: readonly LemmaScript[]
}

export function inventoryOf(manifest: Manifest): Inventory {
  return {
    relations: manifest.relations,
    upos: manifest.upos as Upos[],
    feats: manifest.feats.map(readFeats),
    scripts: manifest.lemmaScripts.map(compileScript),
  }
}

export interface Model {
  readonly session: Session
  readonly vocabulary: Vocabulary
  readonly inventory: Inventory
  readonly lemmas: LemmaLexicon
  /** Most pieces in one run, start and stop included. */
  readonly positions: number
}

/** Longer sentences are cut at a punctuation mark and say so. */
export const LONGEST_SENTENCE = 150

export async function parseSentence(model: Model, tokens: readonly Token[]): Promise<Tree> {
  if (tokens.length === 0) return { words: [] }
  const pieces = tokens.map(token => model.vocabulary.piecesOf(token.form))
  const starts = partsOf(
    tokens.map(token => token.form),
    pieces.map(({ ids }) => ids.length),
    { words: LONGEST_SENTENCE, pieces: model.positions - 2 },
  )
  if (starts.length === 1) return { words: await parsePart(model, tokens, pieces) }
  const parts: Word[][] = []
  for (const [place, start] of starts.entries()) {
    const end = starts[place + 1] ?? tokens.length
    parts.push(await parsePart(model, tokens.slice(start, end), pieces.slice(start, end)))
  }
  return { words: joinParts(parts), cuts: starts.slice(1) }
}

async function parsePart(model: Model, tokens: readonly Token[], pieces: readonly Pieces[]): Promise<Word[]> {
  return decode(model, tokens, await readTree(model.session, encode(model.vocabulary, pieces)))
}

interface ReadTree {
  /** 0 for the root, i + 1 for word i. */
  readonly heads: readonly number[]
  readonly scores: SentenceScores
}

/** The best tree, with the relations of its own arcs; where the likeliest heads make none, the graph is asked again about those that do. */
async function readTree(session: Session, input: SentenceInput): Promise<ReadTree> {
  const scores = await session.run(input)
  const arcs = { size: input.words.length / 2, values: scores.arcs }
  const greedy = greedyHeads(arcs)
  if (isTree(greedy)) return { heads: greedy, scores }
  const heads = maximumTree(arcs)
  return { heads, scores: await session.run(input, Int32Array.from(heads)) }
}

function encode(vocabulary: Vocabulary, words: readonly Pieces[]): SentenceInput {
  const count = words.reduce((sum, { ids }) => sum + ids.length, 2)
  const pieceInput = new Int32Array(2 * count)
  const wordInput = new Int32Array(2 * words.length)
  let at = 0
  pieceInput[at++] = vocabulary.start
  for (const [index, { ids, shape }] of words.entries()) {
    wordInput[index] = at
    for (const id of ids) {
      pieceInput[count + at] = shape
      pieceInput[at++] = id
    }
    wordInput[words.length + index] = at - 1
  }
  pieceInput[at] = vocabulary.stop
  return { pieces: pieceInput, words: wordInput }
}

function decode({ inventory, lemmas }: Model, tokens: readonly Token[], { heads, scores }: ReadTree): Word[] {
  const size = tokens.length
  return tokens.map(({ start, end, form }, index) => {
    const head = heads[index]!
    const isRoot = head === 0
    const upos = inventory.upos[scores.tags[index]!]!
    const arcScore = scores.arcs[index * (size + 1) + head]!
    return {
      index,
      start,
      end,
      form,
      lemma: lemmas.lemmaOf(form, upos, inventory.scripts[scores.tags[2 * size + index]!]!),
      upos,
      feats: inventory.feats[scores.tags[size + index]!]!,
      head: head - 1,
      deprel: isRoot ? 'root' : inventory.relations[scores.relations[index]!]!,
      score: Math.exp(arcScore + (isRoot ? 0 : scores.relationScores[index]!)),
    }
  })
}
