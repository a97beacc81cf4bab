// Texts that were pasted, kept for this tab only, so that going back and loading anew find them again.
import type { PastedText } from '../../../src/faces/api/incoming.js'

export type Pasted = PastedText | { readonly url: string; readonly publishedOn: string | null }

const keyOf = (id: string): string => `demarche-text-${id}`

/** Keeps a text and gives the id under which it is found; too large a text is kept nowhere and read all the same. */
export const keepPasted = (pasted: Pasted): string => {
  const id = crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36)
  try {
    sessionStorage.setItem(keyOf(id), JSON.stringify(pasted))
  } catch {
    sessionStorage.clear()
    sessionStorage.setItem(keyOf(id), JSON.stringify(pasted))
  }
  return id
}

export const findPasted = (id: string): Pasted | undefined => {
  const kept = sessionStorage.getItem(keyOf(id))
  return kept === null ? undefined : (JSON.parse(kept) as Pasted)
}
