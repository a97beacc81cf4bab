// Actors that the hand has put together, in SQL: of a question's actors those that are stored under other ids, and of a stored id the
// actor that it counts as.
import { quoteText } from './sql.js'

/** The actors that count as one of these, these included. */
export const withMerged = (actors: readonly string[], merged: ReadonlyMap<string, string>): readonly string[] => {
  const wanted = new Set(actors.map(actor => merged.get(actor) ?? actor))
  return [...wanted, ...[...merged].filter(([, into]) => wanted.has(into)).map(([actor]) => actor)]
}

/** A column of actors as those that they count as. */
export const canonical = (column: string, merged: ReadonlyMap<string, string>): string =>
  merged.size === 0
    ? column
    : `CASE ${column} ${[...merged].map(([actor, into]) => `WHEN ${quoteText(actor)} THEN ${quoteText(into)}`).join(' ')} ELSE ${column} END`
