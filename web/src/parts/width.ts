// The width that an element has, for drawings that are made for it.
import { type RefObject, useEffect, useState } from 'react'

/** In steps of 20 pixels, so that dragging a window does not draw anew all the time; undefined until it is known. */
export const useWidth = (element: RefObject<HTMLElement | null>): number | undefined => {
  const [width, setWidth] = useState<number>()
  useEffect(() => {
    if (element.current === null) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.floor(entry.contentRect.width / 20) * 20)
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return width
}
