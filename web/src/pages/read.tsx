// Read: a text pasted, dropped, fetched or taken from the examples, coded at once.
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { type DragEvent, type FormEvent, useState } from 'react'
import type { AddAnswer, ExampleList, Reading } from '../answers.js'
import { act, ask } from '../api.js'
import { dayWords } from '../parts/day.js'
import { Skeleton, TroubleNote } from '../parts/states.js'
import { findPasted, keepPasted, type Pasted } from '../reading/pasted.js'
import { ReadingView } from '../reading/reading-view.js'
import { words } from '../words.js'

const { read } = words
const longest = 200_000

const looksLikeHtml = (text: string): boolean => /^\s*<(!doctype|html|head|body|article|p|div|h1)\b/i.test(text)

const metadata = { title: null, url: null, publisher: null, publishedOn: null }

const Examples = () => {
  const { data } = useQuery({
    queryKey: ['examples'],
    queryFn: ({ signal }) => ask<ExampleList>('examples', {}, signal),
  })
  return (
    <section className="examples" aria-labelledby="examples">
      <h2 id="examples">{read.examples}</h2>
      <ul>
        {data?.examples.map(({ name, title, publishedOn }) => (
          <li key={name}>
            <Link to="/read" search={{ example: name }}>
              {title}
            </Link>
            {publishedOn && <span className="soft"> {dayWords(publishedOn)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

const PasteForm = () => {
  const navigate = useNavigate()
  const [over, setOver] = useState(false)
  const [fault, setFault] = useState<string>()
  const start = (pasted: Pasted): void => {
    if ('text' in pasted && pasted.text.length > longest) setFault(read.tooLong)
    else void navigate({ to: '/read', search: { text: keepPasted(pasted) } })
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const field = (name: string): string | null => String(form.get(name) ?? '').trim() || null
    const [text, url, publishedOn] = [field('text'), field('url'), field('publishedOn')]
    if (text !== null)
      start({
        ...metadata,
        text,
        form: looksLikeHtml(text) ? 'html' : 'plain',
        publishedOn,
        publisher: field('publisher'),
        url,
      })
    else if (url !== null) start({ url, publishedOn })
  }
  const drop = async (event: DragEvent): Promise<void> => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file === undefined) return
    const text = await file.text()
    start({ ...metadata, text, form: looksLikeHtml(text) ? 'html' : 'plain' })
  }
  return (
    <form
      className={`paste${over ? ' over' : ''}`}
      onSubmit={submit}
      onDrop={drop}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
    >
      <label>
        <span>{read.text}</span>
        {/* biome-ignore lint/a11y/noAutofocus: pasting is what one comes here for */}
        <textarea name="text" rows={9} placeholder={over ? read.drop : read.placeholder} autoFocus />
      </label>
      <div className="fields">
        <label>
          <span>{read.date}</span>
          <input type="date" name="publishedOn" aria-describedby="date-hint" />
        </label>
        <label>
          <span>{read.publisher}</span>
          <input type="text" name="publisher" maxLength={200} autoComplete="off" />
        </label>
        <label className="wide">
          <span>{read.address}</span>
          <input type="url" name="url" placeholder="https://" autoComplete="off" />
        </label>
        <button type="submit" className="primary">
          {read.code}
        </button>
      </div>
      <p id="date-hint" className="soft hint">
        {read.dateHint}
      </p>
      {fault && (
        <p className="trouble" role="alert">
          {fault}
        </p>
      )}
    </form>
  )
}

/** Keeps the text that is being read in the ledger. */
const Keep = ({ body }: { readonly body: object }) => {
  const keep = useMutation({ mutationFn: () => act<AddAnswer>('add', body) })
  if (keep.data)
    return (
      <span role="status">
        {keep.data.added ? read.kept : read.keptBefore} ·{' '}
        <Link to="/documents/$entry" params={{ entry: keep.data.entry }}>
          {read.openKept}
        </Link>
      </span>
    )
  return (
    <>
      <button type="button" onClick={() => keep.mutate()} disabled={keep.isPending}>
        {keep.isPending ? read.keeping : read.keep}
      </button>
      {keep.error && (
        <span className="fault" role="alert">
          {keep.error.message}
        </span>
      )}
    </>
  )
}

const Coded = ({ example, text }: { readonly example: string | undefined; readonly text: string | undefined }) => {
  const navigate = useNavigate()
  const open = useLocation({ select: location => location.hash || undefined })
  const pasted = text === undefined ? undefined : findPasted(text)
  const isAddress = pasted !== undefined && !('text' in pasted)
  const body = example === undefined ? (pasted ?? {}) : { example }
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['reading', example ?? text],
    queryFn: ({ signal }) =>
      example === undefined
        ? act<Reading>(isAddress ? 'fetch' : 'code', body, signal)
        : ask<Reading>(`examples/${encodeURIComponent(example)}`, {}, signal),
    enabled: example !== undefined || pasted !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const { data: about } = useQuery({
    queryKey: ['about'],
    queryFn: ({ signal }) => ask<{ ledger: boolean }>('about', {}, signal),
  })
  if (example === undefined && pasted === undefined) return <PasteForm />
  return (
    <>
      <p className="row back">
        <Link to="/read" search={{}}>
          ← {read.another}
        </Link>
      </p>
      {error && <TroubleNote error={error} retry={() => void refetch()} />}
      {isPending && !error && <Skeleton lines={12} />}
      {data && (
        <ReadingView
          reading={data}
          open={open}
          onOpen={claim =>
            void navigate({
              to: '/read',
              search: previous => previous,
              hash: claim,
              replace: true,
              hashScrollIntoView: false,
              resetScroll: false,
            })
          }
          actions={about?.ledger && <Keep body={body} />}
        />
      )}
    </>
  )
}

export const ReadPage = () => {
  const { example, text } = useSearch({ from: '/read' })
  const isReading = example !== undefined || (text !== undefined && findPasted(text) !== undefined)
  if (isReading)
    return (
      <div className="page wide">
        <h1 className="unseen">{read.title}</h1>
        <Coded example={example} text={text} />
      </div>
    )
  return (
    <div className="page narrow">
      <h1>{read.title}</h1>
      <p className="lead">{read.lead}</p>
      <PasteForm />
      <Examples />
    </div>
  )
}
