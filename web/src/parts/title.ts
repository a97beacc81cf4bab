// The title of the window: what is shown first, the name of the page last.
import { useEffect } from 'react'
import { words } from '../words.js'

/** @param title undefined while it is not known. */
export const useTitle = (title: string | undefined): void => {
  useEffect(() => {
    if (title !== undefined) document.title = `${title} — ${words.name}`
  }, [title])
}
