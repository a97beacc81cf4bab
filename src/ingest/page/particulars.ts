// A page in, what it says of itself out: title, day, publisher, address. Law: the article's own words (JSON-LD, meta tags) come before
// what can be seen (time elements) and before the address.
import type { Calendar } from '../calendar.js'
import type { Particulars } from '../document.js'

/** The little of a page's DOM that is read here. */
export interface PageDocument {
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
}
export interface PageElement {
  readonly textContent: string | null
  getAttribute(name: string): string | null
}

const metaNames = {
  publishedOn: [
    'article:published_time',
    'og:article:published_time',
    'og:published_time',
    'datepublished',
    'date',
    'pubdate',
    'publishdate',
    'publish-date',
    'publish_date',
    'publication_date',
    'parsely-pub-date',
    'sailthru.date',
    'dc.date.issued',
    'dc.date',
    'dc.date.created',
    'dcterms.created',
    'dcterms.date',
    'dcterms.issued',
    'article.published',
    'cxenseparse:recs:publishtime',
    'originalpublicationdate',
    'ptime',
  ],
  title: ['og:title', 'twitter:title', 'dc.title', 'headline'],
  publisher: [
    'og:site_name',
    'application-name',
    'dc.publisher',
    'dcterms.publisher',
    'article:publisher_name',
    'publisher',
  ],
  url: ['og:url', 'twitter:url'],
} as const

const metaOf = (page: PageDocument): Map<string, string> => {
  const found = new Map<string, string>()
  for (const meta of page.querySelectorAll('meta')) {
    const name = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop')
    const content = meta.getAttribute('content')?.trim()
    if (name !== null && content && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), content)
  }
  return found
}

type Linked = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Linked =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every article that the page's JSON-LD describes, its graphs opened. */
const linkedArticles = (page: PageDocument): Linked[] => {
  const articles: Linked[] = []
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    let pending: unknown[]
    try {
      pending = [JSON.parse(script.textContent ?? '')]
    } catch {
      // Pages often carry broken JSON-LD; what else they say is read all the same.
      continue
    }
    for (let value = pending.shift(); value !== undefined; value = pending.shift()) {
      if (Array.isArray(value)) pending.push(...value)
      else if (isRecord(value)) {
        if (/Article|Posting|Report/.test(String(value['@type'])) || 'datePublished' in value) articles.push(value)
        if (value['@graph'] !== undefined) pending.push(value['@graph'])
      }
    }
  }
  return articles
}

const nameOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value
  return isRecord(value) && typeof value.name === 'string' ? value.name : undefined
}

const visibleTime = (page: PageDocument): string | undefined => {
  const time =
    page.querySelector('[itemprop="datePublished"]') ??
    page.querySelector('time[pubdate]') ??
    page.querySelector('article time[datetime]') ??
    page.querySelector('time[datetime]')
  return time?.getAttribute('datetime') ?? time?.getAttribute('content') ?? time?.textContent ?? undefined
}

const spaced = (words: string | null | undefined): string | null => words?.replace(/\s+/g, ' ').trim() || null

export const pageParticulars = (page: PageDocument, calendar: Calendar): Particulars => {
  const meta = metaOf(page)
  const articles = linkedArticles(page)
  const fromMeta = (key: keyof typeof metaNames): string | undefined =>
    metaNames[key].map(name => meta.get(name)).find(value => value !== undefined)
  const linked = (read: (article: Linked) => unknown): string | undefined =>
    articles.map(article => nameOf(read(article))).find(value => value !== undefined)
  const url = page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? fromMeta('url') ?? null
  const days = [linked(article => article.datePublished), fromMeta('publishedOn'), visibleTime(page), url ?? undefined]
  const day = days
    .map(words => (words === undefined ? undefined : calendar.dayIn(words)))
    .find(found => found !== undefined)
  return {
    url,
    title: spaced(
      linked(article => article.headline) ??
        fromMeta('title') ??
        page.querySelector('h1')?.textContent ??
        page.querySelector('title')?.textContent,
    ),
    publisher: spaced(fromMeta('publisher') ?? linked(article => article.publisher)),
    publishedOn: day?.day ?? null,
  }
}
