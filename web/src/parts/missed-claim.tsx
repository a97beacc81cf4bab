// Words chosen in a stored text, and the claim that was missed in them.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { act } from '../api.js'
import { words } from '../words.js'
import { judgeName } from './judge.js'

const { missed } = words
const modalities = ['actual', 'planned', 'conditional', 'possible', 'demanded', 'predicted']

/** What is selected inside the article, where its words stand in the text exactly once near the selected block. */
const chosenIn = (text: string): { readonly start: number; readonly end: number } | undefined => {
  const selection = getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const block = (range.startContainer.parentElement ?? undefined)?.closest<HTMLElement>('[data-start]')
  if (block === null || block === undefined) return undefined
  // The numbers of the claims stand among the words but are none of them.
  const fragment = range.cloneContents()
  for (const note of fragment.querySelectorAll('.note')) note.remove()
  const exact = (fragment.textContent ?? '').trim()
  const start = text.indexOf(exact, Number(block.dataset.start))
  return exact === '' || start === -1 ? undefined : { start, end: start + exact.length }
}

const Choice = ({
  name,
  label,
  of,
}: {
  readonly name: string
  readonly label: string
  readonly of: Readonly<Record<string, string>>
}) => (
  <label>
    <span>{label}</span>
    <select name={name}>
      {Object.entries(of).map(([value, word]) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </select>
  </label>
)

export const MissedClaim = ({ entry, text }: { readonly entry: string; readonly text: string }) => {
  const queries = useQueryClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const [chosen, setChosen] = useState<{ readonly start: number; readonly end: number }>()
  const [selected, setSelected] = useState<{ readonly start: number; readonly end: number }>()
  useEffect(() => {
    const look = (): void => setSelected(chosenIn(text))
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [text])
  const add = useMutation({
    mutationFn: (form: FormData) => {
      const field = (name: string): string | undefined => String(form.get(name) ?? '').trim() || undefined
      return act('claim-add', {
        holder: field('holder'),
        target: field('target'),
        dimension: field('dimension'),
        direction: field('direction'),
        modality: field('modality'),
        date: field('date'),
        who: judgeName() ?? 'analyst',
        entry,
        start: chosen?.start,
        end: chosen?.end,
      })
    },
    onSuccess: async () => {
      dialog.current?.close()
      await queries.invalidateQueries()
    },
  })
  return (
    <>
      <div className="choose" aria-live="polite">
        {selected && (
          <button
            type="button"
            className="primary"
            onClick={() => {
              setChosen(selected)
              dialog.current?.showModal()
            }}
          >
            {missed.add}
          </button>
        )}
        {add.isSuccess && !selected && <span>{missed.saved}</span>}
      </div>
      <dialog ref={dialog} className="form" aria-labelledby="missed">
        <form
          onSubmit={event => {
            event.preventDefault()
            add.mutate(new FormData(event.currentTarget))
          }}
        >
          <h2 id="missed">{missed.title}</h2>
          {chosen && (
            <blockquote className="quotation">
              <mark>{text.slice(chosen.start, chosen.end)}</mark>
            </blockquote>
          )}
          <div className="grid">
            <label>
              <span>{missed.holder}</span>
              <input name="holder" required autoComplete="off" />
            </label>
            <label>
              <span>{missed.target}</span>
              <input name="target" required autoComplete="off" />
            </label>
            <Choice name="dimension" label={missed.dimension} of={words.dimensions} />
            <Choice name="direction" label={missed.direction} of={words.directions} />
            <Choice
              name="modality"
              label={missed.modality}
              of={Object.fromEntries(modalities.map(each => [each, each]))}
            />
            <label>
              <span>{missed.date}</span>
              <input name="date" placeholder="2021-09-08" pattern="\d{4}(-\d{2}(-\d{2})?)?" />
            </label>
          </div>
          {add.error && (
            <p className="fault" role="alert">
              {add.error.message}
            </p>
          )}
          <p className="row">
            <button type="submit" className="primary" disabled={add.isPending}>
              {missed.save}
            </button>
            <button type="button" onClick={() => dialog.current?.close()}>
              {words.review.cancel}
            </button>
          </p>
        </form>
      </dialog>
    </>
  )
}
