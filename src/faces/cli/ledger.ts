// The ledger's commands, made from the heads of its questions. Law: registering loads commander alone; what a command needs is loaded
// when it runs.
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Field, Head } from '../questions/fields.js'
import { heads, type QuestionName } from '../questions/heads.js'
import type { Context, ExitStatus } from './context.js'

export type Finish = (status: ExitStatus) => void

const ledgerOption = () =>
  new Option('--ledger <folder>', 'the ledger; the current folder, or ledger in it, where not given')

const numberOf = (given: string): number => {
  const number = Number(given)
  if (given.trim() === '' || !Number.isFinite(number)) throw new InvalidArgumentError('Give a number.')
  return number
}

const flagName = (name: string): string => name.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)

const optionOf = (name: string, field: Field): Option => {
  const flag = `--${flagName(name)}`
  const { about } = field
  switch (field.kind) {
    case 'flag':
      return new Option(flag, about)
    case 'choice':
      return new Option(`${flag} <word>`, about).choices([...field.of])
    case 'choices':
      return new Option(`${flag} <words...>`, `${about} (${field.of.join(', ')})`)
    case 'texts':
      return new Option(`${flag} <words...>`, about)
    case 'count':
    case 'share':
      return new Option(`${flag} <number>`, about).argParser(numberOf)
    case 'day':
      return new Option(`${flag} <day>`, about)
    case 'text':
      return new Option(`${flag} <text>`, about)
  }
}

const argumentOf = (name: string, field: Field): string => {
  const many = field.kind === 'texts' ? '...' : ''
  return 'needed' in field && field.needed === true ? `<${name}${many}>` : `[${name}${many}]`
}

/** Adds one command with the flags and words of a question's head. */
const addQuestion = (parent: Command, name: QuestionName, words: string, context: Context, finish: Finish): void => {
  const head: Head = heads[name]
  const command = parent.command(words).description(head.summary)
  const fields = Object.entries(head.fields)
  const placed = fields
    .filter(([, field]) => field.word !== undefined)
    .sort(([, one], [, other]) => one.word! - other.word!)
  for (const [field, described] of placed) command.argument(argumentOf(field, described), described.about)
  for (const [field, described] of fields)
    if (described.word === undefined) command.addOption(optionOf(field, described))
  command.addOption(ledgerOption())
  if (name === 'export') command.option('--out <file>', 'write there instead of to standard output')
  else
    command.addOption(
      new Option('--format <format>', 'table (on a terminal) or json (elsewhere)').choices(['table', 'json']),
    )
  command.addHelpText('after', `\nExamples:\n${head.examples.map(line => `  $ ${line}`).join('\n')}`)
  command.action(async (...given: unknown[]) => {
    const values = given.slice(0, placed.length)
    const options = given[placed.length] as Record<string, unknown>
    const worded = Object.fromEntries(placed.map(([field], at) => [field, values[at]]))
    const { runQuestion } = await import('./ledger-run.js')
    finish(await runQuestion(name, { ...options, ...worded }, context))
  })
}

const addKeeping = (program: Command, context: Context, finish: Finish): void => {
  const keep = () => import('./ledger-keep.js')
  program
    .command('init')
    .description('make an empty ledger: a folder that any tool can read')
    .argument('[folder]', 'where', 'ledger')
    .option('--examples', 'put the example dispatches in, coded: a ledger to look around in')
    .action(async (folder: string, options) => finish(await (await keep()).runInit(folder, options, context)))
  program
    .command('add')
    .description('code texts and keep what they say; the same text again adds nothing, a changed one is a new version')
    .argument('<files...>', 'files, globs, or - for standard input')
    .addOption(ledgerOption())
    .option('--coded', 'the files are coded already: JSON Lines from "demarche code"')
    .option('--date <day>', 'the day of publication, where the input does not say')
    .option('--publisher <name>', 'who published it, where the input does not say')
    .option(
      '--metadata <file>',
      'a JSON Lines file of {name, title, url, publisher, publishedOn, issuer}, joined by name',
    )
    .addOption(
      new Option('--parser <tier>', 'accurate, or fast for archives').choices(['accurate', 'fast']).default('accurate'),
    )
    .addOption(new Option('--workers <number>', 'worker threads').argParser(numberOf).default(1))
    .action(async (files: string[], options) => finish(await (await keep()).runAdd(files, options, context)))
  program
    .command('compact')
    .description('merge small segments into large ones; nothing is lost if it is stopped')
    .addOption(ledgerOption())
    .action(async options => finish(await (await keep()).runCompact(options, context)))
  program
    .command('doctor')
    .description(
      'verify hashes, quotations and references; mend what can be mended, set aside what is damaged, say what is lost',
    )
    .addOption(ledgerOption())
    .action(async options => finish(await (await keep()).runDoctor(options, context)))
  program
    .command('recode')
    .description('read the stored texts with this version of the coder: show which cells would change, and why')
    .addOption(ledgerOption())
    .option('--take', 'keep the new coding; judgements stay with their claims')
    .addOption(
      new Option('--parser <tier>', 'accurate, or fast for archives').choices(['accurate', 'fast']).default('accurate'),
    )
    .action(async options => finish(await (await keep()).runRecode(options, context)))
  program
    .command('merge')
    .description('write into this ledger what a copy of it has more: documents, judgements')
    .argument('<folder>', 'the other ledger')
    .addOption(ledgerOption())
    .action(async (folder: string, options) => finish(await (await keep()).runMerge(folder, options, context)))
  program
    .command('import')
    .description('compare a tracker table that was kept by hand with the ledger; with --take its rows are entered')
    .argument(
      '<table>',
      'a CSV file: Country, Position, Since, Level of relations, Said by, Certainty, Evidence, Source, Last confirmed',
    )
    .addOption(ledgerOption())
    .option('--target <actor>', 'toward whom, where the table does not say')
    .option('--who <name>', 'who enters it')
    .option('--take', 'enter the rows; without it only the differences are shown')
    .action(async (table: string, options) => finish(await (await keep()).runImport(table, options, context)))
}

/** Adds every command of the ledger to the program. */
export const registerLedgerCommands = (program: Command, context: Context, finish: Finish): void => {
  addKeeping(program, context, finish)
  const claim = program.command('claim').description('enter claims by hand')
  for (const name of Object.keys(heads) as QuestionName[]) {
    if (name === 'claimAdd') addQuestion(claim, name, 'add', context, finish)
    else addQuestion(program, name, heads[name].name, context, finish)
  }
}
