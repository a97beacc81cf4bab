// Copies words to the clipboard and says so where the button stands; where the browser has no clipboard to give, it says that too.
import { useEffect, useState } from 'react'
import { words } from '../words.js'

export const Copy = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const [told, setTold] = useState<string>()
  useEffect(() => {
    if (told === undefined) return
    const timer = setTimeout(() => setTold(undefined), 2_000)
    return () => clearTimeout(timer)
  }, [told])
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setTold(words.copy.done)
    } catch {
      setTold(words.copy.failed)
    }
  }
  return (
    <button type="button" className="quiet" onClick={() => void copy()}>
      <span aria-live="polite">{told ?? label}</span>
    </button>
  )
}

/** The whole address of a place in this page; "#…" is a place in what is shown. */
export const linkTo = (path: string): string => new URL(path, location.href).href
