// The ledger's own actors: they extend the product's, and one with a known id stands in its place.
import type { ActorEntry } from '../../knowledge/actor-schema.js'
import { readIfThere } from '../../store/files.js'
import { pathsOf } from '../../store/layout.js'
import { readOverrides } from './overrides.js'

/** The entries of the ledger's actors.yml; none where there is no such file. @throws UsageError with file and line. */
export const ownActors = async (folder: string): Promise<readonly ActorEntry[]> => {
  const file = pathsOf(folder).actors
  return (await readIfThere(file)) === undefined ? [] : readOverrides(file)
}
