// One name in its phrase in, the actor it stands for out: the best of its ranked readings, given what stands beside it. A capitalised
// compound ("Berlin Wall", "Jordan Smith") is another name and gives nobody.
import type { ActorEntry } from '../knowledge/actor-schema.js'
import type { Sense } from './actor-index.js'
import { fold } from './fold.js'
import type { NameHit } from './name-hits.js'
import { standForState } from './nationals.js'
import { bearsTitle, personReferent } from './persons.js'
import { distinct, partOfState, type Referent, referentOf } from './referents.js'
import { type Scene, wordsOf } from './scene.js'
import { certainIds, type RankedSense, rankSenses } from './survey.js'
import type { Via } from './types.js'

/** What stands beside a name. */
export interface Beside {
  /** An office or a title before the name, as a key; null for none. */
  readonly title: string | null
  /** An organ follows ("the Assad regime"), so that a surname suffices. */
  readonly leads: boolean
  readonly former: boolean
  /** No noun follows it in its phrase. */
  readonly asHead: boolean
  readonly definite: boolean
  /** A determiner or a number stands before it in its phrase. */
  readonly determined: boolean
}

/** Whom a name stands for. */
export interface NameReading {
  readonly referents: readonly Referent[]
  readonly via: Via
  readonly score: number
  readonly others: readonly { readonly id: string; readonly score: number }[]
  readonly person: boolean
  readonly plural: boolean
  readonly onlyPlace: boolean
}

const capital = /^\p{Lu}/u

/** "The National Front" is no newspaper; "The Daily Wire", though nobody knows it, is one. */
const isMedium = (scene: Scene, { senses, last }: NameHit): boolean =>
  scene.nounAt.has(last + 1) && senses.every(sense => sense.of === 'entry' && sense.entry.kind === 'media')

/** True where a name stands inside a longer capitalised name that is no actor's: "Berlin Wall", "Michael Jordan", "Sudan Tribune". */
export const isPartOfOtherName = (scene: Scene, hit: NameHit, last: number): boolean => {
  const { words } = scene.tree
  const single = hit.first === hit.last
  const after = hit.last < last ? words[hit.last + 1] : undefined
  if (
    after !== undefined &&
    capital.test(after.form) &&
    !scene.nounAt.has(after.index) &&
    !scene.nameAt.has(after.index)
  ) {
    if (scene.actors.lexicon.namingHeads.has(scene.keys[after.index]!)) return true
    if (!scene.titleCase && after.upos === 'PROPN') return true
  }
  if (isMedium(scene, hit) && after?.upos === 'PROPN' && capital.test(after.form)) return true
  const before = words[hit.first - 1]
  return (
    single &&
    before !== undefined &&
    before.upos === 'PROPN' &&
    (before.head === hit.first || words[hit.first]!.head === before.index) &&
    /^(flat|compound)/.test(before.head === hit.first ? before.deprel : words[hit.first]!.deprel) &&
    scene.actors.isGivenName(scene.keys[before.index]!)
  )
}

const isPersonSense = (sense: Sense): boolean => sense.of === 'person' || (sense.of === 'learned' && sense.person)

/** "in German": a bare word that is an adjective too is no people. */
const isLanguage = (senses: readonly { sense: Sense; score: number }[], beside: Beside): boolean =>
  !beside.determined && senses.some(({ sense }) => sense.of === 'entry' && sense.via === 'adjective')

const fitToPlace = (senses: readonly { sense: Sense; score: number }[], beside: Beside) => {
  const [best] = senses
  if (best === undefined || best.sense.of !== 'entry') return best
  const { entry, via } = best.sense
  const wanted = beside.asHead && !isLanguage(senses, beside) ? 'people' : 'adjective'
  if (via !== 'adjective' && via !== 'people') return best
  if (entry.kind !== 'state' || via === wanted) return best
  return senses.find(({ sense }) => sense.of === 'entry' && sense.entry.id === entry.id && sense.via === wanted) ?? best
}

/** "the Tajiks" of a sentence about Afghanistan: the people of that name there, where the index knows one. */
const peopleElsewhere = (scene: Scene, hit: NameHit, entry: ActorEntry): ActorEntry | undefined => {
  const key = hit.pattern.keys.join('-')
  const states = [...scene.nameAt.values()].flatMap(other => (other === hit ? [] : certainIds(other.senses)))
  if (states.includes(entry.id)) return undefined
  return states
    .map(id => scene.actors.entries.get(`${id.toLowerCase()}-${key}`))
    .find(other => other?.kind === 'people')
}

const entryReading = (
  scene: Scene,
  hit: NameHit,
  sense: Sense & { of: 'entry' },
  beside: Beside,
): Omit<NameReading, 'score' | 'others'> => {
  const words = wordsOf(scene, hit.first, hit.last)
  const people = sense.via === 'adjective' && beside.asHead && beside.definite && sense.entry.kind === 'state'
  const elsewhere = sense.via === 'people' || people ? peopleElsewhere(scene, hit, sense.entry) : undefined
  const nationals = people || (sense.via === 'people' && sense.entry.kind === 'state' && beside.definite)
  if (nationals && elsewhere === undefined && standForState(scene, hit.last))
    return {
      referents: [referentOf(scene.actors, sense.entry, 'name', words)],
      via: 'people',
      person: false,
      plural: true,
      onlyPlace: false,
    }
  const referent =
    elsewhere !== undefined
      ? referentOf(scene.actors, elsewhere, 'name', words)
      : people
        ? partOfState(sense.entry, 'people', 'people', ['CVL'])
        : referentOf(scene.actors, sense.entry, sense.via, words)
  return {
    referents: [referent],
    via: people ? 'people' : sense.via === 'place' ? 'seat' : sense.via,
    person: false,
    plural: referent.kind === 'people' || sense.entry.kind === 'armed-group',
    onlyPlace: sense.via === 'place',
  }
}

const senseReading = (
  scene: Scene,
  hit: NameHit,
  sense: Sense,
  beside: Beside,
): Omit<NameReading, 'score' | 'others'> => {
  if (sense.of === 'entry') return entryReading(scene, hit, sense, beside)
  if (sense.of === 'learned') {
    const person = isPersonSense(sense)
    return {
      referents: [sense.referent],
      via: 'learned',
      person,
      plural: false,
      onlyPlace: false,
    }
  }
  const { referent } = personReferent(scene.actors, sense.person, {
    day: scene.day,
    today: scene.survey.day,
    title: beside.title,
    former: beside.former,
    introduced: scene.survey.introduced.has(sense.person.name),
  })
  return { referents: [referent], via: 'person', person: true, plural: false, onlyPlace: false }
}

const idOf = (scene: Scene, sense: Sense): string => {
  if (sense.of === 'entry') return sense.entry.id
  return sense.of === 'learned' ? sense.referent.id : (sense.person.offices.at(-1)?.actor ?? fold(scene.document.name))
}

/** The person whom a title beside a surname means: before others of that name the one who holds just this office on the day. */
const titledReading = (ranked: readonly RankedSense[], title: string, day: string | null): RankedSense | undefined => {
  const bearers = ranked.filter(({ sense }) => isPersonSense(sense))
  return bearers.find(({ sense }) => sense.of === 'person' && bearsTitle(sense.person, title, day)) ?? bearers[0]
}

/** "FS Charles de Gaulle": what a ship is called. */
const isShip = (scene: Scene, hit: NameHit): boolean =>
  scene.actors.lexicon.shipPrefixes.has(scene.keys[hit.first - 1] ?? '') &&
  capital.test(scene.tree.words[hit.first - 1]!.form)

/** The reading of a name, or undefined where it is nobody's here: an entry without names only keeps others off its places ("South China Sea"). */
export const readName = (scene: Scene, hit: NameHit, beside: Beside): NameReading | undefined => {
  if (isShip(scene, hit)) return undefined
  const ranked = rankSenses(hit, scene.actors, scene.survey, beside.leads ? 'leads' : beside.title)
  const titled = beside.title === null ? undefined : titledReading(ranked, beside.title, scene.day)
  const best = titled ?? fitToPlace(ranked, beside)
  if (best === undefined) return undefined
  if (best.sense.of === 'entry' && best.sense.entry.names.length === 0) return undefined
  const surnameOnly = best.sense.of === 'person' && !best.sense.full
  if (surnameOnly && !beside.leads && scene.tree.words[hit.first]!.upos !== 'PROPN') return undefined
  const reading = senseReading(scene, hit, best.sense, beside)
  if (surnameOnly && beside.title !== null)
    scene.learn({ name: wordsOf(scene, hit.first, hit.last), referent: reading.referents[0]!, surname: true })
  const own = new Set(reading.referents.map(referent => referent.id))
  const others = new Map<string, number>()
  for (const { sense, score } of ranked) {
    const id = idOf(scene, sense)
    if (sense !== best.sense && !own.has(id) && best.sense.of === 'entry' && !others.has(id)) others.set(id, score)
  }
  return {
    ...reading,
    referents: distinct(reading.referents),
    score: best.score,
    others: [...others].map(([id, score]) => ({ id, score })),
  }
}
