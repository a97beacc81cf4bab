// What a text leaves to its context: the event that "the attack" takes up, the partner of "recalled its envoy", those whom "they" means,
// those who did likewise. Each with a text in which nothing may be supplied.
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

const positionsIn = async (text: string): Promise<readonly string[]> => {
  const { claims } = await codeDocument(documentOf({ name: 'context', text, publishedOn: '2024-06-14' }), demarche)
  return claims.flatMap(({ positions }) =>
    positions.map(({ holder, target, dimension, direction }) => `${holder} ${target} ${dimension}${direction}`),
  )
}

/** Each text states all of `states` and none of `not`. */
const texts = (cases: readonly { text: string; states?: readonly string[]; not?: readonly string[] }[]) => {
  it.each(cases)('$text', async ({ text, states = [], not = [] }) => {
    const found = await positionsIn(text)
    for (const position of states) expect(found).toContain(position)
    for (const position of not) expect(found).not.toContain(position)
  })
}

describe('whom a document is about', () =>
  texts([
    {
      text: 'Honduras has a new regime. The army of Honduras seized the palace. The president of Honduras fled. Venezuela halted the supply of oil.',
      states: ['VEN HND material-'],
    },
    {
      text: 'Honduras and Peru have new regimes. Honduras voted. Peru voted. Venezuela halted the supply of oil.',
      not: ['VEN HND material-', 'VEN PER material-'],
    },
    {
      text: 'Burundi has closed its airport. Burundi is poor. Relations with Rwanda have soured.',
      states: ['BDI RWA engagement-', 'RWA BDI engagement-'],
    },
    {
      text: 'Norway, Spain and Ireland will recognise Palestine. Palestine is glad. Palestine thanked them. Israel recalled its ambassadors from the three countries.',
      not: ['ISR PSE engagement-'],
    },
    {
      text: 'Sudan accused Chad of a raid. Chad denied it. Sudan buried its dead. Chad closed schools. Egypt is worried. Libya called on the two neighbours to stop fighting.',
      states: ['LBY SDN endorsement-', 'LBY TCD endorsement-'],
      not: ['LBY EGY endorsement-'],
    },
    {
      text: 'Kenya met Tanzania on Friday. Rwanda has offered to mediate.',
      states: ['RWA KEN engagement0', 'RWA TZA engagement0'],
    },
  ]))

describe('an event that a definite noun takes up', () =>
  texts([
    {
      text: "Turkey's incursion began on Monday. France condemned the incursion.",
      states: ['FRA TUR endorsement-'],
    },
    {
      text: "The Security Council condemned North Korea's nuclear test. Japan condemned Friday's test.",
      states: ['JPN PRK endorsement-'],
    },
    {
      text: 'Iran attacked Iraq on Monday. Jordan condemned the attack.',
      states: ['IRN IRQ force-', 'JOR IRN endorsement-'],
    },
    {
      text: 'Ethiopia bombed Sudan at dawn. Egypt denounced the bombing, and Kenya deplored the raid.',
      states: ['EGY ETH endorsement-', 'KEN ETH endorsement-'],
    },
    {
      text: 'Peru recognised Kosovo on Friday. Serbia condemned the decision.',
      states: ['SRB PER endorsement-'],
    },
    {
      text: 'Chile condemns the attacks in the port, for which Hamas has claimed responsibility.',
      states: ['CHL hamas endorsement-'],
    },
    { text: 'Iran attacked Iraq on Monday. Jordan condemned an attack.', not: ['JOR IRN endorsement-'] },
    {
      text: 'Iran attacked Iraq on Monday. Jordan condemned the attack on Kuwait.',
      not: ['JOR IRN endorsement-', 'JOR IRQ endorsement-', 'JOR KWT endorsement-'],
    },
    { text: 'Iran attacked Iraq on Monday. Iran praised the attack.', not: ['IRN IRN endorsement+'] },
  ]))

describe('the other party of what is told', () =>
  texts([
    {
      text: 'Turkey accused Israel of the killings. Ankara recalled its ambassador.',
      states: ['TUR ISR engagement-'],
    },
    {
      text: 'Fiji and China signed a treaty in May. Diplomatic relations were established in June.',
      states: ['FJI CHN engagement+', 'CHN FJI engagement+'],
    },
    {
      text: 'Turkey spoke with Israel, Egypt and Jordan. Ankara recalled its ambassador.',
      not: ['TUR ISR engagement-'],
    },
    { text: 'Turkey helped the Turkish people. Ankara recalled its ambassador.', not: ['TUR tur-people engagement-'] },
  ]))

describe('those who were told to act together', () =>
  texts([
    {
      text: 'The president of Ghana met the president of Togo on Sunday. They condemned the Russian invasion of Ukraine.',
      states: ['GHA RUS endorsement-', 'TGO RUS endorsement-'],
    },
    {
      text: 'The foreign ministers of Laos and Vietnam held talks. The two ministers voiced their support for Cambodia.',
      states: ['LAO KHM endorsement+', 'VNM KHM endorsement+'],
    },
    {
      text: 'The president of Ghana met the president of Togo. The leaders of Mali condemned Niger.',
      states: ['MLI NER endorsement-'],
      not: ['GHA NER endorsement-', 'TGO NER endorsement-'],
    },
  ]))

describe('those who did likewise', () =>
  texts([
    {
      text: 'The United States condemned Belarus, as did Canada.',
      states: ['USA BLR endorsement-', 'CAN BLR endorsement-'],
    },
    {
      text: 'Ecuador joined Venezuela in condemning Colombia.',
      states: ['ECU COL endorsement-', 'VEN COL endorsement-'],
    },
    { text: 'Canada sanctioned Belarus, as Poland had expected.', not: ['POL BLR material-'] },
  ]))

describe('a tie that stood and was ended', () =>
  texts([
    {
      text: 'Algeria suspended the friendship treaty with Spain.',
      states: ['DZA ESP engagement-', 'ESP DZA engagement+'],
      not: ['ESP DZA engagement-'],
    },
    {
      text: 'Diplomatic relations between Cuba and Haiti were cut in 1961.',
      states: ['CUB HTI engagement-', 'HTI CUB engagement-'],
    },
  ]))

describe('a state and its own people', () =>
  texts([
    { text: 'Myanmar killed dozens of its own people.', states: ['MMR mmr-people force-'] },
    { text: 'The government of Ghana thanked the people of Ghana.', not: ['GHA gha-people endorsement+'] },
  ]))
