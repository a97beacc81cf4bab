// The ledger's documents with their claims as `demarche code --format jsonl` writes them: one document a line, ready to be added again.
import type { CodedDocument } from '../../claims/types.js'
import type { AddedDocument } from '../../store/rows.js'
import type { Exported } from './material.js'

export const exportCodedLines = (codings: readonly AddedDocument[]): Exported => ({
  mediaType: 'application/x-ndjson',
  extension: 'jsonl',
  body: codings.map(({ coded }): string => `${JSON.stringify(coded satisfies CodedDocument)}\n`).join(''),
})
