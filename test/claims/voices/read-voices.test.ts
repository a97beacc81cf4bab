// Who says what, construction by construction; the trees are fixed, so that only the reading is tested.
import { describe, expect, it } from 'vitest'
import { isHearsay, linksOf, voicesOf } from '../../../src/claims/voices/chain.js'
import { bindVoices } from '../../../src/claims/voices/lexicon.js'
import { readVoices } from '../../../src/claims/voices/read-voices.js'
import type { Attribution } from '../../../src/claims/voices/types.js'
import { loadKnowledge } from '../../../src/knowledge/load.js'
import type { Block, Document } from '../../../src/text/types.js'
import { readSentences, wordAt } from '../factuality/sentences.js'

const lexicon = bindVoices(loadKnowledge())
const sentences = readSentences(new URL('./sentences.conllu', import.meta.url))

const documentOf = (text: string, blocks?: readonly Block[]): Document => ({
  id: 'own',
  name: 'own',
  title: null,
  url: null,
  publisher: null,
  issuer: null,
  publishedOn: null,
  language: 'en',
  sha256: '',
  text,
  blocks: blocks ?? [{ start: 0, end: text.length, kind: 'paragraph', author: null, date: null }],
  messages: [],
})

const attributionsOf = (text: string): readonly Attribution[] => {
  const reading = sentences.get(text)
  if (reading === undefined) throw new Error(`no tree for "${text}"`)
  const sentence = { start: 0, end: text.length, block: 0, tokens: reading.words, isPart: false }
  return readVoices(documentOf(text), [sentence], [{ words: reading.words }], [], lexicon)
}

/** The chain over one word as "form source" pairs, "-" for a source without words. */
const chainOver = (text: string, form: string): readonly string[] => {
  const chain = voicesOf(attributionsOf(text), sentences.get(text)!.words[wordAt(sentences.get(text)!, form)]!)
  return chain.map(
    ({ form: how, source, negated }) =>
      `${negated ? 'not ' : ''}${how} ${source === null ? '-' : text.slice(source.start, source.end)}`,
  )
}

const attack = 'attacked'

/** Sentence → the chain over "attacked", or over the word given third. */
const cases: Readonly<
  Record<string, readonly (readonly [sentence: string, chain: readonly string[], over?: string])[]>
> = {
  'indirect speech': [
    ['The minister said that Chad attacked Mali.', ['said The minister']],
    ['Chad attacked Mali, the minister said.', ['said the minister']],
    ['He added that Chad attacked Mali.', ['said He']],
    ['The minister, who said that Chad attacked Mali, left.', ['said The minister']],
    ['The minister left, saying that Chad attacked Mali.', ['said The minister']],
    ['Analysts said Chad attacked Mali.', ['said Analysts']],
  ],
  'direct speech': [
    ['"Chad attacked Mali," the minister said.', ['said the minister']],
    ['"Chad attacked Mali," said Hassan Idriss.', ['said Hassan Idriss']],
    ['"Chad," said Hassan Idriss, "attacked Mali."', ['said Hassan Idriss']],
  ],
  'sourcing phrases': [
    ['According to Mali, Chad attacked the rebels.', ['said Mali']],
    ['Chad attacked Mali, according to the minister.', ['said the minister']],
    ["In the minister's words, Chad attacked Mali.", ['said the minister']],
  ],
  'nobody by name': [
    ['Chad reportedly attacked Mali.', ['reported -']],
    ['Chad was said to have attacked Mali.', ['said -']],
    ['It was reported that Chad attacked Mali.', ['reported -']],
    ['There were reports that Chad attacked Mali.', ['reported -']],
  ],
  'voices within voices': [
    [
      'As reported by Togo Radio, the president told Ghana that Chad attacked Mali.',
      ['reported Togo Radio', 'said the president'],
    ],
  ],
  denials: [
    ['Chad denied attacking Mali.', ['denied Chad'], 'attacking'],
    ['Chad denied reports that it attacked Mali.', ['denied Chad']],
  ],
  'nouns, questions and beliefs': [
    ["Chad's claim that Mali attacked the rebels was doubted.", ['said Chad']],
    ['Mali asked whether Chad attacked the rebels.', ['asked Mali']],
    ['Mali believes that Chad attacked the rebels.', ['believed Mali']],
    ['Mali demanded that Chad withdraw its troops.', ['asked Mali'], 'withdraw'],
    ['Mali accused Chad of attacking the rebels.', ['said Mali'], 'attacking'],
    ['The minister did not say that Chad attacked Mali.', ['not said The minister']],
  ],
  'no voice': [
    ['The minister spoke for an hour.', [], 'spoke'],
    ['Mali criticised the attack by Chad.', [], 'attack'],
    ['Chad attacked Mali, the minister said.', [], 'said'],
  ],
}

describe('readVoices', () => {
  for (const [family, rows] of Object.entries(cases)) {
    describe(family, () => {
      for (const [sentence, chain, over] of rows) {
        it(`${sentence} (${over ?? attack})`, () => expect(chainOver(sentence, over ?? attack)).toEqual(chain))
      }
    })
  }

  it('hears that nobody vouches', () => {
    const over = (text: string) => {
      const words = sentences.get(text)!
      return isHearsay(voicesOf(attributionsOf(text), words.words[wordAt(words, attack)]!))
    }
    expect(over('Chad reportedly attacked Mali.')).toBe(true)
    expect(over('There were reports that Chad attacked Mali.')).toBe(true)
    expect(over('Analysts said Chad attacked Mali.')).toBe(true)
    expect(over('"Chad attacked Mali," said Hassan Idriss.')).toBe(false)
    expect(over('He added that Chad attacked Mali.')).toBe(false)
  })

  it('names a speaker whom no register knows by the words of the text', () => {
    const text = '"Chad attacked Mali," said Hassan Idriss.'
    const words = sentences.get(text)!
    const links = linksOf(voicesOf(attributionsOf(text), words.words[wordAt(words, attack)]!), text)
    expect(links).toHaveLength(1)
    expect(links[0]!.speaker).toMatchObject({ id: 'hassan-idriss', name: 'Hassan Idriss', kind: 'person' })
    expect(links[0]!.cue).toMatchObject({ exact: 'said' })
  })

  it('gives the author where nobody else speaks', () => {
    expect(linksOf([], '')).toEqual([{ speaker: 'author', form: 'said', cue: null }])
  })

  it('takes a post for its author’s words', () => {
    const text = 'Chad attacked Mali, the minister said.'
    const reading = sentences.get(text)!
    const post: Block = { start: 0, end: text.length, kind: 'post', author: 'Awa Keita', date: null }
    const sentence = { start: 0, end: text.length, block: 0, tokens: reading.words, isPart: false }
    const found = readVoices(documentOf(text, [post]), [sentence], [{ words: reading.words }], [], lexicon)
    expect(voicesOf(found, reading.words[1]!).map(({ form }) => form)).toEqual(['posted', 'said'])
  })
})
