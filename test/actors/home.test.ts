import { describe, expect, it } from 'vitest'
import { homeOf } from '../../src/actors/home.js'
import { entry, indexActors, knowledge, stage } from './stage.js'

const outlets = indexActors(knowledge, [
  entry({ id: 'tehran-chronicle', name: 'Tehran Chronicle', kind: 'media', country: 'IRN', sectors: ['MED'] }),
  entry({ id: 'reuters', name: 'Reuters', kind: 'media', country: 'DEU', sectors: ['MED'] }),
])
const homeWith = (about: { publisher?: string; issuer?: string }): string | null =>
  homeOf(stage(['Rain|NOUN|2|nsubj fell|VERB|0|root'], about).document, outlets)

describe('where a document is at home', () => {
  it.each([
    ['an outlet that is known', { publisher: 'Tehran Chronicle' }, 'IRN'],
    ['its address', { publisher: 'www.tehranchronicle.com' }, 'IRN'],
    ['an address that begins with a seat or a state', { publisher: 'muscatnews.net' }, 'OMN'],
    ['a name that names a state', { publisher: 'The Daily Star (Oman)' }, 'OMN'],
    ['a name that names a seat', { publisher: 'The Khartoum Mirror' }, 'SDN'],
    ['its issuer, whoever published it', { publisher: 'Tehran Chronicle', issuer: 'USA' }, 'USA'],
    ['nothing that is known', { publisher: 'The Mirror' }, null],
    ['an agency that writes for the world', { publisher: 'Reuters' }, null],
  ])('is told by %s', (_, about, state) => {
    expect(homeWith(about)).toBe(state)
  })
})
