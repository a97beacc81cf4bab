// News pages with their article text in, how well the article is found out: F1 of words, as a bag, the title apart.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { decodePage } from '../src/ingest/decode.js'
import { shippedDesk } from '../src/ingest/knowledge.js'
import { readPage } from '../src/ingest/page/read-page.js'

/** Percent, the mean over pages. */
export interface PageScores {
  readonly pages: number
  readonly f1: number
  readonly precision: number
  readonly recall: number
}

export interface PageScore {
  readonly id: string
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

const bagOf = (text: string): Map<string, number> => {
  const bag = new Map<string, number>()
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) bag.set(word, (bag.get(word) ?? 0) + 1)
  return bag
}

const sizeOf = (bag: ReadonlyMap<string, number>): number => [...bag.values()].reduce((sum, count) => sum + count, 0)

const scoreOf = (id: string, own: string, gold: string): PageScore => {
  const [ownBag, goldBag] = [bagOf(own), bagOf(gold)]
  const right = [...ownBag].reduce((sum, [word, count]) => sum + Math.min(count, goldBag.get(word) ?? 0), 0)
  const precision = right / Math.max(1, sizeOf(ownBag))
  const recall = right / Math.max(1, sizeOf(goldBag))
  return { id, precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

/** The words of headings' first block and of what carries no claims are left out: the gold holds the body alone. */
const bodyOf = (html: string): string => {
  const { text, blocks } = readPage(html, shippedDesk())
  const body = blocks.filter(
    ({ kind }, index) => ['paragraph', 'quotation', 'post'].includes(kind) || (kind === 'heading' && index > 0),
  )
  return body.map(({ start, end }) => text.slice(start, end)).join('\n')
}

/** Scores every page below `shared`; `onPage` hears of each. */
export const pageScores = async (
  shared: string,
  onPage: (score: PageScore) => void = () => undefined,
): Promise<PageScores> => {
  const folder = join(shared, 'gold', 'pages', 'article-extraction-benchmark')
  const truth = JSON.parse(await readFile(join(folder, 'ground-truth.json'), 'utf8')) as Record<
    string,
    { articleBody: string }
  >
  const scores: PageScore[] = []
  for (const [id, { articleBody }] of Object.entries(truth)) {
    const html = decodePage(gunzipSync(await readFile(join(folder, 'html', `${id}.html.gz`)))).text
    const score = scoreOf(id, bodyOf(html), articleBody)
    onPage(score)
    scores.push(score)
  }
  const mean = (key: 'precision' | 'recall' | 'f1'): number =>
    (100 * scores.reduce((sum, score) => sum + score[key], 0)) / Math.max(1, scores.length)
  return { pages: scores.length, f1: mean('f1'), precision: mean('precision'), recall: mean('recall') }
}
