// The article that the project began with, against its hand-coded statements, by their own scorer.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codeAll, documentOf, numbersIn, runScorer, withJsonLines } from './coding.js'
import type { Measure } from './report.js'

const publishedOn = '2021-09-09'

export const measure: Measure = async ({ gold, extras, missed }) => {
  const text = await readFile(join(gold, 'seed/article.txt'), 'utf8')
  const coded = await codeAll([documentOf({ name: 'article', text, publishedOn })])
  const flags = [...(extras ? ['--extras'] : []), ...(missed ? ['--missed'] : [])]
  const scorer = join(gold, 'seed/score.mjs')
  const core = await withJsonLines(coded, file => runScorer('node', [scorer, file, ...flags]))
  const whole = await withJsonLines(coded, file => runScorer('node', [scorer, file, '--all']))
  const pattern = /^statements \d+: found (\d+), sure (\d+), voiced (\d+)/m
  const [found, sure, voiced] = numbersIn(core.output, pattern)
  const [foundOfAll] = numbersIn(whole.output, pattern)
  const [inexact] = numbersIn(core.output, /inexact quotations (\d+)/)
  const items = (value: number | undefined) => ({ value: value ?? 0, unit: 'items' as const })
  return {
    lines: [...core.output.trimEnd().split('\n'), `with --all: ${whole.output.trimEnd().split('\n').at(-1)}`],
    figures: {
      found: items(found),
      sure: items(sure),
      voiced: items(voiced),
      'found of all': items(foundOfAll),
      'inexact quotations': { value: inexact ?? 0, unit: 'faults' },
    },
  }
}
