// Coded documents in, something to read in a terminal out: who → whom, what, said by, when, how sure, and the words.
// Law: every line fits the width; a dashed arrow and a named modality mark what is not actual; colour repeats what shapes say.
import Table from 'cli-table3'
import { createColors } from 'picocolors'
import type { CodedDocument } from '../../claims/types.js'
import type { Format, Layout } from './format.js'
import { slantLines } from './slant-lines.js'
import { dateOf, type Statement, stateClaim } from './statement.js'
import { directionMarks } from './wording.js'

type Colours = ReturnType<typeof createColors>

const quotationUnits = 160
/** Below this many columns the six cells of a row stand under each other. */
const tableWidth = 96
const noLines = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  right: '',
  'right-mid': '',
  mid: '─',
  'mid-mid': '─',
  middle: ' ',
}

const shorten = (words: string): string => {
  const plain = words.replace(/\s+/gu, ' ').trim()
  if (plain.length <= quotationUnits) return plain
  const kept = plain.slice(0, quotationUnits)
  return `${kept.slice(0, Math.max(kept.lastIndexOf(' '), quotationUnits / 2))} …`
}

/** Terminals obey escape sequences; a document's words must not reach them. */
const printable = (words: string): string => words.replace(/\p{Cc}+/gu, ' ')

const arrow = (statement: Statement): string => (statement.actual ? (statement.mutual ? '⇄' : '→') : '⇢')

const tinted = (statement: Statement, words: string, colours: Colours): string =>
  statement.direction === '+' ? colours.cyan(words) : statement.direction === '-' ? colours.red(words) : words

const stanceLine = (statement: Statement): string =>
  statement.stances.map(({ dimension, direction }) => `${directionMarks[direction].shape} ${dimension}`).join(', ')

const what = (statement: Statement, colours: Colours): string => {
  const cautions = statement.cautions.length === 0 ? '' : colours.yellow(`(${statement.cautions.join(', ')})`)
  return [statement.deed, tinted(statement, stanceLine(statement), colours), cautions]
    .filter(part => part !== '')
    .join('\n')
}

const heading = ({ document, claims }: CodedDocument, colours: Colours): string => {
  const published = document.publishedOn === null ? 'undated' : dateOf({ value: document.publishedOn, basis: 'text' })
  const source = [document.publisher, published].filter(part => part !== null).join(', ')
  const count = `${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}`
  return `${colours.bold(printable(document.title ?? document.name))}\n${colours.dim(printable(`${source} · ${count}`))}\n`
}

const wide = ({ claims }: CodedDocument, width: number, colours: Colours): string => {
  const free = width - 6
  const share = (part: number): number => Math.floor(free * part)
  const columns = [share(0.2), share(0.19), share(0.17), 13, 7]
  const table = new Table({
    head: ['Who → whom', 'What', 'Said by', 'When', 'Sure', 'Words'].map(title => colours.dim(title)),
    colWidths: [...columns, free - columns.reduce((sum, column) => sum + column, 0)],
    wordWrap: true,
    chars: noLines,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 1 },
  })
  for (const claim of claims) {
    const statement = stateClaim(claim)
    table.push(
      [
        `${statement.who} ${tinted(statement, arrow(statement), colours)} ${statement.whom}`,
        what(statement, colours),
        statement.voice,
        statement.when,
        statement.sure,
        colours.dim(`“${shorten(printable(claim.quote.exact))}”`),
      ].map(cell => cell.trim()),
    )
  }
  return `${table.toString()}\n`
}

/** Breaks at spaces so that no line is longer than `width`; a longer word keeps its line. */
const wrap = (words: string, width: number, indent: string): string => {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width - indent.length)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.map(line => `${indent}${line}`).join('\n')
}

/** A line whose further lines stand under it, indented. */
const hanging = (words: string, width: number): string => wrap(words, width - 2, '').replaceAll('\n', '\n  ')

const narrow = ({ claims }: CodedDocument, width: number, colours: Colours): string =>
  claims
    .map(claim => {
      const statement = stateClaim(claim)
      const mark = statement.direction === undefined ? '·' : directionMarks[statement.direction].shape
      const facts = [stanceLine(statement), ...statement.cautions, statement.voice, statement.when, statement.sure]
      return [
        tinted(statement, wrap(`${mark} ${statement.sentence}`, width, ''), colours),
        wrap(facts.filter(fact => fact !== '').join(' · '), width, '  '),
        colours.dim(wrap(`“${shorten(printable(claim.quote.exact))}”`, width, '  ')),
      ].join('\n')
    })
    .join('\n\n')
    .concat('\n')

/** For terminals: six columns where there is room, stacked lines where there is not. */
export const tableFormat = ({ width, colour }: Layout): Format => {
  const colours = createColors(colour)
  return {
    head: () => '',
    document: ({ coded }) => {
      const body =
        coded.claims.length === 0
          ? ''
          : `${width < tableWidth ? narrow(coded, width, colours) : wide(coded, width, colours)}\n`
      const slant = slantLines(coded).map(line => `${hanging(printable(line), width)}\n`)
      return `${heading(coded, colours)}\n${body}${slant.length === 0 ? '' : `${slant.join('')}\n`}`
    },
    tail: () => '',
  }
}
