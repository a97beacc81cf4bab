// The names of the ledger's actors, offered to a field while it is filled in.
import { useQuery } from '@tanstack/react-query'
import type { Answer } from '../answers.js'
import { ask } from '../api.js'

export const actorNames = 'actor-names'

/** A field with list={actorNames} is offered them. */
export const ActorNames = () => {
  const { data } = useQuery({
    queryKey: ['actors', 'names'],
    queryFn: ({ signal }) => ask<Answer<'actors'>>('actors', { limit: 300 }, signal),
  })
  return (
    <datalist id={actorNames}>
      {data?.actors.map(({ id, name }) => (
        <option key={id} value={name}>
          {id}
        </option>
      ))}
    </datalist>
  )
}
