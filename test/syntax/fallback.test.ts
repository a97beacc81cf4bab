// A machine where the native runtime does not load: WebAssembly stands in, the trees are the same, and it is said once.
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
    expect(fallen.stdout.replaceAll('/fast/wasm', '/fast/node')).toBe(native.stdout)
  },
  60_000,
)
