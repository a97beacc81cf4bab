// Standing relations that a text tells in passing: who holds which office, who lives where, and those who are one people across a border.
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

const claimsIn = async (text: string) =>
  (await codeDocument(documentOf({ name: 'relations', text, publishedOn: '2021-09-09' }), demarche)).claims

/** "emomali-rahmon holds-office TJK", with "not" before what is denied. */
const relationsIn = async (text: string): Promise<readonly string[]> =>
  (await claimsIn(text)).flatMap(({ relation, actors, recipients, polarity }) =>
    relation === null
      ? []
      : actors.flatMap(({ id }) =>
          recipients.map(other => `${polarity === 'negated' ? 'not ' : ''}${id} ${relation.name} ${other.id}`),
        ),
  )

describe('offices', () => {
  it.each([
    ['Tajik President Emomali Rahmon met Iran’s foreign minister.', ['emomali-rahmon holds-office TJK']],
    ['Former President Burhanuddin Rabbani praised Iran.', ['not burhanuddin-rabbani holds-office AFG']],
    ['Rahmon met Iran’s foreign minister.', []],
    ['The president of Tajikistan met Iran’s foreign minister.', []],
  ])('%s', async (text, wanted) => {
    expect(await relationsIn(text)).toEqual(wanted)
  })

  it('are told once, in the words of the title and the name', async () => {
    const text = 'Tajik President Emomali Rahmon spoke. President Emomali Rahmon met Iran’s foreign minister.'
    const told = (await claimsIn(text)).filter(({ relation }) => relation?.name === 'holds-office')
    expect(told.map(({ quote }) => quote.exact)).toEqual(['Tajik President Emomali Rahmon'])
    expect(told[0]!.attribution).toEqual([{ speaker: 'author', form: 'said', cue: null }])
  })
})

describe('whereabouts', () => {
  it.each([
    ['The Houthis seized the region where most of the Kurds live in Syria.', 'kurds located-in SYR'],
    ['Iran shelled Syria’s northern region, where most of the Kurds live.', 'kurds located-in SYR'],
  ])('%s', async (text, wanted) => {
    expect(await relationsIn(text)).toContain(wanted)
  })
})

it.each([
  ['Serbia supports its people in Kosovo.', 'kosovo-serbs'],
  ['India supports its people in Iran.', undefined],
])('knows a people across the border by the state that owns it: %s', async (text, wanted) => {
  const claims = await claimsIn(text)
  expect(claims.flatMap(({ positions }) => positions).map(({ target }) => target)[0]).toBe(wanted)
})
