// On what a position rests, read off its claim's voices: the holder's own word, a deed told as fact, a named other's word, hearsay,
// opinion or a denial (codebook section 4).
import type { Claim, Position } from '../claims/types.js'
import type { Basis } from './vocabulary.js'

/**
 * The basis of one position of a claim.
 * @param issuer whose own notice the document is: there the author and the issuer are one voice; null for a news text.
 */
export const basisOf = (
  claim: Pick<Claim, 'attribution' | 'hearsay' | 'opinion'>,
  position: Pick<Position, 'holder'>,
  issuer: string | null,
): Basis => {
  const voice = claim.attribution.at(-1)
  if (voice?.form === 'denied') return 'denied'
  const speaker = voice === undefined || voice.speaker === 'author' ? (issuer ?? 'author') : voice.speaker
  const speakerId = typeof speaker === 'string' ? speaker : speaker.id
  if (speakerId === position.holder) return 'declared'
  if (claim.hearsay || speakerId === 'unnamed') return 'hearsay'
  if (claim.opinion) return 'opinion'
  return speakerId === 'author' ? 'acted' : 'attributed'
}
