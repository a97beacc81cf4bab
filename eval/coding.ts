// Texts in, coded documents out, through the whole river; and the scorers that come with the gold, run as they are.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { CodedDocument } from '../src/claims/types.js'
import { codeDocument, type Demarche, openDemarche } from '../src/demarche.js'
import { documentOf } from '../src/ingest/index.js'
import { loadKnowledge } from '../src/knowledge/load.js'
import { loadParser } from '../src/syntax/load.js'
import type { Document } from '../src/text/types.js'

const run = promisify(execFile)

/** Lends a coder and frees it afterwards. */
export const withDemarche = async <T>(work: (demarche: Demarche) => Promise<T>): Promise<T> => {
  const demarche = openDemarche(loadKnowledge(), await loadParser({ tier: 'accurate' }))
  try {
    return await work(demarche)
  } finally {
    await demarche.parser.close()
  }
}

/** Codes each document in turn. */
export const codeAll = (documents: readonly Document[]): Promise<readonly CodedDocument[]> =>
  withDemarche(async demarche => {
    const coded: CodedDocument[] = []
    for (const document of documents) coded.push(await codeDocument(document, demarche))
    return coded
  })

export { documentOf }

/** The values of a JSON Lines file. */
export const readJsonLines = async <T>(file: string): Promise<readonly T[]> =>
  (await readFile(file, 'utf8'))
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as T)

/** Writes `rows` as JSON Lines into a folder of its own for as long as `work` lasts. */
export const withJsonLines = async <T>(rows: readonly unknown[], work: (file: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'demarche-eval-'))
  const file = join(folder, 'coded.jsonl')
  try {
    await writeFile(file, rows.map(row => `${JSON.stringify(row)}\n`).join(''))
    return await work(file)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** What a scorer prints. Its exit status must be 0. */
export const runScorer = async (
  program: string,
  words: readonly string[],
): Promise<{ readonly output: string; readonly notes: string }> => {
  const { stdout, stderr } = await run(program, words, { maxBuffer: 64 * 1024 * 1024 })
  return { output: stdout, notes: stderr }
}

/** The numbers that `pattern` captures in `text`, in order. */
export const numbersIn = (text: string, pattern: RegExp): readonly number[] => {
  const match = pattern.exec(text)
  if (match === null) throw new Error(`the scorer printed nothing like ${pattern}`)
  return match.slice(1).map(Number)
}
