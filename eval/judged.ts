// Hand-coded documents in; out, every claim of theirs that has a position, judged: is each of its positions in the document's gold? And the
// evidence that its confidence is weighed from.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { SentenceTrace } from '../src/claims/code.js'
import type { Evidence } from '../src/claims/confidence/evidence.js'
import type { Weigh } from '../src/claims/confidence/weigh.js'
import type { Claim, CodedDocument, Position } from '../src/claims/types.js'
import { traceDocument } from '../src/demarche.js'
import { documentOf, readJsonLines, withDemarche } from './coding.js'

/** A gold position: `start` and `end` of its words in the document `doc`. */
export interface GoldRow extends Position {
  readonly doc: string
  readonly start: number
  readonly end: number
  readonly quote?: string
  readonly alternatives?: { readonly target?: readonly string[] }
}

export interface JudgedClaim {
  readonly doc: string
  readonly claim: Claim
  readonly evidence: Evidence
  /** Claims of the document, this one included, that hold all its positions. */
  readonly times: number
  readonly right: boolean
}

export interface JudgedDocument {
  readonly coded: CodedDocument
  readonly traces: readonly SentenceTrace[]
  readonly rows: readonly GoldRow[]
  readonly claims: readonly JudgedClaim[]
}

interface DocumentRow {
  readonly name: string
  readonly publishedOn: string | null
  readonly publisher: string | null
  readonly issuer?: string | null
}

/** "TJK taliban recognition -", with ids folded as the gold's scorer folds them. */
export type KeyOf = (position: Position) => string

/** The key of a position, by the gold's own table of ids. */
export const positionKeys = async (gold: string): Promise<KeyOf> => {
  const { idOf } = (await import(pathToFileURL(join(gold, 'ids.mjs')).href)) as {
    readonly idOf: (id: string) => string
  }
  return ({ holder, target, dimension, direction }) => [idOf(holder), idOf(target), dimension, direction].join(' ')
}

/** The keys of a gold row, other right readings of its target included. */
export const keysOf = (row: GoldRow, keyOf: KeyOf): readonly string[] =>
  [row.target, ...(row.alternatives?.target ?? [])].map(target => keyOf({ ...row, target }))

/** Codes and judges the documents of `folder`: documents.jsonl, positions.jsonl and documents/NAME.txt, as in gold/positions. */
export const judgeDocuments = async (folder: string, keyOf: KeyOf): Promise<readonly JudgedDocument[]> => {
  const rows = await readJsonLines<GoldRow>(join(folder, 'positions.jsonl'))
  const documents = await readJsonLines<DocumentRow>(join(folder, 'documents.jsonl'))
  return withDemarche(async demarche => {
    const seen: Evidence[] = []
    // The weigher hands out the number of the evidence instead of a confidence, so that each claim finds its own again.
    const weigh: Weigh = { of: one => seen.push(one) - 1, again: number => number }
    const numbering = { ...demarche, coder: { ...demarche.coder, weigh } }
    const judged: JudgedDocument[] = []
    for (const { name, publishedOn, publisher, issuer } of documents) {
      const text = await readFile(join(folder, 'documents', `${name}.txt`), 'utf8')
      const document = documentOf({ name, text, publishedOn, publisher, issuer: issuer ?? null })
      const { coded, traces } = await traceDocument(document, numbering)
      const own = rows.filter(row => row.doc === name)
      const known = new Set(own.flatMap(row => keysOf(row, keyOf)))
      const told = coded.claims.filter(({ positions }) => positions.length > 0)
      const holding = told.map(({ positions }) => new Set(positions.map(keyOf)))
      const claims = told.map(claim => ({
        doc: name,
        claim,
        evidence: seen[claim.confidence]!,
        times: Math.min(...claim.positions.map(one => holding.filter(keys => keys.has(keyOf(one))).length)),
        right: claim.positions.every(position => known.has(keyOf(position))),
      }))
      judged.push({ coded, traces, rows: own, claims })
    }
    return judged
  })
}
