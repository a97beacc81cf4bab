// Who stands for whom in a position: nationals for their state, persons for it only where the text speaks of it, no venue, no counted member, no
// helper for a party; and the partner of what is done together. Each text states all of the first list and none of the second.
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

const positionsIn = async (text: string, publishedOn: string): Promise<readonly string[]> => {
  const { claims } = await codeDocument(documentOf({ name: 'parties', text, publishedOn }), demarche)
  return claims.flatMap(({ positions }) =>
    positions.map(({ holder, target, dimension, direction }) => `${holder} ${target} ${dimension}${direction}`),
  )
}

/** Family → text, what it states, what it must not state, its day. */
const families: Readonly<
  Record<string, readonly (readonly [string, readonly string[], readonly string[], string?])[]>
> = {
  'nationals stand for their state in what states do': [
    ['The Canadians have suspended arms sales to Sudan.', ['CAN SDN material-'], ['can-people SDN material-']],
    ['Iran accused the Turks of meddling in Iraq.', ['IRN TUR endorsement-'], ['IRN tur-people endorsement-']],
    ['Poland signed a gas contract with the Danes.', ['POL DNK engagement+'], ['POL dnk-people engagement+']],
    ['The Norwegians, who border Russia, met the Finnish premier.', ['NOR FIN engagement+'], []],
  ],
  'nationals are a people in what people do and suffer': [
    ['The Iranians protested against the government of Iran.', ['irn-people IRN endorsement-'], []],
    [
      'Talks between the Israelis and the Palestinians go on.',
      ['pse-people isr-people engagement+'],
      ['pse-people ISR engagement+'],
    ],
  ],
  'a surname is nobody where the text does not speak of his state': [
    ['Mr. Stevens, a trader from Ohio, praised Canada.', [], ['SLE CAN endorsement+']],
    ['Russia is glad. Mr. Lavrov praised Canada.', ['RUS CAN endorsement+'], [], '2008-05-05'],
  ],
  'an unknown speaker goes by the name alone': [
    [
      'Even Ms Bhatto, a teacher, said that India was a menace.',
      ['bhatto IND endorsement-'],
      ['even-ms-bhatto IND endorsement-'],
    ],
  ],
  'whoever was in an office is not the state': [
    [
      'Israeli opposition leader Isaac Herzog praised Turkey.',
      ['isr-opposition TUR endorsement+'],
      ['ISR TUR endorsement+'],
      '2016-06-27',
    ],
  ],
  'a place of meeting is no party': [
    [
      'A Geneva agreement of 1966 between Venezuela and Britain was praised.',
      ['VEN GBR engagement+'],
      ['CHE GBR engagement+'],
    ],
    ['Colombia signed the Oslo accords with Peru.', ['COL PER engagement+'], ['NOR PER engagement+']],
  ],
  'members that are counted are not the body': [
    ['Three members of the European Union established relations with Skopje.', [], ['eu MKD engagement+']],
  ],
  'ties are cut with the other, not among those who cut them': [
    [
      'Bahrain and Egypt cut diplomatic ties with Qatar.',
      ['BHR QAT engagement-', 'EGY QAT engagement-'],
      ['BHR EGY engagement+'],
    ],
    [
      'Chad and Libya broke off relations in 1982.',
      ['TCD LBY engagement-', 'LBY TCD engagement-'],
      ['TCD LBY engagement+'],
    ],
  ],
  'helpers of talks take no part in them': [
    [
      'Talks between Sudan and Chad mediated by Oman and Qatar failed.',
      ['OMN SDN engagement0'],
      ['OMN QAT engagement+'],
    ],
    ['Mexico offered to host talks between Guyana and Venezuela.', ['MEX GUY engagement0'], ['MEX GUY engagement+']],
  ],
  'what is done to somebody blames whoever does it': [
    ['Turkey said that the treatment of Qatar was inhumane.', [], ['TUR QAT endorsement-']],
  ],
  'a participle tells of the nearest alone': [
    ['Ukrainian troops and separatists backed by Russia fought there.', [], ['RUS UKR endorsement+']],
  ],
  'names of bodies are no common nouns': [
    ['Guatemala informed the United Nations that its claim stood.', ['GTM un engagement+'], []],
    ['Lithuania thanked the United States.', ['LTU USA endorsement+'], []],
  ],
  'what is not meant is not said': [
    ['The opening of the office does not mean that Lithuania recognises Taiwan.', [], ['LTU TWN recognition+']],
    ['China will not join any sanctions against Iran.', [], ['CHN IRN material-']],
  ],
}

describe.each(Object.entries(families))('%s', (_, rows) => {
  for (const [text, states, not, publishedOn = '2024-06-14'] of rows)
    it(text, async () => {
      const found = await positionsIn(text, publishedOn)
      for (const one of states) expect(found).toContain(one)
      for (const one of not) expect(found).not.toContain(one)
    })
})
