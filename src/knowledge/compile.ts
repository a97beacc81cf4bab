// Build step: knowledge/ in, dist/knowledge.json out, so that the command starts without reading YAML.
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { KnowledgeError, readKnowledge } from './read.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))
try {
  const knowledge = readKnowledge(`${root}knowledge`)
  mkdirSync(`${root}dist`, { recursive: true })
  writeFileSync(`${root}dist/knowledge.json`, JSON.stringify(knowledge))
} catch (error) {
  if (!(error instanceof KnowledgeError)) throw error
  process.stderr.write(`${error.message}\n${error.faults.length} faults in knowledge/; nothing was written.\n`)
  process.exitCode = 1
}
