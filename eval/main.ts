// npm run eval: measures against the gold sets and against eval/scores.json, the figures of the last accepted run; --help says how.
// Exit status 1 where a figure fell unduly (report.ts says how far it may); 2 where the command was not understood; 0 where the folder with
// the gold is not there, and says so.
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Program, readCommand } from './command.js'
import { defaultGold } from './gold.js'
import { withFigures } from './readme.js'
import { type Assignment, compareScores, exitStatusOf, type Measure, type Scores } from './report.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const scoresFile = join(root, 'eval/scores.json')
const readmeFile = join(root, 'README.md')

const program: Program = {
  usage: 'npm run eval --',
  about: `Measures the coder against hand-coded texts, prints each figure's change against eval/scores.json, and exits with 1
where one fell by more than two points or three items. The texts are no part of this repository.`,
  named: [
    { name: 'seed', always: true, about: 'the article that the project began with, statement by statement' },
    { name: 'positions', always: true, about: 'who stands where toward whom, with modality, year, speaker, quotation' },
    { name: 'events', always: true, about: 'PLOVER events of single sentences' },
    {
      name: 'rules',
      always: false,
      about: 'the scoreboard of the rules (eval/rules.tsv), dead rules, conflicts, mistakes',
    },
    { name: 'confidence', always: false, about: 'reliability of the confidence; with --accept it is fitted anew' },
    { name: 'coverage', always: false, about: 'sentences of real news that yield a claim, and words without a rule' },
    { name: 'attributions', always: false, about: 'who says what: cues, sources and contents' },
    { name: 'factuality', always: false, about: 'how predicates are presented, against judgements from -3 to +3' },
    { name: 'pages', always: false, about: 'the article in a web page' },
    { name: 'segmentation', always: false, about: 'sentences and tokens' },
    { name: 'syntax', always: false, about: 'the parser on treebanks' },
    { name: 'references', always: false, about: 'pronouns and descriptions on treebanks with coreference' },
    { name: 'antecedents', always: false, about: 'fits the weights of the antecedents of pronouns and writes them' },
  ],
  options: {
    gold: { type: 'string', value: 'FOLDER', about: `where the gold sets lie; otherwise ${defaultGold}` },
    also: {
      type: 'string',
      value: 'FOLDER',
      about: 'more hand-coded documents, in the form of gold/positions, to fit on',
    },
    extras: { type: 'boolean', about: 'list what was found and is not in the gold' },
    missed: { type: 'boolean', about: 'list what is in the gold and was not found' },
    accept: { type: 'boolean', about: 'take the figures as those to compare with from now on' },
  },
}

const isEveryTime = (name: string): boolean => program.named.some(own => own.name === name && own.always)

const rewrite = async (file: string, rewriting: (page: string) => string): Promise<void> =>
  writeFile(file, rewriting(await readFile(file, 'utf8')))

const load = async (name: string): Promise<Measure> => ((await import(`./${name}.js`)) as { measure: Measure }).measure

// A reader that went away (`| head`) ends the run without a word.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

const say = (line: string) => process.stdout.write(`${line}\n`)

const run = async (names: readonly string[], gold: string, flags: Omit<Assignment, 'gold'>): Promise<number> => {
  if (!existsSync(gold)) {
    say(`No gold sets in ${gold}: nothing was measured. Give their folder with --gold.`)
    return 0
  }
  const before = JSON.parse(existsSync(scoresFile) ? await readFile(scoresFile, 'utf8') : '{}') as Scores
  const now: Record<string, Scores[string]> = {}
  const written: Record<string, (page: string) => string> = {}
  for (const name of names) {
    say(`\n== ${name}`)
    const measure = await load(name)
    const { lines, figures, pages } = await measure({ gold, ...flags })
    for (const line of lines) say(line)
    if (Object.keys(figures).length > 0) now[name] = figures
    Object.assign(written, pages)
  }
  const changes = compareScores(before, now)
  say('\n== against eval/scores.json')
  for (const { line } of changes) say(line)
  if (!flags.accept) return exitStatusOf(changes)
  const accepted = { ...before, ...now }
  await writeFile(scoresFile, `${JSON.stringify(accepted, null, 2)}\n`)
  const shown = Object.fromEntries(Object.entries(accepted).filter(([name]) => isEveryTime(name)))
  await rewrite(readmeFile, readme => withFigures(readme, shown))
  for (const [page, rewriting] of Object.entries(written)) await rewrite(join(root, page), rewriting)
  say('accepted')
  return 0
}

const command = readCommand(process.argv.slice(2), program)
switch (command.kind) {
  case 'help':
    say(command.text)
    break
  case 'error':
    process.stderr.write(`${command.text}\n`)
    process.exitCode = 2
    break
  case 'run': {
    const { gold, also, extras, missed, accept } = command.values
    process.exitCode = await run(command.names, typeof gold === 'string' ? gold : defaultGold, {
      also: typeof also === 'string' ? also : null,
      extras: extras === true,
      missed: missed === true,
      accept: accept === true,
    })
  }
}
