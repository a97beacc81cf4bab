// Questions about what is stored: documents and words. And how far judges agree.
import { z } from 'zod'
import type { Claim } from '../../claims/types.js'
import { cohenKappa, krippendorffAlpha, type Label } from '../../ledger/agreement.js'
import { rowsOfAct } from '../../ledger/hand.js'
import { foldWords } from '../../ledger/shingles.js'
import { readClaims, readStored } from '../../store/read.js'
import { relationOf } from '../../store/relation.js'
import { ask, type Snapshot, withSnapshot } from '../../store/snapshot.js'
import { quoteList, quoteText } from '../../store/sql.js'
import { pageOf } from './desk.js'
import { documentHeadOf } from './evidence.js'
import { heads } from './heads.js'
import { type Desk, define, QuestionTrouble } from './question.js'
import { documentHead, paged } from './schemas.js'

export const documents = define(
  heads.documents,
  z.object({
    ...paged,
    documents: z.array(documentHead),
    withdrawals: z.array(
      z.object({ row: z.string(), key: z.string(), who: z.string(), at: z.string(), reason: z.string().nullable() }),
    ),
  }),
  (desk, input) =>
    withSnapshot(desk.ledger, async snapshot => {
      const words = input.words?.toLowerCase()
      const conditions = [
        words === undefined
          ? undefined
          : `contains(lower(concat_ws(' ', name, title, publisher, url, d.entry)), ${quoteText(words)})`,
        input.state === undefined ? undefined : `state IN ${quoteList(input.state)}`,
      ].filter(condition => condition !== undefined)
      const found = await readStored(desk.ledger, snapshot, conditions.length === 0 ? 'true' : conditions.join(' AND '))
      const { items, ...page } = pageOf(found, input.offset, input.limit)
      return {
        ...page,
        documents: items.map(documentHeadOf),
        withdrawals: rowsOfAct(snapshot.hand, 'withdraw').map(({ id, key, who, at, reason }) => ({
          row: id,
          key,
          who,
          at,
          reason,
        })),
      }
    }),
)

const hit = z.object({
  document: documentHead,
  /** Words around the first match in the text; null where the text was not stored. */
  excerpt: z.string().nullable(),
  claims: z.array(z.object({ claim: z.string(), quote: z.string() })),
})

const around = 90

/** The words around the first of the sought ones. */
const excerptOf = (text: string, words: readonly string[]): string => {
  const folded = text.toLowerCase()
  const found = words.map(word => folded.indexOf(word)).filter(place => place >= 0)
  const place = found.length === 0 ? 0 : Math.min(...found)
  const [start, end] = [Math.max(0, place - around), Math.min(text.length, place + around)]
  return `${start > 0 ? '…' : ''}${text.slice(start, end).replaceAll(/\s+/g, ' ')}${end < text.length ? '…' : ''}`
}

const matches = (column: string, words: readonly string[]): string =>
  words.map(word => `regexp_matches(strip_accents(lower(${column})), ${quoteText(`\\b${word}`)})`).join(' AND ')

export const search = define(
  heads.search,
  z.object({ words: z.array(z.string()), ...paged, hits: z.array(hit) }),
  (desk, input) =>
    withSnapshot(desk.ledger, async snapshot => {
      const words = [...new Set(input.words.flatMap(foldWords))]
      if (words.length === 0) throw new QuestionTrouble('not-clear', 'search needs words of letters or digits')
      const texts = await ask(
        desk.ledger,
        `SELECT d.entry, t.text FROM ${relationOf(desk.ledger, snapshot.seals, 'documents')} t
      JOIN ${snapshot.documents} d ON t.entry = d.entry AND t.segment = d.segment
      WHERE (${matches("concat_ws(' ', t.title, t.text)", words)})`,
      )
      const quotes = await ask(
        desk.ledger,
        `SELECT DISTINCT q.entry, q.claim, q.exact FROM ${relationOf(desk.ledger, snapshot.seals, 'quotes')} q
      JOIN ${snapshot.documents} d ON q.entry = d.entry AND q.segment = d.segment
      WHERE q.role = 'claim' AND (${matches('q.exact', words)}) ORDER BY ALL`,
      )
      const textOf = new Map(texts.map(row => [row.entry as string, row.text as string | null]))
      const claimsOf = new Map<string, { claim: string; quote: string }[]>()
      for (const row of quotes) {
        const list = claimsOf.get(row.entry as string) ?? []
        list.push({ claim: row.claim as string, quote: row.exact as string })
        claimsOf.set(row.entry as string, list)
      }
      const entries = [...new Set([...textOf.keys(), ...claimsOf.keys()])]
      const stored = await readStored(desk.ledger, snapshot, `d.entry IN ${quoteList(entries)}`)
      const ranked = stored.toSorted(
        (one, other) =>
          (claimsOf.get(other.entry)?.length ?? 0) - (claimsOf.get(one.entry)?.length ?? 0) ||
          (other.publishedOn ?? '').localeCompare(one.publishedOn ?? '') ||
          one.entry.localeCompare(other.entry),
      )
      const { items, ...page } = pageOf(ranked, input.offset, input.limit)
      return {
        words,
        ...page,
        hits: items.map(document => {
          const text = textOf.get(document.entry)
          return {
            document: documentHeadOf(document),
            excerpt: text === undefined || text === null ? null : excerptOf(text, words),
            claims: claimsOf.get(document.entry) ?? [],
          }
        }),
      }
    }),
)

/** What the coder, and each judge, reads out of a claim: its direction by dimension, or "none" where it is judged wrong. */
const labelsOf = async (desk: Desk, snapshot: Snapshot): Promise<readonly Label[]> => {
  const rows = [...rowsOfAct(snapshot.hand, 'verdict'), ...rowsOfAct(snapshot.hand, 'correct')]
  const ids = [...new Set(rows.map(row => row.claim.id))]
  const stored = await readClaims(desk.ledger, snapshot, ids)
  const entered = rowsOfAct(snapshot.hand, 'claim').map(row => row.claim)
  const claims = new Map([...stored.map(({ claim }) => claim), ...entered].map(claim => [claim.id, claim]))
  const said = (claim: Claim, over: Readonly<Record<string, string>> = {}): string => {
    const [position] = claim.positions
    return position === undefined
      ? 'none'
      : `${over.dimension ?? position.dimension}${over.direction ?? position.direction}`
  }
  const labels: Label[] = [...claims.values()].map(claim => ({ judge: 'coder', unit: claim.id, label: said(claim) }))
  const corrected = new Map<string, Record<string, string>>()
  for (const row of rows.toSorted((one, other) => one.at.localeCompare(other.at) || one.id.localeCompare(other.id))) {
    const claim = claims.get(row.claim.id)
    if (claim === undefined) continue
    const key = `${row.who}\t${claim.id}`
    if (row.act === 'correct') {
      if (row.position !== 0) continue
      corrected.set(key, { ...corrected.get(key), [row.field]: row.to })
      labels.push({ judge: row.who, unit: claim.id, label: said(claim, corrected.get(key)) })
    } else if (row.verdict === 'right') labels.push({ judge: row.who, unit: claim.id, label: said(claim) })
    else if (row.verdict === 'wrong' && !corrected.has(key))
      labels.push({ judge: row.who, unit: claim.id, label: 'none' })
  }
  return labels
}

const measured = z.number().nullable()

export const agreement = define(
  heads.agreement,
  z.object({
    judges: z.array(z.object({ judge: z.string(), claims: z.int() })),
    alpha: measured.describe('Krippendorff’s alpha among the judges; null where it is not defined'),
    pairs: z.array(z.object({ one: z.string(), other: z.string(), claims: z.int(), kappa: measured, same: measured })),
  }),
  (desk, _input) =>
    withSnapshot(desk.ledger, async snapshot => {
      const labels = await labelsOf(desk, snapshot)
      const judges = [...new Set(labels.map(label => label.judge))].filter(judge => judge !== 'coder').sort()
      const latest = (judge: string) =>
        new Map(labels.filter(label => label.judge === judge).map(({ unit, label }) => [unit, label]))
      const pairOf = (one: string, other: string) => {
        const [left, right] = [latest(one), latest(other)]
        const shared = [...left.keys()].filter(unit => right.has(unit))
        const same = shared.filter(unit => left.get(unit) === right.get(unit)).length
        return {
          one,
          other,
          claims: shared.length,
          kappa: cohenKappa(labels, one, other) ?? null,
          same: shared.length === 0 ? null : same / shared.length,
        }
      }
      const between = judges.flatMap((one, place) => judges.slice(place + 1).map(other => pairOf(one, other)))
      return {
        judges: judges.map(judge => ({ judge, claims: latest(judge).size })),
        alpha: krippendorffAlpha(labels.filter(label => label.judge !== 'coder')) ?? null,
        pairs: [...between, ...judges.map(judge => pairOf(judge, 'coder'))],
      }
    }),
)
