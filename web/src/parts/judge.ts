// Judging: the name of who judges, kept in this browser so that it is asked for once, and the acts of the hand as the pages send them.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Answer } from '../answers.js'
import { act } from '../api.js'

const key = 'demarche-judge'

export type Verdict = 'right' | 'wrong' | 'unsure'

export const judgeName = (): string | undefined => localStorage.getItem(key) ?? undefined
export const keepJudgeName = (name: string): void => localStorage.setItem(key, name)
export const forgetJudgeName = (): void => localStorage.removeItem(key)
/** Whoever has given no name yet. */
export const whoJudges = (): string => judgeName() ?? 'analyst'

/** Judges a claim where it stands; everything that is shown is asked for anew. */
export const useJudging = () => {
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ predicate: ({ meta }) => meta?.still !== true })
  const judge = useMutation({
    mutationFn: ({ claim, say }: { readonly claim: string; readonly say: Verdict }) =>
      act<Answer<'judge'>>('judge', { about: claim, say, who: whoJudges() }),
    onSuccess: refresh,
  })
  const undo = useMutation({
    mutationFn: (row: string) => act<Answer<'undo'>>('undo', { row, who: whoJudges() }),
    onSuccess: refresh,
  })
  return { judge, undo, error: judge.error ?? undo.error, busy: judge.isPending || undo.isPending }
}

/** Was the key pressed where it is typed into a field, or as part of a shortcut of the browser's? */
export const isTyping = (event: KeyboardEvent): boolean =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  (event.target instanceof Element && event.target.closest('input, select, textarea, dialog') !== null)
