// The whole river on one core: sentences a second over the examples and, where it is there, real news; peak memory; start-up time.
// CPU seconds are this process's own, so that other work on the machine does not count.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { newsDocument, readNews } from '../eval/coverage.js'
import { defaultGold } from '../eval/gold.js'
import { openDemarche, traceDocument } from '../src/demarche.js'
import { readDocuments } from '../src/ingest/index.js'
import { loadKnowledge } from '../src/knowledge/load.js'
import { loadParser } from '../src/syntax/load.js'
import type { Document } from '../src/text/types.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const starts = 7

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

export const exampleDocuments = async (): Promise<readonly Document[]> => {
  const files = (await readdir(join(root, 'examples'))).filter(file => /\.(txt|md|html|jsonl)$/.test(file)).sort()
  const documents: Document[] = []
  const inputs = files.map(file => join(root, 'examples', file))
  for await (const document of readDocuments(inputs, { metadata: join(root, 'examples/metadata/dispatches.jsonl') }))
    documents.push(document)
  return documents
}

/** Milliseconds from the command line to its end, the median of several starts. */
const startTime = (words: readonly string[]): number => {
  const times = Array.from({ length: starts }, () => {
    const before = performance.now()
    execFileSync(process.execPath, [join(root, 'bin/demarche'), ...words], { stdio: 'pipe' })
    return performance.now() - before
  })
  return median(times)
}

const measureSet = async (name: string, documents: readonly Document[]): Promise<string> => {
  const demarche = openDemarche(loadKnowledge(), await loadParser({ tier: 'accurate', threads: 1 }))
  // The first document warms the compiler up and is not counted.
  if (documents[0] !== undefined) await traceDocument(documents[0], demarche)
  const before = { cpu: process.cpuUsage(), time: performance.now() }
  let sentences = 0
  let claims = 0
  for (const document of documents) {
    const { traces, coded } = await traceDocument(document, demarche)
    sentences += traces.length
    claims += coded.claims.length
  }
  const cpu = process.cpuUsage(before.cpu)
  const cpuSeconds = (cpu.user + cpu.system) / 1e6
  const seconds = (performance.now() - before.time) / 1000
  await demarche.parser.close()
  const rate = (span: number): string => (sentences / span).toFixed(0)
  return `${name.padEnd(10)} ${documents.length} documents, ${sentences} sentences, ${claims} claims: ${rate(cpuSeconds)} sentences a CPU second (${rate(seconds)} by the clock)`
}

export const measure = async (): Promise<readonly string[]> => {
  const lines = [await measureSet('examples', await exampleDocuments())]
  if (existsSync(defaultGold)) lines.push(await measureSet('news', (await readNews(defaultGold)).map(newsDocument)))
  const peak = process.resourceUsage().maxRSS / 1024
  return [
    ...lines,
    `peak memory ${peak.toFixed(0)} MB`,
    `start of --version ${startTime(['--version']).toFixed(0)} ms, of --help ${startTime(['--help']).toFixed(0)} ms`,
    `one sentence explained ${startTime(['explain', 'Spain has yet to recognise Kosovo.']).toFixed(0)} ms`,
  ]
}
