// A claim in a sentence, with its voice, its date and how sure it is; beneath, for those who open it, its evidence, its rule, what all but
// fired in its sentence, and what the ledger holds on it.
import { memo, type ReactNode, useState } from 'react'
import type { Claim, Quote } from '../../../src/claims/types.js'
import { stateClaim } from '../../../src/faces/formats/statement.js'
import { Copy, linkTo } from '../parts/copy.js'
import { classOf, Shape } from '../parts/shape.js'
import { words } from '../words.js'
import { InLedger } from './in-ledger.js'
import type { Placed } from './lanes.js'
import { NearMisses } from './near-misses.js'
import { useSource } from './source.js'

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

/** "said by …", or whose judgement it is: an opinion never reads like a report. */
const voiceOf = (claim: Claim, voice: string, author: string | null): string => {
  if (!claim.opinion) return voice
  const speaker = claim.attribution.at(-1)?.speaker ?? 'author'
  return card.judgementOf(
    typeof speaker === 'string'
      ? speaker === 'author'
        ? (author ?? card.author)
        : words.slant.unnamed
      : (speaker.agent?.name ?? speaker.name),
  )
}

export interface ClaimCardProps {
  readonly placed: Placed
  readonly lit: boolean
  readonly citation: string
  /** Who wrote the text, as far as it is known. */
  readonly author: string | null
  readonly onPoint: (id: string | undefined) => void
  readonly onOpen: (id: string) => void
  readonly children?: ReactNode
}

export const ClaimCard = memo(({ placed, lit, citation, author, onPoint, onOpen, children }: ClaimCardProps) => {
  const { claim, number } = placed
  const { hasLedger } = useSource()
  const [isOpen, setOpen] = useState(false)
  const statement = stateClaim(claim)
  const { words: said, basis } = claim.date
  const from = said === null || basis !== 'text' || claim.date.value === null ? undefined : card.from(said)
  const classes = [
    'card',
    classOf(statement.direction),
    (!statement.actual || claim.hearsay) && 'beside',
    claim.opinion && 'judged',
    lit && 'lit',
  ]
  return (
    <li
      id={`card-${claim.id}`}
      className={classes.filter(Boolean).join(' ')}
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
          — {voiceOf(claim, statement.voice, author)}, {statement.when}
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
      {children}
      <details onToggle={event => setOpen(event.currentTarget.open)}>
        <summary>{card.evidence}</summary>
        {isOpen && (
          <>
            <Facts claim={claim} />
            <NearMisses claim={claim} />
            {hasLedger && claim.positions.length > 0 && <InLedger claim={claim} />}
            <p className="row">
              <Copy label={words.copy.citation} text={citation} />
              <Copy label={words.copy.link} text={linkTo(`#${claim.id}`)} />
            </p>
          </>
        )}
      </details>
    </li>
  )
})
