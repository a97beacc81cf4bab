// Values into SQL text.

/** A text literal. */
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** A list for IN; of nothing, a list that matches nothing. */
export const quoteList = (texts: readonly string[]): string =>
  texts.length === 0 ? '(NULL)' : `(${texts.map(quoteText).join(', ')})`

/** The type of a closed list of words, which DuckDB numbers by their places. */
export const enumOf = (words: readonly string[]): string => `ENUM(${words.map(quoteText).join(', ')})`
