// The figures that README.md shows, between two marks, from the accepted scores and from nothing else.
import type { Figure, Scores } from './report.js'

const opening = '<!-- figures: written by npm run eval -- --accept -->'
const closing = '<!-- end of figures -->'

const shown = ({ value, unit }: Figure): string => (unit === 'points' ? `${value.toFixed(1)} %` : String(value))

const tableOf = (scores: Scores): string =>
  [
    '| measured on | figure | value |',
    '| --- | --- | ---: |',
    ...Object.entries(scores).flatMap(([measurement, figures]) =>
      Object.entries(figures).map(([name, figure]) => `| ${measurement} | ${name} | ${shown(figure)} |`),
    ),
  ].join('\n')

/** `readme` with the table of `scores` between its marks. @throws Error where the marks are not there. */
export const withFigures = (readme: string, scores: Scores): string => {
  const start = readme.indexOf(opening)
  const end = readme.indexOf(closing)
  if (start < 0 || end < start) throw new Error(`README.md lacks "${opening}" … "${closing}"`)
  return `${readme.slice(0, start + opening.length)}\n${tableOf(scores)}\n${readme.slice(end)}`
}
