// Examines a ledger's folder: seals, hashes, quotations, references, the hand's rows and what unfinished work has left. It repairs what
// can be repaired, sets aside what is damaged, and says what is lost.
import { readFile, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, extname, join } from 'node:path'
import type { Claim } from '../claims/types.js'
import type { Document } from '../text/types.js'
import { type AddKnowledge, writeCodings } from './add.js'
import { checkQuotations, checkReferences } from './examine.js'
import { digestOf, readIfThere, writeWhole } from './files.js'
import { readHand } from './judgements.js'
import { filesOf, pathsOf, type Seal, type TableName } from './layout.js'
import type { Ledger } from './ledger.js'
import type { AddedDocument } from './rows.js'
import { namesIn, type Owner, readSeals, removeSegment, setAside, standingSeals } from './segments.js'
import { ask, withSnapshot } from './snapshot.js'
import { quoteText } from './sql.js'

export type FindingRule =
  | 'leftover'
  | 'seal-broken'
  | 'file-missing'
  | 'hash-differs'
  | 'hand-row'
  | 'quotation-moved'
  | 'quotation-lost'
  | 'reference-lost'
  | 'judgement-orphaned'
  | 'own-rule'

export interface Finding {
  readonly rule: FindingRule
  readonly place: string
  readonly reason: string
  /** `repaired`: all is there again. `set aside`: moved to aside/, the rest serves. `open`: for a person to look at. `note`: harmless. */
  readonly outcome: 'repaired' | 'set aside' | 'open' | 'note'
}

export interface DoctorReport {
  readonly findings: readonly Finding[]
  readonly segments: number
  readonly documents: number
  readonly claims: number
  /** Nothing is wrong, or nothing is wrong any more. */
  readonly clean: boolean
}

/** What is still being written, or was written a moment ago by a process of another machine, is left alone for so long (milliseconds). */
const patience = 3_600_000

const isAtWork = async (staging: string, now: number): Promise<boolean> => {
  const text = await readIfThere(join(staging, 'owner.json')).catch(() => undefined)
  const changed = (await stat(staging).catch(() => undefined))?.mtimeMs ?? 0
  if (now - changed > patience) return false
  if (text === undefined || text === '') return now - changed < 10_000
  const owner = JSON.parse(text) as Owner
  if (owner.host !== hostname()) return true
  if (owner.pid === process.pid) return true
  try {
    process.kill(owner.pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Removes what unfinished work has left: folders in staging/ whose process is gone, and files without a seal. */
const sweep = async (folder: string, now: number): Promise<readonly Finding[]> => {
  const paths = pathsOf(folder)
  const findings: Finding[] = []
  const atWork = new Set<string>()
  for (const name of await namesIn(paths.staging)) {
    const staging = join(paths.staging, name)
    if (name.startsWith('spill-') ? name === `spill-${process.pid}` : await isAtWork(staging, now)) {
      atWork.add(name)
      continue
    }
    await rm(staging, { recursive: true, force: true })
    findings.push({
      rule: 'leftover',
      place: `staging/${name}`,
      reason: 'an unfinished write; nothing of it was acknowledged',
      outcome: 'note',
    })
  }
  const { seals, broken } = await readSeals(folder)
  const standing = new Set([
    ...standingSeals(seals).map(sealed => sealed.segment),
    ...broken.map(({ segment }) => segment),
  ])
  for (const { segment } of seals) {
    if (standing.has(segment)) continue
    await removeSegment(folder, segment)
    findings.push({
      rule: 'leftover',
      place: `segments/${segment}`,
      reason: 'taken over by a compaction',
      outcome: 'note',
    })
  }
  for (const kind of filesOf('').map(dirname)) {
    for (const name of await namesIn(join(folder, kind))) {
      const segment = basename(name, extname(name))
      if (standing.has(segment) || atWork.has(segment)) continue
      await rm(join(folder, kind, name), { force: true })
      findings.push({ rule: 'leftover', place: `${kind}/${name}`, reason: 'a file without a seal', outcome: 'note' })
    }
  }
  for (const kind of [paths.seals, paths.judgements]) {
    for (const name of await namesIn(kind)) {
      if (!name.startsWith('.') || !name.endsWith('.part')) continue
      const changed = (await stat(join(kind, name)).catch(() => undefined))?.mtimeMs ?? 0
      const owner = Number(name.split('.').at(-3))
      if (owner === process.pid || (now - changed < patience && isRunning(owner))) continue
      await rm(join(kind, name), { force: true })
      findings.push({ rule: 'leftover', place: name, reason: 'an unfinished write', outcome: 'note' })
    }
  }
  return findings
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** The files of a segment that are missing or differ from its seal, as they are named in the folder. */
const damagedFiles = async (folder: string, { segment, sha256, cells }: Seal): Promise<readonly string[]> => {
  const damaged: string[] = []
  for (const name of filesOf(segment)) {
    const sealed = { ...sha256, cells }[dirname(name) as TableName | 'cells']
    if (sealed !== (await digestOf(join(folder, name)).catch(() => undefined))) damaged.push(name)
  }
  return damaged
}

/** The codings of a segment whose documents and claims are whole, so that positions and quotations can be made again from them. */
const salvage = async (ledger: Ledger, segment: string): Promise<readonly AddedDocument[]> => {
  const { table } = pathsOf(ledger.folder)
  const documents = await ask(
    ledger,
    `SELECT *, epoch_ms(added_at)::DOUBLE AS added FROM read_parquet(${quoteText(table('documents', segment))})`,
  )
  const claims = await ask(ledger, `SELECT entry, json FROM read_parquet(${quoteText(table('claims', segment))})`)
  return documents.map(row => {
    const {
      name,
      title,
      url,
      publisher,
      issuer,
      published_on: publishedOn,
      language,
      sha256,
      text,
      coder,
    } = row as Record<string, string>
    const messages = JSON.parse(row.messages as string) as Document['messages']
    const head = {
      id: row.document as string,
      name,
      title,
      url,
      publisher,
      publishedOn,
      language,
      sha256,
    } as AddedDocument['coded']['document']
    return {
      coded: {
        document: head,
        claims: claims
          .filter(claim => claim.entry === row.entry)
          .map(claim => JSON.parse(claim.json as string) as Claim),
        messages,
      },
      document:
        text === null || text === undefined
          ? undefined
          : {
              ...head,
              issuer: issuer ?? null,
              text,
              blocks: JSON.parse(row.blocks as string) as Document['blocks'],
              messages,
            },
      coder,
      addedAt: Number(row.added),
    }
  })
}

const mendSegment = async (
  ledger: Ledger,
  sealed: Seal,
  damaged: readonly string[],
  knowledge: AddKnowledge,
  now: number,
): Promise<Finding> => {
  const { segment, rows } = sealed
  const place = damaged.join(', ')
  const whole = !damaged.some(name => ['documents', 'claims'].includes(dirname(name)))
  const codings = whole ? await salvage(ledger, segment) : []
  await setAside(ledger.folder, segment, `${place}: differs from its seal`)
  ledger.memory.snapshot = undefined
  if (!whole)
    return {
      rule: 'hash-differs',
      place,
      reason: `damaged on the disk; ${rows.documents} documents and ${rows.claims} claims are in aside/${segment}: add those documents again, or bring the file back from a copy`,
      outcome: 'set aside',
    }
  await writeCodings(ledger, codings, knowledge, now)
  return {
    rule: 'hash-differs',
    place,
    reason: 'made again from the documents and claims, which are whole',
    outcome: 'repaired',
  }
}

const checkSegments = async (ledger: Ledger, knowledge: AddKnowledge, now: number): Promise<readonly Finding[]> => {
  const { seals, broken } = await readSeals(ledger.folder)
  const findings: Finding[] = []
  for (const { segment, reason } of broken) {
    await setAside(ledger.folder, segment, reason)
    findings.push({ rule: 'seal-broken', place: `segments/${segment}.json`, reason, outcome: 'set aside' })
  }
  for (const sealed of standingSeals(seals)) {
    const damaged = await damagedFiles(ledger.folder, sealed)
    const still = (await readIfThere(pathsOf(ledger.folder).seal(sealed.segment))) !== undefined
    if (damaged.length > 0 && still) findings.push(await mendSegment(ledger, sealed, damaged, knowledge, now))
  }
  return findings
}

const checkHand = async (folder: string): Promise<readonly Finding[]> => {
  const { messages } = await readHand(folder)
  const paths = pathsOf(folder)
  const byFile = new Map<string, number[]>()
  for (const { place } of messages) {
    const [file, line] = place.split(':') as [string, string]
    byFile.set(file, [...(byFile.get(file) ?? []), Number(line)])
  }
  for (const [file, lines] of byFile) {
    const path = join(folder, file)
    const all = (await readFile(path, 'utf8')).split('\n')
    const bad = all.filter((_, index) => lines.includes(index + 1))
    await writeWhole(join(paths.aside, `${file.replaceAll('/', '-')}.txt`), bad.join('\n'))
    await writeWhole(path, all.filter((_, index) => !lines.includes(index + 1)).join('\n'))
  }
  return messages.map(({ place, reason }) => ({ rule: 'hand-row', place, reason, outcome: 'set aside' }))
}

/**
 * Examines and mends a ledger.
 * @param now milliseconds since 1970.
 */
export const examineLedger = async (ledger: Ledger, knowledge: AddKnowledge, now: number): Promise<DoctorReport> => {
  const mended = [
    ...(await checkSegments(ledger, knowledge, now)),
    ...(await sweep(ledger.folder, now)),
    ...(await checkHand(ledger.folder)),
  ]
  ledger.memory.damaged = new Map()
  ledger.memory.snapshot = undefined
  return withSnapshot(ledger, async snapshot => {
    const findings = [
      ...mended,
      ...(await checkQuotations(ledger, snapshot)),
      ...(await checkReferences(ledger, snapshot)),
    ]
    const [counts] = await ask(
      ledger,
      `SELECT count(*)::INTEGER AS documents, coalesce(sum(claims), 0)::INTEGER AS claims FROM ${snapshot.documents}`,
    )
    return {
      findings,
      segments: snapshot.seals.length,
      documents: Number(counts!.documents),
      claims: Number(counts!.claims),
      clean: findings.every(({ outcome }) => outcome === 'note' || outcome === 'repaired'),
    }
  })
}
