// One sentence's words in, its time expressions out, as word ranges with their shapes. Recognised by the words alone, so that a bad parse
// loses no date.
import type { Word } from '../../syntax/types.js'
import { dayFirst, holiday, iso, monthFirst, weekday, year } from './calendar-dates.js'
import type { DateLexicon } from './lexicon.js'
import { at, type Found, type Line, type Recogniser } from './line.js'
import { besideThat, counted, relative, same, shiftedUnit, vague } from './relative-dates.js'

const recognisers: readonly Recogniser[] = [
  iso,
  holiday,
  weekday,
  dayFirst,
  monthFirst,
  year,
  besideThat,
  shiftedUnit,
  same,
  counted,
  relative,
  vague,
]

/** "since 1997", "beginning in 1997": from when on something holds. */
const withStart = (line: Line, one: Found): Found => {
  if (line.lexicon.openings.has(at(line, one.first - 2))) return { ...one, first: one.first - 2, since: true }
  return at(line, one.first - 1) === 'since' ? { ...one, since: true } : one
}

/** Every time expression of a sentence, in order; of two that overlap the one that says more stays. */
export const recogniseDates = (words: readonly Word[], lexicon: DateLexicon): readonly Found[] => {
  const line: Line = { words, lexicon, forms: words.map(word => word.form.toLowerCase()) }
  const all: Found[] = []
  for (let index = 0; index < words.length; index++) {
    const hit = recognisers.map(recognise => recognise(line, index)).find(one => one !== null)
    if (hit === undefined) continue
    const last = all.at(-1)
    if (last !== undefined && hit.first <= last.last) {
      if (hit.last - hit.first > last.last - last.first) all[all.length - 1] = hit
      continue
    }
    all.push(hit)
  }
  return all.map(one => withStart(line, one))
}
