// Read: a text pasted, dropped, chosen, fetched or taken from the examples, coded at once.
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { Progress } from '../../../src/faces/api/watch.js'
import type { AboutAnswer, AddAnswer, ExampleList, Reading } from '../answers.js'
import { act, actLong, ask } from '../api.js'
import { dayWords } from '../parts/day.js'
import { MissedClaim } from '../parts/missed-claim.js'
import { TroubleNote } from '../parts/states.js'
import { useTitle } from '../parts/title.js'
import { Working } from '../parts/working.js'
import { Keep } from '../reading/keep.js'
import { PasteForm } from '../reading/paste-form.js'
import { findPasted } from '../reading/pasted.js'
import { ReadingView } from '../reading/reading-view.js'
import { SourceContext } from '../reading/source.js'
import { words } from '../words.js'

const { read } = words

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
            {publishedOn && <span className="soft">{dayWords(publishedOn)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The text that the address names, coded, and how far that is; it can be stopped. */
const useReading = (example: string | undefined, text: string | undefined) => {
  const pasted = text === undefined ? undefined : findPasted(text)
  const body = example === undefined ? (pasted ?? {}) : { example }
  const isAddress = pasted !== undefined && !('text' in pasted)
  const [progress, setProgress] = useState<Progress>()
  const stop = useRef<AbortController>(undefined)
  const asked = useQuery({
    queryKey: ['reading', example ?? text],
    queryFn: ({ signal }) => {
      if (example !== undefined) return ask<Reading>(`examples/${encodeURIComponent(example)}`, {}, signal)
      stop.current = new AbortController()
      return actLong<Reading>(
        isAddress ? 'fetch' : 'code',
        body,
        setProgress,
        AbortSignal.any([signal, stop.current.signal]),
      )
    },
    enabled: example !== undefined || pasted !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    meta: { still: true },
  })
  return { ...asked, body, progress, stop: () => stop.current?.abort() }
}

const Coded = ({ example, text }: { readonly example: string | undefined; readonly text: string | undefined }) => {
  const navigate = useNavigate()
  const { slant } = useSearch({ from: '/read' })
  const open = useLocation({ select: location => location.hash || undefined })
  const { data, error, isPending, refetch, body, progress, stop } = useReading(example, text)
  const about = useQuery({
    queryKey: ['about'],
    queryFn: ({ signal }) => ask<AboutAnswer>('about', {}, signal),
  })
  const hasLedger = about.data?.ledger === true
  const go = (change: object, hash: string | undefined): void =>
    void navigate({
      to: '/read',
      search: previous => ({ ...previous, ...change }),
      ...(hash !== undefined && { hash }),
      replace: true,
      hashScrollIntoView: false,
      resetScroll: false,
    })
  return (
    <SourceContext value={{ body, key: example ?? text ?? '', hasLedger }}>
      <p className="row back">
        <Link to="/read" search={{}}>
          ← {read.another}
        </Link>
        {text !== undefined && (
          <Link to="/read" search={{ edit: text }}>
            {read.edit}
          </Link>
        )}
      </p>
      {error && error.name !== 'AbortError' && <TroubleNote error={error} retry={() => void refetch()} />}
      {isPending && !error && (
        <Working
          progress={progress}
          onStop={() => {
            stop()
            void navigate({ to: '/read', search: text === undefined ? {} : { edit: text } })
          }}
        />
      )}
      {data && (
        <>
          <ReadingView
            reading={data}
            open={open}
            onOpen={claim => go({}, claim)}
            slant={slant !== undefined}
            onSlant={shown => go({ slant: shown ? 'shown' : undefined }, open)}
            actions={hasLedger && <Keep body={body} />}
          />
          {hasLedger && (
            <MissedClaim
              text={data.text}
              isKept={false}
              entry={async () => (await act<AddAnswer>('add', body)).entry}
            />
          )}
        </>
      )}
    </SourceContext>
  )
}

export const ReadPage = () => {
  useTitle(read.title)
  const { example, text, edit } = useSearch({ from: '/read' })
  if (example !== undefined || (text !== undefined && findPasted(text) !== undefined))
    return (
      <div className="page wide">
        <h1 className="unseen">{read.title}</h1>
        <Coded key={example ?? text} example={example} text={text} />
      </div>
    )
  return (
    <div className="page narrow">
      <h1>{read.title}</h1>
      <p className="lead">{read.lead}</p>
      <PasteForm key={edit} given={edit === undefined ? undefined : findPasted(edit)} />
      <Examples />
    </div>
  )
}
