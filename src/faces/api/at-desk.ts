// One question after the other at a ledger's desk. The ledger answers over one connection, on which a second question would cut the
// first one's answer short; a question that fails does not stop the next.
import type { Ledger } from '../../store/ledger.js'
import type { Desk } from '../questions/question.js'
import { ApiTrouble } from './problem.js'

/** Answers at the desk, in turn, as of the moment when the turn comes. @throws ApiTrouble where no ledger is open. */
export type AtDesk = <T>(answer: (desk: Desk) => Promise<T>) => Promise<T>

export const openDesk = (ledger: Ledger | undefined, knowledge: Desk['knowledge']): AtDesk => {
  let last: Promise<unknown> = Promise.resolve()
  return answer => {
    if (ledger === undefined)
      throw new ApiTrouble(
        'ledger-none',
        404,
        'The server runs without a ledger.',
        'Start it with "demarche serve --ledger FOLDER".',
      )
    const turn = last.then(() => answer({ ledger, knowledge, now: Date.now() }))
    last = turn.catch(() => undefined)
    return turn
  }
}
