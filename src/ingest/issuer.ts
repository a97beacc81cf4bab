// A publisher's name in, the actor whose own notice this is out; a news outlet issues none.
import type { ActorEntry } from '../knowledge/actor-schema.js'
import type { IssuerLexicon } from '../knowledge/ingest-schema.js'

/** The actor id of the publisher; null for one that is no government or body. */
export type IssuerOf = (publisher: string) => string | null

const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘]/g, "'")
    .replace(/^the\s+/i, '')
    .replace(/[\s.]+/g, ' ')
    .trim()
    .toLowerCase()

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Names of states have at most this many words. */
const longestName = 6

/** The state that the name holds, the longest name first. */
const namedState = (name: string, states: ReadonlyMap<string, string>): string | null => {
  const words = name.split(/[^\p{L}\p{N}'&-]+/u)
  for (let length = longestName; length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const state = states.get(words.slice(at, at + length).join(' '))
      if (state !== undefined) return state
    }
  }
  return null
}

export const bindIssuers = (lexicon: IssuerLexicon, actors: readonly ActorEntry[]): IssuerOf => {
  const exact = new Map<string, string>()
  for (const { id, kind, names, abbreviations } of actors) {
    if (kind === 'igo') for (const name of [...names, ...abbreviations]) exact.set(folded(name), id)
  }
  for (const [id, names] of Object.entries(lexicon.publishers)) for (const name of names) exact.set(folded(name), id)
  const states = new Map(
    actors
      .filter(({ kind }) => kind === 'state')
      .flatMap(({ id, names, adjectives, abbreviations }) =>
        [...names, ...adjectives, ...abbreviations].map(name => [folded(name), id] as const),
      ),
  )
  const organs = lexicon.organs.map(organ => new RegExp(`\\b${escaped(folded(organ))}\\b`))
  return publisher => {
    const name = folded(publisher)
    const known = exact.get(name)
    if (known !== undefined) return known
    if (!organs.some(organ => organ.test(name))) return null
    return namedState(name, states)
  }
}
