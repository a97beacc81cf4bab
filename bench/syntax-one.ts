// node syntax-one.js TIER RUNTIME GOLD: one parser's speed, measured in a process of its own, as one line of JSON.
// Law: CPU time of the whole process is counted, so that a runtime's hidden threads are not free.
import { join } from 'node:path'
import { readTreebank } from '../eval/treebanks.js'
import { loadParser } from '../src/syntax/load.js'
import type { Runtime, Tier } from '../src/syntax/types.js'

export interface SyntaxSpeed {
  readonly parser: string
  readonly sentences: number
  readonly words: number
  /** Of the quickest of several rounds, since other work on the machine only ever slows one down. */
  readonly sentencesPerCpuSecond: number
  readonly wordsPerCpuSecond: number
  readonly loadCpuMilliseconds: number
  /** By the clock. */
  readonly loadMilliseconds: number
  /** Resident memory that the loaded parser added, after parsing, in MB. */
  readonly megabytes: number
}

const ROUNDS = 5
const WARM_UP = 100

/** What `work` gives, and the CPU milliseconds of the whole process that it took. */
async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; cpu: number }> {
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  return { result, cpu: (user + system) / 1000 }
}

/** Parses GUM's test sentences of 10 to 40 words. */
async function speedOf(tier: Tier, runtime: Runtime, gold: string): Promise<SyntaxSpeed> {
  const documents = await readTreebank(join(gold, 'treebanks', 'gum', 'gum-test.conllu'))
  const sentences = documents
    .flatMap(each => each.sentences.map(({ words }) => words))
    .filter(({ length }) => length >= 10 && length <= 40)
  const memoryBefore = process.memoryUsage.rss()
  const started = performance.now()
  const { result: parser, cpu: loadCpuMilliseconds } = await timed(() => loadParser({ tier, runtime }))
  const loadMilliseconds = performance.now() - started
  await parser.parse(sentences.slice(0, WARM_UP))
  const rounds: number[] = []
  for (let round = 0; round < ROUNDS; round++) rounds.push((await timed(() => parser.parse(sentences))).cpu)
  const seconds = Math.min(...rounds) / 1000
  const megabytes = (process.memoryUsage.rss() - memoryBefore) / 1e6
  await parser.close()
  const words = sentences.reduce((sum, { length }) => sum + length, 0)
  return {
    parser: parser.name,
    sentences: sentences.length,
    words,
    sentencesPerCpuSecond: sentences.length / seconds,
    wordsPerCpuSecond: words / seconds,
    loadCpuMilliseconds,
    loadMilliseconds,
    megabytes,
  }
}

const [tier, runtime, gold] = process.argv.slice(2) as [Tier, Runtime, string]
process.stdout.write(JSON.stringify(await speedOf(tier, runtime, gold)))
