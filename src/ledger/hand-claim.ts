// A position entered by hand made into a claim, so that it counts, is shown and is exported like any other; its rule and coder say that a
// person entered it.
import { createHash } from 'node:crypto'
import type { Actor } from '../actors/types.js'
import type { Claim, Grain, Position, Quote } from '../claims/types.js'

export interface HandEntry {
  readonly position: Position
  readonly holder: Pick<Actor, 'id' | 'name' | 'kind' | 'country'>
  readonly target: Pick<Actor, 'id' | 'name' | 'kind' | 'country'>
  /** ISO date of any grain; null where unknown. */
  readonly date: string | null
  readonly modality: Claim['modality']
  /** On whose word; null for the text's, or the analyst's, own. */
  readonly voice: Pick<Actor, 'id' | 'name' | 'kind' | 'country'> | null
  /** The words; an empty quotation where there is no text. */
  readonly quote: Quote
  readonly who: string
  /** What tells two entries with equal content apart: the document, or the source's title and address. */
  readonly source: string
}

export const emptyQuote: Quote = { start: 0, end: 0, exact: '', prefix: '', suffix: '' }
export const handRule = 'entered by hand'

const grains: readonly (Grain | undefined)[] = [undefined, 'year', 'month', 'day']
const grainOf = (date: string): Grain => (date.endsWith('X') ? 'decade' : (grains[date.split('-').length] ?? 'day'))

const actorOf = (given: HandEntry['holder']): Actor => ({ ...given, surface: given.name, sectors: [], agent: null })

/** The claim; the same entry gives the same id. */
export const handClaim = (entry: HandEntry): Claim => {
  const { position, date, modality, voice, quote, who, source } = entry
  const key = JSON.stringify(['hand', position, date, modality, voice?.id ?? null, quote.exact, quote.start, source])
  return {
    id: createHash('sha256').update(key).digest('hex').slice(0, 16),
    kind: 'event',
    actors: [actorOf(entry.holder)],
    recipients: [actorOf(entry.target)],
    event: null,
    relation: null,
    figure: null,
    polarity: 'affirmed',
    modality,
    attribution: [{ speaker: voice === null ? 'author' : actorOf(voice), form: 'said', cue: null }],
    hearsay: false,
    opinion: false,
    date: {
      value: date,
      grain: date === null ? null : grainOf(date),
      words: null,
      basis: date === null ? 'unknown' : 'text',
    },
    positions: [position],
    quote,
    quotes: { trigger: quote, actor: [], recipient: [], cue: [], date: [], polarity: [], modality: [] },
    confidence: 1,
    rule: handRule,
    coder: `hand: ${who}`,
  }
}
