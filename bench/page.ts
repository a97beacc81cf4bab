// The page against a ledger of generated claims, in a browser: the first matrix, a filter, the reading of a long article. What is counted is
// what a person waits for: from the act to the words on the screen.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from 'playwright-core'
import { openTextCoder } from '../src/faces/api/coding.js'
import { buildServer } from '../src/faces/api/server.js'
import { loadKnowledge } from '../src/knowledge/load.js'
import { closeLedger, initLedger, isLedger, openLedger } from '../src/store/ledger.js'
import { browserPath, flags, hindrance, pages } from '../test/web/chromium.js'
import { fillLedger } from './ledger.js'
import type { BenchOptions } from './options.js'

const usualClaims = 200_000
const repeats = 5
const articleWords = 3_000
const now = Date.UTC(2026, 0, 1)

const median = (values: readonly number[]): number => values.toSorted((one, other) => one - other)[values.length >> 1]!
interface Timing {
  /** By the clock. */
  readonly clock: number
  /** Of the server and the browser together; NaN where the machine does not tell. */
  readonly cpu: number
}

const ticksPerSecond = 100

/** CPU time of this process and all that it has started, in milliseconds: on a busy machine it tells slow code from a slow turn. */
const cpuTime = (): number => {
  if (!existsSync('/proc/self/stat')) return Number.NaN
  const processes = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      try {
        const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ')
        return [{ id: Number(name), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }]
      } catch {
        return []
      }
    })
  const own = new Set([process.pid])
  for (let size = 0; size !== own.size; ) {
    size = own.size
    for (const { id, parent } of processes) if (own.has(parent)) own.add(id)
  }
  const ticks = processes.filter(({ id }) => own.has(id)).reduce((sum, each) => sum + each.ticks, 0)
  return (ticks * 1000) / ticksPerSecond
}

const timed = async (work: () => Promise<number>): Promise<Timing> => {
  const before = cpuTime()
  const clock = await work()
  return { clock, cpu: cpuTime() - before }
}

const cpuWords = (times: readonly Timing[]): string => {
  const cpu = median(times.map(each => each.cpu))
  return Number.isNaN(cpu) ? '' : `; ${cpu.toFixed(0)} ms CPU of server and browser together`
}

const line = (name: string, times: readonly Timing[], limit: number): string => {
  const clocks = times.map(({ clock }) => clock)
  return `${name.padEnd(28)} ${median(clocks).toFixed(0)} ms median, ${Math.max(...clocks).toFixed(0)} ms at most by the clock (limit ${limit})${cpuWords(times)}`
}

/** Milliseconds from an act until what is looked for is on the screen, by the clock of the page. */
const until = (page: Page, act: string, seen: string): Promise<number> =>
  page.evaluate(`new Promise(resolve => {
    const begun = performance.now()
    const look = () => (${seen}) ? requestAnimationFrame(() => resolve(performance.now() - begun)) : requestAnimationFrame(look)
    ;(${act})()
    look()
  })`)

const fill = (words: string): string => `() => {
  const field = document.querySelector('input[type="search"]')
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, ${JSON.stringify(words)})
  field.dispatchEvent(new Event('input', { bubbles: true }))
}`

/** The first matrix is timed as a person meets it: a new tab, nothing in memory, until cells stand in it. */
const firstMatrix = async (page: Page, address: string, dimension: string): Promise<number> => {
  const begun = performance.now()
  await page.goto(`${address}/standing?dimension=${dimension}`)
  await page.locator('button.cell').first().waitFor()
  return performance.now() - begun
}

/** Found from bench/ and from dist/bench/ alike. */
const examplesFolder = (): string =>
  ['../examples', '../../examples'].map(path => fileURLToPath(new URL(path, import.meta.url))).find(existsSync)!

const articleOf = (examples: string): string => {
  const text = [
    'karabakh',
    'kosovo-serbia',
    'red-sea',
    'taliban-recognition',
    'western-sahara',
    'palestine-recognition',
  ]
    .map(name => readFileSync(join(examples, `${name}.txt`), 'utf8'))
    .join('\n\n')
  const words = Array.from({ length: 6 }, () => text)
    .join('\n\n')
    .split(/(?<=\s)/)
  return words.slice(0, articleWords).join('')
}

/** From the moment when the coded article has come until it stands on the page with its marks and cards. */
const readingTime = async (page: Page, address: string, article: string): Promise<number> => {
  await page.goto(`${address}/read`)
  await page.locator('textarea').fill(article)
  await page.evaluate(`(() => {
    const parse = JSON.parse
    JSON.parse = text => {
      if (text.length > 50000 && window.came === undefined) window.came = performance.now()
      return parse(text)
    }
  })()`)
  await page.getByRole('button', { name: 'Code it' }).click()
  return page.evaluate(`new Promise(resolve => {
    const look = () => document.querySelectorAll('.claims .card').length > 20
      ? requestAnimationFrame(() => resolve(performance.now() - window.came)) : requestAnimationFrame(look)
    look()
  })`)
}

const firstLoad = (): string => {
  const html = readFileSync(join(pages, 'index.html'))
  const files = [...html.toString().matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file]) => join(pages, file!))
  const total = [html, ...files.map(file => readFileSync(file))].reduce((sum, bytes) => sum + gzipSync(bytes).length, 0)
  return `${'first load'.padEnd(28)} ${(total / 1000).toFixed(0)} kB gzipped (limit 250 kB)`
}

export const measure = async ({ claims = usualClaims, ledger: kept }: BenchOptions): Promise<readonly string[]> => {
  if (hindrance !== undefined) return [`nothing was measured: ${hindrance}`]
  const knowledge = loadKnowledge()
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'demarche-bench-')))
  const there = await isLedger(folder)
  if (!there) await initLedger(folder, now)
  const ledger = await openLedger(folder)
  if (!there) await fillLedger(ledger, knowledge, claims)
  const coder = await openTextCoder(knowledge, 'accurate', [], () => undefined)
  const server = await buildServer({
    coder,
    knowledge,
    ledger,
    examples: [],
    token: undefined,
    pages,
    version: '0.0.0',
    unlimited: true,
  })
  await server.listen({ port: 0, host: '127.0.0.1' })
  const address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  const browser = await chromium.launch({ executablePath: browserPath!, args: flags })
  try {
    const matrices: Timing[] = []
    for (const dimension of ['recognition', 'engagement', 'force', 'material', 'endorsement']) {
      const page = await (await browser.newContext()).newPage()
      matrices.push(await timed(() => firstMatrix(page, address, dimension)))
      await page.context().close()
    }
    const page = await (await browser.newContext()).newPage()
    await firstMatrix(page, address, 'recognition')
    const filters: Timing[] = []
    for (const name of ['Albania', 'Brazil', 'Chad', 'Denmark', 'Egypt'].slice(0, repeats)) {
      filters.push(
        await timed(() =>
          until(
            page,
            fill(name),
            `[...document.querySelectorAll('tbody th a')].length > 0 && document.querySelector('tbody th a').textContent !== '' &&
            [...document.querySelectorAll('thead th a, tbody th a')].some(link => link.textContent === ${JSON.stringify(name)}) &&
            document.querySelector('[aria-busy="false"]') !== null && new URL(location.href).searchParams.get('words') === ${JSON.stringify(name)}`,
          ),
        ),
      )
    }
    const article = articleOf(examplesFolder())
    const readings: Timing[] = []
    for (let count = 0; count < repeats; count++)
      readings.push({ clock: await readingTime(page, address, article), cpu: Number.NaN })
    return [
      `${claims.toLocaleString('en')} claims; an article of ${articleWords.toLocaleString('en')} words`,
      `${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}: more than there are cores makes every figure larger`,
      line('first matrix, in a new tab', matrices, 1_500),
      line('filter by a name', filters, 300),
      line('reading, once it is coded', readings, 500),
      firstLoad(),
    ]
  } finally {
    await browser.close()
    await server.close()
    await coder.close()
    closeLedger(ledger)
    if (kept === undefined) await rm(folder, { recursive: true, force: true })
  }
}
