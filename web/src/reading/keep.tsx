// Keeps the text that is being read in the ledger, and leads to it there.
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AddAnswer } from '../answers.js'
import { act } from '../api.js'
import { words } from '../words.js'

const { read } = words

export const Keep = ({ body }: { readonly body: object }) => {
  const keep = useMutation({ mutationFn: () => act<AddAnswer>('add', body) })
  if (keep.data)
    return (
      <span role="status">
        {keep.data.added ? read.kept : read.keptBefore} ·{' '}
        <Link to="/documents/$entry" params={{ entry: keep.data.entry }}>
          {read.openKept}
        </Link>
      </span>
    )
  return (
    <>
      <button type="button" className="primary" onClick={() => keep.mutate()} disabled={keep.isPending}>
        {keep.isPending ? read.keeping : read.keep}
      </button>
      {keep.error && (
        <span className="fault" role="alert">
          {keep.error.message}
        </span>
      )}
    </>
  )
}
