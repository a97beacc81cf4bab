// The words of a command line in, what to do out: help, an error that names the remedy, or a run. Shared by npm run eval and npm run bench.
import { parseArgs } from 'node:util'

/** A measurement that can be asked for by name, and the line of the help that says what it is. */
export interface Named {
  readonly name: string
  readonly about: string
  /** Run when no name is given. */
  readonly always: boolean
}

export interface Option {
  readonly type: 'string' | 'boolean'
  readonly about: string
  /** For a string: what stands after the option, as the help shows it. */
  readonly value?: string
}

export interface Program {
  /** As it is typed: "npm run eval --". */
  readonly usage: string
  readonly about: string
  readonly named: readonly Named[]
  readonly options: Readonly<Record<string, Option>>
}

export type Command =
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'error'; readonly text: string }
  | {
      readonly kind: 'run'
      readonly names: readonly string[]
      readonly values: Readonly<Record<string, string | boolean | undefined>>
    }

const columns = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n')
}

export const helpOf = ({ usage, about, named, options }: Program): string => {
  const flags = Object.entries(options).map(
    ([name, { value, about: said }]) => [`--${name}${value === undefined ? '' : ` ${value}`}`, said] as const,
  )
  const names = named.map(({ name, about: said, always }) => [`${name}${always ? ' *' : ''}`, said] as const)
  return [
    `${usage} [NAME …]${flags.length > 0 ? ' [OPTION …]' : ''}`,
    about,
    'Names (* are run when none is given):',
    columns(names),
    'Options:',
    columns([...flags, ['--help', 'this text']]),
  ].join('\n\n')
}

/** Understands `words`. Nothing is thrown: what is not known becomes an error that says what is. */
export const readCommand = (words: readonly string[], program: Program): Command => {
  const hint = `${program.usage} --help lists names and options.`
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(words, program)
  } catch (error) {
    return { kind: 'error', text: `${(error as Error).message.split(/[.\n]/)[0]}\n${hint}` }
  }
  if (parsed.values.help === true) return { kind: 'help', text: helpOf(program) }
  const unknown = parsed.positionals.filter(name => program.named.every(own => own.name !== name))
  if (unknown.length > 0) {
    const known = program.named.map(({ name }) => name).join(', ')
    return { kind: 'error', text: `unknown: ${unknown.join(', ')}; known are ${known}.\n${hint}` }
  }
  const always = program.named.filter(own => own.always).map(({ name }) => name)
  return { kind: 'run', names: parsed.positionals.length > 0 ? parsed.positionals : always, values: parsed.values }
}

const parse = (words: readonly string[], { options }: Program) =>
  parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      ...Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }])),
    },
  }) as { readonly values: Record<string, string | boolean | undefined>; readonly positionals: string[] }
