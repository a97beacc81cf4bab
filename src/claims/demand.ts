// Calls (codebook rule 5): who calls is the holder. A call on others for or against Z is endorsement of Z, + or −; what the one called
// on would do is not yet done and gives no position of its own.
import type { Mention } from '../actors/types.js'
import { argumentsOf, categoryOf } from './frames/arguments.js'
import type { Reading } from './frames/reading.js'
import type { PositionTerm } from './outcome.js'
import type { RuleBook } from './rules/book.js'
import { fillersOf } from './rules/parties.js'

/** Who demands: the subject of the first demanding word that has one ("urged", "call for"); empty for bare modals ("must"). */
export const callersOf = (reading: Reading, demandingWords: readonly number[], book: RuleBook): readonly Mention[] => {
  for (const word of demandingWords) {
    const category = categoryOf(reading.words[word]!)
    if (category === null) continue
    const roles = argumentsOf(reading, word, category, book.constructions)
    const found = fillersOf(
      reading,
      roles,
      ['subject', 'possessor', 'by', 'from', 'modifier'],
      () => true,
      book.constructions,
    )
    if (found.length > 0) return found.flatMap(filler => filler.mentions)
  }
  return []
}

/** The positions of a call: the caller toward whom the called-for act would help or hurt. */
export const calledFor = (terms: readonly PositionTerm[]): readonly PositionTerm[] =>
  terms.map(term => ({ ...term, dimension: 'endorsement', holder: 'who' }))
