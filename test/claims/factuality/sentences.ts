// CoNLL-U in, readings by their text out: the sentences that the tests of the passes read, with trees that no model can change.
import { readFileSync } from 'node:fs'
import { type Reading, readingOf } from '../../../src/claims/frames/reading.js'
import type { Upos, Word } from '../../../src/syntax/types.js'

const featsOf = (cell: string): Readonly<Record<string, string>> =>
  cell === '_' ? {} : Object.fromEntries(cell.split('|').map(pair => pair.split('=') as [string, string]))

const wordsOf = (text: string, rows: readonly string[]): readonly Word[] => {
  let end = 0
  return rows.map((row, index) => {
    const cells = row.split('\t')
    const form = cells[1]!
    const start = text.indexOf(form, end)
    end = start + form.length
    return {
      index,
      start,
      end,
      form,
      lemma: cells[2]!,
      upos: cells[3] as Upos,
      feats: featsOf(cells[5]!),
      head: Number(cells[6]) - 1,
      deprel: cells[7]!,
      score: 1,
    }
  })
}

/** Reads the CoNLL-U file beside the test at `url`. */
export const readSentences = (url: URL): ReadonlyMap<string, Reading> =>
  new Map(
    readFileSync(url, 'utf8')
      .split('\n\n')
      .filter(block => block.trim() !== '')
      .map(block => {
        const lines = block.split('\n').filter(line => line !== '')
        const text = lines.find(line => line.startsWith('# text = '))!.slice('# text = '.length)
        const rows = lines.filter(line => !line.startsWith('#'))
        return [text, readingOf(0, { words: wordsOf(text, rows) })] as const
      }),
  )

/** Index of the first word of this form. */
export const wordAt = (reading: Reading, form: string): number => {
  const word = reading.words.find(candidate => candidate.form === form)
  if (word === undefined) throw new Error(`"${form}" does not stand in the sentence`)
  return word.index
}
