// A state's own people in another state: "its people in Afghanistan", said of Tajikistan, are the Tajiks there.
import { landBehind, type ReadAt } from './attachments.js'
import type { Owner } from './chain.js'
import type { NounHit } from './name-hits.js'
import { type Referent, referentOf } from './referents.js'
import type { Scene } from './scene.js'

const wordsOf = (names: readonly string[]): readonly string[] => names.flatMap(name => name.toLowerCase().split(' '))

/** The people who live where the phrase headed by `head` says and are called after the state that owns them; undefined for none on record. */
export const kinAbroad = (
  scene: Scene,
  { referents }: Owner,
  { noun }: NounHit,
  head: number,
  read: ReadAt,
): Referent | undefined => {
  const [owner] = referents
  if (noun.class !== 'people' || owner?.kind !== 'state' || referents.length > 1) return undefined
  const land = landBehind(scene, head, read)
  const state = scene.actors.entries.get(owner.id)
  if (land === undefined || land === owner.id || state === undefined) return undefined
  const demonyms = new Set(wordsOf(state.people ?? []))
  for (const entry of scene.actors.entries.values()) {
    if (entry.kind !== 'people' || entry.country !== land) continue
    const isCalled = wordsOf(entry.people ?? []).some(word => demonyms.has(word))
    if (isCalled) return referentOf(scene.actors, entry, 'name', entry.name)
  }
  return undefined
}
