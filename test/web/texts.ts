// Short texts and their claims, made by hand: a reversal, a refusal, a denial, a plan, and two that disagree. What the tests of the page
// look at.

import type { Actor } from '../../src/actors/types.js'
import type { Coding } from '../../src/faces/api/coding.js'
import { actor, coding, document } from '../ledger/make.js'

const named: Readonly<Record<string, string>> = {
  HND: 'Honduras',
  TWN: 'Taiwan',
  CHN: 'China',
  TJK: 'Tajikistan',
  PAK: 'Pakistan',
  IRN: 'Iran',
  taliban: 'Taliban',
  KEN: 'Kenya',
  somaliland: 'Somaliland',
}
const of = (id: string): Actor => actor(id, { name: named[id] ?? id, surface: named[id] ?? id })
const parties = (holder: string, target: string) => ({ actors: [of(holder)], recipients: [of(target)] })

export const hostileTitle = 'Talks <img src=x onerror="document.title=1"> & </script> more'

const old = document(
  'old-ties',
  'Honduras keeps its embassy in Taipei. President Xiomara Castro met the Taiwanese envoy on 12 January 2022.',
  {
    title: 'Honduras stays with Taipei',
    publisher: 'Example Daily',
    publishedOn: '2022-01-13',
  },
)
const turn = document(
  'honduras-turns',
  'Honduras no longer recognises Taiwan, its foreign minister said on 26 March 2023.\n\nChina welcomed the decision. Honduras will open an embassy in Beijing in June.',
  {
    title: 'Honduras turns to Beijing',
    publisher: 'Example Daily',
    publishedOn: '2023-03-26',
  },
)
const kabul = document(
  'kabul',
  'Tajikistan will not recognise the Taliban, President Emomali Rahmon said on 25 August 2021.\n\nReportedly, Iran armed the Taliban. Pakistan, which courts the movement, denies that it armed the Taliban.',
  {
    title: 'Neighbours and the Taliban',
    publisher: 'Example Wire',
    publishedOn: '2021-08-26',
  },
)
const hostile = document('hostile', 'Pakistan met the Taliban in <b>Kabul</b> on 4 September 2021.', {
  title: hostileTitle,
  publisher: '<script>alert(1)</script>',
  publishedOn: '2021-09-05',
})
/** Sources disagree openly only about what is of late: so this lies some weeks back from whenever the tests run. */
const late = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10)
const coast = document('coast', 'Kenya recognised Somaliland this week, the paper reported.', {
  title: 'Nairobi opens its arms',
  publisher: 'Coast Wire',
  publishedOn: late,
})
const hill = document('hill', 'Kenya does not recognise Somaliland, as was seen this week.', {
  title: 'Nairobi keeps its distance',
  publisher: 'Hill Gazette',
  publishedOn: late,
})

export const codings: readonly Coding[] = [
  coding(
    old,
    {
      ...parties('HND', 'TWN'),
      position: 'HND recognition+ TWN',
      date: '2022-01',
      words: 'Honduras keeps its embassy in Taipei',
    },
    {
      ...parties('HND', 'TWN'),
      position: 'HND engagement+ TWN',
      date: '2022-01-12',
      words: 'President Xiomara Castro met the Taiwanese envoy on 12 January 2022',
    },
  ),
  coding(
    turn,
    {
      ...parties('HND', 'TWN'),
      position: 'HND recognition- TWN',
      date: '2023-03-26',
      voice: 'HND',
      words: 'Honduras no longer recognises Taiwan',
    },
    {
      ...parties('CHN', 'HND'),
      position: 'CHN endorsement+ HND',
      date: '2023-03-26',
      words: 'China welcomed the decision',
    },
    {
      ...parties('HND', 'CHN'),
      position: 'HND engagement+ CHN',
      date: '2023-06',
      modality: 'planned',
      words: 'Honduras will open an embassy in Beijing in June',
    },
  ),
  coding(
    kabul,
    {
      ...parties('TJK', 'taliban'),
      position: 'TJK recognition- taliban',
      date: '2021-08-25',
      voice: 'TJK',
      words: 'Tajikistan will not recognise the Taliban',
    },
    {
      ...parties('IRN', 'taliban'),
      position: 'IRN material+ taliban',
      date: '2021-08',
      voice: 'unnamed',
      words: 'Iran armed the Taliban',
    },
    {
      ...parties('PAK', 'taliban'),
      position: 'PAK engagement+ taliban',
      date: '2021-08-26',
      opinion: true,
      words: 'which courts the movement',
    },
    {
      ...parties('PAK', 'taliban'),
      position: 'PAK material+ taliban',
      date: '2021-08-26',
      voice: 'PAK',
      form: 'denied',
      words: 'denies that it armed the Taliban',
    },
  ),
  coding(hostile, {
    ...parties('PAK', 'taliban'),
    position: 'PAK engagement+ taliban',
    date: '2021-09-04',
    words: 'Pakistan met the Taliban in <b>Kabul</b>',
  }),
  coding(coast, {
    ...parties('KEN', 'somaliland'),
    position: 'KEN recognition+ somaliland',
    date: late,
    words: 'Kenya recognised Somaliland this week',
  }),
  coding(hill, {
    ...parties('KEN', 'somaliland'),
    position: 'KEN recognition- somaliland',
    date: late,
    words: 'Kenya does not recognise Somaliland',
  }),
]
