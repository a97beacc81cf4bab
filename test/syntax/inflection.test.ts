import { describe, expect, it } from 'vitest'
import { mendLemma } from '../../src/syntax/inflection.js'
import type { Upos } from '../../src/syntax/types.js'

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
const verbs = new Set(['sever', 'deplore', 'bar', 'cede', 'decry', 'free', 'impose', 'weaponize'])
const isBase = (word: string, upos: string) => upos === 'VERB' && verbs.has(word)
const mend = (form: string, scripted: string, upos: Upos) => mendLemma(form, scripted, upos, { isWord, isBase })

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
    ['severed', 'severe', 'sever'],
    ['deplored', 'deplor', 'deplore'],
    ['barred', 'barre', 'bar'],
    ['ceded', 'ced', 'cede'],
    ['decried', 'decrie', 'decry'],
    ['freed', 'fre', 'free'],
  ])('%s', (form, scripted, lemma) => {
    expect(mend(form, scripted, 'VERB')).toBe(lemma)
  })

  it('leaves words alone that are not inflected or not known', () => {
    expect(mend('went', 'go', 'VERB')).toBe('go')
    expect(mend('blorked', 'blork', 'VERB')).toBe('blork')
    expect(mend('churches', 'churche', 'NOUN')).toBe('church')
    expect(mend('Paris', 'Paris', 'PROPN')).toBe('Paris')
  })
})
