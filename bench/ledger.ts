// The ledger on generated claims: adding, compacting and asking. Times by the clock and as CPU time, so that a busy machine can be told
// from slow code. Claims are made batch by batch and never held together; how far the filling is goes to standard error.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '../src/actors/types.js'
import type { Claim, Quote } from '../src/claims/types.js'
import type { QuestionName } from '../src/faces/questions/heads.js'
import { questions } from '../src/faces/questions/index.js'
import type { Desk } from '../src/faces/questions/question.js'
import { loadKnowledge } from '../src/knowledge/load.js'
import { dimensions, directions, modalities } from '../src/ledger/vocabulary.js'
import { addDocuments } from '../src/store/add.js'
import { compactLedger } from '../src/store/compact.js'
import { rowsOf } from '../src/store/connection.js'
import { closeLedger, initLedger, isLedger, openLedger } from '../src/store/ledger.js'
import { relationOf } from '../src/store/relation.js'
import type { AddedDocument } from '../src/store/rows.js'
import { withSegments } from '../src/store/snapshot.js'
import type { BenchOptions } from './options.js'

const usualClaims = 1_000_000
const claimsOfDocument = 10
const batch = 20_000
const repeats = 9
const now = Date.UTC(2026, 0, 1)
/** Milliseconds between two words on how far the filling is. */
const progressEvery = 20_000

/** A small generator of numbers in [0, 1), the same on every machine. */
const numbers = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let value = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
  return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
}

const makeClaims = (states: readonly Actor[]) => {
  const next = numbers(7)
  const pick = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)]!
  // Few actors make most of the news: squaring favours the first of the list.
  const party = (): Actor => states[Math.floor(next() ** 2 * states.length)]!
  const hex = (): string =>
    Math.floor(next() * 2 ** 48)
      .toString(16)
      .padStart(12, '0')
  const words = [
    'envoys',
    'signed',
    'refused',
    'border',
    'grain',
    'summit',
    'visit',
    'accord',
    'sanctions',
    'army',
    'talks',
    'harbour',
  ]
  const sentence = (holder: Actor, target: Actor): string =>
    `${holder.name} ${Array.from({ length: 14 }, () => pick(words)).join(' ')} ${target.name} ${hex()}`
  const claim = (start: number, day: string): Claim => {
    const holder = party()
    let target = party()
    while (target.id === holder.id) target = party()
    const exact = sentence(holder, target)
    const quote: Quote = { start, end: start + exact.length, exact, prefix: '', suffix: '' }
    const cut = (from: number, to: number): Quote => ({
      ...quote,
      start: start + from,
      end: start + to,
      exact: exact.slice(from, to),
    })
    const declared = next() < 0.5
    return {
      id: `${hex()}${hex()}`.slice(0, 16),
      kind: 'event',
      actors: [holder],
      recipients: [target],
      event: { type: 'CONSULT', mode: null, contexts: ['diplomatic'], cameo: '040' },
      relation: null,
      figure: null,
      polarity: 'affirmed',
      modality: next() < 0.8 ? 'actual' : pick(modalities),
      attribution: [{ speaker: declared ? holder : 'author', form: declared ? 'said' : 'reported', cue: null }],
      hearsay: false,
      opinion: next() < 0.1,
      date: { value: day, grain: 'day', words: null, basis: 'document' },
      positions: [
        { holder: holder.id, target: target.id, dimension: pick(dimensions), direction: pick(directions), rung: null },
      ],
      quote,
      quotes: {
        trigger: cut(holder.name.length + 1, holder.name.length + 8),
        actor: [cut(0, holder.name.length)],
        recipient: [cut(exact.length - 12 - target.name.length - 1, exact.length - 13)],
        cue: [],
        date: [],
        polarity: [],
        modality: [],
      },
      confidence: Math.round(next() * 100) / 100,
      rule: 'bench/rule',
      coder: 'bench 1',
    }
  }
  return (number: number): AddedDocument => {
    const day = new Date(Date.UTC(2005, 0, 1) + Math.floor(next() * 7300) * 86_400_000).toISOString().slice(0, 10)
    const claims = Array.from({ length: claimsOfDocument }, (_, place) => claim(place * 200, day))
    const id = `${hex()}${number}`
    const head = {
      id,
      name: `d${number}`,
      title: null,
      url: null,
      publisher: 'Bench',
      publishedOn: day,
      language: 'en',
      sha256: id,
    }
    return { coded: { document: head, claims, messages: [] } }
  }
}

interface Timing {
  readonly clock: number
  readonly cpu: number
}

const timed = async (work: () => Promise<unknown>): Promise<Timing> => {
  const [clock, cpu] = [performance.now(), process.cpuUsage()]
  await work()
  const used = process.cpuUsage(cpu)
  return { clock: performance.now() - clock, cpu: (used.user + used.system) / 1000 }
}
const inWords = (count: number): string => Math.round(count).toLocaleString('en')
/** The largest memory that the process has had so far. */
const peakWords = (): string => `peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`
const median = (values: readonly number[]): number => values.toSorted((one, other) => one - other)[values.length >> 1]!
const words = (times: readonly Timing[]): string =>
  `${median(times.map(({ clock }) => clock)).toFixed(0)} ms median by the clock, ${median(times.map(({ cpu }) => cpu)).toFixed(0)} ms CPU`

/** The states of the knowledge as actors, who make all the generated news. */
const statesOf = (knowledge: Desk['knowledge']): readonly Actor[] =>
  knowledge.actors
    .filter(({ kind }) => kind === 'state')
    .map(({ id, name, kind, country }) => ({ id, name, surface: name, kind, country, sectors: [], agent: null }))

/** Fills a ledger with so many generated claims, the same each time, and compacts it. @returns what was measured meanwhile. */
export const fillLedger = async (
  ledger: Desk['ledger'],
  knowledge: Desk['knowledge'],
  claimsInAll: number,
): Promise<readonly string[]> => {
  const make = makeClaims(statesOf(knowledge))
  const rate = (milliseconds: number): string => inWords((done / milliseconds) * 1000)
  let [clock, cpu, done, told] = [0, 0, 0, performance.now()]
  for (let number = 0; done < claimsInAll; ) {
    const documents: AddedDocument[] = []
    for (; documents.length * claimsOfDocument < Math.min(batch, claimsInAll - done); number++)
      documents.push(make(number))
    const time = await timed(() => addDocuments(ledger, documents, knowledge, now + number))
    clock += time.clock
    cpu += time.cpu
    done += documents.length * claimsOfDocument
    if (performance.now() - told < progressEvery) continue
    told = performance.now()
    process.stderr.write(`added ${inWords(done)} of ${inWords(claimsInAll)} claims, ${rate(clock)} a second\n`)
  }
  const added = peakWords()
  if (claimsInAll > usualClaims) process.stderr.write('compacting\n')
  const compacting = await timed(() => compactLedger(ledger, now))
  return [
    `add       ${rate(clock)} claims a second by the clock, ${rate(cpu)} a CPU second; ${added}`,
    `compact   ${(compacting.clock / 1000).toFixed(1)} s by the clock, ${(compacting.cpu / 1000).toFixed(1)} s CPU; ${peakWords()}`,
  ]
}

/** Ids of some claims, the same each time. */
const someClaims = (ledger: Desk['ledger']): Promise<readonly string[]> =>
  withSegments(ledger, async seals => {
    const rows = await rowsOf(
      ledger.connection,
      `SELECT id FROM ${relationOf(ledger, seals, 'claims')} ORDER BY id LIMIT ${repeats}`,
    )
    return rows.map(({ id }) => id as string)
  })

const measureQuestions = async (desk: Desk, states: readonly Actor[]): Promise<readonly string[]> => {
  const ask = (name: QuestionName, input: object) => {
    const question = questions[name] as unknown as {
      input: { parse(value: unknown): unknown }
      answer: (desk: Desk, input: unknown) => Promise<unknown>
    }
    return question.answer(desk, question.input.parse(input))
  }
  const state = (place: number): string => states[(place * 7) % 60]!.id
  const claims = await someClaims(desk.ledger)
  const asked: readonly (readonly [string, (place: number) => Promise<unknown>])[] = [
    ['stances of a holder', place => ask('stances', { holder: [state(place)], on: '2024-12-31' })],
    [
      'stances in a dimension',
      place => ask('stances', { target: [state(place)], dimension: ['recognition'], on: '2024-12-31' }),
    ],
    ['stances, all', () => ask('stances', { on: '2024-12-31' })],
    ['timeline', place => ask('timeline', { holder: state(place), target: state(place + 1) })],
    ['why a cell', place => ask('why', { about: `${state(place)}:${state(place + 1)}:engagement` })],
    ['why a claim', place => ask('why', { about: claims[place % claims.length]! })],
    ['changes of a week', place => ask('changes', { since: `2020-03-${10 + place}`, until: `2020-03-${17 + place}` })],
    ['matrix', () => ask('matrix', { dimension: 'recognition', on: '2024-12-31' })],
  ]
  const lines: string[] = []
  for (const [name, question] of asked) {
    await question(0)
    const times: Timing[] = []
    for (let place = 0; place < repeats; place++) times.push(await timed(() => question(place)))
    lines.push(`${name.padEnd(24)} ${words(times)}; ${peakWords()}`)
  }
  return lines
}

const countClaims = (ledger: Desk['ledger']): Promise<number> =>
  withSegments(ledger, async seals => seals.reduce((sum, { rows }) => sum + rows.claims, 0))

export const measure = async ({ claims = usualClaims, ledger: kept }: BenchOptions): Promise<readonly string[]> => {
  const knowledge = loadKnowledge()
  const states = statesOf(knowledge)
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'demarche-bench-')))
  const there = await isLedger(folder)
  if (!there) await initLedger(folder, now)
  const ledger = await openLedger(folder)
  const desk: Desk = { ledger, knowledge, now }
  try {
    const adding = there ? [] : await fillLedger(ledger, knowledge, claims)
    const opened = await timed(() =>
      questions.stances.answer(desk, { holder: ['FRA'], limit: 1, offset: 0, reviewed: false } as never),
    )
    const asking = await measureQuestions(desk, states)
    return [
      `${inWords(await countClaims(ledger))} claims`,
      ...adding,
      `first question ${opened.clock.toFixed(0)} ms by the clock, ${opened.cpu.toFixed(0)} ms CPU`,
      ...asking,
      peakWords(),
    ]
  } finally {
    closeLedger(ledger)
    if (kept === undefined) await rm(folder, { recursive: true, force: true })
  }
}
