// Reading, as an analyst does it in a browser: paste, drop, choose or name a text, look from words to claims and back, ask for more, stop.
import { describe, expect, it } from 'vitest'
import { axeFaults, endless, eventually, inBrowser, leave, minutes } from './browser.js'
import { hindrance } from './chromium.js'
import { codings, hostileTitle } from './texts.js'

if (hindrance !== undefined) process.stderr.write(`The tests of the page are skipped: ${hindrance}.\n`)

const [, turn, kabul] = codings

describe.skipIf(hindrance !== undefined)('reading', { timeout: 3 * minutes }, () => {
  const { visit } = inBrowser('texts')

  it('codes a pasted text, and lights a claim and its words together', async () => {
    const opened = await visit('/')
    const { page } = opened
    await page.getByLabel('Text', { exact: true }).fill(turn!.document.text)
    await page.getByRole('button', { name: 'Code it' }).click()
    const cards = page.locator('.card')
    await cards.first().waitFor()
    expect(await cards.count()).toBe(3)
    await page.locator('.mark', { hasText: 'China welcomed the decision' }).hover()
    await eventually(() => page.locator('.card.lit').allTextContents()).toEqual([expect.stringContaining('China')])
    await cards.first().hover()
    await eventually(() => page.locator('.mark.lit').allTextContents()).toEqual([
      'Honduras no longer recognises Taiwan',
    ])
    await page.locator('.note').first().click()
    await eventually(async () => new URL(page.url()).hash).toBe(`#${turn!.coded.claims[0]!.id}`)
    await page.reload()
    await page.locator('.card.lit').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await leave(opened)
  })

  it('takes a file that is chosen, and one that is dropped', async () => {
    const opened = await visit('/read')
    const { page } = opened
    const buffer = Buffer.from(turn!.document.text)
    await page.getByLabel('Choose a file').setInputFiles({ name: 'turn.txt', mimeType: 'text/plain', buffer })
    await page.getByRole('heading', { name: 'Honduras turns to Beijing' }).waitFor()
    await page.goBack()
    await page.getByRole('button', { name: 'Code it' }).waitFor()
    const data = await page.evaluateHandle(
      `(() => { const data = new DataTransfer(); data.items.add(new File([${JSON.stringify(turn!.document.text)}], 'turn.txt')); return data })()`,
    )
    await page.dispatchEvent('form.paste', 'drop', { dataTransfer: data })
    await page.getByRole('heading', { name: 'Honduras turns to Beijing' }).waitFor()
    await leave(opened)
  })

  it('does not fetch from this machine, and says what to do instead', async () => {
    const opened = await visit('/read')
    const { page } = opened
    await page.getByLabel('or a web address').fill('http://127.0.0.1:1/secret')
    await page.getByRole('button', { name: 'Code it' }).click()
    const trouble = page.getByRole('alert')
    await trouble.getByText('an address of this machine').waitFor()
    expect(await trouble.textContent()).toContain('Paste the text instead')
    await leave(opened)
  })

  it('tells how far it is with a long text, and stops when told to, the text kept', async () => {
    const opened = await visit('/read')
    const { page } = opened
    await page.getByLabel('Text', { exact: true }).fill(`${endless}, the talks go on.`)
    await page.getByRole('button', { name: 'Code it' }).click()
    await page.getByText('Reading sentence 4 of 40').waitFor()
    await page.getByRole('button', { name: 'Stop' }).click()
    await eventually(() => page.getByLabel('Text', { exact: true }).inputValue()).toContain(endless)
    await leave(opened)
  })

  it('shows on a card what all but fired, and what stands against it in the ledger', async () => {
    const opened = await visit('/read?example=coast')
    const { page } = opened
    const card = page.locator('.card').first()
    await card.getByText('Evidence and rule').click()
    await card.getByText('recognise/as-legitimate on “recognise”').waitFor()
    await card.getByText('nobody fills the role').waitFor()
    await card.getByText('Against it:').waitFor()
    await card.getByRole('link', { name: 'The words' }).click()
    await page.getByRole('heading', { name: 'Nairobi keeps its distance' }).waitFor()
    await leave(opened)
  })

  it('shows the slant on request, as a state of the address', async () => {
    const opened = await visit(`/read?example=${kabul!.document.name}`)
    const { page } = opened
    await page.getByRole('button', { name: 'Slant of the text' }).click()
    const slant = page.getByRole('region', { name: 'Slant' })
    await slant.getByText('25% of the text is told in the words of others.').waitFor()
    expect(new URL(page.url()).searchParams.get('slant')).toBe('shown')
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Hide the slant' }).click()
    await slant.waitFor({ state: 'detached' })
    await leave(opened)
  })

  it('never lets an opinion look like a report', async () => {
    const opened = await visit(`/read?example=${kabul!.document.name}`)
    const { page } = opened
    const opinion = page.locator('.card', { hasText: 'a judgement of Example Wire' })
    await opinion.waitFor()
    const style = (selector: string) => `getComputedStyle(document.querySelector('${selector}')).fontStyle`
    expect(await page.evaluate(style('.card.judged .says'))).toBe('italic')
    expect(await page.evaluate(style('.card:not(.judged) .says'))).toBe('normal')
    await leave(opened)
  })

  it('shows markup in titles, names and quotations as text', async () => {
    const opened = await visit('/documents')
    const { page } = opened
    await page.getByRole('link', { name: hostileTitle }).click()
    await page.getByRole('heading', { name: hostileTitle }).waitFor()
    const article = await page.locator('article').textContent()
    expect(article).toContain('<b>Kabul</b>')
    expect(article).toContain('<script>alert(1)</script>')
    expect(await page.title()).not.toBe('1')
    await leave(opened)
  })

  it('takes a claim that was missed, and keeps the text with it where it was not kept', async () => {
    const opened = await visit('/read')
    const { page } = opened
    await page.getByLabel('Text', { exact: true }).fill(turn!.document.text)
    await page.getByRole('button', { name: 'Code it' }).click()
    await page.locator('.mark', { hasText: 'China welcomed the decision' }).waitFor()
    await page.evaluate(
      `getSelection().selectAllChildren([...document.querySelectorAll('.mark')].find(mark => mark.textContent.startsWith('China welcomed')))`,
    )
    await page.getByRole('button', { name: 'Add a missed claim' }).click()
    await page.getByText('The text is kept in the ledger with it.').waitFor()
    expect(await page.locator('dialog mark').textContent()).toBe('China welcomed the decision')
    await page.getByLabel('Whose stance').fill('China')
    await page.getByLabel('Toward whom').fill('Taiwan')
    await page.getByLabel('Dimension').selectOption('endorsement')
    await page.getByLabel('Direction').selectOption('-')
    await page.getByRole('button', { name: 'Add it' }).click()
    await page.locator('dialog.form').waitFor({ state: 'hidden' })
    await page.goto('/standing?dimension=endorsement')
    await page.getByRole('button', { name: /^China opposes Taiwan/ }).click()
    await page.getByRole('dialog').getByText('entered by hand').waitFor()
    await leave(opened)
  })
})
