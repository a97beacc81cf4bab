// Sentences in, speed out: sentences and words per CPU second on one core, load time and memory, for each tier and runtime.
// Law: each parser is measured in a process of its own, so that none finds the memory or the compiled code of another.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { defaultGold } from '../eval/gold.js'
import type { SyntaxSpeed } from './syntax-one.js'

const run = promisify(execFile)

/** The speeds as `npm run bench -- syntax` shows them; says so where the treebank is not there. */
export async function measure(): Promise<readonly string[]> {
  if (!existsSync(defaultGold)) return [`no treebank in ${defaultGold}: nothing was measured`]
  const one = fileURLToPath(new URL('./syntax-one.js', import.meta.url))
  const speeds: SyntaxSpeed[] = []
  for (const tier of ['accurate', 'fast']) {
    for (const runtime of ['node', 'wasm']) {
      const { stdout } = await run(process.execPath, [one, tier, runtime, defaultGold])
      speeds.push(JSON.parse(stdout) as SyntaxSpeed)
    }
  }
  return printSyntaxSpeed(speeds)
}

/** The speeds as a table a person reads. */
function printSyntaxSpeed(speeds: readonly SyntaxSpeed[]): readonly string[] {
  const head = ['parser', 'sentences/CPU s', 'words/CPU s', 'words/sentence', 'load CPU ms', 'load ms', 'memory MB']
  const rows = speeds.map(speed => [
    speed.parser,
    speed.sentencesPerCpuSecond.toFixed(0),
    speed.wordsPerCpuSecond.toFixed(0),
    (speed.words / speed.sentences).toFixed(1),
    speed.loadCpuMilliseconds.toFixed(0),
    speed.loadMilliseconds.toFixed(0),
    speed.megabytes.toFixed(0),
  ])
  return [head, ...rows].map(row =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(22) : cell.padStart(17))).join(''),
  )
}
