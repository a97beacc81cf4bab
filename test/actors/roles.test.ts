import { describe, expect, it } from 'vitest'
import { brief, mentionsOf } from './stage.js'

describe('roles', () => {
  it.each([
    ['in', 'They|PRON|2|nsubj met|VERB|0|root in|ADP|4|case Moscow|PROPN|2|obl', 'RUS place: Moscow'],
    ['arrived in', 'He|PRON|2|nsubj arrived|VERB|0|root|arrive in|ADP|4|case Kabul|PROPN|2|obl', 'AFG place: Kabul'],
    ['flights from', 'Flights|NOUN|4|nsubj from|ADP|3|case Oman|PROPN|1|nmod resumed|VERB|0|root', 'OMN place: Oman'],
    [
      'troops to',
      'It|PRON|2|nsubj sent|VERB|0|root|send troops|NOUN|2|obj|troops to|ADP|5|case Chad|PROPN|2|obl',
      'TCD place: Chad',
    ],
    [
      'situation in',
      'The|DET|2|det situation|NOUN|5|nsubj in|ADP|4|case Sudan|PROPN|2|nmod worsened|VERB|0|root',
      'SDN place: Sudan',
    ],
    [
      'south of',
      'A|DET|2|det village|NOUN|6|nsubj south|ADV|2|advmod of|ADP|5|case Damascus|PROPN|3|obl burned|VERB|0|root',
      'SYR place: Damascus',
    ],
    ['left', 'She|PRON|2|nsubj left|VERB|0|root|leave Tehran|PROPN|2|obj', 'IRN place: Tehran'],
    [
      'dateline',
      'KABUL|PROPN|6|dep (|PUNCT|3|punct Reuters|PROPN|1|appos )|PUNCT|3|punct —|PUNCT|6|punct Shops|NOUN|0|root',
      'AFG place: KABUL',
    ],
    [
      '-based',
      'The|DET|5|det Paris|PROPN|4|compound ~-|PUNCT|4|punct ~based|VERB|5|amod|base magazine|NOUN|6|nsubj closed|VERB|0|root',
      'FRA place: Paris',
    ],
    ['talks with', 'Talks|NOUN|4|nsubj with|ADP|3|case Moscow|PROPN|1|nmod failed|VERB|0|root', 'RUS party: Moscow'],
    ['said', 'Tashkent|PROPN|2|nsubj said|VERB|0|root|say so|ADV|2|advmod', 'UZB party: Tashkent'],
    [
      'sanctions on',
      'It|PRON|2|nsubj imposed|VERB|0|root sanctions|NOUN|2|obj on|ADP|5|case Moscow|PROPN|3|nmod',
      'RUS party: Moscow',
    ],
    [
      'weapons to',
      'It|PRON|2|nsubj sent|VERB|0|root|send weapons|NOUN|2|obj|weapon to|ADP|5|case Chad|PROPN|2|obl',
      'TCD party: Chad',
    ],
    [
      'weapons from',
      'It|PRON|2|nsubj bought|VERB|0|root|buy arms|NOUN|2|obj from|ADP|5|case Turkey|PROPN|2|obl',
      'TUR party: Turkey',
    ],
    [
      'confidence in',
      'It|PRON|2|nsubj lost|VERB|0|root|lose confidence|NOUN|2|obj in|ADP|5|case Pakistan|PROPN|3|nmod',
      'PAK party: Pakistan',
    ],
    ['visited', 'He|PRON|2|nsubj visited|VERB|0|root|visit Iran|PROPN|2|obj', 'IRN party: Iran'],
    ['a city that fell', 'Kabul|PROPN|2|nsubj fell|VERB|0|root|fall', 'AFG place: Kabul'],
    [
      'anti-',
      'An|DET|5|det anti|ADJ|4|compound ~-|PUNCT|4|punct ~Taliban|PROPN|5|compound line|NOUN|0|root',
      'taliban modifier: Taliban',
    ],
    ['anti- in one word', 'An|DET|3|det anti-Taliban|ADJ|3|amod line|NOUN|0|root', 'taliban modifier: anti-Taliban'],
    [
      '-designated',
      'UN|PROPN|3|compound ~-|PUNCT|3|punct ~designated|VERB|4|amod terrorists|NOUN|0|root',
      'un modifier: UN',
    ],
  ])('%s', (_, notation, expected) => {
    expect(brief(mentionsOf([notation]))).toEqual([expected])
  })

  it('gives a name coordinated with a place the same role', () => {
    const found = mentionsOf([
      'He|PRON|2|nsubj lived|VERB|0|root|live in|ADP|4|case France|PROPN|2|obl and|CCONJ|6|cc Germany|PROPN|4|conj',
    ])
    expect(brief(found)).toEqual(['FRA place: France', 'DEU place: Germany'])
  })

  it('never makes a place of an armed group or of a government', () => {
    expect(brief(mentionsOf(['Trust|NOUN|0|root in|ADP|3|case Hamas|PROPN|1|nmod']))).toEqual(['hamas party: Hamas'])
    expect(
      brief(mentionsOf(['Splits|NOUN|0|root in|ADP|5|case the|DET|5|det Iranian|ADJ|5|amod government|NOUN|1|nmod'])),
    ).toEqual(['IRN party: Iranian government'])
  })

  it.each([
    [
      'media',
      'The|DET|3|det Washington|PROPN|3|compound Post|PROPN|4|nsubj asked|VERB|0|root',
      ['washington-post party: Washington Post'],
    ],
    ['wall', 'The|DET|3|det Berlin|PROPN|3|compound Wall|PROPN|4|nsubj fell|VERB|0|root', []],
    ['bank', 'The|DET|2|det Bank|PROPN|5|nsubj of|ADP|4|case China|PROPN|2|nmod opened|VERB|0|root', []],
    ['agreement', 'The|DET|3|det Paris|PROPN|3|compound agreement|NOUN|4|nsubj holds|VERB|0|root', []],
  ])('gives no actor to a state inside another name: %s', (_, notation, expected) => {
    const acting = mentionsOf([notation]).filter(({ role }) => role === 'party')
    expect(brief(acting)).toEqual(expected)
  })
})
