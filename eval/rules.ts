// npm run eval -- rules: the scoreboard of the rules on the gold positions (how often each fired with a position, and how often all its
// positions were right), written to eval/rules.tsv; the rules that never fire there, rules that contradict each other in one sentence, and
// the twenty commonest kinds of extra and of missed positions.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadKnowledge } from '../src/knowledge/load.js'
import { countRules } from './confidence.js'
import { judgeDocuments, positionKeys } from './judged.js'
import { commonestKinds, conflictsIn, extraMistakes, type Kind, missedMistakes } from './mistakes.js'
import type { Measure } from './report.js'

const tableFile = fileURLToPath(new URL('../../eval/rules.tsv', import.meta.url))

const listed = 20

const linesOf = (title: string, kinds: readonly Kind[]): readonly string[] => [
  `${title}${kinds.length === 0 ? ': none' : ''}`,
  ...kinds.map(
    ({ kind, times, shown }) =>
      `${String(times).padStart(4)}  ${kind}  ${shown.map(words => `“${words.replace(/\s+/g, ' ').slice(0, 70)}”`).join(' ')}`,
  ),
]

export const measure: Measure = async ({ gold, also }) => {
  const keyOf = await positionKeys(gold)
  const folders = [join(gold, 'positions'), ...(also === null ? [] : [also])]
  const judged = (await Promise.all(folders.map(folder => judgeDocuments(folder, keyOf)))).flat()
  const board = countRules(judged.flatMap(({ claims }) => claims)).toSorted(
    (a, b) => b.fired - a.fired || (a.rule < b.rule ? -1 : 1),
  )
  const rows = board.map(({ rule, fired, right }) => [rule, fired, right, fired - right].join('\t'))
  if (also === null) await writeFile(tableFile, ['rule\tfired\tright\twrong', ...rows, ''].join('\n'))
  const fired = new Set(judged.flatMap(({ coded }) => coded.claims.map(({ rule }) => rule)))
  const dead = loadKnowledge()
    .rules.flatMap(file => file.rules.map(rule => `${file.relation}/${rule.name}`))
    .filter(rule => !fired.has(rule))
  const sum = (pick: (row: (typeof board)[number]) => number) => board.reduce((all, row) => all + pick(row), 0)
  return {
    lines: [
      'rule\tfired\tright\twrong',
      ...rows.slice(0, listed),
      `${board.length} rules fired ${sum(row => row.fired)} times with a position, ${sum(row => row.right)} right; eval/rules.tsv has them all`,
      ...linesOf(
        'rules that contradict each other in one sentence',
        commonestKinds(judged.flatMap(conflictsIn), listed),
      ),
      ...linesOf(
        'commonest kinds of extra positions',
        commonestKinds(
          judged.flatMap(one => extraMistakes(one, keyOf)),
          listed,
        ),
      ),
      ...linesOf(
        'commonest kinds of missed positions',
        commonestKinds(
          judged.flatMap(one => missedMistakes(one, keyOf)),
          listed,
        ),
      ),
      `${dead.length} rules never fire here: ${dead.join(', ')}`,
    ],
    figures: {},
  }
}
