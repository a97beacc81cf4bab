// Plain text in, its blocks out: paragraphs of one line or of wrapped lines, headings, pasted posts, transcripts, and what is no part of
// the article. Law: blocks are in order, do not overlap, and all that is not white space lies in one of them.
import type { Block, BlockKind, Span } from '../text/types.js'
import type { Calendar } from './calendar.js'
import type { Furniture } from './furniture.js'
import { signatureIn } from './posts.js'

export interface BlockReader {
  readonly furniture: Furniture
  readonly calendar: Calendar
}

/** Lines without the white space around them, in stanzas that blank lines part. */
const stanzasOf = (text: string): Span[][] => {
  const stanzas: Span[][] = [[]]
  for (const { 0: line, index } of text.matchAll(/[^\r\n\u2028\u2029]*(?:\r\n|[\r\n\u2028\u2029]|$)/g)) {
    const body = line.trim()
    if (body !== '') {
      const start = index + line.indexOf(body)
      stanzas.at(-1)!.push({ start, end: start + body.length })
    } else if (line !== '' && stanzas.at(-1)!.length > 0) stanzas.push([])
  }
  return stanzas.filter(lines => lines.length > 0)
}

const endsSentence = /[.!?:;…][”"’')\]]*$/u

/** Are the lines of the stanza one paragraph that was wrapped? */
const isWrapped = (text: string, lines: readonly Span[]): boolean => {
  if (lines.length < 2) return false
  const lengths = lines.slice(0, -1).map(({ start, end }) => end - start)
  const widest = Math.max(...lengths)
  if (widest < 40 || widest > 120) return false
  const full = lengths.filter(length => length >= 0.6 * widest).length
  const stopped = lines.slice(0, -1).filter(({ start, end }) => endsSentence.test(text.slice(start, end))).length
  const goOn = lines.slice(1).filter(({ start }) => /^[\p{Ll}\d“"(‘]/u.test(text.slice(start, start + 2))).length
  return full >= 0.7 * lengths.length && stopped <= 0.5 * lengths.length && goOn >= 0.4 * lengths.length
}

/** A post is at most about this long, in UTF-16 units. */
const longestPost = 330

/** How many of the lines before a signature are the post's: all of a short stanza that it ends, else the nearest and what leads to a bare link. */
const postLines = (text: string, before: readonly Span[], endsStanza: boolean): number => {
  const whole = before.length === 0 ? 0 : before.at(-1)!.end - before[0]!.start
  if (before.length === 0 || (endsStanza && whole <= longestPost)) return before.length
  let count = 1
  while (count < before.length) {
    const top = before.at(-count)!
    const next = before.at(-count - 1)!
    const isLead = top.end - top.start < 80 && /pic\.twitter\.com|https?:|^[#@]/.test(text.slice(top.start, top.end))
    if (!isLead || before.at(-1)!.end - next.start > longestPost) break
    count++
  }
  return count
}

type Unit = Block

const unit = (
  start: number,
  end: number,
  kind: BlockKind,
  author: string | null = null,
  date: string | null = null,
): Unit => ({
  start,
  end,
  kind,
  author,
  date,
})

/** The units of one stanza; posts are found, all else is a paragraph for now. */
const unitsOf = (text: string, lines: readonly Span[], calendar: Calendar): Unit[] => {
  const units: Unit[] = []
  let open: Span[] = []
  const close = (): void => {
    if (isWrapped(text, open)) units.push(unit(open[0]!.start, open.at(-1)!.end, 'paragraph'))
    else units.push(...open.map(({ start, end }) => unit(start, end, 'paragraph')))
    open = []
  }
  for (const line of lines) {
    const signature = signatureIn(text.slice(line.start, line.end), calendar)
    if (signature === undefined) {
      open.push(line)
      continue
    }
    const own = signature.start === 0 ? postLines(text, open, line === lines.at(-1)) : 0
    const post = open.splice(open.length - own)
    close()
    units.push(unit(post[0]?.start ?? line.start, line.end, 'post', signature.author, signature.date))
  }
  close()
  return units
}

const label = /^(\p{Lu}[\p{Lu}.'’ -]{1,40}):\s+\S/u
const asker = /^(?:Q|QUESTION|REPORTER|INTERVIEWER|MODERATOR)$/

/** Turns of a transcript: "MINISTER: We …" is the minister's words; one such line alone is a headline's manner. */
const withTurns = (text: string, units: readonly Unit[]): Unit[] => {
  const labels = units.map(({ kind, start, end }) =>
    kind === 'paragraph' ? label.exec(text.slice(start, Math.min(end, start + 60)))?.[1] : undefined,
  )
  if (labels.filter(found => found !== undefined).length < 2) return [...units]
  return units.map((each, index) => {
    const author = labels[index]
    return author === undefined ? each : { ...each, kind: 'quotation', author: asker.test(author) ? null : author }
  })
}

const mostHeadingWords = 20

const isHeadingLike = (words: string): boolean => {
  if (words.length > 140 || /^[\p{Ll}•*–—-]/u.test(words) || !/\p{L}{2}/u.test(words)) return false
  const count = words.split(/\s+/).length
  if (/\?[”"’']?$/.test(words)) return count <= 12
  if (/(?:\p{Lu}\.){2,}$/u.test(words)) return count <= 14
  return count <= mostHeadingWords && /[\p{L}\p{N}’'”")%]$/u.test(words) && !endsSentence.test(words)
}

/** A heading looks like one and has longer text below it. */
const withHeadings = (text: string, units: readonly Unit[]): Unit[] =>
  units.map((each, index) => {
    if (each.kind !== 'paragraph' || !isHeadingLike(text.slice(each.start, each.end))) return each
    const below = units.slice(index + 1, index + 5).find(({ kind }) => kind === 'paragraph' || kind === 'quotation')
    const hasText =
      below !== undefined &&
      (below.end - below.start > each.end - each.start || endsSentence.test(text.slice(below.start, below.end)))
    return hasText ? { ...each, kind: 'heading' } : each
  })

/** Said once already, word for word: a pull quote or a caption. */
const withoutRepeats = (text: string, units: readonly Unit[]): Unit[] => {
  const seen = new Set<string>()
  return units.map(each => {
    const words = text.slice(each.start, each.end)
    if (words.length < 40 || words.length > 500) return each
    if (seen.has(words)) return { ...each, kind: 'caption' }
    seen.add(words)
    return each
  })
}

/** The blocks of `text`. */
export const plainBlocks = (text: string, { furniture, calendar }: BlockReader): Block[] => {
  const units = stanzasOf(text).flatMap(lines => unitsOf(text, lines, calendar))
  const known = units.map(each => {
    const kind =
      each.kind === 'paragraph' && units.length > 1 ? furniture.kindOf(text.slice(each.start, each.end)) : undefined
    return kind === undefined ? each : { ...each, kind }
  })
  return withHeadings(text, withTurns(text, withoutRepeats(text, known)))
}
