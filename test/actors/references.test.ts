import { describe, expect, it } from 'vitest'
import { mentionsOf } from './stage.js'

/** Ids found by pronoun, description or issuer, with their words. */
const references = (notations: readonly string[], about = {}): string[] =>
  mentionsOf(notations, about)
    .filter(({ via }) => via === 'pronoun' || via === 'description' || via === 'issuer')
    .map(({ actor }) => `${actor.surface}=${actor.id}`)

const met = 'Iran|PROPN|2|nsubj met|VERB|0|root|meet Oman|PROPN|2|obj .|PUNCT|2|punct'

describe('references', () => {
  it.each([
    [
      'the group',
      ['Hamas|PROPN|2|nsubj agreed|VERB|0|root .|PUNCT|2|punct', 'The|DET|2|det group|NOUN|3|nsubj waits|VERB|0|root'],
      ['group=hamas'],
    ],
    [
      'the country',
      ['Oman|PROPN|2|nsubj agreed|VERB|0|root .|PUNCT|2|punct', 'The|DET|2|det country|NOUN|3|nsubj waits|VERB|0|root'],
      ['country=OMN'],
    ],
    [
      'whom the object of a verb cannot mean: its subject, here or where it was named before',
      [
        'Assad|PROPN|2|nsubj met|VERB|0|root|meet Rahmon|PROPN|2|obj',
        'Assad|PROPN|2|nsubj thanked|VERB|0|root|thank him|PRON|2|obj',
      ],
      ['him=TJK'],
    ],
    [
      'both countries',
      [met, 'Both|DET|2|det countries|NOUN|3|nsubj|country agreed|VERB|0|root'],
      ['countries=IRN', 'countries=OMN'],
    ],
    [
      'both countries, not the place where they met',
      [
        'Iran|PROPN|2|nsubj met|VERB|0|root|meet Oman|PROPN|2|obj in|ADP|5|case Moscow|PROPN|2|obl',
        'Both|DET|2|det countries|NOUN|3|nsubj|country agreed|VERB|0|root',
      ],
      ['countries=IRN', 'countries=OMN'],
    ],
    [
      'the two men, who were named together',
      [
        'Emomali|PROPN|3|nsubj Rahmon|PROPN|1|flat met|VERB|0|root|meet Bashar|PROPN|3|obj Assad|PROPN|4|flat',
        'Iran|PROPN|2|nsubj praised|VERB|0|root|praise the|DET|5|det two|NUM|5|nummod men|NOUN|2|obj|man',
      ],
      ['the two men=TJK', 'the two men=SYR'],
    ],
    [
      'the government of the only state spoken of',
      [
        'Oman|PROPN|2|nsubj agreed|VERB|0|root .|PUNCT|2|punct',
        'The|DET|2|det government|NOUN|3|nsubj waits|VERB|0|root',
      ],
      ['government=OMN'],
    ],
    ['it, subject after subject', [met, 'It|PRON|2|nsubj agreed|VERB|0|root'], ['It=IRN']],
    [
      'he',
      [
        'Emomali|PROPN|3|nsubj Rahmon|PROPN|1|flat spoke|VERB|0|root',
        'He|PRON|2|nsubj warned|VERB|0|root Oman|PROPN|2|obj',
      ],
      ['He=TJK'],
    ],
    [
      'they',
      ['The|DET|2|det Taliban|PROPN|3|nsubj agreed|VERB|0|root', 'They|PRON|2|nsubj wait|VERB|0|root'],
      ['They=taliban'],
    ],
    [
      'they, two together',
      ['Iran|PROPN|4|nsubj and|CCONJ|3|cc Oman|PROPN|1|conj agreed|VERB|0|root', 'They|PRON|2|nsubj wait|VERB|0|root'],
      ['They=IRN', 'They=OMN'],
    ],
  ])('resolves %s', (_, notations, expected) => {
    expect(references(notations)).toEqual(expected)
  })

  const agreed = 'The|DET|3|det two|NUM|3|nummod countries|NOUN|4|nsubj|country agreed|VERB|0|root'
  const sold = 'France|PROPN|2|nsubj sold|VERB|0|root|sell ships|NOUN|2|obj to|ADP|5|case Oman|PROPN|2|obl'
  it.each([
    [
      'the two whom a text is about, not the last two named',
      [met, met, sold, agreed],
      ['countries=OMN', 'countries=IRN'],
    ],
    [
      'neither of them who thanks them',
      [met, 'Syria|PROPN|2|nsubj thanked|VERB|0|root|thank both|DET|4|det countries|NOUN|2|obj|country'],
      ['countries=IRN', 'countries=OMN'],
    ],
    [
      'those who met, as they',
      [
        'Emomali|PROPN|3|nsubj Rahmon|PROPN|1|flat spoke|VERB|0|root|speak with|ADP|5|case Joe|PROPN|3|obl Biden|PROPN|5|flat',
        'They|PRON|2|nsubj discussed|VERB|0|root|discuss trade|NOUN|2|obj',
      ],
      ['They=TJK', 'They=USA'],
    ],
    [
      'those who met, as the leaders',
      [
        'Emomali|PROPN|3|nsubj Rahmon|PROPN|1|flat met|VERB|0|root|meet Joe|PROPN|3|obj Biden|PROPN|4|flat',
        sold,
        'The|DET|3|det two|NUM|3|nummod leaders|NOUN|4|nsubj|leader agreed|VERB|0|root',
      ],
      ['leaders=TJK', 'leaders=USA'],
    ],
    [
      'its neighbour, another than its own',
      [met, 'Its|PRON|2|nmod:poss neighbour|NOUN|3|nsubj waits|VERB|0|root'],
      ['Its neighbour=OMN'],
    ],
    [
      'those just spoken of as two, whoever is named oftener',
      [
        sold,
        sold,
        'Syria|PROPN|4|nsubj and|CCONJ|3|cc Iran|PROPN|1|conj agreed|VERB|0|root',
        'Both|DET|2|det countries|NOUN|3|nsubj|country wait|VERB|0|root',
      ],
      ['countries=SYR', 'countries=IRN'],
    ],
    [
      'nobody, where three stand out',
      [
        'Iran|PROPN|6|nsubj ,|PUNCT|3|punct Oman|PROPN|1|conj and|CCONJ|5|cc Syria|PROPN|1|conj met|VERB|0|root',
        agreed,
      ],
      [],
    ],
    [
      'nobody, where only two of many are meant',
      [met, 'Two|NUM|2|nummod ministers|NOUN|3|nsubj agreed|VERB|0|root'],
      [],
    ],
  ])('takes two to be %s', (_, notations, expected) => {
    expect(references(notations)).toEqual(expected)
  })

  const publisher = { publisher: 'Korean Central News Agency' }
  const notice = { issuer: 'USA' }
  it.each([
    ['the state told of', 'The|DET|2|det government|NOUN|3|nsubj waits|VERB|0|root', {}, ['government=OMN']],
    [
      'the publisher’s where it is spelled as a name',
      'The|DET|2|det Government|PROPN|3|nsubj|government waits|VERB|0|root',
      publisher,
      ['Government=PRK'],
    ],
    [
      'the issuer’s, with those who act for it',
      'A|DET|3|det Government|PROPN|3|compound|government spokesman|NOUN|4|nsubj waits|VERB|0|root',
      notice,
      ['Government spokesman=USA'],
    ],
    [
      'the publisher’s, though a clause tells more of it',
      'The|DET|2|det Government|PROPN|8|nsubj|government ,|PUNCT|4|punct formed|VERB|2|acl|form by|ADP|6|case force|NOUN|4|obl:agent ,|PUNCT|4|punct waits|VERB|0|root',
      publisher,
      ['Government=PRK'],
    ],
    [
      'never the issuer’s where nobody would say so of his own',
      'The|DET|2|det regime|NOUN|3|nsubj waits|VERB|0|root',
      notice,
      ['regime=OMN'],
    ],
  ])('takes an organ without an owner to be %s', (_, notation, about, expected) => {
    expect(references(['Oman|PROPN|2|nsubj agreed|VERB|0|root .|PUNCT|2|punct', notation], about)).toEqual(expected)
  })

  const regime = 'The|DET|3|det Assad|PROPN|3|compound regime|NOUN|4|nsubj'
  it.each([
    [
      'the state whose regime does something to them',
      [`${regime} arrested|VERB|0|root|arrest protesters|NOUN|4|obj|protester`],
      ['protesters=syr-protesters'],
    ],
    [
      'the state whose regime it is done by',
      [
        'Civilians|NOUN|3|nsubj:pass|civilian were|AUX|3|aux:pass killed|VERB|0|root|kill by|ADP|6|case Assad|PROPN|6|compound regime|NOUN|3|obl:agent',
      ],
      ['Civilians=syr-people'],
    ],
    [
      'the place told of',
      ['Iran|PROPN|2|nsubj killed|VERB|0|root|kill civilians|NOUN|2|obj|civilian in|ADP|5|case Oman|PROPN|2|obl'],
      ['civilians=omn-people'],
    ],
    [
      'nobody known, under a name that is not',
      [`${regime} fought|VERB|0|root|fight UFDX|PROPN|6|compound rebels|NOUN|4|obj|rebel`],
      [],
    ],
    [
      'nobody, where nothing is done to them',
      ['Oman|PROPN|2|nsubj urged|VERB|0|root|urge civilians|NOUN|4|nsubj|civilian sing|VERB|2|ccomp'],
      [],
    ],
    [
      'a group spoken of, where they are pointed at',
      [
        'Hamas|PROPN|2|nsubj waited|VERB|0|root',
        'Iran|PROPN|2|nsubj armed|VERB|0|root|arm these|DET|4|det militants|NOUN|2|obj|militant',
      ],
      ['militants=hamas'],
    ],
  ])('takes unowned people to be those of %s', (_, notations, expected) => {
    expect(references(notations)).toEqual(expected)
  })

  it('takes "our two nations" of a notice to be the issuer’s and the other’s', () => {
    const found = references(
      [
        'Oman|PROPN|2|nsubj agreed|VERB|0|root',
        'Our|PRON|3|nmod:poss two|NUM|3|nummod nations|NOUN|4|nsubj agree|VERB|0|root',
      ],
      { issuer: 'USA' },
    )
    expect(found).toEqual(['Our two nations=USA', 'Our two nations=OMN'])
  })

  it.each([
    ['the kingdom', 'The|DET|2|det kingdom|NOUN|3|nsubj waits|VERB|0|root', 'kingdom=JOR'],
    [
      'the North African country',
      'The|DET|4|det North|ADJ|4|amod African|ADJ|4|amod country|NOUN|5|nsubj waits|VERB|0|root',
      'country=SDN',
    ],
  ])('lets words say which state: %s', (_, notation, expected) => {
    const named = 'Jordan|PROPN|4|nsubj and|CCONJ|3|cc Sudan|PROPN|1|conj met|VERB|0|root|meet Syria|PROPN|4|obj'
    expect(references([named, notation])).toEqual([expected])
  })

  const called = 'Iran|PROPN|2|nsubj called|VERB|0|root|call Oman|PROPN|2|obj and|CCONJ|5|cc'
  const biden = 'Joe|PROPN|3|nsubj Biden|PROPN|1|flat called|VERB|0|root|call Emomali|PROPN|3|obj Rahmon|PROPN|4|flat'
  it.each([
    ['an object, never the doer of its verb', [`${called} urged|VERB|2|conj|urge it|PRON|5|obj`], ['it=OMN']],
    [
      'him, never the doer of a verb that goes on from another',
      [`${biden} and|CCONJ|7|cc urged|VERB|3|conj|urge him|PRON|7|obj`],
      ['him=TJK'],
    ],
    [
      'the possessor of what is done, its doer',
      ['Oman|PROPN|2|nsubj defended|VERB|0|root|defend its|PRON|4|nmod:poss army|NOUN|2|obj'],
      ['its=OMN'],
    ],
    [
      'it, one and not two named together',
      [
        'Kenya|PROPN|2|nsubj bought|VERB|0|root ships|NOUN|2|obj from|ADP|5|case China|PROPN|2|obl and|CCONJ|7|cc Iran|PROPN|5|conj',
        'Its|PRON|2|nmod:poss sailors|NOUN|3|nsubj cheered|VERB|0|root',
      ],
      [],
    ],
    [
      'the land that was taken, not the power that had it',
      [
        'France|PROPN|4|nsubj was|AUX|4|cop the|DET|4|det power|NOUN|0|root in|ADP|6|case Chad|PROPN|4|nmod until|SCONJ|10|mark it|PRON|10|nsubj:pass was|AUX|10|aux:pass annexed|VERB|4|advcl|annex by|ADP|12|case Sudan|PROPN|10|obl:agent',
      ],
      ['it=TCD'],
    ],
  ])('binds %s', (_, notations, expected) => {
    expect(references(notations)).toEqual(expected)
  })

  it('takes "his country" to the state of the person', () => {
    const found = mentionsOf([
      'Emomali|PROPN|3|nsubj Rahmon|PROPN|1|flat said|VERB|0|root|say his|PRON|5|nmod:poss country|NOUN|6|nsubj waits|VERB|3|ccomp',
    ])
    expect(found.at(-1)).toMatchObject({ head: 4, actor: { id: 'TJK', agent: null } })
  })

  it('takes "his Omani counterpart" to Oman in the same office', () => {
    const found = mentionsOf([
      'Iranian|ADJ|2|amod president|NOUN|3|nsubj met|VERB|0|root|meet his|PRON|6|nmod:poss Omani|ADJ|6|amod counterpart|NOUN|3|obj',
    ])
    expect(found.find(({ head }) => head === 5)?.actor).toMatchObject({ id: 'OMN', agent: { office: 'president' } })
  })

  it('takes a possessive pronoun on what is no actor as a modifier on its own word', () => {
    const found = mentionsOf(['Iran|PROPN|2|nsubj defended|VERB|0|root its|PRON|4|nmod:poss support|NOUN|2|obj'])
    expect(found.at(-1)).toMatchObject({ head: 2, role: 'modifier', via: 'pronoun', actor: { id: 'IRN' } })
  })

  it.each([
    ['it is clear that', [met, 'It|PRON|3|nsubj is|AUX|3|cop clear|ADJ|0|root that|SCONJ|5|mark talks|NOUN|3|csubj']],
    ['made it clear', ['Iran|PROPN|2|nsubj made|VERB|0|root|make it|PRON|2|obj clear|ADJ|2|xcomp']],
    [
      'a subject that is no actor',
      [
        'Iran|PROPN|2|nsubj agreed|VERB|0|root',
        'The|DET|2|det deal|NOUN|3|nsubj failed|VERB|0|root',
        'It|PRON|2|nsubj angered|VERB|0|root Oman|PROPN|2|obj',
      ],
    ],
    [
      'he, after a stranger',
      [
        'Emomali|PROPN|3|nsubj Rahmon|PROPN|1|flat spoke|VERB|0|root',
        'Ferrante|PROPN|2|nsubj paid|VERB|0|root',
        'He|PRON|2|nsubj left|VERB|0|root',
      ],
    ],
    [
      'the country, where its only candidate is the subject beside it',
      ['Oman|PROPN|2|nsubj warned|VERB|0|root|warn the|DET|4|det country|NOUN|2|obj'],
    ],
    ['a group never named', ['A|DET|2|det group|NOUN|3|nsubj waits|VERB|0|root']],
    ['another country', [met, 'Another|DET|2|det country|NOUN|3|nsubj waits|VERB|0|root']],
    ['we outside a quotation', [met, 'We|PRON|2|nsubj wait|VERB|0|root']],
  ])('leaves alone: %s', (_, notations) => {
    expect(references(notations)).toEqual([])
  })

  it('gives "we" inside a quotation to its speaker', () => {
    const found = mentionsOf([
      '“|PUNCT|3|punct We|PRON|3|nsubj wait|VERB|6|ccomp ,|PUNCT|3|punct ”|PUNCT|3|punct said|VERB|0|root|say Rahmon|PROPN|6|nsubj',
      'Emomali|PROPN|3|nsubj Rahmon|PROPN|1|flat left|VERB|0|root',
    ])
    expect(found[0]).toMatchObject({ via: 'pronoun', actor: { id: 'TJK', surface: 'We' } })
  })

  it('gives "we" of a notice to its issuer', () => {
    expect(references(['We|PRON|2|nsubj welcome|VERB|0|root this|PRON|2|obj'], { issuer: 'USA' })).toEqual(['We=USA'])
  })
})
