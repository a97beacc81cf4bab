// Export: every format, with the filter that the address names, and how many stances fit it.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Answer } from '../answers.js'
import { ask, queryOf } from '../api.js'
import { ActorNames, actorNames } from '../parts/actor-names.js'
import { basesOf } from '../parts/bases.js'
import { Choice } from '../parts/choice.js'
import { today } from '../parts/day.js'
import { EmptyLedger, useIsEmpty } from '../parts/empty-ledger.js'
import { TroubleNote } from '../parts/states.js'
import { useTitle } from '../parts/title.js'
import { words } from '../words.js'

const { export: texts } = words
const shares = { '': '–', '0.6': '60%', '0.7': '70%', '0.8': '80%', '0.9': '90%' }

export const ExportPage = () => {
  useTitle(texts.title)
  const search = useSearch({ from: '/export' })
  const navigate = useNavigate({ from: '/export' })
  const go = (change: Partial<typeof search>): void =>
    void navigate({ search: previous => ({ ...previous, ...change }), replace: true, resetScroll: false })
  const { holder, target, dimension, words: sought, on, basis, confidence, origins, reviewed } = search
  const filter = { holder, target, dimension, words: sought, on, basis: basesOf(basis), confidence, origins, reviewed }
  const { data, error } = useQuery({
    queryKey: ['stances', 'count', filter],
    queryFn: ({ signal }) => ask<Answer<'stances'>>('stances', { ...filter, limit: 0 }, signal),
    placeholderData: keepPreviousData,
  })
  const isEmpty = useIsEmpty(data?.total === 0)
  const field = (name: 'holder' | 'target' | 'words', label: string, placeholder: string) => (
    <label>
      <span>{label}</span>
      <input
        value={search[name] ?? ''}
        placeholder={placeholder}
        list={actorNames}
        maxLength={400}
        autoComplete="off"
        onChange={event => go({ [name]: event.target.value || undefined })}
      />
    </label>
  )
  if (isEmpty === true)
    return (
      <div className="page mid">
        <h1>{texts.title}</h1>
        <EmptyLedger />
      </div>
    )
  return (
    <div className="page mid">
      <h1>{texts.title}</h1>
      <p className="lead">{texts.lead}</p>
      <ActorNames />
      <div className="controls">
        {field('holder', texts.holder, texts.any)}
        {field('target', texts.target, texts.any)}
        {field('words', words.filters.words, words.filters.wordsPlaceholder)}
        <Choice
          label={words.dimension}
          of={{ '': words.allDimensions, ...words.dimensions }}
          value={dimension ?? ''}
          onChoose={each => go({ dimension: each || undefined })}
        />
        <label>
          <span>{words.days.on}</span>
          <input
            type="date"
            value={on ?? today()}
            max="2099-12-31"
            onChange={event => go({ on: event.target.value || undefined })}
          />
        </label>
        <Choice
          label={words.filters.basis}
          of={{ '': words.filters.anyBasis, strong: words.filters.strongBasis }}
          value={basis ?? ''}
          onChoose={each => go({ basis: each || undefined })}
        />
        <Choice
          label={texts.confidence}
          of={shares}
          value={confidence ?? ''}
          onChoose={each => go({ confidence: each || undefined })}
        />
        <label>
          <span>{texts.origins}</span>
          <input
            type="number"
            min={0}
            max={1000}
            value={origins ?? ''}
            onChange={event => go({ origins: event.target.value || undefined })}
          />
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={reviewed !== undefined}
            onChange={event => go({ reviewed: event.target.checked ? 'true' : undefined })}
          />
          <span>{texts.reviewed}</span>
        </label>
      </div>
      {error && <TroubleNote error={error} />}
      <p role="status" className="count">
        {data && texts.count(data.total)}
      </p>
      <ul className="exports" aria-label={texts.formatsLabel}>
        {Object.entries(texts.formats).map(([format, [name, about]]) => (
          <li key={format}>
            <a href={`/api/export${queryOf({ format, ...filter })}`} download>
              <strong>{name}</strong>
              <span className="soft">{about}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
