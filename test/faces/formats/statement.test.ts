import { describe, expect, it } from 'vitest'
import { enumerate, naming } from '../../../src/faces/formats/naming.js'
import { dateOf, stateClaim, voiceOf } from '../../../src/faces/formats/statement.js'
import { claims } from '../fixture.js'

const sentences = claims.map(claim => stateClaim(claim).sentence)

describe('a claim as a sentence', () => {
  it('says who does what to whom, with modality and polarity', () => {
    expect(sentences).toEqual([
      'Latvia does not recognise the Taliban',
      'Iran may talk with Latvia',
      'Chad talks with Niger',
      'The Houthis attack Greece',
      'The Houthis are not allied with Iran',
    ])
  })

  it('negates under a modal', () => {
    const planned = stateClaim({ ...claims[0]!, modality: 'planned' })
    expect(planned.sentence).toBe('Latvia will not recognise the Taliban')
    expect(planned.cautions).toEqual(['planned'])
  })

  it('tells parties that stand in both roles as one another', () => {
    const both = [...claims[2]!.actors, ...claims[2]!.recipients]
    expect(stateClaim({ ...claims[2]!, actors: both, recipients: both }).sentence).toBe(
      'Chad and Niger talk with each other',
    )
  })

  it('tells a demand as what its maker does now', () => {
    const demand = {
      ...claims[3]!,
      modality: 'demanded',
      event: { ...claims[3]!.event!, type: 'REQUEST' },
      positions: [],
    } as const
    expect(stateClaim(demand).sentence).toBe('The Houthis ask Greece')
  })

  it('never fills an unnamed end', () => {
    expect(stateClaim({ ...claims[3]!, recipients: [] }).sentence).toBe('The Houthis attack …')
  })
})

describe('names, dates and voices', () => {
  it.each([
    ['United States', 'state', 'the United States'],
    ['Tajikistan', 'state', 'Tajikistan'],
    ['Hamas', 'armed-group', 'Hamas'],
    ['Taliban', 'armed-group', 'the Taliban'],
    ['European Union', 'igo', 'the European Union'],
    ['NATO', 'igo', 'NATO'],
  ] as const)('%s (%s) stands as %s', (name, kind, wanted) => {
    expect(naming({ name, kind }).text).toBe(wanted)
  })

  it('joins names', () => {
    expect(enumerate([])).toBe('')
    expect(enumerate(['A', 'B', 'C'])).toBe('A, B and C')
  })

  it('prints a date at its own grain', () => {
    expect(dateOf({ value: '2021-09-08', basis: 'text' })).toBe('8 Sept 2021')
    expect(dateOf({ value: '2021-09', basis: 'text' })).toBe('Sept 2021')
    expect(dateOf({ value: '2021', basis: 'text' })).toBe('2021')
    expect(dateOf({ value: '199X', basis: 'text' })).toBe('the 1990s')
    expect(dateOf({ value: '2021-09-08', basis: 'document' })).toBe('by 8 Sept 2021')
    expect(dateOf({ value: null, basis: 'unknown' })).toBe('undated')
  })

  it('names an organ by its owner and a title in capitals', () => {
    const [link] = claims[0]!.attribution
    const speaker = claims[0]!.actors[0]!
    const by = (agent: typeof speaker.agent) => voiceOf([{ ...link!, speaker: { ...speaker, agent } }])
    expect(by({ name: 'foreign ministry', office: null })).toBe('said by Latvia’s foreign ministry')
    expect(by({ name: null, office: 'parliament' })).toBe('said by Latvia’s parliament')
    expect(by({ name: 'Evika Siliņa', office: 'prime minister' })).toBe('said by Prime Minister Evika Siliņa')
    expect(by(null)).toBe('said by Latvia')
  })

  it('tells the chain from the innermost voice outward', () => {
    const [link] = claims[0]!.attribution
    const outlet = { speaker: 'unnamed', form: 'reported', cue: null } as const
    expect(voiceOf([{ speaker: 'author', form: 'said', cue: null }, outlet, link!])).toBe(
      'said by President Edgars Rinkevics, as reported by an unnamed source',
    )
  })
})
