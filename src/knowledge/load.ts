// The compiled knowledge, read once and frozen. Left of the ledger nothing else is shared between documents.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Knowledge } from './sources.js'

const compiled = ['../../knowledge.json', '../../dist/knowledge.json'].map(path =>
  fileURLToPath(new URL(path, import.meta.url)),
)

/**
 * Loads what `npm run build` compiled from knowledge/. Works from dist/src and, under a test runner, from src.
 * @throws Error when the build has not been run.
 */
export const loadKnowledge = (): Knowledge => {
  const file = compiled.find(path => existsSync(path))
  if (file === undefined) throw new Error('knowledge-missing: dist/knowledge.json is not there; run "npm run build"')
  return Object.freeze(JSON.parse(readFileSync(file, 'utf8')) as Knowledge)
}
