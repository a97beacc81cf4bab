// One claim as the ledger answers for it: its quotation in its context first, then the voice, the day, the rule and what people said.
import { Link } from '@tanstack/react-router'
import type { Evidence as EvidenceAnswer } from '../answers.js'
import { words } from '../words.js'
import { Copy } from './copy.js'
import { Day } from './day.js'
import { classOf, Shape } from './shape.js'

const { drawer, card } = words

const voicesOf = (voices: EvidenceAnswer['voices']): string =>
  voices.map(({ speaker, form }) => (speaker === 'author' ? words.evidence.author : `${form} by ${speaker}`)).join(', ')

export const Quotation = ({ quote }: { readonly quote: EvidenceAnswer['quote'] }) => (
  <blockquote className="quotation">
    {quote.prefix && <span className="soft">…{quote.prefix}</span>}
    <mark>{quote.exact}</mark>
    {quote.suffix && <span className="soft">{quote.suffix}…</span>}
  </blockquote>
)

export const Evidence = ({ evidence }: { readonly evidence: EvidenceAnswer }) => {
  const { claim, says, quote, voices, date, basis, confidence, rule, counts, document, source, judgements, modality } =
    evidence
  const [position] = evidence.positions
  const title = document?.title ?? document?.name ?? source.title
  return (
    <li
      className={`card ${classOf(position?.direction)}${modality === 'actual' ? '' : ' beside'}`}
      id={`claim-${claim}`}
    >
      {quote.exact !== '' && <Quotation quote={quote} />}
      <p className="says">
        <Shape direction={position?.direction} /> {says}{' '}
        <span className="voice">
          — {voicesOf(voices)}, {date === null ? words.read.undated : <Day iso={date} />}
        </span>
      </p>
      <p className="tags">
        {basis && (
          <span className="tag open" title={words.bases[basis]}>
            {basis}
          </span>
        )}
        {modality !== 'actual' && <span className="tag caution">{modality}</span>}
        {drawer.counts[counts] && <span className="tag caution">{drawer.counts[counts]}</span>}
        {evidence.handEntered && <span className="tag caution">{drawer.handEntered}</span>}
        <span className="sure">{card.sure(`${Math.round(confidence * 100)} %`)}</span>
      </p>
      {drawer.quoteStates[quote.state] && <p className="soft">{drawer.quoteStates[quote.state]}</p>}
      {judgements.map(({ row, say, who, reason }) => (
        <p className="soft" key={row}>
          {who}: {say}
          {reason && ` — ${reason}`}
        </p>
      ))}
      <p className="row small">
        {document !== null ? (
          <Link to="/documents/$entry" params={{ entry: document.entry }} hash={claim}>
            {title}
          </Link>
        ) : (
          title && <span>{title}</span>
        )}
        <Copy label={card.copy} text={evidence.citation} />
        <span className="soft">{rule}</span>
      </p>
    </li>
  )
}
