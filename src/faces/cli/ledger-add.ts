// Commands that fill a ledger: init and add. Texts are coded as they are read and kept in batches; a batch that is told as added is on the
// disk. What cannot be read is named, and the rest is kept.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadKnowledge } from '../../knowledge/load.js'
import { type AddReport, addDocuments } from '../../store/add.js'
import { initLedger } from '../../store/ledger.js'
import type { AddedDocument } from '../../store/rows.js'
import { LedgerTrouble } from '../../store/trouble.js'
import type { Tier } from '../../syntax/types.js'
import type { Document } from '../../text/types.js'
import type { Desk } from '../questions/question.js'
import { type Context, type ExitStatus, UsageError } from './context.js'
import { atDesk, folderOf } from './ledger-open.js'
import { ownSetup, readLedgerKnowledge } from './ledger-own.js'
import { counted, note, type ResultOptions, tellResult } from './ledger-result.js'
import { isTrouble } from './messages.js'
import { openProgress } from './progress.js'

export interface CodingOptions extends ResultOptions {
  readonly ledger?: string
  readonly coded?: boolean
  readonly date?: string
  readonly publisher?: string
  readonly metadata?: string
  readonly parser: Tier
  readonly workers?: number
}

/** A batch is written when it has so many claims or documents: large enough to be fast, small enough to be acknowledged soon. */
const batchClaims = 20_000
const batchDocuments = 200

/** Takes one document, or says why it is not one. */
type Taken = { readonly added: AddedDocument } | { readonly fault: string }

/** The crew that codes for a ledger, with what the ledger knows beside the product. */
export const openLedgerCrew = async (folder: string, options: CodingOptions, context: Context) => {
  const { openCrew } = await import('../workers/crew.js')
  const own = await readLedgerKnowledge(folder, loadKnowledge())
  return openCrew({ tier: options.parser, ...ownSetup(own) }, options.workers ?? 1, reason =>
    note(context, `demarche: the native runtime did not load (${reason}); WebAssembly stands in for it`),
  )
}

/** Documents coded as they are read, with their texts. A document that could not be read is a fault and is not kept. */
async function* codeFiles(
  files: readonly string[],
  folder: string,
  options: CodingOptions,
  context: Context,
): AsyncGenerator<Taken> {
  const [{ readDocuments }, { codeInOrder }] = await Promise.all([
    import('../../ingest/index.js'),
    import('../workers/crew.js'),
  ])
  const { date, publisher, metadata } = options
  const crew = await openLedgerCrew(folder, options, context)
  const inHand: Document[] = []
  async function* read(): AsyncGenerator<Document> {
    for await (const document of readDocuments(files, { input: context.input, date, publisher, metadata })) {
      inHand.push(document)
      yield document
    }
  }
  try {
    for await (const { coded } of codeInOrder(read(), crew)) {
      const document = inHand.shift()!
      if (document.text !== '') yield { added: { coded, document, coder: crew.signature } }
      else yield { fault: coded.messages.map(({ place, reason }) => `${place}: ${reason}`).join('\n') }
    }
  } finally {
    await crew.close()
  }
}

async function* codedFiles(files: readonly string[], context: Context): AsyncGenerator<Taken> {
  const { readCodedLines } = await import('./coded-lines.js')
  for await (const line of readCodedLines(files, context.input))
    yield 'fault' in line ? line : { added: { coded: line.coded } }
}

interface Tally {
  added: number
  newVersions: number
  claims: number
  unchanged: number
  /** Inputs, lines and claims that could not be kept. */
  faults: number
}

const count = (tally: Tally, { added, unchanged, messages }: AddReport): void => {
  tally.added += added.length
  tally.newVersions += added.filter(({ newVersion }) => newVersion).length
  tally.claims += added.reduce((sum, { claims }) => sum + claims, 0)
  tally.unchanged += unchanged.length
  tally.faults += messages.length
}

const tallyWords = ({ added, newVersions, claims, unchanged, faults }: Tally): string =>
  [
    `Added ${counted(added, 'document')} with ${counted(claims, 'claim')}`,
    newVersions === 0 ? '' : `; ${newVersions} of them ${newVersions === 1 ? 'is a new version' : 'are new versions'}`,
    unchanged === 0 ? '' : `; ${unchanged} ${unchanged === 1 ? 'was' : 'were'} there already`,
    faults === 0 ? '' : `; ${counted(faults, 'fault')}, told above`,
    '.\n',
  ].join('')

const addAll = async (
  desk: Desk,
  documents: AsyncIterable<Taken>,
  options: ResultOptions,
  context: Context,
): Promise<ExitStatus> => {
  const tally: Tally = { added: 0, newVersions: 0, claims: 0, unchanged: 0, faults: 0 }
  const progress = await openProgress(context, undefined)
  const flush = async (batch: readonly AddedDocument[]): Promise<void> => {
    if (batch.length === 0) return
    const report = await addDocuments(desk.ledger, batch, desk.knowledge, Date.now())
    for (const { place, reason } of report.messages) progress.note(`${place}: ${reason}`)
    count(tally, report)
  }
  let batch: AddedDocument[] = []
  let claims = 0
  try {
    for await (const taken of documents) {
      if ('fault' in taken) {
        progress.note(taken.fault)
        tally.faults += 1
        continue
      }
      const { coded } = taken.added
      for (const message of coded.messages) {
        progress.note(`${message.place}: ${message.reason}`)
        if (isTrouble(message)) tally.faults += 1
      }
      progress.advance(coded.claims.length)
      batch.push(taken.added)
      claims += coded.claims.length
      if (claims < batchClaims && batch.length < batchDocuments) continue
      await flush(batch)
      batch = []
      claims = 0
    }
    await flush(batch)
  } finally {
    progress.stop()
  }
  tellResult(context, options, tally, () => tallyWords(tally))
  return tally.faults === 0 ? 0 : 1
}

/** The example dispatches that come with the program. */
const exampleFiles = (): { readonly files: readonly string[]; readonly metadata: string } => {
  const folder = ['../../../../examples', '../../../examples']
    .map(path => fileURLToPath(new URL(path, import.meta.url)))
    .find(existsSync)
  if (folder === undefined) throw new UsageError('the examples are not there; the package was installed without them')
  const names = readdirSync(folder).filter(name => /\.(txt|md|html|jsonl)$/.test(name))
  return {
    files: names.sort().map(name => join(folder, name)),
    metadata: join(folder, 'metadata', 'dispatches.jsonl'),
  }
}

export const runInit = async (
  folder: string,
  options: { readonly examples?: boolean },
  context: Context,
): Promise<ExitStatus> => {
  try {
    await initLedger(folder, Date.now())
  } catch (error) {
    if (error instanceof LedgerTrouble) throw new UsageError(error.message)
    throw error
  }
  context.output.write(`An empty ledger is in ${folder}.\n`)
  const named = folder === 'ledger' ? '' : ` --ledger ${folder}`
  if (options.examples !== true) {
    context.output.write(`Next: demarche add FILES${named}\n`)
    return 0
  }
  const { files, metadata } = exampleFiles()
  const coding: CodingOptions = { parser: 'accurate', metadata, format: 'table' }
  const status = await atDesk(folder, desk => addAll(desk, codeFiles(files, folder, coding, context), coding, context))
  context.output.write(`Next: demarche matrix${named}\n`)
  return status
}

export const runAdd = async (
  files: readonly string[],
  options: CodingOptions,
  context: Context,
): Promise<ExitStatus> => {
  const folder = await folderOf(options.ledger)
  const documents = options.coded === true ? codedFiles(files, context) : codeFiles(files, folder, options, context)
  return atDesk(folder, desk => addAll(desk, documents, options, context))
}
