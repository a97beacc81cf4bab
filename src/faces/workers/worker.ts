// The body of a worker thread: set up once from the pool's data, then a document in, a coded document out; for null, the coder's signature.

import { workerData } from 'node:worker_threads'
import type { CodedDocument } from '../../claims/types.js'
import type { Document } from '../../text/types.js'
import type { Setup } from './crew.js'
import { openMember } from './member.js'

// The pool's own data come first, then what the crew was set up with.
const [, setup] = workerData as [unknown, Setup]
const member = openMember(setup)

export default async (document: Document | null): Promise<CodedDocument | string> =>
  document === null ? (await member).signature : (await member).code(document)
