// HTML in, the article's text and blocks out, with what the page says of itself.
// Readability finds the article; the words are then read from the page's own elements, so that no border of a block is lost.
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { type Composed, compose, type Piece } from '../compose.js'
import type { Particulars } from '../document.js'
import type { BlockReader } from '../plain-blocks.js'
import { Trouble } from '../trouble.js'
import { type PageDocument, pageParticulars } from './particulars.js'
import { type PageNode, piecesOf } from './walk.js'

export interface Page extends Composed {
  readonly particulars: Particulars
}

type ParsedPage = PageDocument & { readonly body: PageNode }

/** No page nests its elements deeper than the first of these; deeper than the second none is searched for its article. */
const deepest = { read: 1000, searched: 400 }

/** Elements that end by themselves, so that their tags say nothing of depth. */
const selfEnding =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|td|th|tr|tbody|thead|tfoot|option|optgroup|colgroup|rp|rt)$/i

/** How deep the tags of `html` nest; counted on the tags, because building the tree of a page without end would take as long. */
const depthOf = (html: string): number => {
  let depth = 0
  let most = 0
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    if (selfEnding.test(name!)) continue
    depth = slash === '' ? depth + 1 : Math.max(0, depth - 1)
    most = Math.max(most, depth)
  }
  return most
}

/** The element that holds the article; the body where none stands out. */
const articleOf = (page: ParsedPage, depth: number): PageNode => {
  const { body } = page
  if (depth > deepest.searched) return body
  const found = new Readability<PageNode>(page as never, {
    keepClasses: true,
    charThreshold: 250,
    serializer: element => element as unknown as PageNode,
  }).parse()
  return found?.content ?? body
}

const lengthOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { words }) => sum + words.length, 0)

/** Some pages mark the article itself as a promotion: where little else is left, their marks say nothing. */
const articlePieces = (article: PageNode): Piece[] => {
  const pieces = piecesOf(article, true)
  const links = pieces.filter(({ kind }) => kind === 'link')
  return 2 * lengthOf(links) > lengthOf(pieces) ? piecesOf(article, false) : pieces
}

const isSame = (a: string, b: string): boolean =>
  a.replace(/\W+/g, '').toLowerCase() === b.replace(/\W+/g, '').toLowerCase()

/** The headline before the article, unless the article begins with it. */
const withHeadline = (pieces: readonly Piece[], title: string | null | undefined): Piece[] => {
  if (!title || pieces.slice(0, 3).some(({ words }) => isSame(words, title))) return [...pieces]
  return [{ words: title, kind: 'heading' }, ...pieces]
}

/**
 * Reads a page; `reader` tells captions and the like apart.
 * @throws Trouble for elements nested deeper than any page's.
 */
export const readPage = (html: string, reader: BlockReader): Page => {
  const depth = depthOf(html)
  if (depth > deepest.read) {
    throw new Trouble('too-deep', `nests its elements ${depth} deep, which no page does; save its article as text`)
  }
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`
  const page = parseHTML(whole).document as unknown as ParsedPage
  const particulars = pageParticulars(page, reader.calendar)
  const pieces = articlePieces(articleOf(page, depth))
  return { ...compose(withHeadline(pieces, particulars.title), reader), particulars }
}
