// Fields of a JSON object in, what they tell of a document out. Law: a field of the wrong kind is an error that names it.
import type { Calendar } from './calendar.js'
import type { Particulars } from './document.js'
import { Trouble } from './trouble.js'

export type Fields = Readonly<Record<string, unknown>>

/** The string under `key`; null where it is absent or null. */
export const stringField = (fields: Fields, key: string): string | null => {
  const value = fields[key] ?? null
  if (value !== null && typeof value !== 'string') throw new Trouble('wrong-field', `"${key}" must be a string`)
  return value
}

/** ISO day of a date in words or figures. */
export const dayOf = (words: string, calendar: Calendar): string => {
  const found = calendar.dayIn(words.trim())
  if (found === undefined) throw new Trouble('wrong-date', `"${words}" is no date; write it as 2021-09-08`)
  return found.day
}

/** One line of JSON Lines as an object. */
export const fieldsOf = (line: string): Fields => {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    throw new Trouble('not-json', `is not JSON (${(error as Error).message}); write one object a line`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Trouble('not-json', 'is no JSON object; write {"name": …, "text": …}')
  }
  return value as Fields
}

export const particularsOf = (fields: Fields, calendar: Calendar): Particulars => {
  const published = stringField(fields, 'publishedOn')
  return {
    title: stringField(fields, 'title'),
    url: stringField(fields, 'url'),
    publisher: stringField(fields, 'publisher'),
    issuer: stringField(fields, 'issuer'),
    publishedOn: published === null ? null : dayOf(published, calendar),
  }
}
