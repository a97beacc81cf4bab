// The drawer that a cell opens: the stance in a sentence, then every claim it rests on with its words. The address names the cell.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { shownDirection, stanceSentence } from '../../../src/faces/formats/stance.js'
import type { Answer, Stance } from '../answers.js'
import { ask } from '../api.js'
import { words } from '../words.js'
import { Day } from './day.js'
import { Evidence } from './evidence.js'
import { Shape } from './shape.js'
import { Skeleton, TroubleNote } from './states.js'

const { drawer } = words

/** "TJK:taliban:recognition" */
export const cellOf = ({ holder, target, dimension }: Pick<Stance, 'holder' | 'target' | 'dimension'>): string =>
  `${holder}:${target}:${dimension}`

export const StanceFacts = ({ stance }: { readonly stance: Stance }) => (
  <>
    <p className="stance">
      <Shape direction={shownDirection(stance)} /> {stanceSentence(stance)}.
    </p>
    <p className="tags">
      {stance.basis && (
        <span className="tag open" title={words.bases[stance.basis]}>
          {stance.basis}
        </span>
      )}
      {stance.status !== 'current' && (
        <span className="tag caution" title={words.statusGlosses[stance.status]}>
          {words.statuses[stance.status]}
        </span>
      )}
      {stance.rung && <span className="tag open">{stance.rung}</span>}
      {stance.since && (
        <span className="soft">
          {drawer.since} <Day iso={stance.since} />
        </span>
      )}
      {stance.lastConfirmed && stance.lastConfirmed !== stance.since && (
        <span className="soft">
          {drawer.confirmed} <Day iso={stance.lastConfirmed} />
        </span>
      )}
      <span className="soft" title={drawer.originGloss}>
        {drawer.origins(stance.origins)}
      </span>
    </p>
    {stance.disputed && <p>{drawer.disputed}</p>}
    {stance.before && (
      <p className="soft">
        {words.drawer.beforeThat} <Shape direction={stance.before.direction} />{' '}
        {words.directions[stance.before.direction]}, <Day iso={stance.before.date} />
      </p>
    )}
    {stance.through && <p className="soft">{drawer.governs(stance.through.actor, stance.through.governs)}</p>}
  </>
)

export const Drawer = ({
  cell,
  on,
  onClose,
}: {
  readonly cell: string
  readonly on: string | undefined
  readonly onClose: () => void
}) => {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['why', cell, on],
    queryFn: ({ signal }) => ask<Answer<'why'>>('why', { about: cell, on }, signal),
  })
  const [holder = '', target = ''] = cell.split(':')
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      className="drawer"
      aria-label={data?.stance ? stanceSentence(data.stance) : cell}
      onClose={onClose}
      onClick={event => event.target === event.currentTarget && dialog.current?.close()}
    >
      <div className="sheet">
        <p className="row top">
          <Link to="/pair/$holder/$target" params={{ holder, target }}>
            {drawer.timeline}
          </Link>
          <button type="button" onClick={() => dialog.current?.close()}>
            {drawer.close}
          </button>
        </p>
        {error && <TroubleNote error={error} retry={() => void refetch()} />}
        {isPending && !error && <Skeleton />}
        {data && (
          <>
            {data.stance ? <StanceFacts stance={data.stance} /> : <p>{words.standing.noStance}</p>}
            <h2>{drawer.evidence}</h2>
            <ol className="evidence">
              {data.evidence.map(each => (
                <Evidence key={`${each.claim} ${each.document?.entry}`} evidence={each} />
              ))}
            </ol>
            {data.total > data.evidence.length && (
              <p className="soft">{drawer.more(data.evidence.length, data.total)}</p>
            )}
          </>
        )}
      </div>
    </dialog>
  )
}
