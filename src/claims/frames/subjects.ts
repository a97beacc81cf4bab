// Who does it: the words in subject position, own or shared, whatever the voice, the clause type or the part of speech of the predicate.
import type { Word } from '../../syntax/types.js'
import type { Constructions } from './constructions.js'
import { dependents, prepositionOf, type Reading } from './reading.js'

const relativePronouns = new Set(['who', 'whom', 'which', 'that', 'whose'])
export const isRelativiser = (word: Word): boolean =>
  word.feats.PronType === 'Rel' ||
  (word.upos === 'PRON' && relativePronouns.has(word.form.toLowerCase()) && word.feats.PronType !== 'Dem')

export const isPassive = (reading: Reading, verb: number): boolean => {
  const word = reading.words[verb]!
  const deprels = reading.children[verb]!.map(child => reading.words[child]!.deprel)
  if (deprels.includes('nsubj')) return false
  if (deprels.includes('nsubj:pass') && word.feats.VerbForm === 'Fin' && !deprels.includes('aux:pass')) return false
  if (dependents(reading, verb, 'nsubj:pass', 'aux:pass', 'csubj:pass', 'obl:agent').length > 0) return true
  if (word.feats.Voice === 'Pass') return true
  if (word.deprel === 'acl' || word.deprel === 'amod' || word.deprel === 'advcl') {
    return (
      word.feats.VerbForm === 'Part' &&
      word.feats.Tense === 'Past' &&
      dependents(reading, verb, 'obj', 'aux').length === 0
    )
  }
  if (word.deprel === 'conj' && word.feats.VerbForm === 'Part' && word.feats.Tense === 'Past') {
    return (
      dependents(reading, verb, 'nsubj', 'aux', 'obj').length === 0 && word.head >= 0 && isPassive(reading, word.head)
    )
  }
  return false
}

/**
 * Of a noun that names nobody and a name right before the relative pronoun, the name is meant: "reports about the front which fights"; of the
 * last of several whom no name is given, all: "Chad and the states around it, which fight".
 */
const nearestNamed = (reading: Reading, pronoun: number, noun: number): number => {
  if (reading.mentions.has(noun)) return noun
  const { deprel, head, feats } = reading.words[noun]!
  if (deprel === 'conj' && feats.Number === 'Plur' && reading.mentions.has(head)) return head
  const before = reading.words[pronoun - 1]?.form === ',' ? pronoun - 2 : pronoun - 1
  return before > noun && reading.mentions.has(before) ? before : noun
}

/** "Foreign Minister Awa Keita, who …": the word that heads the name, where the clause hangs on another of its words. */
const nameHead = (reading: Reading, noun: number): number => {
  let at = noun
  while (!reading.mentions.has(at) && reading.words[at]!.deprel === 'flat') at = reading.words[at]!.head
  return reading.mentions.has(at) ? at : noun
}

/** "troops and rebels backed by Chad": a participle right behind the last of several tells of that one alone. */
const nearestConjunct = (reading: Reading, noun: number, participle: number): number => {
  const last = dependents(reading, noun, 'conj')
    .filter(word => word < participle)
    .at(-1)
  const between = last === undefined ? [] : reading.words.slice(last + 1, participle)
  return last === undefined || between.some(({ upos }) => upos === 'PUNCT') || !reading.mentions.has(last) ? noun : last
}

/** Follows a relative pronoun to the noun it stands for, and a predicate noun to what it is said of: "X is the country that …". */
export const antecedent = (reading: Reading, word: number): number => {
  if (!isRelativiser(reading.words[word]!)) return word
  for (let at = reading.words[word]!.head; at >= 0; at = reading.words[at]!.head) {
    if (reading.words[at]!.deprel !== 'acl:relcl') continue
    const noun = nameHead(reading, nearestNamed(reading, word, reading.words[at]!.head))
    const named = reading.mentions.has(noun) || dependents(reading, noun, 'cop').length === 0
    return named ? noun : (dependents(reading, noun, 'nsubj')[0] ?? noun)
  }
  return word
}

export const isVerbal = (word: Word): boolean => word.upos === 'VERB' || word.upos === 'AUX'

export const isInfinitive = (reading: Reading, clause: number): boolean =>
  dependents(reading, clause, 'mark').some(mark => reading.words[mark]!.form.toLowerCase() === 'to')

/** "ordered them to close it": a verb whose object does what the infinitive says. */
export const isControlling = (reading: Reading, verb: number, { objectControl, purposive }: Constructions): boolean =>
  reading.words[verb]!.upos === 'VERB' &&
  objectControl.has(reading.words[verb]!.lemma) &&
  !purposive.has(reading.words[verb]!.lemma) &&
  (dependents(reading, verb, 'obj', 'iobj').length > 0 || isPassive(reading, verb) || callsOn(reading, verb))

const calling: ReadonlySet<string> = new Set(['call', 'appeal', 'prevail', 'count', 'rely'])

/** "called on them to leave", "appealed to it to stay": whoever is called on does what the infinitive says. */
const callsOn = (reading: Reading, verb: number): boolean =>
  calling.has(reading.words[verb]!.lemma) && obliques(reading, verb, 'on', 'to').length > 0

const blaming: ReadonlySet<string> = new Set(['of', 'for', 'from', 'into'])

/** "accused Chad of arming them", "spoke well of Chad for arming them": the object of the one verb does the other. */
const affectedBy = (reading: Reading, verb: number, governor: number): readonly number[] => {
  const marked = dependents(reading, verb, 'mark').some(mark => blaming.has(reading.words[mark]!.form.toLowerCase()))
  if (!marked || !isVerbal(reading.words[governor]!)) return []
  const relations = isPassive(reading, governor) ? ['nsubj:pass'] : ['obj', 'iobj']
  const objects = dependents(reading, governor, ...relations)
  return (objects.length > 0 ? objects : obliques(reading, governor, 'of')).map(word => antecedent(reading, word))
}

/** "works in the coalition to defeat it": a joint body that an infinitive follows at once does it as well. */
const bodyBefore = (reading: Reading, verb: number): readonly number[] => {
  const mark = dependents(reading, verb, 'mark')[0] ?? 0
  const before = mark - 1
  return mark < verb && joint.has(reading.words[before]?.lemma.toLowerCase() ?? '') && reading.mentions.has(before)
    ? [before]
    : []
}
const joint: ReadonlySet<string> = new Set(['coalition', 'alliance', 'force', 'mission', 'campaign', 'operation'])

/** "joined X in condemning it", "stands with X to isolate it": X does it too. */
const companions = (
  reading: Reading,
  verb: number,
  governor: number,
  constructions: Constructions,
): readonly number[] => {
  const markers = dependents(reading, verb, 'mark').map(mark => reading.words[mark]!.form.toLowerCase())
  if (!constructions.companion.has(reading.words[governor]!.lemma)) return []
  if (!markers.some(marker => marker === 'in' || marker === 'to')) return []
  return [...dependents(reading, governor, 'obj'), ...obliques(reading, governor, 'with', 'alongside')].map(word =>
    antecedent(reading, word),
  )
}

/** "urged it to cooperate, as did Australia": whoever did likewise. */
const likewise = (reading: Reading, verb: number): readonly number[] =>
  dependents(reading, verb, 'advcl')
    .filter(
      clause =>
        ['do', 'have'].includes(reading.words[clause]!.lemma) &&
        dependents(reading, clause, 'mark', 'advmod').some(mark =>
          ['as', 'so'].includes(reading.words[mark]!.form.toLowerCase()),
        ) &&
        dependents(reading, clause, 'obj', 'xcomp', 'ccomp').length === 0,
    )
    .flatMap(clause => dependents(reading, clause, 'nsubj'))

/** Who does what the infinitive under a verb like "urge" says. */
const controllersOf = (
  reading: Reading,
  governor: number,
  constructions: Constructions,
  depth: number,
): readonly number[] => {
  if (!constructions.objectControl.has(reading.words[governor]!.lemma)) return []
  const controllers = isPassive(reading, governor)
    ? surfaceSubjects(reading, governor, constructions, depth + 1)
    : [
        ...dependents(reading, governor, 'obj', 'iobj'),
        ...(callsOn(reading, governor) ? obliques(reading, governor, 'on', 'to') : []),
      ]
  return controllers.map(found => antecedent(reading, found))
}

/** Those of whom a participle tells their own deed: "individuals supplying oil"; of "a statement condemning it", who made it. */
export const acting: ReadonlySet<string> = new Set(
  (
    'individual person people man woman those one anyone somebody group company firm force troop soldier militant ' +
    'rebel fighter official citizen businessman entity organisation organization party leader member government authority militia gunman'
  ).split(' '),
)

/** The words in subject position of a verb, its own or those it shares with a governing clause, whatever its voice. */
export const surfaceSubjects = (
  reading: Reading,
  verb: number,
  constructions: Constructions,
  depth = 0,
): readonly number[] => {
  const own = dependents(reading, verb, 'nsubj', 'nsubj:pass', 'nsubj:outer')
  if (own.length > 0) return [...own.map(word => antecedent(reading, word)), ...likewise(reading, verb)]
  if (depth > 6) return []
  const word = reading.words[verb]!
  const governor = word.head
  if (governor < 0) return []
  switch (word.deprel) {
    case 'conj': {
      const blamed = reading.words[governor]!.head
      const affected = blamed < 0 ? [] : affectedBy(reading, verb, blamed)
      return affected.length > 0 ? affected : surfaceSubjects(reading, governor, constructions, depth + 1)
    }
    case 'parataxis':
      return []
    case 'xcomp': {
      const affected = affectedBy(reading, verb, governor)
      if (affected.length > 0) return affected
      const controller = reading.words[governor]!
      const controllers = controllersOf(reading, governor, constructions, depth)
      if (controllers.length > 0) return controllers
      return isVerbal(controller)
        ? surfaceSubjects(reading, governor, constructions, depth + 1)
        : predicationSubjects(reading, governor, constructions, depth + 1)
    }
    case 'advcl': {
      const affected = affectedBy(reading, verb, governor)
      if (affected.length > 0) return affected
      if (isInfinitive(reading, verb) && isControlling(reading, governor, constructions))
        return controllersOf(reading, governor, constructions, depth)
      if (isPassive(reading, governor) && reading.words[verb]!.feats.VerbForm === 'Ger') {
        const doers = agents(reading, governor, constructions, depth + 1)
        if (doers.length > 0) return doers
      }
      return isVerbal(reading.words[governor]!)
        ? [
            ...bodyBefore(reading, verb),
            ...surfaceSubjects(reading, governor, constructions, depth + 1),
            ...companions(reading, verb, governor, constructions),
          ]
        : predicationSubjects(reading, governor, constructions, depth + 1)
    }
    case 'acl': {
      if (word.feats.VerbForm === 'Inf' || dependents(reading, verb, 'mark').length > 0) {
        if (reading.mentions.has(governor)) return [governor]
        const { deprel, head, lemma } = reading.words[governor]!
        if (deprel === 'obl' && head >= 0 && constructions.measure.has(lemma))
          return agents(reading, head, constructions, depth + 1)
        return predicationSubjects(reading, governor, constructions, depth + 1)
      }
      const last = nearestConjunct(reading, governor, verb)
      if (last !== governor) return [last]
      const acts = reading.mentions.has(governor) || acting.has(reading.words[governor]!.lemma.toLowerCase())
      if (acts || isPassive(reading, verb)) return [governor]
      return [
        governor,
        ...obliques(reading, governor, 'about', 'of').filter(found => found < verb),
        ...nominalSubjects(reading, governor, constructions, depth + 1),
      ]
    }
    case 'acl:relcl':
      return []
    case 'amod':
      return [governor]
    default:
      return []
  }
}

/** What a noun or adjective is said of: the subject of its copula, else the noun it modifies. */
export const predicationSubjects = (
  reading: Reading,
  head: number,
  constructions: Constructions,
  depth: number,
): readonly number[] => {
  const own = dependents(reading, head, 'nsubj', 'nsubj:outer', 'csubj').map(word => antecedent(reading, word))
  if (own.length > 0 || depth > 6) return own
  const word = reading.words[head]!
  if (word.upos === 'ADJ' && word.deprel === 'amod') return [word.head]
  if (word.deprel === 'conj' && word.head >= 0) return predicationSubjects(reading, word.head, constructions, depth + 1)
  if (word.deprel === 'xcomp' && word.head >= 0) return surfaceSubjects(reading, word.head, constructions, depth + 1)
  if (word.deprel === 'acl:relcl' || word.deprel === 'acl' || word.deprel === 'advcl') {
    return word.deprel === 'advcl' ? surfaceSubjects(reading, word.head, constructions, depth + 1) : [word.head]
  }
  return nominalSubjects(reading, head, constructions, depth)
}

/** The verb that lends its arguments to `noun`, or null: "hold talks", "talks were held", "came under attack". */
export const supportVerb = (reading: Reading, noun: number, constructions: Constructions): number | null => {
  const word = reading.words[noun]!
  const governor = word.head
  if (governor < 0) return null
  const measured = word.deprel === 'nmod' && constructions.measure.has(reading.words[governor]!.lemma)
  if (word.deprel === 'conj' || (measured && ['of', 'in'].includes(prepositionOf(reading, noun) ?? '')))
    return supportVerb(reading, governor, constructions)
  if (word.deprel === 'acl:relcl' || !['obj', 'obl', 'nsubj:pass', 'xcomp', 'nmod'].includes(word.deprel)) return null
  const verb = reading.words[governor]!
  if (!isVerbal(verb)) return null
  if (word.deprel === 'obl') return constructions.obliqueSupport.has(verb.lemma) ? governor : null
  return constructions.support.has(verb.lemma) || constructions.receiving.has(verb.lemma) ? governor : null
}

export const obliques = (reading: Reading, head: number, ...prepositions: readonly string[]): number[] =>
  dependents(reading, head, 'obl', 'nmod').filter(word => prepositions.includes(prepositionOf(reading, word) ?? ''))

/** "A UN-mediated truce", "an Oman-hosted round": who only brings others together. */
const conveyed =
  /[-‑](mediated|brokered|facilitated|negotiated|hosted|supervised|monitored|proposed|drafted|sponsored)$/i

/** What stands before a noun and belongs to it; of "Chad-led" the one who leads, nobody of "Chad-mediated". */
export const premodifiers = (reading: Reading, noun: number): readonly number[] =>
  dependents(reading, noun, 'amod', 'compound', 'nmod:desc').flatMap(word => {
    if (conveyed.test(reading.words[word]!.form)) return []
    return reading.words[word]!.lemma === 'lead' ? dependents(reading, word, 'compound', 'amod') : [word]
  })

/** Who does what a noun names: its possessor, its "by" phrase, or the subject of the verb that supports it. */
export const nominalSubjects = (
  reading: Reading,
  noun: number,
  constructions: Constructions,
  depth: number,
): readonly number[] => {
  const copular = dependents(reading, noun, 'cop').length > 0 ? dependents(reading, noun, 'nsubj') : []
  const own = [...copular, ...dependents(reading, noun, 'nmod:poss'), ...obliques(reading, noun, 'by', 'between', 'of')]
  if (own.length > 0 || depth > 6) return own.map(word => antecedent(reading, word))
  const modifiers = premodifiers(reading, noun).filter(word => reading.mentions.has(word))
  if (modifiers.length > 0) return modifiers
  const support = supportVerb(reading, noun, constructions)
  if (support !== null) return agents(reading, support, constructions, depth + 1)
  const word = reading.words[noun]!
  if (word.deprel === 'obj' && word.head >= 0 && isVerbal(reading.words[word.head]!)) {
    return agents(reading, word.head, constructions, depth + 1)
  }
  return []
}

/** Who does what a verb says, in the active voice: the subject, or the agent of a passive. */
export const agents = (reading: Reading, verb: number, constructions: Constructions, depth = 0): readonly number[] => {
  if (!isPassive(reading, verb) || constructions.stative.has(reading.words[verb]!.lemma))
    return surfaceSubjects(reading, verb, constructions, depth)
  const own = [...new Set([...dependents(reading, verb, 'obl:agent'), ...obliques(reading, verb, 'by')])]
  const nested =
    own.length > 0 ? own : dependents(reading, verb, 'obl', 'obj').flatMap(word => obliques(reading, word, 'by'))
  return nested.map(word => antecedent(reading, word))
}
