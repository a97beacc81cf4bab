// npm run eval -- factuality: how predicates are presented, against human judgements from −3 (did not happen) to +3 (did).
// The map is stated here: a sign by polarity, a size by modality; what a denial holds is turned round, what nobody vouches for is halved.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { bindFactuality, type FactualityLexicon } from '../src/claims/factuality/lexicon.js'
import { type Factuality, readFactuality } from '../src/claims/factuality/read.js'
import { type Reading, readingOf } from '../src/claims/frames/reading.js'
import type { Modality } from '../src/claims/types.js'
import { isHearsay, voicesOf } from '../src/claims/voices/chain.js'
import { bindVoices, type VoiceLexicon } from '../src/claims/voices/lexicon.js'
import { readVoices } from '../src/claims/voices/read-voices.js'
import { loadKnowledge } from '../src/knowledge/load.js'
import { loadParser } from '../src/syntax/load.js'
import type { Tree } from '../src/syntax/types.js'
import type { Token } from '../src/text/types.js'
import { documentOf, readJsonLines } from './coding.js'
import type { Assignment, Report } from './report.js'

interface GoldSentence {
  readonly text: string
  readonly targets: readonly { readonly start: number; readonly end: number; readonly factuality: number }[]
}

/** How far from 0 a modality stands; what is not actual leans to "has not happened". */
const sizes: Readonly<Record<Modality, number>> = {
  actual: 3,
  planned: -1,
  predicted: 1,
  possible: -0.5,
  conditional: -1,
  demanded: -1,
}

/** The stated map: (polarity, modality, hearsay, denied) → −3 … +3. */
export const factualityValue = (
  { polarity, modality, ended, question }: Pick<Factuality, 'polarity' | 'modality' | 'ended' | 'question'>,
  voice: { readonly hearsay: boolean; readonly denied: boolean },
): number => {
  const size = sizes[modality]
  const told =
    modality === 'actual' ? (polarity === 'negated' ? -size : size) : polarity === 'negated' ? size - 0.5 : size
  const seen = question && modality === 'actual' ? 0 : ended ? 2 : told
  const turned = voice.denied ? -seen : seen
  return voice.hearsay ? turned / 2 : turned
}

/** These sets are split at white space; their tokens are taken as they stand. */
const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(/\S+/g)].map(({ 0: form, index }) => ({ form, start: index, end: index + form.length }))

/** The predicate of a target: its verb, else its first word. */
const predicateOf = (reading: Reading, start: number, end: number): number | null => {
  const inside = reading.words.filter(word => word.start < end && word.end > start)
  const top = inside.find(word => !inside.some(other => other.index === word.head))
  return (inside.find(word => word.upos === 'VERB') ?? top)?.index ?? null
}

interface Judged {
  readonly wanted: number
  readonly got: number
}

const judge = (
  { text, targets }: GoldSentence,
  tree: Tree,
  factuality: FactualityLexicon,
  voices: VoiceLexicon,
): readonly Judged[] => {
  const document = documentOf({ name: 'gold', text })
  const reading = readingOf(0, tree)
  const sentence = { start: 0, end: text.length, block: 0, tokens: tree.words, isPart: false }
  const attributions = readVoices({ ...document, text }, [sentence], [tree], [], voices)
  return targets.flatMap(({ start, end, factuality: wanted }) => {
    const word = predicateOf(reading, start, end)
    if (word === null) return []
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

/** Pearson's r, mean absolute error, and how often the sign is right where the judges' own is clear (at least 1 from 0). */
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
  const parser = await loadParser({ tier: 'fast' })
  const lines: string[] = []
  const figures: Record<string, { value: number; unit: 'points' }> = {}
  try {
    for (const file of files) {
      const pairs: Judged[] = []
      for (const sentence of await readJsonLines<GoldSentence>(join(folder, file))) {
        const [tree] = await parser.parse([tokensOf(sentence.text)])
        pairs.push(...judge(sentence, tree!, factuality, voices))
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
