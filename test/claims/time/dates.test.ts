// When something happened, expression by expression; the trees are fixed and the document's day is Thursday, 9 September 2021.
import { describe, expect, it } from 'vitest'
import { tenseOf } from '../../../src/claims/factuality/tense.js'
import { addDays, addMonths, parseDay, weekdayOf } from '../../../src/claims/time/calendar.js'
import { dateOf } from '../../../src/claims/time/date-of.js'
import { findDates } from '../../../src/claims/time/find-dates.js'
import { bindDates } from '../../../src/claims/time/lexicon.js'
import { resolveShape } from '../../../src/claims/time/resolve.js'
import type { ClaimDate } from '../../../src/claims/types.js'
import { loadKnowledge } from '../../../src/knowledge/load.js'
import type { Document } from '../../../src/text/types.js'
import { readSentences, wordAt } from '../factuality/sentences.js'

const lexicon = bindDates(loadKnowledge())
const sentences = readSentences(new URL('./sentences.conllu', import.meta.url))
const publishedOn = '2021-09-09'

const dated = (text: string, form: string, stance = false, documentDate: string | null = publishedOn): ClaimDate => {
  const reading = sentences.get(text)
  if (reading === undefined) throw new Error(`no tree for "${text}"`)
  const sentence = { start: 0, end: text.length, block: 0, tokens: reading.words, isPart: false }
  const document = { text, publishedOn: documentDate } as unknown as Document
  const book = findDates(document, [sentence], [{ words: reading.words }], lexicon)
  const word = wordAt(reading, form)
  const { date, span } = dateOf(book, reading, word, { tense: tenseOf(reading, word), stance, documentDate }, text)
  if (span !== null) expect(text.slice(span.start, span.end)).toBe(date.words)
  return date
}

/** Sentence, predicate, value, grain, words. */
const told: readonly (readonly [string, string, string, string, string])[] = [
  ['Chad met Mali on September 2.', 'met', '2021-09-02', 'day', 'September 2'],
  ['Chad met Mali on 8 September 2021.', 'met', '2021-09-08', 'day', '8 September 2021'],
  ['On Wednesday, Chad met Mali.', 'met', '2021-09-08', 'day', 'Wednesday'],
  ['Earlier on Wednesday, Chad met Mali and signed a treaty.', 'met', '2021-09-08', 'day', 'Earlier on Wednesday'],
  ['Earlier on Wednesday, Chad met Mali and signed a treaty.', 'signed', '2021-09-08', 'day', 'Earlier on Wednesday'],
  ['Chad will meet Mali on Friday.', 'meet', '2021-09-10', 'day', 'Friday'],
  ['Chad met Mali yesterday.', 'met', '2021-09-08', 'day', 'yesterday'],
  ['Chad met Mali two days ago.', 'met', '2021-09-07', 'day', 'two days ago'],
  ['Chad met Mali last month.', 'met', '2021-08', 'month', 'last month'],
  ['Chad will meet Mali next month.', 'meet', '2021-10', 'month', 'next month'],
  ['Chad met Mali in May.', 'met', '2021-05', 'month', 'May'],
  ['Chad recognised Mali in 1997.', 'recognised', '1997', 'year', '1997'],
  ['Chad met Mali in early 2019.', 'met', '2019', 'year', 'early 2019'],
  ['Chad fought Mali in the 1990s.', 'fought', '199X', 'decade', 'the 1990s'],
  [
    "Chad met Mali on the eve of Tajikistan's Independence Day.",
    'met',
    '2021-09-08',
    'day',
    "eve of Tajikistan's Independence Day",
  ],
  ['Chad met Mali on Christmas Eve.', 'met', '2020-12-24', 'day', 'Christmas Eve'],
  ['Chad has governed Mali since August 15.', 'governed', '2021-08-15', 'day', 'August 15'],
  ['The 1997 treaty bound Chad, which met Mali on Tuesday.', 'met', '2021-09-07', 'day', 'Tuesday'],
]

describe('dateOf', () => {
  for (const [sentence, predicate, value, grain, words] of told) {
    it(`${sentence} (${predicate})`, () =>
      expect(dated(sentence, predicate)).toEqual({ value, grain, words, basis: 'text' }))
  }

  it('never dates a past act to publication', () => {
    expect(dated('Chad met Mali.', 'met')).toEqual({ value: null, grain: null, words: null, basis: 'unknown' })
    expect(dated('Chad fought Mali for twenty years.', 'fought').value).toBeNull()
  })

  it('keeps time words that name no day', () => {
    expect(dated('Chad met Mali recently.', 'met')).toEqual({
      value: null,
      grain: null,
      words: 'recently',
      basis: 'unknown',
    })
  })

  it('gives what is held now the day of the document, and says so', () => {
    const date = { value: '2021-09-09', grain: 'day', words: null, basis: 'document' }
    expect(dated('Chad supports Mali.', 'supports', true)).toEqual(date)
    expect(dated('Chad supports Mali.', 'supports', true, null).basis).toBe('unknown')
  })

  it('dates a stance by its saying, but not a reported deed', () => {
    expect(dated('Chad said on Monday that it supports Mali.', 'supports', true).value).toBe('2021-09-06')
    expect(dated('Chad said on Monday that it attacked Mali.', 'attacked').value).toBeNull()
  })

  it('keeps the date of a noun from the verb', () => {
    expect(dated('The 1997 treaty bound Chad, which met Mali on Tuesday.', 'bound').value).toBeNull()
  })

  it('resolves nothing relative without a document date', () => {
    expect(dated('On Wednesday, Chad met Mali.', 'met', false, null)).toMatchObject({ value: null, words: 'Wednesday' })
  })
})

describe('resolveShape', () => {
  const today = parseDay(publishedOn)
  it('takes a bare weekday for the last one past unless the verb is future', () => {
    const thursday = { kind: 'weekday', weekday: 4, which: null } as const
    expect(resolveShape(thursday, today, 'past')?.value).toBe('2021-09-09')
    expect(resolveShape({ ...thursday, weekday: 5 }, today, 'past')?.value).toBe('2021-09-03')
    expect(resolveShape({ ...thursday, weekday: 5 }, today, 'future')?.value).toBe('2021-09-10')
    expect(resolveShape({ ...thursday, which: -1 }, today, 'past')?.value).toBe('2021-09-02')
  })
  it('keeps a named month on the side of the tense', () => {
    const december = { kind: 'month', month: 12, which: null, year: null } as const
    expect(resolveShape(december, today, 'past')?.value).toBe('2020-12')
    expect(resolveShape(december, today, 'future')?.value).toBe('2021-12')
  })
  it('counts weeks in months', () => {
    expect(resolveShape({ kind: 'offset', unit: 'week', amount: -2 }, today, 'past')).toEqual({
      value: '2021-08',
      grain: 'month',
    })
  })
})

describe('the calendar', () => {
  it('knows weekdays, leap days and month ends', () => {
    expect(weekdayOf({ year: 2021, month: 9, day: 9 })).toBe(4)
    expect(weekdayOf({ year: 1969, month: 7, day: 20 })).toBe(7)
    expect(addDays({ year: 2024, month: 2, day: 28 }, 1)).toEqual({ year: 2024, month: 2, day: 29 })
    expect(addMonths({ year: 2021, month: 1 }, -1)).toEqual({ year: 2020, month: 12 })
  })
  it('refuses days that do not exist', () => {
    expect(parseDay('2021-02-30')).toBeNull()
    expect(parseDay('soon')).toBeNull()
  })
})
