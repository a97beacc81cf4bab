// Where a personal name begins and ends, whether or not the index knows whose it is: "Kim Sung-han" is one name, whoever else is called Kim.
// A surname within a longer name that is not its bearer's stands for somebody else.
import type { Person } from './actor-index.js'
import { fold, piecesOfName } from './fold.js'
import type { NameHit } from './name-hits.js'
import { isPossessiveMark } from './noun-phrases.js'
import type { Scene } from './scene.js'

/** Word range, both ends in. */
export interface NameRun {
  readonly first: number
  readonly last: number
}

const particle = new Set('al el bin ibn ben bint de da dos del la van von der ul abu ould - ‐'.split(' '))
const capital = /^\p{Lu}/u
const initial = /^\p{Lu}\.?$/u
const hyphen = /^[-‐–]$/u
const generation = /^(jr|sr|ii|iii|iv)$/

const isSurnameOnly = ({ senses }: NameHit): boolean =>
  senses.every(sense => sense.of === 'person' || sense.of === 'learned') &&
  senses.some(sense => sense.of === 'person' && !sense.full)

/** The second half of "Jae-in", where the hyphen is a word. */
const isAfterHyphen = (scene: Scene, index: number): boolean => {
  const before = scene.tree.words[index - 1]
  return before !== undefined && hyphen.test(before.form) && before.end === scene.tree.words[index]!.start
}

const article = /^(al|el|ul|as|ash|at|ad|an|ar|az)$/i

/** "al-Sabah": a surname behind its article, whatever place is called so too. */
const isAfterParticle = (scene: Scene, index: number): boolean =>
  isAfterHyphen(scene, index) && article.test(scene.tree.words[index - 2]?.form ?? '')

/** A word that may be part of somebody's name: no agent noun, no title, no name of anything else, no day or month. */
const isNameWord = (scene: Scene, index: number): boolean => {
  const word = scene.tree.words[index]!
  const { calendar, titles, former } = scene.actors.lexicon
  const key = scene.keys[index]!
  if (scene.isInNoun(index) || isPossessiveMark(word) || calendar.has(key) || titles.has(key) || former.has(key))
    return false
  const hit = scene.nameAt.get(index)
  if (hit !== undefined && !isSurnameOnly(hit) && !isAfterParticle(scene, index)) return false
  if (generation.test(key)) return true
  return word.upos === 'PROPN' && (capital.test(word.form) || isAfterHyphen(scene, index))
}

const isJoint = (scene: Scene, index: number): boolean =>
  particle.has(scene.keys[index]!) || initial.test(scene.tree.words[index]!.form)

/** The last word of the name that begins at `from`; `from - 1` where none begins there. */
export const nameEnd = (scene: Scene, from: number, last: number): number => {
  let end = from - 1
  for (let index = from; index <= last; index++) {
    if (isNameWord(scene, index)) end = index
    else if (!isJoint(scene, index)) break
  }
  return end
}

/** The personal name around the words from `first` to `last`, within `[from, to]`. */
export const nameAround = (scene: Scene, { first, last }: NameRun, from: number, to: number): NameRun => {
  let start = first
  for (let index = first - 1; index >= from; index--) {
    if (isNameWord(scene, index)) start = index
    else if (!isJoint(scene, index)) break
  }
  return { first: start, last: Math.max(last, nameEnd(scene, last + 1, to)) }
}

const partsOf = ({ name, offices }: Person): ReadonlySet<string> =>
  new Set(
    [name, ...offices.flatMap(({ aliases }) => aliases)].flatMap(spelling =>
      piecesOfName(spelling).map(({ key }) => key),
    ),
  )

/** True where the words around a surname are given names, initials or a generation that its bearer may have. */
export const mayBear = (scene: Scene, person: Person, hit: NameHit, run: NameRun): boolean => {
  const own = partsOf(person)
  for (let index = run.first; index <= run.last; index++) {
    if (index >= hit.first && index <= hit.last) continue
    const parts = scene.tree.words[index]!.form.split(/[-‐–]/).map(fold)
    const isOwn = parts.every(part => own.has(part) || particle.has(part) || generation.test(part) || part.length === 1)
    if (!isOwn) return false
  }
  return true
}

/** "Kim Sung" of "Kim Sung-han": the name goes on after a hyphen. */
const isCut = (scene: Scene, { last, senses }: NameHit): boolean => {
  const { words } = scene.tree
  const [mark, rest] = [words[last + 1], words[last + 2]]
  if (mark === undefined || rest === undefined || !senses.every(({ of }) => of === 'person')) return false
  return hyphen.test(mark.form) && mark.start === words[last]!.end && rest.start === mark.end && rest.upos === 'PROPN'
}

/** True where a name is part of a longer one that none of its bearers has. */
export const isOfStranger = (scene: Scene, hit: NameHit, run: NameRun): boolean =>
  isCut(scene, hit) ||
  (isSurnameOnly(hit) &&
    (run.first < hit.first || run.last > hit.last) &&
    hit.senses.every(sense => sense.of === 'person' && !mayBear(scene, sense.person, hit, run)))
