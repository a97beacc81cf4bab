import { describe, expect, it } from 'vitest'
import { documentOf } from '../../src/ingest/index.js'
import { bindDesk } from '../../src/ingest/knowledge.js'
import { readMarkdown } from '../../src/ingest/markdown.js'
import { readPage } from '../../src/ingest/page/read-page.js'
import { loadKnowledge } from '../../src/knowledge/load.js'
import type { Block } from '../../src/text/types.js'

const desk = bindDesk(loadKnowledge())

const shown = (text: string, blocks: readonly Block[]): string[] =>
  blocks.map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`)
const plain = (text: string): string[] => {
  const document = documentOf({ name: 'a', text }, desk)
  expect(document.text).toBe(text)
  return shown(text, document.blocks)
}

const long =
  'The two governments signed a treaty of friendship in the harbour town, and both armies withdrew from the strait.'

describe('plain text', () => {
  it('takes each line for a paragraph and a title-like line above one for a heading', () => {
    expect(plain(`Old rivals sign a treaty\n${long}\n${long.replace('two', 'three')}`)).toEqual([
      'heading: Old rivals sign a treaty',
      `paragraph: ${long}`,
      `paragraph: ${long.replace('two', 'three')}`,
    ])
  })

  it('joins wrapped lines', () => {
    const wrapped = `The two governments signed a treaty of friendship in the\nharbour town on Monday, and both of their armies withdrew\nfrom the strait.`
    expect(plain(wrapped)).toEqual([`paragraph: ${wrapped}`])
  })

  it('keeps one line alone a paragraph', () => {
    expect(plain('Freedonia has yet to recognise Sylvania')).toEqual([
      'paragraph: Freedonia has yet to recognise Sylvania',
    ])
  })

  it.each([
    ['Read more: Freedonia breaks its silence', 'link'],
    ['ALSO READ | Freedonia breaks its silence', 'link'],
    ['(Photo by Jane Roe for the Gazette)', 'caption'],
    ['Image credit: Jane Roe', 'caption'],
    ['By Jane Roe and John Doe', 'caption'],
    ['Wednesday, September 8, 2021', 'caption'],
    ['Subscribe to our weekly letter', 'advert'],
  ])('%s is a %s', (line, kind) => {
    expect(plain(`${long}\n${line}\n${long.slice(0, 60)}.`)[1]).toBe(`${kind}: ${line}`)
  })

  it('does not mistake a sentence for a pointer', () => {
    const said = 'Reading by candlelight, the minister said that the islands would be returned before winter.'
    expect(plain(`${long}\n${said}`)[1]).toBe(`paragraph: ${said}`)
  })

  it('finds a pasted post with its author and day', () => {
    const post =
      'The king speaks on the eve of the feast. Says "we stay".\nTranscript: pic.twitter.com/abc123\n— Jane Roe (@janeroe) September 8, 2021'
    const text = `${long}\n${post}\n${long}`
    const { blocks } = documentOf({ name: 'a', text }, desk)
    expect(blocks[1]).toEqual({
      start: text.indexOf(post),
      end: text.indexOf(post) + post.length,
      kind: 'post',
      author: 'Jane Roe',
      date: '2021-09-08',
    })
  })

  it('gives the turns of a transcript to their speakers', () => {
    const text =
      'QUESTION: Did you meet them?\n\nMINISTER ROE: We met them in the spring.\n\nThank you all for coming today.'
    const { blocks } = documentOf({ name: 'a', text }, desk)
    expect(blocks.map(({ kind, author }) => [kind, author])).toEqual([
      ['quotation', null],
      ['quotation', 'MINISTER ROE'],
      ['paragraph', null],
    ])
  })
})

describe('Markdown', () => {
  it('shows what its reader sees', () => {
    const source =
      '---\ntitle: Treaty signed\ndate: 2021-09-08\n---\n# Old rivals **sign**\n\nThe [king](https://example.org) spoke\nof *peace*.\n\n- One point.\n- Two points.\n\n> We stay.\n> — Jane Roe (@janeroe) September 8, 2021\n\n![map](x.png)\n\n```\ncode\n```\n'
    const { text, blocks, particulars } = readMarkdown(source, desk)
    expect(shown(text, blocks)).toEqual([
      'heading: Old rivals sign',
      'paragraph: The king spoke of peace.',
      'paragraph: One point.',
      'paragraph: Two points.',
      'post: We stay.\n— Jane Roe (@janeroe) September 8, 2021',
    ])
    expect(particulars).toMatchObject({ title: 'Treaty signed', publishedOn: '2021-09-08' })
  })
})

describe('pages', () => {
  const page = (body: string, head = ''): string =>
    `<!doctype html><html><head>${head}</head><body>${body}</body></html>`

  it('keeps the borders of blocks and tells posts, quotations, captions and links apart', () => {
    const html = page(
      `<nav><a href="/">Home</a></nav><article><h1>Old rivals sign</h1><p>${long}</p>` +
        '<figure><img src="a.jpg"><figcaption>The harbour at dawn</figcaption></figure>' +
        '<blockquote><p>We will not sign.</p></blockquote>' +
        '<blockquote class="twitter-tweet"><p>The king speaks.<br>All listen.</p>&mdash; Jane Roe (@janeroe) <a href="#">September 8, 2021</a></blockquote>' +
        `<p><a href="/x">Freedonia breaks its silence</a></p><p>${long} ${long}</p><script>var x = 1</script></article>`,
    )
    const { text, blocks } = readPage(html, desk)
    expect(shown(text, blocks)).toEqual([
      'heading: Old rivals sign',
      `paragraph: ${long}`,
      'caption: The harbour at dawn',
      'quotation: We will not sign.',
      'post: The king speaks.\nAll listen.\n— Jane Roe (@janeroe) September 8, 2021',
      'link: Freedonia breaks its silence',
      `paragraph: ${long} ${long}`,
    ])
    expect(blocks[4]).toMatchObject({ author: 'Jane Roe', date: '2021-09-08' })
  })

  it.each([
    ['<meta property="article:published_time" content="2021-11-22T09:30:00Z">'],
    [
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2021-11-22T09:30:00Z"}]}</script>',
    ],
    [
      '<script type="application/ld+json">{broken</script><link rel="canonical" href="https://example.org/2021/11/22/x">',
    ],
  ])('reads the day from %s', head => {
    expect(readPage(page(`<p>${long}</p>`, head), desk).particulars.publishedOn).toBe('2021-11-22')
  })

  it('reads an article that its page marks as a promotion', () => {
    const { text, blocks } = readPage(
      page(`<div class="promo"><p>${long}</p><p>${long.replace('two', 'three')}</p></div>`),
      desk,
    )
    expect(shown(text, blocks)).toEqual([`paragraph: ${long}`, `paragraph: ${long.replace('two', 'three')}`])
  })

  it('reads deep pages and refuses elements nested without end', () => {
    const nested = (depth: number) => page(`${'<div>'.repeat(depth)}<p>${long}</p>`)
    expect(readPage(nested(900), desk).text).toContain(long)
    expect(() => readPage(nested(100_000), desk)).toThrow(/nests its elements 100002 deep/)
  })
})

describe('what is known of a document', () => {
  const dayOf = (text: string) => documentOf({ name: 'a', text }, desk).publishedOn
  it.each([
    [`KABUL, Sept. 8, 2021 (AP) — ${long}`, '2021-09-08'],
    [`CAIRO – 26 July 2022: ${long}`, '2022-07-26'],
    [`Published: 8 September 2021\n\n${long}`, '2021-09-08'],
    [`Old rivals sign\n\nFriday, August 21, 2015\n\n${long}`, '2015-08-21'],
    [`On 8 September 2021 the king spoke. ${long}`, null],
    [long, null],
  ])('the day of %s', (text, day) => expect(dayOf(text)).toBe(day))

  it.each([
    ['The White House', 'USA'],
    ['Ministry of Foreign Affairs of Georgia', 'GEO'],
    ['Embassy of Japan in Oslo', 'JPN'],
    ['NATO', 'nato'],
    ['The Daily Embassy', null],
    ['Kyiv Post', null],
  ])('%s issues as %s', (publisher, issuer) => {
    expect(documentOf({ name: 'a', text: long, publisher }, desk).issuer).toBe(issuer)
  })

  it.each([
    [
      'Le ministre des Affaires étrangères a annoncé que la France ne reconnaîtra pas le gouvernement dans les prochains jours.',
      'fr',
    ],
    ['Министр иностранных дел заявил, что страна не признает новое правительство.', 'ru'],
    ['وقال وزير الخارجية إن البلاد لن تعترف بالحكومة الجديدة', 'ar'],
    ['Der Minister sagte, dass die Regierung das Land nicht anerkennen werde und sich mit den Partnern berate.', 'de'],
    ['A jednal v Praze s ministrem, který se k tomu ještě nevyjádřil, a po jednání odjel do Brna.', 'cs'],
    ['Tegnap a miniszter azt mondta, hogy az ország nem ismeri el az új kormányt, de egy év után még tárgyal.', 'hu'],
    ['Freedonia recognises Sylvania.', 'en'],
    ["A minister's aide began a fast to protest the king's failure to usher in a people's parliament.", 'en'],
    [long, 'en'],
  ])('%s is in %s', (text, language) => {
    const document = documentOf({ name: 'a', text }, desk)
    expect(document.language).toBe(language)
    expect(document.messages.map(({ rule }) => rule)).toEqual(language === 'en' ? [] : ['not-english'])
  })
})
