// A small world for the tests of actors/: a dozen actors of its own, the real word lists, and a notation for hand-made trees.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type ActorIndex, findMentions, indexActors, type Mention } from '../../src/actors/index.js'
import {
  type ActorEntry,
  type AgentNoun,
  actorEntry,
  agentNoun,
  type OfficeHolder,
} from '../../src/knowledge/actor-schema.js'
import {
  ambiguousName,
  antecedentLexicon,
  governing,
  namingLexicon,
  placeLexicon,
  referenceLexicon,
} from '../../src/knowledge/naming-schema.js'
import { parseYaml } from '../../src/knowledge/read.js'
import type { Tree, Upos, Word } from '../../src/syntax/types.js'
import type { Block, Document, Sentence } from '../../src/text/types.js'

const root = fileURLToPath(new URL('../../knowledge/', import.meta.url))
const yaml = (file: string): unknown => parseYaml(file, readFileSync(`${root}${file}`, 'utf8')).value

export const entry = (given: Record<string, unknown>): ActorEntry => actorEntry.parse({ names: [given.name], ...given })

const state = (
  id: string,
  name: string,
  adjective: string,
  capital: string,
  more: Record<string, unknown> = {},
): ActorEntry =>
  entry({
    id,
    name,
    kind: 'state',
    country: id,
    sectors: [],
    adjectives: [adjective],
    people: [adjective, `${adjective}s`],
    seats: [capital],
    ...more,
  })

export const actors: readonly ActorEntry[] = [
  state('TJK', 'Tajikistan', 'Tajik', 'Dushanbe'),
  state('UZB', 'Uzbekistan', 'Uzbek', 'Tashkent'),
  state('AFG', 'Afghanistan', 'Afghan', 'Kabul'),
  state('PAK', 'Pakistan', 'Pakistani', 'Islamabad'),
  state('CHN', 'China', 'Chinese', 'Beijing', { people: ['Chinese'] }),
  state('RUS', 'Russia', 'Russian', 'Moscow', { seats: ['Moscow', 'Kremlin'] }),
  entry({
    id: 'pkk',
    name: 'PKK',
    names: ["Kurdistan Workers' Party"],
    kind: 'armed-group',
    country: 'TUR',
    sectors: [],
  }),
  state('TUR', 'Turkey', 'Turkish', 'Ankara', { people: ['Turk', 'Turks'] }),
  state('OMN', 'Oman', 'Omani', 'Muscat'),
  state('IRN', 'Iran', 'Iranian', 'Tehran'),
  state('SDN', 'Sudan', 'Sudanese', 'Khartoum', { people: ['Sudanese'] }),
  state('SYR', 'Syria', 'Syrian', 'Damascus'),
  state('MMR', 'Myanmar', 'Burmese', 'Naypyidaw', { former: ['Burma'], people: ['Burmese'] }),
  state('FRA', 'France', 'French', 'Paris', { people: ['French'] }),
  state('DEU', 'Germany', 'German', 'Berlin'),
  state('GEO', 'Georgia', 'Georgian', 'Tbilisi'),
  state('JOR', 'Jordan', 'Jordanian', 'Amman'),
  state('TCD', 'Chad', 'Chadian', "N'Djamena"),
  state('KOR', 'South Korea', 'South Korean', 'Seoul', { names: ['South Korea', 'Korea'] }),
  state('PRK', 'North Korea', 'North Korean', 'Pyongyang', { names: ['North Korea', 'Korea'] }),
  state('USA', 'United States', 'American', 'Washington', {
    abbreviations: ['US', 'U.S.', 'USA'],
    organs: ['State Department', 'White House', 'Pentagon'],
  }),
  entry({
    id: 'taliban',
    name: 'Taliban',
    kind: 'armed-group',
    country: 'AFG',
    sectors: ['REB'],
    adjectives: ['Taliban'],
    people: ['Talib', 'Talibs'],
  }),
  entry({ id: 'hamas', name: 'Hamas', kind: 'armed-group', country: 'PSE', sectors: ['REB'] }),
  entry({ id: 'socialists', name: 'Socialist Party', kind: 'party', country: 'OMN', adjectives: ['Socialist'] }),
  entry({ id: 'unity-party-oman', name: 'Unity Party', kind: 'party', country: 'OMN' }),
  entry({ id: 'unity-party-france', name: 'Unity Party', kind: 'party', country: 'FRA' }),
  entry({ id: 'un', name: 'United Nations', kind: 'igo', abbreviations: ['UN'], sectors: ['IGO'] }),
  entry({ id: 'csto', name: 'Collective Security Treaty Organisation', kind: 'igo', sectors: ['IGO'] }),
  entry({
    id: 'kcna',
    name: 'Korean Central News Agency',
    kind: 'media',
    country: 'PRK',
    speaksFor: 'PRK',
    abbreviations: ['KCNA'],
  }),
  entry({ id: 'washington-post', name: 'Washington Post', kind: 'media', country: 'USA', sectors: ['MED'] }),
]

const holder = (
  actor: string,
  person: string,
  aliases: readonly string[],
  office: string,
  from: string,
  to: string | null,
): OfficeHolder => ({
  actor,
  person,
  aliases: [...aliases],
  office,
  from,
  to,
  knownUntil: null,
  source: 'test',
})

const officeHolders: readonly OfficeHolder[] = [
  holder('TJK', 'Emomali Rahmon', ['Rahmon'], 'president', '1992-11-20', null),
  holder('USA', 'George W. Bush', ['George Bush', 'Bush'], 'president', '2001-01-20', '2009-01-20'),
  holder('USA', 'George H. W. Bush', ['George Bush', 'Bush'], 'president', '1989-01-20', '1993-01-20'),
  holder('USA', 'Joe Biden', ['Biden'], 'president', '2021-01-20', '2025-01-20'),
  holder('USA', 'Antony Blinken', ['Blinken'], 'secretary of state', '2021-01-26', '2025-01-20'),
  holder('IRN', 'Parisa Moradi', ['Moradi'], 'opposition leader', '2010-01-01', null),
  holder('SYR', 'Bashar al-Assad', ['Assad', 'al-Assad'], 'president', '2000-07-17', '2024-12-08'),
]

const noun = (word: string, kind: AgentNoun['class'], more: Partial<AgentNoun> = {}): AgentNoun =>
  agentNoun.parse({ noun: word, class: kind, ...more })

const agentNouns: readonly AgentNoun[] = [
  ...[
    'president',
    'minister',
    'foreign minister',
    'spokesman',
    'leader',
    'commander',
    'member',
    'counterpart',
    'official',
    'senator',
    'sen',
    'gen',
    'nominee',
    'ruler',
  ].map(word => noun(word, 'office', { sectors: ['GOV'] })),
  ...['government', 'ministry', 'regime', 'ministry of foreign affairs', 'interim government'].map(word =>
    noun(word, 'organ', { sectors: ['GOV'] }),
  ),
  noun('troops', 'forces', { plural: 'troops', sectors: ['MIL'] }),
  noun('fighter', 'forces', { sectors: ['MIL'] }),
  noun('force', 'forces', { sectors: ['MIL'] }),
  noun('people', 'people', { plural: 'people', slug: 'people', sectors: ['CVL'] }),
  noun('civilian', 'people', { slug: 'people', sectors: ['CVL'] }),
  noun('protester', 'opposition', { slug: 'protesters', sectors: ['OPP'] }),
  noun('militant', 'opposition', { slug: 'militants', sectors: ['UAF'] }),
  noun('rebel', 'opposition', { slug: 'rebels', sectors: ['REB'] }),
  noun('opposition leader', 'opposition', { slug: 'opposition', sectors: ['OPP'] }),
  noun('opposition', 'opposition', { slug: 'opposition', sectors: ['OPP'] }),
  noun('civil society', 'opposition', { slug: 'civil-society', sectors: ['CVL'] }),
  ...['group', 'organisation', 'movement', 'militia', 'front'].map(word => noun(word, 'group')),
  ...['country', 'nation', 'kingdom', 'state', 'neighbour'].map(word => noun(word, 'country')),
]

export const knowledge = {
  actors,
  officeHolders,
  agentNouns,
  governing: governing.array().parse(yaml('actors/governing.yml')),
  ambiguous: ambiguousName.array().parse(yaml('actors/ambiguous.yml')),
  naming: namingLexicon.parse(yaml('lexicon/en/naming.yml')),
  places: placeLexicon.parse(yaml('lexicon/en/places.yml')),
  references: referenceLexicon.parse(yaml('lexicon/en/references.yml')),
  antecedents: antecedentLexicon.parse(yaml('lexicon/en/antecedents.yml')),
}

export { indexActors }

export const index: ActorIndex = indexActors(knowledge)

interface Spelled {
  readonly text: string
  readonly words: readonly Word[]
}

const closing = /^([.,;:!?)\]”’]|['’]s|n't|'s)$/u

/**
 * Reads "form|UPOS|head|relation" words parted by blanks; heads count from 1, 0 is the root. A "~" before a form glues it to the word
 * before. Lemmas are the form in lower case unless a fifth field gives one.
 */
const spell = (notation: string, at: number): Spelled => {
  let text = ''
  let glue = true
  const words = notation
    .trim()
    .split(/\s+/)
    .map((field, number): Word => {
      const [marked, upos, head, deprel, lemma] = field.split('|') as [string, Upos, string, string, string | undefined]
      const tight = marked.startsWith('~')
      const form = tight ? marked.slice(1) : marked
      if (!glue && !tight && !closing.test(form)) text += ' '
      glue = /^[([“]$/u.test(form)
      const start = at + text.length
      text += form
      const plural = (upos === 'NOUN' || upos === 'PROPN') && /s$/.test(form)
      return {
        index: number,
        start,
        end: at + text.length,
        form,
        lemma: lemma ?? form.toLowerCase().replace(/^(.{3,})s$/, upos === 'NOUN' ? '$1' : '$1s'),
        upos,
        feats: plural ? { Number: 'Plur' } : {},
        head: Number(head) - 1,
        deprel,
        score: 1,
      }
    })
  return { text, words }
}

export interface Staged {
  readonly document: Document
  readonly sentences: readonly Sentence[]
  readonly trees: readonly Tree[]
}

/** A document of hand-made trees, one block. */
export const stage = (notations: readonly string[], about: Partial<Document> = {}): Staged => {
  let text = ''
  const trees: Tree[] = []
  const sentences: Sentence[] = []
  for (const notation of notations) {
    if (text !== '') text += ' '
    const start = text.length
    const spelled = spell(notation, start)
    text += spelled.text
    trees.push({ words: spelled.words })
    const tokens = spelled.words.map(({ start: from, end, form }) => ({ start: from, end, form }))
    sentences.push({ start, end: text.length, block: 0, tokens })
  }
  const block: Block = { start: 0, end: text.length, kind: 'paragraph', author: null, date: null }
  const document: Document = {
    id: 'd',
    name: 'd',
    title: null,
    url: null,
    publisher: null,
    issuer: null,
    publishedOn: '2021-09-09',
    language: 'en',
    sha256: '',
    text,
    blocks: [block],
    messages: [],
    ...about,
  }
  return { document, sentences, trees }
}

/** Mentions of a document of hand-made trees. */
export const mentionsOf = (
  notations: readonly string[],
  about: Partial<Document> = {},
  over: ActorIndex = index,
): Mention[] => {
  const { document, sentences, trees } = stage(notations, about)
  return findMentions(document, sentences, trees, over)
}

/** "TJK party president“Tajik President Emomali Rahmon”" in short: id, role and surface of every mention. */
export const brief = (mentions: readonly Mention[]): string[] =>
  mentions.map(({ actor, role }) => `${actor.id} ${role}: ${actor.surface}`)
