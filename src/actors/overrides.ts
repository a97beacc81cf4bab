// The analyst's own actors over the built-in ones. An entry with a known id adds names to that actor (and may set its scalars); any
// other entry is a new actor. What contradicts itself is refused with the entry and the remedy.
import type { ActorEntry } from '../knowledge/actor-schema.js'

export class OverrideError extends Error {
  readonly code = 'actors-override'
  constructor(
    readonly entry: string,
    reason: string,
  ) {
    super(`actors-override: entry "${entry}": ${reason}`)
  }
}

const lists = [
  'names',
  'former',
  'abbreviations',
  'adjectives',
  'people',
  'seats',
  'organs',
  'places',
  'members',
  'sectors',
] as const

const joined = (known: ActorEntry, added: ActorEntry): ActorEntry => {
  if (known.kind !== added.kind)
    throw new OverrideError(
      added.id,
      `is a ${known.kind} and cannot become a ${added.kind}; keep the kind, or give the new actor an id of its own`,
    )
  const merged = Object.fromEntries(
    lists.map(field => [field, [...new Set<string>([...known[field], ...added[field]])]]),
  ) as Pick<ActorEntry, (typeof lists)[number]>
  return { ...known, ...added, ...merged, country: added.country ?? known.country }
}

/**
 * @throws OverrideError for an id given twice, a changed kind, or a `speaksFor` that names nobody.
 */
export const mergeOverrides = (
  known: readonly ActorEntry[],
  overrides: readonly ActorEntry[],
): readonly ActorEntry[] => {
  if (overrides.length === 0) return known
  const byId = new Map(known.map(entry => [entry.id, entry]))
  const seen = new Set<string>()
  for (const entry of overrides) {
    if (seen.has(entry.id)) throw new OverrideError(entry.id, 'stands twice; join the two entries into one')
    seen.add(entry.id)
    const before = byId.get(entry.id)
    byId.set(
      entry.id,
      before === undefined ? { ...entry, names: [...new Set([entry.name, ...entry.names])] } : joined(before, entry),
    )
  }
  for (const entry of overrides)
    if (entry.speaksFor !== undefined && !byId.has(entry.speaksFor))
      throw new OverrideError(
        entry.id,
        `speaks for "${entry.speaksFor}", which is no actor's id; add that actor or mend the id`,
      )
  return [...byId.values()]
}
