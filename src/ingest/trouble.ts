// An input that cannot be read: why, in words that name the remedy. Thrown inside ingest and turned into a message at its edge.

export class Trouble extends Error {
  constructor(
    readonly rule: string,
    reason: string,
    /** 1-based line of the input, where one is to blame. */
    readonly line?: number,
  ) {
    super(reason)
  }
}

const remedies: Readonly<Record<string, readonly [rule: string, reason: string]>> = {
  ENOENT: ['missing-file', 'there is no such file'],
  EACCES: ['forbidden-file', 'the file may not be read; check its permissions'],
  EISDIR: ['directory', 'is a directory; name its files, for instance with a glob in quotes such as "folder/**/*.txt"'],
  Z_BUF_ERROR: ['gzip-cut-short', 'the compressed file is cut short; fetch it again'],
  Z_DATA_ERROR: ['gzip-broken', 'the compressed file is damaged; fetch it again'],
}

/** What went wrong, as trouble with a rule and a remedy. */
export const troubleOf = (error: unknown): Trouble => {
  if (error instanceof Trouble) return error
  const { code = '', message } = error as NodeJS.ErrnoException
  const [rule, reason] = remedies[code] ?? ['unreadable', `cannot be read: ${message}`]
  return new Trouble(rule, reason)
}
