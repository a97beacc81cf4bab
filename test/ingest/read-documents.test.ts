// Inputs good and bad in: each bad one gives one message with its place, and the others are read.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ReadOptions, readDocuments } from '../../src/ingest/index.js'
import type { Document } from '../../src/text/types.js'

let folder = ''
const at = (name: string): string => join(folder, name)
const article = 'The two governments signed a treaty in the harbour town on Monday, and both armies withdrew.'

const read = async (inputs: readonly string[], options: ReadOptions = { date: '2021-09-08' }): Promise<Document[]> => {
  const documents: Document[] = []
  for await (const document of readDocuments(inputs, options)) documents.push(document)
  return documents
}
const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  await writeFile(at(name), content)
  return at(name)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demarche-ingest-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('bad inputs', () => {
  const bad: readonly (readonly [string, string | Uint8Array, rule: string])[] = [
    ['empty.txt', '', 'empty-file'],
    ['blank.txt', ' \n\u00A0\n', 'empty-file'],
    ['binary.txt', Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) % 256), 'binary-file'],
    ['page.txt', '%PDF-1.4 nothing to read', 'binary-file'],
    ['latin.txt', Buffer.from('éàüöß'.repeat(200), 'latin1'), 'not-utf-8'],
    ['cut.txt.gz', gzipSync(article.repeat(200)).subarray(0, 60), 'gzip-cut-short'],
    ['deep.html', '<div>'.repeat(60_000), 'too-deep'],
    ['bare.html', '<html><body><script>x</script></body></html>', 'no-text'],
  ]
  it.each(bad)('%s gives one message and the next input is read', async (name, content, rule) => {
    const path = await file(name, content)
    const [unread, good, ...more] = await read([path, await file('good.txt', article)])
    expect(unread).toMatchObject({ text: '', blocks: [], messages: [{ place: path, rule }] })
    expect(unread!.messages).toHaveLength(1)
    expect(good).toMatchObject({ name: 'good', text: article, messages: [] })
    expect(more).toEqual([])
  })

  it('names a directory, a missing file and a pattern without a match', async () => {
    await mkdir(at('sub'))
    const documents = await read([at('sub'), at('none.txt'), at('*.none')])
    expect(documents.map(({ messages }) => messages.map(({ rule }) => rule))).toEqual([
      ['directory'],
      ['missing-file'],
      ['no-match'],
    ])
  })

  it('tells the byte and the line of what is not UTF-8 and reads on', async () => {
    const path = await file(
      'few.txt',
      Buffer.concat([Buffer.from(`${article}\ncaf`), Buffer.from([0xe9]), Buffer.from(' is open.')]),
    )
    const [document] = await read([path])
    expect(document!.text).toBe(`${article}\ncaf\uFFFD is open.`)
    expect(document!.messages).toMatchObject([{ place: `${path}:2`, rule: 'invalid-utf-8' }])
    expect(document!.messages[0]!.reason).toContain(`byte ${article.length + 4} `)
  })

  it('tells the line of a row that cannot be read and reads the others', async () => {
    const path = await file(
      'rows.jsonl',
      `{"name":"a","text":"${article}"}\nno json\n\n[1]\n{"name":"d"}\n{"name":"e","text":7}\n{"text":"${article}"}\n`,
    )
    const documents = await read([path])
    expect(
      documents.map(({ name, messages }) => [
        name,
        messages.map(({ place, rule }) => `${place.slice(path.length)} ${rule}`),
      ]),
    ).toEqual([
      ['a', []],
      ['rows-2', [':2 not-json']],
      ['rows-4', [':4 not-json']],
      ['d', [':5 no-text']],
      ['e', [':6 wrong-field']],
      ['rows-7', []],
    ])
  })

  it('reads the rows before a gzip file breaks off', async () => {
    const whole = gzipSync(
      Array.from(
        { length: 4000 },
        (_, index) => `{"name":"n${index}","text":"${article} ${(index * 7919) % 10007}"}\n`,
      ).join(''),
    )
    const documents = await read([await file('cut.jsonl.gz', whole.subarray(0, whole.length - 200))])
    expect(documents.length).toBeGreaterThan(10)
    expect(documents[0]).toMatchObject({ name: 'n0', messages: [] })
    expect(documents.at(-1)!.messages).toMatchObject([{ rule: 'gzip-cut-short' }])
  })

  it('skips a line that is too long to hold, and cuts a text that is too long', async () => {
    const path = await file(
      'long.jsonl',
      `{"name":"a","text":"${'x '.repeat(9_000_000)}"}\n{"name":"b","text":"${article}"}\n`,
    )
    const long = await file('long.txt', 'The army attacked the town and '.repeat(40_000))
    const [skipped, next, cut] = await read([path, long])
    expect(skipped!.messages).toMatchObject([{ place: `${path}:1`, rule: 'too-long' }])
    expect(next).toMatchObject({ name: 'b', messages: [] })
    expect(cut!.messages).toMatchObject([{ place: long, rule: 'too-long' }])
    expect(cut!.text.length).toBeLessThanOrEqual(1_000_000)
  })
})

describe('good inputs', () => {
  it('come from globs in order, from gzip, from standard input, whatever their form', async () => {
    await mkdir(at('many'))
    await file('many/b.txt.gz', gzipSync(article))
    await file('many/a.md', `# Treaty signed\n\n${article}\n`)
    const input = Readable.from([Buffer.from(`{"name":"row","text":"${article}"}\n`)])
    const documents = await read([at('many/*'), '-'], { input, date: '2021-09-08' })
    expect(documents.map(({ name, title }) => [name, title])).toEqual([
      ['a', 'Treaty signed'],
      ['b', null],
      ['row', null],
    ])
  })

  it('are dated by the caller, else by the metadata, else by themselves; an unknown day is said once', async () => {
    const path = await file(
      'dated.jsonl',
      ['2020-01-01', null, null]
        .map((day, index) => JSON.stringify({ name: `d${index}`, text: article, publishedOn: day }))
        .join('\n'),
    )
    const metadata = await file(
      'metadata.jsonl',
      '{"name":"d1","publishedOn":"2020-02-02","publisher":"The White House"}\n',
    )
    const documents = await read([path, path], { metadata })
    expect(documents.map(({ publishedOn }) => publishedOn)).toEqual([
      '2020-01-01',
      '2020-02-02',
      null,
      '2020-01-01',
      '2020-02-02',
      null,
    ])
    expect(documents[1]).toMatchObject({ publisher: 'The White House', issuer: 'USA' })
    expect(documents.flatMap(({ messages }) => messages.map(({ rule }) => rule))).toEqual(['date-unknown'])
    expect(
      (await read([path], { metadata, date: '2021-09-08' })).every(({ publishedOn }) => publishedOn === '2021-09-08'),
    ).toBe(true)
  })

  it('tells what is wrong with the metadata and reads on', async () => {
    const path = await file('one.txt', article)
    const metadata = await file('broken.jsonl', '{"name":"one","publisher":"NATO"}\nbroken\n')
    const [trouble, document] = await read([path], { metadata, date: '2021-09-08' })
    expect(trouble!.messages).toMatchObject([{ place: `${metadata}:2`, rule: 'not-json' }])
    expect(document).toMatchObject({ publisher: 'NATO', issuer: 'nato' })
  })

  it('reads UTF-16 and a page in the encoding that it declares', async () => {
    const wide = await file('wide.txt', Buffer.from(`\uFEFF${article}`, 'utf16le'))
    const page = await file(
      'page.html',
      Buffer.from(
        `<html><head><meta charset="windows-1252"></head><body><p>${article} Caf\u00E9 d\u2019Oslo</p></body></html>`.replace(
          '\u2019',
          '\u0092',
        ),
        'latin1',
      ),
    )
    const [first, second] = await read([wide, page])
    expect(first!.text).toBe(article)
    expect(second!.text).toBe(`${article} Café d’Oslo`)
  })

  it('keep their text, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), async words => {
        const text = `${article}\n${words.replace(/\0/g, '')}`
        const [document] = await read([await file('any.txt', text)])
        expect(document!.text).toBe(text)
        let last = 0
        for (const { start, end } of document!.blocks) {
          expect(text.slice(last, start).trim()).toBe('')
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(text.slice(last).trim()).toBe('')
      }),
      { numRuns: 60 },
    )
  })

  it('have ids that follow from name and text', async () => {
    const paths = [await file('one.txt', article), await file('two.txt', article)]
    const [one, two] = await read(paths)
    const [again] = await read(paths.slice(0, 1))
    expect(one!.id).toMatch(/^[0-9a-f]{16}$/)
    expect(again).toEqual(one)
    expect(two!.id).not.toBe(one!.id)
    expect(two!.sha256).toBe(one!.sha256)
  })
})
