// The library: a document in, its claims out, without the command. What is exported here is public; all else may change.
export type { Actor, ActorKind, Agent, Mention, Sector } from './actors/types.js'
export type { SentenceTrace } from './claims/code.js'
export type { OpinionKind } from './claims/slant/opinion.js'
export {
  claimsByVoice,
  type LoadedName,
  type OpinionWords,
  type Quoted,
  readSlant,
  type Slant,
  type Verdict,
} from './claims/slant/read-slant.js'
export type {
  Beside,
  Claim,
  ClaimDate,
  ClaimEvent,
  ClaimQuotes,
  CodedDocument,
  Dimension,
  Direction,
  EventType,
  Figure,
  Modality,
  Polarity,
  Position,
  Quote,
  StatedAttribution,
  VoiceLink,
} from './claims/types.js'
export { codeDocument, type Demarche, openDemarche, traceDocument } from './demarche.js'
export { contractOf } from './faces/formats/jsonl.js'
export { documentOf, readDocuments } from './ingest/index.js'
export type { ActorEntry } from './knowledge/actor-schema.js'
export { loadKnowledge } from './knowledge/load.js'
export type { Knowledge } from './knowledge/sources.js'
export { loadParser, type ParserOptions } from './syntax/load.js'
export type { Parser, Tier, Tree, Word } from './syntax/types.js'
export type { Block, BlockKind, Document, Message, Sentence, Span, Token } from './text/types.js'
