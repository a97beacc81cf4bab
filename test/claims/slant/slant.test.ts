// Where a text judges instead of reporting, and what it calls its actors, always with the words that show it.
import { describe, expect, it } from 'vitest'
import type { Mention } from '../../../src/actors/types.js'
import { quoteOf } from '../../../src/claims/quote.js'
import { bindSlant } from '../../../src/claims/slant/lexicon.js'
import { opinionOf } from '../../../src/claims/slant/opinion.js'
import { claimsByVoice, readSlant } from '../../../src/claims/slant/read-slant.js'
import type { Claim } from '../../../src/claims/types.js'
import { bindVoices } from '../../../src/claims/voices/lexicon.js'
import { readVoices } from '../../../src/claims/voices/read-voices.js'
import { loadKnowledge } from '../../../src/knowledge/load.js'
import type { Document } from '../../../src/text/types.js'
import { readSentences, wordAt } from '../factuality/sentences.js'

const knowledge = loadKnowledge()
const lexicon = bindSlant(knowledge)
const sentences = readSentences(new URL('./sentences.conllu', import.meta.url))

const judging = (text: string, form: string): readonly string[] => {
  const reading = sentences.get(text)!
  return opinionOf(reading, wordAt(reading, form), lexicon).words.map(word => reading.words[word]!.form)
}

describe('opinionOf', () => {
  it('shows loaded verbs and manner', () => {
    expect(judging('Chad is desperately wooing Mali.', 'wooing')).toEqual(['desperately', 'wooing'])
  })
  it('shows conclusions', () => {
    expect(judging('Therefore, Chad supports Mali.', 'supports')).toEqual(['Therefore'])
  })
  it('keeps a comment to the clause that it is on', () => {
    const text = 'Needless to say, Chad said that Mali attacked Niger.'
    expect(judging(text, 'said')).toEqual(['Needless', 'to', 'say'])
    expect(judging(text, 'attacked')).toEqual([])
  })
  it('finds none in plain report', () => {
    expect(judging('Chad met Mali.', 'met')).toEqual([])
  })
})

describe('readSlant', () => {
  const text = 'The brutal regime said that the heroic rebels left.'
  const reading = sentences.get(text)!
  const mention = (id: string, first: number, last: number): Mention => ({
    start: reading.words[first]!.start,
    end: reading.words[last]!.end,
    sentence: 0,
    head: last,
    first,
    last,
    actor: { id, name: id, surface: id, kind: 'armed-group', country: null, sectors: [], agent: null },
    role: 'party',
    via: 'description',
    score: 1,
    others: [],
  })
  const document = {
    text,
    issuer: null,
    publisher: null,
    publishedOn: null,
    blocks: [{ start: 0, end: text.length, kind: 'paragraph', author: null, date: null }],
  } as unknown as Document
  const sentence = { start: 0, end: text.length, block: 0, tokens: reading.words, isPart: false }
  const trees = [{ words: reading.words }]
  const mentions = [mention('TCD', 0, 2), mention('tcd-rebels', 5, 7)]
  const attributions = readVoices(document, [sentence], trees, mentions, bindVoices(knowledge))
  const claim = (id: string, start: number, end: number, given: Partial<Claim>) =>
    ({
      id,
      opinion: true,
      attribution: [{ speaker: 'author', form: 'said', cue: null }],
      quote: quoteOf(text, { start, end }),
      ...given,
    }) as Claim
  const claims = [
    claim('verdict', 0, text.length, {}),
    claim('report', 0, text.length, { opinion: false }),
    claim('opinion of another', 24, text.length, {
      attribution: [{ speaker: mentions[0]!.actor, form: 'said', cue: null }],
    }),
    claim('forecast', 24, text.length, { modality: 'predicted' }),
  ]
  const slant = readSlant(document, [sentence], trees, mentions, attributions, lexicon, claims)

  it('tells who uses a loaded name for whom', () => {
    expect(slant.loaded.map(({ actor, leaning, by, quote }) => [actor, leaning, by, quote.exact])).toEqual([
      ['TCD', 'harsh', 'author', 'brutal'],
      ['TCD', 'harsh', 'author', 'regime'],
      ['tcd-rebels', 'warm', 'TCD', 'heroic'],
    ])
  })
  it('tells where the text judges, and who', () => {
    expect(slant.opinions.map(({ kind, by, quote }) => [kind, by, quote.exact])).toEqual([
      ['epithet', 'author', 'brutal'],
      ['epithet', 'TCD', 'heroic'],
    ])
  })
  it('tells the author’s own verdicts apart, with the author’s words that judge', () => {
    expect(slant.verdicts.map(({ claim: id, words }) => [id, words.map(({ exact }) => exact)])).toEqual([
      ['verdict', ['brutal']],
      ['forecast', []],
    ])
    expect(slant.claimShare).toBe(0.75)
    expect([...claimsByVoice(claims)]).toEqual([
      ['author', 3],
      ['TCD', 1],
    ])
  })
  it('tells whose words fill the text', () => {
    expect(slant.quoted).toEqual([{ speaker: 'TCD', attributions: 1, units: expect.any(Number) }])
    expect(slant.authorShare).toBe(1)
  })
})
