// A pronoun in, the actor it stands for out. What it may mean is weighed (antecedents.ts); what is no actor may win, and then the
// pronoun means no actor; so does doubt.
import type { Word } from '../syntax/types.js'
import { type Choice, choicesFor, type Third } from './antecedents.js'
import type { Owner } from './chain.js'
import { companyAgain } from './company.js'
import type { Antecedent } from './discourse.js'
import type { Scene } from './scene.js'

interface Weighed {
  readonly choice: Choice
  readonly odds: number
}

/** The likeliest meaning: choices that mean the same count together. */
const likeliest = (choices: readonly Choice[], odds: readonly number[]): Weighed => {
  const byKey = new Map<string | undefined, { choice: Choice; odds: number }>()
  choices.forEach((choice, index) => {
    const known = byKey.get(choice.entity?.key)
    if (known === undefined) byKey.set(choice.entity?.key, { choice, odds: odds[index]! })
    else known.odds += odds[index]!
  })
  return [...byKey.values()].reduce((best, next) => (next.odds > best.odds ? next : best))
}

const antecedentOf = (scene: Scene, word: Word, kind: Third): Antecedent | undefined => {
  const met = kind === 'several' ? companyAgain(scene, word) : undefined
  if (met !== undefined) {
    scene.meant.set(word.index, met.key)
    return { referents: met.referents, score: 0.6 }
  }
  const choices = choicesFor(scene, word, kind)
  const { choice, odds } = likeliest(
    choices,
    scene.actors.weigh(choices, { sentence: scene.sentence, word: word.index }),
  )
  if (choice.entity === undefined) return undefined
  scene.meant.set(word.index, choice.entity.key)
  if (choice.entity.referents.length === 0 || odds < scene.actors.lexicon.sureOdds[kind]) return undefined
  return { referents: choice.entity.referents, score: Math.min(0.75, 0.3 + odds / 2) }
}

/** Whom a pronoun means; undefined for no actor, an empty "it", or doubt. */
export const resolvePronoun = (scene: Scene, word: Word): Owner | undefined => {
  const kind = scene.actors.lexicon.pronouns.get(scene.keys[word.index]!)
  if (kind === undefined) return undefined
  const speaks = kind === 'speaker' || kind === 'lone-speaker'
  const antecedent = speaks ? scene.speakerOf(word) : antecedentOf(scene, word, kind)
  if (antecedent === undefined) return undefined
  return {
    referents: antecedent.referents,
    via: speaks && scene.document.issuer !== null ? 'issuer' : 'pronoun',
    score: antecedent.score,
    others: [],
    person: kind === 'person' || kind === 'lone-speaker',
    plural: kind === 'several' || kind === 'speaker',
    onlyPlace: false,
    first: word.index,
    last: word.index,
    head: word.index,
  }
}
