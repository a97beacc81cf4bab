// What may be wider than its place scrolls there, by keyboard too.
import type { ReactNode } from 'react'

export const Scroll = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
  // biome-ignore lint/a11y/useSemanticElements: a region that scrolls is no section of the page
  <div className="scroll" tabIndex={0} role="region" aria-label={label}>
    {children}
  </div>
)
