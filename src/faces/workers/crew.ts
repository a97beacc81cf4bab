// Who codes: this thread, or several worker threads, behind one socket. Documents in, readings out in the order of the documents.
// Law: what comes out does not depend on how many work, and no more documents are held than are being worked on.
import { fileURLToPath } from 'node:url'
import type { Beside, CodedDocument } from '../../claims/types.js'
import type { ActorEntry } from '../../knowledge/actor-schema.js'
import type { RuleFile } from '../../knowledge/rule-schema.js'
import type { Tier } from '../../syntax/types.js'
import type { Document } from '../../text/types.js'
import type { Reading } from '../formats/format.js'
import type { WorkerResult } from './worker.js'

/** What each member of a crew is set up with. */
export interface Setup {
  readonly tier: Tier
  readonly overrides: readonly ActorEntry[]
  /** Rules beside the product's. */
  readonly rules?: readonly RuleFile[]
  /** Names what was known beside the product; claims carry it at the end of their coder. */
  readonly mark?: string
  /** What documents are to carry beside their claims. */
  readonly besides?: readonly Beside[]
}

export interface Crew {
  /** How many documents it can work on at once. */
  readonly size: number
  /** What its claims carry as `coder`. */
  readonly signature: string
  code(document: Document): Promise<CodedDocument>
  close(): Promise<void>
}

/** A crew of one works in this thread. */
const openAlone = async (setup: Setup, onFallback: (reason: string) => void): Promise<Crew> => {
  const { openMember } = await import('./member.js')
  const member = await openMember(setup, onFallback)
  return { size: 1, ...member }
}

const openPool = async (setup: Setup, size: number, onFallback: (reason: string) => void): Promise<Crew> => {
  const { default: Tinypool } = await import('tinypool')
  const pool = new Tinypool({
    filename: fileURLToPath(new URL('./worker.js', import.meta.url)),
    workerData: setup,
    minThreads: size,
    maxThreads: size,
  })
  let told = false
  const tell = ({ fallback }: WorkerResult): void => {
    if (fallback === undefined || told) return
    told = true
    onFallback(fallback)
  }
  const first: WorkerResult = await pool.run(null)
  tell(first)
  return {
    size,
    signature: first.signature,
    async code(document) {
      const result: WorkerResult = await pool.run(document)
      tell(result)
      return result.coded!
    },
    close: () => pool.destroy(),
  }
}

/** Tells `onFallback` once when the native runtime would not load, however many work. */
export const openCrew = (setup: Setup, size: number, onFallback: (reason: string) => void): Promise<Crew> =>
  size <= 1 ? openAlone(setup, onFallback) : openPool(setup, size, onFallback)

/** A document that could not be coded keeps its place in the output, with a message and without claims. */
const uncoded = ({ text, blocks, issuer, messages, ...document }: Document, error: unknown): CodedDocument => {
  const reason = `could not be coded: ${error instanceof Error ? error.message : String(error)}`
  return { document, claims: [], messages: [...messages, { place: document.name, rule: 'coding-failed', reason }] }
}

/** Codes with at most one document more than the crew's size in hand, and hands readings on in the order of the documents. */
export async function* codeInOrder(documents: AsyncIterable<Document>, crew: Crew): AsyncGenerator<Reading> {
  const inHand: Promise<Reading>[] = []
  const start = async (document: Document): Promise<Reading> => ({
    coded: await crew.code(document).catch((error: unknown) => uncoded(document, error)),
    text: document.text,
    blocks: document.blocks,
  })
  for await (const document of documents) {
    inHand.push(start(document))
    if (inHand.length > crew.size) yield await inHand.shift()!
  }
  while (inHand.length > 0) yield await inHand.shift()!
}
