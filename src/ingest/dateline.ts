// An article's first blocks in, the day that it says it came out: "KABUL, Sept. 8, 2021 (AP) —", "Published: 8 September 2021".
import type { Block } from '../text/types.js'
import type { Calendar } from './calendar.js'
import type { Furniture } from './furniture.js'

/** A dateline stands in the first blocks and at the head of its paragraph. */
const reach = { blocks: 6, head: 90 }

/** Before the day a place in capitals or a title; after it a dash or a colon, at most a few words away. */
const isBeforeDay = /^[\p{Lu}][\p{L}\p{M}.'’()/ -]{1,60}?[\s,:(–—-]*$/u
const isAfterDay = /^[^.!?]{0,40}?(?:[—–―:]|--|\s-|\)-)/u

/** ISO day; null where no dateline names one. */
export const datelineOf = (
  text: string,
  blocks: readonly Block[],
  calendar: Calendar,
  furniture: Furniture,
): string | null => {
  for (const { start, end, kind } of blocks.slice(0, reach.blocks)) {
    if (kind === 'post' || kind === 'link' || kind === 'advert') continue
    const words = text.slice(start, Math.min(end, start + 2 * reach.head))
    if (furniture.isPublicationLine(text.slice(start, end))) return calendar.dayIn(words)!.day
    const found = calendar.dayIn(words)
    if (found === undefined || found.start > reach.head) continue
    const before = words.slice(0, found.start)
    if ((before === '' || isBeforeDay.test(before)) && isAfterDay.test(words.slice(found.end))) return found.day
  }
  return null
}
