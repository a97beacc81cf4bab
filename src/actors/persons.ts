// Which actor a named person acts for: the offices on record, the day that the text speaks of, and the title it gives. Somebody who
// holds no office then, or is called former, is an actor of kind person.
import type { ActorEntry, OfficeHolder } from '../knowledge/actor-schema.js'
import type { ActorIndex, Person } from './actor-index.js'
import { fold, slugOf } from './fold.js'
import { partOfState, type Referent, referentOf, within } from './referents.js'

/** What the text says of the person beside the name. */
export interface PersonContext {
  /** The day that the text speaks of (ISO, any grain); null where unknown. */
  readonly day: string | null
  /** The document's own day; null where unknown. Who holds office on it speaks for it, whatever year a sentence tells of. */
  readonly today: string | null
  /** The office noun before or after the name; null for none. */
  readonly title: string | null
  readonly former: boolean
  /** The document has given this person an office before. */
  readonly introduced: boolean
}

/** A person who acts for nobody. `country` is alpha-3 or null. */
export const privatePerson = (name: string, country: string | null): Referent => ({
  id: slugOf(name),
  name,
  kind: 'person',
  country,
  sectors: ['ELI'],
  agent: { name, office: null },
})

/** True where the row covers the day; an office not known to have ended counts as held. */
export const holdsOn = (row: OfficeHolder, day: string): boolean => within(day, row.from, row.to)

const dayLength = 86_400_000
const grace = 100 * dayLength
/** Whose last day in office is known to the day speaks for nobody soon after. */
const graceAfterDay = 3 * dayLength
const isDay = (date: string): boolean => date.length === 10

/** True where `day` lies within a hundred days of an office: records and reports seldom agree to the week. */
const holdsNear = ({ from, to }: OfficeHolder, day: string): boolean => {
  const at = Date.parse(day)
  const start = from === null ? at : Date.parse(from) - grace
  const end = to === null ? at : Date.parse(to) + (isDay(to) ? graceAfterDay : grace)
  return start <= at && at <= end
}

const latestBefore = (rows: readonly OfficeHolder[], day: string): OfficeHolder | undefined =>
  rows.filter(row => row.from === null || row.from.slice(0, day.length) <= day).at(-1)

const inOrder = (rows: readonly OfficeHolder[]): OfficeHolder[] =>
  [...rows].sort((left, right) => (left.from ?? '').localeCompare(right.from ?? ''))

const byTitle = (rows: readonly OfficeHolder[], title: string | null): OfficeHolder | undefined =>
  title === null ? undefined : rows.find(row => row.office === title || row.office.endsWith(` ${title}`))

/** Does the person hold on that day an office of just this name? */
export const bearsTitle = (person: Person, title: string, day: string | null): boolean =>
  person.offices.some(row => row.office === title && (day === null || holdsOn(row, day)))

/** Who leads a party and a ministry speaks for the state. */
const isOfState = ({ actor }: OfficeHolder): boolean => /^[A-Z]{3}$/.test(actor)

/** The office in which the person speaks, or undefined where it is none. */
export const officeOf = (person: Person, context: PersonContext): OfficeHolder | undefined => {
  if (context.former) return undefined
  const rows = inOrder(person.offices)
  const { day, today, title } = context
  if (day === null) return byTitle(rows, title) ?? rows.at(-1)
  const held = rows.filter(row => holdsOn(row, day))
  const now = rows.findLast(row => today !== null && holdsOn(row, today))
  const row =
    byTitle(held, title) ??
    held.findLast(isOfState) ??
    held.at(-1) ??
    now ??
    rows.findLast(near => holdsNear(near, day))
  if (row !== undefined) return row
  return title !== null || context.introduced ? (byTitle(rows, title) ?? latestBefore(rows, day) ?? rows[0]) : undefined
}

/** Who leads the opposition of a state that has no one party speaks for that opposition. */
const opposes = (row: OfficeHolder, entry: ActorEntry, title: string | null): boolean =>
  entry.kind === 'state' && (title ?? row.office) === 'opposition leader'

/** The actor for whom a person of the record speaks, and how sure that is. */
export const personReferent = (
  actors: ActorIndex,
  person: Person,
  context: PersonContext,
): { readonly referent: Referent; readonly score: number } => {
  const row = officeOf(person, context)
  const entry = row === undefined ? undefined : actors.entries.get(row.actor)
  if (row === undefined || entry === undefined) {
    const last = actors.entries.get(person.offices.at(-1)?.actor ?? '')
    return {
      referent: privatePerson(person.name, last?.kind === 'state' ? last.id : (last?.country ?? null)),
      score: 0.7,
    }
  }
  const referent = opposes(row, entry, context.title)
    ? partOfState(entry, 'opposition', 'party', ['OPP'])
    : referentOf(actors, entry, 'name', person.name)
  const current = context.day === null || holdsOn(row, context.day)
  return {
    referent: { ...referent, agent: { name: person.name, office: context.title ?? row.office } },
    score: current ? 0.95 : 0.7,
  }
}

const generation = /^(jr|sr|ii|iii|iv)$/

/**
 * The person on record whose surname ends `name` and who holds the office `title` on `day`: "President Joseph R. Biden Jr.".
 * Undefined for nobody or several.
 */
export const holderBySurname = (
  actors: ActorIndex,
  name: string,
  title: string,
  day: string | null,
): { readonly referents: readonly Referent[]; readonly score: number } | undefined => {
  const words = name.split(/\s+/).map(fold)
  const surname = words.findLast(word => !generation.test(word))
  if (surname === undefined || day === null) return undefined
  const people = actors.names
    .startingWith(surname)
    .filter(pattern => pattern.keys.length === 1)
    .flatMap(pattern => pattern.senses)
    .flatMap(sense => (sense.of === 'person' ? [sense.person] : []))
    .filter(person =>
      person.offices.some(row => holdsOn(row, day) && (row.office === title || row.office.endsWith(` ${title}`))),
    )
  const [person] = people
  if (person === undefined || people.length > 1) return undefined
  const { referent } = personReferent(actors, person, { day, today: day, title, former: false, introduced: true })
  return { referents: [referent], score: 0.75 }
}
