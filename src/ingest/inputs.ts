// What the caller named in, the files to read out: globs resolved, in a stable order.
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import fastGlob from 'fast-glob'
import { Trouble, troubleOf } from './trouble.js'

export type InputForm = 'plain' | 'markdown' | 'page' | 'json-lines'

export interface Input {
  /** A path, or "-" for standard input. */
  readonly path: string
  /** File name without its endings. */
  readonly name: string
  /** Undefined: the first bytes tell. */
  readonly form: InputForm | undefined
}

export interface BadInput {
  readonly path: string
  readonly name: string
  readonly trouble: Trouble
}

const forms: readonly (readonly [RegExp, InputForm])[] = [
  [/\.(?:txt|text)$/i, 'plain'],
  [/\.(?:md|markdown)$/i, 'markdown'],
  [/\.(?:html?|xhtml)$/i, 'page'],
  [/\.(?:jsonl|ndjson)$/i, 'json-lines'],
]

export const standardInputName = 'standard-input'

const describe = (path: string): Input => {
  if (path === '-') return { path, name: standardInputName, form: undefined }
  const unpacked = basename(path).replace(/\.gz$/i, '')
  const form = forms.find(([ending]) => ending.test(unpacked))?.[1]
  const name = unpacked.replace(/(?<=.)\.[^.]*$/, '')
  return { path, name, form }
}

const bad = (path: string, trouble: Trouble): BadInput => ({ path, name: describe(path).name, trouble })

const resolveOne = async (given: string): Promise<readonly (Input | BadInput)[]> => {
  if (given === '-') return [describe(given)]
  try {
    const found = await stat(given)
    return [found.isDirectory() ? bad(given, troubleOf({ code: 'EISDIR' })) : describe(given)]
  } catch (error) {
    if (!fastGlob.isDynamicPattern(given)) return [bad(given, troubleOf(error))]
    const files = await fastGlob(given, { dot: false, unique: true })
    if (files.length === 0) return [bad(given, new Trouble('no-match', 'matches no file; check the pattern'))]
    return files.sort().map(describe)
  }
}

/** Every input in the order given, the files of a glob sorted. */
export async function* resolveInputs(given: readonly string[]): AsyncGenerator<Input | BadInput> {
  for (const one of given) yield* await resolveOne(one)
}
