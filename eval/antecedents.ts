// Fits the weights of knowledge/lexicon/en/antecedents.yml to the coreference of GUM and writes them there; says by cross-validation over
// documents how good they are: each document's references are read with weights that never saw it.
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Choice, type Weigh, weighBy } from '../src/actors/antecedents.js'
import { type Demarche, traceDocument } from '../src/demarche.js'
import { withDemarche } from './coding.js'
import { type Coreference, coreferenceOf } from './coreference.js'
import { type Annotated, annotatedDocuments, readReferences, scoreReferences } from './references.js'
import type { Measure } from './report.js'

const file = fileURLToPath(new URL('../../knowledge/lexicon/en/antecedents.yml', import.meta.url))
const head = `# How much each mark of a phrase speaks for a pronoun's meaning it (src/actors/antecedents.ts), as natural logarithms of odds. Fitted to the
# coreference of GUM (news, interviews, speeches, biographies, voyages, textbooks; CC BY and public domain) by \`npm run eval -- antecedents\`.
`
/** Odds above which an antecedent is taken; chosen for precision. */
const sure = { person: 0.4, thing: 0.5, several: 0.5 }
const folds = 5
const rounds = 2
const epochs = 30
const rate = 0.1
const decay = 1e-3
/** A mark seen more seldom than this tells nothing. */
const seldom = 8

type Weights = ReadonlyMap<string, number>

/** A pronoun's choices, and which of them are right. */
interface Instance {
  readonly choices: readonly Choice[]
  readonly right: ReadonlySet<number>
}

const isIn = (coreference: Coreference, cluster: string, start: number, joint: boolean): boolean => {
  const clusters = coreference.clustersAt.get(start) ?? []
  const split = coreference.parts.get(cluster) ?? []
  return joint
    ? clusters.slice(1).includes(cluster) || clusters.some(one => split.includes(one))
    : clusters[0] === cluster
}

const instancesOf = async ({ gold, document }: Annotated, demarche: Demarche, weigh: Weigh): Promise<Instance[]> => {
  const coreference = coreferenceOf(gold)
  const seen: { choices: readonly Choice[]; at: { sentence: number; word: number } }[] = []
  const recording: Weigh = (choices, at) => {
    seen.push({ choices, at })
    return weigh(choices, at)
  }
  const { traces } = await traceDocument(document, { ...demarche, actors: { ...demarche.actors, weigh: recording } })
  const startOf = (sentence: number, word: number): number => traces[sentence]!.tree.words[word]!.start
  return seen.map(({ choices, at }) => {
    const cluster = coreference.clustersAt.get(startOf(at.sentence, at.word))?.[0]
    const right = choices.flatMap(({ entity }, index) => {
      if (entity === undefined || cluster === undefined) return []
      return isIn(coreference, cluster, startOf(entity.sentence, entity.word), entity.joint) ? [index] : []
    })
    return { choices, right: new Set(right.length > 0 ? right : [choices.length - 1]) }
  })
}

const frequentMarks = (instances: readonly Instance[]): ReadonlySet<string> => {
  const counts = new Map<string, number>()
  for (const { choices } of instances)
    for (const mark of new Set(choices.flatMap(({ marks }) => marks))) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  return new Set([...counts].flatMap(([mark, count]) => (count >= seldom ? [mark] : [])))
}

/** Gradient ascent with a rate of its own for each mark (AdaGrad) on the likelihood that some right choice is taken. */
const fit = (instances: readonly Instance[]): Weights => {
  const marks = frequentMarks(instances)
  const weights = new Map<string, number>()
  const squares = new Map<string, number>()
  const weigh = weighBy(weights)
  const step = (mark: string, gradient: number): void => {
    const weight = weights.get(mark) ?? 0
    const slope = gradient - decay * weight
    const square = (squares.get(mark) ?? 0) + slope * slope
    squares.set(mark, square)
    weights.set(mark, weight + (rate * slope) / Math.sqrt(square + 1e-8))
  }
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const { choices, right } of instances) {
      const odds = weigh(choices, { sentence: 0, word: 0 })
      const mass = [...right].reduce((sum, index) => sum + odds[index]!, 0)
      const slopes = new Map<string, number>()
      choices.forEach(({ marks: own }, index) => {
        const wanted = right.has(index) ? odds[index]! / Math.max(mass, 1e-9) : 0
        for (const mark of own) if (marks.has(mark)) slopes.set(mark, (slopes.get(mark) ?? 0) + wanted - odds[index]!)
      })
      for (const [mark, slope] of slopes) step(mark, slope)
    }
  return weights
}

const accuracyOf = (instances: readonly Instance[], weights: Weights): string => {
  const weigh = weighBy(weights)
  const right = instances.filter(({ choices, right }) => {
    const odds = weigh(choices, { sentence: 0, word: 0 })
    return right.has(odds.indexOf(Math.max(...odds)))
  }).length
  return `${((100 * right) / Math.max(1, instances.length)).toFixed(1)} % of ${instances.length}`
}

const written = (weights: Weights): string => {
  const rows = [...weights]
    .filter(([, weight]) => Math.abs(weight) >= 0.005)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([mark, weight]) => `  ${JSON.stringify(mark)}: ${weight.toFixed(2)}`)
  const odds = Object.entries(sure).map(([kind, odd]) => `${kind}: ${odd}`)
  return `${head}sure: {${odds.join(', ')}}\nweights:\n${rows.join('\n')}\n`
}

export const measure: Measure = async ({ gold }) => {
  const documents = await annotatedDocuments(gold)
  return withDemarche(async demarche => {
    let byDocument: Instance[][] = []
    let weights: Weights = new Map()
    for (let round = 0; round < rounds; round++) {
      byDocument = []
      for (const document of documents) byDocument.push(await instancesOf(document, demarche, weighBy(weights)))
      weights = fit(byDocument.flat())
    }
    const references = []
    const lines = [`on what it was fitted to: ${accuracyOf(byDocument.flat(), weights)}`]
    for (let fold = 0; fold < folds; fold++) {
      const own = fit(byDocument.filter((_, index) => index % folds !== fold).flat())
      const unseen = byDocument.filter((_, index) => index % folds === fold).flat()
      lines.push(`unseen, part ${fold + 1}: ${accuracyOf(unseen, own)}`)
      const actors = { ...demarche.actors, weigh: weighBy(own) }
      const part = documents.filter((_, index) => index % folds === fold)
      references.push(...(await readReferences(part, { ...demarche, actors })))
    }
    await writeFile(file, written(weights))
    return { lines: [...lines, ...scoreReferences(references).lines], figures: {} }
  })
}
