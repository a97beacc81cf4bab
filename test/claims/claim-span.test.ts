// What a claim quotes: its clause with its parties, cut clean, and never too long to read.
import { describe, expect, it } from 'vitest'
import { claimSpan } from '../../src/claims/claim-span.js'
import { readingOf } from '../../src/claims/frames/reading.js'
import { cover } from '../../src/claims/quote.js'
import { treeOf } from './tree.js'

const quoted = (lines: string, predicate: string, parties: readonly string[] = []): string => {
  const tree = treeOf(lines)
  const text = tree.words.map(word => word.form).join(' ')
  const word = (form: string) => tree.words.find(candidate => candidate.form === form)!
  const trigger = word(predicate)
  const core = cover([trigger, ...parties.map(word)])
  const { start, end } = claimSpan(readingOf(0, tree), text, trigger.index, trigger, core)
  return text.slice(start, end)
}

describe('claimSpan', () => {
  it('leaves out what only ties the clause to the sentence', () => {
    const lines = `Chad Chad PROPN 2 nsubj\nsaid say VERB 0 root\nthat that SCONJ 5 mark\nMali Mali PROPN 5 nsubj\nbacked back VERB 2 ccomp\nNiger Niger PROPN 5 obj`
    expect(quoted(lines, 'backed', ['Mali', 'Niger'])).toBe('Mali backed Niger')
  })

  it('keeps a condition, which says how it holds', () => {
    const lines = `if if SCONJ 3 mark\nMali Mali PROPN 3 nsubj\nattacks attack VERB 0 root\nNiger Niger PROPN 3 obj`
    expect(quoted(lines, 'attacks', ['Mali', 'Niger'])).toBe('if Mali attacks Niger')
  })

  it('keeps what is listed beside an argument and leaves another clause out', () => {
    const lines = `Chad Chad PROPN 2 nsubj\ncondemned condemn VERB 0 root\nMali Mali PROPN 2 obj\nand and CCONJ 5 cc\nNiger Niger PROPN 3 conj\nand and CCONJ 7 cc\nleft leave VERB 2 conj`
    expect(quoted(lines, 'condemned', ['Chad', 'Mali'])).toBe('Chad condemned Mali and Niger')
  })

  it('quotes the verb that lends a noun its subject', () => {
    const lines = `Chad Chad PROPN 2 nsubj\nheld hold VERB 0 root\ntalks talk NOUN 2 obj\nwith with ADP 5 case\nMali Mali PROPN 3 nmod`
    expect(quoted(lines, 'talks', ['Mali'])).toBe('Chad held talks with Mali')
  })

  it('gives a quotation mark its other half', () => {
    const lines = `Chad Chad PROPN 2 nsubj\nfaced face VERB 0 root\n“ “ PUNCT 4 punct\nattacks attack NOUN 2 obj\n” ” PUNCT 4 punct\nby by ADP 7 case\nMali Mali PROPN 2 obl`
    const tree = treeOf(lines)
    const text = 'Chad faced “attacks” by Mali'
    const at = (form: string) => ({ start: text.indexOf(form), end: text.indexOf(form) + form.length })
    const words = tree.words.map(word => ({ ...word, ...at(word.form) }))
    const trigger = words[3]!
    const span = claimSpan(
      readingOf(0, { words: words.slice(2).map((word, index) => ({ ...word, index, head: -1 })) }),
      text,
      1,
      trigger,
      cover([trigger, words[6]!]),
    )
    expect(text.slice(span.start, span.end)).toBe('“attacks” by Mali')
  })

  it('falls back on the trigger where parties stand too far apart', () => {
    const filler = Array.from({ length: 120 }, (_, index) => `word${index} word NOUN 1 obl`).join('\n')
    const lines = `met meet VERB 0 root\n${filler}\nMali Mali PROPN 1 obj`
    expect(quoted(lines, 'met', ['Mali'])).toBe('met')
  })
})
