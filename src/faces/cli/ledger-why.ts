// Why, as a terminal page: the stance, then each claim with its words, its voices and its citation.
import type { z } from 'zod'
import type { questions } from '../questions/index.js'
import type { Evidence } from '../questions/schemas.js'
import { type Colours, printable, shorten, type TerminalLayout, wrap } from './ledger-layout.js'

type Why = z.output<(typeof questions)['why']['output']>

const voicesOf = ({ voices, document }: Evidence): string =>
  voices
    .map(({ speaker, form }) => (speaker === 'author' ? (document?.publisher ?? 'the author') : `${speaker} (${form})`))
    .join(' ← ')

const kinWords = ({ kin }: Evidence): string => {
  if (kin === null) return ''
  const { claim, by, similarity } = kin
  return {
    document: `in the document of ${claim}`,
    words: `repeats the words of ${claim}`,
    copy: `copies ${claim}, about ${Math.round((similarity ?? 0) * 100)} % the same`,
    medium: `of one report with ${claim}`,
  }[by]
}

const evidenceLines = (evidence: Evidence, colours: Colours, width: number): string => {
  const facts = [
    evidence.date ?? 'undated',
    evidence.modality === 'actual' ? '' : evidence.modality,
    evidence.basis ?? '',
    evidence.origin === null ? '' : [`origin ${evidence.origin}`, kinWords(evidence)].filter(Boolean).join(' '),
    `sure ${evidence.confidence}`,
  ].filter(fact => fact !== '')
  const state = evidence.counts === 'counts' ? '' : colours.yellow(` [${evidence.counts}]`)
  const words =
    evidence.quote.state === 'moved' || evidence.quote.state === 'lost'
      ? colours.yellow(` [quotation ${evidence.quote.state}]`)
      : ''
  const judged = evidence.judgements.map(
    ({ say, who, reason }) => `    judged ${say} by ${who}${reason === null ? '' : `: ${shorten(reason, 80)}`}`,
  )
  return [
    `${colours.bold(evidence.claim)}  ${printable(evidence.says)}${state}${words}`,
    evidence.quote.exact === '' ? '    (no words: entered by hand)' : wrap(`“${evidence.quote.exact}”`, width, '    '),
    colours.dim(wrap(`${facts.join(', ')}; said by ${voicesOf(evidence)}; rule ${evidence.rule}`, width, '    ')),
    ...judged,
    colours.dim(wrap(evidence.citation.slice(evidence.citation.indexOf('” ') + 1).trim(), width, '    ')),
  ].join('\n')
}

/** The whole page. */
export const renderWhy = (answer: Why, stanceInWords: string, colours: Colours, { width }: TerminalLayout): string => {
  const { stance, evidence, total, offset, notes } = answer
  if (evidence.length === 0)
    return `Nothing was found about ${answer.about}. That is not “no position”.\nAsk for a claim’s id, or a cell as HOLDER:TARGET:DIMENSION, such as TJK:taliban:recognition.\n`
  const head =
    stance === null
      ? ''
      : `${stance.holderName} ${stanceInWords} toward ${stance.targetName}, as of ${answer.on}\n${[
          stance.since === null ? '' : `since ${stance.since}`,
          stance.lastConfirmed === null ? '' : `last confirmed ${stance.lastConfirmed}`,
          stance.basis === null ? '' : `basis: ${stance.basis}`,
          `${stance.origins} independent ${stance.origins === 1 ? 'origin' : 'origins'}`,
          stance.before === null ? '' : `before: ${stance.before.direction} ${stance.before.date}`,
        ]
          .filter(part => part !== '')
          .join(', ')}\n\n`
  const told = notes.map(({ who, text }) => `Note by ${who}: ${shorten(text, 200)}\n`).join('')
  const rest =
    offset + evidence.length < total
      ? `\n… ${total - offset - evidence.length} more: --offset ${offset + evidence.length}\n`
      : ''
  return `${head}${told}${evidence.map(each => evidenceLines(each, colours, width)).join('\n\n')}\n${rest}`
}
