// Keys for what is a button without being one in HTML, as signs in a drawing are: Enter and space press it.
import type { KeyboardEvent } from 'react'

/** The key does nothing else: what opens and takes the focus is not pressed by it in turn. */
export const onPress =
  (act: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    act()
  }
