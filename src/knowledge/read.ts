// Files of knowledge/ in, one validated object out. What does not fit its form is refused with file, line and remedy, all at once.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastGlob from 'fast-glob'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Fault, Part } from './fault.js'
import { type Knowledge, type Source, sources } from './sources.js'

export class KnowledgeError extends Error {
  readonly code = 'knowledge-invalid'
  constructor(readonly faults: readonly Fault[]) {
    super(faults.map(fault => `${fault.file}:${fault.line}: ${fault.reason}`).join('\n'))
  }
}

type Parsed = Part

/** Parses one YAML text; `lineOf` finds the line of a path, or of its nearest ancestor that stands in the file. */
export const parseYaml = (file: string, text: string): Parsed => {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })
  if (document.errors.length > 0) {
    throw new KnowledgeError(
      document.errors.map(error => ({
        file,
        line: error.linePos?.[0].line ?? 1,
        reason: error.message.split('\n')[0]!,
      })),
    )
  }
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let depth = path.length; depth > 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined
      if (node?.range) return counter.linePos(node.range[0]).line
    }
    return 1
  }
  return { file, value: document.toJS(), lineOf }
}

/** Parses tab-separated text with a header line into one object of strings a row. */
export const parseTable = (file: string, text: string): Parsed => {
  const lines = text.split('\n')
  const first = lines.findIndex(line => line !== '' && !line.startsWith('#'))
  const header = (lines[first] ?? '').split('\t')
  const rows: Record<string, string>[] = []
  const lineNumbers: number[] = []
  const faults: Fault[] = []
  for (let index = first + 1; index < lines.length; index++) {
    if (lines[index] === '') continue
    const cells = lines[index]!.split('\t')
    if (cells.length !== header.length)
      faults.push({ file, line: index + 1, reason: `has ${cells.length} cells; the header names ${header.length}` })
    rows.push(Object.fromEntries(header.map((name, column) => [name, cells[column] ?? ''])))
    lineNumbers.push(index + 1)
  }
  if (faults.length > 0) throw new KnowledgeError(faults)
  return { file, value: rows, lineOf: path => lineNumbers[Number(path[0] ?? 0)] ?? 1 }
}

const validate = (parsed: Parsed, schema: z.ZodType): unknown => {
  const result = schema.safeParse(parsed.value)
  if (result.success) return result.data
  throw new KnowledgeError(
    result.error.issues.map(issue => ({
      file: parsed.file,
      line: parsed.lineOf(issue.path),
      reason: `${issue.path.join('.')}: ${issue.message}`,
    })),
  )
}

const elementOf = (schema: z.ZodType): z.ZodType => (schema as z.ZodArray<z.ZodType>).element

const readSource = (root: string, name: string, source: Source, faults: Fault[]): unknown => {
  const files = source.files.flatMap(pattern => {
    const found = pattern.includes('*') ? fastGlob.sync(pattern, { cwd: root }).sort() : [pattern]
    if (found.length === 0) faults.push({ file: pattern, line: 1, reason: `no file of "${name}" is there` })
    return found
  })
  const values: unknown[] = []
  const parts: Part[] = []
  for (const file of files) {
    try {
      const text = readFileSync(join(root, file), 'utf8')
      const parsed = source.form === 'table' ? parseTable(file, text) : parseYaml(file, text)
      const value = validate(parsed, source.form === 'documents' ? elementOf(source.schema) : source.schema)
      values.push(value)
      parts.push({ file, value, lineOf: parsed.lineOf })
    } catch (error) {
      if (error instanceof KnowledgeError) faults.push(...error.faults)
      else faults.push({ file, line: 1, reason: `cannot be read: ${(error as Error).message}` })
    }
  }
  if (source.check !== undefined) faults.push(...source.check(parts))
  if (source.form === 'documents') return values
  return source.form === 'map' ? values[0] : values.flat()
}

/**
 * Reads and validates every file that `sources` names below `root`.
 * @throws KnowledgeError naming every fault with its file and line.
 */
export const readKnowledge = (root: string): Knowledge => {
  const faults: Fault[] = []
  const entries = Object.entries(sources).map(
    ([name, source]) => [name, readSource(root, name, source, faults)] as const,
  )
  if (faults.length > 0) throw new KnowledgeError(faults)
  return Object.fromEntries(entries) as Knowledge
}
