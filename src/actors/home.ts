// Where a document is at home: the state whose issuer or publisher it comes from, so that "the foreign ministry" there needs no owner.
// Agencies that write for the world are at home nowhere.
import type { ActorEntry } from '../knowledge/actor-schema.js'
import type { Document } from '../text/types.js'
import type { ActorIndex } from './actor-index.js'
import { fold, piecesOf } from './fold.js'
import { namesOf } from './lessons.js'
import { findHits, type NameHit } from './name-hits.js'

const entriesIn = ({ senses }: NameHit): readonly ActorEntry[] =>
  senses.flatMap(sense => (sense.of === 'entry' ? [sense.entry] : []))

const stateIn = (entry: ActorEntry | undefined): string | null =>
  entry === undefined ? null : entry.kind === 'state' ? entry.id : entry.country

/** "koreaherald.com" is the Korea Herald, whatever its blanks. */
const byAddress = (address: string, actors: ActorIndex): ActorEntry | undefined => {
  const label = fold(address.replace(/^(www|english|en)\./i, '').split('.')[0]!)
  return [...actors.entries.values()].find(
    ({ kind, names }) => kind === 'media' && names.some(name => fold(name).replace(/[^a-z0-9]/g, '') === label),
  )
}

/** alpha-3 of the state; null where unknown. */
export const homeOf = (document: Document, actors: ActorIndex): string | null => {
  if (document.issuer !== null) return stateIn(actors.entries.get(document.issuer))
  if (document.publisher === null) return null
  const forms = document.publisher.split(/[\s(),]+/).filter(form => form !== '')
  const entries = findHits(piecesOf(forms, forms.map(fold)), actors, namesOf([], new Set())).names.flatMap(entriesIn)
  const outlet = entries.find(({ kind }) => kind === 'media') ?? byAddress(forms[0] ?? '', actors)
  if (outlet !== undefined) return actors.lexicon.worldwide.has(outlet.id) ? null : stateIn(outlet)
  return stateIn(entries.find(({ kind }) => kind === 'state'))
}
