import { describe, expect, it } from 'vitest'
import { csvCell } from '../../../src/faces/formats/csv.js'
import { type FormatName, loadFormat } from '../../../src/faces/formats/format.js'
import { claims, reading } from '../fixture.js'

const print = async (name: FormatName, width = 120, colour = false): Promise<string> => {
  const format = await loadFormat(name, { width, colour })
  return format.head() + format.document(reading) + format.tail()
}
const escapeSign = String.fromCharCode(27)

describe('jsonl', () => {
  it('prints one line with the contract’s fields in the contract’s order', async () => {
    const out = await print('jsonl')
    expect(out.endsWith('\n')).toBe(true)
    const line = JSON.parse(out)
    expect(out.trimEnd()).not.toContain('\n')
    expect(Object.keys(line)).toEqual(['document', 'claims', 'messages'])
    expect(Object.keys(line.document)).toEqual('id name title url publisher publishedOn language sha256'.split(' '))
    expect(Object.keys(line.claims[0])).toEqual(
      (
        'id kind actors recipients event relation figure polarity modality attribution hearsay opinion date positions ' +
        'quote quotes confidence rule coder'
      ).split(' '),
    )
    expect(Object.keys(line.claims[0].actors[0])).toEqual('id name surface kind country sectors agent'.split(' '))
    expect(Object.keys(line.claims[0].quote)).toEqual('start end exact prefix suffix'.split(' '))
  })

  it('lets no other field through', async () => {
    const [first] = claims
    const stray = { ...first!, secret: 1, quote: { ...first!.quote, secret: 1 } }
    const format = await loadFormat('jsonl', { width: 80, colour: false })
    expect(format.document({ ...reading, coded: { ...reading.coded, claims: [stray] } })).not.toContain('secret')
  })
})

describe('what stands beside the claims', () => {
  const [first] = claims
  const words = first!.quote
  const speaker = first!.actors[0]!
  const coded = {
    ...reading.coded,
    attributions: [
      {
        speaker,
        form: 'said' as const,
        voice: true,
        negated: false,
        hearsay: false,
        direct: true,
        cue: words,
        source: null,
        content: [words],
      },
    ],
    slant: {
      loaded: [{ actor: speaker.id, leaning: 'harsh' as const, by: 'unnamed', quote: { ...words, exact: 'brutal' } }],
      opinions: [{ kind: 'manner' as const, by: 'author', quote: { ...words, exact: 'shamelessly' } }],
      verdicts: [{ claim: first!.id, words: [words] }],
      quoted: [
        { speaker: speaker.id, attributions: 2, units: 30 },
        { speaker: 'unnamed', attributions: 1, units: 10 },
      ],
      authorShare: 0.25,
      claimShare: null,
    },
  }

  it('follows the claims in a line of JSON, with no other field', async () => {
    const format = await loadFormat('jsonl', { width: 80, colour: false })
    const line = JSON.parse(format.document({ ...reading, coded }))
    expect(Object.keys(line)).toEqual(['document', 'claims', 'messages', 'attributions', 'slant'])
    expect(Object.keys(line.attributions[0])).toEqual(
      'speaker form voice negated hearsay direct cue source content'.split(' '),
    )
    expect(Object.keys(line.slant)).toEqual('loaded opinions verdicts quoted authorShare claimShare'.split(' '))
  })

  it('is told under a table, each fact with its words', async () => {
    const format = await loadFormat('table', { width: 100, colour: false })
    const out = format.document({ ...reading, coded })
    expect(out).toContain('In the text’s own voice: 25% of the sentences\n')
    expect(out).toContain('Quoted: Latvia 75%, unnamed sources 25%\n')
    expect(out).toContain('Loaded names by unnamed sources for Latvia: “brutal”\n')
    expect(out).toContain('Judging words by the text itself: “shamelessly”\n')
    expect(out).toContain(`The text’s own verdict: “${words.exact}`)
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  })
})

describe('csv', () => {
  it('has a header, a row for each position and a row for a claim without one', async () => {
    const rows = (await print('csv')).split('\r\n')
    expect(rows).toHaveLength(1 + 6 + 1)
    const width = rows[0]!.split(',').length
    // The publisher's name holds the one comma that is quoted.
    expect(rows[6]!.split(',')).toHaveLength(width + 1)
  })

  it('quotes as RFC 4180 asks and defuses formulas but neither signs nor numbers', () => {
    expect(csvCell('a "b", c')).toBe('"a ""b"", c"')
    expect(csvCell('two\nlines')).toBe('"two\nlines"')
    expect(csvCell('=HYPERLINK("x")')).toBe(`"'=HYPERLINK(""x"")"`)
    expect(csvCell('@sum')).toBe("'@sum")
    expect(csvCell('-1+2')).toBe("'-1+2")
    expect(csvCell('-')).toBe('-')
    expect(csvCell(-2.5)).toBe('-2.5')
    expect(csvCell(null)).toBe('')
    expect(csvCell(0)).toBe('0')
  })
})

describe('table', () => {
  it.each([44, 60, 95, 96, 120, 200])('keeps within %i columns', async width => {
    for (const line of (await print('table', width)).split('\n')) expect(line.length).toBeLessThanOrEqual(width)
  })

  it('names doubts, dashes what is not actual, and shows both ways', async () => {
    const out = await print('table', 160)
    expect(out).toContain('Latvia → the Taliban')
    expect(out).toContain('does not recognise')
    expect(out).toContain('Iran ⇢ Latvia')
    expect(out).toContain('may talk with')
    expect(out).toContain('(possible, hearsay)')
    expect(out).toContain('Chad ⇄ Niger')
    expect(out).toContain('said by President Edgars')
    expect(out).toContain('12 June 2024')
  })

  it('lets a terminal escape in a quotation do nothing and prints no colour unless told', async () => {
    const [first] = claims
    const quote = { ...first!.quote, exact: `words${escapeSign}[31mred` }
    const coded = { ...reading.coded, claims: [{ ...first!, quote }] }
    const format = await loadFormat('table', { width: 120, colour: false })
    expect(format.document({ ...reading, coded })).not.toContain(escapeSign)
    expect(await print('table', 120, true)).toContain(escapeSign)
  })
})

describe('html', () => {
  it('is one page that fetches nothing and shows hostile words as text', async () => {
    const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)>'
    const format = await loadFormat('html', { width: 80, colour: false })
    const document = { ...reading.coded.document, title: hostile, publisher: hostile, url: hostile }
    const page = format.head() + format.document({ ...reading, coded: { ...reading.coded, document } }) + format.tail()
    expect(page).not.toContain('<img')
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page).not.toMatch(/\son[a-z]+\s*=\s*["']/)
    expect(page).not.toMatch(/(?:src|href)="(?!#)/)
    expect(page).toContain("default-src 'none'")
  })

  it('keeps the text of every block whole under its marks', async () => {
    const page = await print('html')
    const blocks = [...page.matchAll(/<(p|h2|h3|blockquote) class="block[^"]*">(.*?)<\/\1>/gs)].map(match =>
      match[2]!
        .replace(/<a .*?<\/a>/g, '')
        .replace(/<[^>]*>/g, '')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&#39;/g, "'")
        .replace(/&amp;/g, '&'),
    )
    expect(blocks).toEqual(reading.blocks.map(({ start, end }) => reading.text.slice(start, end)))
  })

  it('gives every claim one card, reached from its mark, and no two cards one anchor', async () => {
    const format = await loadFormat('html', { width: 80, colour: false })
    const page = format.head() + format.document(reading) + format.document(reading)
    const anchors = [...page.matchAll(/<li class="card[^>]* id="([^"]+)"/g)].map(match => match[1])
    expect(anchors).toHaveLength(2 * claims.length)
    expect(new Set(anchors).size).toBe(anchors.length)
    for (const anchor of anchors) expect(page).toContain(`href="#${anchor}"`)
  })
})
