// What can go wrong with a ledger's folder: every trouble has a code, a place and a remedy.
export type TroubleCode =
  | 'ledger-missing'
  | 'ledger-there'
  | 'ledger-newer'
  | 'ledger-older'
  | 'ledger-read-only'
  | 'ledger-full'
  | 'segment-damaged'
  | 'rows-refused'

export class LedgerTrouble extends Error {
  constructor(
    readonly code: TroubleCode,
    /** File or folder. */
    readonly place: string,
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${place}: ${remedy}`, options)
  }
}

/** Names a failed write by what the reader can do about it; anything else is handed on as it is. */
export const nameWriteFailure = (error: unknown, place: string): unknown => {
  const words = error instanceof Error ? error.message : String(error)
  const code = (error as NodeJS.ErrnoException)?.code
  if (code === 'ENOSPC' || code === 'EFBIG' || /no space left|file too large|could not write all bytes/i.test(words))
    return new LedgerTrouble(
      'ledger-full',
      place,
      'the disk is full; nothing of this batch was kept: free space and add again',
      {
        cause: error,
      },
    )
  if (
    code === 'EROFS' ||
    code === 'EACCES' ||
    code === 'EPERM' ||
    /read-only file system|permission denied/i.test(words)
  )
    return new LedgerTrouble(
      'ledger-read-only',
      place,
      'the folder cannot be written; nothing was changed: allow writing or copy it',
      {
        cause: error,
      },
    )
  return error
}
