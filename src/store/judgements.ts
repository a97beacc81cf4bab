// The analyst's hand on the disk: rows as JSON lines, each call a small file written whole; `compact` joins them. A line that does not
// fit is named and left out, the rest serves.
import { join } from 'node:path'
import { type HandRow, handRow } from '../ledger/hand.js'
import { handRowId } from '../ledger/identity.js'
import type { Message } from '../text/types.js'
import { readIfThere, writeWhole } from './files.js'
import { pathsOf } from './layout.js'
import { namesIn, newSegmentName } from './segments.js'
import { LedgerTrouble, nameWriteFailure } from './trouble.js'

type Unnumbered<Row> = Row extends HandRow ? Omit<Row, 'id'> : never

/** A row that has not been written yet. */
export type NewHandRow = Unnumbered<HandRow>

/** The name of a file of hand rows ends so. */
export const handFileEnding = '.jsonl'

/**
 * Writes rows of the hand; they outlive a loss of power when this returns. A row's id follows from its content, so writing it twice is harmless.
 * @returns the rows with their ids.
 */
export const writeHand = async (
  folder: string,
  rows: readonly NewHandRow[],
  now: number,
): Promise<readonly HandRow[]> => {
  const numbered = rows.map(row => ({ id: handRowId(row), ...row }))
  const read = numbered.map(row => handRow.safeParse(row))
  const fault = read.find(result => !result.success)
  if (fault?.error) {
    const [issue] = fault.error.issues
    throw new LedgerTrouble('rows-refused', folder, `${issue?.path.join('.')}: ${issue?.message}; nothing was written`)
  }
  try {
    const text = numbered.map(row => `${JSON.stringify(row)}\n`).join('')
    await writeWhole(join(pathsOf(folder).judgements, `${newSegmentName(now)}${handFileEnding}`), text)
  } catch (error) {
    throw nameWriteFailure(error, folder)
  }
  return read.map(result => result.data!)
}

export interface HandFiles {
  readonly rows: readonly HandRow[]
  readonly files: readonly string[]
  /** Lines that are no rows of the hand; `place` is `file:line`. */
  readonly messages: readonly Message[]
}

const parseLine = (line: string): HandRow | string => {
  try {
    const result = handRow.safeParse(JSON.parse(line))
    return result.success
      ? result.data
      : `${result.error.issues[0]?.path.join('.')}: ${result.error.issues[0]?.message}`
  } catch {
    return 'is no JSON'
  }
}

/** Every row of the hand, in the order of the files' names. */
export const readHand = async (folder: string): Promise<HandFiles> => {
  const { judgements } = pathsOf(folder)
  const files = (await namesIn(judgements)).filter(name => !name.startsWith('.') && name.endsWith(handFileEnding))
  const rows: HandRow[] = []
  const messages: Message[] = []
  for (const name of files) {
    const lines = ((await readIfThere(join(judgements, name))) ?? '').split('\n')
    for (const [index, line] of lines.entries()) {
      if (line === '') continue
      const row = parseLine(line)
      if (typeof row === 'string')
        messages.push({ place: `judgements/${name}:${index + 1}`, rule: 'hand-row', reason: row })
      else rows.push(row)
    }
  }
  return { rows, files, messages }
}
