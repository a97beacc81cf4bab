// About this coder: versions, what it knows, its known weaknesses, and every rule with an example.
import { useQuery } from '@tanstack/react-query'
import type { AboutAnswer } from '../answers.js'
import { ask } from '../api.js'
import { Skeleton, TroubleNote } from '../parts/states.js'
import { words } from '../words.js'

const { about } = words

export const AboutPage = () => {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['about'],
    queryFn: ({ signal }) => ask<AboutAnswer>('about', {}, signal),
  })
  const relations = data ? [...Map.groupBy(data.rules, ({ relation }) => relation)] : []
  return (
    <div className="page mid">
      <h1>{about.title}</h1>
      {error && <TroubleNote error={error} retry={() => void refetch()} />}
      {isPending && !error && <Skeleton />}
      {data && (
        <>
          <p className="lead">{data.coder}</p>
          <h2>{about.weaknesses}</h2>
          <ul className="plain">
            {about.weaknessList.map(each => (
              <li key={each}>{each}</li>
            ))}
          </ul>
          <h2>{about.knowledge}</h2>
          <p>
            {about.actors(data.actors)}; {about.officeHolders(data.officeHolders)}.
          </p>
          <h2>{about.api}</h2>
          <p>
            <a href="/docs">{about.docs}</a> · <a href="/changes.atom">{words.changes.feed}</a>
          </p>
          <h2>{about.rules}</h2>
          <p className="soft">{about.rulesLead(data.rules.length, relations.length)}</p>
          {relations.map(([relation, rules]) => (
            <details key={relation} className="rules">
              <summary>
                <strong>{relation}</strong>{' '}
                <span className="soft">
                  {rules.length} · {rules[0]?.about}
                </span>
              </summary>
              <dl>
                {rules.map(({ name, gives, example }) => (
                  <div key={name}>
                    <dt>
                      {name}
                      <span className="soft"> {gives.join(', ')}</span>
                    </dt>
                    <dd>{example}</dd>
                  </div>
                ))}
              </dl>
            </details>
          ))}
        </>
      )}
    </div>
  )
}
