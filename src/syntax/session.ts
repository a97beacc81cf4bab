// A graph file in, a function from one sentence's numbers to its scores out: the socket between parsing and ONNX Runtime.
// Law: one sentence per run, so that what comes out depends on the sentence alone.
import { readFile } from 'node:fs/promises'
import type { Runtime } from './types.js'

/** What a graph makes of a sentence of W words. */
export interface SentenceScores {
  /** W × (W + 1) log-probabilities of arcs; column 0 is the root. */
  readonly arcs: Float32Array
  /** The best relation of each word to its head, the likeliest or the one that was asked for; means nothing for the root. */
  readonly relations: Int32Array
  /** Log-probability of that relation, given the arc. */
  readonly relationScores: Float32Array
  /** 3 × W: part of speech, feature bundle, lemma script. */
  readonly tags: Int32Array
}

/** A sentence of W words as numbers. */
export interface SentenceInput {
  /** 2 × P: ids of word pieces, then their shapes. */
  readonly pieces: Int32Array
  /** 2 × W: first piece of each word, then its last. */
  readonly words: Int32Array
}

export interface Session {
  readonly runtime: Runtime
  /** Relations are scored for `heads` (0 the root, i + 1 word i); left out, for the likeliest head of each word. */
  run(input: SentenceInput, heads?: Int32Array): Promise<SentenceScores>
  close(): Promise<void>
}

/** Stands for no head given. */
const LIKELIEST = -1

type Ort = typeof import('onnxruntime-node') | typeof import('onnxruntime-web')

/** Opens a graph on one runtime. `threads` are those of a single run. */
export async function openSession(runtime: Runtime, graphFile: string, threads: number): Promise<Session> {
  const ort = await loadRuntime(runtime, threads)
  const session = await ort.InferenceSession.create(await readFile(graphFile), {
    // Graphs are committed as the runtime optimises them.
    graphOptimizationLevel: 'disabled',
    executionMode: 'sequential',
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
  })
  const pair = (values: Int32Array) => new ort.Tensor('int32', values, [2, values.length / 2])
  const row = (values: Int32Array) => new ort.Tensor('int32', values, [values.length])
  return {
    runtime,
    async run({ pieces, words }, heads = new Int32Array(words.length / 2).fill(LIKELIEST)) {
      const { arcs, relations, relation_scores, tags } = await session.run({
        pieces: pair(pieces),
        words: pair(words),
        heads: row(heads),
      })
      return {
        arcs: arcs!.data as Float32Array,
        relations: relations!.data as Int32Array,
        relationScores: relation_scores!.data as Float32Array,
        tags: tags!.data as Int32Array,
      }
    },
    close: () => session.release(),
  }
}

async function loadRuntime(runtime: Runtime, threads: number): Promise<Ort> {
  if (runtime === 'node') return import('onnxruntime-node')
  const ort = await import('onnxruntime-web')
  ort.env.wasm.numThreads = threads
  return ort
}
