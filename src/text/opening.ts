// How a word begins, which is half of what tells whether a sentence does.

export type Opening = 'upper' | 'lower' | 'digit' | 'other'

/** Scripts without case begin sentences with any letter. */
export const openingOf = (form: string): Opening => {
  if (/^[\p{Lu}\p{Lt}\p{Lo}]/u.test(form)) return 'upper'
  if (/^\p{Ll}/u.test(form)) return 'lower'
  return /^[\p{N}\p{Sc}]/u.test(form) ? 'digit' : 'other'
}
