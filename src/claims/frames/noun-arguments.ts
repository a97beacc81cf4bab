// The arguments of a noun that names a deed, a tie or an occasion.
import type { Constructions } from './constructions.js'
import { isQuantity } from './quantities.js'
import { dependents, prepositionOf, type Reading, wordBeforeOf } from './reading.js'
import { add, addComplements, addObliques, adoptFrom, adoptObliques, adoptPurpose, infinitives } from './roles.js'
import {
  agents,
  antecedent,
  isPassive,
  isRelativiser,
  isVerbal,
  nominalSubjects,
  obliques,
  predicationSubjects,
  premodifiers,
  supportVerb,
  surfaceSubjects,
} from './subjects.js'

/** Of "one of its allies", "part of the pact": the word that says how many, in whose place the noun stands; else the noun itself. */
const partitive = (reading: Reading, noun: number): number => {
  const above = wordBeforeOf(reading, noun)
  return above !== null && isQuantity(above) ? above.index : noun
}

const linking: ReadonlySet<string> = new Set(['become', 'remain', 'stay', 'prove', 'be'])

/** Is the word said of a subject: "is an ally", "became the largest supplier"? */
const isPredicative = (reading: Reading, word: number): boolean => {
  const { deprel, head } = reading.words[word]!
  return (
    dependents(reading, word, 'cop').length > 0 ||
    ((deprel === 'xcomp' || deprel === 'obj') && head >= 0 && linking.has(reading.words[head]!.lemma))
  )
}

/** "its provision of aid to the displaced", "the imposition of sanctions on it": what stands on the first noun holds for the second. */
const addNominalSupport = (
  reading: Reading,
  noun: number,
  constructions: Constructions,
  roles: Map<string, number[]>,
): void => {
  const above = wordBeforeOf(reading, noun)
  if (above === null || !constructions.nominalSupport.has(above.lemma.toLowerCase())) return
  const head = above.index
  add(
    roles,
    'possessor',
    dependents(reading, head, 'nmod:poss').map(found => antecedent(reading, found)),
  )
  add(
    roles,
    'subject',
    nominalSubjects(reading, head, constructions, 0).filter(word => word !== noun),
  )
  for (const word of dependents(reading, head, 'nmod')) {
    const preposition = prepositionOf(reading, word)
    if (word !== noun && preposition !== null && reading.words[word]!.deprel !== 'nmod:poss')
      add(roles, preposition, [antecedent(reading, word)])
  }
}

/** "the sanctions (that) it has kept on Chad": a relative clause that says what is done with its noun. */
const isGapped = (reading: Reading, clause: number): boolean => {
  const { deprel, lemma } = reading.words[clause]!
  if (deprel !== 'acl:relcl' || lemma === 'sign') return false
  const own = dependents(reading, clause, 'nsubj').filter(word => !isRelativiser(reading.words[word]!))
  const others = dependents(reading, clause, 'obj').filter(word => !isRelativiser(reading.words[word]!))
  return own.length > 0 && others.length === 0 && !isPassive(reading, clause)
}

const judging: ReadonlySet<string> = new Set(
  'accuse blame condemn criticise criticize denounce punish sanction praise thank commend fault suspect'.split(' '),
)

/** "blamed Chad for strikes", "accused it of attacks": who is judged answers for what the noun after "for" or "of" names. */
const answerable = (reading: Reading, noun: number): readonly number[] => {
  const { deprel, head } = reading.words[noun]!
  if (deprel !== 'obl' || head < 0 || !judging.has(reading.words[head]!.lemma)) return []
  if (!['for', 'of', 'over'].includes(prepositionOf(reading, noun) ?? '')) return []
  if (dependents(reading, noun, 'nmod:poss').length > 0) return []
  const relations = isPassive(reading, head) ? ['nsubj:pass'] : ['obj']
  return dependents(reading, head, ...relations).map(word => antecedent(reading, word))
}

/** "received aid", "came under attack"; but "came out in support". */
const receives = (reading: Reading, noun: number): boolean =>
  reading.words[noun]!.deprel !== 'obl' || ['under', 'into'].includes(prepositionOf(reading, noun) ?? '')

/** "talks mediated by Oman": whoever brings others together takes no part. */
const conveying: ReadonlySet<string> = new Set(
  'mediate broker facilitate host sponsor supervise monitor convene chair arrange oversee organise organize'.split(' '),
)

/** Of whom an apposition tells, be it read as one or as a second subject: "Australia, Fiji's biggest donor, took a softer line". */
const describedBy = (reading: Reading, noun: number): readonly number[] => {
  const { deprel, head } = reading.words[noun]!
  if (deprel === 'appos') return [head]
  if (deprel !== 'nsubj') return []
  return dependents(reading, head, 'nsubj').filter(
    word =>
      word < noun && dependents(reading, word, 'punct').some(mark => mark > word && reading.words[mark]!.form === ','),
  )
}

/** The roles around `noun`: its own phrase, the verb that supports it, the copula it is said by, the clause around it. */
export const nounArguments = (reading: Reading, noun: number, constructions: Constructions): Map<string, number[]> => {
  const roles = new Map<string, number[]>()
  add(
    roles,
    'possessor',
    dependents(reading, noun, 'nmod:poss').map(found => antecedent(reading, found)),
  )
  add(roles, 'modifier', premodifiers(reading, noun))
  add(roles, 'apposition', dependents(reading, noun, 'appos'))
  add(roles, 'complement', dependents(reading, noun, 'xcomp', 'ccomp'))
  add(roles, 'self', [noun])
  addObliques(reading, noun, roles)
  adoptObliques(reading, dependents(reading, noun, 'nmod'), roles)
  addComplements(reading, noun, constructions, roles)
  add(roles, 'copula-of', describedBy(reading, noun))
  const predicate = partitive(reading, noun)
  const copular = isPredicative(reading, predicate)
  if (copular && ['in', 'at'].includes(prepositionOf(reading, noun) ?? '')) add(roles, 'location', [noun])
  if (copular) add(roles, 'copula-of', predicationSubjects(reading, predicate, constructions, 0))
  add(roles, 'subject', answerable(reading, noun))
  const support = supportVerb(reading, noun, constructions)
  if (support !== null) {
    const verb = reading.words[support]!
    if (constructions.receiving.has(verb.lemma) && receives(reading, noun)) {
      add(roles, 'receiver', surfaceSubjects(reading, support, constructions))
    } else {
      add(roles, 'subject', agents(reading, support, constructions))
      add(
        roles,
        'receiver',
        dependents(reading, support, 'iobj').map(found => antecedent(reading, found)),
      )
      if (reading.words[noun]!.deprel === 'obj' && isPassive(reading, support)) {
        add(roles, 'receiver', surfaceSubjects(reading, support, constructions))
      }
    }
    addObliques(reading, support, roles)
  } else if (copular) {
    add(roles, 'subject', predicationSubjects(reading, predicate, constructions, 0))
  }
  add(roles, 'subject', obliques(reading, noun, 'by'))
  addNominalSupport(reading, noun, constructions, roles)
  for (const clause of dependents(reading, noun, 'acl')) {
    if (isGapped(reading, clause) && constructions.support.has(reading.words[clause]!.lemma)) {
      add(roles, 'subject', agents(reading, clause, constructions))
      addObliques(reading, clause, roles)
    }
    if (!isPassive(reading, clause) || conveying.has(reading.words[clause]!.lemma)) continue
    add(roles, 'by', agents(reading, clause, constructions))
    if (constructions.support.has(reading.words[clause]!.lemma)) addObliques(reading, clause, roles)
  }
  addSurroundings(reading, noun, constructions, roles)
  const { deprel, head } = reading.words[noun]!
  if (deprel === 'obj') {
    adoptFrom(reading, head, roles)
    add(roles, 'above', agents(reading, head, constructions))
    adoptPurpose(infinitives(reading, head, 'advcl'), roles)
  }
  return roles
}

/** Roles by which the clause around a noun's phrase bears on it: "raised it in a call with Oman", "acted as a mediator", "with the backing of Iran". */
const surroundings: ReadonlyMap<string, 'attender' | 'copula-of' | 'bearer'> = new Map([
  ...['in', 'at', 'during', 'after', 'following', 'on', 'before'].map(
    preposition => [preposition, 'attender'] as const,
  ),
  ['as', 'copula-of'],
  ['with', 'bearer'],
])

const addSurroundings = (
  reading: Reading,
  noun: number,
  constructions: Constructions,
  roles: Map<string, number[]>,
): void => {
  const measure = wordBeforeOf(reading, noun)
  if (measure !== null && constructions.measure.has(measure.lemma)) {
    addSurroundings(reading, measure.index, constructions, roles)
    return
  }
  const { deprel, head } = reading.words[noun]!
  if ((deprel !== 'obl' && deprel !== 'obj') || head < 0) return
  if (constructions.bringing.has(reading.words[head]!.lemma) && isPassive(reading, head))
    add(roles, 'attender', surfaceSubjects(reading, head, constructions))
  const preposition = prepositionOf(reading, noun) ?? ''
  const above = reading.words[head]!
  const attends = preposition === 'for' && (above.upos === 'ADJ' || constructions.assembling.has(above.lemma))
  const role = attends ? 'attender' : surroundings.get(preposition)
  if (role === undefined) return
  if (isVerbal(reading.words[head]!)) add(roles, role, agents(reading, head, constructions))
  else if (reading.words[head]!.upos === 'ADJ') add(roles, role, predicationSubjects(reading, head, constructions, 0))
}
