// A small ledger for the tests of the faces: six dispatches of our own about the Taliban, 2013 to 2025, coded by hand.
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Desk } from '../../src/faces/questions/question.js'
import { actorEntry } from '../../src/knowledge/actor-schema.js'
import { addDocuments } from '../../src/store/add.js'
import { initLedger, openLedger } from '../../src/store/ledger.js'
import { inferences, lastingActs } from '../ledger/kinds.js'
import { type ClaimWords, coding, document } from '../ledger/make.js'

export const now = Date.UTC(2026, 0, 15)

const actors = [
  { id: 'taliban', name: 'Taliban', kind: 'armed-group', country: 'AFG', names: ['Taliban', 'the Taliban'] },
  { id: 'AFG', name: 'Afghanistan', kind: 'state', country: 'AFG', names: ['Afghanistan'], cow: '700' },
  { id: 'TJK', name: 'Tajikistan', kind: 'state', country: 'TJK', names: ['Tajikistan'], cow: '702' },
  { id: 'RUS', name: 'Russia', kind: 'state', country: 'RUS', names: ['Russia'], cow: '365' },
  { id: 'QAT', name: 'Qatar', kind: 'state', country: 'QAT', names: ['Qatar'], cow: '694' },
  { id: 'PAK', name: 'Pakistan', kind: 'state', country: 'PAK', names: ['Pakistan'], cow: '770' },
  {
    id: 'northern-alliance',
    name: 'Northern Alliance',
    kind: 'armed-group',
    country: 'AFG',
    names: ['Northern Alliance'],
  },
  { id: 'coast-wire', name: 'Coast Wire', kind: 'media', names: ['Coast Wire'] },
].map(actor => actorEntry.parse(actor))

export const knowledge: Desk['knowledge'] = {
  actors,
  officeHolders: [
    {
      actor: 'TJK',
      person: 'Emomali Rahmon',
      aliases: [],
      office: 'president',
      from: '1994-11-16',
      to: null,
      knownUntil: '2026-01-01',
      source: 'test',
    },
  ],
  governing: [{ state: 'AFG', by: 'taliban', from: '2021-08-15', to: null }],
  lastingActs,
  inferences,
}

const dispatch = (
  name: string,
  publishedOn: string,
  publisher: string,
  sentences: readonly (readonly [string, ClaimWords])[],
) => {
  const text = sentences.map(([words]) => words).join('\n\n')
  const over = { publishedOn, publisher, title: `Dispatch ${name}`, url: `https://news.example/${name}` }
  return coding(document(name, text, over), ...sentences.map(([words, claim]) => ({ ...claim, words })))
}

const copied =
  'Tajikistan will not recognise a government of the Taliban that leaves other peoples out, its president said in Dushanbe.'

export const dispatches = [
  dispatch('doha-2013', '2013-06-18', 'Coast Wire', [
    [
      'Qatar let the Taliban open an office in Doha on 18 June 2013.',
      { position: 'QAT engagement+ taliban', date: '2013-06-18' },
    ],
    [
      'Pakistan had recognised the Taliban on 25 May 1997.',
      { position: 'PAK recognition+ taliban', date: '1997-05-25' },
    ],
  ]),
  dispatch('dushanbe-2021', '2021-09-08', 'Coast Wire', [
    [copied, { position: 'TJK recognition- taliban', date: '2021-09-07', voice: 'TJK' }],
    [
      'Pakistan said in 2001 that it recognised the Taliban no longer.',
      { position: 'PAK recognition- taliban', date: '2001-11-22', voice: 'PAK' },
    ],
  ]),
  dispatch('reprint-2021', '2021-09-09', 'Hill Gazette', [
    [copied, { position: 'TJK recognition- taliban', date: '2021-09-07', voice: 'TJK' }],
  ]),
  dispatch('border-2022', '2022-03-04', 'Hill Gazette', [
    [
      'Tajikistan has armed the Northern Alliance, a Taliban spokesman said.',
      { position: 'TJK material+ northern-alliance', date: '2022-03-03', voice: 'taliban' },
    ],
    [
      'Tajikistan denied that it had armed the Northern Alliance.',
      { position: 'TJK material+ northern-alliance', date: '2022-03-04', voice: 'TJK', form: 'denied' },
    ],
    [
      'The Northern Alliance attacked the Taliban in Panjshir.',
      { position: 'northern-alliance force- taliban', date: '2022-03-01' },
    ],
  ]),
  dispatch('moscow-2024', '2024-05-28', 'Coast Wire', [
    [
      'Russia may recognise the Taliban, its foreign minister said.',
      { position: 'RUS recognition+ taliban', date: '2024-05-28', voice: 'RUS', modality: 'possible' },
    ],
  ]),
  dispatch('moscow-2025', '2025-07-04', 'Coast Wire', [
    [
      'Russia recognised the Taliban government on 3 July 2025.',
      { position: 'RUS recognition+ taliban', rung: 'recognised de jure', date: '2025-07-03' },
    ],
    ['=Moscow, once wary, sent arms to the Taliban.', { position: 'RUS material+ taliban', date: '2025-07-02' }],
  ]),
]

/** A desk over a new ledger with the dispatches in it. */
export const openDesk = async (): Promise<Desk & { readonly folder: string }> => {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-'))
  await initLedger(folder, now)
  const ledger = await openLedger(folder)
  await addDocuments(ledger, dispatches, knowledge, now)
  return { ledger, knowledge, now, folder }
}
