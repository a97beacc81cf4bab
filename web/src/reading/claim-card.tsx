// A claim in a sentence, with its voice, its date and how sure it is; the code is there for those who want it.
import type { ReactNode } from 'react'
import type { Claim, Quote } from '../../../src/claims/types.js'
import { stateClaim } from '../../../src/faces/formats/statement.js'
import { Copy } from '../parts/copy.js'
import { classOf, Shape } from '../parts/shape.js'
import { words } from '../words.js'
import type { Placed } from './lanes.js'

const { card } = words

const quoted = (quotes: readonly Quote[]): string => quotes.map(({ exact }) => `“${exact}”`).join(', ')

const codeOf = ({ event, relation, kind }: Claim): string =>
  event
    ? [event.type ?? 'statement', event.mode, ...event.contexts, `CAMEO ${event.cameo}`].filter(Boolean).join(' · ')
    : (relation?.name ?? kind)

const Facts = ({ claim }: { readonly claim: Claim }) => {
  const { trigger, ...quotes } = claim.quotes
  const rows: readonly (readonly [string, string])[] = [
    [card.roles.trigger, quoted([trigger])],
    ...Object.entries(quotes).map(
      ([role, found]) => [card.roles[role as keyof typeof card.roles], quoted(found)] as const,
    ),
    [
      card.positions,
      claim.positions
        .map(each => `${each.holder} → ${each.target} ${each.dimension} ${words.directions[each.direction]}`)
        .join('; '),
    ],
    [card.code, codeOf(claim)],
    [card.rule, claim.rule],
    [card.coder, claim.coder],
    [card.id, claim.id],
  ]
  return (
    <dl>
      {rows
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

export interface ClaimCardProps {
  readonly placed: Placed
  readonly lit: boolean
  readonly citation: string
  readonly onPoint: (id: string | undefined) => void
  readonly onOpen: (id: string) => void
  readonly children?: ReactNode
}

export const ClaimCard = ({ placed, lit, citation, onPoint, onOpen, children }: ClaimCardProps) => {
  const { claim, number } = placed
  const statement = stateClaim(claim)
  const { words: said, basis } = claim.date
  const from = said === null || basis !== 'text' || claim.date.value === null ? undefined : card.from(said)
  return (
    <li
      id={`card-${claim.id}`}
      className={`card ${classOf(statement.direction)}${statement.actual ? '' : ' beside'}${claim.opinion || claim.hearsay ? ' judged' : ''}${lit ? ' lit' : ''}`}
      onPointerMove={() => onPoint(claim.id)}
      onPointerLeave={() => onPoint(undefined)}
      onFocus={() => onPoint(claim.id)}
    >
      <p className="says">
        <button
          type="button"
          className="number"
          onClick={() => onOpen(claim.id)}
          aria-label={words.read.claimLink(number, words.directions[statement.direction ?? '0'], statement.sentence)}
        >
          <Shape direction={statement.direction} />
          {number}
        </button>{' '}
        {statement.who} <strong>{statement.deed}</strong> {statement.whom}
        <span className="voice">
          {' '}
          — {statement.voice}, {statement.when}
          {from && ` (${from})`}
        </span>
      </p>
      <p className="tags">
        {statement.stances.map(({ dimension, direction }) => (
          <span
            key={dimension + direction}
            className={`tag ${classOf(direction)}`}
            title={words.glosses[dimension as keyof typeof words.glosses]}
          >
            {dimension} {words.directions[direction]}
          </span>
        ))}
        {statement.cautions.map(caution => (
          <span key={caution} className="tag caution">
            {caution}
          </span>
        ))}
        <span className="sure" title={card.sureGloss}>
          {card.sure(statement.sure)}
        </span>
      </p>
      <details>
        <summary>{card.evidence}</summary>
        <Facts claim={claim} />
        <p className="row">
          <Copy label={card.copy} text={citation} />
          <Copy label={card.link} text={new URL(`#${claim.id}`, location.href).href} />
        </p>
      </details>
      {children}
    </li>
  )
}
