// The commands that stay: `serve` on this machine and beyond it, and `mcp` on standard input and output, each as a process of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { initLedger } from '../../../src/store/ledger.js'

const command = fileURLToPath(new URL('../../../bin/demarche', import.meta.url))
const minutes = 60_000
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demarche-serve-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const running: ChildProcess[] = []
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null) continue
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
})

/** Starts `demarche serve` and waits for the address that it prints. */
const serve = async (...words: readonly string[]) => {
  const child = spawn(process.execPath, [command, 'serve', '--port', '0', '--parser', 'fast', ...words])
  running.push(child)
  let [printed, said] = ['', '']
  child.stderr.on('data', chunk => {
    said += chunk
  })
  const address = await new Promise<URL>((resolve, reject) => {
    child.stdout.on('data', chunk => {
      printed += chunk
      const [, found] = /^(http\S+)\n/m.exec(printed) ?? []
      if (found !== undefined) resolve(new URL(found))
    })
    child.on('exit', status => reject(new Error(`ended with ${status}: ${said}`)))
  })
  return { address, said: () => said, child }
}

describe('demarche serve', { timeout: 2 * minutes }, () => {
  it('serves this machine alone, makes a ledger of a folder that is none, and ends when told to', async () => {
    const { address, child } = await serve('--ledger', join(folder, 'desk'))
    expect(address.hostname).toBe('127.0.0.1')
    const about = (await (await fetch(new URL('/api/about', address))).json()) as { ledger: boolean; coder: string }
    expect(about).toMatchObject({
      ledger: true,
      coder: expect.stringMatching(/^demarche .+ \/ codebook \d+ \/ model en/),
    })
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  it('asks every request for a token where it is open to others, and says so', async () => {
    const { address, said } = await serve('--host', '0.0.0.0')
    const token = address.searchParams.get('token')!
    expect(token.length).toBeGreaterThan(20)
    const near = `http://127.0.0.1:${address.port}/api/about`
    expect((await fetch(near)).status).toBe(401)
    expect((await fetch(near, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200)
    expect(said()).toContain('every request needs the token')
    expect(said()).toContain('no ledger is open')
  })

  it('says in one line that a port is taken', async () => {
    const { address } = await serve()
    const again = spawn(process.execPath, [command, 'serve', '--port', address.port, '--parser', 'fast'])
    let said = ''
    again.stderr.on('data', chunk => {
      said += chunk
    })
    expect(await once(again, 'exit')).toEqual([2, null])
    expect(said).toContain(`port ${address.port} is taken`)
  })
})

describe('demarche mcp', { timeout: 2 * minutes }, () => {
  it('answers over standard input and output until the other side hangs up', async () => {
    const ledger = join(folder, 'tools')
    await initLedger(ledger, Date.now())
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [command, 'mcp', '--ledger', ledger, '--parser', 'fast'],
    })
    const client = new Client({ name: 'test', version: '0' })
    await client.connect(transport)
    expect((await client.listTools()).tools.map(({ name }) => name)).toContain('stances')
    const coded = await client.callTool({ name: 'code', arguments: { text: 'Spain has yet to recognise Kosovo.' } })
    expect(coded.structuredContent).toMatchObject({ claims: [{ quote: { exact: expect.stringContaining('Kosovo') } }] })
    const found = await client.callTool({ name: 'documents', arguments: {} })
    expect(found.structuredContent).toMatchObject({ total: 0 })
    await client.close()
  })
})
