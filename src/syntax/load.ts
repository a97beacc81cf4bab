// A tier in, a ready parser out: reads the model folder, opens the graph, falls back to WebAssembly where the native
// runtime will not load. Law: nothing is fetched; all that a parser needs lies in the model folder.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LemmaLexicon } from './lemma.js'
import { readManifest } from './manifest.js'
import { inventoryOf, type Model, parseSentence } from './parse.js'
import { openSession, type Session } from './session.js'
import type { Parser, Runtime, Tier, Upos } from './types.js'
import { Vocabulary } from './wordpiece.js'

export interface ParserOptions {
  readonly tier: Tier
  /** Asked for outright, a runtime that does not load is an error; left out, `node` is tried, then `wasm`. */
  readonly runtime?: Runtime
  /** A folder with a manifest.json; left out, the model that came with this program. */
  readonly modelDirectory?: string
  /** Threads within one sentence; 1 unless told, since sentences are better spread over workers. */
  readonly threads?: number
  /** Told once when the native runtime would not load and WebAssembly stands in for it. */
  readonly onFallback?: (reason: string) => void
}

/** Loads one tier; throws where the model folder lacks it or a file does not fit its manifest. */
export async function loadParser(options: ParserOptions): Promise<Parser> {
  const directory = options.modelDirectory ?? ownModelDirectory()
  const manifest = await readManifest(directory)
  const graph = manifest.tiers[options.tier]
  if (graph === undefined) throw new Error(`${directory} has no ${options.tier} tier`)
  const linesOf = async ({ file }: { file: string }): Promise<string[]> =>
    (await readFile(join(directory, file), 'utf8')).trimEnd().split('\n')
  const pieces = new Vocabulary(await linesOf(manifest.vocabulary))
  const model: Model = {
    session: await openEither(join(directory, graph.file), options),
    vocabulary: pieces,
    inventory: inventoryOf(manifest),
    lemmas: new LemmaLexicon(await linesOf(manifest.lemmas), {
      isWord: word => pieces.hasWord(word),
      isBase: await readVerbs(),
    }),
    positions: graph.positions,
  }
  return {
    name: `${manifest.name}/${options.tier}/${model.session.runtime}`,
    async parse(sentences) {
      const trees = []
      for (const tokens of sentences) trees.push(await parseSentence(model, tokens))
      return trees
    },
    close: () => model.session.close(),
  }
}

/** The verbs of models/verbs; a verb in -ise is one that is listed in -ize. */
async function readVerbs(): Promise<(word: string, upos: Upos) => boolean> {
  const lines = await readFile(join(modelsDirectory(), 'verbs', 'verbs.txt'), 'utf8')
  const verbs = new Set(lines.trimEnd().split('\n'))
  return (word, upos) => upos === 'VERB' && (verbs.has(word) || verbs.has(word.replace(/ise$/, 'ize')))
}

async function openEither(graphFile: string, { runtime, threads = 1, onFallback }: ParserOptions): Promise<Session> {
  if (runtime !== undefined) return openSession(runtime, graphFile, threads)
  try {
    return await openSession('node', graphFile, threads)
  } catch (error) {
    onFallback?.(error instanceof Error ? error.message : String(error))
    return openSession('wasm', graphFile, threads)
  }
}

const ownModelDirectory = (): string => join(modelsDirectory(), 'en')

/** models/ of this package, found upward from this file, which may lie in src/ or in dist/. */
function modelsDirectory(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, 'models')
    if (existsSync(join(candidate, 'en', 'manifest.json'))) return candidate
    if (dirname(folder) === folder) throw new Error('models/en is missing from this installation')
  }
}
