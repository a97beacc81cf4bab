// A date as people write it, with ISO 8601 on hover.
import { dateOf } from '../../../src/faces/formats/statement.js'

/** "8 Sept 2021"; "8 Sept 2021 – 9 Oct 2021" for a span. */
export const dayWords = (iso: string): string =>
  iso
    .split('/')
    .map(value => dateOf({ value: value.slice(0, 10), basis: 'text' }))
    .join(' – ')

export const Day = ({ iso }: { readonly iso: string }) => (
  <time dateTime={iso} title={iso}>
    {dayWords(iso)}
  </time>
)

/** Today, UTC. */
export const today = (): string => new Date().toISOString().slice(0, 10)
