// Lemma scripts: each case rule, cuts that fit and cuts that do not.
import { expect, test } from 'vitest'
import { compileScript, LemmaLexicon } from '../../src/syntax/lemma.js'

const lexicon = new LemmaLexicon(['VERB\tsaid\tsay', 'NOUN\tpeople\t'], {
  isWord: () => false,
  isBase: () => false,
})

test.each([
  ['Recognised', 'l 1 ', 'recognise'],
  ['countries', 'l 3 y', 'country'],
  ['Kabul', 'k 0 ', 'Kabul'],
  ['RUSSIA', 't 0 ', 'Russia'],
  ['n’t', '= not', 'not'],
  ['don’t', 'l 2 ', 'don'],
  ['’s', 'k 0 ', "'s"],
])('%s by "%s" is %s', (form, script, lemma) => {
  expect(lexicon.lemmaOf(form, 'X', compileScript(script))).toBe(lemma)
})

test('a script that asks too much leaves the lower-cased form', () => {
  expect(lexicon.lemmaOf('An', 'X', compileScript('l 5 y'))).toBe('an')
  expect(lexicon.lemmaOf('An', 'X', compileScript('l 2 '))).toBe('an')
})

test('the lexicon goes before the script, for its own part of speech only', () => {
  const wrong = compileScript('l 2 ')
  expect(lexicon.lemmaOf('Said', 'VERB', wrong)).toBe('say')
  expect(lexicon.lemmaOf('people', 'NOUN', wrong)).toBe('people')
  expect(lexicon.lemmaOf('said', 'PRON', wrong)).toBe('sa')
})

test('a name keeps its first letter', () => {
  expect(lexicon.lemmaOf('US', 'PROPN', compileScript('= we'))).toBe('US')
  expect(lexicon.lemmaOf('us', 'PRON', compileScript('= we'))).toBe('we')
})

test('refuses what is no script', () => {
  expect(() => compileScript('x 1 y')).toThrow('No lemma script')
  expect(() => compileScript('l one y')).toThrow('No lemma script')
})
