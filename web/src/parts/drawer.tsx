// The drawer that a cell opens: the stance in a sentence, then every claim it rests on with its words. The address names the cell.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { shownDirection, stanceSentence } from '../../../src/faces/formats/stance.js'
import type { Answer, Stance } from '../answers.js'
import { ask, queryOf } from '../api.js'
import { words } from '../words.js'
import { Copy, linkTo } from './copy.js'
import { Day, dayWords, today } from './day.js'
import { Evidence } from './evidence.js'
import { Shape } from './shape.js'
import { Skeleton, TroubleNote } from './states.js'

const { drawer } = words
const firstPage = 20

const StanceFacts = ({ stance }: { readonly stance: Stance }) => (
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
          {words.since} <Day iso={stance.since} />
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
        {drawer.beforeThat} <Shape direction={stance.before.direction} /> {words.directions[stance.before.direction]},{' '}
        <Day iso={stance.before.date} />
      </p>
    )}
    {stance.through && <p className="soft">{drawer.governs(stance.through.actor, stance.through.governs)}</p>}
  </>
)

const opposite = { '+': '-', '-': '+', '0': undefined } as const

/** Does the claim say otherwise than what stands in the cell? */
const isAgainst = (stance: Stance | null, { positions }: Answer<'why'>['evidence'][number]): boolean =>
  stance?.direction != null &&
  positions.some(
    each =>
      each.holder === stance.holder &&
      each.target === stance.target &&
      each.dimension === stance.dimension &&
      each.direction === opposite[stance.direction!],
  )

export interface DrawerProps {
  readonly cell: string
  readonly on: string | undefined
  readonly onClose: () => void
}

export const Drawer = ({ cell, on, onClose }: DrawerProps) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const close = useRef<HTMLButtonElement>(null)
  const [limit, setLimit] = useState(firstPage)
  useEffect(() => {
    dialog.current?.showModal()
    close.current?.focus()
  }, [])
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['why', cell, on, limit],
    queryFn: ({ signal }) => ask<Answer<'why'>>('why', { about: cell, on, limit }, signal),
    placeholderData: keepPreviousData,
  })
  const [holder = '', target = '', dimension = ''] = cell.split(':')
  const link = linkTo(`/standing${queryOf({ dimension, on, cell })}`)
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
        <div className="row top">
          <Link to="/pair/$holder/$target" params={{ holder, target }}>
            {drawer.timeline}
          </Link>
          {data?.stance && (
            <Copy
              label={words.copy.citation}
              text={drawer.cite(
                stanceSentence(data.stance),
                dayWords(on ?? today()),
                drawer.origins(data.stance.origins),
                link,
              )}
            />
          )}
          <Copy label={words.copy.link} text={link} />
          <button ref={close} type="button" onClick={() => dialog.current?.close()}>
            {drawer.close}
          </button>
        </div>
        {error && <TroubleNote error={error} retry={() => void refetch()} />}
        {isPending && !error && <Skeleton />}
        {data && (
          <>
            {data.stance ? <StanceFacts stance={data.stance} /> : <p className="stance">{words.standing.noStance}</p>}
            {data.evidence.length === 0 ? (
              <p className="soft">{drawer.noEvidence}</p>
            ) : (
              <>
                <h2>{drawer.evidence}</h2>
                <ol className="evidence">
                  {data.evidence.map(each => (
                    <Evidence
                      key={`${each.claim} ${each.document?.entry}`}
                      evidence={each}
                      against={isAgainst(data.stance, each)}
                    />
                  ))}
                </ol>
              </>
            )}
            {data.total > data.evidence.length && (
              <p className="row small">
                <span className="soft">{drawer.more(data.evidence.length, data.total)}</span>
                <button type="button" className="quiet" onClick={() => setLimit(limit * 4)}>
                  {drawer.showMore}
                </button>
              </p>
            )}
          </>
        )}
      </div>
    </dialog>
  )
}
