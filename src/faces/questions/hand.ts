// Acts of the analyst's hand: each writes one row beside the claims and answers with it. Nothing stored is edited.
import { z } from 'zod'
import type { Quote } from '../../claims/types.js'
import { spanOf } from '../../ledger/days.js'
import { type ClaimReference, type correctable, rowsOfAct } from '../../ledger/hand.js'
import { emptyQuote, handClaim } from '../../ledger/hand-claim.js'
import { contentOf } from '../../ledger/identity.js'
import { dimensions, directions, modalities, rungs } from '../../ledger/vocabulary.js'
import { type NewHandRow, writeHand } from '../../store/judgements.js'
import { readClaims, readDocument } from '../../store/read.js'
import { ask, type Snapshot, withSnapshot } from '../../store/snapshot.js'
import { quoteText } from '../../store/sql.js'
import { actorOf, nameOf, resolveActor } from './desk.js'
import { heads } from './heads.js'
import { type Desk, define, QuestionTrouble } from './question.js'

const written = z.object({ row: z.string(), act: z.string(), says: z.string() })

const write = async (desk: Desk, row: NewHandRow, says: string): Promise<z.infer<typeof written>> => {
  const [kept] = await writeHand(desk.ledger.folder, [row], desk.now)
  return { row: kept!.id, act: kept!.act, says }
}

/** A claim as a row of the hand refers to it. */
export const referTo = async (desk: Desk, snapshot: Snapshot, id: string): Promise<ClaimReference> => {
  const stored = await readClaims(desk.ledger, snapshot, [id])
  const found = stored.find(({ document }) => document.state === 'live') ?? stored[0]
  if (found !== undefined)
    return { id, content: found.content, family: found.document.family, quote: found.claim.quote.exact }
  const entered = rowsOfAct(snapshot.hand, 'claim').find(row => row.claim.id === id)
  if (entered === undefined) throw new QuestionTrouble('not-found', `no claim ${id} is in this ledger`)
  return { id, content: contentOf(entered.claim), family: 'hand', quote: entered.claim.quote.exact }
}

const needed = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new QuestionTrouble('not-clear', what)
  return value
}

/** Checks a corrected value against what its field may hold. */
const checkValue = (desk: Desk, field: (typeof correctable)[number], to: string): string => {
  const allowed: readonly string[] | undefined = {
    dimension: dimensions,
    direction: directions,
    modality: modalities,
    rung: rungs,
    holder: undefined,
    target: undefined,
    date: undefined,
  }[field]
  if (allowed !== undefined && !allowed.includes(to))
    throw new QuestionTrouble('not-clear', `${field} is one of: ${allowed.join(', ')}`)
  if (field === 'date' && to !== '' && spanOf(to) === undefined)
    throw new QuestionTrouble('not-clear', `a date is written as 2021-09-08, 2021-09, 2021 or 199X; not “${to}”`)
  return field === 'holder' || field === 'target' ? resolveActor(desk, to) : to
}

export const judge = define(heads.judge, written, (desk, input) =>
  withSnapshot(desk.ledger, async snapshot => {
    const common = { at: new Date(desk.now).toISOString(), who: input.who, reason: input.reason ?? null }
    const { about, say } = input
    const refer = (ids: readonly string[]) => Promise.all(ids.map(id => referTo(desk, snapshot, id)))
    switch (say) {
      case 'right':
      case 'wrong':
      case 'unsure':
        return write(
          desk,
          { ...common, act: 'verdict', claim: await referTo(desk, snapshot, about), verdict: say },
          `${about} is ${say}`,
        )
      case 'correct': {
        const field = needed(input.field, 'say which field, such as --field direction')
        const to = checkValue(desk, field, needed(input.to, 'say the right value with --to'))
        const claim = await referTo(desk, snapshot, about)
        return write(
          desk,
          { ...common, act: 'correct', claim, position: input.position, field, to },
          `${field} of ${about} is ${to}`,
        )
      }
      case 'merge': {
        const into = resolveActor(desk, needed(input.to, 'say which actor it is with --to'))
        return write(desk, { ...common, act: 'merge', actor: resolveActor(desk, about), into }, `${about} is ${into}`)
      }
      case 'split': {
        const into = resolveActor(desk, needed(input.to, 'say which actor it is with --to'))
        const claims = await refer(needed(input.claims, 'say in which claims with --claims'))
        return write(
          desk,
          { ...common, act: 'split', actor: resolveActor(desk, about), into, claims },
          `${about} is ${into} in ${claims.length} claims`,
        )
      }
      case 'resolve': {
        const setAside = await refer(input.claims ?? [])
        return write(
          desk,
          { ...common, act: 'resolve', contradiction: about, setAside },
          setAside.length === 0 ? `${about}: both stand` : `${about}: ${setAside.length} set aside`,
        )
      }
      case 'note':
        return write(
          desk,
          { ...common, act: 'note', about, text: needed(input.reason, 'say the note with --reason') },
          `noted about ${about}`,
        )
    }
  }),
)

export const undo = define(heads.undo, written, (desk, input) =>
  withSnapshot(desk.ledger, async snapshot => {
    const row = snapshot.handRows.find(each => each.id === input.row)
    if (row === undefined) throw new QuestionTrouble('not-found', `no row ${input.row} is in this ledger`)
    const common = { at: new Date(desk.now).toISOString(), who: input.who, reason: input.reason ?? null }
    return write(desk, { ...common, act: 'undo', row: row.id }, `${row.act} of ${row.at} by ${row.who} is taken back`)
  }),
)

export const remove = define(heads.remove, written.extend({ documents: z.int() }), (desk, input) =>
  withSnapshot(desk.ledger, async snapshot => {
    const key = quoteText(input.what)
    const condition =
      input.kind === 'publisher' ? `lower(publisher) = lower(${key})` : `${key} IN (entry, sha256, document, url, name)`
    const [count] = await ask(
      desk.ledger,
      `SELECT count(*)::INTEGER AS documents FROM ${snapshot.documents} WHERE ${condition}`,
    )
    const documents = count!.documents as number
    if (documents === 0) throw new QuestionTrouble('not-found', `no ${input.kind} “${input.what}” is in this ledger`)
    const common = { at: new Date(desk.now).toISOString(), who: input.who, reason: input.reason }
    const row = await write(
      desk,
      { ...common, act: 'withdraw', what: input.kind, key: input.what },
      `${input.what} is withdrawn`,
    )
    return { ...row, documents }
  }),
)

const quoteIn = (text: string, start: number, end: number): Quote => ({
  start,
  end,
  exact: text.slice(start, end),
  prefix: text.slice(Math.max(0, start - 32), start),
  suffix: text.slice(end, end + 32),
})

/** The words chosen in a stored text, by their place or by themselves. */
const chosenQuote = (
  text: string,
  start: number | undefined,
  end: number | undefined,
  words: string | undefined,
): Quote => {
  if (start !== undefined && end !== undefined) {
    if (start >= end || end > text.length)
      throw new QuestionTrouble('not-clear', `the text has ${text.length} units; ${start}–${end} are not in it`)
    return quoteIn(text, start, end)
  }
  const sought = needed(words, 'choose the words with --start and --end, or with --quote')
  const found = text.indexOf(sought)
  if (found < 0) throw new QuestionTrouble('not-found', `the text does not hold “${sought}”`)
  if (text.indexOf(sought, found + 1) >= 0)
    throw new QuestionTrouble(
      'not-clear',
      `the text holds “${sought}” more than once; say where with --start and --end`,
    )
  return quoteIn(text, found, found + sought.length)
}

/** An actor by the word of the asker, as a hand-entered claim names it. */
export const partyOf = (desk: Desk, word: string) => {
  const id = resolveActor(desk, word)
  const known = actorOf(desk, id)
  return { id, name: nameOf(desk, id), kind: known?.kind ?? ('person' as const), country: known?.country ?? null }
}

export const claimAdd = define(heads.claimAdd, written.extend({ claim: z.string() }), (desk, input) =>
  withSnapshot(desk.ledger, async snapshot => {
    if (input.date !== undefined && spanOf(input.date) === undefined)
      throw new QuestionTrouble(
        'not-clear',
        `a date is written as 2021-09-08, 2021-09, 2021 or 199X; not “${input.date}”`,
      )
    const document = input.entry === undefined ? undefined : await readDocument(desk.ledger, snapshot, input.entry)
    if (input.entry !== undefined && document === undefined)
      throw new QuestionTrouble('not-found', `no document ${input.entry} with a text is in this ledger`)
    if (document === undefined && input.title === undefined && input.url === undefined)
      throw new QuestionTrouble(
        'not-clear',
        'say where it is from: --entry with the words, or --title or --url of the source',
      )
    const quote =
      document === undefined
        ? { ...emptyQuote, exact: input.quote ?? '' }
        : chosenQuote(document.text, input.start, input.end, input.quote)
    const [holder, target] = [partyOf(desk, input.holder), partyOf(desk, input.target)]
    const source = { title: input.title ?? null, url: input.url ?? null, publishedOn: input.published ?? null }
    const claim = handClaim({
      position: {
        holder: holder.id,
        target: target.id,
        dimension: input.dimension,
        direction: input.direction,
        rung: input.rung ?? null,
      },
      holder,
      target,
      date: input.date ?? null,
      modality: input.modality,
      voice: input.voice === undefined ? null : partyOf(desk, input.voice),
      quote,
      who: input.who,
      source: input.entry ?? `${source.title} ${source.url}`,
    })
    const row: NewHandRow = {
      at: new Date(desk.now).toISOString(),
      who: input.who,
      reason: input.reason ?? null,
      act: 'claim',
      claim,
      entry: input.entry ?? null,
      source,
      certainty: input.certainty ?? null,
      note: null,
    }
    const kept = await write(
      desk,
      row,
      `${holder.name} ${input.dimension}${input.direction} ${target.name}, entered by hand`,
    )
    return { ...kept, claim: claim.id }
  }),
)
