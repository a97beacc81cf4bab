// What a command may know of the process it runs in: streams, width, colour. The only place that reads the environment.
import type { Readable, Writable } from 'node:stream'

export interface Context {
  readonly input: Readable
  readonly output: Writable
  readonly errors: Writable
  /** Is the output a terminal? Then a table is the natural format. */
  readonly outputIsTerminal: boolean
  readonly errorsAreTerminal: boolean
  /** May the output carry colour? */
  readonly colour: boolean
  /** Columns of the output, at least 40. */
  readonly width: number
}

const widthWhenPiped = 120

export const processContext = (): Context => {
  const { stdin, stdout, stderr, env } = process
  const outputIsTerminal = stdout.isTTY === true
  const columns = outputIsTerminal ? stdout.columns : Number(env.COLUMNS)
  return {
    input: stdin,
    output: stdout,
    errors: stderr,
    outputIsTerminal,
    errorsAreTerminal: stderr.isTTY === true,
    colour: outputIsTerminal && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb',
    width: Math.max(40, Number.isInteger(columns) && columns > 0 ? columns : widthWhenPiped),
  }
}

/** A mistake of the caller's: printed as one line, exit status 2. */
export class UsageError extends Error {}

/** 0: all went well; 1: some input had trouble, the rest is done; 2: the command was not understood and nothing was done. */
export type ExitStatus = 0 | 1 | 2
