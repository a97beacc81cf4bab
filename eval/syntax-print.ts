// Scores of the tiers in, tables that a person reads out.
import type { SyntaxScores } from './syntax.js'

type Sets = SyntaxScores['sets']

/** All tables of all tiers. */
export function printSyntaxScores(all: readonly SyntaxScores[]): string {
  return all
    .map(({ parser, sets }) =>
      [parser, goldTable(sets), rawTable(sets), relationTable(sets), variantTable(sets), doubtTable(sets)].join('\n\n'),
    )
    .join('\n\n')
}

/** The commonest errors on one of the sets. */
export function printErrors({ parser, sets }: SyntaxScores, set: string): string[] {
  const rows = sets[set]!.gold.errors.map(
    ({ what, count, example }) => `${String(count).padStart(4)}  ${what.padEnd(30)} ${example}`,
  )
  return ['', `commonest errors on ${set}, ${parser}`, ...rows]
}

function goldTable(sets: Sets): string {
  const columns = ['upos', 'feats', 'lemma', 'uas', 'las', 'clas'] as const
  return table('gold tokens', columns, sets, ({ gold }, column) => gold[column])
}

function rawTable(sets: Sets): string {
  const columns = ['words', 'sentences', 'upos', 'feats', 'lemma', 'uas', 'las', 'clas', 'mlas', 'blex'] as const
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

function variantTable(sets: Sets): string {
  const names = Object.keys(Object.values(sets)[0]!.variants)
  return table('LAS', names, sets, ({ variants }, name) => variants[name]!)
}

function doubtTable(sets: Sets): string {
  const rows = Object.entries(sets).flatMap(([name, { gold }]) =>
    gold.doubt.map(({ from, to, words, right, said }) => [name, `${from} to ${to}`, words, said, right]),
  )
  return [['score of the arc', 'from, to', 'words', 'said', 'right'], ...rows]
    .map(row => row.map((cell, column) => (column === 2 ? String(cell).padStart(16) : padded(cell, column))).join(''))
    .join('\n')
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
