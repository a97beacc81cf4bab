// Treebanks in, accuracies of each tier out: with the treebanks' own tokens, and from raw text.
// LAS counts relations with their subtypes and every word, punctuation too; CLAS counts content words, subtypes left out.
import { join } from 'node:path'
import { loadKnowledge } from '../src/knowledge/load.js'
import { loadParser } from '../src/syntax/load.js'
import type { Parser, Tier, Word } from '../src/syntax/types.js'
import type { Figure, Measure } from './report.js'
import { type RawTextScores, rawTextScores } from './syntax-raw.js'
import { type GoldDocument, type GoldWord, readTreebank } from './treebanks.js'

/** Percent of words, with the gold tokens. */
export interface GoldTokenScores {
  readonly words: number
  readonly upos: number
  readonly feats: number
  readonly lemma: number
  readonly uas: number
  readonly las: number
  readonly clas: number
  /** Percent F1 of arc and relation; `negation` is every word with Polarity=Neg. */
  readonly relations: Readonly<Record<string, number>>
}

export interface SyntaxScores {
  readonly tier: Tier
  readonly parser: string
  readonly sets: Readonly<Record<string, { readonly gold: GoldTokenScores; readonly raw: RawTextScores }>>
}

/** The scores as `npm run eval -- syntax` shows and keeps them. */
export const measure: Measure = async ({ gold }) => {
  const all = await syntaxScores(gold)
  return { lines: printSyntaxScores(all).split('\n'), figures: figuresOf(all) }
}

/** Scores every tier on the test parts below `gold`/treebanks; GUM's news documents also apart. */
export async function syntaxScores(gold: string): Promise<SyntaxScores[]> {
  const treebanks = join(gold, 'treebanks')
  const ewt = await readTreebank(join(treebanks, 'ewt', 'en_ewt-ud-test.conllu'))
  const gum = await readTreebank(join(treebanks, 'gum', 'gum-test.conllu'))
  const sets = { 'EWT test': ewt, 'GUM test': gum, 'GUM test, news': gum.filter(({ id }) => id.startsWith('GUM_news')) }
  const knowledge = loadKnowledge()
  const all: SyntaxScores[] = []
  for (const tier of ['accurate', 'fast'] as const) {
    const parser = await loadParser({ tier })
    const scored: Record<string, { gold: GoldTokenScores; raw: RawTextScores }> = {}
    for (const [name, documents] of Object.entries(sets)) {
      scored[name] = {
        gold: await goldTokenScores(parser, documents),
        raw: await rawTextScores(parser, documents, knowledge),
      }
    }
    all.push({ tier, parser: parser.name, sets: scored })
    await parser.close()
  }
  return all
}

/** The scores as a table a person reads. */
export function printSyntaxScores(all: readonly SyntaxScores[]): string {
  return all
    .map(({ parser, sets }) => `${parser}\n${goldTable(sets)}\n\n${rawTable(sets)}\n\n${relationTable(sets)}`)
    .join('\n\n')
}

function figuresOf(all: readonly SyntaxScores[]): Record<string, Figure> {
  const kept = ['upos', 'feats', 'lemma', 'uas', 'las', 'clas'] as const
  return Object.fromEntries(
    all.flatMap(({ tier, sets }) =>
      Object.entries(sets).flatMap(([set, { gold, raw }]) => [
        ...kept.map(name => [`${tier}, ${set}: ${name}`, { value: gold[name], unit: 'points' }] as const),
        [`${tier}, ${set}: las from raw text`, { value: raw.las, unit: 'points' }] as const,
      ]),
    ),
  )
}

export async function goldTokenScores(parser: Parser, documents: readonly GoldDocument[]): Promise<GoldTokenScores> {
  const sentences = documents.flatMap(document => document.sentences)
  const trees = await parser.parse(sentences.map(({ words }) => words))
  const pairs = sentences.flatMap(({ words }, at) =>
    words.map((gold, index) => ({ gold, own: trees[at]!.words[index]! })),
  )
  const share = (right: (pair: WordPair) => boolean): number => percent(pairs.filter(right).length, pairs.length)
  return {
    words: pairs.length,
    upos: share(({ gold, own }) => gold.upos === own.upos),
    feats: share(({ gold, own }) => gold.feats === bundle(own)),
    lemma: share(({ gold, own }) => gold.lemma === own.lemma),
    uas: share(({ gold, own }) => gold.head === own.head),
    las: share(sameArc),
    clas: contentScore(pairs),
    relations: relationScores(pairs),
  }
}

interface WordPair {
  readonly gold: GoldWord
  readonly own: Word
}

const FUNCTION_RELATIONS: ReadonlySet<string> = new Set(['aux', 'case', 'cc', 'clf', 'cop', 'det', 'mark', 'punct'])

const universal = (deprel: string): string => deprel.split(':')[0]!

const isContent = (deprel: string): boolean => !FUNCTION_RELATIONS.has(universal(deprel))

const sameArc = ({ gold, own }: WordPair): boolean => gold.head === own.head && gold.deprel === own.deprel

function contentScore(pairs: readonly WordPair[]): number {
  const right = pairs.filter(
    ({ gold, own }) =>
      isContent(gold.deprel) && gold.head === own.head && universal(gold.deprel) === universal(own.deprel),
  )
  const gold = pairs.filter(pair => isContent(pair.gold.deprel)).length
  const own = pairs.filter(pair => isContent(pair.own.deprel)).length
  return f1(right.length, gold, own)
}

function relationScores(pairs: readonly WordPair[]): Record<string, number> {
  const names = [...new Set(pairs.map(({ gold }) => gold.deprel))].sort()
  const scores = Object.fromEntries(
    names.map(name => {
      const gold = pairs.filter(pair => pair.gold.deprel === name)
      const own = pairs.filter(pair => pair.own.deprel === name)
      return [name, f1(gold.filter(sameArc).length, gold.length, own.length)]
    }),
  )
  const negated = pairs.filter(({ gold }) => gold.feats.includes('Polarity=Neg'))
  const taken = pairs.filter(({ own }) => own.feats.Polarity === 'Neg')
  const right = negated.filter(pair => pair.own.feats.Polarity === 'Neg' && sameArc(pair))
  return { ...scores, negation: f1(right.length, negated.length, taken.length) }
}

function bundle(word: Word): string {
  const pairs = Object.entries(word.feats).map(([name, value]) => `${name}=${value}`)
  return pairs.length === 0 ? '_' : pairs.join('|')
}

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole)

const f1 = (right: number, gold: number, own: number): number => percent(2 * right, gold + own)

type Sets = SyntaxScores['sets']

function goldTable(sets: Sets): string {
  const columns = ['upos', 'feats', 'lemma', 'uas', 'las', 'clas'] as const
  return table('gold tokens', columns, sets, ({ gold }, column) => gold[column])
}

function rawTable(sets: Sets): string {
  const columns = ['words', 'sentences', 'upos', 'lemma', 'uas', 'las'] as const
  return table('raw text, F1', columns, sets, ({ raw }, column) => raw[column])
}

function relationTable(sets: Sets): string {
  const names = [...new Set(Object.values(sets).flatMap(({ gold }) => Object.keys(gold.relations)))].sort()
  const rows = names.map(name => [name, ...Object.values(sets).map(({ gold }) => gold.relations[name])])
  return (
    ['F1 per relation', ...Object.keys(sets)].map(padded).join('') +
    rows.map(row => `\n${row.map(padded).join('')}`).join('')
  )
}

function table<Column extends string>(
  title: string,
  columns: readonly Column[],
  sets: Sets,
  value: (set: Sets[string], column: Column) => number,
): string {
  const head = [title, ...columns].map(padded).join('')
  const rows = Object.entries(sets).map(([name, set]) => [name, ...columns.map(column => value(set, column))])
  return [head, ...rows.map(row => row.map(padded).join(''))].join('\n')
}

function padded(cell: string | number | undefined, column: number): string {
  const text = typeof cell === 'number' ? cell.toFixed(2) : (cell ?? '–')
  return column === 0 ? text.padEnd(18) : text.padStart(16)
}
