// Coded documents in, one self-contained page out: each block of the text with its marks, the claim cards beside it.
// Law: whatever a document says is shown as text and never becomes markup; the page fetches nothing and has no inline handler.
import { createHash } from 'node:crypto'
import type { Claim, Direction, Quote } from '../../claims/types.js'
import type { Block, Span } from '../../text/types.js'
import type { Format, Reading } from './format.js'
import { pageScript, pageStyle } from './html-assets.js'
import { dateOf, type Statement, stateClaim } from './statement.js'
import { directionMarks } from './wording.js'

interface Card {
  /** Unique in the page. */
  readonly anchor: string
  /** Counted from 1 within the document, in the order of the text. */
  readonly number: number
  readonly claim: Claim
  readonly statement: Statement
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const escapeHtml = (words: string): string =>
  words.replace(/[&<>"']/g, character => entities[character] ?? character)

const hashOf = (source: string): string => `'sha256-${createHash('sha256').update(source).digest('base64')}'`

const shapeOf = (direction: Direction | undefined): string => directionMarks[direction ?? '0'].shape
const classOf = (direction: Direction | undefined): string => directionMarks[direction ?? '0'].word

const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

const numberLink = ({ anchor, number, statement }: Card): string => {
  const direction = classOf(statement.direction)
  const label = escapeHtml(`Claim ${number}, ${direction}: ${statement.sentence}`)
  return `<a class="number ${direction}" href="#${anchor}" data-claims="${anchor}" aria-label="${label}">${shapeOf(statement.direction)}${number}</a>`
}

/** The block's text cut at every edge of a quotation or trigger, each piece naming the claims that it serves. */
const markedText = (text: string, block: Span, cards: readonly Card[]): string => {
  const edges = cards
    .flatMap(({ claim }) => [claim.quote, claim.quotes.trigger])
    .flatMap(({ start, end }) => [start, end])
  const inside = edges.filter(edge => edge > block.start && edge < block.end)
  const cuts = [...new Set([block.start, ...inside, block.end])].sort((a, b) => a - b)
  return cuts
    .slice(0, -1)
    .map((start, index) => {
      const piece = { start, end: cuts[index + 1] ?? block.end }
      const words = escapeHtml(text.slice(piece.start, piece.end))
      const served = cards.filter(({ claim }) => covers(claim.quote, piece))
      const ending = cards.filter(({ claim }) => Math.min(claim.quote.end, block.end) === piece.end)
      const links = ending.map(numberLink).join('')
      if (served.length === 0) return words + links
      const pulled = served.find(({ claim }) => covers(claim.quotes.trigger, piece))
      const leading = pulled ?? served.reduce((short, card) => (lengthOf(card) < lengthOf(short) ? card : short))
      const classes = `mark ${classOf(leading.statement.direction)}${pulled === undefined ? '' : ' trigger'}`
      return `<span class="${classes}" data-claims="${served.map(card => card.anchor).join(' ')}">${words}</span>${links}`
    })
    .join('')
}

const lengthOf = ({ claim }: Card): number => claim.quote.end - claim.quote.start

const blockHtml = (text: string, block: Block, cards: readonly Card[], isTitle: boolean): string => {
  const words = markedText(text, block, cards)
  const source = [block.author, block.date].filter(part => part !== null).join(', ')
  const cite = source === '' ? '' : `<cite>${escapeHtml(source)}</cite>`
  switch (block.kind) {
    case 'heading':
      return isTitle ? `<h2 class="block">${words}</h2>` : `<h3 class="block">${words}</h3>`
    case 'quotation':
    case 'post':
      return `<blockquote class="block">${words}${cite}</blockquote>`
    case 'paragraph':
      return `<p class="block">${words}</p>`
    default:
      return `<p class="block aside">${words}</p>`
  }
}

const quotesHtml = (quotes: readonly Quote[]): string => quotes.map(({ exact }) => `“${escapeHtml(exact)}”`).join(', ')

const detailsHtml = ({ claim }: Card): string => {
  const { event, relation, quotes, rule, coder, id } = claim
  const code = event
    ? [event.type ?? 'statement', event.mode, ...event.contexts, `CAMEO ${event.cameo}`]
    : [relation?.name ?? claim.kind]
  const rows: readonly (readonly [string, string])[] = [
    ['code', escapeHtml(code.filter(part => part !== null).join(' · '))],
    ['who', quotesHtml(quotes.actor)],
    ['whom', quotesHtml(quotes.recipient)],
    ['trigger', quotesHtml([quotes.trigger])],
    ['voice', quotesHtml(quotes.cue)],
    ['date', quotesHtml(quotes.date)],
    ['polarity', quotesHtml(quotes.polarity)],
    ['modality', quotesHtml(quotes.modality)],
    ['rule', escapeHtml(rule)],
    ['coder', escapeHtml(coder)],
    ['claim', escapeHtml(id)],
  ]
  const shown = rows.filter(([, value]) => value !== '').map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`)
  return `<details><summary>Evidence and rule</summary><dl>${shown.join('')}</dl></details>`
}

const cardHtml = (card: Card): string => {
  const { anchor, number, statement } = card
  const stances = statement.stances.map(
    ({ dimension, direction }) =>
      `<span class="tag">${directionMarks[direction].shape} ${dimension} ${directionMarks[direction].word}</span>`,
  )
  const cautions = statement.cautions.map(caution => `<span class="tag doubt">${caution}</span>`)
  const facts = [statement.voice, statement.when, `sure ${statement.sure}`]
    .map((fact, index) => (index === 0 ? escapeHtml(fact) : `<span class="whole">${escapeHtml(fact)}</span>`))
    .join(' · ')
  return [
    `<li class="card ${classOf(statement.direction)}${statement.actual ? '' : ' unreal'}" id="${anchor}" tabindex="0">`,
    `<p><span class="shape" aria-hidden="true">${shapeOf(statement.direction)}</span> <span class="count">${number}</span> `,
    `${escapeHtml(statement.sentence)}${statement.sentence.endsWith('…') ? '' : '.'}</p>`,
    `<p class="facts">${[...stances, ...cautions].join('')}${facts}</p>`,
    detailsHtml(card),
    '</li>',
  ].join('')
}

const cardsHtml = (cards: readonly Card[]): string =>
  cards.length === 0 ? '' : `<ol class="cards" aria-label="Claims in this passage">${cards.map(cardHtml).join('')}</ol>`

const articleHtml = ({ coded: { document, claims, messages }, text, blocks }: Reading, place: number): string => {
  const cards = [...claims]
    .sort((a, b) => a.quote.start - b.quote.start || a.quotes.trigger.start - b.quotes.trigger.start)
    .map((claim, index): Card => {
      const number = index + 1
      return { anchor: `d${place}c${number}`, number, claim, statement: stateClaim(claim) }
    })
  const startsIn = (block: Block) => (card: Card) =>
    card.claim.quote.start >= block.start && card.claim.quote.start < block.end
  const [first] = blocks
  const showsTitle =
    first?.kind === 'heading' && text.slice(first.start, first.end).replace(/\s+/g, ' ') === document.title
  const rows = blocks.map(block => {
    const own = cards.filter(startsIn(block))
    const words = blockHtml(text, block, own, showsTitle && block === first)
    return `<div class="row">${words}${cardsHtml(own)}</div>`
  })
  const title = showsTitle ? rows[0] : `<h2>${escapeHtml(document.title ?? document.name)}</h2>`
  const published = document.publishedOn === null ? 'undated' : dateOf({ value: document.publishedOn, basis: 'text' })
  const count = `${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}`
  const source = [document.publisher, published, document.url, count].filter(part => part !== null).join(' · ')
  const trouble = messages.map(({ place, reason }) => `<li>${escapeHtml(`${place}: ${reason}`)}</li>`).join('')
  return [
    `<article lang="${escapeHtml(document.language)}">`,
    title,
    `<p class="source">${escapeHtml(source)}</p>`,
    trouble === '' ? '' : `<ul class="messages">${trouble}</ul>`,
    ...(showsTitle ? rows.slice(1) : rows),
    '</article>\n',
  ].join('\n')
}

const head = (): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${hashOf(pageStyle)}; script-src ${hashOf(pageScript)}">
<title>Demarche: who stands where</title>
<style>${pageStyle}</style>
</head>
<body>
<header class="page"><strong>Demarche</strong>
<ul><li>▲ for</li><li>▼ against</li><li>◆ open, or no position</li><li>dashed: not said to be so now</li></ul>
</header>
<main>
`

const tail = (): string => `</main>
<footer>Each claim rests on the words underlined; a thick line marks the word that carries it. Country codes are ISO 3166 and no political statement.</footer>
<script>${pageScript}</script>
</body>
</html>
`

/** One page that can be mailed: text and claims side by side, each the other's highlight. */
export const htmlFormat = (): Format => {
  let place = 0
  return { head, document: reading => articleHtml(reading, ++place), tail }
}
