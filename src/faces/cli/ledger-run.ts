// A question from the command line: its flags checked by the question's own schema, the answer printed as a table or as JSON.
import { writeFile } from 'node:fs/promises'
import type { Head } from '../questions/fields.js'
import type { QuestionName } from '../questions/heads.js'
import { heads } from '../questions/heads.js'
import { questions } from '../questions/index.js'
import type { Desk } from '../questions/question.js'
import { type Context, type ExitStatus, UsageError } from './context.js'
import { atDesk } from './ledger-open.js'
import { renderAnswer } from './ledger-tables.js'
import { whoever } from './whoever.js'

type Given = Readonly<Record<string, unknown>>
interface Answerable {
  readonly input: {
    safeParse(value: unknown): {
      success: boolean
      data?: unknown
      error?: { issues: readonly { path: PropertyKey[]; message: string }[] }
    }
  }
  readonly answer: (desk: Desk, input: never) => Promise<unknown>
}

/** The fields of the head out of the command's words and flags; `who` is the user of the machine where nothing is said. */
const inputOf = (name: QuestionName, given: Given): unknown => {
  const { fields } = heads[name]
  const known = Object.keys(fields).filter(field => given[field] !== undefined)
  const input = Object.fromEntries(known.map(field => [field, given[field]]))
  return 'who' in fields && heads[name].writes && input.who === undefined ? { ...input, who: whoever() } : input
}

const printExport = async (
  answer: { body: string; encoding: string },
  out: string | undefined,
  context: Context,
): Promise<void> => {
  const content = answer.encoding === 'base64' ? Buffer.from(answer.body, 'base64') : answer.body
  if (out !== undefined)
    await writeFile(out, content).catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(`--out ${out} cannot be written: ${error.code ?? error.message}`)
    })
  else if (answer.encoding === 'base64' && context.outputIsTerminal)
    throw new UsageError('this format is no text: name a file with --out')
  else context.output.write(content)
}

/** A fault of the input in the asker's terms: which flag or word, what was given, and what would do. */
const faultWords = (head: Head, given: Given, path: readonly PropertyKey[], message: string): string => {
  const [name] = path as [string]
  const field = head.fields[name]
  if (field === undefined) return `--${String(name)}: ${message}`
  const flag = field.word === undefined ? `--${name}` : name
  const value = path.length > 1 ? (given[name] as readonly unknown[])[path[1] as number] : given[name]
  if (value === undefined) return `${flag} is needed: ${field.about}`
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return `${flag}: “${value}” is none of ${field.of.join(', ')}`
    case 'day':
      return `${flag}: “${value}” is no day; write it as 2021-09-08`
    case 'share':
      return `${flag}: ${value} is not between 0 and 1`
    case 'count':
      return `${flag}: ${value} is no whole number from 0 to ${(field.most ?? 1_000_000_000).toLocaleString('en')}`
    default:
      return value === '' ? `${flag} is empty: ${field.about}` : `${flag}: ${message}`
  }
}

/** Asks and prints. */
export const runQuestion = async (name: QuestionName, given: Given, context: Context): Promise<ExitStatus> => {
  const question = questions[name] as unknown as Answerable
  const checked = question.input.safeParse(inputOf(name, given))
  if (!checked.success) {
    const faults = checked.error!.issues.map(({ path, message }) => faultWords(heads[name], given, path, message))
    throw new UsageError(faults.join('\ndemarche: '))
  }
  return atDesk(given.ledger as string | undefined, async (desk): Promise<ExitStatus> => {
    const answer = await question.answer(desk, checked.data as never)
    if (name === 'export')
      await printExport(answer as { body: string; encoding: string }, given.out as string | undefined, context)
    else if ((given.format ?? (context.outputIsTerminal ? 'table' : 'json')) === 'json')
      context.output.write(`${JSON.stringify(answer, null, 2)}\n`)
    else context.output.write(renderAnswer(name, answer as never, { width: context.width, colour: context.colour }))
    return 0
  })
}
