// The cost of the rule book: the claims stage over one set of parsed documents, with the product's rules and with as many made-up ones as bring
// the book to 500, 2,000 and 8,000. Made-up rules have triggers of their own and the paths of real ones, so that only the index can keep them cheap.
import { existsSync } from 'node:fs'
import { newsDocument, readNews } from '../eval/coverage.js'
import { defaultGold } from '../eval/gold.js'
import { findMentions } from '../src/actors/index.js'
import { bindCoder, codeClaims } from '../src/claims/code.js'
import { openDemarche } from '../src/demarche.js'
import { loadKnowledge } from '../src/knowledge/load.js'
import type { Knowledge } from '../src/knowledge/sources.js'
import { loadParser } from '../src/syntax/load.js'
import { mendTree } from '../src/syntax/mend.js'
import { exampleDocuments } from './pipeline.js'

const sizes = [500, 2000, 8000]
const documentsRead = 120
const rounds = 5

const rulesIn = (knowledge: Knowledge): number => knowledge.rules.reduce((sum, file) => sum + file.rules.length, 0)

/** The knowledge with its rule book grown to `size` rules; the same knowledge where it has as many already. */
const grownTo = (size: number, knowledge: Knowledge): Knowledge => {
  const models = knowledge.rules.flatMap(file => file.rules.map(rule => ({ ...rule, relation: file.relation })))
  const wanted = Math.max(0, size - models.length)
  const made = Array.from({ length: wanted }, (_, at) => {
    const { relation, ...model } = models[at % models.length]!
    return {
      relation,
      triggers: {},
      rules: [{ ...model, name: `${model.name}-${at}`, triggers: { verb: [`made${at}`], noun: [`making${at}`] } }],
    }
  })
  return { ...knowledge, rules: [...knowledge.rules, ...made] }
}

export const measure = async (): Promise<readonly string[]> => {
  const knowledge = loadKnowledge()
  const demarche = openDemarche(knowledge, await loadParser({ tier: 'accurate', threads: 1 }))
  const documents = existsSync(defaultGold)
    ? (await readNews(defaultGold)).slice(0, documentsRead).map(newsDocument)
    : await exampleDocuments()
  const read = []
  for (const document of documents) {
    const sentences = demarche.segment(document.text, document.blocks)
    const trees = (await demarche.parser.parse(sentences.map(({ tokens }) => tokens))).map(mendTree)
    read.push({ document, sentences, trees, mentions: findMentions(document, sentences, trees, demarche.actors) })
  }
  await demarche.parser.close()
  const count = read.reduce((sum, { sentences }) => sum + sentences.length, 0)
  const own = rulesIn(knowledge)
  const coders = [own, ...sizes].map(size => ({ size, coder: bindCoder(grownTo(size, knowledge), 'bench') }))
  const times = new Map(coders.map(({ size }) => [size, Number.POSITIVE_INFINITY]))
  // Rounds take turns among the books, so that what else the machine does meets all alike; the least time counts.
  for (let round = 0; round <= rounds; round++)
    for (const { size, coder } of coders) {
      const before = process.cpuUsage()
      for (const { document, sentences, trees, mentions } of read)
        codeClaims(document, sentences, trees, mentions, coder)
      const { user, system } = process.cpuUsage(before)
      if (round > 0) times.set(size, Math.min(times.get(size)!, user + system))
    }
  return coders.map(({ size }) => {
    const micros = times.get(size)! / count
    return `${String(size).padStart(6)} rules: ${micros.toFixed(0)} µs a sentence, ${(micros / (times.get(own)! / count)).toFixed(2)} of the product's ${own}`
  })
}
