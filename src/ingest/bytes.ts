// A file or standard input in, its bytes out, unpacked where they are gzip. Law: no more is held than is asked for.
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'

export type Bytes = AsyncIterable<Uint8Array>

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** `first` and what is still to come from `rest`. */
async function* rejoined(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

/** Unpacks gzip, which its first bytes tell; anything else passes. */
async function* unpacked(packed: Bytes): AsyncGenerator<Uint8Array> {
  const chunks = packed[Symbol.asyncIterator]()
  const first = await chunks.next()
  if (first.done) return
  const whole = rejoined(first.value, chunks)
  if (!isGzip(first.value)) {
    yield* whole
    return
  }
  const gunzip = createGunzip()
  // The failure is met again where the unpacked bytes are read.
  pipeline(Readable.from(whole), gunzip).catch(() => undefined)
  yield* gunzip
}

/** The bytes of the file at `path`, or of `input` where the path is "-". */
export const openBytes = (path: string, input: Readable): Bytes =>
  unpacked(path === '-' ? input : createReadStream(path))

/** At most `limit` bytes and whether there were more. */
export const readBytes = async (bytes: Bytes, limit: number): Promise<{ bytes: Uint8Array; isCut: boolean }> => {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of bytes) {
    chunks.push(chunk)
    length += chunk.length
    if (length > limit) break
  }
  return { bytes: Buffer.concat(chunks).subarray(0, limit), isCut: length > limit }
}
