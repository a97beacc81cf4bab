// One claim as the ledger answers for it: its quotation in its context first, then what it says, the voice, the day, the rule, and what
// people said of it.
import { Link } from '@tanstack/react-router'
import type { Evidence as EvidenceAnswer } from '../answers.js'
import { words } from '../words.js'
import { Copy, linkTo } from './copy.js'
import { Day } from './day.js'
import { JudgeRow } from './judge-row.js'
import { classOf, Shape } from './shape.js'

const { drawer, card } = words

export const voicesOf = (voices: EvidenceAnswer['voices']): string =>
  voices.map(({ speaker, form }) => (speaker === 'author' ? words.evidence.author : `${form} by ${speaker}`)).join(', ')

export const percent = (share: number): string => `${Math.round(share * 100)}%`

type Cited = Pick<EvidenceAnswer, 'quote' | 'paragraph'>

/** So many characters around a quotation are shown of its paragraph, cut between words. */
const around = 90

const tailOf = (text: string): string =>
  text.length <= around ? text : `… ${text.slice(-around).replace(/^\S*\s/, '')}`
const headOf = (text: string): string =>
  text.length <= around ? text : `${text.slice(0, around).replace(/\s\S*$/, '')} …`

/** The words with what stands around them: some of it, or the whole paragraph. */
export const Quotation = ({ cited: { quote, paragraph }, whole = false }: { cited: Cited; whole?: boolean }) => {
  const { before: all, after: rest } = paragraph ?? { before: quote.prefix, after: quote.suffix }
  const [before, after] = whole ? [all, rest] : [tailOf(all), headOf(rest)]
  return (
    <blockquote className="quotation">
      {before && <span className="soft">{before}</span>}
      <mark>{quote.exact}</mark>
      {after && <span className="soft">{after}</span>}
    </blockquote>
  )
}

const verdicts = ['right', 'wrong', 'unsure']

export const Evidence = ({
  evidence,
  against = false,
}: {
  readonly evidence: EvidenceAnswer
  /** It says otherwise than what stands. */
  readonly against?: boolean
}) => {
  const {
    claim,
    sentence,
    quote,
    voices,
    date,
    basis,
    confidence,
    rule,
    counts,
    document,
    source,
    judgements,
    modality,
  } = evidence
  const [position] = evidence.positions
  const title = document?.title ?? document?.name ?? source.title
  const verdict = judgements.findLast(({ say }) => verdicts.includes(say))
  const others = judgements.filter(each => each !== verdict)
  const isBeside = modality !== 'actual' || basis === 'hearsay'
  return (
    <li
      className={`card ${classOf(position?.direction)}${isBeside ? ' beside' : ''}${basis === 'opinion' ? ' judged' : ''}`}
      id={`claim-${claim}`}
    >
      {quote.exact !== '' && <Quotation cited={evidence} />}
      <p className="says">
        <Shape direction={position?.direction} /> {sentence}{' '}
        <span className="voice">
          — {voicesOf(voices)}, {date === null ? words.undated : <Day iso={date} />}
        </span>
      </p>
      <p className="tags">
        {basis && (
          <span className="tag open" title={words.bases[basis]}>
            {basis}
          </span>
        )}
        {modality !== 'actual' && <span className="tag caution">{words.modalities[modality]}</span>}
        {against && <span className="tag caution">{drawer.against}</span>}
        {drawer.counts[counts] && <span className="tag caution">{drawer.counts[counts]}</span>}
        {evidence.handEntered && <span className="tag caution">{drawer.handEntered}</span>}
        <span className="sure" title={card.sureGloss}>
          {card.sure(percent(confidence))}
        </span>
        {!evidence.handEntered && <span className="sure">{rule}</span>}
      </p>
      {quote.exact !== '' && drawer.quoteStates[quote.state] && (
        <p className="soft">{drawer.quoteStates[quote.state]}</p>
      )}
      {others.map(({ row, say, who, reason }) => (
        <p className="soft" key={row}>
          {who}: {say}
          {reason && ` — ${reason}`}
        </p>
      ))}
      <JudgeRow claim={claim} judged={verdict} />
      <p className="row small">
        {document !== null ? (
          <Link to="/documents/$entry" params={{ entry: document.entry }} hash={claim}>
            {title}
          </Link>
        ) : (
          title && <span>{title}</span>
        )}
        <Copy label={words.copy.citation} text={evidence.citation} />
        {document !== null && <Copy label={words.copy.link} text={linkTo(`/documents/${document.entry}#${claim}`)} />}
      </p>
    </li>
  )
}
