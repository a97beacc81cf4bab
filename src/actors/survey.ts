// One pass over a document before anything is decided: its words, the names that stand in it, how often each actor is named beyond
// doubt, and what it teaches. Ranked readings of an ambiguous name are weighed against this.
import type { ActorIndex, Names, Person, Sense } from './actor-index.js'
import { fold } from './fold.js'
import type { NameHit } from './name-hits.js'
import { within } from './referents.js'
import type { Lesson } from './scene.js'

/** What the whole document says about whom it may mean. */
export interface Survey {
  readonly day: string | null
  /** alpha-3 of the issuer's or the publisher's state; null where unknown. */
  readonly home: string | null
  /** Keys of all words. */
  readonly words: ReadonlySet<string>
  /** Actor id → how often it is named in words that stand for nobody else. */
  readonly counts: ReadonlyMap<string, number>
  /** People named in full, by the name of the record. */
  readonly inFull: ReadonlySet<string>
  /** People whom the document gives an office that is not a former one. */
  readonly introduced: ReadonlySet<string>
  readonly lessons: readonly Lesson[]
  /** The names of the lessons. */
  readonly learned: Names
}

export interface RankedSense {
  readonly sense: Sense
  readonly score: number
}

const baseScore: Readonly<Record<string, number>> = {
  name: 0.95,
  abbreviation: 0.92,
  organ: 0.9,
  adjective: 0.9,
  people: 0.85,
  seat: 0.8,
  place: 0.6,
}

const actorsOf = (sense: Sense): readonly string[] =>
  sense.of === 'entry'
    ? [sense.entry.id]
    : sense.of === 'learned'
      ? [sense.referent.id]
      : sense.person.offices.map(office => office.actor)

/** Ids that a name stands for whatever the context; empty where it could be several actors or only a surname. */
export const certainIds = (senses: readonly Sense[]): readonly string[] => {
  const ids = new Set(senses.flatMap(sense => (sense.of === 'person' && !sense.full ? ['?'] : actorsOf(sense))))
  return ids.size === 1 && !ids.has('?') ? [...ids] : []
}

const activeOn = (person: Person, day: string | null): boolean =>
  day !== null &&
  person.offices.some(
    row =>
      (row.from === null || row.from.slice(0, day.length) <= day) &&
      (row.to === null || day.slice(0, row.to.length) <= row.to),
  )

const existsOn = (from: string | undefined, to: string | undefined, day: string | null): boolean =>
  day === null || ((from === undefined || from <= day) && (to === undefined || day.slice(0, to.length) <= to))

const isState = (actor: string): boolean => /^[A-Z]{3}$/.test(actor)

/** Of a text without a date: somebody of the surname has led a state, and nobody of it has held an office elsewhere. */
const isOnlyChief = ({ senses }: NameHit, person: Person, chiefs: ReadonlySet<string>): boolean => {
  const states = new Set(senses.flatMap(actorsOf))
  return (
    states.size === 1 &&
    senses.every(({ of }) => of === 'person') &&
    person.offices.some(({ actor, office }) => isState(actor) && chiefs.has(office))
  )
}

/** Heads of state and government whom news names without introduction, where the day has no other office-holder of the surname: "Putin". */
const isFoundAlone = (hit: NameHit, person: Person, { lexicon }: ActorIndex, day: string | null): boolean => {
  if (hit.pattern.keys.some(key => lexicon.ordinarySurnames.has(key))) return false
  if (day === null) return isOnlyChief(hit, person, lexicon.chiefs)
  const isChief = person.offices.some(
    ({ actor, office, from, to }) => isState(actor) && lexicon.chiefs.has(office) && within(day, from, to),
  )
  return (
    isChief &&
    hit.senses.every(other => other.of === 'person' && (other.person === person || !activeOn(other.person, day)))
  )
}

/** "Mr Haddad", "President Haddad": an actor of the person's is named, or the person has held just this office. */
const isTitled = ({ offices }: Person, title: string, survey: Survey): boolean =>
  offices.some(({ actor, office }) => survey.counts.has(actor) || office === title || office.endsWith(` ${title}`))

const scoreOf = (sense: Sense, survey: Survey): number => {
  if (sense.of === 'learned') return sense.full ? 0.9 : 0.8
  const named = Math.max(...actorsOf(sense).map(id => survey.counts.get(id) ?? 0), 0)
  const company = named === 0 ? 0 : Math.min(0.2, 0.1 + named * 0.02)
  if (sense.of === 'person') {
    const held = activeOn(sense.person, survey.day) ? 0.15 : 0
    if (sense.full) return 0.7 + company + held / 2
    return 0.3 + company + held + (survey.inFull.has(sense.person.name) ? 0.35 : 0)
  }
  const lived = existsOn(sense.entry.from, sense.entry.to, survey.day) ? 0 : -0.3
  return (baseScore[sense.via] ?? 0.5) - (sense.former ? 0.25 : 0) - 0.15 + company + lived
}

/** How many of a reading's neighbours stand in the document. */
const neighbours = (near: readonly string[], survey: Survey): number =>
  near.reduce((sum, word) => sum + (survey.words.has(fold(word)) ? 1 : 0), 0)

const homely = 3

/** "Labour Party": of several bodies of one name, that of the state at home or oftenest named comes first. */
const byCountry = (ranked: readonly RankedSense[], survey: Survey): readonly RankedSense[] => {
  if (ranked.length < 2 || !ranked.every(({ sense }) => sense.of === 'entry' && sense.entry.kind === 'party'))
    return ranked
  const weightOf = ({ sense }: RankedSense): number => {
    const country = sense.of === 'entry' ? sense.entry.country : null
    return country === null ? 0 : (survey.counts.get(country) ?? 0) + (country === survey.home ? homely : 0)
  }
  return [...ranked].sort((left, right) => weightOf(right) - weightOf(left))
}

/**
 * The readings of a name, best first; empty where the document speaks for a reading that is no actor.
 * The surname of a person is a reading only where the document has named the person in full, or the person holds office on its day and
 * it names the actor; with a title of courtesy beside it that it names the actor suffices, with an office that the person has ever held it too.
 * @param title what stands beside the name; `leads` = a body that is called after its leader.
 */
export const rankSenses = (
  hit: NameHit,
  actors: ActorIndex,
  survey: Survey,
  title: string | 'leads' | null,
): readonly RankedSense[] => {
  const ranked: RankedSense[] = []
  for (const sense of hit.senses) {
    if (sense.of === 'person' && !sense.full) {
      const known =
        title === 'leads' ||
        (title !== null && isTitled(sense.person, title, survey)) ||
        survey.inFull.has(sense.person.name) ||
        isFoundAlone(hit, sense.person, actors, survey.day) ||
        (activeOn(sense.person, survey.day) && actorsOf(sense).some(id => survey.counts.has(id)))
      if (!known) continue
    }
    ranked.push({ sense, score: Math.max(0.05, Math.min(0.98, scoreOf(sense, survey))) })
  }
  ranked.sort((left, right) => right.score - left.score)
  const row = actors.ambiguous.get(hit.pattern.keys.join(' '))
  if (row === undefined) return byCountry(ranked, survey)
  const weights = row.readings.map(reading => neighbours(reading.near, survey))
  const best = weights.indexOf(Math.max(...weights))
  const reading = row.readings[best]!
  if (reading.id === null) return best === 0 || weights[best]! > 0 ? [] : ranked
  const index = ranked.findIndex(({ sense }) => sense.of === 'entry' && sense.entry.id === reading.id)
  if (index < 0) return ranked
  const chosen = ranked[index]!
  const certain = weights.filter(weight => weight > 0).length < 2
  return [
    { sense: chosen.sense, score: certain ? Math.max(chosen.score, 0.85) : 0.6 },
    ...ranked.filter((_, place) => place !== index).map(({ sense, score }) => ({ sense, score: Math.min(score, 0.5) })),
  ]
}
