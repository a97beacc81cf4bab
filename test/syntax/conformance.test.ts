// One suite for every tier and runtime: well-formed trees, kept offsets, and nothing but the sentence counts.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/load.js'
import { loadParser } from '../../src/syntax/load.js'
import type { Parser, Token, Tree } from '../../src/syntax/types.js'
import { segmentText } from '../../src/text/segment.js'

/** Space-separated words as tokens; every space is a gap of one unit. */
function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(/\S+/g), ([form], at) => ({ form, at })).map(({ form }, index, all) => {
    const start = all.slice(0, index).reduce((sum, each) => sum + each.form.length + 1, 0)
    return { start, end: start + form.length, form }
  })
}

const SENTENCES: Readonly<Record<string, string>> = {
  plain: 'Tajikistan will not recognise any government formed by force , President Emomali Rahmon said on Wednesday .',
  'one word': 'Yes',
  'one mark': '.',
  emoji: 'Talks resumed 🙂 🇹🇯 in Doha ✌🏽 today',
  'upper-case headline': 'PAKISTAN REJECTS CLAIMS IT ARMED THE TALIBAN',
  'curly quotes': '“ We do n’t recognise them , ” he said',
  passive: 'The envoy was expelled by Iran after the attack .',
  noise: '~~~ \u200b ### 中文 ¿¿ ½ ---- &&&',
  long: `${'The minister said that the army would leave , and '.repeat(29)}everyone waited for news .`,
  'long, without a mark': 'again '.repeat(300).trim(),
  'a very long word': `He wrote ${'ab'.repeat(400)} .`,
}

/** The sentences of the plain texts in examples/, one of so many. */
async function exampleSentences(share: number): Promise<Token[][]> {
  const files = (await readdir('examples')).filter(file => file.endsWith('.txt')).sort()
  const knowledge = loadKnowledge()
  const texts = await Promise.all(files.map(file => readFile(join('examples', file), 'utf8')))
  return texts
    .flatMap(text => segmentText(text, knowledge))
    .filter((_, place) => place % share === 0)
    .map(({ tokens }) => [...tokens])
}

const isWellFormed = ({ words }: Tree): boolean => {
  const climbs = (index: number): boolean => {
    let at = index
    for (let steps = 0; steps <= words.length; steps++) {
      if (at === -1) return true
      at = words[at]!.head
    }
    return false
  }
  return words.filter(({ head }) => head === -1).length === 1 && words.every(({ index }) => climbs(index))
}

describe.each([
  ['accurate', 'node'],
  ['accurate', 'wasm'],
  ['fast', 'node'],
  ['fast', 'wasm'],
] as const)('%s on %s', (tier, runtime) => {
  let parser: Parser
  beforeAll(async () => {
    parser = await loadParser({ tier, runtime })
  })
  afterAll(() => parser.close())

  test.each(Object.entries(SENTENCES))('%s gives one tree over its tokens', async (_, text) => {
    const tokens = tokensOf(text)
    const [tree] = await parser.parse([tokens])
    expect(tree!.words.map(({ start, end, form }) => ({ start, end, form }))).toEqual(tokens)
    expect(tree!.words.map(({ index }) => index)).toEqual(tokens.map((_, index) => index))
    expect(isWellFormed(tree!)).toBe(true)
    for (const { head, deprel, lemma, score } of tree!.words) {
      expect(deprel === 'root').toBe(head === -1)
      expect(lemma).not.toBe('')
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
    }
  })

  test('an empty sentence gives an empty tree, and no sentence none', async () => {
    expect(await parser.parse([[]])).toEqual([{ words: [] }])
    expect(await parser.parse([])).toEqual([])
  })

  test('a sentence gives the same tree alone, in company and in any order', async () => {
    const sentences = ['plain', 'emoji', 'passive', 'curly quotes', 'one word'].map(name => tokensOf(SENTENCES[name]!))
    const together = await parser.parse(sentences)
    const backwards = (await parser.parse(sentences.toReversed())).reverse()
    const alone = await Promise.all(sentences.map(async tokens => (await parser.parse([tokens]))[0]))
    expect(backwards).toEqual(together)
    expect(alone).toEqual(together)
  })

  test('every sentence of the examples gives the same tree forwards and backwards, and with its like', async () => {
    const sentences = await exampleSentences(runtime === 'node' ? 1 : 8)
    const forwards = await parser.parse(sentences)
    expect(await parser.parse(sentences.toReversed())).toEqual(forwards.toReversed())
    expect(await parser.parse([...sentences, ...sentences])).toEqual([...forwards, ...forwards])
    for (const tree of forwards) expect(isWellFormed(tree)).toBe(true)
  })

  test('a sentence of 300 words is cut and says where', async () => {
    const [tree] = await parser.parse([tokensOf(SENTENCES.long!)])
    expect(tree!.words.length).toBeGreaterThan(290)
    expect(tree!.cuts).not.toHaveLength(0)
    for (const cut of tree!.cuts!) expect(tree!.words[cut - 1]?.form).toBe(',')
    expect((await parser.parse([tokensOf(SENTENCES.plain!)]))[0]).not.toHaveProperty('cuts')
  })

  test('reads the plain things right', async () => {
    const [said] = await parser.parse([tokensOf(SENTENCES.plain!)])
    const of = (form: string) => said!.words.find(word => word.form === form)!
    expect(of('Tajikistan')).toMatchObject({ upos: 'PROPN', deprel: 'nsubj', lemma: 'Tajikistan' })
    expect(said!.words[of('Tajikistan').head]?.form).toBe('recognise')
    expect(of('not')).toMatchObject({ deprel: 'advmod', feats: { Polarity: 'Neg' } })
    expect(of('government')).toMatchObject({ deprel: 'obj', feats: { Number: 'Sing' } })
    expect(of('said')).toMatchObject({ lemma: 'say', upos: 'VERB', feats: { Tense: 'Past' } })

    const [passive] = await parser.parse([tokensOf(SENTENCES.passive!)])
    expect(passive!.words.map(({ deprel }) => deprel)).toEqual(
      expect.arrayContaining(['nsubj:pass', 'aux:pass', 'obl:agent']),
    )
  })
})

test('runtimes agree on the tree', async () => {
  const sentences = ['plain', 'passive', 'curly quotes', 'upper-case headline'].map(name => tokensOf(SENTENCES[name]!))
  const shape = (trees: Tree[]) =>
    trees.map(({ words }) => words.map(({ head, deprel, lemma }) => [head, deprel, lemma]))
  for (const tier of ['accurate', 'fast'] as const) {
    const shapes = []
    for (const runtime of ['node', 'wasm'] as const) {
      const parser = await loadParser({ tier, runtime })
      shapes.push(shape(await parser.parse(sentences)))
      await parser.close()
    }
    expect(shapes[1]).toEqual(shapes[0])
  }
})

test('without a runtime given, the native one is taken, and a missing tier or folder is named', async () => {
  const parser = await loadParser({ tier: 'fast' })
  expect(parser.name).toMatch(/^en-\d+\/fast\/node$/)
  await parser.close()
  await expect(loadParser({ tier: 'fast', modelDirectory: '/nowhere' })).rejects.toThrow('manifest.json')
})
