// What is kept, in a browser: documents, changes, exports, another coder's reading, the coder itself; an empty ledger, none, and a server
// that goes away.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/faces/cli/context.js'
import { main } from '../../src/faces/cli/main.js'
import { coding, document } from '../ledger/make.js'
import { eventually, inBrowser, leave, minutes, openBrowser, openPage, openSite } from './browser.js'
import { hindrance } from './chromium.js'
import { codings } from './texts.js'

/** A command run where nobody looks on. */
const silent: Context = {
  input: Readable.from([]),
  output: new Writable({ write: (_chunk, _encoding, done) => done() }),
  errors: new Writable({ write: (_chunk, _encoding, done) => done() }),
  outputIsTerminal: false,
  errorsAreTerminal: false,
  colour: false,
  width: 100,
}

describe.skipIf(hindrance !== undefined)('the library', { timeout: 3 * minutes }, () => {
  const { visit, site } = inBrowser('texts')

  it('finds words in the texts, withdraws a document with a reason, and takes that back', async () => {
    const opened = await visit('/documents')
    const { page } = opened
    await page.getByLabel('Words in the texts').fill('embassy taipei')
    await page.keyboard.press('Enter')
    await eventually(() => page.locator('table.documents tbody tr').count()).toBe(1)
    await page.getByRole('link', { name: 'Honduras stays with Taipei' }).click()
    await page.getByRole('button', { name: 'Withdraw' }).click()
    await page.getByLabel('Why is it withdrawn?').fill('retracted')
    await page.getByRole('button', { name: 'Withdraw' }).click()
    await page.locator('.actions').getByText('withdrawn').waitFor()
    await page.goto('/documents?state=withdrawn')
    await page.getByText('— retracted').waitFor()
    await page.getByRole('button', { name: 'Take back' }).click()
    await page.getByText('No document fits.').waitFor()
    await leave(opened)
  })

  it('exports a file that holds the stances of the view it was reached from', async () => {
    const opened = await visit('/standing?dimension=recognition&words=taliban')
    const { page } = opened
    await page.getByRole('link', { name: 'Export this view' }).click()
    await page.getByText(/^1 stance fits this filter/).waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: /^CSV one stance/ }).click()
    const file = await readFile(await (await download).path(), 'utf8')
    expect(file).toContain('Tajikistan')
    expect(file).not.toContain('Honduras')
    await leave(opened)
  })

  it('tells what moved, and what was before', async () => {
    const opened = await visit('/changes?since=2022-06-01&until=2023-12-31')
    const { page } = opened
    await page.getByRole('button', { name: /Honduras does not recognise Taiwan.*was\s+for/ }).click()
    await page.getByRole('dialog').getByText('Honduras no longer recognises Taiwan').waitFor()
    expect(await page.getByRole('link', { name: 'Atom feed' }).getAttribute('href')).toBe('/changes.atom')
    await leave(opened)
  })

  it('reads the stored texts again when asked to', async () => {
    const opened = await visit('/documents')
    const { page } = opened
    await page.getByText('Read all again').click()
    await page.getByRole('button', { name: 'See what would change' }).click()
    await page.getByText('This coder reads them all as they are kept').waitFor()
    await leave(opened)
  })

  it('finds a rule with its example', async () => {
    const opened = await visit('/about')
    const { page } = opened
    await page.getByLabel('Find a rule').fill('recognise')
    await page.locator('.rules[open] dt').first().waitFor()
    expect(new URL(page.url()).searchParams.get('words')).toBe('recognise')
    await leave(opened)
  })

  it('notices what the command adds while the server runs', async () => {
    const opened = await visit('/documents')
    const { page } = opened
    await page.getByRole('link', { name: 'Honduras stays with Taipei' }).waitFor()
    const late = coding(
      document('late', 'Iran met China in Geneva on 3 May 2023.', { title: 'Late news', publishedOn: '2023-05-04' }),
      { position: 'IRN engagement+ CHN', date: '2023-05-03', words: 'Iran met China in Geneva' },
    )
    const file = join(site().folder, 'late.jsonl')
    await writeFile(file, `${JSON.stringify(late.coded)}\n`)
    const added = await main(['add', file, '--coded', '--ledger', site().folder], silent)
    expect(added).toBe(0)
    await page.getByRole('link', { name: 'Late news' }).waitFor()
    await leave(opened)
  })
})

describe.skipIf(hindrance !== undefined)('where there is nothing yet', { timeout: 4 * minutes }, () => {
  it('an empty ledger offers the examples on every page and fills itself with them', async () => {
    const [browser, site] = await Promise.all([openBrowser(), openSite('nothing')])
    const opened = await openPage(browser, site)
    const { page } = opened
    for (const path of ['/map', '/review', '/changes', '/documents', '/export', '/standing']) {
      await page.goto(path)
      await page.getByRole('button', { name: 'Add the examples' }).waitFor()
    }
    await page.getByRole('button', { name: 'Add the examples' }).click()
    await page.getByRole('button', { name: /Tajikistan does not recognise the Taliban/ }).waitFor()
    await leave(opened)
    await browser.close()
    await site.close()
  })

  it('a server without a ledger says so on every page, and still reads', async () => {
    const [browser, site] = await Promise.all([openBrowser(), openSite('no ledger')])
    const { page } = await openPage(browser, site)
    for (const path of ['/standing', '/map', '/changes', '/documents', '/export', '/pair/HND/TWN', '/actors/HND']) {
      await page.goto(path)
      await page.getByText('No ledger is open').first().waitFor()
    }
    await page.goto('/read?example=kabul')
    await eventually(() => page.locator('.card').count()).toBe(4)
    expect(await page.getByRole('button', { name: 'Keep in the ledger' }).count()).toBe(0)
    await browser.close()
    await site.close()
  })
})

describe.skipIf(hindrance !== undefined)('when something goes wrong', { timeout: 4 * minutes }, () => {
  it('a page says what happened and what to do, and carries on when the server does', async () => {
    const [browser, site] = await Promise.all([openBrowser(), openSite('texts')])
    const { page } = await openPage(browser, site)
    const problem = { title: 'Busy', detail: 'The ledger is being merged.', remedy: 'Ask again in a moment.' }
    const body = JSON.stringify({ ...problem, type: 'urn:demarche:problem:busy', status: 503 })
    let failing = true
    await page.route('**/api/{matrix,changes,documents,review,stances,timeline,about}*', async route => {
      if (failing) await route.fulfill({ status: 503, contentType: 'application/problem+json', body })
      else await route.continue()
    })
    for (const path of ['/standing', '/changes', '/documents', '/pair/HND/TWN', '/actors/HND', '/about', '/export']) {
      await page.goto(path)
      const note = page.getByRole('alert').first()
      await note.getByText('The ledger is being merged.').waitFor()
      await note.getByText('Ask again in a moment.').waitFor()
    }
    await page.goto('/standing')
    await page.getByRole('alert').first().waitFor()
    failing = false
    await page.getByRole('button', { name: 'Try again' }).first().click()
    await page.locator('.cell').first().waitFor()

    await page.goto('/no/such/page')
    await page.getByText('No such page').waitFor()

    await page.goto('/documents')
    await page.getByRole('link', { name: codings[0]!.document.title! }).waitFor()
    await site.close()
    await page.getByText('The server does not answer.').waitFor()
    await browser.close()
  })
})
