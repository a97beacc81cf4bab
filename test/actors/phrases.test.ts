import { describe, expect, it } from 'vitest'
import { brief, mentionsOf } from './stage.js'

describe('noun phrases', () => {
  it('reads adjective, office and name as one mention of the state, on the head', () => {
    const [mention, ...rest] = mentionsOf([
      'Tajik|ADJ|3|amod President|PROPN|3|nmod:desc Emomali|PROPN|5|nsubj Rahmon|PROPN|3|flat spoke|VERB|0|root .|PUNCT|5|punct',
    ])
    expect(rest).toEqual([])
    expect(mention).toMatchObject({
      head: 2,
      first: 0,
      last: 3,
      role: 'party',
      actor: {
        id: 'TJK',
        surface: 'Tajik President Emomali Rahmon',
        agent: { name: 'Emomali Rahmon', office: 'president' },
      },
    })
  })

  it.each([
    [
      'possessive owner',
      "Pakistan|PROPN|4|nmod:poss ~'s|PART|1|case foreign|ADJ|4|amod minister|NOUN|5|nsubj left|VERB|0|root",
      ["PAK party: Pakistan's foreign minister"],
    ],
    [
      'adjective and ministry',
      'The|DET|3|det Uzbek|ADJ|3|amod Ministry|PROPN|7|nsubj of|ADP|6|case Foreign|ADJ|6|amod Affairs|PROPN|3|nmod spoke|VERB|0|root',
      ['UZB party: Uzbek Ministry of Foreign Affairs'],
    ],
    [
      'a name with a possessive mark inside',
      "The|DET|5|det Kurdistan|PROPN|5|compound Workers|NOUN|5|nmod:poss ~'|PART|3|case Party|PROPN|6|nsubj spoke|VERB|0|root",
      ["pkk party: Kurdistan Workers' Party"],
    ],
    ['side', 'The|DET|3|det Iranian|ADJ|3|amod side|NOUN|4|nsubj refused|VERB|0|root', ['IRN party: Iranian side']],
    [
      'spokesman for',
      'A|DET|2|det spokesman|NOUN|6|nsubj for|ADP|5|case the|DET|5|det Taliban|PROPN|2|nmod spoke|VERB|0|root',
      ['taliban party: spokesman for the Taliban'],
    ],
    ['troops', 'Russian|ADJ|2|amod troops|NOUN|3|nsubj withdrew|VERB|0|root', ['RUS party: Russian troops']],
    [
      'fighters of a group',
      'Taliban|PROPN|2|compound fighters|NOUN|3|nsubj withdrew|VERB|0|root',
      ['taliban party: Taliban fighters'],
    ],
    [
      'government of',
      'The|DET|2|det government|NOUN|5|nsubj of|ADP|4|case Sudan|PROPN|2|nmod agreed|VERB|0|root',
      ['SDN party: government of Sudan'],
    ],
    [
      'forces loyal to',
      'Forces|NOUN|5|nsubj loyal|ADJ|1|amod to|ADP|4|case Hamas|PROPN|2|obl withdrew|VERB|0|root',
      ['hamas party: Forces loyal to Hamas'],
    ],
    [
      'people',
      'The|DET|3|det Afghan|ADJ|3|amod people|NOUN|4|nsubj wait|VERB|0|root',
      ['afg-people party: Afghan people'],
    ],
    ['rebels', 'Syrian|ADJ|2|amod rebels|NOUN|3|nsubj agreed|VERB|0|root', ['syr-rebels party: Syrian rebels']],
    [
      'opposition leaders',
      'Burmese|ADJ|3|amod opposition|NOUN|3|compound leaders|NOUN|4|nsubj agreed|VERB|0|root',
      ['mmr-opposition party: Burmese opposition leaders'],
    ],
    [
      'leader named before the organ',
      'The|DET|3|det Assad|PROPN|3|compound regime|NOUN|4|nsubj fell|VERB|0|root',
      ['SYR party: Assad regime'],
    ],
  ])('%s', (_, notation, expected) => {
    expect(brief(mentionsOf([notation]))).toEqual(expected)
  })

  it('parts coordinated phrases with possessors and hyphened names', () => {
    const found = mentionsOf([
      "Pakistan|PROPN|4|nmod:poss ~'s|PART|1|case President|PROPN|4|nmod:desc Abdel|PROPN|14|nsubj ~-|PUNCT|4|punct ~Karim|PROPN|4|flat and|CCONJ|11|cc Oman|PROPN|11|nmod:poss ~'s|PART|8|case President|PROPN|11|nmod:desc Said|PROPN|4|conj ~-|PUNCT|11|punct ~Nur|PROPN|11|flat met|VERB|0|root|meet",
    ])
    expect(found.map(({ actor, head }) => [actor.id, actor.agent?.name, head])).toEqual([
      ['PAK', 'Abdel-Karim', 3],
      ['OMN', 'Said-Nur', 10],
    ])
  })

  it('keeps the name inside a phrase of something else as a modifier on its own word', () => {
    const notation =
      "Pakistan|PROPN|3|nmod:poss ~'s|PART|1|case support|NOUN|4|nsubj grew|VERB|0|root on|ADP|7|case Afghan|ADJ|7|amod soil|NOUN|4|obl"
    const found = mentionsOf([notation])
    expect(brief(found)).toEqual(['PAK modifier: Pakistan', 'AFG modifier: Afghan'])
    expect(found.map(({ head }) => head)).toEqual([0, 5])
  })

  it('splits coordinated adjectives into one actor each on the shared head', () => {
    const found = mentionsOf([
      'Russian|ADJ|4|amod and|CCONJ|3|cc Turkish|ADJ|1|conj presidents|NOUN|5|nsubj met|VERB|0|root',
    ])
    expect(found.map(({ actor, head }) => [actor.id, head])).toEqual([
      ['RUS', 3],
      ['TUR', 3],
    ])
  })

  it('gives coordinated names a mention each', () => {
    const found = mentionsOf([
      'France|PROPN|6|nsubj ,|PUNCT|3|punct Germany|PROPN|1|conj and|CCONJ|5|cc others|NOUN|1|conj agreed|VERB|0|root',
    ])
    expect(found.map(({ actor, head }) => [actor.id, head])).toEqual([
      ['FRA', 0],
      ['DEU', 2],
    ])
  })

  /** Ids of the mentions that share the word `head`, whatever their own words. */
  const idsAt = (head: number, notation: string): string[] =>
    mentionsOf([notation]).flatMap(mention => (mention.head === head ? [mention.actor.id] : []))

  it.each([
    [
      'a member that the tree hangs on the head',
      'Countries|NOUN|8|nsubj|country such|ADJ|4|case as|ADP|2|fixed Iran|PROPN|1|nmod ,|PUNCT|6|punct Oman|PROPN|1|conj and|CCONJ|6|cc met|VERB|0|root',
      ['IRN', 'OMN'],
    ],
    [
      'a head that is no agent',
      'Capitals|NOUN|7|nsubj|capital such|ADJ|4|case as|ADP|2|fixed Tehran|PROPN|1|nmod and|CCONJ|6|cc Muscat|PROPN|4|conj met|VERB|0|root',
      ['IRN', 'OMN'],
    ],
    [
      'some members of a body, which is not the body',
      'UN|PROPN|2|compound members|NOUN|7|nsubj|member including|VERB|4|case Iran|PROPN|2|nmod and|CCONJ|6|cc Oman|PROPN|4|conj met|VERB|0|root',
      [],
    ],
    [
      'companions of a name',
      'Iran|PROPN|8|nsubj ,|PUNCT|5|punct along|ADV|5|case with|ADP|5|case Oman|PROPN|1|nmod and|CCONJ|7|cc Syria|PROPN|5|conj met|VERB|0|root',
      ['IRN', 'OMN', 'SYR'],
    ],
    [
      'nobody with what a name is dealt with',
      'Iran|PROPN|2|nsubj deals|VERB|0|root with|ADP|4|case Oman|PROPN|2|obl',
      ['IRN'],
    ],
  ])('lists %s', (_, notation, expected) => {
    expect(idsAt(0, notation)).toEqual(expected)
  })

  it('names some members of a body on the noun for them', () => {
    const notation =
      'UN|PROPN|2|compound members|NOUN|7|nsubj|member including|VERB|4|case Iran|PROPN|2|nmod and|CCONJ|6|cc Oman|PROPN|4|conj met|VERB|0|root'
    expect(idsAt(1, notation)).toEqual(['IRN', 'OMN'])
  })

  it('puts the listed on the head that lists them, beside their own mentions', () => {
    const found = mentionsOf([
      'Countries|NOUN|8|nsubj like|ADP|3|case Pakistan|PROPN|1|nmod ,|PUNCT|5|punct China|PROPN|3|conj and|CCONJ|7|cc Uzbekistan|PROPN|3|conj agreed|VERB|0|root',
    ])
    expect(found.filter(({ head }) => head === 0).map(({ actor }) => actor.id)).toEqual(['PAK', 'CHN', 'UZB'])
    expect(found.filter(({ head }) => head !== 0).map(({ actor, head }) => [actor.id, head])).toEqual([
      ['PAK', 2],
      ['CHN', 4],
      ['UZB', 6],
    ])
  })

  it('gives the leaders of two states to both', () => {
    const found = mentionsOf([
      'The|DET|2|det leaders|NOUN|7|nsubj of|ADP|4|case France|PROPN|2|nmod and|CCONJ|6|cc Germany|PROPN|4|conj met|VERB|0|root',
    ])
    expect(found.map(({ actor, head }) => [actor.id, head])).toEqual([
      ['FRA', 1],
      ['DEU', 1],
    ])
  })

  it('reads a government by the day: before and after August 2021', () => {
    const notation =
      'The|DET|3|det Afghan|ADJ|3|amod government|NOUN|4|nsubj agreed|VERB|0|root with|ADP|6|case Afghanistan|PROPN|4|obl'
    expect(brief(mentionsOf([notation], { publishedOn: '2022-03-01' }))).toEqual([
      'taliban party: Afghan government',
      'AFG party: Afghanistan',
    ])
    expect(brief(mentionsOf([notation], { publishedOn: '2020-03-01' }))).toEqual([
      'AFG party: Afghan government',
      'AFG party: Afghanistan',
    ])
  })
})
