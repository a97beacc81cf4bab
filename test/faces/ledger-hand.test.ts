// The analyst's hand: judgements, corrections, merges, hand-entered claims, withdrawals, undo; they survive a recoding and two judges' copies
// join. Every row stays.
import { cp, rm } from 'node:fs/promises'
import papaparse from 'papaparse'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CodedDocument } from '../../src/claims/types.js'
import type { QuestionName } from '../../src/faces/questions/heads.js'
import { questions } from '../../src/faces/questions/index.js'
import type { Desk } from '../../src/faces/questions/question.js'
import { importTracker, takeTracker } from '../../src/faces/questions/tracker-import.js'
import { recodingReason } from '../../src/ledger/recoding.js'
import { compactLedger } from '../../src/store/compact.js'
import { examineLedger } from '../../src/store/doctor.js'
import { closeLedger, initLedger, openLedger } from '../../src/store/ledger.js'
import { mergeLedger } from '../../src/store/merge.js'
import { dropRecoding, recodeLedger, takeRecoding } from '../../src/store/recode.js'
import type { Document } from '../../src/text/types.js'
import { dispatches, knowledge, now, openDesk } from './ledger-desk.js'

// A busy machine takes its time; nothing here waits for anything.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let desk: Desk & { readonly folder: string }
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(async () => {
  closeLedger(desk.ledger)
  await rm(desk.folder, { recursive: true, force: true })
})

const askAt = async <Name extends QuestionName>(at: Desk, name: Name, input: object) => {
  const question = questions[name] as unknown as {
    input: { parse(value: unknown): unknown }
    answer: (desk: Desk, input: unknown) => Promise<unknown>
  }
  return (await question.answer(at, question.input.parse(input))) as Awaited<
    ReturnType<(typeof questions)[Name]['answer']>
  >
}
const ask = <Name extends QuestionName>(name: Name, input: object) => askAt(desk, name, input)
const stance = async (holder: string, dimension: string, on = '2025-12-31', target = 'taliban') =>
  (await ask('stances', { holder: [holder], target: [target], dimension: [dimension], on })).stances[0]
const claimOf = async (cell: string) => (await ask('why', { about: cell })).evidence[0]!.claim

describe('judgements', () => {
  test('wrong takes a claim out of the standing, undo brings it back, and both rows stay', async () => {
    const claim = await claimOf('RUS:taliban:recognition')
    const { row } = await ask('judge', { about: claim, say: 'wrong', reason: 'a rumour', who: 'ada' })
    expect(await stance('RUS', 'recognition')).toMatchObject({ status: 'beside' })
    const { evidence } = await ask('why', { about: claim })
    expect(evidence).toMatchObject([
      { counts: 'judged wrong', judgements: [{ row, say: 'wrong', who: 'ada', reason: 'a rumour' }] },
    ])
    await ask('undo', { row, who: 'ada' })
    expect(await stance('RUS', 'recognition')).toMatchObject({ direction: '+' })
    await expect(ask('undo', { row: 'none', who: 'ada' })).rejects.toThrow('no row none')
  })

  test('a corrected field counts as corrected, the quotation stays', async () => {
    const claim = await claimOf('QAT:taliban:engagement')
    await ask('judge', { about: claim, say: 'correct', field: 'direction', to: '-', who: 'ada' })
    expect(await stance('QAT', 'engagement')).toMatchObject({ direction: '-', evidence: [claim] })
    await ask('judge', { about: claim, say: 'correct', field: 'date', to: '2014', who: 'ada' })
    expect(await stance('QAT', 'engagement')).toMatchObject({ since: '2014' })
    await expect(
      ask('judge', { about: claim, say: 'correct', field: 'direction', to: 'up', who: 'ada' }),
    ).rejects.toThrow('direction is one of')
  })

  test('right is a review, and a filter', async () => {
    await ask('judge', { about: await claimOf('RUS:taliban:recognition'), say: 'right', who: 'ada' })
    const { stances } = await ask('stances', { reviewed: true, on: '2025-12-31' })
    expect(stances).toMatchObject([{ holder: 'RUS', reviewed: true }])
    const { total, judged } = await ask('review', {})
    expect([total, judged]).toEqual([10, 1])
  })

  test('merged actors are one, also in questions by the old name; undo parts them', async () => {
    const { row } = await ask('judge', { about: 'northern-alliance', say: 'merge', to: 'AFG', who: 'ada' })
    expect((await ask('stances', { holder: ['northern-alliance'] })).stances).toMatchObject([
      { holder: 'AFG', target: 'taliban', dimension: 'force' },
    ])
    await ask('undo', { row, who: 'ada' })
    expect((await ask('stances', { holder: ['northern-alliance'] })).stances).toMatchObject([
      { holder: 'northern-alliance' },
    ])
  })

  test('changes take in what is stored under a merged actor, and what was entered by hand, with all that the cell held before', async () => {
    await ask('judge', { about: 'northern-alliance', say: 'merge', to: 'taliban', who: 'ada' })
    const since = '2022-02-28'
    const { changes } = await ask('changes', { since, until: '2022-03-31' })
    expect(changes).toMatchObject([
      { kind: 'appeared', before: null, after: { holder: 'TJK', target: 'taliban', dimension: 'material' } },
    ])
    const cell = { holder: 'TJK', target: 'taliban', dimension: 'recognition' }
    await ask('claimAdd', { ...cell, direction: '+', date: '2022-03-10', title: 'Radio log', who: 'ada' })
    const later = await ask('changes', { since, until: '2022-03-31' })
    expect(later.changes.map(({ kind, before, after }) => [kind, before?.dimension, after?.dimension])).toEqual([
      ['turned', 'recognition', 'recognition'],
      ['appeared', undefined, 'material'],
    ])
  })

  test('split: in these claims the actor is another one', async () => {
    const claim = await claimOf('RUS:taliban:material')
    await ask('judge', { about: 'taliban', say: 'split', to: 'northern-alliance', claims: [claim], who: 'ada' })
    expect(await stance('RUS', 'material')).toBeUndefined()
    expect(await stance('RUS', 'material', '2025-12-31', 'northern-alliance')).toMatchObject({ direction: '+' })
  })

  test('a contradiction is settled by setting a side aside, or by letting both stand', async () => {
    const open = async () => (await ask('contradictions', { on: '2022-06-01', kind: ['denial'] })).contradictions
    const [denial] = await open()
    await ask('judge', { about: denial!.id, say: 'resolve', reason: 'both are parties', who: 'ada' })
    expect(await open()).toMatchObject([{ state: 'explained', resolution: { who: 'ada', reason: 'both are parties' } }])
    await ask('judge', { about: denial!.id, say: 'resolve', claims: [denial!.one.claim], who: 'ben' })
    expect(await stance('TJK', 'material', '2022-06-01', 'northern-alliance')).toMatchObject({ status: 'denied' })
  })
})

describe('entered by hand', () => {
  const entry = { holder: 'Qatar', target: 'taliban', dimension: 'endorsement', direction: '+', who: 'ada' }
  test('words chosen in a stored text', async () => {
    const [document] = (await ask('documents', { words: 'doha-2013' })).documents
    const { claim } = await ask('claimAdd', {
      ...entry,
      entry: document!.entry,
      quote: 'let the Taliban open an office',
      date: '2013-06',
    })
    expect(await stance('QAT', 'endorsement')).toMatchObject({ direction: '+', since: '2013-06', evidence: [claim] })
    expect((await ask('why', { about: claim })).evidence).toMatchObject([
      { handEntered: true, rule: 'entered by hand', quote: { start: 6 } },
    ])
    await expect(ask('claimAdd', { ...entry, entry: document!.entry, quote: 'never said' })).rejects.toThrow(
      'does not hold',
    )
    await expect(ask('claimAdd', { ...entry, entry: document!.entry, quote: 'Taliban' })).rejects.toThrow(
      'more than once',
    )
  })

  test('a row with its source, where there is no text', async () => {
    await expect(ask('claimAdd', entry)).rejects.toThrow('say where it is from')
    const { row, claim } = await ask('claimAdd', {
      ...entry,
      title: 'Radio log',
      date: '2020-05-01',
      certainty: 'probable',
    })
    expect(await stance('QAT', 'endorsement')).toMatchObject({ origins: 1, basis: 'acted' })
    expect((await ask('why', { about: claim })).evidence).toMatchObject([
      { document: null, source: { title: 'Radio log' }, quote: { state: 'no text' } },
    ])
    await ask('undo', { row, who: 'ada' })
    expect(await stance('QAT', 'endorsement')).toBeUndefined()
  })

  test('a tracker table: its differences first, its rows only when taken', async () => {
    const table = [
      'Country,Position,Since,Level of relations,Said by,Certainty,Evidence,Source,Last confirmed,Desk',
      'Russia,recognises Taliban,2025-07-03,recognised de jure,,certain,,https://example.org/a,2025-09-01,x',
      'Tajikistan,recognises Taliban,2022-01-01,,,,,notebook,,x',
      'Qatar,backs Taliban,2019,,,,,notebook,,x',
      'Peru,likes cake,,,,,,,,x',
      'Chile,recognises Taliban,some day,,,,,,,x',
    ].join('\n')
    const report = await importTracker(desk, papaparse.parse<string[]>(table).data, 'tracker.csv', undefined)
    expect(report.rows.map(({ holder, difference }) => [holder, difference])).toEqual([
      ['RUS', 'same'],
      ['TJK', 'opposite'],
      ['QAT', 'only in the table'],
    ])
    expect(report.messages.map(({ place }) => place)).toEqual(['tracker.csv:6', 'tracker.csv:1', 'tracker.csv:5'])
    expect(await stance('QAT', 'endorsement')).toBeUndefined()
    expect(await takeTracker(desk, report, 'ada')).toBe(2)
    expect(await stance('QAT', 'endorsement')).toMatchObject({ direction: '+', since: '2019' })
  })
})

test('a withdrawn document no longer counts, is still told, and can be brought back', async () => {
  const { row, documents } = await ask('remove', {
    what: 'https://news.example/moscow-2025',
    reason: 'retracted',
    who: 'ada',
  })
  expect(documents).toBe(1)
  expect(await stance('RUS', 'material')).toBeUndefined()
  expect((await ask('why', { about: 'RUS:taliban:material' })).evidence).toMatchObject([{ counts: 'withdrawn' }])
  await ask('undo', { row, who: 'ada' })
  expect(await stance('RUS', 'material')).toMatchObject({ direction: '+' })
  expect(
    await ask('remove', { what: 'coast wire', kind: 'publisher', reason: 'fabricated', who: 'ada' }),
  ).toMatchObject({ documents: 4 })
  expect(await stance('RUS', 'recognition')).toBeUndefined()
  await expect(ask('remove', { what: 'nobody', reason: 'x', who: 'ada' })).rejects.toThrow('no document “nobody”')
})

/** The texts read by a newer coder: ids and directions as `change` makes them. */
const newCoder =
  (change: (coded: CodedDocument) => CodedDocument) =>
  async (document: Document): Promise<CodedDocument> => {
    const { coded } = dispatches.find(each => each.document.sha256 === document.sha256)!
    const changed = change(coded)
    return { ...changed, claims: changed.claims.map(claim => ({ ...claim, coder: 'coder 2' })) }
  }

describe('recode', () => {
  test('shows the cells that would change before anything is taken; judgements find their claims by what they say', async () => {
    const claim = await claimOf('RUS:taliban:material')
    await ask('judge', { about: claim, say: 'wrong', who: 'ada' })
    const lost = await claimOf('QAT:taliban:engagement')
    await ask('judge', { about: lost, say: 'right', who: 'ada' })
    const coder = newCoder(coded => ({
      ...coded,
      claims: coded.claims
        .map(each => ({ ...each, id: `new-${each.id}` }))
        .filter(each => each.positions[0]!.holder !== 'QAT')
        .map(each =>
          each.positions[0]!.holder === 'PAK'
            ? { ...each, positions: [{ ...each.positions[0]!, dimension: 'endorsement' as const }] }
            : each,
        ),
    }))
    const day = Math.floor(now / 86_400_000)
    const recoding = await recodeLedger(desk.ledger, { code: coder, signature: 'coder 2' }, knowledge, day, now)
    expect(recoding.claims).toEqual({ gained: 0, lost: 1, changed: 2 })
    expect(
      recoding.cells.map(({ kind, before, after, claims }) => [
        `${(after ?? before)!.holder} ${(after ?? before)!.dimension}`,
        kind,
        claims.map(recodingReason)[0],
      ]),
    ).toEqual([
      ['PAK endorsement', 'appeared', expect.stringMatching(/^otherwise: positions: PAK recognition/)],
      ['PAK recognition', 'withdrawn', expect.stringMatching(/^otherwise: positions: PAK recognition/)],
      ['QAT engagement', 'withdrawn', expect.stringMatching(/^gone, was by rule example.rule: “Qatar let/)],
    ])
    expect(await stance('QAT', 'engagement')).toMatchObject({ direction: '+' })
    await takeRecoding(desk.ledger, recoding, knowledge, now + 1000)
    expect(await stance('QAT', 'engagement')).toBeUndefined()
    expect(await stance('PAK', 'endorsement')).toMatchObject({ direction: '-' })
    // The judgement of the rumour found its claim under the new id; the other's claim is gone.
    expect(await stance('RUS', 'material')).toBeUndefined()
    const { findings } = await examineLedger(desk.ledger, knowledge, now + 2000)
    expect(findings).toMatchObject([{ rule: 'judgement-orphaned', place: `claim ${lost}` }])
    // Only what is read otherwise is written anew.
    expect((await ask('documents', { state: ['superseded'] })).documents.map(({ name }) => name).sort()).toEqual([
      'doha-2013',
      'dushanbe-2021',
    ])
  })

  test('by the same coder there is nothing to take', async () => {
    const same = async (document: Document) => dispatches.find(each => each.document.sha256 === document.sha256)!.coded
    const recoding = await recodeLedger(desk.ledger, { code: same, signature: 'coder 1' }, knowledge, 20_000, now)
    expect(recoding).toMatchObject({ differing: 0, cells: [], claims: { gained: 0, lost: 0, changed: 0 } })
    await dropRecoding(recoding)
    expect((await examineLedger(desk.ledger, knowledge, now)).findings).toEqual([])
  })
})

test('two judges in two copies: merged, they agree as far as they do; merging again changes nothing', async () => {
  const folder = `${desk.folder}-ben`
  await cp(desk.folder, folder, { recursive: true })
  const ben: Desk = { ...desk, ledger: await openLedger(folder) }
  const cells = ['RUS:taliban:recognition', 'RUS:taliban:material', 'QAT:taliban:engagement', 'PAK:taliban:recognition']
  const claims = await Promise.all(cells.map(claimOf))
  for (const [place, about] of claims.entries()) {
    await ask('judge', { about, say: place === 3 ? 'wrong' : 'right', who: 'ada' })
    await askAt(ben, 'judge', { about, say: place >= 2 ? 'wrong' : 'right', who: 'ben' })
  }
  expect(await mergeLedger(desk.ledger, ben.ledger, knowledge, now)).toEqual({
    documents: 0,
    judgements: 4,
    messages: [],
  })
  const agreement = await ask('agreement', {})
  expect(agreement.judges).toEqual([
    { judge: 'ada', claims: 4 },
    { judge: 'ben', claims: 4 },
  ])
  expect(agreement.pairs.map(({ one, other, same }) => [one, other, same])).toEqual([
    ['ada', 'ben', 0.75],
    ['ada', 'coder', 0.75],
    ['ben', 'coder', 0.5],
  ])
  expect(agreement.alpha).toBeGreaterThan(0.5)
  expect(await mergeLedger(desk.ledger, ben.ledger, knowledge, now)).toMatchObject({ documents: 0, judgements: 0 })
  const before = JSON.stringify(await ask('stances', {}))
  await compactLedger(desk.ledger, now)
  expect(JSON.stringify(await ask('stances', {}))).toBe(before)
  closeLedger(ben.ledger)
  await rm(folder, { recursive: true })
})

test('merging brings the documents of the other, and the answers are the same', async () => {
  const folder = `${desk.folder}-empty`
  await initLedger(folder, now)
  const empty: Desk = { ...desk, ledger: await openLedger(folder) }
  await ask('remove', { what: 'moscow-2024', reason: 'retracted', who: 'ada' })
  expect(await mergeLedger(empty.ledger, desk.ledger, knowledge, now)).toMatchObject({ documents: 6, judgements: 1 })
  expect(JSON.stringify(await askAt(empty, 'stances', {}))).toBe(JSON.stringify(await ask('stances', {})))
  closeLedger(empty.ledger)
  await rm(folder, { recursive: true })
})
