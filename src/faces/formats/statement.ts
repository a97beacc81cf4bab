// A claim in, what a person reads out: a sentence, the voice behind it, its day and how sure it is. Tables and pages lay it out.
// Law: a statement says no more than its claim; what is not actual, not affirmed or not vouched for is named as such.
import type { Actor } from '../../actors/types.js'
import type { Claim, ClaimDate, Direction, VoiceLink } from '../../claims/types.js'
import { enumerate, naming } from './naming.js'
import {
  appealPhrase,
  demandPhrases,
  eventPhrases,
  modalityWords,
  monthNames,
  nearerPhrases,
  type Phrase,
  relationPhrases,
  stancePhrases,
  voiceWords,
} from './wording.js'

export interface Statement {
  /** The claim in one sentence without a stop: "Tajikistan does not recognise the Taliban". */
  readonly sentence: string
  readonly who: string
  /** "…" where nobody is named at the other end; empty for a figure, which has no other end. */
  readonly whom: string
  /** What the doer does, with its modality and polarity: "will not recognise". */
  readonly deed: string
  /** One entry a distinct dimension and direction, such as `recognition -`. */
  readonly stances: readonly { readonly dimension: string; readonly direction: Direction }[]
  /** The direction that all positions share; undefined where they differ or there are none. */
  readonly direction: Direction | undefined
  readonly actual: boolean
  /** True where both ends stand so toward each other. */
  readonly mutual: boolean
  /** Words a reader must see beside the sentence: planned, negated, hearsay, opinion … */
  readonly cautions: readonly string[]
  readonly voice: string
  readonly when: string
  /** Whole percent. */
  readonly sure: string
}

const nobody = '…'

const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)]

const parties = (actors: readonly Actor[]) => {
  const names = [...new Map(actors.map(actor => [actor.id, naming(actor)])).values()]
  return { text: enumerate(names.map(name => name.text)), plural: names.length > 1 || names[0]?.plural === true }
}

const phraseOf = (claim: Claim): Phrase => {
  const { event, relation, figure, positions, modality } = claim
  if (relation !== null) {
    const bare = relation.name.replaceAll('-', ' ')
    return relationPhrases[relation.name] ?? { singular: bare, plural: bare, base: bare, negated: false }
  }
  if (figure !== null) {
    const about = figure.approximation === 'exact' ? '' : `${figure.approximation} `
    const value = `${about}${figure.value} ${figure.unit}${figure.of === null ? '' : ` of ${figure.of}`}`
    return { singular: `has ${value}`, plural: `have ${value}`, base: `have ${value}`, negated: false }
  }
  const [first] = positions
  if (first === undefined) return event?.type ? eventPhrases[event.type] : appealPhrase
  const stance = `${first.dimension}${first.direction}` as const
  if (modality === 'demanded' && first.dimension === 'endorsement' && event?.type !== 'REQUEST')
    return demandPhrases[first.direction]
  return nearerPhrases[`${stance} ${event?.type}`] ?? stancePhrases[stance]
}

/** The holder of a demand states it now, so its verb is finite although what is demanded is not actual. */
const isHeldNow = ({ modality, positions, event }: Claim): boolean =>
  modality === 'actual' ||
  (modality === 'demanded' &&
    (positions[0]?.dimension === 'endorsement' || (positions.length === 0 && event?.type === 'REQUEST')))

/** Parties that stand in both roles act upon each other: "Kosovo and Serbia". */
const areOneAnother = ({ actors, recipients }: Claim): boolean => {
  const ids = new Set(actors.map(actor => actor.id))
  return ids.size > 1 && recipients.length > 0 && recipients.every(actor => ids.has(actor.id))
}

const whomOf = (claim: Claim): string => {
  if (claim.kind === 'figure') return ''
  return areOneAnother(claim) ? 'each other' : parties(claim.recipients).text || nobody
}

const deedOf = (claim: Claim, plural: boolean): string => {
  const phrase = phraseOf(claim)
  const negated = claim.polarity === 'negated'
  if (!isHeldNow(claim)) {
    const words = modalityWords[claim.modality as keyof typeof modalityWords]
    return `${phrase.negated || negated ? words.no : words.yes} ${phrase.base}`
  }
  if (negated && !phrase.negated) {
    if (phrase.base.startsWith('be ')) return `${plural ? 'are' : 'is'} not ${phrase.base.slice(3)}`
    return `${plural ? 'do' : 'does'} not ${phrase.base}`
  }
  return plural ? phrase.plural : phrase.singular
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** "prime minister" before a name: "Prime Minister". */
const asTitle = (office: string): string =>
  office
    .split(' ')
    .map(word => (['of', 'for', 'the', 'and', 'to', 'in'].includes(word) ? word : capital(word)))
    .join(' ')

/** "President Emomali Rahmon", "Pakistan's foreign ministry", "the Taliban". */
const speakerName = (speaker: VoiceLink['speaker']): string => {
  if (speaker === 'author') return 'the text'
  if (speaker === 'unnamed') return 'an unnamed source'
  const { name, office } = speaker.agent ?? { name: null, office: null }
  const own = naming(speaker).text
  const ownedBy = (part: string): string => `${own}${own.endsWith('s') ? '’' : '’s'} ${part}`
  if (name === null) return office === null ? own : ownedBy(office)
  // An organ is named by a common noun, a person never.
  if (/^\p{Ll}/u.test(name)) return ownedBy(name.replace(/^(?:its|his|her|their|the) /, ''))
  return office === null ? name : `${asTitle(office)} ${name}`
}

/** "said by President Emomali Rahmon, as told by the Times"; the text's own voice is "the text itself". */
export const voiceOf = (attribution: readonly VoiceLink[]): string => {
  const links = attribution.filter(link => link.speaker !== 'author')
  const inner = links.at(-1)
  if (inner === undefined) return 'the text itself'
  const outer = links.slice(0, -1).reverse()
  const chain = outer.map(link => `, as ${voiceWords[link.form]} ${speakerName(link.speaker)}`).join('')
  return `${voiceWords[inner.form]} ${speakerName(inner.speaker)}${chain}`
}

/** "8 Sept 2021", "Sept 2021", "2021", "the 1990s", "undated"; a day taken from the document says so. */
export const dateOf = ({ value, basis }: Pick<ClaimDate, 'value' | 'basis'>): string => {
  if (value === null) return 'undated'
  const [year = '', month, day] = value.split('-')
  const name = month === undefined ? undefined : monthNames[Number(month) - 1]
  const plain = year.endsWith('X')
    ? `the ${year.slice(0, 3)}0s`
    : [day === undefined ? undefined : String(Number(day)), name, year].filter(part => part !== undefined).join(' ')
  return basis === 'document' ? `by ${plain}` : plain
}

const cautionsOf = ({ modality, polarity, hearsay, opinion, attribution }: Claim): readonly string[] => [
  ...(modality === 'actual' ? [] : [modality]),
  ...(polarity === 'negated' ? ['negated'] : []),
  ...(attribution.at(-1)?.form === 'denied' ? ['denied'] : []),
  ...(hearsay ? ['hearsay'] : []),
  ...(opinion ? ['opinion'] : []),
]

export const stateClaim = (claim: Claim): Statement => {
  const doers = parties(claim.actors)
  const who = capital(doers.text || nobody)
  const whom = whomOf(claim)
  const deed = deedOf(claim, doers.plural)
  const directions = distinct(claim.positions.map(position => position.direction))
  const kinds = new Map(
    claim.positions.map(({ dimension, direction }) => [dimension + direction, { dimension, direction }]),
  )
  return {
    sentence: `${who} ${deed} ${whom}`.trimEnd(),
    who,
    whom,
    deed,
    stances: [...kinds.values()],
    direction: directions.length === 1 ? directions[0] : undefined,
    actual: claim.modality === 'actual',
    mutual: claim.positions.some(one =>
      claim.positions.some(other => other.holder === one.target && other.target === one.holder),
    ),
    cautions: cautionsOf(claim),
    voice: voiceOf(claim.attribution),
    when: dateOf(claim.date),
    sure: `${Math.round(claim.confidence * 100)}%`,
  }
}
