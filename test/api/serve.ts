// A server over a coder that knows one text by heart: what the tests of the API ask.
import type { TextCoder } from '../../src/faces/api/coding.js'
import type { Explanation } from '../../src/faces/api/explanation.js'
import { buildServer, type ServerOptions } from '../../src/faces/api/server.js'
import { loadKnowledge } from '../../src/knowledge/load.js'
import type { Document } from '../../src/text/types.js'
import { reading } from '../faces/fixture.js'

const { coded, text, blocks } = reading
export const fixtureDocument: Document = {
  ...coded.document,
  issuer: null,
  text,
  blocks,
  messages: [],
}

/** What is told beside the claims of a text of which nothing is to be told. */
export const nothingExplained: Explanation = {
  nearMisses: [],
  slant: { loaded: [], quoted: [], othersShare: 0, vouching: [] },
}

export const fixtureCoder: TextCoder = {
  name: 'demarche 0.0.0 / codebook 2 / model none',
  code: async ({ title }) => ({
    document: { ...fixtureDocument, title },
    coded: { ...coded, document: { ...coded.document, title } },
  }),
  explain: async () => nothingExplained,
  close: async () => undefined,
}

export const serveFixture = (options: Partial<ServerOptions> = {}) =>
  buildServer({
    coder: fixtureCoder,
    knowledge: loadKnowledge(),
    ledger: undefined,
    examples: [fixtureDocument],
    token: undefined,
    pages: undefined,
    version: '0.0.0',
    ...options,
  })
