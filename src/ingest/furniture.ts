// A line in, what it is beside an article out: a pointer elsewhere, a caption, a byline, an advert, or none of these.
import type { FurnitureLexicon } from '../knowledge/ingest-schema.js'
import type { BlockKind } from '../text/types.js'
import type { Calendar } from './calendar.js'

export interface Furniture {
  /** Undefined for a line that is text. */
  kindOf(line: string): BlockKind | undefined
  /** Does the line tell when the article came out? */
  isPublicationLine(line: string): boolean
}

/** A caption or an advert is short, in UTF-16 units; what begins like one and goes on longer is text. */
const longest = { pointer: 240, mark: 200, byline: 120 }

const escaped = (phrase: string): string => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Matches a line that opens with one of the phrases as whole words. */
const opening = (phrases: readonly string[]): RegExp =>
  new RegExp(
    `^[\\s\\[(*►▶•|>→-]*(?:${phrases.map(phrase => escaped(phrase).replace(/ /g, '\\s+')).join('|')})(?![\\p{L}\\p{N}])`,
    'iu',
  )

const isByName = /^by:?\s+\p{Lu}[\p{L}.'’-]+(?:\s+(?:and\s+|&\s+|\p{Lu}[\p{L}.'’-]*,?\s*))*[^.!?]{0,30}$/iu

export const bindFurniture = (lexicon: FurnitureLexicon, calendar: Calendar): Furniture => {
  const link = opening(lexicon['link-openings'])
  const caption = opening(lexicon['caption-openings'])
  const advert = opening(lexicon['advert-openings'])
  const byline = opening(lexicon['byline-openings'])
  const published = opening(lexicon['published-openings'])
  const marks = lexicon['caption-marks']

  /** A line of a date and little else: "Friday, August 21, 2015", "8 Sep 2021, 14:05 GMT". */
  const isPublicationLine = (line: string): boolean => {
    if (line.length > longest.byline) return false
    const found = calendar.dayIn(line)
    if (found === undefined) return false
    if (published.test(line)) return true
    const rest = line.slice(0, found.start) + line.slice(found.end)
    const words = rest.match(/\p{L}{2,}/gu) ?? []
    return words.every(
      word => calendar.isWeekday(word) || /^(?:[ap]m|[A-Z]{2,4}|at|on|last|updated|published)$/i.test(word),
    )
  }

  const kindOf = (line: string): BlockKind | undefined => {
    if (line.length > longest.pointer) return undefined
    if (isPublicationLine(line)) return 'caption'
    // A line that ends as a sentence does and opens like a pointer may still be text: "See also how Kyiv answered." is not worth reading.
    if (link.test(line)) return 'link'
    if (advert.test(line)) return 'advert'
    if (caption.test(line)) return 'caption'
    if (line.length <= longest.byline && (byline.test(line) || (/^by:?\s/i.test(line) && isByName.test(line))))
      return 'caption'
    const lower = line.toLowerCase()
    return line.length <= longest.mark && marks.some(mark => lower.includes(mark)) ? 'caption' : undefined
  }
  return { kindOf, isPublicationLine }
}
