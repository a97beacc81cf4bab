// Data flows one way: a folder of src/ imports only from itself and from folders upstream of it.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../src/', import.meta.url))

/** From the source of the river to its mouth. */
const order = ['knowledge', 'text', 'ingest', 'syntax', 'actors', 'claims', 'ledger', 'store', 'faces']

/** demarche.ts binds the left bank together, so it stands between claims and what lies right of them. */
const standsWith: Readonly<Record<string, string>> = { 'demarche.ts': 'claims', 'index.ts': 'faces' }

const rankOf = (path: string): number => {
  const top = relative(root, path).split('/')[0]!
  return order.indexOf(standsWith[top.replace(/\.js$/, '.ts')] ?? top)
}

const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
  .map(entry => join(entry.parentPath, entry.name))

const importsOf = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(match =>
    resolve(file, '..', match[1]!),
  )

it('sees every folder', () => {
  const seen = new Set(files.map(file => rankOf(file)))
  expect([...seen].sort((a, b) => a - b)).toEqual(order.map((_, index) => index))
  expect(files.length).toBeGreaterThan(50)
})

it('finds no import against the stream', () => {
  const against = files.flatMap(file =>
    importsOf(file)
      .filter(imported => rankOf(imported) > rankOf(file))
      .map(imported => `${relative(root, file)} imports ${relative(root, imported)}`),
  )
  expect(against).toEqual([])
})
