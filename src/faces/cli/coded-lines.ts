// Files of coded documents in ("demarche code --format jsonl"), documents out as they are read. A line that is none is named with its
// place; the others are kept.
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { CodedDocument } from '../../claims/types.js'
import { readingSchema } from '../api/claim-schema.js'

const codedSchema = readingSchema.omit({ text: true, blocks: true })

export type CodedLine = { readonly coded: CodedDocument } | { readonly fault: string }

const readLine = (line: string, place: string): CodedLine => {
  try {
    const value: unknown = JSON.parse(line)
    const read = codedSchema.safeParse(value)
    if (read.success) return { coded: value as CodedDocument }
    const [issue] = read.error.issues
    return { fault: `${place}: is no coded document: ${issue?.path.join('.') || 'the line'}: ${issue?.message}` }
  } catch {
    return { fault: `${place}: is no JSON; --coded reads what "demarche code --format jsonl" wrote` }
  }
}

const open = (file: string, input: Readable): Readable => {
  if (file === '-') return input
  const stream = createReadStream(file)
  if (!file.endsWith('.gz')) return stream
  const unpacked = createGunzip()
  stream.on('error', error => unpacked.destroy(error))
  return stream.pipe(unpacked)
}

/** Each line of each file; `-` is standard input, `.gz` is unpacked. A file that cannot be read is one fault. */
export async function* readCodedLines(files: readonly string[], input: Readable): AsyncGenerator<CodedLine> {
  for (const file of files) {
    const source = open(file, input)
    let failure: NodeJS.ErrnoException | undefined
    const lines = createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY })
    source.once('error', error => {
      failure = error
      lines.close()
    })
    let number = 0
    for await (const line of lines) {
      number += 1
      if (line.trim() !== '') yield readLine(line, `${file}:${number}`)
    }
    if (failure !== undefined) yield { fault: `${file}: cannot be read: ${failure.code ?? failure.message}` }
  }
}
