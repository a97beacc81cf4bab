// Positions in words, for tables that people read, and back: "recognises the Taliban" is recognition + toward the Taliban.
import type { Dimension, Direction } from '../../claims/types.js'
import type { BesidePosition } from '../../ledger/stances.js'

/** The words of each dimension and direction before the target's name. */
export const positionPhrases: Readonly<Record<Dimension, Readonly<Record<Direction, string>>>> = {
  recognition: { '+': 'recognises', '-': 'does not recognise', '0': 'leaves open recognition of' },
  endorsement: { '+': 'backs', '-': 'opposes', '0': 'is neutral toward' },
  engagement: { '+': 'deals with', '-': 'refuses to deal with', '0': 'mediates toward' },
  material: { '+': 'aids', '-': 'sanctions', '0': 'neither aids nor sanctions' },
  force: { '+': 'fights alongside', '-': 'uses force against', '0': 'stays out of force toward' },
}

/** "recognises Taliban"; without a direction what is shown beside: "planned: recognises Taliban". */
export const positionWords = (
  dimension: Dimension,
  direction: Direction | null,
  target: string,
  beside: readonly Pick<BesidePosition, 'modality' | 'direction'>[] = [],
): string => {
  if (direction !== null) return `${positionPhrases[dimension][direction]} ${target}`
  const [first] = beside
  return first === undefined
    ? `alleged and denied: ${dimension} toward ${target}`
    : `${first.modality}: ${positionPhrases[dimension][first.direction]} ${target}`
}

export interface ParsedPosition {
  readonly dimension: Dimension
  /** Null for what was alleged and denied. */
  readonly direction: Direction | null
  readonly target: string
  readonly modality: string | undefined
}

const deniedWords = new RegExp(`^alleged and denied: (${Object.keys(positionPhrases).join('|')}) toward (.+)$`)

/** The position that such words tell; undefined for other words. */
export const parsePositionWords = (words: string): ParsedPosition | undefined => {
  const [, modality, rest] =
    /^(?:(actual|planned|conditional|possible|demanded|predicted): )?(.+)$/.exec(words.trim()) ?? []
  if (rest === undefined) return undefined
  const [, denied, of] = deniedWords.exec(rest) ?? []
  if (denied !== undefined && of !== undefined)
    return { dimension: denied as Dimension, direction: null, target: of, modality: undefined }
  const phrases = Object.entries(positionPhrases).flatMap(([dimension, byDirection]) =>
    Object.entries(byDirection).map(([direction, phrase]) => ({ dimension, direction, phrase })),
  )
  for (const { dimension, direction, phrase } of phrases.sort(
    (one, other) => other.phrase.length - one.phrase.length,
  )) {
    if (rest.toLowerCase().startsWith(`${phrase} `))
      return {
        dimension: dimension as Dimension,
        direction: direction as Direction,
        target: rest.slice(phrase.length + 1).trim(),
        modality,
      }
  }
  return undefined
}
