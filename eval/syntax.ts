// Treebanks in, accuracies of each tier out: with the treebanks' own tokens, and from raw text.
import { join } from 'node:path'
import { loadKnowledge } from '../src/knowledge/load.js'
import { loadParser } from '../src/syntax/load.js'
import type { Tier } from '../src/syntax/types.js'
import type { Figure, Measure } from './report.js'
import { withCardFigures } from './syntax-card.js'
import { printErrors, printSyntaxScores } from './syntax-print.js'
import { type RawTextScores, rawTextScores } from './syntax-raw.js'
import { type GoldTokenScores, goldTokenScores, type VariantScores, variantScores } from './syntax-scores.js'
import { readTreebank } from './treebanks.js'

export interface SetScores {
  readonly gold: GoldTokenScores
  readonly raw: RawTextScores
  readonly variants: VariantScores
}

export interface SyntaxScores {
  readonly tier: Tier
  readonly parser: string
  readonly sets: Readonly<Record<string, SetScores>>
}

/** The scores as `npm run eval -- syntax` shows and keeps them; with `--missed`, also the commonest errors on news. */
export const measure: Measure = async ({ gold, missed }) => {
  const all = await syntaxScores(gold)
  const lines = printSyntaxScores(all).split('\n')
  return {
    lines: missed ? [...lines, ...all.flatMap(each => printErrors(each, NEWS))] : lines,
    figures: figuresOf(all),
    pages: { 'models/en/README.md': card => withCardFigures(card, all) },
  }
}

const NEWS = 'GUM test, news'

/** Scores every tier on the test parts below `gold`/treebanks; GUM's news documents also apart. */
export async function syntaxScores(gold: string): Promise<SyntaxScores[]> {
  const treebanks = join(gold, 'treebanks')
  const ewt = await readTreebank(join(treebanks, 'ewt', 'en_ewt-ud-test.conllu'))
  const gum = await readTreebank(join(treebanks, 'gum', 'gum-test.conllu'))
  const sets = { 'EWT test': ewt, 'GUM test': gum, [NEWS]: gum.filter(({ id }) => id.startsWith('GUM_news')) }
  const knowledge = loadKnowledge()
  const all: SyntaxScores[] = []
  for (const tier of ['accurate', 'fast'] as const) {
    const parser = await loadParser({ tier })
    const scored: Record<string, SetScores> = {}
    for (const [name, documents] of Object.entries(sets)) {
      const sentences = documents.flatMap(document => document.sentences)
      scored[name] = {
        gold: await goldTokenScores(parser, sentences),
        raw: await rawTextScores(parser, documents, knowledge),
        variants: await variantScores(parser, sentences),
      }
    }
    all.push({ tier, parser: parser.name, sets: scored })
    await parser.close()
  }
  return all
}

const points = (value: number): Figure => ({ value: Math.round(100 * value) / 100, unit: 'points' })

function figuresOf(all: readonly SyntaxScores[]): Record<string, Figure> {
  const kept = ['upos', 'feats', 'lemma', 'uas', 'las', 'clas'] as const
  return Object.fromEntries(
    all.flatMap(({ tier, sets }) =>
      Object.entries(sets).flatMap(([set, { gold, raw }]) => [
        ...kept.map(name => [`${tier}, ${set}: ${name}`, points(gold[name])] as const),
        [`${tier}, ${set}: las from raw text`, points(raw.las)] as const,
      ]),
    ),
  )
}
