// The pictures that README.md shows: four views of a ledger of the examples, as the coder reads them. Each run takes them, so that none can
// break unseen; with DEMARCHE_PICTURES naming a folder ("npm run pictures") they are kept there.
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTextCoder, type TextCoder } from '../../src/faces/api/coding.js'
import { buildServer } from '../../src/faces/api/server.js'
import { readDocuments } from '../../src/ingest/index.js'
import { loadKnowledge } from '../../src/knowledge/load.js'
import { addDocuments } from '../../src/store/add.js'
import { closeLedger, initLedger, type Ledger, openLedger } from '../../src/store/ledger.js'
import type { Document } from '../../src/text/types.js'
import { minutes, openBrowser, openPage } from './browser.js'
import { hindrance, pages } from './chromium.js'

const examples = fileURLToPath(new URL('../../examples', import.meta.url))
/** The day that the pictures are of. */
const day = '2024-06-10'

const views = [
  {
    name: 'read',
    path: '/read?example=palestine-recognition',
    ready: '.mark.lit',
    colorScheme: 'light',
  },
  {
    name: 'standing',
    path: `/standing?dimension=recognition&on=${day}&cell=ESP:PSE:recognition`,
    ready: 'dialog .card',
    colorScheme: 'light',
  },
  { name: 'map', path: `/map?target=PSE&region=europe&on=${day}`, ready: '.map .state', colorScheme: 'light' },
  { name: 'review', path: '/review', ready: '.question', colorScheme: 'dark' },
] as const

describe.skipIf(hindrance !== undefined)('the pictures', { timeout: 3 * minutes }, () => {
  let folder: string
  let ledger: Ledger
  let coder: TextCoder
  let browser: Browser
  let close: () => Promise<void>
  let address: string
  /** The claim that is lit in its text. */
  let lit: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demarche-pictures-'))
    const knowledge = loadKnowledge()
    await initLedger(join(folder, 'ledger'), Date.parse(day))
    ledger = await openLedger(join(folder, 'ledger'))
    coder = await openTextCoder(knowledge, 'accurate', [], () => undefined)
    const files = ['*.txt', '*.md', '*.html', '*.jsonl'].map(pattern => join(examples, pattern))
    const documents: Document[] = []
    for await (const document of readDocuments(files, { metadata: join(examples, 'metadata', 'dispatches.jsonl') }))
      documents.push(document)
    const codings = []
    for (const document of documents) codings.push(await coder.code(document))
    lit = codings
      .flatMap(({ coded }) => coded.claims)
      .find(({ quote }) => quote.exact.startsWith('Norway, Ireland'))!.id
    await addDocuments(ledger, codings, knowledge, Date.parse(day))
    const server = await buildServer({
      coder,
      knowledge,
      ledger,
      examples: documents,
      token: undefined,
      pages,
      version: '0.0.0',
    })
    await server.listen({ port: 0, host: '127.0.0.1' })
    address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
    close = () => server.close()
    browser = await openBrowser()
  }, 4 * minutes)
  afterAll(async () => {
    await browser?.close()
    await close?.()
    await coder?.close()
    if (ledger !== undefined) closeLedger(ledger)
    await rm(folder, { recursive: true, force: true })
  }, minutes)

  it.each(views)('$name', async ({ name, path, ready, colorScheme }) => {
    const opened = await openPage(browser, { address }, { colorScheme, viewport: { width: 1280, height: 860 } })
    const { page } = opened
    await page.clock.setFixedTime(day)
    await page.addInitScript(`localStorage.setItem('demarche-judge', 'ada')`)
    await page.goto(name === 'read' ? `${path}#${lit}` : path)
    await page.locator(ready).first().waitFor()
    await page.waitForLoadState('networkidle')
    await page.evaluate('document.activeElement?.blur()')
    const kept = process.env.DEMARCHE_PICTURES ?? folder
    await mkdir(kept, { recursive: true })
    const file = join(kept, `${name}.png`)
    await page.screenshot({ path: file })
    const picture = await readFile(file)
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    // A page with nothing on it packs into less.
    expect(picture.length).toBeGreaterThan(30_000)
    expect(opened.faults).toEqual([])
    await page.context().close()
  })

  it('are those that the README shows', async () => {
    const readme = await readFile(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8')
    for (const { name } of views) expect(readme).toContain(`docs/pictures/${name}.png`)
  })
})
