// What a measurement hands back: lines to read and figures to keep. eval/scores.json holds the figures of the last accepted run.
// Law: a figure that falls by more than its slack fails the run, so that no drift goes unnoticed.

export interface Figure {
  readonly value: number
  /** `points`: percent, 0 to 100. `items`: a count of things found. `free`: kept for the record, never failing. */
  readonly unit: 'points' | 'items' | 'free'
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
}

export type Measure = (assignment: Assignment) => Promise<Report>

/** Figures by measurement and name. */
export type Scores = Readonly<Record<string, Readonly<Record<string, Figure>>>>

/** How far a figure may fall unnoticed. */
const slack = { points: 2, items: 3, free: Number.POSITIVE_INFINITY }

export interface Change {
  readonly line: string
  readonly isDrop: boolean
}

const shown = ({ value, unit }: Figure): string => (unit === 'points' ? value.toFixed(1) : String(value))

/** One line for each figure of `now`, with its change against `before` where it was known then. */
export const compareScores = (before: Scores, now: Scores): readonly Change[] =>
  Object.entries(now).flatMap(([measurement, figures]) =>
    Object.entries(figures).map(([name, figure]) => {
      const label = `${measurement} ${name}`.padEnd(44)
      const known = before[measurement]?.[name]
      if (known === undefined) return { line: `${label} ${shown(figure)} (new)`, isDrop: false }
      const change = figure.value - known.value
      const isDrop = -change > slack[figure.unit]
      const sign = change > 0 ? '+' : ''
      const mark = isDrop ? '  DROPPED' : ''
      return { line: `${label} ${shown(figure)} (${sign}${shown({ ...figure, value: change })})${mark}`, isDrop }
    }),
  )
