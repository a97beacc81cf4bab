// The words and flags of `serve` and `mcp`. Law: what they need is loaded only when they run.
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Context, ExitStatus } from './context.js'

const portNumber = (given: string): number => {
  const port = Number(given)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('Give a port from 1 to 65535, or 0 for any that is free.')
  return port
}

const parserOption = () =>
  new Option('--parser <tier>', 'accurate, or fast').choices(['accurate', 'fast']).default('accurate')

const serveHelp = `
The page opens at the address that is printed. Without --ledger texts are coded and nothing is kept; a folder that is no
ledger yet becomes one. Bound to another host than this machine, the server asks every request for a token: the one given
with --token or in DEMARCHE_TOKEN, else one that it makes and prints.

Examples:
  $ demarche serve --ledger desk
  $ demarche serve --ledger desk --host 0.0.0.0 --port 8080`

export const registerServeCommands = (
  program: Command,
  version: string,
  context: Context,
  finish: (status: ExitStatus) => void,
): void => {
  program
    .command('serve')
    .description('serve the page and the API: read texts, see who stands where, judge what was read')
    .option('--ledger <folder>', 'the ledger to answer from and to keep texts in')
    .option('--port <number>', 'the port', portNumber, 4600)
    .option('--host <address>', 'the address to listen at', '127.0.0.1')
    .addOption(
      new Option('--token <words>', 'asked of every request when --host is not this machine').env('DEMARCHE_TOKEN'),
    )
    .option('--actors <file>', 'your own actors (YAML)')
    .addOption(parserOption())
    .addHelpText('after', serveHelp)
    .action(async options => {
      const { runServe } = await import('./serve.js')
      finish(await runServe(options, version, context))
    })

  program
    .command('mcp')
    .description('answer as a Model Context Protocol server on standard input and output')
    .option('--ledger <folder>', 'the ledger to answer from')
    .option('--actors <file>', 'your own actors (YAML)')
    .addOption(parserOption())
    .addHelpText('after', '\nExample:\n  $ demarche mcp --ledger desk')
    .action(async options => {
      const { runMcp } = await import('./mcp.js')
      finish(await runMcp(options, version, context))
    })
}
