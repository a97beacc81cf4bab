// The analyst's hand in a browser: judge, correct, settle and take back, by keyboard alone.
import { describe, expect, it } from 'vitest'
import { axeFaults, eventually, inBrowser, leave, minutes } from './browser.js'
import { hindrance } from './chromium.js'

describe.skipIf(hindrance !== undefined)('review', { timeout: 3 * minutes }, () => {
  const { visit } = inBrowser('texts')

  it('settles a contradiction, and takes it back', async () => {
    const opened = await visit('/review?queue=contradictions')
    const { page } = opened
    await page.getByLabel('Your name').fill('ada')
    await page.keyboard.press('Enter')
    await page.getByText('Which of these counts for Kenya toward Somaliland (recognition)?').waitFor()
    await page.getByText('Nairobi opens its arms').waitFor()
    await page.getByText('Nairobi keeps its distance').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('1')
    await page.getByText('The second is set aside', { exact: true }).first().waitFor()
    const other = await visit('/standing?dimension=recognition&words=kenya')
    await other.page.getByRole('button', { name: /^Kenya (recognises|does not recognise) Somaliland;/ }).waitFor()
    await leave(other)
    await page.keyboard.press('z')
    await page.getByText('Taken back').waitFor()
    const again = await visit('/standing?dimension=recognition&words=kenya')
    await again.page.getByRole('button', { name: /sources disagree/ }).waitFor()
    await leave(again)
    await leave(opened)
  })

  it('judges by keyboard alone, takes back, corrects, and keeps what was judged', async () => {
    const opened = await visit('/review')
    const { page } = opened
    await page.getByLabel('Your name').fill('ada')
    await page.keyboard.press('Enter')
    const question = page.locator('.question')
    await question.waitFor()
    const first = await question.textContent()
    await page.keyboard.press('y')
    await page.getByText('Judged right', { exact: true }).first().waitFor()
    await eventually(() => question.textContent()).not.toBe(first)
    await page.keyboard.press('z')
    await page.getByText('Taken back').waitFor()
    await eventually(() => question.textContent()).toBe(first)
    await page.keyboard.press('n')
    await page.getByRole('button', { name: 'wrong direction' }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByText('Judged wrong', { exact: true }).first().waitFor()
    await page.getByText(/^1 judged/).waitFor()
    await page.keyboard.press('e')
    await page.getByLabel('It should be').selectOption('-')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Corrected', { exact: true }).first().waitFor()
    await page.getByText(/you and the coder agree in \d+% of \d+/).waitFor()
    const claim = new URL(page.url()).searchParams.get('claim')
    const held = await question.textContent()
    await page.reload()
    await eventually(() => question.textContent()).toBe(held)
    expect(new URL(page.url()).searchParams.get('claim')).toBe(claim)
    await page.keyboard.press('j')
    await eventually(() => question.textContent()).not.toBe(held)
    await page.keyboard.press('k')
    await eventually(() => question.textContent()).toBe(held)
    await leave(opened)
  })

  it('judges a claim where it stands in its text, in one keystroke', async () => {
    const opened = await visit('/documents')
    const { page } = opened
    await page.getByRole('link', { name: 'Honduras stays with Taipei' }).click()
    await page.locator('.card').first().waitFor()
    await page.keyboard.press('j')
    await page.locator('.card.lit').waitFor()
    await page.keyboard.press('y')
    await page
      .locator('.card.lit')
      .getByText(/^judged right by/)
      .waitFor()
    await page.keyboard.press('z')
    await page.locator('.card.lit').getByRole('button', { name: 'Right' }).waitFor()
    await leave(opened)
  })
})
