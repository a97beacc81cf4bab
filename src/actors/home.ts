// Where a document is at home: the state whose issuer or publisher it comes from, so that "the foreign ministry" there needs no owner.
// Agencies that write for the world are at home nowhere.
import type { ActorEntry } from '../knowledge/actor-schema.js'
import type { Document } from '../text/types.js'
import type { ActorIndex } from './actor-index.js'
import { fold, piecesOf } from './fold.js'
import { namesOf } from './lessons.js'
import { findHits } from './name-hits.js'

const stateIn = (entry: ActorEntry | undefined): string | null =>
  entry === undefined ? null : entry.kind === 'state' ? entry.id : entry.country

const squashed = (name: string): string => fold(name).replace(/[^a-z0-9]/g, '')

/** Shorter names of states stand in too many other words. */
const tellingLength = 4

const address = /^[^\s/]+\.[a-z]{2,}(\.[a-z]{2})?$/i

/** "koreaherald.com" is the Korea Herald, whatever its blanks; "tehranchronicle.com" is from Tehran. */
const byAddress = (publisher: string, actors: ActorIndex): ActorEntry | undefined => {
  if (!address.test(publisher)) return undefined
  const label = squashed(publisher.replace(/^(www|english|en)\./i, '').split('.')[0]!)
  const entries = [...actors.entries.values()]
  const begins = (name: string): boolean => name.length >= tellingLength && label.startsWith(squashed(name))
  return (
    entries.find(
      ({ kind, names }) => kind === 'media' && names.some(name => squashed(name).replace(/newspaper$/, '') === label),
    ) ??
    entries.find(
      ({ kind, names, seats, adjectives }) => kind === 'state' && [...names, ...seats, ...adjectives].some(begins),
    )
  )
}

/** alpha-3 of the state; null where unknown. */
export const homeOf = (document: Document, actors: ActorIndex): string | null => {
  if (document.issuer !== null) return stateIn(actors.entries.get(document.issuer))
  if (document.publisher === null) return null
  const forms = document.publisher.split(/[\s(),]+/).filter(form => form !== '')
  const senses = findHits(piecesOf(forms, forms.map(fold)), actors, namesOf([], new Set())).names.flatMap(hit =>
    hit.senses.flatMap(sense => (sense.of === 'entry' ? [sense] : [])),
  )
  const named = senses.find(({ entry, via }) => entry.kind === 'state' && via === 'name')?.entry
  if (named !== undefined) return named.id
  const outlet = senses.find(({ entry }) => entry.kind === 'media')?.entry
  if (outlet !== undefined) return actors.lexicon.worldwide.has(outlet.id) ? null : stateIn(outlet)
  return stateIn(senses.find(({ entry }) => entry.kind === 'state')?.entry ?? byAddress(forms[0] ?? '', actors))
}
