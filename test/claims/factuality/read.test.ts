// How a predicate is presented, family by family of constructions; the trees are fixed, so that only the reading is tested.
import { describe, expect, it } from 'vitest'
import { bindFactuality } from '../../../src/claims/factuality/lexicon.js'
import { type Factuality, readFactuality } from '../../../src/claims/factuality/read.js'
import { applyEffect, plain } from '../../../src/claims/factuality/state.js'
import { loadKnowledge } from '../../../src/knowledge/load.js'
import { readSentences, wordAt } from './sentences.js'

const lexicon = bindFactuality(loadKnowledge())
const sentences = readSentences(new URL('./sentences.conllu', import.meta.url))

const told = ({ modality, polarity, refused, ended, notDone, question }: Factuality): string =>
  [
    modality,
    polarity === 'negated' && 'negated',
    refused && 'refused',
    ended && 'ended',
    notDone && 'idle',
    question && 'question',
  ]
    .filter(Boolean)
    .join(' ')

const read = (text: string, form: string): Factuality => {
  const reading = sentences.get(text)
  if (reading === undefined) throw new Error(`no tree for "${text}"`)
  return readFactuality(reading, wordAt(reading, form), lexicon)
}

/** Family → [predicate, sentence, how it is presented]. */
const families: Readonly<
  Record<string, readonly (readonly [predicate: string, sentence: string, presented: string])[]>
> = {
  'refusals held now': [
    ['recognise', 'Pakistan will not recognise the new government.', 'actual negated refused'],
    ['recognise', 'Pakistan has no plans to recognise the new government.', 'actual negated refused'],
    ['recognise', 'Pakistan refuses to recognise the new government.', 'actual negated refused'],
    ['recognise', 'Pakistan is in no mood to recognise the new government.', 'actual negated refused'],
    ['recognition', 'Russia ruled out recognition of the council.', 'actual negated refused'],
    ['talks', 'Chad rejected talks with Mali.', 'actual negated refused'],
    ['condemn', 'Chad declined to condemn Mali.', 'actual negated refused'],
    ['send', 'Chad would not send more troops.', 'actual negated refused'],
    ['fund', 'Chad will not recognise or fund the council.', 'actual negated refused'],
    ['recognise', 'Chad promised not to recognise the council.', 'actual negated refused'],
    ['deal', 'Chad does not want to deal with the junta.', 'actual negated refused'],
    ['recognise', 'Chad was not ready to recognise the council.', 'actual negated refused'],
    ['recognise', "Chad's refusal to recognise the council angered Mali.", 'actual negated refused'],
  ],
  'deeds not done': [
    ['recognised', 'Chad has not recognised the council.', 'actual negated'],
    ['recognise', 'Chad has yet to recognise the council.', 'actual negated'],
    ['recognised', 'No country has recognised the council.', 'actual negated'],
    ['recognise', 'Chad does not recognise the council.', 'actual negated'],
    ['condemn', 'Chad did not condemn Mali.', 'actual negated'],
    ['condemn', 'Chad failed to condemn Mali.', 'actual negated'],
    ['condemning', 'Chad stopped short of condemning Mali.', 'actual negated'],
    ['recognised', 'Chad has neither recognised nor funded the council.', 'actual negated'],
    ['funded', 'Chad has neither recognised nor funded the council.', 'actual negated'],
    ['recognising', 'Chad is far from recognising the council.', 'actual negated'],
    ['recognising', 'Chad left without recognising the council.', 'actual negated'],
    ['attacking', 'Chad was prevented from attacking Mali.', 'actual negated'],
    ['talks', 'Chad held no talks with Mali.', 'actual negated'],
    ['talks', 'Chad did not hold talks with Mali.', 'actual negated'],
    ['talks', 'There were no talks between Chad and Mali.', 'actual negated'],
    ['recognised', 'Not a single country recognised the council.', 'actual negated'],
    ['recognised', 'Hardly any country recognised the council.', 'actual negated'],
    ['recognised', 'Neither Chad nor Mali has recognised the council.', 'actual negated'],
    ['attack', 'Chad is too weak to attack Mali.', 'actual negated'],
    ['attacked', 'Reports that Mali attacked the rebels are false.', 'actual negated'],
    ['support', "Chad's efforts to support the rebels have failed.", 'actual negated'],
  ],
  'deeds done and going on': [
    ['recognised', 'Chad recognised the council.', 'actual'],
    ['talks', 'Chad held talks with Mali.', 'actual'],
    ['attack', 'Chad managed to attack Mali.', 'actual'],
    ['fight', 'Chad helped Mali fight the rebels.', 'actual'],
    ['recognise', 'Chad became the first country to recognise the council.', 'actual'],
    ['attack', 'Chad did not condemn the attack on Mali.', 'actual'],
    ['support', 'Chad continues to support the rebels.', 'actual'],
    ['sanctions', 'Chad refused to lift the sanctions on Mali.', 'actual'],
    ['meet', 'Chad did not refuse to meet Mali.', 'actual'],
    ['attack', 'Chad did not hesitate to attack Mali.', 'actual'],
    ['visit', 'Chad was able to visit Mali.', 'actual'],
    ['withdraw', 'Chad had to withdraw its troops.', 'actual'],
    ['support', 'Chad chose to support Mali.', 'actual'],
    ['recognise', 'Chad was forced to recognise the council.', 'actual'],
    ['learn', 'Chad was saddened to learn of the attack.', 'actual'],
    ['attacked', 'Mali claimed to have attacked the rebels.', 'actual'],
    ['support', 'Mali seems to support the rebels.', 'actual'],
    ['attacked', 'Mali insisted that Chad attacked the rebels.', 'actual'],
    ['signed', 'Chad signed a treaty in return for a promise.', 'actual'],
    ['fought', 'Chad fought Mali until Niger withdrew its troops.', 'actual'],
    ['withdrew', 'Chad fought Mali until Niger withdrew its troops.', 'actual'],
    ['closing', 'Chad retaliated by closing its embassy.', 'actual'],
    ['recognise', 'The decision of Chad to recognise the council angered Mali.', 'actual'],
    ['withdraw', 'Chad decided to withdraw its troops.', 'actual'],
    ['fight', 'Chad sent troops to fight the rebels.', 'actual'],
    ['help', 'Chad built a road to help Mali.', 'actual'],
    ['defeat', 'Chad joined a coalition designed to defeat the rebels.', 'actual'],
    ['defeat', 'Chad is working to defeat the rebels.', 'actual'],
    ['supporting', 'Chad remains committed to supporting Mali.', 'actual'],
    ['support', 'They stressed their commitment to support Mali.', 'actual'],
    ['support', 'They discussed their support for Mali.', 'actual'],
  ],
  'things brought to an end': [
    ['supporting', 'Chad stopped supporting the rebels.', 'actual ended'],
    ['aid', 'Chad suspended aid to Mali.', 'actual ended'],
    ['sanctions', 'Chad lifted the sanctions on Mali.', 'actual ended'],
    ['supports', 'Chad no longer supports the rebels.', 'actual ended'],
    ['cooperation', 'Chad ended its military cooperation with Mali.', 'actual ended'],
    ['sanctions', 'Chad will lift sanctions on Mali.', 'planned ended'],
    ['attacks', 'The group vowed to stop attacks on Mali.', 'planned ended'],
    ['aid', 'The ending of aid to Mali angered Chad.', 'actual ended'],
  ],
  'plans, promises and threats': [
    ['recognise', 'Chad will recognise the council in May.', 'planned'],
    ['recognise', 'Chad plans to recognise the council.', 'planned'],
    ['attack', 'Chad threatened to attack Mali.', 'planned'],
    ['help', 'Chad vowed to help Mali.', 'planned'],
    ['talks', 'Chad is ready for talks with Mali.', 'planned'],
    ['attack', 'Mali said it would attack Chad.', 'planned'],
    ['visit', 'The minister is to visit Mali on Friday.', 'planned'],
    ['thank', 'Chad wants to thank Mali.', 'planned'],
    ['closing', 'Chad will retaliate by closing its embassy.', 'planned'],
    ['signs', 'Chad will visit Mali before it signs the treaty.', 'planned'],
    ['visits', 'Chad visits Mali next week.', 'planned'],
    ['attack', 'Chad tried to attack Mali.', 'planned'],
    ['fight', 'Chad will send troops to fight the rebels.', 'planned'],
    ['help', 'Chad is happy to help Mali.', 'planned'],
    ['support', 'Chad will continue to support the rebels.', 'planned'],
    ['meet', 'The minister is expected to meet the rebels.', 'planned'],
  ],
  possibilities: [
    ['recognise', 'Chad may recognise the council.', 'possible'],
    ['recognise', 'Chad may not recognise the council.', 'possible negated'],
    ['recognition', 'Chad discussed the possibility of recognition.', 'possible'],
    ['attack', 'Mali fears an attack by Chad.', 'possible'],
    ['attack', 'Chad is unlikely to attack Mali.', 'possible negated'],
    ['talks', 'Chad has not ruled out talks with Mali.', 'possible'],
    ['attacked', 'Chad did not say that Mali attacked the rebels.', 'possible'],
    ['attacked', 'There is no evidence that Mali attacked the rebels.', 'possible'],
    ['visit', 'Chad is able to visit Mali.', 'possible'],
  ],
  calls: [
    ['recognise', 'Chad urged Mali to recognise the council.', 'demanded'],
    ['recognise', 'Chad called on Mali to recognise the council.', 'demanded'],
    ['sanctions', 'Chad called for sanctions against Mali.', 'demanded'],
    ['recognise', 'Chad should recognise the council.', 'demanded'],
    ['withdraw', 'Chad demanded that Mali withdraw its troops.', 'demanded'],
    ['withdraw', 'Mali must withdraw its troops.', 'demanded'],
    ['attack', 'Chad warned Mali not to attack the rebels.', 'demanded negated'],
    ['recognise', 'No one has called on Chad to recognise the council.', 'demanded idle'],
    ['withdraw', 'Mali insisted that Chad withdraw its troops.', 'demanded'],
    ['withdraw', 'Chad has to withdraw its troops.', 'demanded'],
    ['support', 'Let us support Mali.', 'demanded'],
  ],
  conditions: [
    ['recognise', 'Chad will recognise the council if it frees the prisoners.', 'conditional'],
    ['frees', 'Chad will recognise the council if it frees the prisoners.', 'conditional'],
    ['attacked', 'Chad would have attacked if Mali had moved.', 'conditional negated'],
    ['sign', 'Chad will sign a treaty in return for a promise.', 'conditional'],
  ],
  'deeds done by saying or showing them': [
    ['thank', 'I would like to thank Mali for its support.', 'actual'],
    ['congratulate', 'We want to congratulate Mali.', 'actual'],
    ['welcome', 'We are pleased to welcome Mali.', 'actual'],
    ['welcome', 'I am honoured to welcome Mali.', 'actual'],
    ['protest', 'Thousands gathered to protest the war.', 'actual'],
  ],
  'questions and forecasts': [
    ['recognise', 'Will Chad recognise the council?', 'planned question'],
    ['attack', 'Many expect Mali to attack Chad.', 'predicted'],
    ['attacked', 'Did Chad regret that Mali attacked the rebels?', 'actual'],
    ['free', 'Will Mali free the rebels that Chad attacked?', 'planned question'],
    ['attacked', 'Will Mali free the rebels that Chad attacked?', 'actual'],
    ['attacked', 'Chad attacked Mali, but will it withdraw?', 'actual'],
    ['withdraw', 'Chad attacked Mali, but will it withdraw?', 'planned question'],
  ],
}

describe('readFactuality', () => {
  for (const [family, cases] of Object.entries(families)) {
    describe(family, () => {
      for (const [predicate, sentence, presented] of cases) {
        it(`${sentence} (${predicate})`, () => expect(told(read(sentence, predicate))).toBe(presented))
      }
    })
  }

  it('names the words that refuse', () => {
    const found = read('Pakistan has no plans to recognise the new government.', 'recognise')
    expect(found.polarityWords).toEqual([2, 3])
    expect(found.trace.map(firing => firing.entry)).toContain('planning/plan + to')
  })

  it('knows a bare future from a plan', () => {
    expect(read('Chad will recognise the council in May.', 'recognise').future).toBe(true)
    expect(read('Chad plans to recognise the council.', 'recognise').future).toBe(false)
  })

  it('knows the past', () => {
    expect(read('Chad recognised the council.', 'recognised').past).toBe(true)
    expect(read('Chad held talks with Mali.', 'talks').past).toBe(true)
    expect(read('Chad no longer supports the rebels.', 'supports').past).toBe(false)
  })

  it('names the words of a condition', () => {
    expect(read('Chad will recognise the council if it frees the prisoners.', 'recognise').conditionWords).toEqual([5])
  })
})

describe('applyEffect', () => {
  it('undoes an end that is refused', () => {
    const ended = applyEffect(plain, 'end', false)
    expect(ended.ended).toBe(true)
    expect(applyEffect(ended, 'refuse', false)).toEqual(plain)
  })

  it('leaves what is taken for granted alone', () => {
    expect(applyEffect(plain, 'fact', true)).toEqual(plain)
  })

  it('takes two negations for none', () => {
    expect(applyEffect(applyEffect(plain, 'not', false), 'not', false)).toEqual(plain)
    expect(applyEffect(plain, 'not', true)).toEqual(plain)
  })

  it('says nothing of what is not called for', () => {
    expect(applyEffect(plain, 'demand', true)).toMatchObject({ modality: 'demanded', idle: true })
  })
})

describe('the lexicons', () => {
  it('say one thing of a word in a frame', () => {
    const told = new Map<string, number>()
    for (const [host, entries] of lexicon.hosts) {
      for (const { frame, more } of entries) {
        const key = [host, ...more, '+', frame].join(' ')
        told.set(key, (told.get(key) ?? 0) + 1)
      }
    }
    expect([...told].filter(([, times]) => times > 1)).toEqual([])
  })
})
