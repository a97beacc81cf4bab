// When something happened, expression by expression; the trees are fixed and the document's day is Thursday, 9 September 2021.
import { describe, expect, it } from 'vitest'
import type { Mention } from '../../../src/actors/types.js'
import { isBackshifted, isPresentPerfect, tenseOf } from '../../../src/claims/factuality/tense.js'
import { addDays, addMonths, parseDay, weekdayOf } from '../../../src/claims/time/calendar.js'
import { dateOf, type Occasion } from '../../../src/claims/time/date-of.js'
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

const dated = (
  text: string,
  form: string,
  how: Partial<Occasion> = {},
  documentDate: string | null = publishedOn,
): ClaimDate => {
  const reading = sentences.get(text)
  if (reading === undefined) throw new Error(`no tree for "${text}"`)
  const sentence = { start: 0, end: text.length, block: 0, tokens: reading.words, isPart: false }
  const document = { text, publishedOn: documentDate } as unknown as Document
  const book = findDates(document, [sentence], [{ words: reading.words }], new Map(), lexicon)
  const word = wordAt(reading, form)
  const tense = tenseOf(reading, word)
  const occasion: Occasion = { tense, stance: false, spoken: false, current: false, documentDate, ...how }
  const { date, span } = dateOf(book, reading, word, occasion, text)
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
  ['Beginning in 1999, Chad held talks with Mali.', 'held', '1999', 'year', 'Beginning in 1999'],
  ['In May 2019, Chad signed a treaty whereby it recognised Mali.', 'recognised', '2019-05', 'month', 'May 2019'],
  ['In 2014, Chad made the decision to leave the union.', 'leave', '2014', 'year', '2014'],
  ['The support of Chad for Mali in its 1971 war angered Niger.', 'support', '1971', 'year', '1971'],
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
  ['Chad accepted the loss in 1904, when it signed a treaty with Mali.', 'signed', '1904', 'year', '1904'],
  ['Chad has had no ties with Mali since the August 2008 war.', 'ties', '2008-08', 'month', 'August 2008'],
  ['Chad and Mali are to meet again within three months.', 'meet', '2021-12', 'month', 'three months'],
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
    expect(dated('Chad supports Mali.', 'supports', { stance: true })).toEqual(date)
    expect(dated('Chad supports Mali.', 'supports', { stance: true }, null).basis).toBe('unknown')
  })

  it('dates a stance by its saying, but not a reported deed', () => {
    expect(dated('Chad said on Monday that it supports Mali.', 'supports', { stance: true }).value).toBe('2021-09-06')
    expect(dated('Chad said on Monday that it attacked Mali.', 'attacked').value).toBeNull()
  })

  it('gives what is told of the present, or in a notice, the day of the document', () => {
    expect(dated('Chad has endorsed Mali over the last year.', 'endorsed', { current: true })).toMatchObject({
      value: '2021-09-09',
      basis: 'document',
    })
  })

  it('does not take the day of what is spoken of for that of the saying', () => {
    const welcome = { stance: true, spoken: true }
    expect(dated('Chad welcomes the agreement of 2 December with Mali.', 'welcomes', welcome).basis).toBe('document')
    expect(dated('Chad welcomed the plan of Mali for a vote in 2023.', 'welcomed').basis).toBe('unknown')
  })

  it('keeps the date of a noun from the verb', () => {
    expect(dated('The 1997 treaty bound Chad, which met Mali on Tuesday.', 'bound').value).toBeNull()
  })

  it('resolves nothing relative without a document date', () => {
    expect(dated('On Wednesday, Chad met Mali.', 'met', {}, null)).toMatchObject({ value: null, words: 'Wednesday' })
  })
})

/** Sentences of the fixed trees one after another, each in the block that its number says. */
type Row = readonly [block: number, text: string]
const passage = (...rows: readonly Row[]) => {
  let text = ''
  const parts = rows.map(([block, line]) => {
    if (text !== '') text += ' '
    const shift = text.length
    text += line
    const words = sentences
      .get(line)!
      .words.map(word => ({ ...word, start: word.start + shift, end: word.end + shift }))
    return { block, start: shift, end: text.length, tokens: words, words }
  })
  const chad = { id: 'TCD', name: 'Chad', surface: 'Chad', kind: 'state', country: 'TCD', sectors: [], agent: null }
  const mentions = new Map(
    parts.map(({ words }, index) => {
      const heads = words.filter(({ form }) => form === 'Chad').map(({ index: head }) => head)
      return [index, new Map(heads.map(head => [head, [{ actor: chad } as unknown as Mention]]))]
    }),
  )
  const document = { text, publishedOn } as unknown as Document
  return findDates(document, parts, parts, mentions, lexicon)
}

describe('what goes on from sentence to sentence', () => {
  const carriedBy = (...rows: readonly Row[]) => passage(...rows).carried.at(-1)?.shape.kind ?? null
  const met = 'Chad met Mali yesterday.'

  it('is the date of a scene with the same actors, also in the next paragraph', () => {
    expect(carriedBy([0, met], [0, 'Chad also signed a treaty.'])).toBe('offset')
    expect(carriedBy([0, met], [1, 'Chad also signed a treaty.'])).toBe('offset')
  })
  it('is nothing where others act, or where it had been before', () => {
    expect(carriedBy([0, met], [0, 'Niger left the talks.'])).toBeNull()
    expect(carriedBy([0, met], [0, 'Chad had signed a treaty before.'])).toBeNull()
  })
  it('is nothing of old times beyond their paragraph', () => {
    expect(carriedBy([0, 'Chad annexed the region in 1975.'], [0, 'Chad also signed a treaty.'])).toBe('absolute')
    expect(carriedBy([0, 'Chad annexed the region in 1975.'], [1, 'Chad also signed a treaty.'])).toBeNull()
  })
  it('is what "since then" begins with', () => {
    const book = passage([0, 'Chad annexed the region in 1975.'], [1, 'Since then, Mali has been at odds with Chad.'])
    expect(book.bySentence[1]![0]).toMatchObject({ since: true, shape: { kind: 'same', before: { value: '1975' } } })
  })
})

describe('the tense of what is told', () => {
  const at = (text: string, form: string) => [sentences.get(text)!, wordAt(sentences.get(text)!, form)] as const

  it('is the present in the perfect that reaches it', () => {
    expect(isPresentPerfect(...at('Chad has had no ties with Mali since the August 2008 war.', 'ties'))).toBe(true)
    expect(isPresentPerfect(...at('Chad had signed a treaty before.', 'treaty'))).toBe(false)
  })
  it('is the present where only the saying is past', () => {
    expect(isBackshifted(...at('Chad said that it was at odds with Mali.', 'odds'))).toBe(true)
    expect(isBackshifted(...at('Chad announced that it was cutting its ties with Mali.', 'ties'))).toBe(true)
    expect(isBackshifted(...at('Chad said that Mali was attacked by rebels.', 'attacked'))).toBe(false)
    expect(isBackshifted(...at('Chad said on Monday that it attacked Mali.', 'attacked'))).toBe(false)
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
