// The ledger's commands, made from the heads of its questions. Law: registering loads commander alone; what a command needs is loaded
// when it runs.
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Field, Head } from '../questions/fields.js'
import { heads, type QuestionName } from '../questions/heads.js'
import type { Context } from './context.js'
import { type Finish, formatOption, ledgerOption, registerKeepingCommands } from './ledger-keeping.js'

const numberOf = (given: string): number => {
  const number = Number(given)
  if (given.trim() === '' || !Number.isFinite(number)) throw new InvalidArgumentError('Give a number.')
  return number
}

const flagName = (name: string): string => name.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)

/** What a flag is about, and what it is where it is not given. */
const aboutOf = (name: string, field: Field): string => {
  if (name === 'who' && 'needed' in field) return `${field.about}; the user of the machine where not given`
  if ('needed' in field && field.needed === true) return `${field.about} (needed)`
  return 'otherwise' in field && field.otherwise !== undefined
    ? `${field.about} (default: ${field.otherwise})`
    : field.about
}

const optionOf = (name: string, field: Field): Option => {
  const flag = `--${flagName(name)}`
  const about = aboutOf(name, field)
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
  else command.addOption(formatOption())
  command.addHelpText('after', `\nExamples:\n${head.examples.map(line => `  $ ${line}`).join('\n')}`)
  command.action(async (...given: unknown[]) => {
    const values = given.slice(0, placed.length)
    const options = given[placed.length] as Record<string, unknown>
    const worded = Object.fromEntries(placed.map(([field], at) => [field, values[at]]))
    const { runQuestion } = await import('./ledger-run.js')
    finish(await runQuestion(name, { ...options, ...worded }, context))
  })
}

/** Adds every command of the ledger to the program. */
export const registerLedgerCommands = (program: Command, context: Context, finish: Finish): void => {
  registerKeepingCommands(program, context, finish)
  const claim = program.command('claim').description('enter claims by hand')
  for (const name of Object.keys(heads) as QuestionName[]) {
    if (name === 'claimAdd') addQuestion(claim, name, 'add', context, finish)
    else addQuestion(program, name, heads[name].name, context, finish)
  }
}
