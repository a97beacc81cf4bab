// The river of one document, as the server uses it: documents in, codings and explanations out, watched and stopped where wanted.
import type { CodedDocument } from '../../claims/types.js'
import { codeDocument, openDemarche, traceDocument } from '../../demarche.js'
import type { ActorEntry } from '../../knowledge/actor-schema.js'
import type { Knowledge } from '../../knowledge/sources.js'
import { loadParser } from '../../syntax/load.js'
import type { Tier } from '../../syntax/types.js'
import type { Document } from '../../text/types.js'
import type { ReadingAnswer } from './claim-schema.js'
import { type Explanation, explainReading } from './explanation.js'
import { type Watch, watchParser } from './watch.js'

/** A document and what was read out of it. */
export interface Coding {
  readonly document: Document
  readonly coded: CodedDocument
}

/** How the server comes by a coding; the one thing that it does not do itself. */
export interface TextCoder {
  /** Program, codebook and model, as claims name them. */
  readonly name: string
  /** @throws the reason of the watch's signal when told to stop. */
  code(document: Document, watch?: Watch): Promise<Coding>
  explain(document: Document): Promise<Explanation>
  close(): Promise<void>
}

/** The form in which a coding goes out: the coded document with the text that its quotations point into. */
export const readingOf = ({ coded, document: { text, blocks } }: Coding): ReadingAnswer =>
  ({ ...coded, text, blocks }) as ReadingAnswer

/** Opens a coder. Close it when the server closes. */
export const openTextCoder = async (
  knowledge: Knowledge,
  tier: Tier,
  overrides: readonly ActorEntry[],
  onFallback: (reason: string) => void,
): Promise<TextCoder> => {
  const demarche = openDemarche(knowledge, await loadParser({ tier, onFallback }), overrides)
  const names = new Map([...knowledge.actors, ...overrides].map(({ id, name }) => [id, name]))
  return {
    name: demarche.coder.signature,
    code: async (document, watch) => {
      const parser = watch === undefined ? demarche.parser : watchParser(demarche.parser, watch)
      return { document, coded: await codeDocument(document, { ...demarche, parser }) }
    },
    explain: async document => {
      const { coded, traces } = await traceDocument(document, demarche)
      const { voices, slant } = demarche.coder.lexicons
      return explainReading(document, traces, coded.claims, { voices, slant, nameOf: id => names.get(id) })
    },
    close: () => demarche.parser.close(),
  }
}
