// Standing, as an analyst looks at it in a browser: from a cell to its words and on, through time, on the map, by keyboard alone.
import { describe, expect, it } from 'vitest'
import { axeFaults, eventually, inBrowser, leave, minutes } from './browser.js'
import { hindrance } from './chromium.js'

describe.skipIf(hindrance !== undefined)('standing', { timeout: 3 * minutes }, () => {
  const { visit, site } = inBrowser('texts')

  it('leads from a cell to its words, from them into their text, and back', async () => {
    const opened = await visit('/standing?dimension=recognition')
    const { page } = opened
    await page.getByRole('button', { name: /Tajikistan does not recognise the Taliban/ }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByText('Tajikistan will not recognise the Taliban').waitFor()
    expect(new URL(page.url()).searchParams.get('cell')).toBe('TJK:taliban:recognition')
    expect(await axeFaults(page)).toEqual([])
    await drawer.getByRole('link', { name: 'Neighbours and the Taliban' }).click()
    await page.locator('.mark.lit', { hasText: 'Tajikistan will not recognise' }).waitFor()
    await page.goBack()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await eventually(async () => new URL(page.url()).searchParams.get('cell')).toBeNull()
    await leave(opened)
  })

  it('copies a citation and a link of a cell, and the link leads there', async () => {
    const opened = await visit('/standing?cell=TJK:taliban:recognition&on=2021-09-08', {
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const { page } = opened
    const drawer = page.getByRole('dialog')
    const copied = (): Promise<string> => page.evaluate('navigator.clipboard.readText()')
    const top = drawer.locator('.top')
    await top.getByRole('button', { name: 'Copy citation' }).click()
    await top.getByRole('button', { name: 'Copied' }).waitFor()
    expect(await copied()).toMatch(
      /^Tajikistan does not recognise the Taliban \(as of 8 Sept 2021; 1 independent origin\)/,
    )
    await top.getByRole('button', { name: 'Copy link' }).click()
    await eventually(copied).toMatch(/^http/)
    await page.goto(await copied())
    await drawer.getByText('Tajikistan will not recognise the Taliban').waitFor()
    await leave(opened)
  })

  it('shows the reversal when the day is moved, and step by step when it plays', async () => {
    const opened = await visit('/standing?dimension=recognition&words=Honduras')
    const { page } = opened
    const after = page.getByRole('button', { name: /Honduras does not recognise Taiwan/ })
    const before = page.getByRole('button', { name: /Honduras recognises Taiwan/ })
    await after.waitFor()
    await page.getByLabel('On', { exact: true }).fill('2022-06-01')
    await before.waitFor()
    expect(new URL(page.url()).searchParams.get('on')).toBe('2022-06-01')
    await page.getByRole('button', { name: 'Later change' }).click()
    await after.waitFor()
    expect(new URL(page.url()).searchParams.get('on')).toBe('2023-03-26')
    await page.getByRole('button', { name: 'Today' }).click()
    await eventually(async () => new URL(page.url()).searchParams.get('on')).toBeNull()
    await page.getByRole('button', { name: 'Play' }).click()
    await before.waitFor()
    await after.waitFor()
    await page.getByRole('button', { name: 'Play', pressed: false }).waitFor()
    await leave(opened)
  })

  it('narrows to a name, keeps a target first, and groups by where they stand', async () => {
    const opened = await visit('/standing?dimension=recognition')
    const { page } = opened
    const holders = () => page.locator('tbody th[scope="row"] a').allTextContents()
    await eventually(holders).toContain('Honduras')
    await page.getByRole('searchbox', { name: 'Actor' }).fill('kenya')
    await eventually(holders).toEqual(['Kenya'])
    expect(new URL(page.url()).searchParams.get('words')).toBe('kenya')
    await page.getByRole('searchbox', { name: 'Actor' }).fill('')
    await eventually(holders).toContain('Honduras')
    await page.getByRole('button', { name: 'Keep first: Taliban' }).click({ force: true })
    await eventually(() => page.locator('thead th a').first().textContent()).toBe('Taliban')
    await page.getByLabel('Groups').selectOption('standing')
    await page.getByRole('rowheader', { name: /^Against: Taliban/ }).waitFor()
    await page.reload()
    await page.getByRole('rowheader', { name: /^Against: Taliban/ }).waitFor()
    await leave(opened)
  })

  it('tells disputed, unsure and unconfirmed cells apart without colour', async () => {
    const opened = await visit('/standing?dimension=recognition')
    const { page } = opened
    const disputed = page.getByRole('button', { name: /^Kenya .* \(sources disagree\)/ })
    await disputed.waitFor()
    expect(await disputed.getAttribute('class')).toContain('hatched')
    const letters = (await page.evaluate(
      `[...document.querySelectorAll('.cell .basis')].map(basis => basis.dataset.says)`,
    )) as string[]
    expect(new Set(letters)).toEqual(new Set(['A', 'D']))
    await leave(opened)
  })

  it('is walked through by keyboard alone', async () => {
    const opened = await visit('/standing?dimension=engagement')
    const { page } = opened
    await page.locator('button.cell').first().waitFor()
    await page.locator('button.cell[tabindex="0"]').focus()
    const focused = (): Promise<string> => page.evaluate('document.activeElement.getAttribute("aria-label") ?? ""')
    const first = await focused()
    await page.keyboard.press('ArrowDown')
    await eventually(focused).not.toBe(first)
    const second = await focused()
    await page.keyboard.press('Enter')
    await eventually(async () =>
      second.startsWith((await page.getByRole('dialog').getAttribute('aria-label')) ?? 'none'),
    ).toBe(true)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Changes' }).focus()
    await page.keyboard.press('Enter')
    await eventually(() => page.evaluate('document.activeElement.id')).toBe('main')
    await eventually(() => page.title()).toBe('Changes — Demarche')
    await leave(opened)
  })

  it('shows markup in the name of an actor as text', async () => {
    const name = '<img src=x onerror="document.title=1">'
    const given = {
      holder: name,
      target: 'taliban',
      dimension: 'force',
      direction: '-',
      date: '2023-01-01',
      title: 'x',
    }
    const added = await fetch(`${site().address}/api/claim-add`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...given, who: '<b>ada</b>' }),
    })
    expect(added.status).toBe(200)
    const opened = await visit('/standing?dimension=force')
    const { page } = opened
    await page.getByRole('link', { name }).waitFor()
    await page.getByRole('button', { name: /uses force against the Taliban/ }).click()
    await page.getByRole('dialog').getByText(name).first().waitFor()
    expect(await page.title()).not.toBe('1')
    expect(await page.locator('img').count()).toBe(0)
    await leave(opened)
  })
})

describe.skipIf(hindrance !== undefined)('map, pair and actor', { timeout: 3 * minutes }, () => {
  const { visit } = inBrowser('texts')

  it('shows the world by standing toward a target, each state a way to its words, with a note on borders', async () => {
    const opened = await visit('/map?dimension=recognition&target=taliban')
    const { page } = opened
    const map = page.getByRole('group', { name: /^Recognition toward Taliban/ })
    const state = map.getByRole('button', { name: /^Tajikistan does not recognise the Taliban/ })
    await state.waitFor()
    await page.getByText('Several are disputed.').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await state.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByText('Tajikistan will not recognise the Taliban').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('combobox', { name: 'Toward' }).selectOption('TWN')
    await page
      .getByRole('button', { name: /^Honduras does not recognise Taiwan/ })
      .first()
      .waitFor()
    await page.getByLabel('Region').selectOption('americas')
    await eventually(async () => new URL(page.url()).searchParams.get('region')).toBe('americas')
    await leave(opened)
  })

  it('shows two actors in time, a sign leading to its claim', async () => {
    const opened = await visit('/pair/HND/TWN')
    const { page } = opened
    const chart = page.getByRole('group', { name: 'Positions in time' })
    await eventually(() => page.title()).toBe('Honduras toward Taiwan — Demarche')
    await chart.getByRole('button', { name: /^Recognition against, 26 March 2023/ }).click()
    await page.locator('.card.lit', { hasText: 'Honduras no longer recognises Taiwan' }).waitFor()
    await page.getByLabel('Dimension').selectOption('engagement')
    await eventually(() => page.locator('.evidence .card').count()).toBe(1)
    await page.getByRole('button', { name: 'Engagement: the cell' }).click()
    await page.getByRole('dialog').waitFor()
    await leave(opened)
  })

  it('shows where an actor stands, its offices in time and its ties', async () => {
    const opened = await visit('/actors/taliban')
    const { page } = opened
    await page.getByRole('heading', { name: 'Who stands where toward the Taliban' }).waitFor()
    await page.getByText('governs').waitFor()
    await page.getByRole('heading', { name: 'Offices in time' }).waitFor()
    expect(await page.locator('table.list tbody tr').count()).toBeGreaterThan(2)
    await page.getByText('What follows, but is stated nowhere').click()
    await page.getByText('Inferred by named rules').waitFor()
    expect(new URL(page.url()).searchParams.get('inferred')).toBe('shown')
    await leave(opened)
  })
})
