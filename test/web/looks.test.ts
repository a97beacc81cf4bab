// Every page, light and dark, from a phone to a wall: axe finds nothing, nothing is wider than the screen, the browser meets no fault.

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { axeFaults, inBrowser, leave, minutes } from './browser.js'
import { hindrance, pages } from './chromium.js'

const views = [
  '/read',
  '/read?example=kabul',
  '/standing?dimension=engagement',
  '/standing?dimension=recognition&group=region',
  '/map?target=TWN',
  '/pair/HND/TWN',
  '/actors/taliban',
  '/review',
  '/changes',
  '/documents',
  '/export',
  '/about',
] as const

const screens = [
  ['light', 360],
  ['dark', 1280],
  ['light', 2560],
] as const

describe.skipIf(hindrance !== undefined)('the looks', { timeout: 5 * minutes }, () => {
  const { visit } = inBrowser('texts')

  it.each(screens)('of every page in %s at %i px are in order', async (colorScheme, width) => {
    const opened = await visit('/read', {
      colorScheme,
      viewport: { width, height: 800 },
      reducedMotion: 'reduce',
    })
    const { page } = opened
    for (const view of views) {
      await page.goto(view)
      await page.locator('h1').first().waitFor()
      await page.locator('.skeleton, .working').first().waitFor({ state: 'detached' })
      await page.waitForLoadState('networkidle').catch(() => undefined)
      expect(await axeFaults(page), view).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), view).toBe(true)
    }
    await leave(opened)
  })
})

describe.skipIf(hindrance !== undefined)('the weight', () => {
  it('of the first load is at most 250 kB gzipped, and later pages come on their own', async () => {
    const html = await readFile(join(pages, 'index.html'), 'utf8')
    const first = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file]) => file!)
    const sizes = await Promise.all(first.map(async file => gzipSync(await readFile(join(pages, file))).length))
    const total = sizes.reduce((sum, size) => sum + size, gzipSync(html).length)
    process.stdout.write(`first load: ${(total / 1000).toFixed(0)} kB gzipped in ${first.length + 1} files\n`)
    expect(total).toBeLessThan(250_000)
    const all = await readdir(join(pages, 'assets'))
    for (const page of ['standing', 'map', 'pair', 'review', 'about'])
      expect(
        all.filter(file => file.startsWith(`${page}-`) && !first.includes(`assets/${file}`)),
        page,
      ).toHaveLength(1)
  })
})
