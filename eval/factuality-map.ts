// The stated map from how a claim presents a predicate to a number from −3 (did not happen) to +3 (did):
//   actual affirmed +3, actual negated −3, refused −2, brought to an end −1 (it was so and is so no more);
//   predicted +1, possible −0.5, planned, conditional and demanded −1, each a half point lower where it is negated;
//   what a question asks about keeps a third; what a denial holds is turned round; what nobody vouches for is halved.
import type { Factuality } from '../src/claims/factuality/read.js'
import type { Modality } from '../src/claims/types.js'

/** What is not actual leans to "has not happened". */
const leanings: Readonly<Record<Exclude<Modality, 'actual'>, number>> = {
  predicted: 1,
  possible: -0.5,
  planned: -1,
  conditional: -1,
  demanded: -1,
}

export type Presented = Pick<Factuality, 'polarity' | 'modality' | 'refused' | 'ended' | 'question'>

const plainly = ({ polarity, modality, refused, ended }: Presented): number => {
  const negated = polarity === 'negated'
  if (modality !== 'actual') return leanings[modality] - (negated ? 0.5 : 0)
  if (ended) return -1
  if (refused) return -2
  return negated ? -3 : 3
}

/** Where a predicate so presented, in such a voice, stands between −3 and +3. */
export const factualityValue = (
  presented: Presented,
  voice: { readonly hearsay: boolean; readonly denied: boolean },
): number => {
  const asked = plainly(presented) / (presented.question ? 3 : 1)
  const turned = voice.denied ? -asked : asked
  return voice.hearsay ? turned / 2 : turned
}
