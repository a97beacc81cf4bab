// demarche import: a tracker table that was kept by hand, compared with the ledger; its rows are entered only when that is asked for.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import papaparse from 'papaparse'
import { importTracker, takeTracker } from '../questions/tracker-import.js'
import { type Context, type ExitStatus, UsageError } from './context.js'
import { renderTrackerRows } from './ledger-differences.js'
import { atDesk } from './ledger-open.js'
import { counted, note, type ResultOptions, tellResult } from './ledger-result.js'
import { whoever } from './whoever.js'

export interface ImportOptions extends ResultOptions {
  readonly ledger?: string
  readonly target?: string
  readonly who?: string
  readonly take?: boolean
}

const readTable = async (file: string): Promise<readonly (readonly string[])[]> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${file} cannot be read: ${error.code ?? error.message}`)
  })
  return papaparse.parse<string[]>(text).data
}

export const runImport = (file: string, options: ImportOptions, context: Context): Promise<ExitStatus> =>
  atDesk(options.ledger, async (desk): Promise<ExitStatus> => {
    const report = await importTracker(desk, await readTable(file), basename(file), options.target)
    for (const { place, reason } of report.messages) note(context, `${place}: ${reason}`)
    const entered = options.take === true ? await takeTracker(desk, report, options.who ?? whoever()) : 0
    const { rows, ledgerOnly } = report
    const kinds = [...new Set(rows.map(row => row.difference))]
    const counts = kinds.map(kind => `${rows.filter(row => row.difference === kind).length} ${kind}`)
    tellResult(context, options, { rows, ledgerOnly, messages: report.messages, entered }, () =>
      [
        renderTrackerRows(report, context),
        rows.length === 0 ? 'No row could be read' : `${counted(rows.length, 'row')}: ${counts.join(', ')}`,
        ledgerOnly.length === 0 ? '.\n' : `; ${counted(ledgerOnly.length, 'stance')} only in the ledger.\n`,
        options.take === true
          ? `${counted(entered, 'row')} entered by hand.\n`
          : 'Nothing was written; --take enters the rows that the ledger does not say the same of.\n',
      ].join(''),
    )
    return report.messages.length === 0 ? 0 : 1
  })
