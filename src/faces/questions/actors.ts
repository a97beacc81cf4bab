// Questions about actors: who is in the ledger, what ties them, what follows from where they stand.
import { z } from 'zod'
import { isoOf } from '../../ledger/days.js'
import { type Fact, inferFrom } from '../../ledger/inference.js'
import { holdsOn, roleOn, type Tie } from '../../ledger/relations.js'
import { stancesOn } from '../../ledger/stances.js'
import { relationOf } from '../../store/relation.js'
import { ask, type Snapshot, withSnapshot } from '../../store/snapshot.js'
import { quoteList } from '../../store/sql.js'
import { actorOf, dayAsked, nameOf, pageOf, positionsOf, resolveActor, tiesKnown } from './desk.js'
import { heads } from './heads.js'
import { type Desk, define } from './question.js'
import { dimension, direction, paged } from './schemas.js'

const office = z.object({
  person: z.string(),
  office: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
})

const within = (from: string | null, to: string | null, knownUntil: string | null, day: number): boolean =>
  holdsOn({ from, to: to ?? knownUntil }, day)

const officesOn = (desk: Desk, id: string, day: number) =>
  desk.knowledge.officeHolders
    .filter(holder => holder.actor === id && within(holder.from, holder.to, holder.knownUntil, day))
    .map(({ person, office, from, to }) => ({ person, office, from, to }))

const relation = z.object({
  subject: z.string(),
  relation: z.string(),
  object: z.string(),
  /** Name of the other end. */
  otherName: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  origin: z.enum(['known', 'claimed']),
})

/** The ties of one actor among those that hold, as its relations. */
const relationsOf = (desk: Desk, held: readonly Tie[], id: string): z.infer<typeof relation>[] =>
  held
    .filter(({ subject, object }) => subject === id || object === id)
    .map(({ subject, relation, object, from, to, origin }) => ({
      subject,
      relation,
      object,
      otherName: nameOf(desk, subject === id ? object : subject),
      from,
      to,
      origin,
    }))

const actorRow = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string().nullable(),
  country: z.string().nullable(),
  names: z.array(z.string()),
  role: z.string().nullable().describe('what it governs on the day'),
  offices: z.array(office).describe('its office-holders on the day, as far as known'),
  relations: z.array(relation).describe('its ties on the day, known and claimed'),
  holds: z.int().describe('positions that it holds'),
  draws: z.int().describe('positions held toward it'),
  merged: z.array(z.string()).describe('ids that count as this one'),
})

const countPositions = async (desk: Desk, snapshot: Snapshot) => {
  const counting = `(SELECT holder, target FROM ${relationOf(desk.ledger, snapshot.seals, 'positions')}
    SEMI JOIN (SELECT entry, segment FROM ${snapshot.documents} WHERE state = 'live') USING (entry, segment)
    WHERE coalesce(claim NOT IN ${quoteList([...snapshot.effects.leftOut])}, true))`
  const rows = await ask(
    desk.ledger,
    `SELECT id, sum(holds)::INTEGER AS holds, sum(draws)::INTEGER AS draws FROM (
      SELECT holder AS id, count(*) AS holds, 0 AS draws FROM ${counting} GROUP BY holder
      UNION ALL SELECT target, 0, count(*) FROM ${counting} GROUP BY target
    ) GROUP BY id ORDER BY id`,
  )
  const counts = new Map<string, { holds: number; draws: number }>()
  const add = (id: string, holds: number, draws: number): void => {
    const counted = snapshot.effects.merged.get(id) ?? id
    const before = counts.get(counted) ?? { holds: 0, draws: 0 }
    counts.set(counted, { holds: before.holds + holds, draws: before.draws + draws })
  }
  for (const row of rows) add(row.id as string, row.holds as number, row.draws as number)
  for (const { claim } of snapshot.effects.counted)
    for (const { holder, target } of claim.positions) {
      add(holder, 1, 0)
      add(target, 0, 1)
    }
  return counts
}

export const actors = define(
  heads.actors,
  z.object({ on: z.string(), ...paged, actors: z.array(actorRow) }),
  (desk, input) =>
    withSnapshot(desk.ledger, async snapshot => {
      const day = dayAsked(desk, input.on)
      const ties = tiesKnown(desk)
      const held = [...(await claimedTies(desk, snapshot)), ...ties].filter(tie => holdsOn(tie, day))
      const wanted = input.words?.toLowerCase()
      const fits = (id: string): boolean =>
        wanted === undefined ||
        [id, ...(actorOf(desk, id)?.names ?? []), nameOf(desk, id)].some(name => name.toLowerCase().includes(wanted))
      const counts = [...(await countPositions(desk, snapshot))]
        .filter(([id]) => fits(id))
        .sort(
          ([one, left], [other, right]) =>
            right.holds + right.draws - left.holds - left.draws || (one < other ? -1 : 1),
        )
      const { items, ...page } = pageOf(counts, input.offset, input.limit)
      return {
        on: isoOf(day),
        ...page,
        actors: items.map(([id, count]) => ({
          id,
          name: nameOf(desk, id),
          kind: actorOf(desk, id)?.kind ?? null,
          country: actorOf(desk, id)?.country ?? null,
          names: [...(actorOf(desk, id)?.names ?? [])],
          role: roleOn(ties, id, day),
          offices: officesOn(desk, id, day),
          relations: relationsOf(desk, held, id),
          ...count,
          merged: [...snapshot.effects.merged].filter(([, into]) => into === id).map(([from]) => from),
        })),
      }
    }),
)

/** Ties that live documents claim: actual, affirmed, each with its claims. A tie told again is one tie with more claims. */
export const claimedTies = async (desk: Desk, snapshot: Snapshot): Promise<readonly Tie[]> => {
  const rows = await ask(
    desk.ledger,
    `SELECT subject, relation, object, min(date) AS "from", list(DISTINCT id ORDER BY id) AS claims FROM (
      SELECT unnest(actors) AS subject, relation, recipients, CASE WHEN length(date) >= 4 AND date NOT LIKE '%X' THEN date END AS date, id
      FROM ${relationOf(desk.ledger, snapshot.seals, 'claims')}
        SEMI JOIN (SELECT entry, segment FROM ${snapshot.documents} WHERE state = 'live') USING (entry, segment)
      WHERE kind = 'relation' AND relation IS NOT NULL AND polarity = 'affirmed' AND modality = 'actual'
    ), unnest(recipients) AS other(object) WHERE subject <> object GROUP BY ALL ORDER BY ALL`,
  )
  return rows
    .map(
      row =>
        ({
          ...row,
          claims: (row.claims as readonly string[]).filter(id => !snapshot.effects.leftOut.has(id)),
        }) as Record<string, unknown>,
    )
    .filter(row => (row.claims as readonly string[]).length > 0)
    .map(row => ({
      subject: row.subject as string,
      relation: row.relation as string,
      object: row.object as string,
      from: row.from as string | null,
      to: null,
      detail: null,
      origin: 'claimed',
      claims: row.claims as readonly string[],
    }))
}

/** A tie, and the day until which it is known to hold where its end is not known. */
interface DatedTie extends Tie {
  readonly knownUntil?: string | null
}

/** Offices of an actor as ties: the person holds the office of the actor. */
const officeTies = (desk: Desk, id: string): readonly DatedTie[] =>
  desk.knowledge.officeHolders
    .filter(({ actor }) => actor === id)
    .map(({ person, actor, office, from, to, knownUntil }) => ({
      subject: person,
      relation: 'holds-office',
      object: actor,
      from,
      to,
      knownUntil,
      detail: office,
      origin: 'known',
      claims: [],
    }))

const tie = z.object({
  subject: z.string(),
  subjectName: z.string(),
  relation: z.string(),
  object: z.string(),
  objectName: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  knownUntil: z.string().nullable().describe('where the end is not known: until when it is known to hold'),
  detail: z.string().nullable(),
  origin: z.enum(['known', 'claimed']),
  claims: z.array(z.string()),
})

export const ties = define(heads.ties, z.object({ on: z.string(), ...paged, ties: z.array(tie) }), (desk, input) =>
  withSnapshot(desk.ledger, async snapshot => {
    const day = dayAsked(desk, input.on)
    const actor = input.actor === undefined ? undefined : resolveActor(desk, input.actor)
    const fits = (each: DatedTie): boolean =>
      (actor === undefined || each.subject === actor || each.object === actor) &&
      (input.relation === undefined || each.relation === input.relation) &&
      (input.ever || within(each.from, each.to, each.knownUntil ?? null, day))
    const known: readonly DatedTie[] = [...tiesKnown(desk), ...(actor === undefined ? [] : officeTies(desk, actor))]
    const all: readonly DatedTie[] = [...(await claimedTies(desk, snapshot)), ...known].filter(fits)
    const { items, ...page } = pageOf(all, input.offset, input.limit)
    return {
      on: isoOf(day),
      ...page,
      ties: items.map(each => ({
        ...each,
        knownUntil: each.knownUntil ?? null,
        claims: [...each.claims],
        subjectName: nameOf(desk, each.subject),
        objectName: nameOf(desk, each.object),
      })),
    }
  }),
)

const premise = z.object({
  words: z.string(),
  evidence: z.array(z.string()).describe('claims that it rests on; none for a known tie'),
})
const inference = z.object({
  inferred: z.literal(true),
  rule: z.string(),
  gloss: z.string(),
  holder: z.string(),
  holderName: z.string(),
  target: z.string(),
  targetName: z.string(),
  dimension,
  direction,
  premises: z.array(premise),
})

const factWords = (desk: Desk, fact: Fact): string =>
  'holder' in fact
    ? `${nameOf(desk, fact.holder)} ${fact.dimension}${fact.direction} ${nameOf(desk, fact.target)}`
    : `${nameOf(desk, fact.subject)} ${fact.relation} ${nameOf(desk, fact.object)}`

export const inferences = define(
  heads.inferences,
  z.object({ on: z.string(), ...paged, inferences: z.array(inference) }),
  (desk, input) =>
    withSnapshot(desk.ledger, async snapshot => {
      const day = dayAsked(desk, input.on)
      const rules = desk.knowledge.inferences
      const read = rules.flatMap(rule => rule.premises.flatMap(each => ('dimension' in each ? [each.dimension] : [])))
      const table = await positionsOf(desk, snapshot, { dimensions: [...new Set(read)] })
      const standings = stancesOn(table, day, { statuses: ['current'] }).flatMap((stance): readonly Fact[] =>
        stance.direction === null || stance.disputed ? [] : [{ ...stance, direction: stance.direction }],
      )
      const tied = [...(await claimedTies(desk, snapshot)), ...tiesKnown(desk)]
        .filter(each => holdsOn(each, day))
        .map((each): Fact => ({ ...each, evidence: each.claims }))
      const found = inferFrom([...standings, ...tied], rules, {
        holder: input.holder === undefined ? undefined : resolveActor(desk, input.holder),
        target: input.target === undefined ? undefined : resolveActor(desk, input.target),
        rules: input.rule,
      })
      const { items, ...page } = pageOf(found, input.offset, input.limit)
      return {
        on: isoOf(day),
        ...page,
        inferences: items.map(({ rule, gloss, holder, target, dimension, direction, premises }) => ({
          inferred: true as const,
          rule,
          gloss,
          holder,
          holderName: nameOf(desk, holder),
          target,
          targetName: nameOf(desk, target),
          dimension,
          direction,
          premises: premises.map(fact => ({ words: factWords(desk, fact), evidence: [...(fact.evidence ?? [])] })),
        })),
      }
    }),
)
