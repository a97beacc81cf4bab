// What can be wrong with a file of knowledge/, and where.

/** One fault of a knowledge file. `line` counts from 1. */
export interface Fault {
  readonly file: string
  readonly line: number
  readonly reason: string
}

/** One file as read; `lineOf` gives the line of a path into its value, or of the nearest ancestor that stands in the file. */
export interface Part {
  readonly file: string
  readonly value: unknown
  readonly lineOf: (path: readonly PropertyKey[]) => number
}
