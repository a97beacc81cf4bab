// What the actor files promise: every entry has its form, ids are unique, every member of the United Nations is there, a name belongs to one
// actor unless it is known to be shared, and every office has a possible time.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { fold } from '../../src/actors/fold.js'
import {
  type ActorEntry,
  actorEntry,
  agentNoun,
  officeHolder,
  officeHolderColumns,
} from '../../src/knowledge/actor-schema.js'

const root = join(import.meta.dirname, '../../knowledge')
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')

const files = ['states', 'regions', 'organisations', 'groups', 'peoples', 'media', 'companies'] as const
const entriesOf = (file: string): ActorEntry[] => z.array(actorEntry).parse(parse(textOf(`actors/${file}.yml`)))
const entries = new Map(files.map(file => [file, entriesOf(file)] as const))
const all = [...entries.values()].flat()
const ids = new Set(all.map(entry => entry.id))

const lines = textOf('actors/officeholders.tsv')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
const [header, ...rows] = lines.map(line => line.split('\t'))
const holders = rows.map(cells => officeHolder.parse(Object.fromEntries(header!.map((name, at) => [name, cells[at]]))))

const unitedNations = `
  AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR BFA BDI CPV KHM CMR CAN CAF TCD CHL CHN
  COL COM COG COD CRI CIV HRV CUB CYP CZE DNK DJI DMA DOM ECU EGY SLV GNQ ERI EST SWZ ETH FJI FIN FRA GAB GMB GEO DEU GHA GRC GRD GTM GIN GNB GUY
  HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ KEN KIR PRK KOR KWT KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI MLT
  MHL MRT MUS MEX FSM MDA MCO MNG MNE MAR MOZ MMR NAM NRU NPL NLD NZL NIC NER NGA MKD NOR OMN PAK PLW PAN PNG PRY PER PHL POL PRT QAT ROU RUS RWA
  KNA LCA VCT WSM SMR STP SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM ZAF SSD ESP LKA SDN SUR SWE CHE SYR TJK TZA THA TLS TGO TON TTO TUN TUR TKM TUV
  UGA UKR ARE GBR USA URY UZB VUT VEN VNM YEM ZMB ZWE`
  .trim()
  .split(/\s+/)

/** Names that news gives to two actors; the document decides. */
const knownAmbiguous = new Set([
  'anp',
  'brussels',
  'communist party',
  'congo',
  'congolese',
  'congress',
  'conservative party',
  'conservatives',
  'cpp',
  'democratic party',
  'european',
  'house of commons',
  'jem',
  'labor party',
  'labour',
  'labour party',
  'liberal party',
  'liberals',
  'national party',
  'okinawan',
  'palestinian',
  'pas',
  'ppp',
  'pti',
  'republican party',
  'rsf',
  'socialist party',
  'tpp',
])

const spellingsOf = (entry: ActorEntry): string[] => [
  ...entry.names,
  ...entry.former,
  ...entry.abbreviations,
  ...entry.adjectives,
  ...entry.people,
  ...entry.seats,
  ...entry.organs,
  ...entry.places,
]

/** Key of each spelling → ids of the actors that claim it. */
const ownersBy = (keyOf: (spelling: string) => string): ReadonlyMap<string, ReadonlySet<string>> => {
  const owners = new Map<string, Set<string>>()
  for (const entry of all)
    for (const spelling of spellingsOf(entry)) {
      const key = keyOf(spelling)
      owners.set(key, (owners.get(key) ?? new Set()).add(entry.id))
    }
  return owners
}
const ownersBySpelling = ownersBy(spelling => spelling)

const repeatedIn = (values: readonly string[]): string[] => {
  const seen = new Set<string>()
  return values.filter(value => seen.size === seen.add(value).size)
}

describe('entries', () => {
  it('have unique ids', () => {
    expect(repeatedIn(all.map(entry => entry.id))).toEqual([])
  })

  it('name themselves, unless they are places only', () => {
    expect(
      all.filter(entry => entry.names.length > 0 && !entry.names.includes(entry.name)).map(entry => entry.id),
    ).toEqual([])
    expect(all.filter(entry => entry.names.length === 0).every(entry => entry.places.length > 0)).toBe(true)
  })

  it('hold each spelling once', () => {
    const repeated = all.filter(entry =>
      [entry.names, entry.former, entry.adjectives, entry.people, entry.seats, entry.organs, entry.places].some(
        list => new Set(list).size < list.length,
      ),
    )
    expect(repeated.map(entry => entry.id)).toEqual([])
  })

  it('share no name that is not known to be shared', () => {
    const owners = ownersBy(spelling =>
      spelling
        .split(/[\s-]+/)
        .map(fold)
        .join(' '),
    )
    const shared = [...owners].filter(([, owners]) => owners.size > 1).map(([name]) => name)
    expect(shared.filter(name => !knownAmbiguous.has(name))).toEqual([])
    expect([...knownAmbiguous].filter(name => !shared.includes(name))).toEqual([])
  })

  it('spell abbreviations in upper case, as they are matched', () => {
    const mixed = all.flatMap(entry => entry.abbreviations).filter(name => name !== name.toUpperCase())
    expect(mixed).toEqual([])
  })

  it('point to actors and states that are there', () => {
    const states = new Set(entries.get('states')!.map(entry => entry.id))
    const dependencies = new Set(['HKG', 'MSR', 'NCL', 'PYF'])
    expect(all.filter(entry => entry.country !== null && !states.has(entry.country)).map(entry => entry.id)).toEqual([])
    expect(
      all.filter(entry => entry.speaksFor !== undefined && !ids.has(entry.speaksFor)).map(entry => entry.id),
    ).toEqual([])
    expect(
      all.flatMap(entry => entry.members.filter(member => !states.has(member) && !dependencies.has(member))),
    ).toEqual([])
  })

  it('begin before they end', () => {
    const reversed = all.filter(({ from, to }) => from !== undefined && to !== undefined && from > to)
    expect(reversed.map(entry => entry.id)).toEqual([])
  })
})

describe('states', () => {
  const states = entries.get('states')!
  const known = new Set(states.map(entry => entry.id))

  it('hold every member of the United Nations and the polities beside them', () => {
    expect(unitedNations).toHaveLength(193)
    expect([...unitedNations, 'VAT', 'PSE', 'XKX', 'TWN', 'ESH', 'COK', 'NIU'].filter(id => !known.has(id))).toEqual([])
    expect(new Set(entries.get('organisations')!.find(entry => entry.id === 'un')!.members)).toEqual(
      new Set(unitedNations),
    )
  })

  it('are their own country and have an adjective or people where news has one', () => {
    expect(states.filter(entry => entry.country !== entry.id).map(entry => entry.id)).toEqual([])
    const silent = states.filter(entry => entry.adjectives.length === 0 && entry.people.length === 0)
    expect(silent.map(entry => entry.id)).toEqual(['DMA'])
  })

  it.each([
    ['Burma', 'MMR'],
    ['Ivory Coast', 'CIV'],
    ['Swaziland', 'SWZ'],
    ['Türkiye', 'TUR'],
    ['Holland', 'NLD'],
    ['Britain', 'GBR'],
    ['DPRK', 'PRK'],
    ['Kremlin', 'RUS'],
    ['Elysee Palace', 'FRA'],
    ['Foggy Bottom', 'USA'],
    ['Knesset', 'ISR'],
    ['Emirati', 'ARE'],
    ['Nigerien', 'NER'],
    ['Nigerian', 'NGA'],
  ])('know %s as %s', (spelling, id) => {
    expect([...(ownersBySpelling.get(spelling) ?? [])]).toEqual([id])
  })
})

describe('breadth', () => {
  it('covers what world news names', () => {
    const count = (file: (typeof files)[number], ...kinds: string[]) =>
      entries.get(file)!.filter(entry => kinds.length === 0 || kinds.includes(entry.kind)).length
    expect(count('states')).toBeGreaterThanOrEqual(200)
    expect(count('organisations', 'igo')).toBeGreaterThanOrEqual(150)
    expect(count('organisations', 'ngo')).toBeGreaterThanOrEqual(30)
    expect(count('groups', 'armed-group', 'party')).toBeGreaterThanOrEqual(500)
    expect(count('media')).toBeGreaterThanOrEqual(150)
  })
})

describe('office-holders', () => {
  it('have the columns of the schema, for actors that are there', () => {
    expect(header).toEqual([...officeHolderColumns])
    expect(holders.length).toBeGreaterThanOrEqual(5000)
    expect(holders.filter(row => !ids.has(row.actor)).map(row => row.actor)).toEqual([])
  })

  it('have possible dates', () => {
    const month = (date: string | null) => (date === null || date.length < 7 ? 1 : Number(date.slice(5, 7)))
    const day = (date: string | null) => (date === null || date.length < 10 ? 1 : Number(date.slice(8, 10)))
    const impossible = holders.filter(row =>
      [row.from, row.to, row.knownUntil].some(
        date => month(date) < 1 || month(date) > 12 || day(date) < 1 || day(date) > 31,
      ),
    )
    expect(impossible).toEqual([])
    const reversed = holders.filter(({ from, to }) => {
      if (from === null || to === null) return false
      const grain = Math.min(from.length, to.length)
      return from.slice(0, grain) > to.slice(0, grain)
    })
    expect(reversed).toEqual([])
  })

  it('say until when an open term is known', () => {
    expect(holders.filter(row => row.to !== null && row.knownUntil !== null)).toEqual([])
  })

  it.each([
    ['TJK', 'president', '2021-09-08', 'Emomali Rahmon'],
    ['PAK', 'foreign minister', '2021-09-08', 'Shah Mahmood Qureshi'],
    ['IRN', 'foreign minister', '2022-05-01', 'Hossein Amir-Abdollahian'],
    ['USA', 'secretary of state', '1998-03-01', 'Madeleine Albright'],
    ['taliban', 'foreign minister', '2023-01-01', 'Amir Khan Muttaqi'],
    ['un', 'secretary-general', '2003-02-05', 'Kofi Annan'],
    ['CHN', 'foreign minister', '2023-02-01', 'Qin Gang'],
    ['GBR', 'prime minister', '2022-10-01', 'Liz Truss'],
  ])('%s %s on %s is %s alone', (actor, office, on, person) => {
    const held = holders.filter(
      row => row.actor === actor && row.office === office && (row.from ?? '') <= on && (row.to === null || row.to > on),
    )
    expect(held.map(row => row.person)).toEqual([person])
  })
})

describe('agent nouns', () => {
  const nouns = z.array(agentNoun).parse(parse(textOf('lexicon/en/agent-nouns.yml')))

  it('are unique', () => {
    expect(repeatedIn(nouns.map(({ noun }) => noun))).toEqual([])
    expect(nouns.length).toBeGreaterThanOrEqual(500)
  })

  it('carry the noun of their id where they make one', () => {
    expect(
      nouns.filter(row => (row.class === 'people' || row.class === 'opposition') && row.slug === undefined),
    ).toEqual([])
  })
})
