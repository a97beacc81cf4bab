// Documents: what is stored, with versions and states; words are sought in the texts themselves; withdrawals can be taken back.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { Answer } from '../answers.js'
import { act, ask } from '../api.js'
import { Choice } from '../parts/choice.js'
import { Day, dayWords } from '../parts/day.js'
import { EmptyLedger, useIsEmpty } from '../parts/empty-ledger.js'
import { whoJudges } from '../parts/judge.js'
import { Recode } from '../parts/recode.js'
import { Scroll } from '../parts/scroll.js'
import { Skeleton, TroubleNote } from '../parts/states.js'
import { useTitle } from '../parts/title.js'
import { words } from '../words.js'

const { documents } = words
const pageSize = 50
type Head = Answer<'documents'>['documents'][number]
type Withdrawal = Answer<'documents'>['withdrawals'][number]

interface Listed {
  readonly rows: readonly (Head & { readonly excerpt?: string | null })[]
  readonly total: number
  readonly withdrawals: readonly Withdrawal[]
}

const list = async (
  sought: string | undefined,
  state: string | undefined,
  offset: number,
  signal: AbortSignal,
): Promise<Listed> => {
  if (sought === undefined) {
    const found = await ask<Answer<'documents'>>('documents', { state, offset, limit: pageSize }, signal)
    return { rows: found.documents, total: found.total, withdrawals: found.withdrawals }
  }
  const asked = { words: sought.split(/\s+/).filter(Boolean), offset, limit: pageSize }
  const found = await ask<Answer<'search'>>('search', asked, signal)
  const rows = found.hits.map(({ document, excerpt }) => ({ ...document, excerpt }))
  return { rows: rows.filter(row => state === undefined || row.state === state), total: found.total, withdrawals: [] }
}

const Rows = ({ rows }: { readonly rows: Listed['rows'] }) => (
  <Scroll label={documents.title}>
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
            <td className="date">{publishedOn ? <Day iso={publishedOn} /> : words.undated}</td>
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
  </Scroll>
)

const Withdrawals = ({ withdrawals }: { readonly withdrawals: readonly Withdrawal[] }) => {
  const queries = useQueryClient()
  const undo = useMutation({
    mutationFn: (row: string) => act('undo', { row, who: whoJudges() }),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    withdrawals.length > 0 && (
      <section>
        <h2>{documents.withdrawals}</h2>
        <ul className="ties">
          {withdrawals.map(({ row, key, who, at, reason }) => (
            <li key={row}>
              {documents.withdrawnBy(key, who, dayWords(at.slice(0, 10)))}
              {reason && <span className="soft"> — {reason}</span>}{' '}
              <button type="button" className="quiet" disabled={undo.isPending} onClick={() => undo.mutate(row)}>
                {documents.takeBack}
              </button>
            </li>
          ))}
        </ul>
        {undo.error && (
          <p className="fault" role="alert">
            {undo.error.message}
          </p>
        )}
      </section>
    )
  )
}

export const DocumentsPage = () => {
  useTitle(documents.title)
  const search = useSearch({ from: '/documents' })
  const { words: sought, state } = search
  const offset = Number(search.offset ?? 0)
  const navigate = useNavigate({ from: '/documents' })
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['documents', sought, state, offset],
    queryFn: ({ signal }) => list(sought, state, offset, signal),
    placeholderData: keepPreviousData,
  })
  const isEmpty = useIsEmpty(data?.total === 0)
  const page = (by: number) => ({ ...search, offset: String(Math.max(0, offset + by)) })
  if (isEmpty === true)
    return (
      <div className="page mid">
        <h1>{documents.title}</h1>
        <EmptyLedger />
      </div>
    )
  return (
    <div className="page mid">
      <h1>{documents.title}</h1>
      <p className="lead">{documents.lead}</p>
      <form
        className="controls"
        onSubmit={event => {
          event.preventDefault()
          const given = String(new FormData(event.currentTarget).get('words')).trim()
          void navigate({ search: { ...search, words: given || undefined, offset: undefined } })
        }}
      >
        <label className="long">
          <span>{documents.search}</span>
          <input
            type="search"
            name="words"
            key={sought}
            defaultValue={sought}
            maxLength={400}
            placeholder={documents.searchPlaceholder}
          />
        </label>
        <button type="submit">{documents.find}</button>
        <Choice
          label={documents.state}
          of={{ '': documents.anyState, ...documents.states }}
          value={state ?? ''}
          onChoose={each =>
            void navigate({ search: { ...search, state: each || undefined, offset: undefined }, replace: true })
          }
        />
      </form>
      {error && <TroubleNote error={error} retry={() => void refetch()} />}
      {isPending && !error && <Skeleton />}
      {data && data.rows.length > 0 && <Rows rows={data.rows} />}
      {data?.rows.length === 0 && (
        <div className="empty">
          <p>{documents.none}</p>
          {sought !== undefined && <p>{documents.noneHint}</p>}
        </div>
      )}
      {data && data.total > pageSize && (
        <nav className="row small more" aria-label={documents.pages}>
          <span className="soft">
            {documents.page(offset + 1, Math.min(data.total, offset + pageSize), data.total)}
          </span>
          {offset > 0 && (
            <Link to="/documents" search={page(-pageSize)}>
              ← {documents.earlier}
            </Link>
          )}
          {offset + pageSize < data.total && (
            <Link to="/documents" search={page(pageSize)}>
              {documents.later} →
            </Link>
          )}
        </nav>
      )}
      {data && <Withdrawals withdrawals={data.withdrawals} />}
      <Recode />
    </div>
  )
}
