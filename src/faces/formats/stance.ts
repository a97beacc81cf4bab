// A stance of the ledger in, a sentence out, in the same words as a claim's: "Tajikistan does not recognise the Taliban".
import type { Dimension, Direction } from '../../claims/types.js'
import { naming } from './naming.js'
import { stancePhrases } from './wording.js'

/** What a sentence needs of a stance. */
export interface ToldStance {
  readonly holder: string
  readonly holderName: string
  readonly target: string
  readonly targetName: string
  readonly dimension: Dimension
  readonly direction: Direction | null
  readonly status: 'current' | 'unconfirmed' | 'denied' | 'undated' | 'beside'
  readonly disputed: boolean
  readonly beside: readonly { readonly direction: Direction; readonly modality: string }[]
}

const stateId = /^[A-Z]{3}$/
/** The ledger knows ids and names; of what is no state only the form of its name tells the article. */
const named = (id: string, name: string) => naming({ name, kind: stateId.test(id) ? 'state' : 'armed-group' })
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** Words that a reader must see beside the sentence: not confirmed since, sources disagree … */
export const stanceCautions = ({ status, disputed, beside, direction }: ToldStance): readonly string[] => [
  ...(status === 'unconfirmed' ? ['not confirmed since'] : []),
  ...(status === 'denied' ? ['alleged, denied'] : []),
  ...(status === 'undated' ? ['undated'] : []),
  ...(status === 'beside'
    ? [direction === null && beside[0] ? `${beside[0].modality}, not actual` : 'not actual']
    : []),
  ...(disputed ? ['sources disagree'] : []),
]

/** The direction that a stance shows: its own, else that of what stands beside it. */
export const shownDirection = ({ direction, beside }: Pick<ToldStance, 'direction' | 'beside'>): Direction | null =>
  direction ?? beside[0]?.direction ?? null

/** Without a stop; with its cautions in brackets. */
export const stanceSentence = (stance: ToldStance): string => {
  const holder = named(stance.holder, stance.holderName)
  const target = named(stance.target, stance.targetName)
  const direction = shownDirection(stance)
  const cautions = stanceCautions(stance)
  const note = cautions.length === 0 ? '' : ` (${cautions.join('; ')})`
  if (direction === null) return `${capital(holder.text)} and ${target.text}: ${stance.dimension}${note}`
  const phrase = stancePhrases[`${stance.dimension}${direction}`]
  return `${capital(holder.text)} ${holder.plural ? phrase.plural : phrase.singular} ${target.text}${note}`
}
