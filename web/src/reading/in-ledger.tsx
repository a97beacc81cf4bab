// What the ledger holds on the position of a claim: how much agrees with it, and what stands against it, each a way to its words.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Claim, Position } from '../../../src/claims/types.js'
import type { Answer } from '../answers.js'
import { ask } from '../api.js'
import { Day } from '../parts/day.js'
import { Shape } from '../parts/shape.js'
import { cellOf } from '../parts/stance-cell.js'
import { words } from '../words.js'

const { inLedger } = words
/** So many of those against it are listed; the history has all. */
const mostListed = 3

const opposite = { '+': '-', '-': '+', '0': undefined } as const

const OnPosition = ({ claim, position }: { readonly claim: string; readonly position: Position }) => {
  const { holder, target, dimension, direction } = position
  const { data } = useQuery({
    queryKey: ['timeline', holder, target, dimension],
    queryFn: ({ signal }) =>
      ask<Answer<'timeline'>>('timeline', { holder, target, dimension: [dimension], on: '2099-12-31' }, signal),
  })
  if (data === undefined) return <p className="soft">{words.states.loading} …</p>
  const others = data.entries.filter(entry => entry.claim !== claim)
  const against = others.filter(entry => entry.direction === opposite[direction] || entry.basis === 'denied')
  const agreeing = others.filter(entry => entry.direction === direction && entry.basis !== 'denied')
  if (others.length === 0) return <p className="soft">{inLedger.none}</p>
  return (
    <>
      <p>
        {inLedger.agrees(agreeing.length)} ·{' '}
        <Link to="/standing" search={{ dimension, cell: cellOf(position) }}>
          {inLedger.cell}
        </Link>{' '}
        ·{' '}
        <Link to="/pair/$holder/$target" params={{ holder, target }}>
          {inLedger.history}
        </Link>
      </p>
      {against.length > 0 && (
        <>
          <p>
            <strong>{inLedger.contradicts}:</strong>
          </p>
          <ul>
            {against.slice(-mostListed).map(entry => (
              <li key={`${entry.claim} ${entry.entry}`}>
                <Shape direction={entry.direction} /> {words.directions[entry.direction]},{' '}
                {entry.date === null ? words.undated : <Day iso={entry.date} />},{' '}
                {entry.modality === 'actual' ? entry.basis : words.modalities[entry.modality]} ·{' '}
                <Link to="/documents/$entry" params={{ entry: entry.entry }} hash={entry.claim}>
                  {words.drawer.evidence}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

export const InLedger = ({ claim }: { readonly claim: Claim }) => (
  <section className="inset">
    <h4>{inLedger.title}</h4>
    {claim.positions.slice(0, mostListed).map(position => (
      <OnPosition key={cellOf(position)} claim={claim.id} position={position} />
    ))}
  </section>
)
