// How a command that keeps a ledger tells what it did: in words, or as one JSON value for programs.
import type { Context } from './context.js'

export interface ResultOptions {
  readonly format?: 'table' | 'json'
}

/** Prints a result in the form asked for; words where a person looks on, JSON elsewhere. */
export const tellResult = (context: Context, { format }: ResultOptions, result: object, words: () => string): void => {
  const form = format ?? (context.outputIsTerminal ? 'table' : 'json')
  context.output.write(form === 'json' ? `${JSON.stringify(result, null, 2)}\n` : words())
}

/** One line beside the result, for people. */
export const note = (context: Context, line: string): void => {
  context.errors.write(`${line}\n`)
}

/** "1 document", "3 documents", "12,000 claims". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`
