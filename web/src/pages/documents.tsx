// Documents: what is stored, with versions and states; words are sought in the texts themselves.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { Answer } from '../answers.js'
import { ask } from '../api.js'
import { Day } from '../parts/day.js'
import { EmptyLedger } from '../parts/empty-ledger.js'
import { Skeleton, TroubleNote } from '../parts/states.js'
import { words } from '../words.js'

const { documents } = words
type Head = Answer<'documents'>['documents'][number]

const Rows = ({ rows }: { readonly rows: readonly (Head & { readonly excerpt?: string | null })[] }) => (
  <div className="scroll">
    <table className="list documents">
      <thead>
        <tr>
          <th scope="col">{documents.name}</th>
          <th scope="col">{documents.publisher}</th>
          <th scope="col">{documents.published}</th>
          <th scope="col" className="number-column">
            {documents.claims}
          </th>
          <th scope="col">{documents.state}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ entry, title, name, publisher, publishedOn, claims, state, excerpt }) => (
          <tr key={entry}>
            <td className="title">
              <Link to="/documents/$entry" params={{ entry }}>
                {title ?? name}
              </Link>
              {excerpt && <span className="soft excerpt">{excerpt}</span>}
            </td>
            <td>{publisher}</td>
            <td className="date">{publishedOn ? <Day iso={publishedOn} /> : words.read.undated}</td>
            <td className="number-column">{claims}</td>
            <td>
              {state === 'live' ? (
                documents.states.live
              ) : (
                <span className="tag caution">{documents.states[state]}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

export const DocumentsPage = () => {
  const { words: sought } = useSearch({ from: '/documents' })
  const navigate = useNavigate({ from: '/documents' })
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['documents', sought],
    queryFn: async ({ signal }) => {
      if (!sought) return (await ask<Answer<'documents'>>('documents', { limit: 500 }, signal)).documents
      const found = await ask<Answer<'search'>>('search', { words: sought.split(/\s+/).filter(Boolean) }, signal)
      return found.hits.map(({ document, excerpt }) => ({ ...document, excerpt }))
    },
  })
  return (
    <div className="page mid">
      <h1>{documents.title}</h1>
      {data?.length === 0 && !sought ? (
        <EmptyLedger />
      ) : (
        <form
          className="controls"
          onSubmit={event => {
            event.preventDefault()
            void navigate({ search: { words: String(new FormData(event.currentTarget).get('words')) } })
          }}
        >
          <label>
            <span>{documents.search}</span>
            <input
              type="search"
              name="words"
              key={sought}
              defaultValue={sought}
              placeholder={documents.searchPlaceholder}
            />
          </label>
        </form>
      )}
      {error && <TroubleNote error={error} retry={() => void refetch()} />}
      {isPending && !error && <Skeleton />}
      {data && data.length > 0 && <Rows rows={data} />}
      {data?.length === 0 && sought && <p className="empty">{documents.none}</p>}
    </div>
  )
}
