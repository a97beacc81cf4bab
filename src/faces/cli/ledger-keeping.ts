// The commands that keep a ledger: their words and flags. Law: registering loads commander alone.
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Context, ExitStatus } from './context.js'

export type Finish = (status: ExitStatus) => void

export const ledgerOption = () =>
  new Option('--ledger <folder>', 'the ledger; the current folder, or ledger in it, where not given')

export const formatOption = () =>
  new Option('--format <format>', 'table (on a terminal) or json (elsewhere)').choices(['table', 'json'])

const parserOption = () =>
  new Option('--parser <tier>', 'accurate, or fast for archives').choices(['accurate', 'fast']).default('accurate')

const countOf = (given: string): number => {
  const number = Number(given)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Give a whole number from 1.')
  return number
}

const workersOption = () => new Option('--workers <number>', 'worker threads').argParser(countOf).default(1)

const isoDay = (given: string): string => {
  const day = new Date(`${given}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given) || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(given))
    throw new InvalidArgumentError('Give a day as YYYY-MM-DD, such as 2021-09-09.')
  return given
}

const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map(line => `  $ demarche ${line}`).join('\n')}`

const addFilling = (program: Command, context: Context, finish: Finish): void => {
  const filling = () => import('./ledger-add.js')
  program
    .command('init')
    .description('make an empty ledger: a folder that any tool can read')
    .argument('[folder]', 'where', 'ledger')
    .option('--examples', 'put the example dispatches in, coded: a ledger to look around in')
    .addHelpText('after', examples('init', 'init demo --examples && demarche matrix --ledger demo'))
    .action(async (folder: string, options) => finish(await (await filling()).runInit(folder, options, context)))
  program
    .command('add')
    .description('code texts and keep what they say; the same text again adds nothing, a changed one is a new version')
    .argument('<files...>', 'files, globs in quotes, or - for standard input')
    .addOption(ledgerOption())
    .option('--coded', 'the files are coded already: JSON Lines from "demarche code"')
    .addOption(new Option('--date <day>', 'the day of publication, where the input does not say').argParser(isoDay))
    .option('--publisher <name>', 'who published it, where the input does not say')
    .option(
      '--metadata <file>',
      'a JSON Lines file of {name, title, url, publisher, publishedOn, issuer}, joined by name',
    )
    .addOption(parserOption())
    .addOption(workersOption())
    .addOption(formatOption())
    .addHelpText(
      'after',
      `
What was added is on the disk when the command says so. Add a text again with a day or a publisher that was missing, and it
is a new version. The ledger's own actors.yml and rules/*.yml extend what the program knows.

Exit status: 0 all was kept; 1 some input had trouble (said on standard error), the rest was kept; 2 nothing was done.
${examples('add article.html --ledger desk', "add 'archive/**/*.txt' --publisher 'Coast Wire' --workers 2", 'code big.jsonl > coded.jsonl && demarche add coded.jsonl --coded')}`,
    )
    .action(async (files: string[], options) => finish(await (await filling()).runAdd(files, options, context)))
}

const addCare = (program: Command, context: Context, finish: Finish): void => {
  const care = () => import('./ledger-care.js')
  program
    .command('compact')
    .description('merge small segments into large ones; nothing is lost if it is stopped')
    .addOption(ledgerOption())
    .addOption(formatOption())
    .addHelpText('after', examples('compact --ledger desk'))
    .action(async options => finish(await (await care()).runCompact(options, context)))
  program
    .command('doctor')
    .description(
      'verify hashes, quotations and references; mend what can be mended, set aside what is damaged, say what is lost',
    )
    .addOption(ledgerOption())
    .addOption(formatOption())
    .addHelpText(
      'after',
      `\nExit status: 0 all is well, or is well again; 1 something is for a person to look at.\n${examples('doctor --ledger desk')}`,
    )
    .action(async options => finish(await (await care()).runDoctor(options, context)))
  program
    .command('migrate')
    .description(
      'bring a ledger of an older schema to the one that this program reads; it may be stopped and run again',
    )
    .addOption(ledgerOption())
    .addOption(formatOption())
    .addHelpText('after', examples('migrate --ledger desk'))
    .action(async options => finish(await (await care()).runMigrate(options, context)))
  program
    .command('merge')
    .description('write into this ledger what a copy of it has more: documents, judgements')
    .argument('<folder>', 'the other ledger')
    .addOption(ledgerOption())
    .addOption(formatOption())
    .addHelpText('after', examples('merge ../desk-of-ben --ledger desk'))
    .action(async (folder: string, options) => finish(await (await care()).runMerge(folder, options, context)))
}

/** Adds the commands that keep a ledger. */
export const registerKeepingCommands = (program: Command, context: Context, finish: Finish): void => {
  addFilling(program, context, finish)
  addCare(program, context, finish)
  program
    .command('recode')
    .description('read the stored texts with this version of the coder: show which stances would change, and why')
    .addOption(ledgerOption())
    .option('--take', 'keep the new readings; judgements stay with their claims')
    .addOption(parserOption())
    .addOption(workersOption())
    .addOption(formatOption())
    .addHelpText('after', examples('recode --ledger desk', 'recode --take --ledger desk'))
    .action(async options => finish(await (await import('./ledger-recode.js')).runRecode(options, context)))
  program
    .command('import')
    .description('compare a tracker table that was kept by hand with the ledger; with --take its rows are entered')
    .argument(
      '<table>',
      'a CSV file: Country, Position, Since, Level of relations, Said by, Certainty, Evidence, Source, Last confirmed',
    )
    .addOption(ledgerOption())
    .option('--target <actor>', 'toward whom, where the table does not say')
    .option('--who <name>', 'who enters it; the user of the machine where not given')
    .option('--take', 'enter the rows; without it only the differences are shown')
    .addOption(formatOption())
    .addHelpText(
      'after',
      `
Columns are found by their header in any order; Target, Dimension and Direction are understood too. A position is written as
"recognises X", "does not recognise X", "backs X", "opposes X", "deals with X", "refuses to deal with X", "aids X", "sanctions X",
"fights alongside X" or "uses force against X", with "planned: " or another modality before it.
${examples('import tracker.csv --target taliban', 'import tracker.csv --target taliban --take --who ada')}`,
    )
    .action(async (table: string, options) =>
      finish(await (await import('./ledger-import.js')).runImport(table, options, context)),
    )
}
