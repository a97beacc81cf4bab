// Checks of what a ledger says against itself: every quotation against its text, every reference against what it names.
import type { Finding } from './doctor.js'
import type { Ledger } from './ledger.js'
import { relationOf } from './relation.js'
import { ask, type Snapshot } from './snapshot.js'
import { quoteList } from './sql.js'

interface QuoteRow {
  readonly claim: string
  readonly entry: string
  readonly start: number
  readonly end: number
  readonly exact: string
}

/** Where a quotation stands that is not at its place: `moved` where its words stand exactly once elsewhere, else `lost`. */
export const placeQuotation = (
  text: string,
  quote: { readonly start: number; readonly end: number; readonly exact: string },
): 'there' | 'moved' | 'lost' => {
  if (text.slice(quote.start, quote.end) === quote.exact) return 'there'
  const first = text.indexOf(quote.exact)
  return quote.exact !== '' && first >= 0 && text.indexOf(quote.exact, first + 1) < 0 ? 'moved' : 'lost'
}

/** Every quotation against the text that it is from. Texts beyond the basic plane are counted again in UTF-16 units. */
export const checkQuotations = async (ledger: Ledger, snapshot: Snapshot): Promise<readonly Finding[]> => {
  const suspects = (await ask(
    ledger,
    `SELECT q.claim, q.entry, q.start, q."end", q.exact FROM ${relationOf(ledger, snapshot.seals, 'quotes')} q
    JOIN (SELECT entry, segment, text FROM ${relationOf(ledger, snapshot.seals, 'documents')} WHERE text IS NOT NULL) d
      ON q.entry = d.entry AND q.segment = d.segment
    WHERE substring(d.text, q.start + 1, q."end" - q.start) <> q.exact ORDER BY ALL`,
  )) as unknown as readonly QuoteRow[]
  if (suspects.length === 0) return []
  const entries = [...new Set(suspects.map(({ entry }) => entry))]
  const texts = new Map(
    (
      await ask(
        ledger,
        `SELECT entry, text FROM ${relationOf(ledger, snapshot.seals, 'documents')} WHERE entry IN ${quoteList(entries)}`,
      )
    ).map(row => [row.entry as string, row.text as string]),
  )
  return suspects.flatMap(({ claim, entry, start, end, exact }): readonly Finding[] => {
    const placed = placeQuotation(texts.get(entry) ?? '', { start, end, exact })
    if (placed === 'there') return []
    return [
      {
        rule: placed === 'moved' ? 'quotation-moved' : 'quotation-lost',
        place: `document ${entry}, chars ${start}–${end}`,
        reason: `the text there is not the quotation of claim ${claim}`,
        outcome: 'open',
      },
    ]
  })
}

/** Positions and quotations without their claim, claims without their document, rows of the hand without what they speak of. */
export const checkReferences = async (ledger: Ledger, snapshot: Snapshot): Promise<readonly Finding[]> => {
  const relation = (table: 'documents' | 'claims' | 'positions' | 'quotes') => relationOf(ledger, snapshot.seals, table)
  const lost = await ask(
    ledger,
    `SELECT 'position' AS what, claim AS id FROM (SELECT DISTINCT claim, segment FROM ${relation('positions')})
      ANTI JOIN (SELECT id AS claim, segment FROM ${relation('claims')}) USING (claim, segment)
    UNION ALL SELECT 'quotation', claim FROM (SELECT DISTINCT claim, segment FROM ${relation('quotes')})
      ANTI JOIN (SELECT id AS claim, segment FROM ${relation('claims')}) USING (claim, segment)
    UNION ALL SELECT 'claim', id FROM ${relation('claims')}
      ANTI JOIN (SELECT entry, segment FROM ${relation('documents')}) USING (entry, segment)
    ORDER BY ALL`,
  )
  const rows = new Set(snapshot.handRows.map(row => row.id))
  return [
    ...lost.map(
      (row): Finding => ({
        rule: 'reference-lost',
        place: `${row.what} of ${row.id}`,
        reason: 'what it refers to is not there',
        outcome: 'open',
      }),
    ),
    ...snapshot.effects.orphans.map(
      (reference): Finding => ({
        rule: 'judgement-orphaned',
        place: `claim ${reference.id}`,
        reason: `a judgement speaks of a claim that is gone: “${reference.quote}”`,
        outcome: 'note',
      }),
    ),
    ...snapshot.handRows.flatMap((row): readonly Finding[] =>
      row.act === 'undo' && !rows.has(row.row)
        ? [
            {
              rule: 'reference-lost',
              place: `judgement ${row.id}`,
              reason: `undoes ${row.row}, which is not there`,
              outcome: 'note',
            },
          ]
        : [],
    ),
  ]
}
