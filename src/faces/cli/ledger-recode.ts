// demarche recode: the stored texts read anew, the cells that would change told with their reasons, and taken only when that is asked for.
import type { CodedDocument } from '../../claims/types.js'
import { tellDifference } from '../../ledger/recoding.js'
import { dropRecoding, recodeLedger, takeRecoding } from '../../store/recode.js'
import type { Document } from '../../text/types.js'
import type { Context, ExitStatus } from './context.js'
import { type CodingOptions, openLedgerCrew } from './ledger-add.js'
import { renderChangedCells } from './ledger-differences.js'
import { atDesk, folderOf } from './ledger-open.js'
import { counted, tellResult } from './ledger-result.js'
import { openProgress } from './progress.js'

export interface RecodeOptions extends CodingOptions {
  readonly take?: boolean
}

export const runRecode = async (options: RecodeOptions, context: Context): Promise<ExitStatus> => {
  const folder = await folderOf(options.ledger)
  return atDesk(folder, async (desk): Promise<ExitStatus> => {
    const crew = await openLedgerCrew(folder, options, context)
    const progress = await openProgress(context, undefined)
    const code = async (document: Document): Promise<CodedDocument> => {
      const coded = await crew.code(document)
      progress.advance(coded.claims.length)
      return coded
    }
    try {
      const today = Math.floor(desk.now / 86_400_000)
      const reader = { code, signature: crew.signature }
      const recoding = await recodeLedger(desk.ledger, reader, desk.knowledge, today, desk.now)
      progress.stop()
      const { documents, differing, withoutText, claims, cells } = recoding
      const taken = options.take === true && differing > 0
      if (taken) await takeRecoding(desk.ledger, recoding, desk.knowledge, desk.now)
      else await dropRecoding(recoding)
      const told = cells.map(cell => ({ ...cell, claims: cell.claims.map(tellDifference) }))
      tellResult(context, options, { documents, differing, withoutText, claims, cells: told, taken }, () =>
        [
          renderChangedCells(cells, desk, context),
          `${counted(documents, 'text')} read anew, ${differing} of them otherwise: `,
          `${counted(claims.gained, 'claim')} gained, ${claims.lost} lost, ${claims.changed} read otherwise; `,
          `${counted(cells.length, 'stance')} ${cells.length === 1 ? 'changes' : 'change'}.\n`,
          withoutText === 0 ? '' : `${counted(withoutText, 'document')} without a stored text cannot be read anew.\n`,
          taken ? 'Taken.\n' : differing > 0 ? 'Nothing was written; --take keeps the new readings.\n' : '',
        ].join(''),
      )
      return 0
    } finally {
      progress.stop()
      await crew.close()
    }
  })
}
