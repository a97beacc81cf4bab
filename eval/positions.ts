// Gold positions: every document is coded with its metadata and scored by the gold's own scorer.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CodedDocument } from '../src/claims/types.js'
import { codeAll, documentOf, numbersIn, readJsonLines, runScorer, withJsonLines } from './coding.js'
import type { Assignment, Measure } from './report.js'

interface Row {
  readonly name: string
  readonly publishedOn: string | null
  readonly publisher: string | null
  readonly issuer?: string
}

/** The coded gold documents, in the order of their metadata. */
export const codePositions = async (gold: string): Promise<readonly CodedDocument[]> => {
  const rows = await readJsonLines<Row>(join(gold, 'positions/documents.jsonl'))
  const documents = rows.map(async ({ name, publishedOn, publisher, issuer }) => {
    const text = await readFile(join(gold, 'positions/documents', `${name}.txt`), 'utf8')
    return documentOf({ name, text, publishedOn, publisher, issuer: issuer ?? null })
  })
  return codeAll(await Promise.all(documents))
}

export const measure: Measure = async ({ gold, extras, missed }: Assignment) => {
  const flags = [...(extras ? ['--extras'] : []), ...(missed ? ['--missed'] : [])]
  const coded = await codePositions(gold)
  const { output } = await withJsonLines(coded, file =>
    runScorer('node', [join(gold, 'score-positions.mjs'), join(gold, 'positions/positions.jsonl'), file, ...flags]),
  )
  const tail = 'P ([\\d.]+) R ([\\d.]+) F1 ([\\d.]+) \\(right (\\d+)'
  const [precision, recall, f1, right] = numbersIn(output, new RegExp(`^positions ${tail}`, 'm'))
  const [, , withModality] = numbersIn(output, new RegExp(`^with modality ${tail}`, 'm'))
  const [, , withYear] = numbersIn(output, new RegExp(`^with year +${tail}`, 'm'))
  const [speaker, quotation] = numbersIn(output, /^on the matched: speaker ([\d.]+), quotation ([\d.]+)/m)
  const points = (share: number | undefined) => ({
    value: Math.round(1000 * (share ?? 0)) / 10,
    unit: 'points' as const,
  })
  return {
    lines: output.trimEnd().split('\n'),
    figures: {
      F1: points(f1),
      precision: points(precision),
      recall: points(recall),
      right: { value: right ?? 0, unit: 'items' },
      'F1 with modality': points(withModality),
      'F1 with year': points(withYear),
      speaker: points(speaker),
      quotation: points(quotation),
    },
  }
}
