// npm run eval -- factuality: how predicates are presented, against human judgements from −3 (did not happen) to +3 (did), by the map that
// factuality-map.ts states. Reports mean error, Pearson's r, and how often the sign is right where the judges' own is at least 1 from 0.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { bindFactuality, type FactualityLexicon } from '../src/claims/factuality/lexicon.js'
import { readFactuality } from '../src/claims/factuality/read.js'
import { type Reading, readingOf } from '../src/claims/frames/reading.js'
import { isHearsay, voicesOf } from '../src/claims/voices/chain.js'
import { bindVoices, type VoiceLexicon } from '../src/claims/voices/lexicon.js'
import { readVoices } from '../src/claims/voices/read-voices.js'
import { loadKnowledge } from '../src/knowledge/load.js'
import { loadParser } from '../src/syntax/load.js'
import type { Tree } from '../src/syntax/types.js'
import type { Token } from '../src/text/types.js'
import { documentOf, readJsonLines } from './coding.js'
import { factualityValue } from './factuality-map.js'
import type { Assignment, Report } from './report.js'

interface GoldSentence {
  readonly text: string
  readonly targets: readonly { readonly start: number; readonly end: number; readonly factuality: number }[]
}

/** These sets are split at white space; their tokens are taken as they stand. */
const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(/\S+/g)].map(({ 0: form, index }) => ({ form, start: index, end: index + form.length }))

const closes = /^[.!?]+$/
const trails = /^(''|["”’)\]])$/

/** An item may hold several sentences; each is parsed by itself, as the coder would. */
export const sentencesOf = (text: string): readonly (readonly Token[])[] => {
  const sentences: Token[][] = [[]]
  for (const token of tokensOf(text)) {
    const current = sentences.at(-1)!
    const ended = current.some(({ form }) => closes.test(form)) && !closes.test(token.form) && !trails.test(token.form)
    if (ended) sentences.push([token])
    else current.push(token)
  }
  return sentences
}

/** The predicate of a target: its verb, else its topmost word; an auxiliary or copula stands for the word it belongs to. */
const predicateOf = ({ words }: Reading, start: number, end: number): number | null => {
  const inside = words.filter(word => word.start < end && word.end > start)
  const top = inside.find(word => !inside.some(other => other.index === word.head))
  const found = inside.find(word => word.upos === 'VERB') ?? top
  if (found === undefined) return null
  return /^(aux|cop)/.test(found.deprel) && found.head >= 0 ? found.head : found.index
}

interface Judged {
  readonly wanted: number
  readonly got: number
}

const judge = (
  { text, targets }: GoldSentence,
  trees: readonly Tree[],
  factuality: FactualityLexicon,
  voices: VoiceLexicon,
): readonly Judged[] => {
  const document = { ...documentOf({ name: 'gold', text }), text }
  const sentences = trees.map(({ words }) => ({
    start: words[0]?.start ?? 0,
    end: words.at(-1)?.end ?? 0,
    block: 0,
    tokens: words,
  }))
  const readings = trees.map((tree, index) => readingOf(index, tree))
  const attributions = readVoices(document, sentences, trees, [], voices)
  return targets.flatMap(({ start, end, factuality: wanted }) => {
    const reading = readings.find(({ sentence }) => sentences[sentence]!.end > start)
    const word = reading === undefined ? null : predicateOf(reading, start, end)
    if (reading === undefined || word === null) return []
    const chain = voicesOf(attributions, reading.words[word]!)
    const voice = { hearsay: isHearsay(chain), denied: chain.at(-1)?.form === 'denied' }
    return [{ wanted, got: factualityValue(readFactuality(reading, word, factuality), voice) }]
  })
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const correlation = (pairs: readonly Judged[]): number => {
  const wanted = mean(pairs.map(pair => pair.wanted))
  const got = mean(pairs.map(pair => pair.got))
  const spread = (value: (pair: Judged) => number) => Math.sqrt(pairs.reduce((sum, pair) => sum + value(pair) ** 2, 0))
  const shared = pairs.reduce((sum, pair) => sum + (pair.wanted - wanted) * (pair.got - got), 0)
  const scale = spread(pair => pair.wanted - wanted) * spread(pair => pair.got - got)
  return scale === 0 ? 0 : shared / scale
}

export const scoreFactuality = (
  pairs: readonly Judged[],
): { readonly error: number; readonly r: number; readonly sign: number } => {
  const clear = pairs.filter(pair => Math.abs(pair.wanted) >= 1)
  const right = clear.filter(pair => Math.sign(pair.wanted) === Math.sign(pair.got))
  return {
    error: mean(pairs.map(pair => Math.abs(pair.wanted - pair.got))),
    r: correlation(pairs),
    sign: clear.length === 0 ? 0 : right.length / clear.length,
  }
}

export const measure = async ({ gold }: Assignment): Promise<Report> => {
  const folder = join(gold, 'factuality')
  const files = (await readdir(folder)).filter(name => name.endsWith('.jsonl')).sort()
  const knowledge = loadKnowledge()
  const factuality = bindFactuality(knowledge)
  const voices = bindVoices(knowledge)
  const parser = await loadParser({ tier: 'accurate' })
  const lines: string[] = []
  const figures: Record<string, { value: number; unit: 'points' }> = {}
  try {
    for (const file of files) {
      const pairs: Judged[] = []
      for (const sentence of await readJsonLines<GoldSentence>(join(folder, file))) {
        const trees = await parser.parse(sentencesOf(sentence.text))
        pairs.push(...judge(sentence, trees, factuality, voices))
      }
      const { error, r, sign } = scoreFactuality(pairs)
      const name = file.replace(/\.jsonl$/, '')
      lines.push(
        `${name}: ${pairs.length} targets, mean error ${error.toFixed(2)}, r ${r.toFixed(3)}, sign ${(100 * sign).toFixed(1)}`,
      )
      figures[`${name} sign`] = { value: 100 * sign, unit: 'points' }
      figures[`${name} r`] = { value: 100 * r, unit: 'points' }
    }
  } finally {
    await parser.close()
  }
  return { lines, figures }
}
