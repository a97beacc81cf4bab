// Every example of every rule must hold, every `never` must not: knowledge/rules/en is tested by its own sentences.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Claim } from '../../src/claims/types.js'
import { codeDocument, type Demarche, openDemarche } from '../../src/demarche.js'
import { documentOf } from '../../src/ingest/document.js'
import { loadKnowledge } from '../../src/knowledge/load.js'
import { loadParser } from '../../src/syntax/load.js'

const knowledge = loadKnowledge()
let demarche: Demarche

beforeAll(async () => {
  demarche = openDemarche(knowledge, await loadParser({ tier: 'accurate' }))
})
afterAll(() => demarche.parser.close())

const claimsOf = async (text: string): Promise<readonly Claim[]> =>
  (await codeDocument(documentOf({ name: 'example', text, publishedOn: '2024-06-14' }), demarche)).claims

const list = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value
const ids = (actors: Claim['actors']) => actors.map(actor => actor.id)
const positionsOf = (claim: Claim) =>
  claim.positions.map(({ holder, target, dimension, direction }) => `${holder} ${target} ${dimension}${direction}`)

for (const file of knowledge.rules) {
  describe(file.relation, () => {
    for (const rule of file.rules) {
      const name = `${file.relation}/${rule.name}`
      for (const example of rule.examples) {
        it(`${rule.name}: ${example.text}`, async () => {
          const mine = (await claimsOf(example.text)).filter(claim => claim.rule === name)
          expect(mine, 'the rule fires').not.toHaveLength(0)
          const fits = mine.some(
            claim =>
              list(example.who).every(id => ids(claim.actors).includes(id)) &&
              list(example.whom).every(id => ids(claim.recipients).includes(id)) &&
              (example.positions ?? []).every(position => positionsOf(claim).includes(position)) &&
              (example.modality === undefined || claim.modality === example.modality) &&
              (example.polarity === undefined || claim.polarity === example.polarity) &&
              (example.event === undefined || claim.event?.type === example.event),
          )
          const seen = mine.map(claim => ({
            who: ids(claim.actors),
            whom: ids(claim.recipients),
            positions: positionsOf(claim),
            modality: claim.modality,
            polarity: claim.polarity,
            event: claim.event?.type,
          }))
          expect(fits, JSON.stringify(seen)).toBe(true)
        })
      }
      for (const text of rule.never) {
        it(`${rule.name} never: ${text}`, async () => {
          expect((await claimsOf(text)).filter(claim => claim.rule === name)).toEqual([])
        })
      }
    }
  })
}
