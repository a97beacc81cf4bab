// Files of coded documents in ("demarche code --format jsonl"), documents out as they are read. A line that is none is named with its
// place; the others are kept.
import { open } from 'node:fs/promises'
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

const textOf = async (file: string, input: Readable): Promise<Readable> => {
  if (file === '-') return input
  const stream = (await open(file)).createReadStream()
  if (!file.endsWith('.gz')) return stream
  const unpacked = createGunzip()
  stream.on('error', error => unpacked.destroy(error))
  return stream.pipe(unpacked)
}

/** Lines of a text that comes in parts, whatever the parts are. */
async function* linesOf(text: Readable): AsyncGenerator<string> {
  let rest = ''
  text.setEncoding('utf8')
  for await (const part of text as AsyncIterable<string>) {
    if (!part.includes('\n')) {
      rest += part
      continue
    }
    const lines = (rest + part).split('\n')
    rest = lines.pop()!
    yield* lines
  }
  yield rest
}

/** Each line of each file; `-` is standard input, `.gz` is unpacked. A file that cannot be read is a fault. */
export async function* readCodedLines(files: readonly string[], input: Readable): AsyncGenerator<CodedLine> {
  for (const file of files) {
    let number = 0
    try {
      for await (const line of linesOf(await textOf(file, input))) {
        number += 1
        if (line.trim() !== '') yield readLine(line, `${file}:${number}`)
      }
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      yield { fault: `${file}: cannot be read: ${code ?? message}` }
    }
  }
}
