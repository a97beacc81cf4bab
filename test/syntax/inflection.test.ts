import { describe, expect, it } from 'vitest'
import { mendLemma } from '../../src/syntax/inflection.js'

const words = new Set([
  'impose',
  'stage',
  'stag',
  'visit',
  'ally',
  'stop',
  'fill',
  'recall',
  'supply',
  'pass',
  'church',
  'host',
])
const isWord = (word: string) => words.has(word)

describe('lemmas of regular verbs that the vocabulary knows', () => {
  it.each([
    ['imposed', 'impos', 'impose'],
    ['imposing', 'impos', 'impose'],
    ['staged', 'stag', 'stage'],
    ['visited', 'visit', 'visit'],
    ['allied', 'alli', 'ally'],
    ['supplies', 'supplie', 'supply'],
    ['stopped', 'stopp', 'stop'],
    ['filled', 'filled', 'fill'],
    ['recalled', 'recal', 'recall'],
    ['passes', 'passe', 'pass'],
    ['shunned', 'shunne', 'shun'],
    ['denounced', 'denounc', 'denounce'],
    ['reiterated', 'reiterat', 'reiterate'],
    ['hosts', 'hosts', 'host'],
  ])('%s', (form, scripted, lemma) => {
    expect(mendLemma(form, scripted, 'VERB', isWord)).toBe(lemma)
  })

  it('leaves words alone that are not inflected or not known', () => {
    expect(mendLemma('went', 'go', 'VERB', isWord)).toBe('go')
    expect(mendLemma('blorked', 'blork', 'VERB', isWord)).toBe('blork')
    expect(mendLemma('churches', 'churche', 'NOUN', isWord)).toBe('church')
    expect(mendLemma('Paris', 'Paris', 'PROPN', isWord)).toBe('Paris')
  })
})
