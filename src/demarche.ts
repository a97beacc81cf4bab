// The whole river in one screenful: a document in, its claims out. One document is a pure function of its text and of what is known.
import { type ActorIndex, findMentions, indexActors } from './actors/index.js'
import { bindCoder, type Coder, codeClaims, type SentenceTrace } from './claims/code.js'
import { readSlant } from './claims/slant/read-slant.js'
import type { Beside, CodedDocument } from './claims/types.js'
import { statedAttribution } from './claims/voices/chain.js'
import type { ActorEntry } from './knowledge/actor-schema.js'
import type { Knowledge } from './knowledge/sources.js'
import { mendTree } from './syntax/mend.js'
import type { Parser } from './syntax/types.js'
import { bindSegmenter, type Segmenter } from './text/segment.js'
import type { Document } from './text/types.js'

/** All that coding needs, bound once and then only read. */
export interface Demarche {
  readonly knowledge: Knowledge
  readonly segment: Segmenter
  readonly actors: ActorIndex
  readonly coder: Coder
  readonly parser: Parser
}

/** Binds the knowledge and the analyst's own actors to a parser. */
export const openDemarche = (
  knowledge: Knowledge,
  parser: Parser,
  overrides: readonly ActorEntry[] = [],
): Demarche => ({
  knowledge,
  segment: bindSegmenter(knowledge),
  actors: indexActors(knowledge, overrides),
  coder: bindCoder(knowledge, parser.name),
  parser,
})

/** Codes one document and keeps what each step saw, for `explain`. A document that is not English or not readable has no claims. */
export const traceDocument = async (
  document: Document,
  demarche: Demarche,
  besides: readonly Beside[] = [],
): Promise<{ readonly coded: CodedDocument; readonly traces: readonly SentenceTrace[] }> => {
  const { segment, actors, coder, parser } = demarche
  const { id, name, title, url, publisher, publishedOn, language, sha256, messages } = document
  const readable = language === 'en' ? segment(document.text, document.blocks) : []
  const trees = (await parser.parse(readable.map(sentence => sentence.tokens))).map(mendTree)
  const mentions = findMentions(document, readable, trees, actors)
  const { claims, traces, attributions } = codeClaims(document, readable, trees, mentions, coder)
  return {
    coded: {
      document: { id, name, title, url, publisher, publishedOn, language, sha256 },
      claims,
      messages,
      ...(besides.includes('attributions') && {
        attributions: attributions.map(one => statedAttribution(one, document.text)),
      }),
      ...(besides.includes('slant') && {
        slant: readSlant(document, readable, trees, mentions, attributions, coder.lexicons.slant, claims),
      }),
    },
    traces,
  }
}

/** Codes one document; `besides` names what it is to carry beside its claims. */
export const codeDocument = async (
  document: Document,
  demarche: Demarche,
  besides: readonly Beside[] = [],
): Promise<CodedDocument> => (await traceDocument(document, demarche, besides)).coded
