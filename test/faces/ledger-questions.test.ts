// Every question asked of a small ledger; every answer fits its own schema.
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { QuestionName } from '../../src/faces/questions/heads.js'
import { questions } from '../../src/faces/questions/index.js'
import { closeLedger } from '../../src/store/ledger.js'
import { openDesk } from './ledger-desk.js'

// A busy machine takes its time; nothing here waits for anything.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let desk: Awaited<ReturnType<typeof openDesk>>
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(async () => {
  closeLedger(desk.ledger)
  await rm(desk.folder, { recursive: true })
})

/** Asks as a face does: the input through its schema, the answer through its own. */
const ask = async <Name extends QuestionName>(name: Name, input: object = {}) => {
  const question = questions[name] as unknown as {
    input: { parse(value: unknown): unknown }
    output: { parse(value: unknown): unknown }
    answer: (desk: unknown, input: unknown) => Promise<unknown>
  }
  const answer = await question.answer(desk, question.input.parse(input))
  expect(question.output.parse(answer)).toEqual(answer)
  return answer as Awaited<ReturnType<(typeof questions)[Name]['answer']>>
}

describe('stances', () => {
  test('as of a day, by name or id', async () => {
    const { stances } = await ask('stances', { holder: ['Tajikistan'], dimension: ['recognition'], on: '2021-12-01' })
    expect(stances).toMatchObject([
      {
        holder: 'TJK',
        holderName: 'Tajikistan',
        target: 'taliban',
        direction: '-',
        basis: 'declared',
        since: '2021-09-07',
        origins: 1,
        claims: 2,
      },
    ])
  })

  test('the Taliban of 1997, 2001, 2013, 2021 and 2025: reversals and roles in time', async () => {
    const on = async (day: string) =>
      (await ask('stances', { holder: ['PAK', 'RUS'], dimension: ['recognition'], on: day })).stances
    expect(await on('1998-01-01')).toMatchObject([
      { holder: 'PAK', direction: '+', status: 'current', since: '1997-05-25' },
    ])
    expect(await on('2002-01-01')).toMatchObject([
      { holder: 'PAK', direction: '-', before: { direction: '+', date: '1997-05-25' } },
    ])
    expect(await on('2013-07-01')).toMatchObject([{ holder: 'PAK', direction: '-', status: 'unconfirmed' }])
    expect(await on('2024-06-01')).toMatchObject([
      { holder: 'PAK' },
      { holder: 'RUS', status: 'beside', beside: [{ modality: 'possible' }] },
    ])
    expect(await on('2025-12-31')).toMatchObject([
      { holder: 'PAK' },
      { holder: 'RUS', direction: '+', rung: 'recognised de jure' },
    ])
  })

  test('asked about the state, it answers through whoever governs it on the day', async () => {
    expect((await ask('stances', { target: ['AFG'], on: '2013-12-01' })).stances).toEqual([])
    const { stances } = await ask('stances', {
      target: ['Afghanistan'],
      dimension: ['recognition'],
      holder: ['TJK'],
      on: '2021-12-01',
    })
    expect(stances).toMatchObject([
      { target: 'taliban', through: { actor: 'taliban', governs: 'AFG', since: '2021-08-15' } },
    ])
  })

  test('filters: origins, status, page', async () => {
    expect((await ask('stances', { origins: 2, on: '2025-12-31' })).stances).toEqual([])
    const all = await ask('stances', { on: '2025-12-31', limit: 2, offset: 1 })
    expect(all.stances).toHaveLength(2)
    expect(all.total).toBeGreaterThan(4)
  })
})

test('matrix: holders by targets in one dimension', async () => {
  const matrix = await ask('matrix', { on: '2025-12-31' })
  expect(matrix.targets).toEqual([{ id: 'taliban', name: 'Taliban', kind: 'armed-group', region: null }])
  expect(matrix.holders.map(({ id }) => id)).toEqual(['PAK', 'RUS', 'TJK'])
})

test('matrix: its cells are the stances of its dimension', async () => {
  for (const dimension of ['recognition', 'engagement', 'material', 'force'] as const) {
    const { stances } = await ask('stances', { dimension: [dimension], on: '2025-12-31' })
    expect((await ask('matrix', { dimension, on: '2025-12-31' })).cells).toEqual(stances)
  }
})

describe('matrix: what is wanted of it', () => {
  const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)
  test('cells whose holder or target has the words in its name', async () => {
    const found = await ask('matrix', { on: '2025-12-31', words: 'rus' })
    expect([idsOf(found.holders), idsOf(found.targets)]).toEqual([['RUS'], ['taliban']])
    expect((await ask('matrix', { on: '2025-12-31', words: 'taliban' })).totalHolders).toBe(3)
    expect((await ask('matrix', { on: '2025-12-31', words: 'nobody' })).cells).toEqual([])
    expect((await ask('matrix', { on: '2025-12-31', words: 'rus', target: ['AFG'] })).cells).toMatchObject([
      { holder: 'RUS', through: { actor: 'taliban' } },
    ])
  })
  test('holders in another order, the wanted first, and no more than asked for', async () => {
    expect(idsOf((await ask('matrix', { on: '2025-12-31', order: 'standing' })).holders)).toEqual(['RUS', 'PAK', 'TJK'])
    expect(idsOf((await ask('matrix', { on: '2025-12-31', first: ['Tajikistan'] })).holders)[0]).toBe('TJK')
    const cut = await ask('matrix', { on: '2025-12-31', limit: 1, columns: 0 })
    expect(cut).toMatchObject({ totalHolders: 3, totalTargets: 1, targets: [], cells: [] })
    expect(cut.holders).toHaveLength(1)
  })
})

test('turns: the days on which standings turned, what was no more than possible included', async () => {
  const { days } = await ask('turns', { dimension: ['recognition'], on: '2025-12-31' })
  expect(days).toEqual([
    { day: '1997-05-25', cells: 1 },
    { day: '2001-11-22', cells: 1 },
    { day: '2021-09-07', cells: 1 },
    { day: '2024-05-28', cells: 1 },
    { day: '2025-07-03', cells: 1 },
  ])
})

test('review: what is doubted most first, or what hangs on it', async () => {
  const confidences = (await ask('review', { by: 'doubt', limit: 50 })).evidence.map(({ confidence }) => confidence)
  const doubts = confidences.map(confidence => Math.abs(confidence - 0.5))
  expect(doubts).toEqual(doubts.toSorted((one, other) => one - other))
  const { evidence } = await ask('review', { by: 'weight', limit: 50 })
  expect(evidence).toHaveLength(confidences.length)
})

test('evidence: the claim in a sentence, and the paragraph around its words', async () => {
  const { evidence } = await ask('why', { about: 'RUS:taliban:material' })
  expect(evidence).toMatchObject([{ sentence: expect.stringMatching(/^RUS/), paragraph: { before: '' } }])
})

test('timeline: every position stays, and the turns are told', async () => {
  const { entries, turns } = await ask('timeline', { holder: 'PAK', target: 'taliban' })
  expect(entries.map(({ date, direction, lasting }) => [date, direction, lasting])).toEqual([
    ['1997-05-25', '+', 'recognition'],
    ['2001-11-22', '-', null],
  ])
  expect(turns.map(({ day, stance }) => [day, stance.direction])).toEqual([
    ['1997-05-25', '+'],
    ['2001-11-22', '-'],
  ])
})

test('changes: which cells moved, and the claims that moved them; a lapse is a change too', async () => {
  const { changes } = await ask('changes', { since: '2025-06-30', until: '2025-07-31' })
  expect(changes.map(({ kind, after, movedBy }) => [kind, after?.dimension, movedBy.length])).toEqual([
    ['turned', 'recognition', 1],
    ['appeared', 'material', 1],
  ])
  const lapsed = await ask('changes', { since: '2023-09-01', until: '2023-09-30' })
  expect(lapsed.changes).toMatchObject([
    { kind: 'lapsed', after: { holder: 'TJK', dimension: 'recognition' }, movedBy: [] },
  ])
  const learnt = await ask('changes', { since: '2020-01-01', by: 'added' })
  expect(learnt.changes.every(({ kind }) => kind === 'appeared')).toBe(true)
  expect(learnt.total).toBe((await ask('stances', {})).total)
})

test('changes may be asked for again and again: what is known now is still known', async () => {
  for (let time = 0; time < 6; time++) await ask('changes', { since: '2020-01-01', by: 'added' })
  expect((await ask('stances', {})).total).toBeGreaterThan(0)
})

describe('why', () => {
  test('of a cell: every claim with its words, voice, rule and citation; a reprint is the same origin', async () => {
    const { stance, evidence } = await ask('why', { about: 'TJK:taliban:recognition', on: '2021-12-01' })
    expect(stance).toMatchObject({ direction: '-', origins: 1 })
    expect(evidence).toHaveLength(2)
    expect(evidence[0]).toMatchObject({
      quote: { state: 'there' },
      voices: [{ speaker: 'TJK', form: 'said' }],
      rule: 'example/rule',
      counts: 'counts',
      basis: 'declared',
      origin: 1,
    })
    expect(evidence.map(({ origin }) => origin)).toEqual([1, 1])
    expect(evidence[0]!.citation).toContain('“Tajikistan will not recognise')
    expect(evidence[0]!.citation).toContain('https://news.example/')
  })

  test('of a claim by its id, and of nothing', async () => {
    const [first] = (await ask('why', { about: 'RUS:taliban:recognition' })).evidence
    expect((await ask('why', { about: first!.claim })).evidence).toMatchObject([
      { claim: first!.claim, says: first!.says },
    ])
    await expect(ask('why', { about: 'no-such-claim' })).rejects.toThrow('no claim no-such-claim')
    expect((await ask('why', { about: 'QAT:TJK:force' })).evidence).toEqual([])
  })
})

test('contradictions: a denial is open, a reversal is explained by time', async () => {
  const { contradictions } = await ask('contradictions', { on: '2022-06-01' })
  expect(contradictions.map(({ kind, state, stance }) => [kind, state, stance.holder])).toEqual([
    ['reversal', 'explained', 'PAK'],
    ['denial', 'open', 'TJK'],
  ])
  expect((await ask('contradictions', { on: '2022-06-01', state: ['open'] })).total).toBe(1)
})

test('inferences say so, with premises and rule, and are no standing', async () => {
  const { inferences } = await ask('inferences', { on: '2022-06-01' })
  // The arming is disputed, and nothing is inferred from what is disputed.
  expect(inferences).toEqual([])
  const later = await ask('inferences', { on: '2022-03-03', holder: 'TJK' })
  expect(later.inferences).toMatchObject([
    {
      inferred: true,
      rule: 'arming-an-enemy',
      holder: 'TJK',
      target: 'taliban',
      dimension: 'endorsement',
      direction: '-',
    },
  ])
  expect(later.inferences[0]!.premises.map(({ words }) => words)).toEqual([
    'Tajikistan material+ Northern Alliance',
    'Northern Alliance force- Taliban',
  ])
  expect((await ask('stances', { holder: ['TJK'], dimension: ['endorsement'], on: '2022-03-03' })).stances).toEqual([])
})

test('actors with their role and offices on the day', async () => {
  const { actors } = await ask('actors', { words: 'taliban', on: '2022-01-01' })
  expect(actors).toMatchObject([{ id: 'taliban', role: 'governs AFG', kind: 'armed-group' }])
  expect((await ask('actors', { words: 'taliban', on: '2013-01-01' })).actors).toMatchObject([{ role: null }])
  expect((await ask('actors', { words: 'TJK', on: '2025-01-01' })).actors[0]!.offices).toMatchObject([
    { person: 'Emomali Rahmon', office: 'president' },
  ])
  expect(actors[0]!.relations).toMatchObject([{ relation: 'controls', object: 'AFG', otherName: 'Afghanistan' }])
})

test('ties hold from a day', async () => {
  expect((await ask('ties', { actor: 'Taliban', on: '2013-01-01' })).ties).toEqual([])
  expect((await ask('ties', { actor: 'Taliban', on: '2022-01-01' })).ties).toMatchObject([
    { relation: 'controls', object: 'AFG', from: '2021-08-15' },
  ])
})

test('search finds words in texts and quotations, whatever their case', async () => {
  const { hits } = await ask('search', { words: ['recognise', 'DUSHANBE'] })
  expect(hits.map(({ document }) => document.name)).toEqual(['reprint-2021', 'dushanbe-2021'])
  expect(hits[0]!.claims).toHaveLength(1)
  expect(hits[0]!.excerpt).toContain('Tajikistan')
  expect((await ask('search', { words: ['unheard'] })).total).toBe(0)
})

test('documents and their states', async () => {
  expect((await ask('documents', {})).total).toBe(6)
  expect((await ask('documents', { words: 'hill gazette' })).documents.map(({ name }) => name).sort()).toEqual([
    'border-2022',
    'reprint-2021',
  ])
})

test('an input that does not fit is refused', async () => {
  await expect(ask('stances', { on: '8 September' })).rejects.toThrow()
  await expect(ask('stances', { colour: 'red' })).rejects.toThrow()
  await expect(ask('stances', { confidence: 2 })).rejects.toThrow()
})
