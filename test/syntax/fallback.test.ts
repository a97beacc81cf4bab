// A machine where the native runtime does not load: WebAssembly stands in, the claims are the same, and it is said once.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)

const hooks = `export const resolve = (name, context, next) => {
  if (name === 'onnxruntime-node') throw new Error('built for another machine')
  return next(name, context)
}`
const asModule = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`
const withoutNative = asModule(`import { register } from 'node:module'; register(${JSON.stringify(asModule(hooks))})`)

const command = ['bin/demarche', 'code', 'examples/kosovo-serbia.txt', 'examples/red-sea.txt']

const claimsOf = (lines: string): string[][] =>
  lines
    .trimEnd()
    .split('\n')
    .map(line => (JSON.parse(line) as { claims: { id: string }[] }).claims.map(({ id }) => id))

test.each(['1', '2'])(
  'with %s workers',
  async workers => {
    const ask = [...command, '--parser', 'fast', '--format', 'jsonl', '--workers', workers]
    const [native, fallen] = await Promise.all([
      run(process.execPath, ask),
      run(process.execPath, ['--import', withoutNative, ...ask]),
    ])
    expect(native.stderr).not.toContain('WebAssembly')
    expect(fallen.stderr.match(/built for another machine.*WebAssembly stands in/g)).toHaveLength(1)
    expect(claimsOf(native.stdout).flat()).not.toHaveLength(0)
    expect(claimsOf(fallen.stdout)).toEqual(claimsOf(native.stdout))
    expect(fallen.stdout).toMatch(/model en-\d+\/fast\/wasm/)
  },
  60_000,
)
