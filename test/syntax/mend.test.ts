// Arcs that the parser gets wrong in known ways come out right, all others as they were; and whatever the tree, it stays one.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mendTree } from '../../src/syntax/mend.js'
import type { Tree, Upos, Word } from '../../src/syntax/types.js'
import { treeOf } from '../claims/tree.js'

/** "word relation head" of the named word after mending. */
const arcOf = (tree: Tree, form: string): string => {
  const { words } = mendTree(tree)
  const word = words.find(found => found.form === form)!
  return `${word.deprel} ${word.head < 0 ? 'root' : words[word.head]!.form}`
}

describe('mended', () => {
  it.each([
    [
      'a preposition before a title belongs to the whole name',
      'with',
      'case Abbas',
      `Biden Biden PROPN 2 nsubj\nmet meet VERB 0 root\nwith with ADP 4 case\nPresident President PROPN 5 nmod:desc\nAbbas Abbas PROPN 2 obl`,
    ],
    [
      'a bare noun after a phrase of manner is the object',
      'attack',
      'obj condemned',
      `Oman Oman PROPN 2 nsubj\ncondemned condemn VERB 0 root\nin in ADP 5 case\nstrong strong ADJ 5 amod\nterms term NOUN 2 obl\nthe the DET 7 det\nattack attack NOUN 5 nmod`,
    ],
    [
      'names between an "and" and a verb of their own are its subject',
      'Spain',
      'nsubj left',
      `Mali Mali PROPN 2 nsubj\ndeals deal VERB 0 root VerbForm=Fin\nwith with ADP 4 case\nPeru Peru PROPN 2 obl\n, , PUNCT 11 punct\nand and CCONJ 11 cc\nSpain Spain PROPN 4 conj\nand and CCONJ 9 cc\nItaly Italy PROPN 7 conj\nhave have AUX 11 aux VerbForm=Fin\nleft leave VERB 2 conj VerbForm=Part`,
    ],
    [
      'names that the verb before shares are none of its',
      'Spain',
      'conj Peru',
      `Mali Mali PROPN 2 nsubj\ndeals deal VERB 0 root VerbForm=Fin\nwith with ADP 4 case\nPeru Peru PROPN 2 obl\nand and CCONJ 6 cc\nSpain Spain PROPN 4 conj\nand and CCONJ 8 cc\nleaves leave VERB 2 conj VerbForm=Fin`,
    ],
    [
      'who is singled out is in apposition',
      'forces',
      'appos parties',
      `All all DET 2 det\nparties party NOUN 9 nsubj\n, , PUNCT 5 punct\nin in ADP 5 case\nparticular particular ADJ 2 nmod\nMalian Malian ADJ 7 amod\nforces force NOUN 2 nmod\nmust must AUX 9 aux\nstop stop VERB 0 root`,
    ],
    [
      'whoever is willing is no empty subject',
      'it',
      'nsubj willing',
      `Mali Mali PROPN 2 nsubj\nsays say VERB 0 root\nit it PRON 5 expl\nis be AUX 5 cop\nwilling willing ADJ 2 ccomp`,
    ],
    [
      'the particle of a verb is no preposition',
      'town',
      'obj sealed',
      `Mali Mali PROPN 2 nsubj\nsealed seal VERB 0 root\noff off ADP 5 case\nthe the DET 5 det\ntown town NOUN 2 obl`,
    ],
    [
      'a bare noun after a verb without an object is the object',
      'jet',
      'obj shot',
      `Mali Mali PROPN 2 nsubj\nshot shoot VERB 0 root\ndown down ADP 2 compound:prt\na a DET 5 det\njet jet NOUN 2 obl`,
    ],
    [
      'an opponent does not hang on a time',
      'ports',
      'nmod attacks',
      `attacks attack NOUN 0 root\nover over ADP 3 case\nhours hour NOUN 1 nmod\nagainst against ADP 5 case\nports port NOUN 3 nmod`,
    ],
    [
      'of two things that somebody was called the first is the object',
      'Chad',
      'obj called',
      `Mali Mali PROPN 2 nsubj\ncalled call VERB 0 root\nChad Chad PROPN 2 xcomp\na a DET 5 det\nfriend friend NOUN 2 xcomp`,
    ],
    [
      'the noun of a small clause is the object of the verb above',
      'Chad',
      'obj considers',
      `Mali Mali PROPN 2 nsubj\nconsiders consider VERB 0 root\nChad Chad PROPN 5 nsubj\na a DET 5 det\nfriend friend NOUN 2 xcomp`,
    ],
    [
      'what somebody was denied is an object',
      'access',
      'obj denied',
      `Mali Mali PROPN 2 nsubj\ndenied deny VERB 0 root\nChad Chad PROPN 2 obj\naccess access NOUN 2 xcomp`,
    ],
    [
      'who was denied it is whom it was meant for',
      'Chad',
      'iobj denied',
      `Mali Mali PROPN 2 nsubj\ndenied deny VERB 0 root\nChad Chad PROPN 2 obj\naccess access NOUN 2 xcomp`,
    ],
    [
      'whom a speech esteems hangs on the verb',
      'Chad',
      'obl spoke',
      `Mali Mali PROPN 2 nsubj\nspoke speak VERB 0 root\nhighly highly ADV 2 advmod\nof of ADP 5 case\nChad Chad PROPN 3 obl`,
    ],
    [
      'a finite verb takes what stands right before it for its subject',
      'navy',
      'nsubj struck',
      `After after ADP 2 case\nraids raid NOUN 7 obl\non on ADP 4 case\nships ship NOUN 2 nmod\n, , PUNCT 6 punct\nnavy navy NOUN 4 appos\nstruck strike VERB 0 root VerbForm=Fin`,
    ],
    [
      'a conjunct goes back to the subject that its list began with',
      'Peru',
      'conj Chad',
      `Chad Chad PROPN 4 nsubj\nand and CCONJ 3 cc\nPeru Peru PROPN 5 conj\nheld hold VERB 0 root\ntalks talk NOUN 4 obj`,
    ],
    [
      'a phrase that opens with "and" joins the one before it',
      'rebels',
      'conj army',
      `fighting fighting NOUN 0 root\nbetween between ADP 3 case\narmy army NOUN 1 nmod\nand and CCONJ 5 cc\nM23 M23 PROPN 6 compound\nrebels rebel NOUN 1 nmod`,
    ],
    [
      'who is helped to do it does not undergo it',
      'Chad',
      'obj helped',
      `Mali Mali PROPN 2 nsubj\nhelped help VERB 0 root\nChad Chad PROPN 4 obj\nbeat beat VERB 2 xcomp\nrebels rebel NOUN 4 obj`,
    ],
    [
      '"between" takes the two that follow it',
      'group',
      'conj Chad',
      `tie tie NOUN 0 root\nbetween between ADP 3 case\nChad Chad PROPN 1 nmod\nand and CCONJ 5 cc\ngroup group NOUN 1 conj`,
    ],
    [
      'an item of a list of subjects is coordinated',
      'Niger',
      'conj Chad',
      `Chad Chad PROPN 6 nsubj\n, , PUNCT 3 punct\nNiger Niger PROPN 1 list\nand and CCONJ 5 cc\nMali Mali PROPN 1 conj\nmet meet VERB 0 root`,
    ],
    [
      'a relative clause that leaps over a noun belongs to that noun',
      'fights',
      'acl:relcl front',
      `reports report NOUN 0 root\nabout about ADP 3 case\nChad Chad PROPN 1 nmod\narming arm VERB 1 acl\nfront front NOUN 4 obj\nwhich which PRON 7 nsubj PronType=Rel\nfights fight VERB 3 acl:relcl`,
    ],
    [
      'a plain verb goes on the infinitive before it',
      'hold',
      'conj free',
      `Chad Chad PROPN 2 nsubj\nasked ask VERB 0 root VerbForm=Fin\nMali Mali PROPN 2 obj\nto to PART 5 mark\nfree free VERB 2 xcomp\nthem they PRON 5 obj\nand and CCONJ 8 cc\nhold hold VERB 2 conj\ntalks talk NOUN 8 obj`,
    ],
    [
      'a conjunct joins the list that ends before it',
      'Oman',
      'conj Peru',
      `forces force NOUN 9 nsubj\nof of ADP 3 case\nChad Chad PROPN 1 nmod\nwith with ADP 5 case\nhelp help NOUN 1 nmod\nfrom from ADP 7 case\nPeru Peru PROPN 5 nmod\nOman Oman PROPN 3 conj\nstruck strike VERB 0 root`,
    ],
    [
      'a second title with a name begins the next of a list',
      'leader',
      'conj Ana',
      `Ana Ana PROPN 6 nsubj\n, , PUNCT 3 punct\nleader leader NOUN 1 nmod:desc\nJo Jo PROPN 3 flat\nPim Pim PROPN 1 conj\nmet meet VERB 0 root`,
    ],
    [
      'an adjective after what was called so is no part of it',
      'hasty',
      'xcomp called',
      `Mali Mali PROPN 2 nsubj\ncalled call VERB 0 root\nit response NOUN 2 obj\nhasty hasty ADJ 3 amod`,
    ],
    [
      'what hangs on an auxiliary belongs to its verb',
      'Peru',
      'nsubj recalled',
      `Peru Peru PROPN 2 nsubj\nhad have AUX 3 aux\nrecalled recall VERB 0 root\nit it PRON 3 obj`,
    ],
    [
      'a second subject after its verb is the object',
      'Diallo',
      'obj congratulated',
      `Niger Niger PROPN 2 nsubj\ncongratulated congratulate VERB 0 root\nPresident President PROPN 4 nmod:desc\nDiallo Diallo PROPN 2 nsubj`,
    ],
    [
      'of two objects the first is whom it was given to',
      'rebels',
      'iobj gave',
      `Chad Chad PROPN 2 nsubj\ngave give VERB 0 root\nrebels rebel NOUN 2 obj\n$ $ SYM 2 obj\n300 300 NUM 4 nummod`,
    ],
    [
      'a relative clause goes with the noun that its verb agrees with',
      'arms',
      'acl:relcl Iran',
      `attacks attack NOUN 0 root Number=Plur\nby by ADP 3 case\nIran Iran PROPN 1 nmod Number=Sing\n, , PUNCT 6 punct\nwhich which PRON 6 nsubj PronType=Rel\narms arm VERB 1 acl:relcl Number=Sing|VerbForm=Fin\nthem they PRON 6 obj`,
    ],
  ])('%s', (_, form, arc, lines) => {
    expect(arcOf(treeOf(lines), form)).toBe(arc)
  })
  it('what stands before a hyphen goes with what stands after it', () => {
    const { words } = treeOf(
      `Russo Russo PROPN 5 nsubj\n- - PUNCT 1 punct\nTajik Tajik ADJ 4 compound\nties tie NOUN 5 nsubj\ngrew grow VERB 0 root`,
    )
    const joined = words.map((word, index) => (index < 3 ? { ...word, start: index, end: index + 1 } : word))
    expect(arcOf({ words: joined }, 'Russo')).toBe('compound ties')
    const within = joined.map((word, index) => (index === 0 ? { ...word, head: 2, deprel: 'compound' } : word))
    expect(arcOf({ words: within }, 'Russo')).toBe('compound ties')
  })

  it('what stands before a hyphen goes with the participle after it', () => {
    const { words } = treeOf(
      `Chad Chad PROPN 4 compound\n- - PUNCT 1 punct\nbacked back VERB 4 amod\nrebels rebel NOUN 0 root`,
    )
    const joined = words.map((word, index) => (index < 3 ? { ...word, start: index, end: index + 1 } : word))
    expect(arcOf({ words: joined }, 'Chad')).toBe('compound backed')
  })
})

describe('left alone', () => {
  it.each([
    ['a sound clause', `Oman Oman PROPN 2 nsubj\nmet meet VERB 0 root\nKuwait Kuwait PROPN 2 obj`],
    [
      'a relative clause that agrees with its noun',
      `attacks attack NOUN 0 root Number=Plur\non on ADP 3 case\nIran Iran PROPN 1 nmod Number=Sing\nwhich which PRON 5 nsubj PronType=Rel\nkill kill VERB 1 acl:relcl Number=Plur|VerbForm=Fin`,
    ],
    [
      'a partner on a noun that is no time',
      `talks talk NOUN 0 root\nin in ADP 3 case\nOman Oman PROPN 1 nmod\nwith with ADP 5 case\nIran Iran PROPN 3 nmod`,
    ],
  ])('%s', (_, lines) => {
    const tree = treeOf(lines)
    expect(mendTree(tree)).toBe(tree)
  })
})

const relations = [
  ...[
    'nsubj',
    'obj',
    'iobj',
    'obl',
    'nmod',
    'case',
    'aux',
    'xcomp',
    'compound',
    'amod',
    'nmod:desc',
    'acl:relcl',
    'punct',
  ],
]
const parts: readonly Upos[] = ['NOUN', 'PROPN', 'VERB', 'AUX', 'ADP', 'ADJ', 'PUNCT']
const forms = ['-', 'hour', 'with', 'against', 'Peru', 'met', 'which']
/** Numbers and kinds as a word of any kind may bear them. */
const features = [
  {},
  { Number: 'Sing', VerbForm: 'Fin' },
  { Number: 'Plur', VerbForm: 'Fin' },
  { PronType: 'Rel' },
] as const

const anyLabels = fc.tuple(
  fc.constantFrom(...relations),
  fc.constantFrom(...parts),
  fc.constantFrom(...forms),
  fc.constantFrom<Word['feats'][]>(...features),
)

/** Trees of any shape: each word hangs on one that was placed before it, the words in any order. */
const anyTree = fc.integer({ min: 1, max: 14 }).chain(size =>
  fc
    .tuple(
      fc.shuffledSubarray(
        Array.from({ length: size }, (_, index) => index),
        { minLength: size, maxLength: size },
      ),
      fc.array(fc.nat(), { minLength: size, maxLength: size }),
      fc.array(anyLabels, { minLength: size, maxLength: size }),
    )
    .map(([order, picks, labels]): Tree => {
      const words = labels.map(([deprel, upos, form, feats], index) => {
        const place = order.indexOf(index)
        const head = place === 0 ? -1 : order[picks[index]! % place]!
        return {
          ...{ index, start: index, end: index + 1, form, lemma: form, upos, feats, score: 1 },
          ...{ head, deprel: head < 0 ? 'root' : deprel },
        }
      })
      return { words }
    }),
)

const rootsAbove = ({ words }: Tree, word: number): boolean => {
  let at = word
  for (let steps = 0; at >= 0; steps++) {
    if (steps > words.length) return false
    at = words[at]!.head
  }
  return true
}

it('whatever is mended stays a tree with one root', () => {
  fc.assert(
    fc.property(anyTree, tree => {
      const { words } = mendTree(tree)
      expect(words.filter(({ head }) => head < 0)).toHaveLength(1)
      expect(words.filter(({ head, deprel }) => head < 0 !== (deprel === 'root'))).toEqual([])
      expect(words.every(({ index }) => rootsAbove({ words }, index))).toBe(true)
      expect(words.map(({ form }) => form)).toEqual(tree.words.map(({ form }) => form))
    }),
    { numRuns: 3000 },
  )
})
