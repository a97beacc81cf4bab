// Bytes in, text out, with what had to be replaced and where. Law: bytes that are no text are refused, never guessed at.
import { isUtf8 } from 'node:buffer'
import { getEncoding } from 'encoding-sniffer'
import { Trouble } from './trouble.js'

export interface Decoded {
  readonly text: string
  /** Set where bytes were not valid in the encoding and were replaced. */
  readonly replaced?: { readonly count: number; readonly firstByte: number; readonly line: number }
}

const signatures: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF'],
  ['PK\u0003\u0004', 'a zip archive or an office document'],
  ['\u0089PNG', 'a picture'],
  ['GIF8', 'a picture'],
  ['\u00FF\u00D8\u00FF', 'a picture'],
  ['\u007FELF', 'a program'],
]

const head = (bytes: Uint8Array, length: number): string => Buffer.from(bytes.subarray(0, length)).toString('latin1')

/** UTF-16 by its byte order mark, or by every other byte being zero. */
const wideEncoding = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 2000)
  const zeros = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]!++
  })
  const half = sample.length / 2
  if (zeros[1]! > 0.4 * half && zeros[0]! < 0.05 * half) return 'utf-16le'
  return zeros[0]! > 0.4 * half && zeros[1]! < 0.05 * half ? 'utf-16be' : undefined
}

const refuseBinary = (bytes: Uint8Array): void => {
  const known = signatures.find(([signature]) => head(bytes, 4).startsWith(signature))?.[1]
  const controls = bytes.subarray(0, 4000).filter(byte => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length
  if (known === undefined && controls <= bytes.subarray(0, 4000).length / 50) return
  throw new Trouble('binary-file', `is ${known ?? 'a binary file'} and no text; convert it to text or HTML first`)
}

/** The place of the first byte that begins no UTF-8 character. */
const firstInvalid = (bytes: Uint8Array): number => {
  let at = 0
  while (at < bytes.length) {
    const lead = bytes[at]!
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
    if (length > 1 && !isUtf8(bytes.subarray(at, at + length))) return at
    at += length
  }
  return at
}

const occurrences = (text: string, mark: string): number => text.split(mark).length - 1

const replacement = '\uFFFD'
/** More replaced characters than this share, and the bytes are in some other encoding or are no text. */
const mostReplaced = 0.1

const decodeUtf8 = (bytes: Uint8Array): Decoded => {
  const text = new TextDecoder('utf-8').decode(bytes)
  if (isUtf8(bytes)) return { text }
  const count = occurrences(text, replacement) - occurrences(head(bytes, bytes.length), '\u00EF\u00BF\u00BD')
  if (count > mostReplaced * text.length) {
    throw new Trouble('not-utf-8', `is not UTF-8 (${count} of ${text.length} characters); save it as UTF-8`)
  }
  const firstByte = firstInvalid(bytes)
  return { text, replaced: { count, firstByte, line: occurrences(head(bytes, firstByte), '\n') + 1 } }
}

/**
 * Plain text: UTF-8, or UTF-16 by its mark; a byte order mark is dropped.
 * @throws Trouble for a binary file and for text that is mostly not UTF-8.
 */
export const decodeText = (bytes: Uint8Array): Decoded => {
  const wide = wideEncoding(bytes)
  if (wide !== undefined) return { text: new TextDecoder(wide).decode(bytes) }
  refuseBinary(bytes)
  return decodeUtf8(bytes)
}

/** What windows-1252 holds from 0x80 on; some releases of Node read it as Latin-1 and lose the curly quotation marks. */
const upperWindows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

const decodeAs = (encoding: string, bytes: Uint8Array): string => {
  const text = new TextDecoder(encoding).decode(bytes)
  if (encoding.toLowerCase() !== 'windows-1252') return text
  return text.replace(/[\u0080-\u009F]/g, mark => upperWindows1252[mark.charCodeAt(0) - 0x80]!)
}

/**
 * A page: the encoding that it declares, else UTF-8, else windows-1252, as browsers do.
 * @throws Trouble for a binary file.
 */
export const decodePage = (bytes: Uint8Array): Decoded => {
  const wide = wideEncoding(bytes)
  if (wide !== undefined) return { text: new TextDecoder(wide).decode(bytes) }
  refuseBinary(bytes)
  const declared = getEncoding(bytes, { defaultEncoding: isUtf8(bytes) ? 'utf-8' : 'windows-1252' })
  if (declared.toLowerCase() === 'utf-8') return decodeUtf8(bytes)
  return { text: decodeAs(declared, bytes) }
}
