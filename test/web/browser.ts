// A browser, a ledger of hand-made codings and a server over both: what the tests of the page run in. A slow machine makes them slow and
// no more: whatever is waited for is waited for by what is seen, never by the clock.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import type { TextCoder } from '../../src/faces/api/coding.js'
import { buildServer } from '../../src/faces/api/server.js'
import { loadKnowledge } from '../../src/knowledge/load.js'
import { addDocuments } from '../../src/store/add.js'
import { closeLedger, initLedger, openLedger } from '../../src/store/ledger.js'
import { nothingExplained } from '../api/serve.js'
import { browserPath, flags, pages } from './chromium.js'
import { codings } from './texts.js'

export const minutes = 60_000

/** So long is waited for what does not come, in milliseconds; DEMARCHE_TEST_PATIENCE makes it shorter where one works on the tests. */
const patience = Number(process.env.DEMARCHE_TEST_PATIENCE ?? minutes)

/** A text that begins so is never read to its end: the coder waits until it is told to stop. */
export const endless = 'Without end'

/** Knows the hand-made texts by name, and reads any pasted one as the first that has its words. */
export const handCoder: TextCoder = {
  name: 'demarche 0.0.0 / codebook 2 / model none',
  code: async ({ name, text }, watch) => {
    if (text.startsWith(endless)) {
      watch?.tell({ step: 'coding', done: 3, of: 40 })
      await new Promise(stop => watch?.signal.addEventListener('abort', stop, { once: true }))
    }
    return codings.find(({ document }) => document.name === name || document.text.startsWith(text.slice(0, 20)))!
  },
  explain: async ({ text }) => {
    const start = text.indexOf('recognise')
    const exact = text.slice(start, start + 9)
    return {
      nearMisses:
        start < 0
          ? []
          : [
              {
                rule: 'recognise/as-legitimate',
                trigger: { start, end: start + 9, exact },
                reason: 'nobody fills the role "as"',
                sentence: { start: 0, end: text.length },
              },
            ],
      slant: {
        ...nothingExplained.slant,
        quoted: [{ id: 'TJK', name: 'Tajikistan', times: 2, share: 1 }],
        othersShare: 0.25,
        vouching: [{ id: 'author', name: 'author', claims: 3 }],
      },
    }
  },
  close: async () => undefined,
}

export interface Site {
  readonly address: string
  readonly folder: string
  close(): Promise<void>
}

/** @param holds the codings, no document yet, or no ledger at all. */
export const openSite = async (holds: 'texts' | 'nothing' | 'no ledger'): Promise<Site> => {
  const folder = await mkdtemp(join(tmpdir(), 'demarche-page-'))
  const knowledge = loadKnowledge()
  await initLedger(folder, Date.now())
  const ledger = await openLedger(folder)
  if (holds === 'texts') await addDocuments(ledger, codings, knowledge, Date.now())
  const server = await buildServer({
    coder: handCoder,
    knowledge,
    ledger: holds === 'no ledger' ? undefined : ledger,
    examples: codings.map(({ document }) => document),
    token: undefined,
    pages,
    version: '0.0.0',
    unlimited: true,
  })
  await server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.server.address() as AddressInfo
  let open = true
  return {
    address: `http://127.0.0.1:${port}`,
    folder,
    close: async () => {
      if (!open) return
      open = false
      await server.close()
      closeLedger(ledger)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: browserPath!,
    headless: true,
    args: flags,

    timeout: 2 * minutes,
  })

export interface Opened {
  readonly page: Page
  /** What the browser complained of: errors of the page, and of the console. */
  readonly faults: readonly string[]
}

export const openPage = async (
  browser: Browser,
  site: Pick<Site, 'address'>,
  options: BrowserContextOptions = {},
): Promise<Opened> => {
  const context = await browser.newContext({
    baseURL: site.address,
    viewport: { width: 1280, height: 860 },
    locale: 'en-GB',
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') faults.push(message.text())
  })
  return { page, faults }
}

/** A browser and a site for the tests of a file, and a way to visit a page of it. */
export const inBrowser = (holds: Parameters<typeof openSite>[0]) => {
  let browser: Browser
  let site: Site
  beforeAll(async () => {
    ;[browser, site] = await Promise.all([openBrowser(), openSite(holds)])
  }, 3 * minutes)
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  }, minutes)
  return {
    site: () => site,
    visit: async (path: string, options: BrowserContextOptions = {}): Promise<Opened> => {
      const opened = await openPage(browser, site, options)
      await opened.page.goto(path)
      return opened
    },
  }
}

/** Ends a visit, which has met no fault. */
export const leave = async ({ page, faults }: Opened): Promise<void> => {
  expect(faults).toEqual([])
  await page.context().close()
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe finds, as "rule: element". */
export const axeFaults = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(await readFile(axe, 'utf8'))
  const found = await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
  )
  const { violations } = found as { violations: { id: string; nodes: { html: string }[] }[] }
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

/** Comes true some time: however slow the machine, and not at all if never. */
export const eventually = (look: () => Promise<unknown>): ReturnType<typeof expect.poll> =>
  expect.poll(look, { timeout: patience, interval: 100 })
