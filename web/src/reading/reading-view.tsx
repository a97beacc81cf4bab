// A coded text: the article left, its claims right, each the other's hover; its slant beside them on request. The same for a text just
// pasted and one kept in the ledger.
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Reading } from '../answers.js'
import { Day, dayWords } from '../parts/day.js'
import { Legend } from '../parts/shape.js'
import { words } from '../words.js'
import { ClaimCard } from './claim-card.js'
import { placeClaims } from './lanes.js'
import { MarkedText } from './marked-text.js'
import { Slant } from './slant.js'

/** `“words” (Title, Publisher, 8 Sept 2021, address)` */
const citationOf = (exact: string, { title, name, publisher, publishedOn, url }: Reading['document']): string =>
  `“${exact}” (${[title ?? name, publisher, publishedOn && dayWords(publishedOn), url].filter(Boolean).join(', ')})`

const scrollTo = (element: Element | null | undefined): void =>
  element?.scrollIntoView({ block: 'nearest', behavior: 'instant' })

/** The blocks without a first heading that says the title again and carries no claim. */
const blocksBelowTitle = ({ blocks, text, document, claims }: Reading): Reading['blocks'] => {
  const [first] = blocks
  const repeats =
    first?.kind === 'heading' &&
    text.slice(first.start, first.end) === document.title &&
    !claims.some(claim => claim.quote.start < first.end)
  return repeats ? blocks.slice(1) : blocks
}

const Head = ({
  source,
  count,
  children,
}: {
  readonly source: Reading['document']
  readonly count: number
  readonly children: ReactNode
}) => (
  <header>
    <h2>{source.title ?? source.name}</h2>
    <p className="source">
      {source.publisher && <span>{source.publisher}</span>}
      <span>{source.publishedOn === null ? words.undated : <Day iso={source.publishedOn} />}</span>
      {source.url && <span className="address">{source.url}</span>}
      <span>{words.read.count(count)}</span>
    </p>
    <div className="row actions">{children}</div>
  </header>
)

export interface ReadingViewProps {
  readonly reading: Reading
  /** The claim that the address names. */
  readonly open: string | undefined
  readonly onOpen: (claim: string) => void
  /** Is the slant of the text shown? */
  readonly slant: boolean
  readonly onSlant: (shown: boolean) => void
  readonly actions?: ReactNode
  readonly underCard?: ((claim: string) => ReactNode) | undefined
}

/** Marks and cards are pointed at when the pointer moves over them: one that comes to lie under a resting pointer is not. */
export const ReadingView = ({ reading, open, onOpen, slant, onSlant, actions, underCard }: ReadingViewProps) => {
  const { document: source, claims, messages, text } = reading
  const [pointed, setPointed] = useState<string>()
  const lit = pointed ?? open
  const placed = useMemo(() => placeClaims(claims), [claims])
  const blocks = useMemo(() => blocksBelowTitle(reading), [reading])
  const cards = useRef<HTMLOListElement>(null)
  const article = useRef<HTMLDivElement>(null)
  const opened = useRef(onOpen)
  opened.current = onOpen
  const openClaim = useCallback((id: string) => opened.current(id), [])
  useEffect(() => {
    if (open === undefined) return
    scrollTo(document.getElementById(`card-${open}`))
    scrollTo(article.current?.querySelector('.mark.lit'))
  }, [open])
  const point = useCallback((id: string | undefined): void => {
    setPointed(id)
    // The cards beside the text scroll on their own; below it they stay where they are.
    const list = cards.current
    if (id !== undefined && list !== null && list.scrollHeight > list.clientHeight)
      scrollTo(document.getElementById(`card-${id}`))
  }, [])
  const showPlace = (start: number): void => {
    const places = [...(article.current?.querySelectorAll<HTMLElement>('[data-start]') ?? [])]
    places
      .findLast(block => Number(block.dataset.start) <= start)
      ?.scrollIntoView({ block: 'center', behavior: 'instant' })
  }
  return (
    <div className={`reading${slant ? ' with-notes' : ''}`}>
      <article lang={source.language}>
        <Head source={source} count={claims.length}>
          {actions}
          <button type="button" aria-pressed={slant} onClick={() => onSlant(!slant)}>
            {slant ? words.slant.hide : words.slant.show}
          </button>
        </Head>
        {messages.length > 0 && (
          <section className="messages" aria-label={words.read.messages}>
            {messages.map(({ place, rule, reason }) => (
              <p key={`${place} ${rule} ${reason}`}>{reason}</p>
            ))}
          </section>
        )}
        <div className="words" ref={article}>
          <MarkedText text={text} blocks={blocks} placed={placed} lit={lit} onPoint={point} onOpen={openClaim} />
        </div>
      </article>
      {slant && (
        <section className="notes" aria-label={words.slant.title}>
          <Slant onShow={showPlace} />
        </section>
      )}
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
                author={source.publisher}
                onPoint={setPointed}
                onOpen={openClaim}
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
