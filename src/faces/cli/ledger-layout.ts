// How answers are laid out in a terminal: tables without boxes, marks that need no colour, words that no terminal obeys.
import Table from 'cli-table3'
import { createColors } from 'picocolors'

export interface TerminalLayout {
  /** Columns of the terminal. */
  readonly width: number
  readonly colour: boolean
}
export type Colours = ReturnType<typeof createColors>

export const coloursOf = ({ colour }: TerminalLayout): Colours => createColors(colour)

/** Terminals obey escape sequences; a document's words must not reach them. */
export const printable = (words: string): string => words.replace(/\p{Cc}+/gu, ' ')

/** At most so many characters, cut at a word. */
export const shorten = (words: string, length: number): string => {
  const plain = printable(words).replace(/\s+/g, ' ').trim()
  if (plain.length <= length) return plain
  const kept = plain.slice(0, Math.max(1, length - 2))
  return `${kept.slice(0, Math.max(kept.lastIndexOf(' '), Math.floor(length / 2)))} …`
}

const escapeCharacter = String.fromCharCode(27)
const ownColour = new RegExp(`(${escapeCharacter}\\[\\d+m)`)

const noLines = Object.fromEntries(
  [
    'top',
    'top-mid',
    'top-left',
    'top-right',
    'bottom',
    'bottom-mid',
    'bottom-left',
    'bottom-right',
    'left',
    'left-mid',
    'right',
    'right-mid',
    'mid',
    'mid-mid',
  ].map(part => [part, '']),
)

/** Rows under a header, columns as wide as they need. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[], colours: Colours): string => {
  const drawn = new Table({
    head: head.map(cell => colours.dim(cell)),
    chars: { ...noLines, middle: '  ' },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
  })
  drawn.push(...rows.map(row => row.map(printableCell)))
  return `${drawn
    .toString()
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')}\n`
}

/** A cell may carry our own colours, which are kept; any other control character is not. */
const printableCell = (cell: string): string =>
  cell
    .split(ownColour)
    .map((part, place) => (place % 2 === 1 ? part : printable(part)))
    .join('')

/** Sign of a direction by shape: ▲ for, ▼ against, ◆ neither; what is not actual is hollow. */
export const markOf = (direction: '+' | '-' | '0', actual = true): string =>
  ({ '+': actual ? '▲' : '△', '-': actual ? '▼' : '▽', '0': actual ? '◆' : '◇' })[direction]

/** Blue for, orange for against, as far as a terminal goes; shapes say it already. */
export const tint = (words: string, direction: '+' | '-' | '0' | null, colours: Colours): string =>
  direction === '+' ? colours.cyan(words) : direction === '-' ? colours.yellow(words) : words
