// Actors as a terminal table; few of them also with all that is known: names, offices, relations.
import type { z } from 'zod'
import type { questions } from '../questions/index.js'
import { coloursOf, type TerminalLayout, table, wrap } from './ledger-layout.js'

type Actor = z.output<(typeof questions)['actors']['output']>['actors'][number]

/** So few actors are shown with all that is known of them. */
const mostCards = 3

const spanWords = (from: string | null, to: string | null): string =>
  from === null && to === null ? '' : ` (${from ?? '…'} – ${to ?? 'now'})`

const cardOf = (actor: Actor, layout: TerminalLayout): string => {
  const line = (title: string, words: readonly string[]): readonly string[] =>
    words.length === 0 ? [] : [wrap(`${title}: ${words.join('; ')}`, layout.width, '  ')]
  const offices = actor.offices.map(({ person, office, from, to }) => `${person}, ${office}${spanWords(from, to)}`)
  const relations = actor.relations.map(
    ({ subject, relation, otherName, from, to }) =>
      `${subject === actor.id ? `${relation} ${otherName}` : `${otherName} ${relation} it`}${spanWords(from, to)}`,
  )
  return `${[
    coloursOf(layout).bold(`${actor.name} (${actor.id})`),
    ...line('names', actor.names),
    ...line('counts as it', actor.merged),
    ...line('offices', offices),
    ...line('relations', relations),
  ].join('\n')}\n`
}

/** Everybody in one table, and a card each where they are few. */
export const renderActors = (actors: readonly Actor[], layout: TerminalLayout): string => {
  const summary = table(
    ['id', 'name', 'kind', 'holds', 'draws', 'role'],
    actors.map(({ id, name, kind, holds, draws, role }) => [
      id,
      name,
      kind ?? '',
      String(holds),
      String(draws),
      role ?? '',
    ]),
    layout,
  )
  const cards = actors.length > mostCards ? [] : actors.map(actor => `\n${cardOf(actor, layout)}`)
  return `${summary}${cards.join('')}`
}
