// Scores of the tiers and a model's card in, the card with their figures out, between two marks and nowhere else.
import type { SetScores, SyntaxScores } from './syntax.js'

export const opening = '<!-- figures: written by npm run eval -- syntax --accept -->'
export const closing = '<!-- end of figures -->'

/** What claims rest on; `negation` is every word with Polarity=Neg. */
const RELATIONS = [
  'nsubj',
  'nsubj:pass',
  'obj',
  'iobj',
  'obl',
  'obl:agent',
  'xcomp',
  'ccomp',
  'advcl',
  'acl',
  'acl:relcl',
  'conj',
  'appos',
  'nmod',
  'parataxis',
  'negation',
] as const

/** `card` with the figures of `all` between its marks. @throws Error where the marks are not there. */
export function withCardFigures(card: string, all: readonly SyntaxScores[]): string {
  const start = card.indexOf(opening)
  const end = card.indexOf(closing)
  if (start < 0 || end < start) throw new Error(`The card lacks "${opening}" … "${closing}"`)
  return `${card.slice(0, start + opening.length)}\n${figures(all)}\n${card.slice(end)}`
}

function figures(all: readonly SyntaxScores[]): string {
  const rows = all.flatMap(({ tier, sets }) =>
    Object.entries(sets).map(([set, scores]) => ({ name: `${tier}, ${set}`, scores })),
  )
  const tableOf = (columns: readonly string[], value: (scores: SetScores, column: string) => number | undefined) =>
    table(
      ['tier, set', ...columns],
      rows.map(({ name, scores }) => [name, ...columns.map(column => shown(value(scores, column)))]),
    )
  const goldColumns = ['upos', 'feats', 'lemma', 'uas', 'las', 'clas'] as const
  const rawColumns = ['words', 'sentences', 'upos', 'feats', 'lemma', 'uas', 'las', 'clas', 'mlas', 'blex'] as const
  const names = rows.map(({ name }) => name)
  const relations = RELATIONS.map(relation => [
    relation,
    ...rows.map(({ scores }) => shown(scores.gold.relations[relation])),
  ])
  return [
    'Percent of words, with gold tokens; LAS with subtypes and punctuation, CLAS without either:',
    tableOf(goldColumns, ({ gold }, column) => gold[column as (typeof goldColumns)[number]]),
    'From raw text, F1 as CoNLL 2018 counts it but with subtypes in LAS and all features, paragraphs given:',
    tableOf(rawColumns, ({ raw }, column) => raw[column as (typeof rawColumns)[number]]),
    'F1 per relation, gold tokens (`negation`: words with Polarity=Neg):',
    table(['relation', ...names], relations),
    'LAS where news prints the same sentences in other ways:',
    tableOf(Object.keys(rows[0]!.scores.variants), ({ variants }, column) => variants[column]),
    'Scores as doubt: of the arcs whose score lies in a band, so many percent are right:',
    table(
      ['tier, set', ...rows[0]!.scores.gold.doubt.map(({ from, to }) => `${from} to ${to}`)],
      rows.map(({ name, scores }) => [name, ...scores.gold.doubt.map(({ right }) => shown(right))]),
    ),
  ].join('\n\n')
}

const shown = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(1))

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows]
    .map(row => `| ${row.join(' | ')} |`)
    .join('\n')
