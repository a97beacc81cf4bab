// npm run eval [-- NAME …] [--gold FOLDER] [--extras] [--missed] [--accept]: measures against the gold sets and against eval/scores.json.
// Exit status 1 where a figure fell by more than two points or three items; 0 where the folder with the gold is not there, and says so.
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { defaultGold } from './gold.js'
import { withFigures } from './readme.js'
import { compareScores, type Measure, type Scores } from './report.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const scoresFile = join(root, 'eval/scores.json')
const readmeFile = join(root, 'README.md')

/** Run in this order when no name is given. */
const everyTime = ['seed', 'positions', 'events'] as const
/** Run when asked for by name. */
const onRequest = ['rules', 'coverage', 'attributions', 'factuality', 'pages', 'segmentation', 'syntax'] as const

const known: readonly string[] = [...everyTime, ...onRequest]

const isEveryTime = (name: string): boolean => everyTime.some(own => own === name)

const rewrite = async (file: string, rewriting: (page: string) => string): Promise<void> =>
  writeFile(file, rewriting(await readFile(file, 'utf8')))

const load = async (name: string): Promise<Measure> => ((await import(`./${name}.js`)) as { measure: Measure }).measure

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    gold: { type: 'string', default: defaultGold },
    extras: { type: 'boolean', default: false },
    missed: { type: 'boolean', default: false },
    accept: { type: 'boolean', default: false },
  },
})

const say = (line: string) => process.stdout.write(`${line}\n`)

const main = async (): Promise<number> => {
  const unknown = positionals.filter(name => !known.includes(name))
  if (unknown.length > 0) {
    say(`unknown: ${unknown.join(', ')}; known are ${known.join(', ')}`)
    return 2
  }
  if (!existsSync(values.gold)) {
    say(`No gold sets in ${values.gold}: nothing was measured. Give their folder with --gold.`)
    return 0
  }
  const before = JSON.parse(existsSync(scoresFile) ? await readFile(scoresFile, 'utf8') : '{}') as Scores
  const now: Record<string, Scores[string]> = {}
  const written: Record<string, (page: string) => string> = {}
  for (const name of positionals.length > 0 ? positionals : everyTime) {
    say(`\n== ${name}`)
    const measure = await load(name)
    const { lines, figures, pages } = await measure({ gold: values.gold, extras: values.extras, missed: values.missed })
    for (const line of lines) say(line)
    if (Object.keys(figures).length > 0) now[name] = figures
    Object.assign(written, pages)
  }
  const changes = compareScores(before, now)
  say('\n== against eval/scores.json')
  for (const { line } of changes) say(line)
  if (values.accept) {
    const accepted = { ...before, ...now }
    await writeFile(scoresFile, `${JSON.stringify(accepted, null, 2)}\n`)
    const shown = Object.fromEntries(Object.entries(accepted).filter(([name]) => isEveryTime(name)))
    await rewrite(readmeFile, readme => withFigures(readme, shown))
    for (const [page, rewriting] of Object.entries(written)) await rewrite(join(root, page), rewriting)
    say('accepted')
    return 0
  }
  return changes.some(({ isDrop }) => isDrop) ? 1 : 0
}

process.exitCode = await main()
