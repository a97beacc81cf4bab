// What the ledger has learnt, and when: changes between what was known then and now, superseded and withdrawn documents as of a day, near-copies
// of other documents, contradictions that a person has settled.
import { rm } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { QuestionName } from '../../src/faces/questions/heads.js'
import { questions } from '../../src/faces/questions/index.js'
import type { Desk } from '../../src/faces/questions/question.js'
import { addDocuments } from '../../src/store/add.js'
import { closeLedger } from '../../src/store/ledger.js'
import { coding, document } from '../ledger/make.js'
import { knowledge, now, openDesk } from './ledger-desk.js'

// A busy machine takes its time; nothing here waits for anything.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const dayLong = 86_400_000
let desk: Desk & { readonly folder: string }
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(async () => {
  closeLedger(desk.ledger)
  await rm(desk.folder, { recursive: true, force: true })
})

/** Asks `days` after the ledger was made. */
const askLater = async <Name extends QuestionName>(days: number, name: Name, input: object) => {
  const question = questions[name] as unknown as {
    input: { parse(value: unknown): unknown }
    output: { parse(value: unknown): unknown }
    answer: (desk: Desk, input: unknown) => Promise<unknown>
  }
  const answer = await question.answer({ ...desk, now: now + days * dayLong }, question.input.parse(input))
  expect(question.output.parse(answer)).toEqual(answer)
  return answer as Awaited<ReturnType<(typeof questions)[Name]['answer']>>
}
const ask = <Name extends QuestionName>(name: Name, input: object) => askLater(0, name, input)
const claimOf = async (cell: string) => (await ask('why', { about: cell })).evidence[0]!.claim
const dayOf = (days: number) => new Date(now + days * dayLong).toISOString().slice(0, 10)
const learnt = async (since: number, days: number) =>
  (await askLater(days, 'changes', { since: dayOf(since), by: 'added' })).changes.map(
    ({ kind, before, after, movedBy }) =>
      [kind, (after ?? before)!.holder, (after ?? before)!.dimension, movedBy] as const,
  )

test('changes by what was learnt: documents, verdicts, withdrawals, and their undoing', async () => {
  const claim = await claimOf('QAT:taliban:engagement')
  const { row } = await askLater(2, 'judge', { about: claim, say: 'wrong', who: 'ada' })
  expect(await learnt(1, 3)).toEqual([['withdrawn', 'QAT', 'engagement', [claim]]])
  const russian = await claimOf('RUS:taliban:material')
  const recognition = await claimOf('RUS:taliban:recognition')
  await askLater(4, 'remove', { what: 'moscow-2025', reason: 'retracted', who: 'ada' })
  await askLater(5, 'undo', { row, who: 'ada' })
  // Since the third day: the verdict was taken back, the document withdrawn.
  expect(await learnt(3, 6)).toEqual([
    ['turned', 'RUS', 'recognition', [recognition]],
    ['withdrawn', 'RUS', 'material', [russian]],
    ['appeared', 'QAT', 'engagement', [claim]],
  ])
  // Since the first: only the withdrawal remains.
  expect((await learnt(1, 6)).map(([kind]) => kind)).toEqual(['turned', 'withdrawn'])
  expect(await learnt(5, 6)).toEqual([])
})

test('a new version supersedes: the past of the world is told anew, what was known then is still known', async () => {
  const text = 'Tajikistan praised the Taliban, its president said in Dushanbe.\n\nA correction was made on Thursday.'
  const corrected = document('dushanbe-2021', text, {
    publishedOn: '2021-09-08',
    publisher: 'Coast Wire',
    url: 'https://news.example/dushanbe-2021',
  })
  const reading = coding(corrected, { position: 'TJK endorsement+ taliban', date: '2021-09-07', voice: 'TJK' })
  await addDocuments(desk.ledger, [reading], knowledge, now + 2 * dayLong)
  const { documents } = await ask('documents', { words: 'dushanbe-2021' })
  expect(documents.map(({ state }) => state)).toEqual(['superseded', 'live'])
  expect((await ask('stances', { holder: ['TJK'], dimension: ['endorsement'], on: '2021-12-01' })).total).toBe(1)
  // The reprint still carries what the first version said.
  const { stances } = await ask('stances', { holder: ['TJK'], dimension: ['recognition'], on: '2021-12-01' })
  expect(stances).toMatchObject([{ direction: '-', claims: 1 }])
  const { evidence } = await ask('why', { about: 'TJK:taliban:recognition' })
  expect(evidence.map(({ counts }) => counts).sort()).toEqual(['counts', 'superseded'])
  expect((await learnt(1, 3)).map(([kind, holder, dimension]) => `${kind} ${holder} ${dimension}`)).toEqual([
    'appeared TJK endorsement',
    'turned PAK recognition',
  ])
})

test('a document withdrawn stays so; a later version of it counts, unless its whole publisher is withdrawn', async () => {
  await ask('remove', { what: 'https://news.example/moscow-2025', reason: 'retracted', who: 'ada' })
  const recognised = async () =>
    (await ask('stances', { holder: ['RUS'], dimension: ['recognition'], on: '2025-12-31' })).stances[0]?.status
  expect(await recognised()).toBe('beside')
  const again = document(
    'moscow-2025',
    'Russia did recognise the Taliban government, it was confirmed on 3 July 2025.',
    {
      publishedOn: '2025-07-05',
      publisher: 'Coast Wire',
      url: 'https://news.example/moscow-2025',
    },
  )
  const reading = coding(again, { position: 'RUS recognition+ taliban', date: '2025-07-03' })
  await addDocuments(desk.ledger, [reading], knowledge, now + dayLong)
  expect(await recognised()).toBe('current')
  await askLater(2, 'remove', { what: 'Coast Wire', kind: 'publisher', reason: 'fabricated', who: 'ada' })
  expect(await recognised()).toBeUndefined()
})

test('a near-copy in another document is the same origin, and says of what it is a copy', async () => {
  const text =
    'Tajikistan will not recognise a government of the Taliban that leaves other peoples out, its president told reporters in Dushanbe.'
  const near = document('herald', text, { publishedOn: '2021-09-10', publisher: 'Hill Herald' })
  const far = document(
    'own',
    'The president of Tajikistan refused the new rulers in Kabul, an envoy who met him told this paper.',
    {
      publishedOn: '2021-09-11',
      publisher: 'Own Voice',
    },
  )
  const said = { position: 'TJK recognition- taliban', date: '2021-09-07', voice: 'TJK' }
  await addDocuments(desk.ledger, [coding(near, said), coding(far, said)], knowledge, now)
  const { stance, evidence } = await ask('why', { about: 'TJK:taliban:recognition', on: '2021-12-01' })
  expect(stance).toMatchObject({ claims: 4, origins: 2 })
  const kinOf = (name: string) => evidence.find(each => each.document!.name === name)!.kin
  const copies = ['dushanbe-2021', 'reprint-2021', 'herald'].map(kinOf)
  expect(copies.filter(kin => kin === null)).toHaveLength(1)
  expect(copies.map(kin => kin?.by).filter(by => by === 'copy').length).toBeGreaterThan(0)
  expect(copies.find(kin => kin?.by === 'copy')!.similarity).toBeGreaterThan(0.4)
  expect(kinOf('own')).toBeNull()
  // The same when only a page is told, and over all.
  expect((await ask('stances', { origins: 2, on: '2021-12-01' })).stances.map(({ holder }) => holder)).toEqual(['TJK'])
  expect((await ask('stances', { origins: 3, on: '2021-12-01' })).total).toBe(0)
})

test('a contradiction that was settled is told as resolved, and stays so when more sources confirm what stands', async () => {
  const open = (await ask('contradictions', { on: '2022-06-01', kind: ['denial'] })).contradictions
  expect(open).toMatchObject([{ state: 'open', stance: { disputed: true } }])
  await ask('judge', {
    about: open[0]!.id,
    say: 'resolve',
    claims: [open[0]!.other.claim],
    reason: 'shown',
    who: 'ada',
  })
  const settled = async () => (await ask('contradictions', { on: '2022-06-01', kind: ['denial'] })).contradictions
  expect(await settled()).toMatchObject([
    {
      id: open[0]!.id,
      state: 'resolved',
      resolution: { reason: 'shown' },
      stance: { disputed: false, direction: '+' },
    },
  ])
  expect((await ask('contradictions', { on: '2022-06-01', state: ['open'] })).total).toBe(0)
  const more = document('more', 'Tajikistan sent arms to the Northern Alliance, another spokesman said.', {
    publishedOn: '2022-03-06',
  })
  const confirmed = coding(more, { position: 'TJK material+ northern-alliance', date: '2022-03-03', voice: 'taliban' })
  await addDocuments(desk.ledger, [confirmed], knowledge, now)
  expect((await settled()).map(({ id, state }) => [id, state])).toEqual([[open[0]!.id, 'resolved']])
})
