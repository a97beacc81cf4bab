// What an analyst does, in a browser: read, follow a cell to its words, move the day, judge and undo, add what was missed, export; by
// keyboard alone, in the dark, on a phone. After each the browser has met no fault, and axe finds nothing.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hindrance, openBrowser, openPage, openSite, type Site } from './browser.js'
import { codings, hostileTitle } from './texts.js'

const minutes = 60_000
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

if (hindrance !== undefined) process.stderr.write(`The tests of the page are skipped: ${hindrance}.\n`)

/** What axe finds, as "rule: element". */
const faultsOf = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(await readFile(axe, 'utf8'))
  const found = await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
  )
  const { violations } = found as { violations: { id: string; nodes: { html: string }[] }[] }
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

describe.skipIf(hindrance !== undefined)('the page', () => {
  let browser: Browser
  let site: Site
  beforeAll(async () => {
    browser = await openBrowser()
    site = await openSite(true)
  }, 3 * minutes)
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  }, minutes)

  const visit = async (path: string, options = {}) => {
    const opened = await openPage(browser, site, options)
    await opened.page.goto(path)
    return opened
  }

  it(
    'codes a pasted text, and lights a claim and its words together',
    async () => {
      const { page, faults } = await visit('/')
      await page.getByLabel('Text', { exact: true }).fill(codings[1]!.document.text)
      await page.getByRole('button', { name: 'Code it' }).click()
      const cards = page.locator('.card')
      await cards.first().waitFor()
      expect(await cards.count()).toBe(3)
      await page.locator('.mark', { hasText: 'China welcomed the decision' }).hover()
      expect(await page.locator('.card.lit').textContent()).toContain('China')
      await cards.first().hover()
      expect(await page.locator('.mark.lit').allInnerTexts()).toEqual(['Honduras no longer recognises Taiwan'])
      await page.locator('.note').first().click()
      expect(new URL(page.url()).hash).toBe(`#${codings[1]!.coded.claims[0]!.id}`)
      await page.reload()
      await page.locator('.card.lit').waitFor()
      expect(await faultsOf(page)).toEqual([])
      expect(faults).toEqual([])
      await page.context().close()
    },
    3 * minutes,
  )

  it(
    'leads from a cell to its words, and from them into their text',
    async () => {
      const { page, faults } = await visit('/standing?dimension=recognition')
      await page.getByRole('button', { name: /Tajikistan does not recognise the Taliban/ }).click()
      const drawer = page.getByRole('dialog')
      await drawer.getByText('Tajikistan will not recognise the Taliban').waitFor()
      expect(new URL(page.url()).searchParams.get('cell')).toBe('TJK:taliban:recognition')
      expect(await faultsOf(page)).toEqual([])
      await drawer.getByRole('link', { name: 'Neighbours and the Taliban' }).click()
      await page.locator('.mark.lit', { hasText: 'Tajikistan will not recognise' }).waitFor()
      await page.goBack()
      await page.getByRole('dialog').waitFor()
      expect(faults).toEqual([])
      await page.context().close()
    },
    3 * minutes,
  )

  it(
    'shows the reversal when the day is moved',
    async () => {
      const { page, faults } = await visit('/standing?dimension=recognition')
      await page.getByRole('button', { name: /Honduras does not recognise Taiwan/ }).waitFor()
      await page.getByLabel('On', { exact: true }).fill('2022-06-01')
      await page.getByRole('button', { name: /Honduras recognises Taiwan/ }).waitFor()
      expect(new URL(page.url()).searchParams.get('on')).toBe('2022-06-01')
      await page.getByRole('button', { name: 'Today' }).click()
      await page.getByRole('button', { name: /Honduras does not recognise Taiwan/ }).waitFor()
      expect(faults).toEqual([])
      await page.context().close()
    },
    3 * minutes,
  )

  it(
    'shows markup in titles, names and quotations as text',
    async () => {
      const { page, faults } = await visit('/documents')
      await page.getByRole('link', { name: hostileTitle }).click()
      await page.getByRole('heading', { name: hostileTitle }).waitFor()
      expect(await page.locator('article').textContent()).toContain('<b>Kabul</b>')
      expect(await page.locator('article').textContent()).toContain('<script>alert(1)</script>')
      expect(await page.title()).not.toBe('1')
      expect(faults).toEqual([])
      await page.context().close()
    },
    3 * minutes,
  )

  it(
    'judges by keyboard alone, takes back, and keeps what was judged',
    async () => {
      const { page, faults } = await visit('/review')
      await page.getByLabel('Your name').fill('ada')
      await page.keyboard.press('Enter')
      const question = page.locator('.question')
      await question.waitFor()
      const first = await question.textContent()
      await page.keyboard.press('y')
      await page.getByText('Judged right', { exact: true }).first().waitFor()
      await expect.poll(() => question.textContent(), { timeout: 20_000 }).not.toBe(first)
      await page.keyboard.press('z')
      await page.getByText('Taken back').waitFor()
      await expect.poll(() => question.textContent(), { timeout: 20_000 }).toBe(first)
      await page.keyboard.press('n')
      await page.getByRole('button', { name: 'wrong direction' }).waitFor()
      await page.keyboard.press('Enter')
      await page.getByText('Judged wrong', { exact: true }).first().waitFor()
      await page.getByText(/^1 judged/).waitFor()
      expect(await faultsOf(page)).toEqual([])
      expect(faults).toEqual([])
      await page.context().close()
    },
    3 * minutes,
  )

  it(
    'takes a claim that was missed from the words that are chosen',
    async () => {
      const { page, faults } = await visit('/documents')
      await page.getByRole('link', { name: 'Honduras turns to Beijing' }).click()
      await page.locator('.mark', { hasText: 'China welcomed the decision' }).waitFor()
      const before = await page.locator('.card').count()
      await page.evaluate(
        `getSelection().selectAllChildren([...document.querySelectorAll('.mark')].find(mark => mark.textContent.startsWith('China welcomed')))`,
      )
      await page.getByRole('button', { name: 'Add a missed claim' }).click()
      await page.getByLabel('Whose stance').fill('China')
      await page.getByLabel('Toward whom').fill('Taiwan')
      await page.getByLabel('Dimension').selectOption('endorsement')
      await page.getByLabel('Direction').selectOption('-')
      await page.getByRole('button', { name: 'Add it' }).click()
      await expect.poll(() => page.locator('.card').count(), { timeout: 30_000 }).toBe(before + 1)
      expect(faults).toEqual([])
      await page.goto('/standing?dimension=endorsement')
      await page.getByRole('button', { name: /China opposes Taiwan/ }).waitFor()
      await page.context().close()
    },
    3 * minutes,
  )

  it(
    'exports a file that holds the filtered stances',
    async () => {
      const { page, faults } = await visit('/export?target=taliban')
      const download = page.waitForEvent('download')
      await page.getByRole('link', { name: /^CSV one stance/ }).click()
      const file = await readFile(await (await download).path(), 'utf8')
      expect(file).toContain('Tajikistan')
      expect(file).not.toContain('Honduras')
      expect(faults).toEqual([])
      await page.context().close()
    },
    3 * minutes,
  )

  it.each([
    ['/read', 'light', 1280],
    ['/standing?dimension=engagement', 'dark', 360],
    ['/pair/HND/TWN', 'dark', 1280],
    ['/actors/taliban', 'light', 360],
    ['/changes?since=2021-01-01', 'dark', 1280],
    ['/documents', 'light', 360],
    ['/export', 'dark', 360],
    ['/about', 'light', 1280],
  ] as const)(
    '%s in %s at %i px: no fault of axe, nothing wider than the screen',
    async (path, colorScheme, width) => {
      const { page, faults } = await visit(path, { colorScheme, viewport: { width, height: 760 } })
      await page.locator('h1').first().waitFor()
      await page.waitForLoadState('load')
      await page.locator('.skeleton').first().waitFor({ state: 'detached' })
      expect(await faultsOf(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      expect(faults).toEqual([])
      await page.context().close()
    },
    3 * minutes,
  )
})

describe.skipIf(hindrance !== undefined)('an empty ledger', () => {
  it(
    'offers the examples and fills itself with them',
    async () => {
      const [browser, site] = await Promise.all([openBrowser(), openSite(false)])
      const { page, faults } = await openPage(browser, site)
      await page.goto('/standing')
      await page.getByRole('button', { name: 'Add the examples' }).click()
      await page.getByRole('button', { name: /Tajikistan does not recognise the Taliban/ }).waitFor()
      expect(faults).toEqual([])
      await browser.close()
      await site.close()
    },
    4 * minutes,
  )
})
