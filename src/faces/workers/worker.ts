// The body of a worker thread: set up once from the pool's data, then a document in, a coded document out; for null, the coder's signature.
import { workerData } from 'node:worker_threads'
import type { CodedDocument } from '../../claims/types.js'
import type { Document } from '../../text/types.js'
import type { Setup } from './crew.js'
import { openMember } from './member.js'

/** What a worker hands back. */
export interface WorkerResult {
  readonly signature: string
  /** Null where no document was given. */
  readonly coded: CodedDocument | null
  /** Why the native runtime would not load in this worker; absent where it did. */
  readonly fallback?: string
}

// The pool's own data come first, then what the crew was set up with.
const [, setup] = workerData as [unknown, Setup]
let fallback: { readonly fallback?: string } = {}
const member = openMember(setup, reason => {
  fallback = { fallback: reason }
})

export default async (document: Document | null): Promise<WorkerResult> => {
  const { code, signature } = await member
  return { signature, coded: document === null ? null : await code(document), ...fallback }
}
