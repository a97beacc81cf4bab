// The scoreboard of the rules on the gold positions: how often each fired with a position, and how often all its positions were right.
// Written to eval/rules.tsv; the counts are all that the product takes from it.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Position } from '../src/claims/types.js'
import { readJsonLines } from './coding.js'
import { codePositions } from './positions.js'
import type { Measure } from './report.js'

interface GoldRow extends Position {
  readonly doc: string
  readonly alternatives?: { readonly target?: readonly string[] }
}

interface Folding {
  readonly idOf: (id: string) => string
}

interface Tally {
  readonly fired: number
  readonly right: number
}

const tableFile = fileURLToPath(new URL('../../eval/rules.tsv', import.meta.url))

export const measure: Measure = async ({ gold }) => {
  const { idOf } = (await import(pathToFileURL(join(gold, 'ids.mjs')).href)) as Folding
  const keyOf = (doc: string, { holder, target, dimension, direction }: Position) =>
    [doc, idOf(holder), idOf(target), dimension, direction].join(' ')
  const rows = await readJsonLines<GoldRow>(join(gold, 'positions/positions.jsonl'))
  const known = new Set(
    rows.flatMap(row =>
      [row.target, ...(row.alternatives?.target ?? [])].map(target => keyOf(row.doc, { ...row, target })),
    ),
  )
  const tallies = new Map<string, Tally>()
  for (const { document, claims } of await codePositions(gold)) {
    for (const { rule, positions } of claims) {
      if (positions.length === 0) continue
      const { fired, right } = tallies.get(rule) ?? { fired: 0, right: 0 }
      const isRight = positions.every(position => known.has(keyOf(document.name, position)))
      tallies.set(rule, { fired: fired + 1, right: right + (isRight ? 1 : 0) })
    }
  }
  const board = [...tallies].sort(([a, x], [b, y]) => y.fired - x.fired || (a < b ? -1 : 1))
  const lines = board.map(([rule, { fired, right }]) => [rule, fired, right, fired - right].join('\t'))
  await writeFile(tableFile, ['rule\tfired\tright\twrong', ...lines, ''].join('\n'))
  const fired = board.reduce((sum, [, tally]) => sum + tally.fired, 0)
  const right = board.reduce((sum, [, tally]) => sum + tally.right, 0)
  return {
    lines: [
      ...lines.slice(0, 25),
      `${board.length} rules fired ${fired} times with a position, ${right} right; eval/rules.tsv has them all`,
    ],
    figures: {},
  }
}
