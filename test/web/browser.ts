// A browser, a ledger of hand-made codings and a server over both: what the tests of the page run in.
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import type { TextCoder } from '../../src/faces/api/coding.js'
import { buildServer } from '../../src/faces/api/server.js'
import { loadKnowledge } from '../../src/knowledge/load.js'
import { addDocuments } from '../../src/store/add.js'
import { closeLedger, initLedger, openLedger } from '../../src/store/ledger.js'
import { nothingExplained } from '../api/serve.js'
import { codings } from './texts.js'

const places = [
  process.env.DEMARCHE_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** The browser that is here; undefined where there is none. */
export const browserPath: string | undefined = places.find(place => place !== undefined && existsSync(place))
export const pages = fileURLToPath(new URL('../../dist/web', import.meta.url))
const isBuilt = existsSync(join(pages, 'index.html'))

/** Why the tests of the page cannot run; undefined where they can. */
export const hindrance: string | undefined =
  browserPath === undefined
    ? 'no Chromium was found: install it (on Debian "apt-get install chromium") or name it in DEMARCHE_CHROMIUM'
    : isBuilt
      ? undefined
      : 'the page is not built: run "npm run build:web"'

/** Knows the hand-made texts by name, and reads any pasted one as the first that has its words. */
const coder: TextCoder = {
  code: async ({ name, text }) =>
    codings.find(({ document }) => document.name === name || document.text.startsWith(text.slice(0, 20))) ??
    codings[0]!,
  explain: async () => nothingExplained,
  close: async () => undefined,
}

export interface Site {
  readonly address: string
  readonly folder: string
  close(): Promise<void>
}

/** @param filled with the codings, else empty. */
export const openSite = async (filled: boolean): Promise<Site> => {
  const folder = await mkdtemp(join(tmpdir(), 'demarche-page-'))
  const knowledge = loadKnowledge()
  await initLedger(folder, Date.now())
  const ledger = await openLedger(folder)
  if (filled) await addDocuments(ledger, codings, knowledge, Date.now())
  const server = await buildServer({
    coder,
    knowledge,
    ledger,
    examples: codings.map(({ document }) => document),
    token: undefined,
    pages,
    version: '0.0.0',
    coderName: 'demarche 0.0.0 / codebook 2',
  })
  await server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    folder,
    close: async () => {
      await server.close()
      closeLedger(ledger)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath!, headless: true, args: flags, timeout: 120_000 })

export const openPage = async (
  browser: Browser,
  site: Site,
  options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly faults: readonly string[] }> => {
  const context = await browser.newContext({
    baseURL: site.address,
    viewport: { width: 1280, height: 860 },
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(45_000)
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') faults.push(message.text())
  })
  return { page, faults }
}
