// An actor in, its name as a sentence needs it out: with its article, and whether a plural verb follows.
import type { Actor } from '../../actors/types.js'

/** A name ready to stand in a sentence. */
export interface Naming {
  readonly text: string
  readonly plural: boolean
}

const statesWithArticle =
  /^(United |Netherlands|Philippines|Maldives|Bahamas|Gambia|Comoros|Seychelles|Holy See)|\b(Republic|Islands|Kingdom|Emirates|Federation)\b/
const bodies =
  /\b(Union|Nations|Army|Armies|Front|Forces?|Council|League|Organi[sz]ation|Party|Movement|Alliance|Community|Court|Bank|Fund|Agency|Committee|Commission|Parliament|Assembly|Government|Office|Bloc|Group|Brotherhood|Brigades?|State|Region|Congress|Federation|Treaty)\b/
const pluralKinds: readonly Actor['kind'][] = ['armed-group', 'people', 'party']

/** "the Taliban" (plural), "Tajikistan", "the United States", "the Houthis" (plural), "Hamas". */
export const naming = ({ name, kind }: Pick<Actor, 'name' | 'kind'>): Naming => {
  const plural = pluralKinds.includes(kind) && /(?<!Hama|s)s$|\b(people|Taliban)$/i.test(name)
  const article =
    !/^the /i.test(name) &&
    (plural || (kind === 'state' ? statesWithArticle.test(name) : kind !== 'person' && bodies.test(name)))
  return { text: article ? `the ${name}` : name, plural }
}

/** "China", "China and Russia", "China, Russia and Iran". */
export const enumerate = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
