// Bytes in, lines out, each with its number. Law: no more than one line is held, and one that is too long is skipped and told.
import type { Bytes } from './bytes.js'

export interface Line {
  /** From 1. */
  readonly number: number
  /** Without its line end; undefined for a line that was too long to hold. */
  readonly bytes: Uint8Array | undefined
}

const lineFeed = 0x0a

/** The lines of `bytes`; none is longer than `limit` bytes. */
export async function* linesOf(bytes: Bytes, limit: number): AsyncGenerator<Line> {
  let held: Uint8Array[] = []
  let length = 0
  let number = 1
  const take = (part: Uint8Array): void => {
    length += part.length
    if (length <= limit) held.push(part)
    else held = []
  }
  const finish = (): Line => {
    const line = { number, bytes: length > limit ? undefined : Buffer.concat(held) }
    held = []
    length = 0
    number++
    return line
  }
  for await (const chunk of bytes) {
    let from = 0
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
      take(chunk.subarray(from, end))
      yield finish()
      from = end + 1
    }
    take(chunk.subarray(from))
  }
  if (length > 0) yield finish()
}
