// A coded text: the article left, its claims right, each the other's hover; the same for a text just pasted and one kept in the ledger.
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { Reading } from '../answers.js'
import { Day, dayWords } from '../parts/day.js'
import { Legend } from '../parts/shape.js'
import { words } from '../words.js'
import { ClaimCard } from './claim-card.js'
import { placeClaims } from './lanes.js'
import { MarkedText } from './marked-text.js'

/** `“words” (Title, Publisher, 8 Sept 2021, address)` */
const citationOf = (exact: string, { title, name, publisher, publishedOn, url }: Reading['document']): string =>
  `“${exact}” (${[title ?? name, publisher, publishedOn && dayWords(publishedOn), url].filter(Boolean).join(', ')})`

const scrollTo = (id: string): void =>
  document.getElementById(id)?.scrollIntoView({ block: 'nearest', behavior: 'instant' })

export interface ReadingViewProps {
  readonly reading: Reading
  /** The claim that the address names. */
  readonly open: string | undefined
  readonly onOpen: (claim: string) => void
  readonly actions?: ReactNode
  readonly underCard?: ((claim: string) => ReactNode) | undefined
}

/** Marks and cards are pointed at when the pointer moves over them: one that comes to lie under a resting pointer is not. */
export const ReadingView = ({ reading, open, onOpen, actions, underCard }: ReadingViewProps) => {
  const { document: source, claims, messages, text, blocks } = reading
  const [pointed, setPointed] = useState<string>()
  const lit = pointed ?? open
  const placed = useMemo(() => placeClaims(claims), [claims])
  const cards = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (open !== undefined) scrollTo(`card-${open}`)
  }, [open])
  const point = (id: string | undefined): void => {
    setPointed(id)
    // The cards beside the text scroll on their own; below it they stay where they are.
    if (id !== undefined && cards.current !== null && cards.current.scrollHeight > cards.current.clientHeight)
      scrollTo(`card-${id}`)
  }
  return (
    <div className="reading">
      <article lang={source.language}>
        <header>
          <h2>{source.title ?? source.name}</h2>
          <p className="source">
            {source.publisher && <span>{source.publisher}</span>}
            <span>{source.publishedOn === null ? words.read.undated : <Day iso={source.publishedOn} />}</span>
            {source.url && <span className="address">{source.url}</span>}
            <span>{words.read.count(claims.length)}</span>
          </p>
          {actions && <p className="row actions">{actions}</p>}
        </header>
        {messages.length > 0 && (
          <section className="messages" aria-label={words.read.messages}>
            {messages.map(({ place, rule, reason }) => (
              <p key={`${place} ${rule} ${reason}`}>{reason}</p>
            ))}
          </section>
        )}
        <div className="words">
          <MarkedText
            text={text}
            blocks={blocks.filter(
              block =>
                !(
                  block.kind === 'heading' &&
                  text.slice(block.start, block.end) === source.title &&
                  block.start === blocks[0]?.start &&
                  !claims.some(claim => claim.quote.start < block.end)
                ),
            )}
            placed={placed}
            lit={lit}
            onPoint={point}
            onOpen={onOpen}
          />
        </div>
      </article>
      <section className="claims" aria-label={words.read.claims}>
        <Legend />
        {claims.length === 0 ? (
          <div className="empty">
            <p>{words.read.none}</p>
            <p>{words.read.noneHint}</p>
          </div>
        ) : (
          <ol ref={cards}>
            {placed.map(each => (
              <ClaimCard
                key={each.claim.id}
                placed={each}
                lit={lit === each.claim.id}
                citation={citationOf(each.claim.quote.exact, source)}
                onPoint={setPointed}
                onOpen={onOpen}
              >
                {underCard?.(each.claim.id)}
              </ClaimCard>
            ))}
          </ol>
        )}
      </section>
    </div>
  )
}
