// About this coder: its version, how good it was when measured, what it knows, its known weaknesses, and every rule with its record.
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { AboutAnswer } from '../answers.js'
import { ask } from '../api.js'
import { Skeleton, TroubleNote } from '../parts/states.js'
import { useTitle } from '../parts/title.js'
import { words } from '../words.js'

const { about } = words
type Rule = AboutAnswer['rules'][number]
type Scores = NonNullable<AboutAnswer['scores']>

const valueWords = ({ value, unit }: Scores['figures'][string][string]): string =>
  unit === 'points' ? `${value.toFixed(1)}%` : String(value)

const Figures = ({ scores }: { readonly scores: Scores | null }) =>
  scores === null ? (
    <p className="soft">{about.noScores}</p>
  ) : (
    <>
      <p className="soft">{about.scoresLead}</p>
      <div className="figures">
        {Object.entries(scores.figures).map(([set, figures]) => (
          <table key={set} className="list">
            <caption>{about.sets[set] ?? set}</caption>
            <thead>
              <tr>
                <th scope="col">{about.figure}</th>
                <th scope="col" className="number-column">
                  {about.value}
                </th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(figures).map(([name, score]) => (
                <tr key={name}>
                  <td>{name}</td>
                  <td className="number-column">{valueWords(score)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </>
  )

const RuleEntry = ({ rule, scores }: { readonly rule: Rule; readonly scores: Scores | null }) => {
  const record = scores?.rules[`${rule.relation}/${rule.name}`]
  return (
    <div>
      <dt>
        {rule.name} <span className="soft">{rule.gives.join(', ')}</span>
        {record && (
          <span className="tag open" title={about.scoreGloss}>
            {about.score(record.right, record.fired)}
          </span>
        )}
      </dt>
      <dd>
        {rule.example}
        {rule.never && (
          <span className="soft">
            {' '}
            {about.never} {rule.never}
          </span>
        )}
      </dd>
    </div>
  )
}

const Rules = ({ rules, scores }: { readonly rules: readonly Rule[]; readonly scores: Scores | null }) => {
  const { words: sought = '' } = useSearch({ from: '/about' })
  const navigate = useNavigate({ from: '/about' })
  const wanted = sought.toLowerCase()
  const fits = (rule: Rule): boolean =>
    [rule.relation, rule.name, rule.about, rule.example, ...rule.gives].some(each =>
      each?.toLowerCase().includes(wanted),
    )
  const relations = [...Map.groupBy(rules.filter(fits), ({ relation }) => relation)]
  const count = new Set(rules.map(({ relation }) => relation)).size
  return (
    <>
      <h2>{about.rules}</h2>
      <p className="soft">{about.rulesLead(rules.length, count)}</p>
      <div className="controls">
        <label>
          <span>{about.ruleFilter}</span>
          <input
            type="search"
            value={sought}
            placeholder={about.ruleFilterPlaceholder}
            onChange={event =>
              void navigate({ search: { words: event.target.value || undefined }, replace: true, resetScroll: false })
            }
          />
        </label>
      </div>
      {relations.length === 0 && <p className="soft">{about.noRule}</p>}
      {relations.map(([relation, found]) => (
        <details key={relation} className="rules" open={wanted !== ''}>
          <summary>
            <strong>{relation}</strong>{' '}
            <span className="soft">
              {found.length} · {found[0]?.about}
            </span>
          </summary>
          <dl>
            {found.map(rule => (
              <RuleEntry key={rule.name} rule={rule} scores={scores} />
            ))}
          </dl>
        </details>
      ))}
    </>
  )
}

export const AboutPage = () => {
  useTitle(about.title)
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['about'],
    queryFn: ({ signal }) => ask<AboutAnswer>('about', {}, signal),
  })
  return (
    <div className="page mid">
      <h1>{about.title}</h1>
      {error && <TroubleNote error={error} retry={() => void refetch()} />}
      {isPending && !error && <Skeleton />}
      {data && (
        <>
          <p className="lead">
            {about.versions}: {data.coder}
          </p>
          <div className="two">
            <section>
              <h2>{about.weaknesses}</h2>
              <ul className="plain">
                {about.weaknessList.map(each => (
                  <li key={each}>{each}</li>
                ))}
              </ul>
            </section>
            <section>
              <h2>{about.knowledge}</h2>
              <ul className="plain">
                <li>{about.actors(data.actors)}</li>
                <li>{about.officeHolders(data.officeHolders)}</li>
              </ul>
              <h2>{about.api}</h2>
              <p>
                <a href="/docs">{about.docs}</a> · <a href="/changes.atom">{words.changes.feed}</a>
              </p>
            </section>
          </div>
          <h2>{about.scores}</h2>
          <Figures scores={data.scores} />
          <Rules rules={data.rules} scores={data.scores} />
        </>
      )}
    </div>
  )
}
