import { describe, expect, it } from 'vitest'
import { mentionsOf } from './stage.js'

const actorsOf = (notations: readonly string[], about = {}) =>
  mentionsOf(notations, about).map(({ actor, via }) => ({ id: actor.id, agent: actor.agent, via }))

describe('people', () => {
  it('rolls an office-holder up to the state, later also by surname alone', () => {
    const found = mentionsOf([
      'Emomali|PROPN|3|nsubj Rahmon|PROPN|1|flat spoke|VERB|0|root .|PUNCT|3|punct',
      'Rahmon|PROPN|2|nsubj warned|VERB|0|root .|PUNCT|2|punct',
    ])
    expect(found.map(({ actor }) => [actor.id, actor.surface, actor.agent?.name])).toEqual([
      ['TJK', 'Emomali Rahmon', 'Emomali Rahmon'],
      ['TJK', 'Rahmon', 'Emomali Rahmon'],
    ])
  })

  it.each([
    ['president', 'President|PROPN|2|nmod:desc Biden|PROPN|3|nsubj spoke|VERB|0|root', 'USA'],
    ['courtesy', 'Mr.|PROPN|2|nmod:desc Rahmon|PROPN|3|nsubj spoke|VERB|0|root', 'TJK'],
  ])('takes a surname with a title: %s', (_, notation, id) => {
    expect(actorsOf([notation]).map(actor => actor.id)).toEqual([id])
  })

  it('leaves a surname alone that nothing introduces', () => {
    expect(actorsOf(['Bush|PROPN|2|nsubj fires|NOUN|0|root'])).toEqual([])
  })

  it.each([
    ['1990-06-01', 'George H. W. Bush'],
    ['2004-06-01', 'George W. Bush'],
  ])('lets the day decide among bearers of one name: %s', (publishedOn, name) => {
    const found = actorsOf(['George|PROPN|3|nsubj Bush|PROPN|1|flat spoke|VERB|0|root'], { publishedOn })
    expect(found).toEqual([{ id: 'USA', agent: { name, office: 'president' }, via: 'person' }])
  })

  it('makes a former office-holder a person with a country', () => {
    const [found] = mentionsOf([
      'Former|ADJ|3|amod President|PROPN|3|nmod:desc George|PROPN|6|nsubj W.|PROPN|3|flat Bush|PROPN|3|flat spoke|VERB|0|root',
    ])
    expect(found?.actor).toMatchObject({ id: 'george-w-bush', kind: 'person', country: 'USA' })
  })

  it.each([
    [
      'a general',
      'Tajikistan|PROPN|4|nmod:poss ’s|PART|1|case Gen.|PROPN|4|nmod:desc Ali|PROPN|6|nsubj Nur|PROPN|4|flat spoke|VERB|0|root',
      'TJK',
    ],
    [
      'a senator',
      'Tajik|ADJ|3|amod Sen.|PROPN|3|nmod:desc Awa|PROPN|5|nsubj Keita|PROPN|3|flat spoke|VERB|0|root',
      'awa-keita',
    ],
    [
      'a retired general',
      'retired|ADJ|3|amod Tajik|ADJ|3|amod Gen.|PROPN|4|nmod:desc Awa|PROPN|6|nsubj Keita|PROPN|4|flat spoke|VERB|0|root',
      'awa-keita',
    ],
    [
      'a nominee',
      'Socialist|ADJ|3|amod nominee|NOUN|3|nmod:desc Awa|PROPN|5|nsubj Keita|PROPN|3|flat spoke|VERB|0|root',
      'awa-keita',
    ],
  ])('knows by a shortened title for whom somebody speaks: %s', (_, notation, id) => {
    expect(actorsOf([notation]).at(-1)?.id).toBe(id)
  })

  it('takes a name behind a body for that of whoever is in the office before it', () => {
    const [, found] = mentionsOf([
      'Rahmon|PROPN|2|nsubj met|VERB|0|root|meet a|DET|4|det member|NOUN|2|obj of|ADP|8|case the|DET|8|det Uzbek|ADJ|8|amod regime|NOUN|4|nmod Awa|PROPN|8|appos Keita|PROPN|9|flat',
    ])
    expect(found?.actor.id).toBe('UZB')
  })

  it('knows no nominee of a party without a name', () => {
    const found = actorsOf(['the|DET|3|det Socialist|ADJ|3|amod nominee|NOUN|4|nsubj spoke|VERB|0|root'])
    expect(found.map(({ id, via }) => `${id} ${via}`)).toEqual(['socialists adjective'])
  })

  it.each([
    ['2020-12-10', 'USA'],
    ['2025-01-22', 'USA'],
    ['2025-02-10', 'joe-biden'],
    ['2019-01-10', 'joe-biden'],
  ])('allows a hundred days before an office, and three after a last day that is known: %s', (publishedOn, id) => {
    expect(actorsOf(['Joe|PROPN|3|nsubj Biden|PROPN|1|flat spoke|VERB|0|root'], { publishedOn })[0]?.id).toBe(id)
  })

  it('does not let somebody out of office speak for the state', () => {
    const [found] = mentionsOf(['George|PROPN|4|nsubj W.|PROPN|1|flat Bush|PROPN|1|flat spoke|VERB|0|root'])
    expect(found?.actor).toMatchObject({ id: 'george-w-bush', kind: 'person' })
  })

  it.each([
    [
      'office before the name',
      'Syrian|ADJ|4|amod Foreign|PROPN|3|amod Minister|PROPN|4|nmod:desc Samir|PROPN|6|nsubj Haddad|PROPN|4|flat spoke|VERB|0|root',
      'SYR',
    ],
    [
      'apposition',
      'Samir|PROPN|11|nsubj Haddad|PROPN|1|flat ,|PUNCT|6|punct the|DET|6|det foreign|ADJ|6|amod minister|NOUN|1|appos of|ADP|8|case Syria|PROPN|6|nmod ,|PUNCT|1|punct also|ADV|11|advmod spoke|VERB|0|root',
      'SYR',
    ],
    [
      'apposition of a group',
      'Samir|PROPN|8|nsubj Haddad|PROPN|1|flat ,|PUNCT|6|punct a|DET|6|det Taliban|PROPN|6|compound spokesman|NOUN|1|appos ,|PUNCT|1|punct spoke|VERB|0|root',
      'taliban',
    ],
    [
      'relative clause',
      'Samir|PROPN|8|nsubj Haddad|PROPN|1|flat ,|PUNCT|5|punct who|PRON|5|nsubj leads|VERB|1|acl:relcl|lead Hamas|PROPN|5|obj ,|PUNCT|1|punct spoke|VERB|0|root',
      'hamas',
    ],
  ])('learns a stranger from %s and knows him by surname later', (_, notation, id) => {
    const found = mentionsOf([notation, 'Haddad|PROPN|2|nsubj warned|VERB|0|root .|PUNCT|2|punct'])
    expect(found.at(-1)).toMatchObject({ sentence: 1, actor: { id, agent: { name: 'Samir Haddad' } } })
  })

  const office = 'Omani|ADJ|3|amod President|PROPN|3|nmod:desc'
  it.each([
    ['after the surname', `${office} Rahmon|PROPN|5|nsubj Qadri|PROPN|3|flat spoke|VERB|0|root`, 'Rahmon Qadri', 'OMN'],
    ['before the surname', `${office} Salim|PROPN|5|nsubj Biden|PROPN|3|flat spoke|VERB|0|root`, 'Salim Biden', 'OMN'],
    [
      'across hyphens that are words',
      `${office} Rahmon|PROPN|7|nsubj Jae|PROPN|3|flat ~-|PUNCT|6|punct ~in|PROPN|3|flat spoke|VERB|0|root`,
      'Rahmon Jae-in',
      'OMN',
    ],
  ])('lets further names make somebody else of a known surname: %s', (_, notation, name, id) => {
    expect(actorsOf([notation])).toEqual([{ id, agent: { name, office: 'president' }, via: 'person' }])
  })

  it('lets a document’s own bearer of a surname win over a known one', () => {
    const found = mentionsOf([
      `${office} Salim|PROPN|5|nsubj Rahmon|PROPN|3|flat spoke|VERB|0|root`,
      'Tajikistan|PROPN|2|nsubj warned|VERB|0|root|warn Rahmon|PROPN|2|obj',
    ])
    expect(found.at(-1)).toMatchObject({ sentence: 1, actor: { id: 'OMN', agent: { name: 'Salim Rahmon' } } })
  })

  it.each([
    [
      'President|PROPN|2|nmod:desc Joseph|PROPN|6|nsubj R.|PROPN|2|flat Biden|PROPN|2|flat Jr.|PROPN|2|flat spoke|VERB|0|root',
      'President Joseph R. Biden Jr.',
    ],
    [
      'President|PROPN|2|nmod:desc Joe|PROPN|5|nsubj Biden|PROPN|2|flat Robinette|PROPN|2|flat spoke|VERB|0|root',
      'President Joe Biden Robinette',
    ],
  ])('takes a name with initials, a generation or a further surname as one', (notation, surface) => {
    const [found] = mentionsOf([notation])
    expect(found?.actor).toMatchObject({ id: 'USA', surface, agent: { name: 'Joe Biden' } })
  })

  it('lets an office-holder of the document’s day speak for the state, whatever year a sentence tells of', () => {
    const found = mentionsOf([
      'In|ADP|2|case 2013|NUM|5|obl Antony|PROPN|5|nsubj Blinken|PROPN|3|flat met|VERB|0|root|meet Iran|PROPN|5|obj',
    ])
    expect(found[0]?.actor).toMatchObject({ id: 'USA', agent: { name: 'Antony Blinken' } })
  })

  it('lets the head of an opposition speak for that opposition', () => {
    expect(actorsOf(['Parisa|PROPN|3|nsubj Moradi|PROPN|1|flat spoke|VERB|0|root'])[0]?.id).toBe('irn-opposition')
  })

  it('knows a head of state by the surname alone, another office-holder not', () => {
    expect(actorsOf(['Biden|PROPN|2|nsubj warned|VERB|0|root rebels|NOUN|2|obj'])[0]?.id).toBe('USA')
    expect(actorsOf(['Blinken|PROPN|2|nsubj warned|VERB|0|root rebels|NOUN|2|obj'])).toEqual([])
  })

  it.each([
    [
      'one of many',
      'American|ADJ|2|amod Senator|PROPN|3|nmod:desc|senator Ada|PROPN|5|nsubj Moss|PROPN|3|flat spoke|VERB|0|root',
      'ada-moss',
    ],
    [
      'the head of an opposition',
      'Exiled|ADJ|4|amod Tajik|ADJ|4|amod opposition|NOUN|4|compound leader|NOUN|5|nmod:desc Ada|PROPN|7|nsubj Moss|PROPN|5|flat spoke|VERB|0|root',
      'tjk-opposition',
    ],
    [
      'a ruler named after what he rules',
      'Ruler|NOUN|6|nsubj of|ADP|3|case Oman|PROPN|1|nmod Ada|PROPN|3|flat Moss|PROPN|3|flat spoke|VERB|0|root',
      'OMN',
    ],
  ])('knows for whom a stranger speaks: %s', (_, notation, id) => {
    const found = mentionsOf([notation, 'Moss|PROPN|2|nsubj warned|VERB|0|root .|PUNCT|2|punct'])
    expect([found[0]?.actor.id, found.at(-1)?.actor.id]).toEqual([id, id])
  })

  it('takes the first word for the surname where the state does', () => {
    const found = mentionsOf([
      'Chinese|ADJ|4|amod Foreign|PROPN|3|amod Minister|PROPN|4|nmod:desc Bo|PROPN|6|nsubj Lin|PROPN|4|flat spoke|VERB|0|root',
      'Bo|PROPN|2|nsubj warned|VERB|0|root .|PUNCT|2|punct',
    ])
    expect(found.at(-1)).toMatchObject({ sentence: 1, actor: { id: 'CHN', agent: { name: 'Bo Lin' } } })
  })

  it('knows a stranger by surname in the heading above too', () => {
    const found = mentionsOf([
      'Haddad|PROPN|2|nsubj warns|VERB|0|root rebels|NOUN|2|obj',
      'Syrian|ADJ|4|amod Foreign|PROPN|3|amod Minister|PROPN|4|nmod:desc Samir|PROPN|6|nsubj Haddad|PROPN|4|flat spoke|VERB|0|root',
    ])
    expect(found[0]).toMatchObject({ sentence: 0, actor: { id: 'SYR', surface: 'Haddad' } })
  })

  it.each([
    ['first name', 'Jordan|PROPN|3|nsubj Smith|PROPN|1|flat sang|VERB|0|root'],
    ['surname', 'George|PROPN|3|nsubj Washington|PROPN|1|flat sang|VERB|0|root'],
  ])('sees no state in a person of its name: %s', (_, notation) => {
    expect(actorsOf([notation]).filter(({ id }) => id === 'JOR' || id === 'USA')).toEqual([])
  })

  it.each([
    [
      'his stress',
      'Samir|PROPN|7|nsubj Haddad|PROPN|1|flat himself|PRON|1|nmod:unmarked ,|PUNCT|6|punct Omani|ADJ|6|amod minister|NOUN|1|appos spoke|VERB|0|root',
    ],
    [
      'his title',
      'Dr|PROPN|2|nmod:desc Samir|PROPN|7|nsubj Haddad|PROPN|2|flat ,|PUNCT|6|punct Omani|ADJ|6|amod minister|NOUN|2|appos spoke|VERB|0|root',
    ],
  ])('learns a name without %s', (_, notation) => {
    const [found] = mentionsOf([notation])
    expect(found?.actor).toMatchObject({ id: 'OMN', agent: { name: 'Samir Haddad' } })
  })

  it.each([
    ['a ship', 'USS|PROPN|2|compound Biden|PROPN|3|nsubj sailed|VERB|0|root'],
    [
      'a body of two states',
      'The|DET|4|det Iran|PROPN|4|compound ~-|PUNCT|4|punct ~Oman|PROPN|6|compound Joint|PROPN|6|compound Commission|PROPN|7|nsubj met|VERB|0|root',
    ],
  ])('sees no party in %s', (_, notation) => {
    expect(mentionsOf([notation]).filter(({ role }) => role === 'party')).toEqual([])
  })

  it('learns no body across the "and" between two names', () => {
    const found = mentionsOf([
      'Iran|PROPN|6|nsubj and|CCONJ|5|cc the|DET|5|det Popular|PROPN|5|amod Front|PROPN|1|conj agreed|VERB|0|root yesterday|NOUN|6|obl:unmarked after|ADP|9|case talks|NOUN|6|obl',
    ])
    expect(found.map(({ actor }) => actor.id)).toEqual(['IRN', 'popular-front'])
  })

  it('takes a numbered brigade after the adjective of a state for its army', () => {
    const found = mentionsOf([
      'Omani|ADJ|4|amod 71st|ADJ|4|amod Falcon|PROPN|4|compound Brigade|PROPN|5|nsubj advanced|VERB|0|root yesterday|NOUN|5|obl:unmarked without|ADP|8|case losses|NOUN|5|obl',
    ])
    expect(found.map(({ actor }) => actor.id)).toContain('OMN')
    expect(found.every(({ actor }) => actor.kind === 'state')).toBe(true)
  })

  it('learns an abbreviation in brackets', () => {
    const found = mentionsOf([
      'The|DET|5|det Collective|PROPN|5|amod Security|PROPN|5|compound Treaty|PROPN|5|compound Organisation|PROPN|9|nsubj (|PUNCT|7|punct CSTX|PROPN|5|appos )|PUNCT|7|punct met|VERB|0|root',
      'CSTX|PROPN|2|nsubj agreed|VERB|0|root',
    ])
    expect(found.at(-1)?.actor).toMatchObject({ id: 'csto', surface: 'CSTX' })
  })

  it('learns a body of its own with its abbreviation', () => {
    const found = mentionsOf([
      'The|DET|3|det Popular|PROPN|3|amod Front|PROPN|9|nsubj for|ADP|5|case Renewal|PROPN|3|nmod (|PUNCT|7|punct PFR|PROPN|3|appos )|PUNCT|7|punct attacked|VERB|0|root',
      'PFR|PROPN|2|nsubj agreed|VERB|0|root',
    ])
    expect(found.map(({ actor }) => [actor.id, actor.kind])).toContainEqual([
      'popular-front-for-renewal',
      'armed-group',
    ])
    expect(found.at(-1)?.actor).toMatchObject({ id: 'popular-front-for-renewal', surface: 'PFR' })
  })
})
