// PLOVER gold sentences, each coded as a document of its own and scored by the gold's own scorer: recall, since a sentence's other true
// events are not listed, beside the number of events a sentence; and F1 of the claim with the highest confidence.
import { join } from 'node:path'
import { codeAll, documentOf, numbersIn, readJsonLines, runScorer, withJsonLines } from './coding.js'
import type { Measure } from './report.js'

interface Row {
  readonly id: string
  /** YYYYMMDD. */
  readonly date: string
  readonly text: string
}

interface Level {
  readonly P: number
  readonly R: number
  readonly F1: number
}

const dayOf = (date: string): string => `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`

export const measure: Measure = async ({ gold, missed }) => {
  const goldFile = join(gold, 'events/fair_gsr_dev.jsonl')
  const rows = await readJsonLines<Row>(goldFile)
  const coded = await codeAll(
    rows.map(({ id, date, text }) => documentOf({ name: id, text, publishedOn: dayOf(date) })),
  )
  const score = async (more: readonly string[]) => {
    const events = await withJsonLines(coded, file =>
      runScorer('python3', [join(gold, 'events/from_claims.py'), file, ...more]),
    )
    const predicted = events.output
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as unknown)
    const scorer = [join(gold, 'events/score.py'), goldFile]
    return withJsonLines(predicted, async file => {
      const { output } = await runScorer('python3', [...scorer, file, '--json'])
      const listed =
        missed && more.length === 0 ? await runScorer('python3', [...scorer, file, '--errors', '1000']) : undefined
      const [perSentence] = numbersIn(events.notes, /([\d.]+) events a document/)
      const { levels } = JSON.parse(output) as { readonly levels: Readonly<Record<string, Level>> }
      return { levels, perSentence: perSentence ?? 0, listed: listed?.output.trimEnd().split('\n') ?? [] }
    })
  }
  const all = await score([])
  const top = await score(['--top'])
  const percent = (share: number | undefined) => Math.round(1000 * (share ?? 0)) / 10
  const figures = {
    'root recall': percent(all.levels.root?.R),
    'root+actors recall': percent(all.levels['root+actors']?.R),
    'top F1 root': percent(top.levels.root?.F1),
    'top F1 root+actors': percent(top.levels['root+actors']?.F1),
  }
  return {
    lines: [
      ...all.listed,
      ...Object.entries(figures).map(([name, value]) => `${name.padEnd(22)} ${value.toFixed(1)}`),
      `${'events a sentence'.padEnd(22)} ${all.perSentence}`,
    ],
    figures: {
      ...Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, { value, unit: 'points' as const }])),
      'events a sentence': { value: all.perSentence, unit: 'free' },
    },
  }
}
