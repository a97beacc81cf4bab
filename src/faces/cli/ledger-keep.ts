// Commands that keep a ledger: init, add, compact, doctor, recode, merge, import.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import papaparse from 'papaparse'
import type { CodedDocument } from '../../claims/types.js'
import { addDocuments } from '../../store/add.js'
import { compactLedger } from '../../store/compact.js'
import { examineLedger } from '../../store/doctor.js'
import { closeLedger, initLedger, openLedger } from '../../store/ledger.js'
import { mergeLedger } from '../../store/merge.js'
import { recodeLedger, takeRecoding } from '../../store/recode.js'
import type { AddedDocument } from '../../store/rows.js'
import { LedgerTrouble } from '../../store/trouble.js'
import type { Tier } from '../../syntax/types.js'
import type { Document } from '../../text/types.js'
import type { Desk } from '../questions/question.js'
import { importTracker, takeTracker } from '../questions/tracker-import.js'
import { type Context, type ExitStatus, UsageError } from './context.js'
import { renderChangedCells, renderTrackerRows } from './ledger-differences.js'
import { atDesk, folderOf } from './ledger-open.js'
import { ownActors } from './ledger-own.js'

interface LedgerOptions {
  readonly ledger?: string
}
interface CodingOptions extends LedgerOptions {
  readonly coded?: boolean
  readonly date?: string
  readonly publisher?: string
  readonly metadata?: string
  readonly parser: Tier
  readonly workers?: number
}

const print = (context: Context, line: string): void => {
  context.output.write(`${line}\n`)
}
const note = (context: Context, line: string): void => {
  context.errors.write(`${line}\n`)
}

/** A batch is written when it has so many claims or documents: large enough to be fast, small enough to be acknowledged soon. */
const batchClaims = 20_000
const batchDocuments = 200

async function* codedLines(files: readonly string[]): AsyncGenerator<AddedDocument> {
  for (const file of files) {
    for (const [index, line] of (await readFile(file, 'utf8')).split('\n').entries()) {
      if (line.trim() === '') continue
      try {
        yield { coded: JSON.parse(line) as CodedDocument }
      } catch {
        throw new UsageError(
          `${file}:${index + 1}: is no JSON; --coded reads what "demarche code --format jsonl" wrote`,
        )
      }
    }
  }
}

const openCoding = async (folder: string, options: CodingOptions, context: Context) => {
  const { openCrew } = await import('../workers/crew.js')
  const overrides = await ownActors(folder)
  return openCrew({ tier: options.parser, overrides }, options.workers ?? 1, reason =>
    note(context, `demarche: the native runtime did not load (${reason}); WebAssembly stands in for it`),
  )
}

/** Documents coded as they are read, with their texts. */
async function* codeFiles(
  files: readonly string[],
  folder: string,
  options: CodingOptions,
  context: Context,
): AsyncGenerator<AddedDocument> {
  const { readDocuments } = await import('../../ingest/index.js')
  const crew = await openCoding(folder, options, context)
  try {
    const { date, publisher, metadata } = options
    for await (const document of readDocuments(files, {
      input: context.input,
      date,
      publisher,
      metadata,
    }) as AsyncIterable<Document>)
      yield { coded: await crew.code(document), document }
  } finally {
    await crew.close()
  }
}

/** A document without claims is coded by whoever coded the others of its batch. */
const withCoder = (batch: readonly AddedDocument[]): readonly AddedDocument[] => {
  const coder = batch.flatMap(({ coded }) => coded.claims.map(claim => claim.coder))[0]
  return coder === undefined ? batch : batch.map(each => ({ ...each, coder: each.coded.claims[0]?.coder ?? coder }))
}

const addAll = async (desk: Desk, codings: AsyncIterable<AddedDocument>, context: Context): Promise<ExitStatus> => {
  const total = { added: 0, claims: 0, versions: 0, unchanged: 0 }
  let troubled = false
  const flush = async (batch: readonly AddedDocument[]): Promise<void> => {
    const report = await addDocuments(desk.ledger, withCoder(batch), desk.knowledge, Date.now())
    total.added += report.added.length
    total.claims += report.added.reduce((sum, { claims }) => sum + claims, 0)
    total.versions += report.added.filter(({ newVersion }) => newVersion).length
    total.unchanged += report.unchanged.length
    for (const { place, reason } of report.messages) note(context, `${place}: ${reason}`)
    troubled ||= report.messages.length > 0
  }
  let batch: AddedDocument[] = []
  let claims = 0
  for await (const coding of codings) {
    for (const { place, reason } of coding.coded.messages) note(context, `${place}: ${reason}`)
    batch.push(coding)
    claims += coding.coded.claims.length
    if (claims >= batchClaims || batch.length >= batchDocuments) {
      await flush(batch)
      batch = []
      claims = 0
    }
  }
  if (batch.length > 0) await flush(batch)
  const versions = total.versions === 0 ? '' : `, ${total.versions} of them new versions`
  print(
    context,
    `Added ${total.added} documents${versions}, ${total.claims} claims; ${total.unchanged} were there already.`,
  )
  return troubled ? 1 : 0
}

/** The example dispatches that come with the program. */
const exampleFiles = async (): Promise<{ readonly files: readonly string[]; readonly metadata: string }> => {
  const { fileURLToPath } = await import('node:url')
  const { existsSync, readdirSync } = await import('node:fs')
  const { join } = await import('node:path')
  const folder = ['../../../../examples', '../../../examples']
    .map(path => fileURLToPath(new URL(path, import.meta.url)))
    .find(existsSync)
  if (folder === undefined) throw new UsageError('the examples are not there; the package was installed without them')
  const files = readdirSync(folder)
    .filter(name => /\.(txt|md|html|jsonl)$/.test(name))
    .sort()
  return { files: files.map(name => join(folder, name)), metadata: join(folder, 'metadata', 'dispatches.jsonl') }
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
  print(context, `An empty ledger is in ${folder}.`)
  if (options.examples === true) {
    const { files, metadata } = await exampleFiles()
    const coding: CodingOptions = { ledger: folder, parser: 'accurate', metadata }
    return atDesk(folder, desk => addAll(desk, codeFiles(files, folder, coding, context), context))
  }
  print(context, `Next: demarche add FILES --ledger ${folder}`)
  return 0
}

export const runAdd = async (
  files: readonly string[],
  options: CodingOptions,
  context: Context,
): Promise<ExitStatus> => {
  const folder = await folderOf(options.ledger)
  return atDesk(folder, desk =>
    addAll(desk, options.coded === true ? codedLines(files) : codeFiles(files, folder, options, context), context),
  )
}

export const runCompact = (options: LedgerOptions, context: Context): Promise<ExitStatus> =>
  atDesk(options.ledger, async (desk): Promise<ExitStatus> => {
    const { before, after, judgementFiles } = await compactLedger(desk.ledger, desk.now)
    print(
      context,
      `Segments: ${before} → ${after}. Files of judgements: ${judgementFiles.before} → ${judgementFiles.after}.`,
    )
    return 0
  })

export const runDoctor = (options: LedgerOptions, context: Context): Promise<ExitStatus> =>
  atDesk(options.ledger, async (desk): Promise<ExitStatus> => {
    const report = await examineLedger(desk.ledger, desk.knowledge, desk.now)
    for (const { rule, place, reason, outcome } of report.findings)
      print(context, `${outcome}: ${rule}: ${place}: ${reason}`)
    print(
      context,
      `${report.documents} documents, ${report.claims} claims in ${report.segments} segments: ${report.clean ? 'all is well' : 'see above'}.`,
    )
    return report.clean ? 0 : 1
  })

export const runRecode = async (
  options: CodingOptions & { readonly take?: boolean },
  context: Context,
): Promise<ExitStatus> => {
  const crew = await openCoding(await folderOf(options.ledger), options, context)
  try {
    return await atDesk(options.ledger, async (desk): Promise<ExitStatus> => {
      const today = Math.floor(desk.now / 86_400_000)
      const recoding = await recodeLedger(desk.ledger, document => crew.code(document), desk.knowledge, today)
      context.output.write(renderChangedCells(recoding.changes, context))
      print(
        context,
        `${recoding.documents} texts read again: ${recoding.claimsGained} claims gained, ${recoding.claimsLost} lost, ${recoding.changes.length} cells change.`,
      )
      if (recoding.withoutText > 0)
        print(context, `${recoding.withoutText} documents have no stored text and stay as they are.`)
      if (recoding.codings.length === 0)
        print(context, 'The coder is the one that coded them; there is nothing to take.')
      else if (options.take === true) {
        await takeRecoding(desk.ledger, recoding, desk.knowledge, desk.now)
        print(context, 'Taken.')
      } else print(context, 'Nothing was written; --take keeps the new coding.')
      return 0
    })
  } finally {
    await crew.close()
  }
}

export const runMerge = (other: string, options: LedgerOptions, context: Context): Promise<ExitStatus> =>
  atDesk(options.ledger, async (desk): Promise<ExitStatus> => {
    const from = await openLedger(other)
    try {
      const { documents, judgements, messages } = await mergeLedger(desk.ledger, from, desk.knowledge, desk.now)
      for (const message of messages) note(context, message)
      print(context, `Merged ${documents} documents and ${judgements} rows of the hand.`)
      return messages.length === 0 ? 0 : 1
    } finally {
      closeLedger(from)
    }
  })

export const runImport = (
  table: string,
  options: LedgerOptions & { readonly target?: string; readonly who?: string; readonly take?: boolean },
  context: Context,
): Promise<ExitStatus> =>
  atDesk(options.ledger, async (desk): Promise<ExitStatus> => {
    const text = await readFile(table, 'utf8').catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(`${table} cannot be read: ${error.code}`)
    })
    const lines = papaparse.parse<string[]>(text, { skipEmptyLines: 'greedy' }).data
    const report = await importTracker(desk, lines, basename(table), options.target)
    for (const { place, reason } of report.messages) note(context, `${place}: ${reason}`)
    context.output.write(renderTrackerRows(report.rows, context))
    const counts = [...new Set(report.rows.map(row => row.difference))].map(
      kind => `${report.rows.filter(row => row.difference === kind).length} ${kind}`,
    )
    print(context, `${report.rows.length} rows: ${counts.join(', ')}.`)
    if (options.take === true) {
      const entered = await takeTracker(desk, report, options.who ?? 'analyst')
      print(context, `${entered} rows were entered by hand.`)
    } else print(context, 'Nothing was written; --take enters the rows that are not in the ledger.')
    return report.messages.length === 0 ? 0 : 1
  })
