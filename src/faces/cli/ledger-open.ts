// The ledger that a command speaks of, opened, and the trouble it may meet in words.
import { loadKnowledge } from '../../knowledge/load.js'
import { closeLedger, isLedger, openLedger } from '../../store/ledger.js'
import { LedgerTrouble } from '../../store/trouble.js'
import { type Desk, QuestionTrouble } from '../questions/question.js'
import { UsageError } from './context.js'
import { knowledgeAt } from './ledger-own.js'

/** The folder meant: the one named, else the current one, else `ledger` in it. */
export const folderOf = async (named: string | undefined): Promise<string> => {
  if (named !== undefined) return named
  if (await isLedger('.')) return '.'
  return 'ledger'
}

/** Opens the ledger, answers, and closes it. Trouble that the asker can mend is told as such. */
export const atDesk = async <T>(named: string | undefined, use: (desk: Desk) => Promise<T>): Promise<T> => {
  const folder = await folderOf(named)
  try {
    const ledger = await openLedger(folder)
    try {
      return await use({ ledger, knowledge: await knowledgeAt(folder, loadKnowledge()), now: Date.now() })
    } finally {
      closeLedger(ledger)
    }
  } catch (error) {
    if (error instanceof LedgerTrouble || error instanceof QuestionTrouble) throw new UsageError(error.message)
    throw error
  }
}
