// Where the text being read comes from, for the panels that ask the server about it again.
import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { Explanation } from '../answers.js'
import { act } from '../api.js'

export interface Source {
  /** What names the text to the server: the pasted text itself, an address, an example, an entry. */
  readonly body: object
  /** The same as a short key. */
  readonly key: string
  /** Is a ledger open that may hold more on it? */
  readonly hasLedger: boolean
}

export const SourceContext = createContext<Source>({ body: {}, key: '', hasLedger: false })

export const useSource = (): Source => useContext(SourceContext)

/** How the text was read: near misses and slant. Asked for once, when somebody wants to know. */
export const useExplanation = (enabled: boolean) => {
  const { body, key } = useSource()
  return useQuery({
    queryKey: ['explain', key],
    queryFn: ({ signal }) => act<Explanation>('explain', body, signal),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
    meta: { still: true },
  })
}
