// The command: its words and flags in, an exit status out. Law: a start loads commander and nothing else; each command loads what it needs.
import { existsSync, readFileSync } from 'node:fs'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { formatNames } from '../formats/format.js'
import { type Context, type ExitStatus, UsageError } from './context.js'

export { processContext } from './context.js'

/** package.json is found from src/ and from dist/src/ alike. */
const ownVersion = (): string => {
  const files = ['../../../package.json', '../../../../package.json'].map(path => new URL(path, import.meta.url))
  const file = files.find(candidate => existsSync(candidate))
  return file === undefined ? 'unknown' : JSON.parse(readFileSync(file, 'utf8')).version
}

const wholeNumber = (given: string): number => {
  const number = Number(given)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Give a whole number from 1.')
  return number
}

const isoDay = (given: string): string => {
  const day = new Date(`${given}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given) || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(given))
    throw new InvalidArgumentError('Give a day as YYYY-MM-DD, such as 2021-09-09.')
  return given
}

const parserOption = () =>
  new Option('--parser <tier>', 'accurate, or fast for archives').choices(['accurate', 'fast']).default('accurate')

const codeHelp = `
FILES are .txt, .md, .html, .jsonl ({name, text|html, title?, url?, publisher?, publishedOn?} a line), any of these
as .gz, globs in quotes, or - for standard input.

Exit status: 0 all is coded; 1 some input had trouble (said on standard error as "file:line: reason"), the rest is
coded; 2 the command was not understood.

Examples:
  $ demarche code examples/*.txt                          a table to read
  $ demarche code article.html --format html --out a.html one page to mail: marked text beside its claims
  $ demarche code examples/red-sea.txt --slant            whose words fill it, loaded names, where it judges
  $ demarche code 'archive/**/*.gz' --workers 4 > out.jsonl
  $ curl -s https://example.org/news | demarche code - --date 2021-09-09`

const programHelp = `
Examples:
  $ demarche code examples/kosovo-serbia.txt
  $ demarche explain "Spain has yet to recognise Kosovo."`

/** Commands that need no other; a start with one of them does not look at the ledger's. */
const alone: ReadonlySet<string | undefined> = new Set(['code', 'explain', '--version', '-V'])

const build = (context: Context, finish: (status: ExitStatus) => void): Command => {
  // Commands inherit from the program what is set before they are made.
  const program = new Command('demarche')
    .exitOverride()
    .configureOutput({
      writeOut: text => context.output.write(text),
      writeErr: text => context.errors.write(text),
    })
    .description(
      'Reads news text and tells, for every political actor, where it stands toward every other, with its exact words.',
    )
    .version(ownVersion())
    .showHelpAfterError('(demarche --help lists the commands)')
    .addHelpText('after', programHelp)

  program
    .command('code')
    .description('code texts: who did, said, refuses or plans what toward whom, on whose word')
    .argument('<files...>', 'files, globs, or - for standard input')
    .addOption(
      new Option('--format <format>', 'table (on a terminal), jsonl (elsewhere), csv or html').choices(formatNames),
    )
    .option('--out <file>', 'write there instead of to standard output')
    .option('--date <day>', 'the day of publication, where the input does not say', isoDay)
    .option('--publisher <name>', 'who published it, where the input does not say')
    .option(
      '--metadata <file>',
      'a JSON Lines file of {name, title, url, publisher, publishedOn, issuer}, joined by name',
    )
    .option('--actors <file>', 'your own actors (YAML), added to or put before the known ones')
    .addOption(parserOption())
    .option('--workers <number>', 'worker threads; the output is the same for any number', wholeNumber, 1)
    .option('--attributions', 'with every saying, asking and denying: its cue, source and content (jsonl)')
    .option('--slant', 'with whose words fill the text, loaded names, and where it judges (jsonl, table)')
    .addHelpText('after', codeHelp)
    .action(async (files: string[], options) => {
      const { runCode } = await import('./code.js')
      finish(await runCode(files, options, context))
    })

  program
    .command('explain')
    .description('show how a sentence is read: tokens, tree, mentions, frames, rules tried, claim')
    .argument('<sentence...>', 'one sentence or a short passage, best in quotes')
    .option('--date <day>', 'the day the sentence was published', isoDay)
    .option('--actors <file>', 'your own actors (YAML)')
    .option('--ledger <folder>', 'read with the own actors and rules of this ledger')
    .addOption(parserOption())
    .action(async (words: string[], options) => {
      const { runExplain } = await import('./explain.js')
      finish(await runExplain(words.join(' '), options, context))
    })
  return program
}

/** Runs the command line `words` (without node and script) and gives its exit status. */
export const main = async (words: readonly string[], context: Context): Promise<ExitStatus> => {
  let status: ExitStatus = 0
  const finish = (given: ExitStatus): void => {
    status = given
  }
  const program = build(context, finish)
  if (!alone.has(words[0])) (await import('./ledger.js')).registerLedgerCommands(program, context, finish)
  if (!alone.has(words[0]))
    (await import('./serve-commands.js')).registerServeCommands(program, ownVersion(), context, finish)
  try {
    await program.parseAsync(words, { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (!(error instanceof UsageError)) throw error
    context.errors.write(`demarche: ${error.message}\n`)
    return 2
  }
}
