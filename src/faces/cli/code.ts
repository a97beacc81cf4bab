// demarche code: files in, claims out in the format asked for. Documents stream through, so that memory does not grow with their number.
// Law: the bytes depend on the inputs and options alone; trouble with one input is said with its place and stops nothing.
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { OverrideError } from '../../actors/index.js'
import type { Beside } from '../../claims/types.js'
import { readDocuments } from '../../ingest/index.js'
import type { Tier } from '../../syntax/types.js'
import { type FormatName, loadFormat } from '../formats/format.js'
import { codeInOrder, openCrew } from '../workers/crew.js'
import { type Context, type ExitStatus, UsageError } from './context.js'
import { isTrouble } from './messages.js'
import { readOverrides } from './overrides.js'
import { openProgress } from './progress.js'

export interface CodeOptions {
  readonly format?: FormatName
  readonly out?: string
  readonly date?: string
  readonly publisher?: string
  readonly metadata?: string
  readonly actors?: string
  readonly parser: Tier
  readonly workers: number
  readonly attributions?: boolean
  readonly slant?: boolean
}

/** What is asked for beside the claims. @throws UsageError where the format has no place for it. */
const besidesOf = ({ attributions, slant }: CodeOptions, format: FormatName): readonly Beside[] => {
  if (attributions === true && format !== 'jsonl') throw new UsageError('--attributions goes with --format jsonl')
  if (slant === true && format !== 'jsonl' && format !== 'table')
    throw new UsageError('--slant goes with --format jsonl or table')
  return [...(attributions === true ? ['attributions' as const] : []), ...(slant === true ? ['slant' as const] : [])]
}

const openOut = async (file: string): Promise<Writable> => {
  const stream = createWriteStream(file)
  try {
    await once(stream, 'open')
  } catch (error) {
    throw new UsageError(`--out ${file} cannot be written: ${(error as NodeJS.ErrnoException).code}`)
  }
  return stream
}

/** A reader that went away (`| head`) ends the run without a word. */
class ReaderGone extends Error {}

const writerOf = (output: Writable) => {
  let failure: NodeJS.ErrnoException | undefined
  output.on('error', error => {
    failure = error
  })
  return async (words: string): Promise<void> => {
    if (words !== '' && failure === undefined && !output.write(words)) {
      const waiting = new AbortController()
      const either = [once(output, 'drain', waiting), once(output, 'close', waiting)]
      // An error is met below; the other wait is called off so that listeners do not pile up.
      await Promise.race(either).catch(() => undefined)
      waiting.abort()
    }
    if (failure?.code === 'EPIPE') throw new ReaderGone()
    if (failure !== undefined) throw failure
  }
}

/** How many documents the inputs hold, where their names tell. */
const expectedDocuments = (files: readonly string[]): number | undefined =>
  files.some(file => file === '-' || /[*?{[]|\.jsonl(?:\.gz)?$/.test(file)) ? undefined : files.length

export const runCode = async (
  files: readonly string[],
  options: CodeOptions,
  context: Context,
): Promise<ExitStatus> => {
  const overrides = await readOverrides(options.actors)
  const formatName = options.format ?? (context.outputIsTerminal && options.out === undefined ? 'table' : 'jsonl')
  const besides = besidesOf(options, formatName)
  const format = await loadFormat(formatName, {
    width: context.width,
    colour: context.colour && options.out === undefined,
  })
  const documents = readDocuments(files, {
    input: context.input,
    date: options.date,
    publisher: options.publisher,
    metadata: options.metadata,
  })
  const output = options.out === undefined ? context.output : await openOut(options.out)
  const write = writerOf(output)
  const progress = await openProgress(context, expectedDocuments(files))
  const crew = await openCrew({ tier: options.parser, overrides, besides }, options.workers, reason =>
    progress.note(`demarche: the native runtime did not load (${reason}); WebAssembly stands in for it`),
  ).catch((error: unknown) => {
    throw error instanceof OverrideError ? new UsageError(`--actors ${options.actors}: ${error.message}`) : error
  })
  let status: ExitStatus = 0
  try {
    await write(format.head())
    for await (const reading of codeInOrder(documents, crew)) {
      for (const message of reading.coded.messages) {
        progress.note(`${message.place}: ${message.reason}`)
        if (isTrouble(message)) status = 1
      }
      await write(format.document(reading))
      progress.advance(reading.coded.claims.length)
    }
    await write(format.tail())
    if (options.out !== undefined) {
      output.end()
      await finished(output)
    }
    return status
  } catch (error) {
    if (error instanceof ReaderGone) return status
    throw error
  } finally {
    progress.stop()
    await crew.close()
  }
}
