// demarche mcp: the questions as tools for a language model's host, over standard input and output. Nothing else is printed there.

import { once } from 'node:events'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { loadKnowledge } from '../../knowledge/load.js'
import { openLedger } from '../../store/ledger.js'
import type { Tier } from '../../syntax/types.js'
import { openDesk } from '../api/at-desk.js'
import { openTextCoder } from '../api/coding.js'
import { buildMcpServer } from '../mcp/server.js'
import type { Context, ExitStatus } from './context.js'
import { knowledgeAt } from './ledger-own.js'
import { readOverrides } from './overrides.js'

export interface McpCommandOptions {
  readonly ledger?: string
  readonly actors?: string
  readonly parser: Tier
}

/** Answers until the other side hangs up. */
export const runMcp = async (options: McpCommandOptions, version: string, context: Context): Promise<ExitStatus> => {
  const knowledge = await knowledgeAt(options.ledger, loadKnowledge())
  const ledger = options.ledger === undefined ? undefined : await openLedger(options.ledger)
  const coder = await openTextCoder(knowledge, options.parser, await readOverrides(options.actors), reason =>
    context.errors.write(`demarche: the native runtime did not load (${reason}); WebAssembly stands in for it\n`),
  )
  const atDesk = ledger === undefined ? undefined : openDesk(ledger, knowledge)
  const server = buildMcpServer({ version, coder, atDesk })
  await server.connect(new StdioServerTransport(context.input, context.output))
  await once(context.input, 'close')
  await server.close()
  await coder.close()
  return 0
}
