// Markdown in, the text and blocks that its reader sees out, with what its front matter says of it.
// Law: marks of form go, words stay; code and pictures are left out.

import { type Composed, compose, type Piece } from './compose.js'
import type { Particulars } from './document.js'
import type { BlockReader } from './plain-blocks.js'

export interface MarkdownPage extends Composed {
  readonly particulars: Particulars
}

const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/

const particularsOf = (head: string): Particulars => {
  const fields = new Map(
    [...head.matchAll(/^(\w+)\s*:\s*["']?(.*?)["']?\s*$/gm)].map(([, key, value]) => [key!.toLowerCase(), value!]),
  )
  return {
    title: fields.get('title') ?? null,
    url: fields.get('url') ?? null,
    publisher: fields.get('publisher') ?? null,
    publishedOn: fields.get('publishedon') ?? fields.get('date') ?? null,
  }
}

/** Inline marks out, words kept. */
const plainWords = (line: string): string =>
  line
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1')
    .replace(/\[([^\]]+)\]\[[^\]]*\]/g, '$1')
    .replace(/<(https?:[^>\s]+)>/g, '$1')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/(?<![\p{L}\p{N}])(\*\*\*|\*\*|\*|___|__|_)(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!>~-])/g, '$1')

const isLinkAlone = (line: string): boolean => /^\s*\**\[[^\]]+\]\([^)]*\)\**\s*$/.test(line)

type Open = { kind: Piece['kind']; lines: string[]; isLink: boolean } | undefined

/** Reads Markdown; `reader` tells captions and the like apart. */
export const readMarkdown = (source: string, reader: BlockReader): MarkdownPage => {
  const head = frontMatter.exec(source)
  const body = source.slice(head?.[0].length ?? 0).replace(/<!--[\s\S]*?-->/g, '')
  const pieces: Piece[] = []
  let open: Open
  let fence: string | undefined
  const close = (): void => {
    if (open !== undefined) {
      const kind = open.isLink && open.lines.length === 1 ? 'link' : open.kind
      // A line that begins with a dash names who is quoted.
      pieces.push({ kind, words: open.lines.join(' ').replace(/ (?=[—–-]\s*[^—–]{1,120}$)/u, '\n') })
    }
    open = undefined
  }
  const add = (kind: Piece['kind'], line: string, goesOn: boolean): void => {
    if (!goesOn || open?.kind !== kind) close()
    open ??= { kind, lines: [], isLink: isLinkAlone(line) }
    const words = plainWords(line).trim()
    if (words !== '') open.lines.push(words)
  }
  for (const line of body.split(/\r?\n/)) {
    const mark = /^\s*(```+|~~~+)/.exec(line)?.[1]
    if (fence !== undefined || mark !== undefined) {
      if (fence === undefined) close()
      fence = fence === undefined ? mark : mark?.startsWith(fence) ? undefined : fence
    } else if (/^\s*$/.test(line) || /^\s*([-*_])(?:\s*\1){2,}\s*$/.test(line) || /^[\s|:-]*-{3}[\s|:-]*$/.test(line)) {
      if (open?.kind === 'paragraph' && /^-{3,}\s*$/.test(line)) open.kind = 'heading'
      close()
    } else if (/^=+\s*$/.test(line) && open?.kind === 'paragraph') {
      open.kind = 'heading'
      close()
    } else if (/^\s{0,3}#{1,6}\s/.test(line)) {
      add('heading', line.replace(/^\s*#+\s+|\s+#+\s*$/g, ''), false)
      close()
    } else if (/^\s{0,3}>/.test(line)) add('quotation', line.replace(/^\s*>\s?/, ''), true)
    else if (/^\s*(?:[-*+]|\d+[.)])\s+/.test(line))
      add('paragraph', line.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, ''), false)
    else add(open?.kind === 'quotation' ? 'quotation' : 'paragraph', line, true)
  }
  close()
  return { ...compose(pieces, reader), particulars: particularsOf(head?.[1] ?? '') }
}
