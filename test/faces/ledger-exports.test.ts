// Each export against its list of columns, and a round trip where the format allows one.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import papaparse from 'papaparse'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { toCsv } from '../../src/faces/exports/table.js'
import { parsePositionWords, positionWords } from '../../src/faces/exports/words.js'
import type { exportFormats } from '../../src/faces/questions/heads.js'
import { questions } from '../../src/faces/questions/index.js'
import type { Desk } from '../../src/faces/questions/question.js'
import { importTracker } from '../../src/faces/questions/tracker-import.js'
import { dimensions, directions } from '../../src/ledger/vocabulary.js'
import { addDocuments } from '../../src/store/add.js'
import { rowsOf } from '../../src/store/connection.js'
import { closeLedger, initLedger, openLedger } from '../../src/store/ledger.js'
import { quoteText } from '../../src/store/sql.js'
import { dispatches, knowledge, now, openDesk } from './ledger-desk.js'

// A busy machine takes its time; nothing here waits for anything.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let desk: Desk & { readonly folder: string }
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(async () => {
  closeLedger(desk.ledger)
  await rm(desk.folder, { recursive: true })
})

const ask = async (format: (typeof exportFormats)[number], on = '2025-12-31') => {
  const { export: question } = questions
  return question.output.parse(await question.answer(desk, question.input.parse({ format, on })))
}
// The columns as the users of each format have them; written out here, so that a change of the code cannot change them unseen.
const list = (columns: string): readonly string[] => columns.trim().split(/\s*[|,]\s*/)
const trackerTable = list(
  'Country | Position | Since | Level of relations | Said by | Certainty | Evidence | Source | Last confirmed',
)
const stanceRowsTable =
  list(`stance_id, holder_id, holder_name, holder_iso3, holder_cow, holder_role_at_date, target_id, target_name, target_kind,
  dimension, direction, rung, valid_from, from_precision, valid_to, superseded_by, status, polarity, modality, condition_text, said_by, said_by_role,
  via_outlet, independent_origins, author_voice, inference, quote, start, end, document_id, document_sha256, url, published_on, retrieved_at,
  coder_version, codebook_version, review_state, reviewer, reviewed_at, last_confirmed, note`)
const stancesTable =
  list(`holder, holder_name, target, target_name, dimension, direction, status, disputed, basis, rung, since, last_confirmed,
  independent_origins, claims, confidence, reviewed, before, before_date, beside, evidence`)
const dyadYearTable = [
  ...list('actor, actor_iso3, actor_cow, recipient, recipient_iso3, recipient_cow, year'),
  ...['recognition', 'endorsement', 'engagement', 'material', 'force'].flatMap(dimension =>
    ['standing', 'positions', 'origins'].map(what => `${dimension}_${what}`),
  ),
]
const ploverKeys =
  list(`id, has_event, date, time, enddate, endtime, actor, recipient, event, event_loc, event_text, quad_code, event_scale, mode,
  context, link, text, text_info, cite_info, coder, coded_date, coded_time, comment`)

type Line = Record<string, string>
const read = (csv: string): { fields: readonly string[]; rows: readonly Line[] } => {
  const { data, meta } = papaparse.parse<Line>(csv.replace('\ufeff', ''), { header: true, skipEmptyLines: true })
  return { fields: meta.fields!, rows: data }
}
const lines = (body: string): readonly Record<string, never>[] =>
  body
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

test('csv: one row a cell; absence is empty', async () => {
  const { fields, rows } = read((await ask('csv')).body)
  expect(fields).toEqual(stancesTable)
  expect(rows.find(row => row.holder === 'RUS' && row.dimension === 'recognition')).toMatchObject({
    direction: '+',
    since: '2025-07-03',
    independent_origins: '1',
    before: '',
  })
})

test('csv-excel: no cell is a formula, and a byte-order mark comes first', async () => {
  const { body } = await ask('csv-excel')
  expect(body.startsWith('\ufeff')).toBe(true)
  const tricky = ['=1+1', '+SUM(A1)', '-2+3', '@cmd', '\tx', '+', '-', '-3.5', 'plain\nline']
  const csv = toCsv(
    ['cell'],
    tricky.map(cell => ({ cell })),
    true,
  )
  expect(read(csv).rows.map(({ cell }) => cell)).toEqual([
    "'=1+1",
    "'+SUM(A1)",
    "'-2+3",
    "'@cmd",
    ' x',
    '+',
    '-',
    '-3.5',
    'plain line',
  ])
})

test('tracker: the columns that hand-keepers use, formulas defused, and import reads it back as the same', async () => {
  const { body } = await ask('tracker', '2026-01-15')
  const { fields, rows } = read(body)
  expect(fields).toEqual(trackerTable)
  expect(rows.find(row => row.Country === 'Russia' && row.Position === 'recognises Taliban')).toMatchObject({
    Since: '2025-07-03',
    'Level of relations': 'recognised de jure',
    'Said by': 'Coast Wire',
    Source: 'https://news.example/moscow-2025',
  })
  expect(rows.find(row => row.Position === 'aids Taliban')!.Evidence).toBe(
    "'=Moscow, once wary, sent arms to the Taliban.",
  )
  const table = papaparse.parse<string[]>(body, { skipEmptyLines: true }).data
  const { rows: compared, messages } = await importTracker(desk, table, 'tracker.csv', undefined)
  expect(messages).toEqual([])
  expect(compared).toHaveLength(rows.length)
  expect(compared.map(({ difference }) => difference)).toEqual(rows.map(() => 'same'))
})

test('import tells what is opposite, of another date or level, only in the table and only in the ledger', async () => {
  const table = [
    ['Country', 'Position', 'Since', 'Level of relations', 'Colour'],
    ['Russia', 'recognises Taliban', '2025-07', 'delisted', 'red'],
    ['Tajikistan', 'recognises Taliban', '', '', ''],
    ['Pakistan', 'does not recognise Taliban', '1990', '', ''],
    ['', '', '', '', ''],
    ['Qatar', 'planned: recognises Taliban', '', '', ''],
    ['Iran', 'embraces Taliban', '', '', ''],
    ['China', 'recognises Taliban', 'soon', '', ''],
  ]
  const { rows, ledgerOnly, messages } = await importTracker(desk, table, 'hand.csv', undefined)
  expect(rows.map(({ row, difference }) => [row.line, difference])).toEqual([
    [2, 'other level'],
    [3, 'opposite'],
    [4, 'other date'],
    [6, 'only in the table'],
  ])
  expect(ledgerOnly).toEqual([])
  expect(messages.map(({ place, rule }) => [place, rule])).toEqual([
    ['hand.csv:8', 'tracker-row'],
    ['hand.csv:1', 'tracker-column'],
    ['hand.csv:7', 'tracker-row'],
  ])
  const part = await importTracker(desk, table.slice(0, 2), 'hand.csv', undefined)
  expect(part.ledgerOnly.map(({ holder }) => holder)).toEqual(['PAK', 'TJK'])
})

test.each(dimensions.flatMap(dimension => directions.map(direction => [dimension, direction] as const)))(
  'the words of %s%s are read back',
  (dimension, direction) => {
    expect(parsePositionWords(positionWords(dimension, direction, 'the Taliban'))).toEqual({
      dimension,
      direction,
      target: 'the Taliban',
      modality: undefined,
    })
  },
)

test('stance-rows: one row a position, ids unique, offsets only where there is a text', async () => {
  const { fields, rows } = read((await ask('stance-rows')).body)
  expect(fields).toEqual(stanceRowsTable)
  expect(new Set(rows.map(row => row.stance_id)).size).toBe(rows.length)
  const pakistan = rows.filter(row => row.holder_id === 'PAK')
  expect(pakistan.map(row => [row.valid_from, row.valid_to, row.status])).toEqual([
    ['1997-05-25', '2001-11-22', 'past'],
    ['2001-11-22', '', 'current'],
  ])
  expect(pakistan[0]!.superseded_by).toBe(pakistan[1]!.stance_id)
  expect(pakistan[0]).toMatchObject({
    holder_iso3: 'PAK',
    holder_cow: '770',
    target_kind: 'armed-group',
    inference: 'false',
    from_precision: 'day',
  })
  const possible = rows.find(row => row.modality === 'possible')!
  expect(possible).toMatchObject({ status: 'unclear', valid_to: '' })
})

test('dyad-year: a row for each year between the first position and the last; an unknown dimension is empty, not zero', async () => {
  const { fields, rows } = read((await ask('dyad-year')).body)
  expect(fields).toEqual(dyadYearTable)
  const pakistan = rows.filter(row => row.actor === 'PAK')
  expect(pakistan.map(row => [row.year, row.recognition_standing, row.recognition_positions])).toEqual([
    ['1997', '+', '1'],
    ['1998', '+', '0'],
    ['1999', '+', '0'],
    ['2000', '+', '0'],
    ['2001', '-', '1'],
  ])
  expect(pakistan[0]).toMatchObject({ engagement_standing: '', engagement_positions: '' })
})

test('plover: required keys, quad classes, our own fields under one key', async () => {
  const events = lines((await ask('plover')).body)
  expect(events).toHaveLength(11)
  for (const event of events) {
    const { demarche: ours, ...plover } = event
    expect(Object.keys(plover)).toEqual(expect.arrayContaining(['id', 'date', 'actor', 'event']))
    expect(Object.keys(plover).filter(key => !ploverKeys.includes(key))).toEqual([])
    expect(plover.date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(ours).toMatchObject({ date_basis: 'text', modality: expect.any(String) })
    expect(['VC', 'MC', 'VF', 'MF']).toContain(event.quad_code)
  }
  expect(new Set(events.map(event => event.id)).size).toBe(11)
})

test('web-annotation: quotation and position in code points', async () => {
  const annotations = lines((await ask('web-annotation')).body) as unknown as readonly {
    target: { source: string; selector: [{ exact: string; prefix: string }, { start: number; end: number }] }
  }[]
  for (const { target } of annotations) {
    const text = dispatches.find(each => each.document.url === target.source)!.document.text
    const [quote, position] = target.selector
    expect([...text].slice(position.start, position.end).join('')).toBe(quote.exact)
  }
  expect(annotations).toHaveLength(11)
})

test('parquet: the rows and columns of csv, read by another reader', async () => {
  const { body, encoding } = await ask('parquet')
  expect(encoding).toBe('base64')
  const file = join(desk.folder, 'export.parquet')
  await writeFile(file, Buffer.from(body, 'base64'))
  const rows = await rowsOf(desk.ledger.connection, `SELECT * FROM read_parquet(${quoteText(file)})`)
  expect(Object.keys(rows[0]!)).toEqual(stancesTable)
  expect(rows).toHaveLength(read((await ask('csv')).body).rows.length)
})

test('jsonl: added to another ledger it gives the same stances', async () => {
  const { body } = await ask('jsonl')
  const folder = join(desk.folder, 'again')
  await initLedger(folder, now)
  const ledger = await openLedger(folder)
  await addDocuments(
    ledger,
    lines(body).map(coded => ({ coded: coded as never })),
    knowledge,
    now,
  )
  const { stances: question } = questions
  const input = question.input.parse({})
  const [here, there] = [await question.answer(desk, input), await question.answer({ ...desk, ledger }, input)]
  expect(there.stances).toEqual(here.stances)
  closeLedger(ledger)
})
