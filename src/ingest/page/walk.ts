// An element of a page in, the pieces that a reader sees out. Laws: borders of blocks survive; what is hidden, scripted or a control is
// left out; the walk keeps no call stack, so that no nesting is too deep for it.
import type { BlockKind } from '../../text/types.js'
import type { Piece } from '../compose.js'

/** The little of the DOM that the walk reads. */
export interface PageNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly firstChild: PageNode | null
  readonly nextSibling: PageNode | null
  readonly parentNode: PageNode | null
  getAttribute?(name: string): string | null
}

const elementType = 1
const textType = 3

const names = (list: string): ReadonlySet<string> => new Set(list.toUpperCase().split(' '))

const skipped = names(
  'script style noscript template svg math iframe object embed form button input select textarea label nav video audio canvas map head dialog',
)
const blocks = names(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr ' +
    'html li main ol p pre section summary table tbody td tfoot th thead tr ul',
)
const headings = names('h1 h2 h3 h4 h5 h6')

const postMarks =
  /\b(?:twitter-tweet|twitter-video|tweet-embed|instagram-media|fb-post|bluesky-embed|mastodon-embed|telegram-post|tiktok-embed)\b/i
const captionMarks = /\b(?:wp-caption-text|caption|image-credit|photo-credit|media__caption|credit)\b/i
const linkMarks = /\b(?:related|read-?more|recommend(?:ed|ations)?|see-also|more-stories|also-read|promo|teaser)\b/i

const attribute = (node: PageNode, name: string): string => node.getAttribute?.(name) ?? ''

const isHidden = (node: PageNode): boolean =>
  attribute(node, 'aria-hidden') === 'true' ||
  node.getAttribute?.('hidden') != null ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(node, 'style'))

/** The kind of block that the element opens; undefined where it leaves what surrounds it as it is. */
const kindOf = (node: PageNode, trustsMarks: boolean): BlockKind | undefined => {
  const { nodeName } = node
  const marks = `${attribute(node, 'class')} ${attribute(node, 'id')}`
  if (postMarks.test(marks) || node.getAttribute?.('data-tweet-id') != null) return 'post'
  if (nodeName === 'BLOCKQUOTE' || nodeName === 'Q') return nodeName === 'Q' ? undefined : 'quotation'
  if (headings.has(nodeName)) return 'heading'
  if (nodeName === 'FIGCAPTION' || nodeName === 'CAPTION' || captionMarks.test(attribute(node, 'class')))
    return 'caption'
  if (trustsMarks && (nodeName === 'ASIDE' || linkMarks.test(marks))) return 'link'
  return nodeName === 'P' || nodeName === 'LI' ? 'paragraph' : undefined
}

/** Stronger kinds hold for all that stands inside them. */
const holding: ReadonlySet<BlockKind> = new Set(['post', 'quotation', 'link', 'caption'])

interface Frame {
  readonly node: PageNode
  readonly kind: BlockKind
  readonly isBlock: boolean
}

/** Pieces of a page while they are gathered: words so far, and how much of them stands in links. */
const gather = () => {
  const pieces: Piece[] = []
  let words = ''
  let linked = 0
  const close = (kind: BlockKind): void => {
    const settled = words
      .replace(/[ \t\r\f]*\n[ \t\r\f]*/g, '\n')
      .replace(/\n{2,}/g, '\n')
      .trim()
    const length = settled.length
    // Words that are one link lead elsewhere, unless they are a heading's or a post's.
    const isLink = kind === 'paragraph' && length > 0 && linked >= 0.9 * length && !/[.!?]["”’]?$/.test(settled)
    if (settled !== '') pieces.push({ words: settled, kind: isLink ? 'link' : kind })
    words = ''
    linked = 0
  }
  const add = (text: string, inLink: boolean): void => {
    const shown = text.replace(/[ \t\n\r\f]+/g, ' ')
    const joined = /(?:^|[ \n])$/.test(words) ? shown.replace(/^ /, '') : shown
    words += joined
    if (inLink) linked += joined.trim().length
  }
  const breakLine = (): void => {
    words = `${words.trimEnd()}\n`
  }
  return { pieces, close, add, breakLine, isBroken: () => words.endsWith('\n') }
}

/** The pieces of `root` in the order of the page; `trustsMarks`: what a page's maker called related or a promotion is that. */
export const piecesOf = (root: PageNode, trustsMarks: boolean): Piece[] => {
  const gathered = gather()
  const open: Frame[] = []
  let links = 0
  const kindHere = (): BlockKind => open.at(-1)?.kind ?? 'paragraph'

  const enter = (node: PageNode): boolean => {
    if (node.nodeType === textType) {
      gathered.add(node.nodeValue ?? '', links > 0)
      return false
    }
    if (node.nodeType !== elementType || skipped.has(node.nodeName) || isHidden(node)) return false
    if (node.nodeName === 'BR') {
      // Two breaks are how old pages part paragraphs.
      if (gathered.isBroken() && !holding.has(kindHere())) gathered.close(kindHere())
      else gathered.breakLine()
      return false
    }
    const isBlock = blocks.has(node.nodeName)
    const outer = kindHere()
    const own = kindOf(node, trustsMarks) ?? outer
    const kind = holding.has(outer) ? outer : own
    // A quotation's or a post's paragraphs stay one piece, line by line.
    if (isBlock && (outer === 'post' || outer === 'quotation')) gathered.breakLine()
    else if (isBlock || kind !== outer) gathered.close(outer)
    if (node.nodeName === 'A') links++
    open.push({ node, kind, isBlock: isBlock || kind !== outer })
    return true
  }

  const leave = (): void => {
    const frame = open.pop()!
    if (frame.node.nodeName === 'A') links--
    const outer = kindHere()
    if (!frame.isBlock) return
    if (outer === 'post' || outer === 'quotation') gathered.breakLine()
    else gathered.close(frame.kind)
  }

  let node: PageNode | null = root
  while (node !== null) {
    const entered = enter(node)
    if (entered && node.firstChild !== null) {
      node = node.firstChild
      continue
    }
    if (entered) leave()
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode
      if (node !== null && open.at(-1)?.node === node) leave()
    }
    node = node === null || node === root ? null : node.nextSibling
  }
  while (open.length > 0) leave()
  gathered.close('paragraph')
  return gathered.pieces
}
