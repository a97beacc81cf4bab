// npm run eval -- attributions: every attribution that the coder sees against PolNeAR dev (source, cue and content spans).
// Match rule: a gold and a found attribution match where their cue spans overlap, one to one, pairs with the most content in common first.
// A source is right where the spans overlap, or where neither has one. Content counts characters that both hold, over matched pairs.
import { join } from 'node:path'
import { findMentions, indexActors } from '../src/actors/index.js'
import { bindVoices } from '../src/claims/voices/lexicon.js'
import { readVoices } from '../src/claims/voices/read-voices.js'
import type { Attribution } from '../src/claims/voices/types.js'
import { loadKnowledge } from '../src/knowledge/load.js'
import { loadParser } from '../src/syntax/load.js'
import { segment } from '../src/text/segment.js'
import type { Span } from '../src/text/types.js'
import { documentOf, readJsonLines } from './coding.js'
import type { Assignment, Report } from './report.js'

type GoldSpan = readonly [start: number, end: number, text: string]
interface GoldAttribution {
  readonly source: readonly GoldSpan[]
  readonly cue: readonly GoldSpan[]
  readonly content: readonly GoldSpan[]
}
interface GoldArticle {
  readonly doc: string
  readonly date: string
  readonly text: string
  readonly attributions: readonly GoldAttribution[]
}

/** An attribution as spans alone. */
export interface Spans {
  readonly cue: readonly Span[]
  readonly source: readonly Span[]
  readonly content: readonly Span[]
}

const common = (a: readonly Span[], b: readonly Span[]): number =>
  a.reduce(
    (sum, one) =>
      sum +
      b.reduce(
        (inner, other) => inner + Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start)),
        0,
      ),
    0,
  )

const size = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + span.end - span.start, 0)

/** The greedy matching: indexes of gold and found that belong together. */
export const matchAttributions = (
  gold: readonly Spans[],
  found: readonly Spans[],
): readonly (readonly [number, number])[] => {
  const pairs = gold.flatMap((one, goldIndex) =>
    found.flatMap((other, foundIndex) => {
      const cue = common(one.cue, other.cue)
      return cue === 0 ? [] : [{ goldIndex, foundIndex, content: common(one.content, other.content), cue }]
    }),
  )
  pairs.sort(
    (a, b) => b.content - a.content || b.cue - a.cue || a.goldIndex - b.goldIndex || a.foundIndex - b.foundIndex,
  )
  const usedGold = new Set<number>()
  const usedFound = new Set<number>()
  return pairs.flatMap(({ goldIndex, foundIndex }) => {
    if (usedGold.has(goldIndex) || usedFound.has(foundIndex)) return []
    usedGold.add(goldIndex)
    usedFound.add(foundIndex)
    return [[goldIndex, foundIndex] as const]
  })
}

interface Tally {
  readonly gold: number
  readonly found: number
  readonly matched: number
  readonly sources: number
  readonly goldContent: number
  readonly foundContent: number
  readonly commonContent: number
}

const nothing: Tally = { gold: 0, found: 0, matched: 0, sources: 0, goldContent: 0, foundContent: 0, commonContent: 0 }

/** Adds one document's counts to `tally`. */
export const tallyDocument = (tally: Tally, gold: readonly Spans[], found: readonly Spans[]): Tally => {
  const pairs = matchAttributions(gold, found)
  const isRight = ([one, other]: readonly [number, number]): boolean => {
    const wanted = gold[one]!.source
    const got = found[other]!.source
    return wanted.length === 0 || got.length === 0 ? wanted.length === got.length : common(wanted, got) > 0
  }
  const sum = (value: (pair: readonly [number, number]) => number) => pairs.reduce((all, pair) => all + value(pair), 0)
  return {
    gold: tally.gold + gold.length,
    found: tally.found + found.length,
    matched: tally.matched + pairs.length,
    sources: tally.sources + pairs.filter(isRight).length,
    goldContent: tally.goldContent + sum(([one]) => size(gold[one]!.content)),
    foundContent: tally.foundContent + sum(([, other]) => size(found[other]!.content)),
    commonContent: tally.commonContent + sum(([one, other]) => common(gold[one]!.content, found[other]!.content)),
  }
}

const toSpans = (spans: readonly GoldSpan[]): readonly Span[] => spans.map(([start, end]) => ({ start, end }))

/**
 * What the coder saw, as spans. Posts and quotations without a cue have nothing to match and are left out; so are voices inside a direct
 * quotation, which PolNeAR's guidelines do not mark.
 */
export const foundSpans = (attributions: readonly Attribution[]): readonly Spans[] =>
  attributions.flatMap(({ cue, source, content, quoted }) =>
    cue === null || quoted ? [] : [{ cue: [cue.span], source: source === null ? [] : [source], content }],
  )

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole)

export const measure = async ({ gold, extras, missed }: Assignment): Promise<Report> => {
  const articles = await readJsonLines<GoldArticle>(join(gold, 'attribution/polnear-dev.jsonl'))
  const knowledge = loadKnowledge()
  const actors = indexActors(knowledge)
  const lexicon = bindVoices(knowledge)
  const parser = await loadParser({ tier: 'accurate' })
  const listed: string[] = []
  let tally = nothing
  try {
    for (const { doc, date, text, attributions } of articles) {
      const document = documentOf({ name: doc, text, publishedOn: date })
      const sentences = segment(document.text, document.blocks, knowledge)
      const trees = await parser.parse(sentences.map(sentence => sentence.tokens))
      const mentions = findMentions(document, sentences, trees, actors)
      const found = foundSpans(readVoices(document, sentences, trees, mentions, lexicon))
      const wanted = attributions.map(({ cue, source, content }) => ({
        cue: toSpans(cue),
        source: toSpans(source),
        content: toSpans(content),
      }))
      tally = tallyDocument(tally, wanted, found)
      const pairs = matchAttributions(wanted, found)
      const around = ({ start, end }: Span) =>
        `${text.slice(Math.max(0, start - 60), start)}[${text.slice(start, end)}]${text.slice(end, end + 40)}`.replace(
          /\s+/g,
          ' ',
        )
      if (missed)
        wanted.forEach((one, index) => {
          if (one.cue[0] !== undefined && !pairs.some(([g]) => g === index))
            listed.push(`missed ${doc}: ${around(one.cue[0])}`)
        })
      if (extras)
        found.forEach((one, index) => {
          if (!pairs.some(([, f]) => f === index)) listed.push(`extra  ${doc}: ${around(one.cue[0]!)}`)
        })
    }
  } finally {
    await parser.close()
  }
  const recall = percent(tally.matched, tally.gold)
  const precision = percent(tally.matched, tally.found)
  const sources = percent(tally.sources, tally.matched)
  const contentRecall = percent(tally.commonContent, tally.goldContent)
  const contentPrecision = percent(tally.commonContent, tally.foundContent)
  return {
    lines: [
      ...listed,
      `attributions: ${tally.gold} gold, ${tally.found} found, ${tally.matched} matched`,
      `cue recall ${recall.toFixed(1)}, precision ${precision.toFixed(1)}; source right ${sources.toFixed(1)}; content recall ${contentRecall.toFixed(1)}, precision ${contentPrecision.toFixed(1)} of the matched`,
    ],
    figures: {
      'cue recall': { value: recall, unit: 'points' },
      'cue precision': { value: precision, unit: 'points' },
      'source right': { value: sources, unit: 'points' },
      'content recall': { value: contentRecall, unit: 'points' },
      'content precision': { value: contentPrecision, unit: 'points' },
    },
  }
}
