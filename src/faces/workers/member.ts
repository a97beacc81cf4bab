// One member of a crew: knowledge and parser loaded once, then document after document.
import type { CodedDocument } from '../../claims/types.js'
import { codeDocument, openDemarche } from '../../demarche.js'
import { loadKnowledge } from '../../knowledge/load.js'
import { loadParser } from '../../syntax/load.js'
import type { Document } from '../../text/types.js'
import type { Setup } from './crew.js'

export interface Member {
  /** What its claims carry as `coder`. */
  readonly signature: string
  code(document: Document): Promise<CodedDocument>
  close(): Promise<void>
}

export const openMember = async (
  { tier, overrides, rules = [], mark, besides = [] }: Setup,
  onFallback: (reason: string) => void = () => undefined,
): Promise<Member> => {
  const product = loadKnowledge()
  const knowledge = { ...product, rules: [...product.rules, ...rules] }
  const plain = openDemarche(knowledge, await loadParser({ tier, onFallback }), overrides)
  const signature = [plain.coder.signature, mark].filter(part => part !== undefined).join(' / ')
  const demarche = { ...plain, coder: { ...plain.coder, signature } }
  return {
    signature,
    code: document => codeDocument(document, demarche, besides),
    close: () => demarche.parser.close(),
  }
}
