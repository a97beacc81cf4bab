// Pieces of a rendered page in, its text and blocks out, as a reader saw them one below the other.
import type { Block, BlockKind } from '../text/types.js'
import type { BlockReader } from './plain-blocks.js'
import { signatureIn } from './posts.js'

/** A stretch of a page that stands by itself; white space is settled already. */
export interface Piece {
  readonly words: string
  readonly kind: BlockKind
  readonly author?: string | null
  readonly date?: string | null
}

export interface Composed {
  readonly text: string
  readonly blocks: readonly Block[]
}

const between = '\n\n'

/** What the words themselves tell: a paragraph may be a caption, a quotation a post with its signature. */
const settled = (piece: Piece, { furniture, calendar }: BlockReader): Piece => {
  const { words, kind } = piece
  if (kind === 'paragraph') return { ...piece, kind: furniture.kindOf(words) ?? kind }
  if (kind !== 'quotation' && kind !== 'post') return piece
  const lineStart = words.lastIndexOf('\n') + 1
  const signature = signatureIn(words.slice(lineStart), calendar)
  if (signature === undefined) return piece
  const at = lineStart + signature.start
  const signed = at === 0 ? words : `${words.slice(0, at).trimEnd()}\n${words.slice(at).trim()}`
  return { words: signed, kind: 'post', author: signature.author, date: signature.date }
}

/** Pieces without words are left out; what is said twice word for word counts once. */
export const compose = (pieces: readonly Piece[], reader: BlockReader): Composed => {
  const blocks: Block[] = []
  const seen = new Set<string>()
  let text = ''
  for (const piece of pieces) {
    if (piece.words.trim() === '') continue
    const { words, kind, author = null, date = null } = settled({ ...piece, words: piece.words.trim() }, reader)
    const isRepeat = words.length >= 40 && seen.has(words)
    seen.add(words)
    const start = text === '' ? 0 : text.length + between.length
    text = text === '' ? words : `${text}${between}${words}`
    blocks.push({ start, end: start + words.length, kind: isRepeat ? 'caption' : kind, author, date })
  }
  return { text, blocks }
}
