// Sentences in, speed out: sentences and words per CPU second on one core, load time and memory, for each tier and runtime.
// Law: CPU time of the whole process is counted, so that a runtime's hidden threads are not free.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { defaultGold } from '../eval/gold.js'
import { type GoldSentence, readTreebank } from '../eval/treebanks.js'
import { loadParser } from '../src/syntax/load.js'
import type { Runtime, Tier } from '../src/syntax/types.js'

export interface SyntaxSpeed {
  readonly parser: string
  readonly sentences: number
  readonly words: number
  readonly sentencesPerCpuSecond: number
  readonly wordsPerCpuSecond: number
  readonly loadMilliseconds: number
  /** Resident memory that the loaded parser added, after parsing, in MB. */
  readonly megabytes: number
}

/** The speeds as `npm run bench -- syntax` shows them; says so where the treebank is not there. */
export async function measure(): Promise<readonly string[]> {
  if (!existsSync(defaultGold)) return [`no treebank in ${defaultGold}: nothing was measured`]
  return printSyntaxSpeed(await syntaxSpeed(defaultGold)).split('\n')
}

/** Parses, from the folder of gold sets, GUM's test sentences of 10 to 40 words with every tier on every runtime. */
export async function syntaxSpeed(gold: string): Promise<SyntaxSpeed[]> {
  const documents = await readTreebank(join(gold, 'treebanks', 'gum', 'gum-test.conllu'))
  const sentences = documents
    .flatMap(each => each.sentences)
    .filter(({ words }) => words.length >= 10 && words.length <= 40)
  const speeds: SyntaxSpeed[] = []
  for (const tier of ['accurate', 'fast'] as const) {
    for (const runtime of ['node', 'wasm'] as const) speeds.push(await speedOf(tier, runtime, sentences))
  }
  return speeds
}

/** The speeds as a table a person reads. */
export function printSyntaxSpeed(speeds: readonly SyntaxSpeed[]): string {
  const head = ['parser', 'sentences/CPU s', 'words/CPU s', 'words/sentence', 'load ms', 'memory MB']
  const rows = speeds.map(speed => [
    speed.parser,
    speed.sentencesPerCpuSecond.toFixed(0),
    speed.wordsPerCpuSecond.toFixed(0),
    (speed.words / speed.sentences).toFixed(1),
    speed.loadMilliseconds.toFixed(0),
    speed.megabytes.toFixed(0),
  ])
  return [head, ...rows]
    .map(row => row.map((cell, column) => (column === 0 ? cell.padEnd(22) : cell.padStart(17))).join(''))
    .join('\n')
}

const WARM_UP = 20

async function speedOf(tier: Tier, runtime: Runtime, sentences: readonly GoldSentence[]): Promise<SyntaxSpeed> {
  const before = process.memoryUsage.rss()
  const started = performance.now()
  const parser = await loadParser({ tier, runtime })
  const loadMilliseconds = performance.now() - started
  const tokens = sentences.map(({ words }) => words)
  await parser.parse(tokens.slice(0, WARM_UP))
  const usage = process.cpuUsage()
  await parser.parse(tokens)
  const { user, system } = process.cpuUsage(usage)
  const seconds = (user + system) / 1e6
  const words = tokens.reduce((sum, each) => sum + each.length, 0)
  const megabytes = (process.memoryUsage.rss() - before) / 1e6
  await parser.close()
  return {
    parser: parser.name,
    sentences: tokens.length,
    words,
    sentencesPerCpuSecond: tokens.length / seconds,
    wordsPerCpuSecond: words / seconds,
    loadMilliseconds,
    megabytes,
  }
}
