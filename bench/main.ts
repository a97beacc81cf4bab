// npm run bench: runs the measurements of speed and prints what they measured; --help says which there are.
import { type Program, readCommand } from '../eval/command.js'
import { type BenchOptions, readOptions } from './options.js'

const program: Program = {
  usage: 'npm run bench --',
  about: 'Measures speed and memory on this machine.',
  named: [
    { name: 'pipeline', always: true, about: 'the whole river: sentences a second, memory, start' },
    { name: 'rules', always: false, about: 'the cost of a sentence for 500, 2,000 and 8,000 rules' },
    { name: 'syntax', always: false, about: 'the parser, tier by tier' },
    { name: 'ledger', always: false, about: 'adding to a ledger and asking it' },
    { name: 'page', always: false, about: 'the page over a large ledger, in a browser' },
  ],
  options: {
    claims: { type: 'string', value: 'COUNT', about: 'ledger, page: so many generated claims; a million, and 200,000' },
    ledger: {
      type: 'string',
      value: 'FOLDER',
      about: 'ledger, page: keep the generated ledger there, or ask the one that is',
    },
  },
}

const command = readCommand(process.argv.slice(2), program)
switch (command.kind) {
  case 'help':
    process.stdout.write(`${command.text}\n`)
    break
  case 'error':
    process.stderr.write(`${command.text}\n`)
    process.exitCode = 2
    break
  case 'run': {
    const options = readOptions(command.values)
    if (typeof options === 'string') {
      process.stderr.write(`${options}\n`)
      process.exitCode = 2
      break
    }
    for (const name of command.names) {
      const { measure } = (await import(`./${name}.js`)) as {
        measure: (options: BenchOptions) => Promise<readonly string[]>
      }
      process.stdout.write(`== ${name}\n${(await measure(options)).join('\n')}\n`)
    }
  }
}
