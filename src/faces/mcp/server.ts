// The questions in, tools of the Model Context Protocol out: the same names, inputs and answers as everywhere else, and `code` and `explain` for a text.
// Law: a question that cannot be answered is an error the model can read; the connection goes on.
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import type { z } from 'zod'
import type { AtDesk } from '../api/at-desk.js'
import { readingOf, type TextCoder } from '../api/coding.js'
import { pastedText, readPasted } from '../api/incoming.js'
import { stateClaim } from '../formats/statement.js'
import { questions } from '../questions/index.js'
import type { Question } from '../questions/question.js'

export interface McpOptions {
  readonly version: string
  readonly coder: TextCoder
  /** The ledger's desk; undefined where no ledger is open: then only `code` and `explain` are offered. */
  readonly atDesk: AtDesk | undefined
}

const answered = (answer: object): CallToolResult => ({
  content: [{ type: 'text', text: JSON.stringify(answer) }],
  structuredContent: answer as Record<string, unknown>,
})
const refused = (error: unknown): CallToolResult => ({
  isError: true,
  content: [{ type: 'text', text: error instanceof Error ? error.message : String(error) }],
})

/** The name of a question's tool: "claim add" is claim_add. */
export const toolNameOf = (name: string): string => name.replaceAll(' ', '_')

const instructions =
  'Demarche reads news text and keeps who stands where toward whom. Every claim carries the exact quotation it rests on, with a citation: quote it. An empty answer means that nothing was found, not that there is no position. What "inferences" answers is inferred and no evidence.'

/** A server with its tools, connected to nothing yet. */
export const buildMcpServer = ({ version, coder, atDesk }: McpOptions): McpServer => {
  const server = new McpServer({ name: 'demarche', version }, { instructions })
  server.registerTool(
    'code',
    {
      description:
        'code a text: who did, said, refuses or plans what toward whom, on whose word, each claim with its exact words; nothing is kept',
      inputSchema: pastedText,
      annotations: { readOnlyHint: true },
    },
    async input => {
      try {
        const coding = await coder.code(await readPasted(input))
        const { document, claims, messages } = readingOf(coding)
        return answered({
          document,
          messages,
          claims: coding.coded.claims.map((claim, place) => ({ says: stateClaim(claim).sentence, ...claims[place] })),
        })
      } catch (error) {
        return refused(error)
      }
    },
  )
  server.registerTool(
    'explain',
    {
      description:
        'how a text was read, beside its claims: the rules that all but fired and why not; who gets loaded names from whom, whose words fill it',
      inputSchema: pastedText,
      annotations: { readOnlyHint: true },
    },
    async input => {
      try {
        return answered(await coder.explain(await readPasted(input)))
      } catch (error) {
        return refused(error)
      }
    },
  )
  if (atDesk === undefined) return server
  for (const { head, input, answer } of Object.values(questions) as unknown as readonly Question[])
    server.registerTool(
      toolNameOf(head.name),
      {
        description: head.summary,
        inputSchema: input as unknown as z.ZodObject,
        annotations: { readOnlyHint: !head.writes, destructiveHint: false, openWorldHint: false },
      },
      async given => {
        try {
          return answered((await atDesk(desk => answer(desk, given as never))) as object)
        } catch (error) {
          return refused(error)
        }
      },
    )
  return server
}
