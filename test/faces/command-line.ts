// Runs the ledger's command lines as a person types them, in this process.
import { Readable, Writable } from 'node:stream'
import { Command } from 'commander'
import type { Context } from '../../src/faces/cli/context.js'
import { registerLedgerCommands } from '../../src/faces/cli/ledger.js'

/** Runs one command line; `terminal` as if a person looked on, with so many columns. */
export const runLine = async (words: readonly string[], terminal = false, width = 120) => {
  let [out, errors, status] = ['', '', 0]
  const sink = (take: (text: string) => void) =>
    new Writable({
      write(chunk, _, done) {
        take(String(chunk))
        done()
      },
    })
  const context: Context = {
    input: Readable.from([]),
    output: sink(text => {
      out += text
    }),
    errors: sink(text => {
      errors += text
    }),
    outputIsTerminal: terminal,
    errorsAreTerminal: false,
    colour: false,
    width,
  }
  const program = new Command('demarche').exitOverride().configureOutput({ writeErr: () => undefined })
  registerLedgerCommands(program, context, given => {
    status = given
  })
  for (const command of program.commands) command.exitOverride().configureOutput({ writeErr: () => undefined })
  await program.parseAsync([...words], { from: 'user' })
  return { out, errors, status }
}
