import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMentions, indexActors, mentionsByHead, OverrideError } from '../../src/actors/index.js'
import { entry, index, knowledge, mentionsOf, stage } from './stage.js'

const subject = (name: string): string =>
  `${name
    .split(' ')
    .map(
      (word, at, all) =>
        `${word}|PROPN|${at === all.length - 1 ? all.length + 1 : all.length}|${at === all.length - 1 ? 'nsubj' : 'compound'}`,
    )
    .join(' ')} agreed|VERB|0|root|agree`

const idsIn = (notation: string, about = {}, over = index): string[] =>
  mentionsOf([notation], about, over).map(({ actor }) => actor.id)

describe('names', () => {
  it.each([
    ['longest match', 'North Korea', ['PRK']],
    ['former name', 'Burma', ['MMR']],
    ['abbreviation with dots', 'U.S.', ['USA']],
    ['abbreviation without', 'US', ['USA']],
    ['capitals of a headline', 'TAJIKISTAN', ['TJK']],
    ['a mouthpiece rolls up', 'KCNA', ['PRK']],
    ['an organ rolls up', 'Pentagon', ['USA']],
    ['diacritics', 'Tajikistán', ['TJK']],
    ['lower case is no name', 'oman', []],
  ])('%s', (_, name, ids) => {
    expect(idsIn(subject(name))).toEqual(ids)
  })

  it('does not take the pronoun "us" for a state', () => {
    expect(idsIn('They|PRON|2|nsubj told|VERB|0|root|tell us|PRON|2|obj')).toEqual([])
  })

  it('keeps who speaks for an actor as its agent', () => {
    expect(mentionsOf([subject('KCNA')])[0]?.actor.agent).toEqual({ name: 'Korean Central News Agency', office: null })
  })
})

describe('ambiguous names', () => {
  const georgia = (context: string): string[] => idsIn(`${subject('Georgia')} in|ADP|4|case ${context}|PROPN|2|obl`)
  it('lets the neighbourhood decide between a country and a place of its name', () => {
    expect(georgia('Tbilisi')).toContain('GEO')
    expect(georgia('Atlanta')).not.toContain('GEO')
  })

  it.each([
    ['the country named', [subject('Unity Party'), subject('France'), subject('France')], {}, 'unity-party-france'],
    ['the home of the publisher', [subject('Unity Party')], { publisher: 'France Today' }, 'unity-party-france'],
    ['nothing, the first known', [subject('Unity Party')], {}, 'unity-party-oman'],
  ])('chooses among parties of one name by %s', (_, notations, about, id) => {
    expect(mentionsOf(notations, about)[0]?.actor.id).toBe(id)
  })

  it('ranks the readings of a name that two states share, with the other beside', () => {
    const [south] = mentionsOf([subject('Korea'), subject('Seoul')])
    expect(south).toMatchObject({ actor: { id: 'KOR' }, others: [{ id: 'PRK' }] })
    const [north] = mentionsOf([subject('Korea'), subject('Pyongyang')])
    expect(north).toMatchObject({ actor: { id: 'PRK' }, others: [{ id: 'KOR' }] })
  })
})

describe('the analyst’s own actors', () => {
  it('adds names to a known actor and new actors', () => {
    const over = indexActors(knowledge, [
      entry({ id: 'hamas', name: 'Hamas', kind: 'armed-group', names: ['Hamas', 'Islamic Resistance'] }),
      entry({ id: 'blue-front', name: 'Blue Front', kind: 'party', country: 'OMN', names: [] }),
    ])
    expect(idsIn(subject('Islamic Resistance'), {}, over)).toEqual(['hamas'])
    expect(mentionsOf([subject('Blue Front')], {}, over)[0]?.actor).toMatchObject({ id: 'blue-front', country: 'OMN' })
  })

  it.each([
    [
      'a changed kind',
      [entry({ id: 'hamas', name: 'Hamas', kind: 'igo' })],
      /"hamas": is a armed-group|"hamas": is an? armed-group/,
    ],
    [
      'an id given twice',
      [entry({ id: 'x', name: 'X', kind: 'ngo' }), entry({ id: 'x', name: 'Y', kind: 'ngo' })],
      /"x": stands twice; join/,
    ],
    ['a voice of nobody', [entry({ id: 'x', name: 'X', kind: 'media', speaksFor: 'nowhere' })], /"nowhere".*mend/],
  ])('refuses %s with the entry and the remedy', (_, overrides, message) => {
    expect(() => indexActors(knowledge, overrides)).toThrow(OverrideError)
    expect(() => indexActors(knowledge, overrides)).toThrow(message)
  })
})

describe('mentions', () => {
  const words = [
    'Tajik|ADJ',
    'President|PROPN',
    'Emomali|PROPN',
    'Rahmon|PROPN',
    'government|NOUN',
    'of|ADP',
    'Sudan|PROPN',
    'and|CCONJ',
    'it|PRON',
    '“|PUNCT',
    'we|PRON',
    '”|PUNCT',
    'said|VERB',
    "~'s|PART",
    '~-|PUNCT',
    'the|DET',
    'group|NOUN',
    'Taliban|PROPN',
    '(|PUNCT',
    'NFX|PROPN',
    ')|PUNCT',
    'both|DET',
    'countries|NOUN',
  ]
  const relations = [
    'nsubj',
    'obj',
    'nmod',
    'compound',
    'amod',
    'case',
    'conj',
    'cc',
    'appos',
    'nmod:poss',
    'flat',
    'punct',
    'det',
    'obl',
    'nmod:desc',
    'acl:relcl',
  ]
  const sentence = fc.array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...relations), fc.nat()), {
    minLength: 1,
    maxLength: 14,
  })
  /** Any words in any tree: each word hangs on an earlier one, the first is the root. */
  const notationOf = (rows: readonly (readonly [string, string, number])[]): string =>
    rows
      .map(([word, relation, at], index) =>
        index === 0 ? `${word}|0|root` : `${word}|${(at % index) + 1}|${relation}`,
      )
      .join(' ')

  it('quotes the text as it stands, within one sentence, for any tree', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 4 }), rows => {
        const { document, sentences, trees } = stage(rows.map(notationOf))
        const before = JSON.stringify(document)
        const mentions = findMentions(document, sentences, trees, index)
        for (const mention of mentions) {
          const tree = trees[mention.sentence]!
          expect(mention.actor.surface).toBe(document.text.slice(mention.start, mention.end))
          expect(mention.start).toBe(tree.words[mention.first]!.start)
          expect(mention.end).toBe(tree.words[mention.last]!.end)
          expect(mention.score).toBeGreaterThan(0)
          expect(mention.score).toBeLessThanOrEqual(1)
        }
        expect(JSON.stringify(document)).toBe(before)
        expect(findMentions(document, sentences, trees, index)).toEqual(mentions)
      }),
      { numRuns: 100 },
    )
  })

  it('are found again by sentence and head', () => {
    const found = mentionsOf([subject('Pakistan'), subject('China')])
    expect(mentionsByHead(found).get(1)?.get(0)).toEqual([found[1]])
    expect(mentionsByHead(found).get(0)?.get(1)).toBeUndefined()
  })
})
