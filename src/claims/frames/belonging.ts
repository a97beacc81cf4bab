// Who is said to be of a group, so that what is told of the group holds for him: "X joined the ranks of pro-Y countries".
import type { Constructions } from './constructions.js'
import { prepositionOf, type Reading, wordBeforeOf } from './reading.js'
import { agents, isVerbal, nominalSubjects } from './subjects.js'

const gatherings: ReadonlySet<string> = new Set(
  'group camp bloc rank club list chorus front axis league number circle column family fold orbit coalition'.split(' '),
)
const joining: ReadonlySet<string> = new Set('join enter swell belong lead head'.split(' '))
const members: ReadonlySet<string> = new Set(
  'entrant member addition newcomer recruit part one joiner leader convert'.split(' '),
)

/** Of "the group of countries": the word for the gathering; else the noun itself. */
const gatheringOf = (reading: Reading, noun: number): number => {
  const above = wordBeforeOf(reading, noun)
  return above !== null && gatherings.has(above.lemma.toLowerCase()) ? above.index : noun
}

/** Who joins, or is a member of, those whom `noun` names: "joined the pro-Y camp", "a newcomer to the group of pro-Y states", "among them". */
export const belongingTo = (reading: Reading, noun: number, constructions: Constructions): readonly number[] => {
  const group = gatheringOf(reading, noun)
  const { deprel, head } = reading.words[group]!
  if (head < 0) return []
  const above = reading.words[head]!
  if ((deprel === 'obj' || deprel === 'obl') && isVerbal(above) && joining.has(above.lemma))
    return agents(reading, head, constructions)
  if (deprel !== 'nmod' || !members.has(above.lemma.toLowerCase())) return []
  const said = nominalSubjects(reading, head, constructions, 0).filter(word => word !== group && word !== noun)
  if (said.length > 0) return said
  const shown = above.deprel === 'obl' && prepositionOf(reading, head) === 'as' && above.head >= 0
  return shown && isVerbal(reading.words[above.head]!) ? agents(reading, above.head, constructions) : []
}
