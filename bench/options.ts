// The words after `--` on the command line in, what the measurements of a ledger may be told out.
export interface BenchOptions {
  /** Generated claims, 1 or more; each measurement has its own number where nothing is said. */
  readonly claims?: number | undefined
  /** Folder to keep the generated ledger in; where one is there it is asked as it is. A folder that is removed where nothing is said. */
  readonly ledger?: string | undefined
}

/** @returns the options, or one line that says what is wrong with them. */
export const readOptions = (values: Readonly<Record<string, string | boolean | undefined>>): BenchOptions | string => {
  const { claims, ledger } = values as Readonly<Record<'claims' | 'ledger', string | undefined>>
  if (claims !== undefined && !/^[1-9]\d*$/.test(claims))
    return `--claims ${claims} is no number of claims; write it in digits, such as --claims 1000000`
  return { claims: claims === undefined ? undefined : Number(claims), ledger }
}
