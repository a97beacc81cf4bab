// demarche serve: the page and the API on this machine. Law: bound to loopback unless told otherwise; anywhere else only with a token.
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readDocuments } from '../../ingest/index.js'
import { loadKnowledge } from '../../knowledge/load.js'
import { initLedger, isLedger, openLedger } from '../../store/ledger.js'
import type { Tier } from '../../syntax/types.js'
import type { Document } from '../../text/types.js'
import { openTextCoder } from '../api/coding.js'
import { isLoopback } from '../api/guard.js'
import { type Scores, scores } from '../api/schemas.js'
import { buildServer } from '../api/server.js'
import { type Context, type ExitStatus, UsageError } from './context.js'
import { knowledgeAt } from './ledger-own.js'
import { readOverrides } from './overrides.js'

export interface ServeOptions {
  readonly ledger?: string
  readonly port: number
  readonly host: string
  readonly token?: string
  readonly actors?: string
  readonly parser: Tier
}

/** The folder of the package: above src/ and above dist/src/ alike. */
const packageFolder = (): string => {
  const above = ['../../..', '../../../..'].map(path => fileURLToPath(new URL(path, import.meta.url)))
  return above.find(folder => existsSync(join(folder, 'package.json'))) ?? above[0]!
}

const readExamples = async (folder: string): Promise<readonly Document[]> => {
  const examples: Document[] = []
  const files = ['*.txt', '*.md', '*.html', '*.jsonl'].map(pattern => join(folder, pattern))
  const metadata = join(folder, 'metadata', 'dispatches.jsonl')
  for await (const document of readDocuments(files, existsSync(metadata) ? { metadata } : {}))
    if (document.text !== '') examples.push(document)
  return examples
}

/** The figures of the last measurement, where they came along. */
const readScores = (folder: string): Scores | undefined => {
  const [figures, rules] = ['scores.json', 'rules.tsv'].map(name => join(folder, name))
  if (!existsSync(figures!) || !existsSync(rules!)) return undefined
  const [, ...rows] = readFileSync(rules!, 'utf8').trimEnd().split('\n')
  return scores.parse({
    figures: JSON.parse(readFileSync(figures!, 'utf8')),
    rules: Object.fromEntries(
      rows.map(row => {
        const [rule = '', fired, right, wrong] = row.split('\t')
        return [rule, { fired: Number(fired), right: Number(right), wrong: Number(wrong) }]
      }),
    ),
  })
}

const openOrMake = async (folder: string | undefined) => {
  if (folder === undefined) return undefined
  if (!(await isLedger(folder))) await initLedger(folder, Date.now())
  return openLedger(folder)
}

/** Serves until the process is told to stop. */
export const runServe = async (options: ServeOptions, version: string, context: Context): Promise<ExitStatus> => {
  const open = !isLoopback(options.host)
  const token = open ? (options.token ?? randomBytes(24).toString('base64url')) : undefined
  const tell = (words: string) => context.errors.write(`${words}\n`)
  const root = packageFolder()
  const pages = join(root, 'dist', 'web')
  const knowledge = await knowledgeAt(options.ledger, loadKnowledge())
  const ledger = await openOrMake(options.ledger)
  const coder = await openTextCoder(knowledge, options.parser, await readOverrides(options.actors), reason =>
    tell(`demarche: the native runtime did not load (${reason}); WebAssembly stands in for it`),
  )
  const hasPages = existsSync(join(pages, 'index.html'))
  const server = await buildServer({
    coder,
    knowledge,
    ledger,
    examples: await readExamples(join(root, 'examples')),
    token,
    pages: hasPages ? pages : undefined,
    version,
    scores: readScores(join(root, 'eval')),
    log: { write: line => context.errors.write(line) },
  })
  const stopped = new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  try {
    await server.listen({ port: options.port, host: options.host })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    await coder.close()
    if (code === 'EADDRINUSE') throw new UsageError(`port ${options.port} is taken; choose another with --port`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new UsageError(`--host ${options.host} is no address of this machine`)
    throw error
  }
  const { port } = server.server.address() as AddressInfo
  const host = options.host.includes(':') ? `[${options.host}]` : options.host
  const address = `http://${host}:${port}/`
  context.output.write(`${address}${token === undefined ? '' : `?token=${token}`}\n`)
  if (open) tell('demarche: open to other machines; every request needs the token above')
  if (ledger === undefined) tell('demarche: no ledger is open, so nothing is kept; give one with --ledger FOLDER')
  if (!hasPages) tell('demarche: the page is not built, only the API is served; build it with "npm run build:web"')
  await stopped
  await server.close()
  await coder.close()
  return 0
}
