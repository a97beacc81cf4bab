// One member of a crew: knowledge and parser loaded once, then document after document.
import type { CodedDocument } from '../../claims/types.js'
import { codeDocument, openDemarche } from '../../demarche.js'
import { loadKnowledge } from '../../knowledge/load.js'
import { loadParser } from '../../syntax/load.js'
import type { Document } from '../../text/types.js'
import type { Setup } from './crew.js'

export interface Member {
  code(document: Document): Promise<CodedDocument>
  close(): Promise<void>
}

export const openMember = async (
  { tier, overrides }: Setup,
  onFallback: (reason: string) => void = () => undefined,
): Promise<Member> => {
  const demarche = openDemarche(loadKnowledge(), await loadParser({ tier, onFallback }), overrides)
  return {
    code: document => codeDocument(document, demarche),
    close: () => demarche.parser.close(),
  }
}
