// Export: every format, with the filter that the address names.
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Dimension } from '../../../src/claims/types.js'
import { queryOf } from '../api.js'
import { today } from '../parts/day.js'
import { words } from '../words.js'

const { export: texts } = words

export const ExportPage = () => {
  const search = useSearch({ from: '/export' })
  const navigate = useNavigate({ from: '/export' })
  const go = (change: object): void =>
    void navigate({ search: previous => ({ ...previous, ...change }), replace: true, resetScroll: false })
  const { holder, target, dimension, on } = search
  return (
    <div className="page mid">
      <h1>{texts.title}</h1>
      <p className="lead">{texts.lead}</p>
      <div className="controls">
        <label>
          <span>{texts.holder}</span>
          <input
            value={holder ?? ''}
            placeholder={texts.any}
            onChange={event => go({ holder: event.target.value || undefined })}
          />
        </label>
        <label>
          <span>{texts.target}</span>
          <input
            value={target ?? ''}
            placeholder={texts.any}
            onChange={event => go({ target: event.target.value || undefined })}
          />
        </label>
        <label>
          <span>{words.standing.dimension}</span>
          <select value={dimension ?? ''} onChange={event => go({ dimension: event.target.value || undefined })}>
            <option value="">{texts.all}</option>
            {(Object.keys(words.dimensions) as Dimension[]).map(each => (
              <option key={each} value={each}>
                {words.dimensions[each]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{words.standing.on}</span>
          <input type="date" value={on ?? today()} onChange={event => go({ on: event.target.value || undefined })} />
        </label>
      </div>
      <ul className="exports">
        {Object.entries(texts.formats).map(([format, [name, about]]) => (
          <li key={format}>
            <a href={`/api/export${queryOf({ format, holder, target, dimension, on })}`} download>
              <strong>{name}</strong>
              <span className="soft">{about}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
