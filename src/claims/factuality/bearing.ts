// How a host that the lexicon does not name bears on the clause below it: infinitives, gerunds and clauses of time, by their form alone.
import { baseOf, dependents, type Reading } from '../frames/reading.js'
import type { Clause, Firing } from './clause.js'
import { type Embedding, markersOf } from './embedding.js'
import type { FactualityLexicon } from './lexicon.js'
import { tenseOf } from './tense.js'

/**
 * What becomes of the clause: `free` of its host; it `shares` all that bears on the host; `meant` and nothing more, alone or with what
 * bears on the host; `coming` with the host; `told` by it; `missed`: it is too much of something to be done.
 */
export type Bearing = 'free' | 'shares' | 'meant' | 'meant and shares' | 'coming' | 'told' | 'missed'

const speakers = new Set(['i', 'we', 'me', 'us'])

const performs = (reading: Reading, infinitive: number, lexicon: FactualityLexicon): boolean =>
  lexicon.performing.has(reading.words[infinitive]!.lemma.toLowerCase())

const serves = (reading: Reading, infinitive: number, lexicon: FactualityLexicon): boolean =>
  performs(reading, infinitive, lexicon) || lexicon.serving.has(reading.words[infinitive]!.lemma.toLowerCase())

/** "I would like to thank", "let me congratulate": the polite speaker does it by saying so. */
export const isCourtesy = (reading: Reading, infinitive: number, host: number, lexicon: FactualityLexicon): boolean =>
  performs(reading, infinitive, lexicon) &&
  lexicon.courtesies.has(reading.words[host]!.lemma.toLowerCase()) &&
  [...dependents(reading, host, 'nsubj', 'obj', 'iobj'), ...dependents(reading, infinitive, 'nsubj')].some(child =>
    speakers.has(reading.words[child]!.form.toLowerCase()),
  )

/** "the first state to recognise", "became the only one to": the infinitive tells what was done. */
const isSingled = (reading: Reading, infinitive: number, host: number, lexicon: FactualityLexicon): boolean =>
  [host, ...reading.children[host]!].some(
    noun =>
      noun < infinitive &&
      reading.children[noun]!.some(
        child => child < noun && lexicon.singling.has(reading.words[child]!.form.toLowerCase()),
      ),
  )

/** "too weak to attack". */
const isTooMuch = (reading: Reading, host: number): boolean =>
  dependents(reading, host, 'advmod').some(child => reading.words[child]!.form.toLowerCase() === 'too')

const timing = new Set(['before', 'after', 'when', 'once', 'while', 'until', 'as'])

/** "will visit Chad when talks resume", "before sending troops": in a future clause what is dated by it is to come too. */
const isComing = (reading: Reading, start: number, { modal }: Clause): boolean =>
  modal?.effect === 'plan' &&
  tenseOf(reading, start) !== 'past' &&
  dependents(reading, start, 'mark', 'case', 'advmod').some(child =>
    timing.has(reading.words[child]!.form.toLowerCase()),
  )

/** How the host of `embedding`, a word without an entry, bears on the verb or adjective `start`. */
export const bearingOf = (
  reading: Reading,
  start: number,
  { host, frames }: Embedding,
  clause: Clause,
  isNegated: boolean,
  lexicon: FactualityLexicon,
): Bearing => {
  const base = baseOf(reading.words[start]!.deprel)
  const infinitive = frames.includes('to') && markersOf(reading, start).includes('to')
  if (infinitive && isSingled(reading, start, host, lexicon)) return 'free'
  if (infinitive && isTooMuch(reading, host)) return 'missed'
  switch (base) {
    case 'advcl':
    case 'acl':
      if (infinitive) return serves(reading, start, lexicon) ? 'shares' : 'meant'
      if (base === 'advcl' && frames[0] === 'by') return 'shares'
      return base === 'advcl' && isComing(reading, start, clause) ? 'coming' : 'free'
    case 'ccomp':
    case 'csubj':
      return 'told'
    case 'xcomp':
      return infinitive && !isNegated ? 'meant and shares' : 'shares'
    default:
      return 'shares'
  }
}

/** The firing of an infinitive that nothing else decides: meant, and no more. */
export const purpose = (word: number): Firing => ({
  entry: 'planning/infinitive of purpose',
  words: [word],
  effect: 'plan',
  negated: false,
})
