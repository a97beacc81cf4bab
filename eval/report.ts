// What a measurement hands back: lines to read and figures to keep. eval/scores.json holds the figures of the last accepted run.
// Law: a figure that falls by more than its slack fails the run, so that no drift goes unnoticed.

export interface Figure {
  readonly value: number
  /** `points`: percent, 0 to 100. `items`: a count of things found. `faults`: a count that must not rise. `free`: kept for the record. */
  readonly unit: 'points' | 'items' | 'faults' | 'free'
}

export interface Report {
  readonly lines: readonly string[]
  readonly figures: Readonly<Record<string, Figure>>
  /** Files, from the root, that show the figures, and how each is written anew when they are accepted. */
  readonly pages?: Readonly<Record<string, (page: string) => string>>
}

/** Where to measure and what to list besides. */
export interface Assignment {
  /** The folder with the gold sets. */
  readonly gold: string
  readonly extras: boolean
  readonly missed: boolean
  /** A folder with more hand-coded documents in the form of gold/positions; null for none. */
  readonly also: string | null
  /** What the measurement fits is to be kept, beside its figures. */
  readonly accept: boolean
}

export type Measure = (assignment: Assignment) => Promise<Report>

/** Figures by measurement and name. */
export type Scores = Readonly<Record<string, Readonly<Record<string, Figure>>>>

/** How far a figure may get worse unnoticed. */
const slack = { points: 2, items: 3, faults: 0, free: Number.POSITIVE_INFINITY }

export interface Change {
  readonly line: string
  readonly isDrop: boolean
}

const shown = ({ value, unit }: Figure): string => (unit === 'points' ? value.toFixed(1) : String(value))

const changeOf = (label: string, known: Figure | undefined, figure: Figure): Change => {
  if (known === undefined) return { line: `${label} ${shown(figure)} (new)`, isDrop: false }
  const change = figure.value - known.value
  const worse = figure.unit === 'faults' ? change : -change
  const isDrop = worse > slack[figure.unit]
  const sign = change > 0 ? '+' : ''
  const mark = isDrop ? '  DROPPED' : ''
  return { line: `${label} ${shown(figure)} (${sign}${shown({ ...figure, value: change })})${mark}`, isDrop }
}

/**
 * One line for each figure of `now`, with its change against `before` where it was known then; and one for each figure that its measurement
 * gave before and gives no more, which is a drop too.
 */
export const compareScores = (before: Scores, now: Scores): readonly Change[] =>
  Object.entries(now).flatMap(([measurement, figures]) => {
    const known = before[measurement] ?? {}
    const labelOf = (name: string) => `${measurement} ${name}`.padEnd(44)
    const lost = Object.entries(known).filter(([name, { unit }]) => unit !== 'free' && figures[name] === undefined)
    return [
      ...Object.entries(figures).map(([name, figure]) => changeOf(labelOf(name), known[name], figure)),
      ...lost.map(([name, figure]) => ({ line: `${labelOf(name)} was ${shown(figure)}  LOST`, isDrop: true })),
    ]
  })

/** 1 where something dropped, so that no drift goes unnoticed. */
export const exitStatusOf = (changes: readonly Change[]): 0 | 1 => (changes.some(({ isDrop }) => isDrop) ? 1 : 0)
