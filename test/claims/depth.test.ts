// How firmly a deed is said: promised, threatened, refused, denied, ended, called for, conditional, hedged, negated from afar. Every
// construction is read with several pairs of actors, so that no name carries it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeDocument, type Demarche, openDemarche } from '../../src/demarche.js'
import { documentOf } from '../../src/ingest/document.js'
import { loadKnowledge } from '../../src/knowledge/load.js'
import { loadParser } from '../../src/syntax/load.js'

let demarche: Demarche
beforeAll(async () => {
  demarche = openDemarche(loadKnowledge(), await loadParser({ tier: 'accurate' }))
})
afterAll(() => demarche.parser.close())

interface Country {
  readonly id: string
  readonly name: string
  readonly adjective: string
}

const country = (id: string, name: string, adjective: string): Country => ({ id, name, adjective })

const pairs: readonly (readonly [a: Country, b: Country])[] = [
  [country('KEN', 'Kenya', 'Kenyan'), country('SOM', 'Somalia', 'Somali')],
  [country('CHL', 'Chile', 'Chilean'), country('BOL', 'Bolivia', 'Bolivian')],
  [country('DZA', 'Algeria', 'Algerian'), country('MAR', 'Morocco', 'Moroccan')],
  [country('VNM', 'Vietnam', 'Vietnamese'), country('LAO', 'Laos', 'Lao')],
]

/** `A` and `B` stand for the names, `A's` for the possessive, `A-ish` for the adjective. */
const fill = (template: string, [a, b]: (typeof pairs)[number]): string =>
  template
    .replace(/\bA-ish\b/g, a.adjective)
    .replace(/\bB-ish\b/g, b.adjective)
    .replace(/\bA\b/g, a.name)
    .replace(/\bB\b/g, b.name)

const ids = (told: string, [a, b]: (typeof pairs)[number]): string =>
  told.replace(/\bA\b/g, a.id).replace(/\bB\b/g, b.id)

/** "KEN SOM material+ planned", with "denied", "hearsay" and "by SOM" where they hold. */
const positionsIn = async (text: string): Promise<readonly string[]> => {
  const { claims } = await codeDocument(documentOf({ name: 'depth', text, publishedOn: '2024-06-14' }), demarche)
  return claims.flatMap(({ positions, modality, attribution, hearsay }) =>
    positions.map(({ holder, target, dimension, direction }) => {
      const denied = attribution.at(-1)?.form === 'denied' ? ' denied' : ''
      return `${holder} ${target} ${dimension}${direction} ${modality}${denied}${hearsay ? ' hearsay' : ''}`
    }),
  )
}

/** Family → sentence → what it states; with "not " what it must not state. */
const families: Readonly<Record<string, readonly (readonly [template: string, ...told: string[]])[]>> = {
  'promises, offers and agreements to act are planned': [
    ['A promised to send aid to B.', 'A B material+ planned'],
    ['A pledged to support B.', 'A B endorsement+ planned'],
    ['A has vowed to help B.', 'A B material+ planned'],
    ['A offered to mediate between Sudan and B.', 'A B engagement0 planned'],
    ['A offered aid to B.', 'A B material+ planned'],
    ['A agreed to provide loans to B.', 'A B material+ planned'],
    ['A agreed to hold talks with B.', 'A B engagement+ planned'],
    ['A is ready to recognise B.', 'A B recognition+ planned'],
    ['A plans to open an embassy in B.', 'A B engagement+ planned'],
    ['A will resume aid to B in May.', 'A B material+ planned'],
    ['A intends to restore ties with B.', 'A B engagement+ planned'],
  ],
  'threats are hostile now and planned in what they threaten': [
    ['A threatened to attack B.', 'A B endorsement- actual', 'A B force- planned'],
    ['A threatened to impose sanctions on B.', 'A B endorsement- actual', 'A B material- planned'],
    ['A has threatened B with missile strikes.', 'A B endorsement- actual'],
  ],
  'what is expected and scheduled is planned': [
    ['The president of A is expected to meet the president of B.', 'A B engagement+ planned'],
    ['A is due to hold talks with B next month.', 'A B engagement+ planned'],
    ['The A-ish president will visit B on Friday.', 'A B engagement+ planned'],
    ['The president of A is scheduled to visit B.', 'A B engagement+ planned'],
  ],
  'what goes on and what one is bound to is actual': [
    ['A continues to support B.', 'A B endorsement+ actual'],
    ['A still recognises B.', 'A B recognition+ actual'],
    ['A remains committed to supporting B.', 'A B endorsement+ actual'],
    ['A is working to help B.', 'A B material+ actual'],
    ['A will continue to support B.', 'A B endorsement+ planned'],
  ],
  'refusals are held now': [
    ['A refused to recognise B.', 'A B recognition- actual'],
    ['A refuses to support B.', 'A B endorsement- actual'],
    ['A will never recognise B.', 'A B recognition- actual'],
    ['A declined to recognise B.', 'A B recognition- actual'],
    ['A has no intention of recognising B.', 'A B recognition- actual'],
    ['A ruled out recognising B.', 'A B recognition- actual'],
    ["A's refusal to recognise B angered Peru.", 'A B recognition- actual'],
  ],
  'denials leave the deed on the denier’s word': [
    ['A denied arming B.', 'A B material+ actual denied'],
    ['A denied that it had attacked B.', 'A B force- actual denied'],
    ['A rejected reports that it had attacked B.', 'A B force- actual denied'],
    ['A dismissed claims that it supports B.', 'A B endorsement+ actual denied'],
    ['Reports that A attacked B are false.', 'not A B force- actual'],
    ['It is not true that A attacked B.', 'not A B force- actual'],
  ],
  'what is ended turns round': [
    ['A lifted sanctions on B.', 'A B material+ actual'],
    ['A eased most of the sanctions on B.', 'A B material+ actual'],
    ['Sanctions on B were lifted by A.', 'A B material+ actual'],
    ['A suspended aid to B.', 'A B material- actual'],
    ['A no longer supports B.', 'A B endorsement- actual'],
    ['A no longer recognises B.', 'A B recognition- actual'],
    ['A broke off diplomatic relations with B.', 'A B engagement- actual'],
    ['Diplomatic relations between A and B were broken off.', 'A B engagement- actual', 'B A engagement- actual'],
    ['Diplomatic relations between A and B were severed.', 'A B engagement- actual', 'B A engagement- actual'],
    ['Ties between A and B have been broken.', 'A B engagement- actual', 'not A B engagement+ actual'],
    ['Relations between A and B are frozen.', 'A B engagement- actual'],
    ['The rupture of relations between A and B angered Peru.', 'A B engagement- actual'],
    ['The suspension of A-ish aid to B angered Peru.', 'A B material- actual'],
    ['A closed its embassy in B.', 'A B engagement- actual'],
    ['A will lift sanctions on B.', 'A B material+ planned'],
  ],
  'calls on the target and on third parties': [
    ['A urged B to stop the war.', 'A B endorsement- demanded'],
    ['A demanded that B withdraw its troops.', 'A B endorsement- demanded'],
    ['A called on Peru to help B.', 'A B endorsement+ demanded'],
    ['A urged Peru to recognise B.', 'A B endorsement+ demanded'],
    ['A called for sanctions on B.', 'A B endorsement- demanded'],
    ['A urged Peru not to recognise B.', 'A B endorsement- demanded'],
  ],
  'conditions keep the direction': [
    ['A will recognise B if it frees the prisoners.', 'A B recognition+ conditional'],
    ['If B attacks Peru, A will attack B.', 'A B force- conditional'],
    ['A would recognise B in return for a promise.', 'A B recognition+ conditional'],
    ['A will not recognise B unless it frees the prisoners.', 'A B recognition- actual'],
    ['A signed a treaty with B in return for a promise.', 'A B engagement+ actual'],
  ],
  'questions state nothing': [
    ['Will A recognise B?', 'not A B recognition+ planned'],
    ['Has A attacked B?', 'not A B force- actual'],
    ['Peru asked whether A had attacked B.', 'not A B force- actual'],
  ],
  'hearsay and reported speech': [
    ['A reportedly attacked B.', 'A B force- actual hearsay'],
    ['A is said to have attacked B.', 'A B force- actual hearsay'],
    ['There were reports that A attacked B.', 'A B force- actual hearsay'],
    ['A was accused of attacking B.', 'A B force- actual hearsay'],
    ['The president of Peru said that A had attacked B.', 'A B force- actual'],
  ],
  'negation at any distance': [
    ['Neither A nor Peru has recognised B.', 'A B recognition- actual'],
    ['A has neither recognised B nor met its leaders.', 'A B recognition- actual'],
    ['A is far from recognising B.', 'A B recognition- actual'],
    ['A has yet to recognise B.', 'A B recognition- actual'],
    ['A has still not recognised B.', 'A B recognition- actual'],
    ['A hardly recognises B.', 'A B recognition- actual'],
    ['A failed to recognise B.', 'A B recognition- actual'],
    ['A did not attack B.', 'not A B force- actual'],
    ['A has never attacked B.', 'not A B force- actual'],
    ['A left without attacking B.', 'not A B force- actual'],
    ['A did not refuse to meet B.', 'not A B engagement- actual'],
  ],
  'modals and hedges': [
    ['A may recognise B.', 'A B recognition+ possible'],
    ['A might attack B.', 'A B force- possible'],
    ['A is considering recognising B.', 'A B recognition+ possible'],
    ['Many expect A to attack B.', 'A B force- predicted'],
    ['A could help B.', 'A B material+ possible'],
  ],
  'implicatives and what is taken for granted': [
    ['A managed to attack B.', 'A B force- actual'],
    ['A was forced to recognise B.', 'A B recognition+ actual'],
    ['A had to recognise B.', 'A B recognition+ actual'],
    ['A decided to recognise B.', 'A B recognition+ actual'],
    ['A regretted attacking B.', 'A B force- actual'],
    ['A tried to attack B.', 'A B force- planned'],
    ['A pretended to support B.', 'not A B endorsement+ actual'],
    ['A would have attacked B if Peru had agreed.', 'not A B force- actual'],
  ],
}

describe.each(Object.entries(families))('%s', (_, rows) => {
  it.each(rows)('%s', async (template, ...told) => {
    for (const pair of pairs) {
      const sentence = fill(template, pair)
      const found = await positionsIn(sentence)
      for (const one of told) {
        const stated = expect(found, sentence)
        if (one.startsWith('not ')) stated.not.toContain(ids(one.slice(4), pair))
        else stated.toContain(ids(one, pair))
      }
    }
  })
})
