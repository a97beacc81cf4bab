// What a page shows when it has nothing to show yet, nothing at all, or trouble. Skeletons come after 300 ms (style.css), never before.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Trouble } from '../api.js'
import { words } from '../words.js'

export const Skeleton = ({ lines = 6 }: { readonly lines?: number }) => (
  <div className="skeleton" role="status" aria-label={words.states.loading}>
    {Array.from({ length: lines }, (_, line) => (
      <div key={line} />
    ))}
  </div>
)

export const TroubleNote = ({
  error,
  retry,
}: {
  readonly error: unknown
  readonly retry?: (() => void) | undefined
}) => {
  const trouble = error instanceof Trouble ? error : undefined
  if (trouble?.kind === 'ledger-none')
    return (
      <Empty title={words.states.noLedgerTitle} lead={words.states.noLedger}>
        <Link className="button" to="/read">
          {words.states.readOwn}
        </Link>
      </Empty>
    )
  return (
    <div className="trouble" role="alert">
      <h2>{trouble?.title ?? words.states.unknown}</h2>
      {trouble !== undefined && <p>{trouble.message}</p>}
      {trouble?.remedy && <p>{trouble.remedy}</p>}
      {retry && (
        <button type="button" onClick={retry}>
          {words.states.again}
        </button>
      )}
    </div>
  )
}

export const Empty = ({
  title,
  lead,
  children,
}: {
  readonly title: string
  readonly lead?: string
  readonly children?: ReactNode
}) => (
  <div className="empty">
    <h2>{title}</h2>
    {lead && <p>{lead}</p>}
    {children && <p className="row">{children}</p>}
  </div>
)
