// The form that takes a text: pasted, dropped on it, chosen as a file, or named by its address. What it takes is kept for this tab and
// named in the address of the reading.
import { useNavigate } from '@tanstack/react-router'
import { type DragEvent, type FormEvent, useRef, useState } from 'react'
import { longestText } from '../../../src/faces/api/limits.js'
import { words } from '../words.js'
import { keepPasted, type Pasted } from './pasted.js'

const { read } = words

const looksLikeHtml = (text: string): boolean => /^\s*<(!doctype|html|head|body|article|p|div|h1)\b/i.test(text)

const metadata = { title: null, url: null, publisher: null, publishedOn: null }

/** @param given fills the form: a text that is to be changed. */
export const PasteForm = ({ given }: { readonly given: Pasted | undefined }) => {
  const navigate = useNavigate()
  const form = useRef<HTMLFormElement>(null)
  const [over, setOver] = useState(false)
  const [fault, setFault] = useState<string>()
  const start = (pasted: Pasted): void => {
    if ('text' in pasted && pasted.text.length > longestText) setFault(read.tooLong)
    else void navigate({ to: '/read', search: { text: keepPasted(pasted) } })
  }
  const field = (name: string): string | null => String(new FormData(form.current!).get(name) ?? '').trim() || null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
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
    else setFault(read.nothingGiven)
  }
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    const text = await file.text()
    start({
      ...metadata,
      text,
      form: looksLikeHtml(text) ? 'html' : 'plain',
      publishedOn: field('publishedOn'),
      publisher: field('publisher'),
    })
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  return (
    <form
      ref={form}
      className={`paste${over ? ' over' : ''}`}
      onSubmit={submit}
      onDrop={drop}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
    >
      <label htmlFor="text">
        <span>{read.text}</span>
      </label>
      <textarea
        id="text"
        name="text"
        rows={9}
        placeholder={over ? read.drop : read.placeholder}
        defaultValue={given !== undefined && 'text' in given ? given.text : ''}
        // biome-ignore lint/a11y/noAutofocus: pasting is what one comes here for
        autoFocus
      />
      <div className="fields">
        <label>
          <span>{read.date}</span>
          <input
            type="date"
            name="publishedOn"
            aria-describedby="date-hint"
            defaultValue={given?.publishedOn ?? ''}
            max="2099-12-31"
          />
        </label>
        <label>
          <span>{read.publisher}</span>
          <input
            type="text"
            name="publisher"
            maxLength={200}
            autoComplete="off"
            defaultValue={given !== undefined && 'text' in given ? (given.publisher ?? '') : ''}
          />
        </label>
        <label className="wide">
          <span>{read.address}</span>
          <input
            type="url"
            name="url"
            placeholder="https://"
            autoComplete="off"
            maxLength={2000}
            defaultValue={given?.url ?? ''}
          />
        </label>
      </div>
      <div className="row submit">
        <button type="submit" className="primary">
          {read.code}
        </button>
        <label className="file">
          <input
            type="file"
            accept=".txt,.md,.html,.htm,text/plain,text/html,text/markdown"
            aria-label={read.file}
            onChange={event => void take(event.target.files?.[0])}
          />
          <span className="button">{read.file}</span>
        </label>
        <span id="date-hint" className="soft hint">
          {read.dateHint}
        </span>
      </div>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </form>
  )
}
