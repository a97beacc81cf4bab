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

/** Columns as a reader sees them: without colour codes. */
const visible = (cell: string): number =>
  [
    ...cell
      .split(ownColour)
      .filter((_, place) => place % 2 === 0)
      .join(''),
  ].length

const gap = 2
/** Widths that fit the terminal: the widest columns give way first, and none becomes narrower than its longest word. */
const fitWidths = (wanted: readonly number[], least: readonly number[], width: number): readonly number[] => {
  const widths = [...wanted]
  const total = () => widths.reduce((sum, each) => sum + each, 0) + gap * (widths.length - 1)
  while (total() > width) {
    const room = widths.map((each, column) => (each > least[column]! ? each : 0))
    const widest = Math.max(...room)
    if (widest === 0) break
    widths[room.indexOf(widest)]! -= 1
  }
  return widths
}

/** A mark stays on the line of its word: the space between them is no place to break. */
const heldSpace = '\u00a0'
const holdMarks = (cell: string): string => cell.replaceAll(/(?<=[▲▼◆△▽◇✕]) /g, heldSpace)

/**
 * Rows under a header, columns as wide as they need; where the terminal has less room, words are wrapped inside their columns. A column
 * in which no row says anything is left out.
 */
export const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { width, colour }: TerminalLayout,
): string => {
  const colours = createColors(colour)
  const told = head.map((_, column) => rows.some(row => row[column] !== ''))
  const keep = <T>(cells: readonly T[]): readonly T[] => cells.filter((_, column) => told[column])
  const names = keep(head)
  const cells = rows.map(row => keep(row).map(cell => holdMarks(printableCell(cell))))
  const columns = names.map((name, column) => [name, ...cells.map(row => row[column] ?? '')])
  const longest = (parts: readonly string[]): number => Math.max(...parts.map(visible))
  const widths = fitWidths(
    columns.map(longest),
    columns.map(column => longest(column.flatMap(cell => cell.split(' ')))),
    width,
  )
  const drawn = new Table({
    head: names.map(cell => colours.dim(cell)),
    chars: { ...noLines, middle: ' '.repeat(gap) },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colWidths: [...widths],
    wordWrap: true,
  })
  drawn.push(...cells.map(row => [...row]))
  return `${drawn
    .toString()
    .replaceAll(heldSpace, ' ')
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')}\n`
}

/** Words in lines of at most so many columns, each after the indent. */
export const wrap = (words: string, width: number, indent = ''): string => {
  const lines: string[] = []
  let line = ''
  for (const word of printable(words).split(/\s+/)) {
    if (line !== '' && line.length + word.length + 1 > width - indent.length) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].map(each => `${indent}${each}`).join('\n')
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
