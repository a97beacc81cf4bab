// One deed, told in many constructions: the same roles must come out.
import { describe, expect, it } from 'vitest'
import { argumentsOf, type Category } from '../../src/claims/frames/arguments.js'
import type { Constructions } from '../../src/claims/frames/constructions.js'
import { readingOf } from '../../src/claims/frames/reading.js'
import { treeOf } from './tree.js'

const constructions: Constructions = {
  objectControl: new Set(['urge', 'help']),
  purposive: new Set(['help']),
  support: new Set(['hold', 'launch', 'provide']),
  obliqueSupport: new Set(['engage']),
  nominalSupport: new Set(['provision']),
  companion: new Set(['join']),
  groups: new Set(['they']),
  shells: new Set(['move']),
  doneTo: new Set(['killing']),
  stative: new Set(['engage']),
  bringing: new Set(['summon']),
  assembling: new Set(['arrive']),
  measure: new Set(['day']),
  receiving: new Set(['receive']),
}

const rolesOf = (lines: string, predicate: string, category: Category): Record<string, string[]> => {
  const reading = readingOf(0, treeOf(lines))
  const word = reading.words.find(found => found.form === predicate)!
  const roles = argumentsOf(reading, word.index, category, constructions)
  return Object.fromEntries([...roles].map(([role, words]) => [role, words.map(index => reading.words[index]!.form)]))
}

describe('verbs', () => {
  it.each([
    ['active', `Kenya Kenya PROPN 2 nsubj\nbacked back VERB 0 root\nSomalia Somalia PROPN 2 obj`],
    [
      'passive',
      `Somalia Somalia PROPN 3 nsubj:pass\nwas be AUX 3 aux:pass\nbacked back VERB 0 root VerbForm=Part|Tense=Past\nby by ADP 5 case\nKenya Kenya PROPN 3 obl:agent`,
    ],
    [
      'participle',
      `Somalia Somalia PROPN 0 root\nbacked back VERB 1 acl VerbForm=Part|Tense=Past|Voice=Pass\nby by ADP 4 case\nKenya Kenya PROPN 2 obl:agent`,
    ],
    [
      'subject relative',
      `Kenya Kenya PROPN 5 nsubj\nwhich which PRON 3 nsubj PronType=Rel\nbacked back VERB 1 acl:relcl\nSomalia Somalia PROPN 3 obj\nwon win VERB 0 root`,
    ],
    [
      'object relative',
      `Somalia Somalia PROPN 5 nsubj\nwhich which PRON 4 obj PronType=Rel\nKenya Kenya PROPN 4 nsubj\nbacked back VERB 1 acl:relcl\nwon win VERB 0 root`,
    ],
    [
      'bare relative',
      `Somalia Somalia PROPN 4 nsubj\nKenya Kenya PROPN 3 nsubj\nbacked back VERB 1 acl:relcl\nwon win VERB 0 root`,
    ],
    [
      'subject control',
      `Kenya Kenya PROPN 2 nsubj\nwants want VERB 0 root\nto to PART 4 mark\nbacked back VERB 2 xcomp\nSomalia Somalia PROPN 4 obj`,
    ],
    [
      'object control',
      `Chad Chad PROPN 2 nsubj\nurged urge VERB 0 root\nKenya Kenya PROPN 2 obj\nto to PART 5 mark\nbacked back VERB 2 xcomp\nSomalia Somalia PROPN 5 obj`,
    ],
    [
      'coordination',
      `Kenya Kenya PROPN 2 nsubj\nmet meet VERB 0 root\nand and CCONJ 4 cc\nbacked back VERB 2 conj\nSomalia Somalia PROPN 4 obj`,
    ],
    ['active participle', `Kenya Kenya PROPN 0 root\nbacked back VERB 1 acl VerbForm=Ger\nSomalia Somalia PROPN 2 obj`],
    [
      'noun with infinitive',
      `Kenya Kenya PROPN 3 nmod:poss\n's 's PART 1 case\nplan plan NOUN 0 root\nto to PART 5 mark\nbacked back VERB 3 acl VerbForm=Inf\nSomalia Somalia PROPN 5 obj`,
    ],
  ])('%s', (_, lines) => {
    expect(rolesOf(lines, 'backed', 'verb')).toMatchObject({ subject: ['Kenya'], object: ['Somalia'] })
  })

  it('gives a passive without agent no subject', () => {
    expect(
      rolesOf(
        `Somalia Somalia PROPN 3 nsubj:pass\nwas be AUX 3 aux:pass\nbacked back VERB 0 root VerbForm=Part|Tense=Past`,
        'backed',
        'verb',
      ),
    ).toEqual({ object: ['Somalia'] })
  })

  it('keeps the receiver of a passive gift apart from the gift', () => {
    const lines = `Somalia Somalia PROPN 3 nsubj:pass\nwas be AUX 3 aux:pass\ngiven give VERB 0 root VerbForm=Part|Tense=Past\narms arm NOUN 3 obj`
    expect(rolesOf(lines, 'given', 'verb')).toMatchObject({ indirect: ['Somalia'], object: ['arms'] })
  })
})

describe('nouns', () => {
  it.each([
    [
      'support verb',
      `Kenya Kenya PROPN 2 nsubj\nheld hold VERB 0 root\ntalks talk NOUN 2 obj\nwith with ADP 5 case\nSomalia Somalia PROPN 3 nmod`,
    ],
    [
      'preposition on the verb',
      `Kenya Kenya PROPN 2 nsubj\nheld hold VERB 0 root\ntalks talk NOUN 2 obj\nwith with ADP 5 case\nSomalia Somalia PROPN 2 obl`,
    ],
    [
      'passive support verb',
      `talks talk NOUN 3 nsubj:pass\nwere be AUX 3 aux:pass\nheld hold VERB 0 root VerbForm=Part|Tense=Past\nby by ADP 5 case\nKenya Kenya PROPN 3 obl:agent\nwith with ADP 7 case\nSomalia Somalia PROPN 3 obl`,
    ],
  ])('%s', (_, lines) => {
    expect(rolesOf(lines, 'talks', 'noun')).toMatchObject({ subject: ['Kenya'], with: ['Somalia'] })
  })

  it('names both ends of "between"', () => {
    const lines = `talks talk NOUN 0 root\nbetween between ADP 3 case\nKenya Kenya PROPN 1 nmod\nand and CCONJ 5 cc\nSomalia Somalia PROPN 3 conj`
    expect(rolesOf(lines, 'talks', 'noun')).toMatchObject({ between: ['Kenya'] })
  })

  it('turns a receiving verb round', () => {
    const lines = `Somalia Somalia PROPN 2 nsubj\nreceived receive VERB 0 root\naid aid NOUN 2 obj\nfrom from ADP 5 case\nKenya Kenya PROPN 2 obl`
    expect(rolesOf(lines, 'aid', 'noun')).toMatchObject({ receiver: ['Somalia'], from: ['Kenya'] })
  })
})
