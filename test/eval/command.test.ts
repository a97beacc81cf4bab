// What npm run eval and npm run bench make of their words.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { type Program, readCommand } from '../../eval/command.js'

const program: Program = {
  usage: 'npm run eval --',
  about: 'Measures.',
  named: [
    { name: 'seed', always: true, about: 'the first article' },
    { name: 'rules', always: false, about: 'the rules' },
  ],
  options: {
    gold: { type: 'string', value: 'FOLDER', about: 'where the gold lies' },
    missed: { type: 'boolean', about: 'list what was missed' },
  },
}

describe('readCommand', () => {
  it('runs what is always run where no name is given', () => {
    expect(readCommand([], program)).toMatchObject({ kind: 'run', names: ['seed'] })
    expect(readCommand(['rules', '--gold', '/gold', '--missed'], program)).toMatchObject({
      kind: 'run',
      names: ['rules'],
      values: { gold: '/gold', missed: true },
    })
  })

  it('helps, and names every measurement and option', () => {
    const command = readCommand(['rules', '--help'], program)
    expect(command.kind).toBe('help')
    const text = command.kind === 'help' ? command.text : ''
    for (const word of ['seed *', 'rules', '--gold FOLDER', '--missed', '--help']) expect(text).toContain(word)
  })

  it.each([[['nothing']], [['--nothing']], [['--gold']], [['--missed=1']]])(
    'refuses %j and says where help is',
    words => {
      const command = readCommand(words, program)
      expect(command.kind).toBe('error')
      expect(command.kind === 'error' && command.text).toMatch(/npm run eval -- --help/)
    },
  )
})

const run = promisify(execFile)
const built = (name: string) => fileURLToPath(new URL(`../../dist/${name}/main.js`, import.meta.url))
const outcome = (name: string, ...words: readonly string[]) =>
  run(process.execPath, [built(name), ...words]).then(
    ({ stdout }) => ({ status: 0, stdout, stderr: '' }),
    ({ code, stdout, stderr }) => ({ status: code as number, stdout: stdout as string, stderr: stderr as string }),
  )

describe.runIf(existsSync(built('eval')))('the commands themselves', () => {
  it.each(['eval', 'bench'])('%s --help prints the help and succeeds', async name => {
    const { status, stdout } = await outcome(name, '--help')
    expect(status).toBe(0)
    expect(stdout).toContain(`npm run ${name} --`)
  })
  it.each(['eval', 'bench'])('%s with an unknown option fails with 2 and one clear error', async name => {
    const { status, stderr } = await outcome(name, '--wrong')
    expect(status).toBe(2)
    expect(stderr).toMatch(/--wrong/)
    expect(stderr).not.toMatch(/at .*\.js:\d+/)
  })
  it('bench refuses a number of claims that is none', async () => {
    const { status, stderr } = await outcome('bench', 'ledger', '--claims', '1e6')
    expect(status).toBe(2)
    expect(stderr).toBe('--claims 1e6 is no number of claims; write it in digits, such as --claims 1000000\n')
  })
  it('eval measures nothing where there is no gold, and says so', async () => {
    const { status, stdout } = await outcome('eval', '--gold', '/nowhere')
    expect(status).toBe(0)
    expect(stdout).toContain('No gold sets in /nowhere')
  })
})
